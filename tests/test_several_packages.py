"""Several packages in one project: `[tool.docmodels.packages.NAME]`."""

from __future__ import annotations

from pathlib import Path

import pytest
from docmodels.config import ConfigError, load, package_names

from tests.trees import Run

SETTINGS = """\
[tool.docmodels]
unknown = "keep"

[tool.docmodels.fields]
"*.id" = { required = true }

[tool.docmodels.packages.rooms]
docs = "rooms"
out = "src/rooms"

[tool.docmodels.packages.rooms.fields]
"Room.name" = { nullable = true }

[tool.docmodels.packages.bills]
docs = "bills"
out = "src/bills"
flavour = "typeddict"
unknown = "reject"
"""
PAGE = "# {title}\n\n| Field | Type |\n| ----- | ---- |\n| `id` | string |\n| `name` | string |\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text(SETTINGS, "utf-8")
    for folder, title in (("rooms", "Room"), ("bills", "Bill")):
        Path(folder).mkdir()
        Path(folder, f"{title}.md").write_text(PAGE.format(title=title), "utf-8")
    return tmp_path


def test_a_command_runs_for_each_package(run: Run, project: Path) -> None:
    done = run("generate")
    assert (done.status, "rooms:" in done.err, "bills:" in done.err) == (0, True, True)
    assert "id: str\n    name: str | None" in (project / "src/rooms/room.py").read_text("utf-8")
    assert "TypedDict" in (project / "src/bills/bill.py").read_text("utf-8")
    assert run("check").status == 0
    (project / "src/rooms/room.py").unlink()
    assert (run("check").status, run("check", "--package", "bills").status) == (1, 0)


def test_the_top_holds_for_all_packages(project: Path) -> None:
    rooms, bills = (load(project, package=name) for name in package_names(project))
    assert (list(rooms.fields), list(bills.fields)) == (["*.id", "Room.name"], ["*.id"])
    assert (rooms.unknown, bills.unknown) == ("keep", "reject")
    assert rooms.place("fields", "Room.name").line == 12
    assert rooms.place("fields", "*.id").line == 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--package", "room"), 'pyproject.toml:7:17: error: --package: no package "room"; did you mean "rooms"?'),
        (("--out", "models"), '--out is for one package; name it with --package: "rooms" or "bills"'),
        (("--format", "json"), '--format is for one package; name it with --package: "rooms" or "bills"'),
    ],
)
def test_what_is_for_one_package(run: Run, project: Path, arguments: tuple[str, str], message: str) -> None:
    done = run("generate", *arguments)
    assert (done.status, message in done.err + done.out.replace('\\"', '"')) == (2, True)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('docs = "rooms"', 'dosc = "rooms"'),
            '8:1: unknown key "dosc" in [tool.docmodels.packages.rooms]; did you mean',
        ),
        (('out = "src/rooms"\n', ""), "packages.rooms: a package needs an out of its own"),
        (('"src/bills"', '"src/rooms"'), "packages.bills: packages.rooms has the same out"),
    ],
)
def test_a_wrong_package(project: Path, change: tuple[str, str], message: str) -> None:
    (project / "pyproject.toml").write_text(SETTINGS.replace(*change), "utf-8")
    with pytest.raises(ConfigError) as error:
        load(project, package="rooms")
    assert message in str(error.value)


def test_no_package_is_chosen_in_silence(project: Path) -> None:
    with pytest.raises(ConfigError, match="several packages"):
        load(project)
