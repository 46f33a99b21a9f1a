"""README.md: what it shows is what docmodels does, and what it tells to type works."""

from __future__ import annotations

import dataclasses
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest
from docmodels.cli import main, options
from docmodels.config import LIKELY, Config, FieldSettings, load
from docmodels.diagnostics.codes import CODES
from docmodels.families import LANGUAGES, NAMES
from docmodels.limits import Limits
from docmodels.markdown import Row, read_page
from docmodels.targets.python import FLAVOURS

from tests.documentation import ROOT, column, document, fences, tables
from tests.picture import review
from tests.repositories import git
from tests.trees import DOCS, generate

README = document("README.md")
SHOWN = "Models/Shared/RoomConnectionData.md"

IGNORED = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "build", "dist")


def command_lines() -> list[str]:
    """The lines to type, each once, in their order."""
    lines = (line for text in fences(README, "console") for line in text.splitlines())
    return list(dict.fromkeys(line.removeprefix("$ ") for line in lines))


class TestTheExample:
    def test_shows_rows_of_the_page(self) -> None:
        (shown,) = fences(README, "markdown")
        ours, theirs = parts(shown.encode()), parts((DOCS / SHOWN).read_bytes())
        assert ours[:2] == theirs[:2]
        assert ours[2]
        rows = iter(theirs[2])
        assert all(row in rows for row in ours[2])

    def test_shows_the_module_of_these_rows(self, tmp_path: Path) -> None:
        (page,), (module, _) = fences(README, "markdown"), fences(README, "python")
        shutil.copytree(DOCS, tmp_path / "docs_in")
        (tmp_path / "docs_in" / SHOWN).write_text(page, encoding="utf-8")
        generate(tmp_path / "docs_in", tmp_path / "generated")
        written = tmp_path / "generated/models/shared/room_connection_data.py"
        assert written.read_text(encoding="utf-8") == module


class TestTheChanges:
    def test_are_those_of_edits(self, tmp_path: Path) -> None:
        """They show what the forms can say: whom each breaks, and a new name that is no removal."""
        assert review(tmp_path, colour=False) in fences(README, "text")


def test_the_program_runs(tmp_path: Path) -> None:
    _, program = fences(README, "python")
    shutil.copytree(DOCS, tmp_path / "docs_in")
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True)
    assert (tmp_path / "generated/models/shared/room.py").is_file()


def parts(data: bytes) -> tuple[list[str], list[str], list[list[str]]]:
    """What a page says outside of its table, the headings of its table, and the rows."""
    page, _ = read_page(SHOWN, data)
    assert page is not None
    said = [
        text
        for section in page.sections
        for text in (section.heading.source, *(getattr(block, "source", "") for block in section.blocks))
        if text
    ]
    (table,) = (table for section in page.sections for table in section.tables)
    return said, [heading.text for heading in table.header], [cells(row) for row in table.rows]


