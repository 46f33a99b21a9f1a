"""The documentation that is written from the program is up to date, and complete."""

from __future__ import annotations

import argparse
import dataclasses
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import docmodels
import pytest
from docmodels.changes import KINDS, ChangeKind, Whom
from docmodels.changes.kinds import GROUPS as KIND_GROUPS
from docmodels.cli.parsing import COMMANDS
from docmodels.config import (
    LIKELY,
    ClassSettings,
    CompareSettings,
    Config,
    ExceptionSettings,
    FieldSettings,
    OwnTables,
    load,
)
from docmodels.diagnostics.codes import CODES, Explanation
from docmodels.diagnostics.codes import GROUPS as CODE_GROUPS
from docmodels.diagnostics.differences import DIFFERENCES, DifferenceKind
from docmodels.limits import Limits

from tests.document import DOCS, PARTS, changes, commands, diagnostics, differences, documents, page
from tests.documentation import ROOT, document, fences
from tests.shown import examples

SOURCES = Path(docmodels.__file__).parent
FUNCTIONS = {name for name in docmodels.__all__ if name.islower()}


def test_what_is_written_is_up_to_date() -> None:
    """`make golden` writes it."""
    for file, text in documents().items():
        assert file.read_text(encoding="utf-8") == text, file.name


def test_a_part_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.document.DOCS", tmp_path)
    (tmp_path / "interface.md").write_text("# Nothing\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no part interface"):
        page("interface.md")


@pytest.mark.parametrize("name", PARTS)
def test_a_page_says_who_writes_it(name: str) -> None:
    assert "`make golden`" in (DOCS / name).read_text(encoding="utf-8")


def test_a_command_is_shown_with_its_arguments() -> None:
    command = argparse.ArgumentParser(description="Sail.", epilog="exit status:\n  0 done\n\nexample:\n  sail")
    command.add_argument("--to", choices=("a", "b"), help="a | b\nor none")
    command.add_argument("-q", "--quiet", action="store_true", help="say nothing")
    assert commands({"sail": command}) == (
        "## docmodels sail\n\nSail.\n\n| Argument | Meaning |\n| -------- | ------- |\n"
        "| `--to {a,b}` | a \\| b or none |\n| `-q`, `--quiet` | say nothing |\n\n"
        "*Exit status:* 0 done.\n\n```console\n$ sail\n```\n"
    )


def test_a_kind_is_shown_with_whom_it_breaks() -> None:
    page = changes(
        {"boat-sunk": ChangeKind((Whom.SENDERS, Whom.RECEIVERS), "sank", "It is gone.")}, {"Boats": ("boat-sunk",)}
    )
    assert page.endswith("\n#### boat-sunk\n\n*Breaks senders and receivers.* It is gone.\n")


def test_a_code_is_shown_with_all_that_is_said_of_it() -> None:
    page = diagnostics({"no-ink": Explanation("warning", "The pen writes nothing.", "Fill it.")}, {"Pens": ("no-ink",)})
    assert page.endswith("\n### no-ink\n\n*Warning.* The pen writes nothing.\n\n*Remedy.* Fill it.\n")


def test_a_difference_is_shown_with_all_that_is_said_of_it() -> None:
    page = differences({"ink-missing": DifferenceKind("warning", "is dry", "The pen is dry.", "Fill it.")})
    assert page.endswith("\n\n## ink-missing\n\n*Warning.* The pen is dry.\n\n*Remedy.* Fill it.\n")


@pytest.mark.parametrize("kind", DIFFERENCES)
def test_a_kind_of_difference_is_one_that_docmodels_can_give(kind: str) -> None:
    files = [*(SOURCES / "comparing").rglob("*.py")]
    assert any(f'"{kind}"' in file.read_text(encoding="utf-8") for file in files)


def test_each_code_and_each_kind_is_in_one_group() -> None:
    for names, groups in ((CODES, CODE_GROUPS), (KINDS, KIND_GROUPS)):
        assert sorted(name for group in groups.values() for name in group) == sorted(names)


def test_each_code_and_each_kind_has_an_example_from_the_golden_cases() -> None:
    entries = examples()
    assert [name for name in (*CODES, *KINDS, *DIFFERENCES) if name not in entries] == []
    assert (
        entries["field-optional"]
        == "Boat, an object\n  docs/Boat.md:7  breaks nobody  name is optional now  [field-optional]"
    )


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_one_that_docmodels_can_give(code: str) -> None:
    assert any(
        f'"{code}"' in file.read_text(encoding="utf-8") for file in SOURCES.rglob("*.py") if file.stem != "codes"
    )


