"""The configuration: where it is found, what it says, and the messages about a wrong one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from docmodels.config import LIKELY, Config, ConfigError, FieldSettings, check_names
from docmodels.config import load as load_any
from docmodels.limits import Limits
from hypothesis import example, given
from hypothesis import strategies as st

LANGUAGES = ("csharp", "typescript")
FAMILIES = ("sdk", "tables")
FLAVOURS = ("pydantic", "dataclass")


def load(folder: Path, languages: tuple[str, ...]) -> Config:
    config = load_any(folder)
    check_names(config, {"family": FAMILIES, "language": languages, "flavour": FLAVOURS})
    return config


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    return file


def complaint(folder: Path) -> str:
    """What `load` says about the pyproject.toml in a folder, the folder's path left out."""
    with pytest.raises(ConfigError) as caught:
        load(folder, LANGUAGES)
    return str(caught.value).removeprefix(f"{folder.as_posix()}/")


# -- what holds --


def test_without_a_configuration_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path, LANGUAGES) == Config(
        docs=tmp_path / "docs_in",
        out=tmp_path / "generated",
        family="",
        language="",
        wire_case="",
        fields={},
        names={},
        base="",
        extra="ignore",
        unknown="reject",
        samples=None,
        learned=None,
        recordings={},
        templates=None,
        strict=False,
        exclude=(),
        ignore={},
        tables=(),
        limits=Limits(),
        docs_url="",
        required_version="",
        file=None,
    )


def test_every_setting_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "layout").mkdir()
    write(
        tmp_path,
        """\
[tool.docmodels]
docs = "docs/api"
out = "src/acme/models"
language = "csharp"
wire_case = "as_written"
base = "acme.models.Model"
extra = "forbid"
unknown = "keep"
samples = "samples"
learned = "learned.json"
flavour = "dataclass"
examples = "evidence"
templates = "layout"
strict = true
exclude = ["drafts/*", "README.md"]

[tool.docmodels.family]
"*" = "sdk"
"guides/*" = "tables"

[tool.docmodels.fields]
"Room.RoomId" = { wire = "room_id" }
"*.modified_at" = { nullable = true, required = false }
"models/a*#*.*" = { wire_case = "snake" }
"Order.total" = { type = "list[str]" }

[tool.docmodels.names]
Room = "GameRoom"
"*Internal" = false

[tool.docmodels.recordings]
"rooms.jsonl" = "Room"
"mixed/*" = ["Room", "App"]

[tool.docmodels.ignore]
"guides/*" = ["skipped-fields", "dead-link"]

[tool.docmodels.limits]
page_bytes = 5
""",
    )
    assert load(tmp_path, LANGUAGES) == Config(
        docs=tmp_path / "docs/api",
        out=tmp_path / "src/acme/models",
        family={"*": "sdk", "guides/*": "tables"},
        language="csharp",
        wire_case="as_written",
        fields={
            "Room.RoomId": FieldSettings(wire="room_id"),
            "*.modified_at": FieldSettings(nullable=True, required=False),
            "models/a*#*.*": FieldSettings(wire_case="snake"),
            "Order.total": FieldSettings(type="list[str]"),
        },
        names={"Room": "GameRoom", "*Internal": False},
        base="acme.models.Model",
        extra="forbid",
        unknown="keep",
        samples=tmp_path / "samples",
        learned=tmp_path / "learned.json",
        recordings={"rooms.jsonl": "Room", "mixed/*": ("Room", "App")},
        flavour="dataclass",
        examples="evidence",
        templates=tmp_path / "layout",
        strict=True,
        exclude=("drafts/*", "README.md"),
        ignore={"guides/*": ("skipped-fields", "dead-link")},
        limits=Limits(page_bytes=5),
        file=tmp_path / "pyproject.toml",
    )


def test_paths_are_relative_to_the_file_wherever_the_program_runs(
    tmp_path: Path,
) -> None:
    write(tmp_path, '[tool.docmodels]\ndocs = "api"\n')
    below = tmp_path / "src" / "acme"
    below.mkdir(parents=True)
    config = load(below, LANGUAGES)
    assert config.docs == tmp_path / "api"
    assert config.out == tmp_path / "generated"


def test_an_absolute_path_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    write(tmp_path / "project", f"[tool.docmodels]\nout = '{elsewhere}'\n")
    assert load(tmp_path / "project", LANGUAGES).out == elsewhere


