"""Several packages in one project: `[tool.docmodels.packages.NAME]`."""

from __future__ import annotations

import json
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
    "arguments",
    [
        ("report", "--out", "models.html"),
        ("export", "--format", "openapi", "--out", "api.json"),
        ("check", "--format", "sarif"),
        ("diff", "rooms", "rooms", "--format", "html"),
    ],
)
def test_no_package_takes_the_place_of_another(run: Run, project: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.status, 'is for one package; name it with --package: "rooms" or "bills"' in done.err) == (2, True)


def test_each_package_accepts_its_own_changes(run: Run, project: Path) -> None:
    Path("old").mkdir()
    Path("old/Room.md").write_text(PAGE.format(title="Room").replace("| `name` | string |\n", ""), "utf-8")
    changes = json.loads(run("diff", "old", "--package", "rooms", "--format", "json").out)["changes"]
    because = ("--accept", changes[0]["fingerprint"], "--because", "We know.")
    assert run("diff", "old", "--package", "rooms", *because).status == 0
    assert (project / "docmodels.accepted.rooms.json").is_file()
    assert "stale-acceptance" not in run("diff", "bills", "bills", "--package", "bills").err


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('docs = "rooms"', 'dosc = "rooms"'),
            '8:1: unknown key "dosc" in [tool.docmodels.packages.rooms]; did you mean',
        ),
        (('out = "src/rooms"\n', ""), "packages.rooms: a package needs an out of its own"),
        (('"src/bills"', '"src/rooms"'), "packages.bills: packages.rooms has the same out"),
        (("packages.bills]", 'packages."a/b"]'), '"a/b" has characters other than'),
        (('unknown = "keep"', 'learned = "learned.json"'), "2:1: learned: each package needs a file of its own"),
    ],
)
def test_a_wrong_package(project: Path, change: tuple[str, str], message: str) -> None:
    (project / "pyproject.toml").write_text(SETTINGS.replace(*change), "utf-8")
    with pytest.raises(ConfigError) as error:
        load(project, package="rooms")
    assert message in str(error.value)


def test_each_package_learns_for_itself(run: Run, project: Path) -> None:
    Path("samples").mkdir()
    Path("samples/Room.json").write_text('{"id": "a", "name": null}', "utf-8")
    assert run("learn", "--package", "rooms", "--samples", "samples").status == 0
    assert (project / "docmodels.learned.rooms.json").is_file()


def test_all_mistakes_of_all_packages_are_found_at_once(run: Run, project: Path) -> None:
    text = SETTINGS.replace("unknown", "unknwon").replace('out = "src/rooms"', "strict = 3").replace("typed", "tiped")
    (project / "pyproject.toml").write_text(text, "utf-8")
    done = run("generate")
    assert done.status == 2
    assert [int(line.split(":")[1]) for line in done.err.splitlines()] == [2, 7, 9, 17, 18]


def test_no_package_is_chosen_in_silence(project: Path) -> None:
    with pytest.raises(ConfigError, match="several packages"):
        load(project)