@pytest.mark.parametrize("code", (CODES | DIFFERENCES).values(), ids=(CODES | DIFFERENCES))
def test_a_code_is_explained_in_whole_sentences(code: Explanation | DifferenceKind) -> None:
    assert code.severity in ("error", "warning", "note")
    for text in (code.meaning, code.remedy):
        assert re.fullmatch(r"[A-Z`][^\n]*\.", text)


def test_all_keys_at_once_are_a_configuration(tmp_path: Path) -> None:
    """Every key is there, with the type that it must have."""
    (text,) = (fence for fence in fences(document("docs/configuration.md"), "toml") if "limits" in fence)
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    assert load(tmp_path) == Config(
        docs=tmp_path / "docs/api",
        out=tmp_path / "src/acme/models",
        family="sdk",
        language="csharp",
        wire_case="camel",
        fields={
            "*.ModifiedAt": FieldSettings(nullable=True),
            "RoomConnectionData.RoomId": FieldSettings(wire="room_id"),
            "Invoice.Lines": FieldSettings(type="list[InvoiceLine]", required=True),
            "Models/Billing/*#*.*": FieldSettings(wire_case="snake"),
        },
        classes={"Order": ClassSettings(base="acme.Described"), "Money": ClassSettings(use="acme.money:Money")},
        names={"RoomConnectionData": "RoomConnection", "*ResponseWrapper": False},
        base="acme.Model",
        samples=tmp_path / "samples",
        learned=tmp_path / "docmodels.learned.json",
        recordings={"rooms.jsonl": "Room", "invoices/*": ("Invoice", "InvoiceLine")},
        layout="single",
        examples="evidence",
        templates=tmp_path / "templates",
        tables=(
            OwnTables(
                pages=("reference/*",),
                columns={"name": ("Slot",), "type": ("Shape",), "required": ("Needed",)},
                yes=("aye",),
                no=("nay",),
                types={"txt": "string", "bag of txt": "array of strings"},
                frames=("sheet",),
                models=("Error codes",),
                not_models=("Limits", "* (draft)"),
            ),
        ),
        compare=CompareSettings(
            classes={"Room": "acme.models.GameRoom", "RoomDraft": False},
            exceptions={
                "Room.status": ExceptionSettings("We keep states that the API adds later.", ("type-looser",)),
            },
        ),
        strict=True,
        changes={"field-removed": "error", "value-added": "note"},
        exclude=("sdks/*", "*/README.md"),
        ignore={"Models/Shared/Room.md": ("dead-link",)},
        docs_url="https://docs.example.com/{page}.html",
        required_version=">=0.1,<0.2",
        limits=Limits(
            page_bytes=5_000_000, text_characters=100_000, recording_bytes=200_000_000, target_bytes=50_000_000
        ),
        file=tmp_path / "pyproject.toml",
    )


def test_the_configuration_shows_every_key() -> None:
    (text,) = (fence for fence in fences(document("docs/configuration.md"), "toml") if "limits" in fence)
    settings_ = tomllib.loads(text)["tool"]["docmodels"]
    assert {field.name for field in dataclasses.fields(Config)} - {"file", "package"} == set(settings_)


def test_the_configuration_tells_where_docs_are_looked_for() -> None:
    text = " ".join((DOCS / "configuration.md").read_text(encoding="utf-8").split())
    (listed,) = re.findall(r"`docs` is the first of the folders (.*?) that is there", text)
    assert tuple(re.findall(r"`(\w+)`", listed)) == LIKELY


def test_the_programs_of_the_interface_run_in_order(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs_in", tmp_path / "docs_in")
    text = (DOCS / "interface.md").read_text(encoding="utf-8").partition("<!-- begin: interface -->")[0]
    programs = re.findall(r"^```python\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    assert {name for program in programs for name in FUNCTIONS if f"{name}(" in program} == FUNCTIONS
    for program in programs:
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, program + done.stderr
    written = ["generated/models/shared/room.py", "openapi.json", "models.html", "docmodels.learned.json"]
    assert all((tmp_path / path).is_file() for path in written)


def test_the_interface_lists_every_function() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| `docmodels (\w+)`", (DOCS / "interface.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert (
        {function for function, command in rows if function == command}
        == FUNCTIONS
        == set(COMMANDS) - {"init", "explain", "completion"}
    )