def test_the_nearest_file_with_the_table_counts_alone(tmp_path: Path) -> None:
    write(tmp_path, '[tool.docmodels]\ndocs = "far"\nstrict = true\n')
    write(tmp_path / "near", '[tool.docmodels]\ndocs = "near"\n')
    write(tmp_path / "near" / "other", '[project]\nname = "other"\n')
    config = load(tmp_path / "near" / "other", LANGUAGES)
    assert config.docs == tmp_path / "near" / "near"
    assert not config.strict


@pytest.mark.parametrize("text", ["", "tool = 1\n", "[tool]\n", "[tool.black]\nline-length = 88\n"])
def test_a_file_without_the_table_is_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path, '[tool.docmodels]\ndocs = "far"\n')
    write(tmp_path / "near", text)
    assert load(tmp_path / "near", LANGUAGES).docs == tmp_path / "far"


@pytest.mark.parametrize("configuration", ["", "[tool.docmodels]\n"])
def test_docs_are_looked_for_where_they_usually_are(tmp_path: Path, configuration: str) -> None:
    if configuration:
        write(tmp_path, configuration)
    for name in reversed(LIKELY):
        (tmp_path / name).mkdir()
        assert load(tmp_path, LANGUAGES).docs == tmp_path / name


# -- what is wrong --


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        # Keys.
        (
            'doc = "api"',
            '2:1: unknown key "doc" in [tool.docmodels]; did you mean "docs"?',
        ),
        (
            'wire-case = "snake"',
            '2:1: unknown key "wire-case" in [tool.docmodels]; did you mean "wire_case"?',
        ),
        (
            "# what else?\n\n  shade = 1",
            '4:3: unknown key "shade" in [tool.docmodels]; it may have "docs", "out", '
            '"family", "language", "wire_case", "fields", "names", "classes", "base", "extra", "decimal", "unknown", '
            '"samples", "learned", "recordings", "flavour", "layout", "examples", "templates", '
            '"strict", "exclude", "ignore", "changes", "tables", "compare", "docs_url", "limits" or "required_version"',
        ),
        (
            'file = "a"',
            '2:1: unknown key "file" in [tool.docmodels]; did you mean "fields"?',
        ),
        # Types.
        ("docs = 3", "2:1: docs: expected a path, got an integer"),
        ("out = [1]", "2:1: out: expected a path, got an array"),
        ('docs = ""', '2:1: docs: expected a path, got ""'),
        (r'out = "a\u0000b"', '2:1: out: expected a path, got "a\0b"'),
        ("templates = {}", "2:1: templates: expected a path, got a table"),
        ("strict = 1", "2:1: strict: expected true or false, got an integer"),
        ('strict = "yes"', "2:1: strict: expected true or false, got a string"),
        ("language = true", "2:1: language: expected a string, or a table of patterns of paths, got a boolean"),
        (
            'language = { "a/*" = "csharp", "b/*" = "pyton" }',
            '2:33: language.b/*: expected "csharp" or "typescript", got "pyton"',
        ),
        ('family = "sdks"', '2:1: family: expected "sdk" or "tables", got "sdks"; did you mean "sdk"?'),
        ("wire_case = 1.5", "2:1: wire_case: expected a string, got a float"),
        (
            'exclude = "drafts/*"',
            "2:1: exclude: expected an array of strings, got a string",
        ),
        (
            'exclude = ["a", 2026-01-02]',
            "2:1: exclude: expected an array of strings, got a date or time in it",
        ),
        ('fields = "snake"', "2:1: fields: expected a table, got a string"),
        ("names = 1", "2:1: names: expected a table, got an integer"),
        ('ignore = ["dead-link"]', "2:1: ignore: expected a table, got an array"),
        # Choices.
        (
            'language = "cobol"',
            '2:1: language: expected "csharp" or "typescript", got "cobol"',
        ),
        (
            'language = "c-sharp"',
            '2:1: language: expected "csharp" or "typescript", got "c-sharp"; did you mean "csharp"?',
        ),
        (
            'wire_case = "camle"',
            '2:1: wire_case: expected "camel", "snake" or "as_written", got "camle"; did you mean "camel"?',
        ),
        # Fields.
        (
            '[tool.docmodels.fields]\n"Room.Id" = 7',
            "3:2: fields.Room.Id: expected a table like { nullable = true }, got an integer",
        ),
        (
            '[tool.docmodels.fields]\n"Room.Id" = { wire = "" }',
            '3:15: fields.Room.Id.wire: expected a name, got ""',
        ),
        (
            '[tool.docmodels.fields]\n"Room.Id" = { null = true }',
            '3:15: unknown key "null" in [tool.docmodels.fields.Room.Id]; did you mean "nullable"?',
        ),
        (
            '[tool.docmodels.fields]\n"Room.Id" = { nullable = "yes" }',
            "3:15: fields.Room.Id.nullable: expected true or false, got a string",
        ),
        (
            '[tool.docmodels.fields]\nRoom.Id = { wire = "room_id" }',
            "3:6: fields.Room.Id: expected a setting, got a table; is a key without quotes?",
        ),
        # Names.
        (
            '[tool.docmodels.names]\nRoom = "game room"',
            '3:1: names.Room: expected the name of a class, or false, got "game room"',
        ),
        (
            "[tool.docmodels.names]\nRoom = true",
            "3:1: names.Room: expected the name of a class, or false, got a boolean",
        ),
        # Classes.
        ('base = "Model"', '2:1: base: expected a class with its module, like "acme.Model", got "Model"'),
        ('base = "acme.class"', '2:1: base: expected a class with its module, like "acme.Model", got "acme.class"'),
        (
            'extra = "allowed"',
            '2:1: extra: expected "ignore", "allow" or "forbid", got "allowed"; did you mean "allow"?',
        ),
        ('unknown = "drop"', '2:1: unknown: expected "reject" or "keep", got "drop"'),
        # Findings.
        (
            '[tool.docmodels.ignore]\n"a.md" = ["dead-lnik"]',
            '3:2: ignore.a.md: "dead-lnik" is not a code; did you mean "dead-link"?',
        ),
        ('[tool.docmodels.ignore]\n"*" = ["not-written"]', '3:2: ignore.*: "not-written" cannot be ignored'),
        # Words for tables.
        (
            'tables = ["a"]',
            "2:1: tables: expected an array of tables, like [[tool.docmodels.tables]], got a string in it",
        ),
        (
            '[[tool.docmodels.tables]]\nyes = "aye"',
            "3:1: tables.yes: expected an array of strings, got a string",
        ),
        (
            "[[tool.docmodels.tables]]\ncolums = {}",
            '3:1: unknown key "colums" in [tool.docmodels.tables]; did you mean "columns"?',
        ),
        # Recordings.
        ("samples = 3", "2:1: samples: expected a path, got an integer"),
        (
            '[tool.docmodels.recordings]\n"a.jsonl" = []',
            "3:2: recordings.a.jsonl: expected the name of a model, or several, got an array",
        ),
        # Addresses.
        (
            'docs_url = "https://example.com"',
            '2:1: docs_url: expected an address like "https://example.com/docs/{page}.html", got "https://example.com"',
        ),
        # Versions.
        (
            'required_version = "new"',
            '2:1: required_version: expected a version like "0.3" or ">=0.3,<0.4", got "new"',
        ),
        # Limits.
        ("limits = 3", "2:1: limits: expected a table, got an integer"),
        (
            "[tool.docmodels.limits]\npage_byte = 3",
            '3:1: unknown key "page_byte" in [tool.docmodels.limits]; did you mean "page_bytes"?',
        ),
        ("[tool.docmodels.limits]\npage_bytes = 0", "3:1: limits.page_bytes: expected an integer of at least 1, got 0"),
        (
            "[tool.docmodels.limits]\npage_bytes = 1.5",
            "3:1: limits.page_bytes: expected an integer of at least 1, got a float",
        ),
        (
            "[tool.docmodels.limits]\npage_bytes = true",
            "3:1: limits.page_bytes: expected an integer of at least 1, got a boolean",
        ),
    ],
)
def test_a_wrong_setting(tmp_path: Path, setting: str, message: str) -> None:
    write(tmp_path, f"[tool.docmodels]\n{setting}\n")
    assert complaint(tmp_path) == f"pyproject.toml:{message}"