def cells(row: Row) -> list[str]:
    return [cell.source for cell in row.cells]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository whose environment is the one that is running, with generated/ up to date."""
    copy = tmp_path_factory.mktemp("copy") / "docmodels"
    shutil.copytree(ROOT, copy, ignore=IGNORED)
    (copy / ".venv").mkdir()
    (copy / ".venv" / "bin").symlink_to(sysconfig.get_path("scripts"))
    (copy / ".venv" / ".ready").touch()
    generate(copy / "docs_in", copy / "generated")
    git(copy, "init", "--quiet")
    git(copy, "add", "docs_in")
    git(copy, "commit", "--quiet", "--message", "The docs")
    return copy


class TestTheCommandLines:
    """They run in a copy of the repository, with the docs committed; what takes long or needs a network is looked at instead."""

    @pytest.mark.parametrize("line", command_lines())
    def test_work(self, checkout: Path, line: str) -> None:
        match line.split():
            case ["docmodels", *_] | ["make", "generate"]:
                run(line, checkout)
            case ["make", target]:
                assert f"bin/{TOOL[target]}" in run(f"make --dry-run --always-make {target}", checkout)
            case ["pip", "install", name]:
                assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"] == name
            case _:
                pytest.fail(f"nobody has tried: {line}")

    def test_are_some(self) -> None:
        assert {"make generate", "make test", "docmodels generate", "docmodels check"} <= set(command_lines())


TOOL = {
    "setup": "python -m pip install",
    "test": "python -m pytest",
    "check": "mypy",
    "golden": "python -m tests.golden",
    "soak": "python -m tests.mutations",
}


def run(line: str, folder: Path) -> str:
    """Run a command line as it stands, with the scripts of the running environment in reach."""
    env = {**os.environ, "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])}
    env.pop("MAKEFLAGS", None)  # those of a `make test` that runs this
    done = subprocess.run(
        shlex.split(line),
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


class TestTheTables:
    def test_of_commands_lists_all(self, capsys: pytest.CaptureFixture[str]) -> None:
        (table,) = tables(README, "Command")
        with pytest.raises(SystemExit):
            main(["--help"])
        listed = re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.MULTILINE)
        assert column(table, "Command") == [f"docmodels {command}" for command in listed]

    @pytest.mark.parametrize("command", ["init", "generate", "check", "diff", "inspect", "report", "learn", "verify"])
    def test_of_options_lists_all(self, capsys: pytest.CaptureFixture[str], command: str) -> None:
        (table,) = tables(README, "Option")
        listed = {
            option
            for cell, commands in zip(column(table, "Option"), column(table, "Commands"), strict=True)
            if commands == "all" or command in commands
            for option in re.findall(r"--?[a-z][a-z-]*", cell)
        }
        with pytest.raises(SystemExit):
            main([command, "--help"])
        usage = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", capsys.readouterr().out.partition("exit status")[0])
        assert listed == set(usage) - {"-h", "--help"}

    def test_of_keys_lists_all(self) -> None:
        (table,) = tables(README, "Key")
        assert column(table, "Key") == [each.name for each in dataclasses.fields(Config) if each.name != "file"]

    def test_of_keys_tells_the_defaults(self) -> None:
        (table,) = tables(README, "Key")
        told = dict(zip(column(table, "Key"), column(table, "Default"), strict=True))
        literal = {key: text for key, text in told.items() if re.fullmatch(r'".*"|false|\[\]|\{\}', text)}
        defaults = tomllib.loads("\n".join(f"{key} = {text}" for key, text in literal.items()))
        config = Config()
        assert {**defaults, "exclude": tuple(defaults["exclude"])} == {
            "out": str(config.out),
            "fields": config.fields,
            "names": config.names,
            "base": config.base,
            "extra": config.extra,
            "unknown": config.unknown,
            "recordings": config.recordings,
            "flavour": config.flavour,
            "strict": config.strict,
            "exclude": config.exclude,
            "ignore": config.ignore,
        }

    def test_of_keys_tells_where_docs_are_looked_for(self) -> None:
        (table,) = tables(README, "Key")
        default = column(table, "Default")[column(table, "Key").index("docs")]
        shown = default.removeprefix("the first of ").removesuffix(" that is there")
        assert tuple(re.split(", | and ", shown)) == LIKELY == tuple(options.LIKELY.split(", "))

    def test_of_keys_lists_the_languages(self) -> None:
        (table,) = tables(README, "Key")
        meaning = column(table, "Meaning")[column(table, "Key").index("language")]
        assert tuple(re.findall(r'"(\w+)"', meaning)) == LANGUAGES

    def test_of_what_becomes_any_names_codes(self) -> None:
        (table,) = tables(README, "What the docs show")
        told = re.findall(r"(warning|error) ((?:[a-z]+-[a-z]+(?:, )?)+)", "\n".join(column(table, "What you are told")))
        named = {code: severity for severity, codes in told for code in codes.split(", ")}
        assert len(named) >= 8
        assert named == {code: CODES[code].severity for code in named}


def test_the_configuration_is_one(tmp_path: Path) -> None:
    """Every key is in it, with the type that it must have."""
    (text,) = fences(README, "toml")
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    assert load(tmp_path, LANGUAGES, NAMES, tuple(FLAVOURS)) == Config(
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
        names={"RoomConnectionData": "RoomConnection", "*ResponseWrapper": False},
        base="acme.Model",
        samples=tmp_path / "samples",
        learned=tmp_path / "docmodels.learned.json",
        recordings={"rooms.jsonl": "Room", "invoices/*": ("Invoice", "InvoiceLine")},
        templates=tmp_path / "templates",
        strict=True,
        exclude=("sdks/*", "*/README.md"),
        ignore={"Models/Shared/Room.md": ("dead-link",)},
        limits=Limits(page_bytes=5_000_000, text_characters=100_000, recording_bytes=200_000_000),
        file=tmp_path / "pyproject.toml",
    )