@pytest.mark.parametrize("wanted", ["0.3.1", "0.3.*", ">=0.3,<0.4", "~=0.3.0", "!=0.4"])
def test_a_project_allows_certain_versions(tmp_path: Path, wanted: str) -> None:
    write(tmp_path, f'[tool.docmodels]\nrequired_version = "{wanted}"\n')
    assert load_any(tmp_path, version="0.3.1").required_version == wanted
    with pytest.raises(ConfigError) as caught:
        load_any(tmp_path, version="0.4")
    message = f'required_version: this is docmodels 0.4, and the project requires "{wanted}"'
    assert (caught.value.message, caught.value.line) == (message, 2)


def test_a_wrong_version_is_told_alone(tmp_path: Path) -> None:
    """Keys of another version are no mistakes of the project's."""
    write(tmp_path, '[tool.docmodels]\nfrobnicate = 3\nrequired_version = "9"\n')
    with pytest.raises(ConfigError, match="requires") as caught:
        load_any(tmp_path, version="0.3")
    assert len(caught.value.errors) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.docmodels]\ndocs = = 3\n", "2:8: invalid TOML: Invalid value"),
        (
            '[tool.docmodels]\nout = "a"\nout = "b"\n',
            "3:10: invalid TOML: Cannot overwrite a value",
        ),
        ("\ufeff[tool.docmodels]\n", "1:1: TOML allows no byte order mark; save the file as UTF-8 without one"),
        (
            "[tool]\ndocmodels = 3\n",
            "2:1: tool.docmodels: expected a table, got an integer",
        ),
    ],
)
def test_a_wrong_file(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    assert complaint(tmp_path) == f"pyproject.toml:{message}"


def test_a_file_that_ends_too_early(tmp_path: Path) -> None:
    write(tmp_path, '[tool.docmodels]\nexclude = ["a",\n')
    message = "pyproject.toml: invalid TOML: Invalid value (at end of document)"
    assert complaint(tmp_path) == message


def test_a_file_nested_beyond_reason(tmp_path: Path) -> None:
    write(tmp_path, f"[tool.docmodels]\nexclude = {'[' * 100_000}\n")
    assert complaint(tmp_path) == "pyproject.toml: invalid TOML: nested too deeply"


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    text = '[tool.docmodels]\ndocs = "höhe"\nout = "größe"\n'
    start, _, end = text.encode().partition("ß".encode())
    (tmp_path / "pyproject.toml").write_bytes(start + b"\xdf" + end)
    assert complaint(tmp_path) == "pyproject.toml:3:11: not UTF-8 text"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.symlink_to(file)
    message = "pyproject.toml: cannot be read: Too many levels of symbolic links"
    assert complaint(tmp_path) == message


# -- where it is wrong --


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[tool.docmodels]\r\n"docs" = 3\r\n', "2:2"),
        ("[tool]\ndocmodels.docs = 3\n", "2:11"),
        ("tool.docmodels = { strict = true, docs = 3 }\n", "1:35"),
        # The same word elsewhere is not the key.
        ("[other]\ndocs = 3\n[tool.docmodels]\ndocs = 3\n[later]\ndocs = 3\n", "4:1"),
        (
            'note = """\n[tool.docmodels]\ndocs = 3\n"""\n[tool.docmodels]\ndocs = 3\n',
            "6:1",
        ),
        ('[tool.docmodels]\nexclude = [\n  "docs",\n]\ndocs = 3\n', "5:1"),
    ],
)
def test_a_key_is_found_however_it_is_written(tmp_path: Path, text: str, place: str) -> None:
    write(tmp_path, text)
    message = f"pyproject.toml:{place}: docs: expected a path, got an integer"
    assert complaint(tmp_path) == message


def test_a_key_that_the_text_does_not_spell_out_has_no_place(tmp_path: Path) -> None:
    write(tmp_path, '[tool.docmodels]\n"doc\\u0073" = 3\n')
    message = "pyproject.toml: docs: expected a path, got an integer"
    assert complaint(tmp_path) == message


# -- whatever is in the file --


@given(st.text() | st.binary())
@example("docs = 9" + "9" * 5000)
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: str | bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    tail = content if isinstance(content, bytes) else content.encode(errors="replace")
    (folder / "pyproject.toml").write_bytes(b"[tool.docmodels]\n" + tail)
    with suppress(ConfigError):
        load(folder, LANGUAGES)
