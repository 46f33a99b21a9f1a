"""Docs that are odd but plausible, a page each, and what is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docmodels.config import Config
from docmodels.model.declarations import Alias, Enumeration, Object
from docmodels.model.types import DATE, STRING, ListOf, UnionOf
from docmodels.pipeline.understand import Understanding, understand

YES = ":heavy_check_mark:"
HEADER = "| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n"


def read(folder: Path, text: str, name: str = "Boat.md", language: str = "csharp") -> Understanding:
    (folder / name).write_text(text, "utf-8")
    return understand(Config(docs=folder, language=language))


def boat(folder: Path, *rows: str, language: str = "csharp") -> Object:
    (owner,) = read(
        folder, f"# Boat\n\n## Fields\n\n{HEADER}" + "\n".join(rows) + "\n", language=language
    ).model.objects
    return owner


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("https://h.example/p?a=1&region=eu&copy=2&lt=3", "https://h.example/p?a=1&region=eu&copy=2&lt=3"),
        ("a &lt;b&gt; &amp; &#39;c&#39; &#x1F6A2;", "a <b> & 'c' \N{SHIP}"),
    ],
)
def test_only_whole_entities_of_an_example_are_characters(tmp_path: Path, source: str, meant: str) -> None:
    (field,) = boat(tmp_path, f"| `Url` | *string* | {YES} | N/A | {source} |").fields
    assert field.values == (meant,)


@pytest.mark.parametrize(
    ("language", "cell"),
    [("typescript", "[RFCDate](../../types/rfcdate.md)"), ("go", "[types.Date](../../types/date.md)")],
)
def test_a_word_of_the_language_needs_no_page_that_its_link_leads_to(tmp_path: Path, language: str, cell: str) -> None:
    row = f"| `builtOn` | {cell} | {YES} | N/A | |"
    understanding = read(tmp_path, f"# Boat\n\n## Fields\n\n{HEADER}{row}\n", language=language)
    (owner,) = understanding.model.objects
    assert owner.fields[0].type == DATE
    assert [diagnostic.code for diagnostic in understanding.diagnostics] == [
        "unknown-wire-case"
    ]  # one page shows no JSON


def test_two_fields_that_would_share_a_name_on_the_wire_do_not(tmp_path: Path) -> None:
    owner = boat(
        tmp_path,
        f"| `Class` | *string* | {YES} | N/A | |",
        f"| `class` | *string* | {YES} | As in `boatYard`. | |",
        f"| `BoatYard` | *string* | {YES} | N/A | |",
    )
    assert [field.wire.name for field in owner.fields if field.wire] == ["Class", "class", "boatYard"]


@pytest.mark.parametrize("name", ["$schema", "@type", "x-rate", "a.b", "_id", "__typename"])
def test_a_name_that_is_no_name_of_an_sdk_stays(tmp_path: Path, name: str) -> None:
    owner = boat(
        tmp_path, f"| `{name}` | *string* | {YES} | N/A | |", f"| `BoatYard` | *string* | {YES} | `boatYard` | |"
    )
    assert [field.wire.name for field in owner.fields if field.wire] == [name, "boatYard"]


@pytest.mark.parametrize(
    "text",
    [
        '# Kind\n\n## Values\n\n```typescript\n"sail" | "motor" | Unrecognized<string>\n```\n',
        '# Kind\n\nThis is an open enum.\n\n## Values\n\n- `"sail"`\n- `"motor"`\n',
        '# Kind\n\n## Values\n\nThis is an open enum.\n\n- `"sail"`\n- `"motor"`\n',
    ],
)
def test_an_enumeration_is_open_wherever_the_page_says_so(tmp_path: Path, text: str) -> None:
    (kind,) = read(tmp_path, text, "Kind.md").model.declarations
    assert isinstance(kind, Enumeration)
    assert kind.is_open
    assert [member.value for member in kind.members] == ["sail", "motor"]


def test_fields_may_stand_in_tables_below_headings_of_their_own(tmp_path: Path) -> None:
    row = f"| `{{}}` | *string* | {YES} | N/A | |\n"
    text = f"# Boat\n\n## Fields\n\n### Of all boats\n\n{HEADER}{row.format('Name')}\n### Of some\n\n{HEADER}{row.format('Mast')}"
    understanding = read(tmp_path, text)
    (owner,) = understanding.model.objects
    assert [field.name for field in owner.fields] == ["Name", "Mast"]
    assert {diagnostic.code for diagnostic in understanding.diagnostics} == {"unknown-wire-case"}


def test_a_table_without_names_beside_those_below_is_told(tmp_path: Path) -> None:
    text = f"# Boat\n\n## Fields\n\n| Key | Note |\n| --- | --- |\n| a | b |\n\n### All\n\n{HEADER}| `Name` | *string* | {YES} | N/A | |\n"
    understanding = read(tmp_path, text)
    (owner,) = understanding.model.objects
    assert [field.name for field in owner.fields] == ["Name"]
    assert [str(diagnostic.place) for diagnostic in understanding.diagnostics if diagnostic.code == "unread-table"] == [
        "Boat.md:5"
    ]


def test_imports_before_the_title_of_a_page_in_mdx_are_no_text(tmp_path: Path) -> None:
    text = f"import Note from './note'\n\n# Boat\n\n## Fields\n\n{HEADER}| `Name` | *string* | {YES} | N/A | |\n"
    (owner,) = read(tmp_path, text, "Boat.mdx").model.objects
    assert (owner.title, owner.description) == ("Boat", "")


def test_how_the_sdk_tells_members_apart_is_not_said_of_the_model(tmp_path: Path) -> None:
    text = "# Load\n\n## Supported Types\n\n### Str\n\n### ArrayOfStr\n\n## Union Discrimination\n\n```go\nswitch load.Type {\n}\n```\n"
    (load,) = read(tmp_path, text, "Load.md").model.declarations
    assert isinstance(load, Alias)
    assert (load.type, load.description) == (UnionOf((STRING, ListOf(STRING))), "")


def test_a_comment_on_one_line_shows_the_type_of_a_member(tmp_path: Path) -> None:
    text = "# Load\n\n## Supported Types\n\n### `array`\n\n```php\n/** @var array<string> */\narray $value = [];\n```\n"
    (load,) = read(tmp_path, text, "Load.md", "php").model.declarations
    assert isinstance(load, Alias)
    assert load.type == ListOf(STRING)


@pytest.mark.parametrize(
    ("description", "is_deprecated"),
    [("DEPRECATED. Use `x`.", True), ("**DEPRECATED**: use `x`.", True), ("DEPRECATED_FIELDS lists them.", False)],
)
def test_a_description_may_begin_with_a_notice(tmp_path: Path, description: str, is_deprecated: bool) -> None:
    (field,) = boat(tmp_path, f"| `Old` | *string* | {YES} | {description} | |").fields
    assert (field.deprecated is not None) is is_deprecated


def test_capitals_that_a_language_forces_are_no_evidence(tmp_path: Path) -> None:
    owner = boat(tmp_path, f"| `BoatID` | *string* | {YES} | N/A | |", language="go")
    assert [field.wire.name for field in owner.fields if field.wire] == ["boatId"]


@pytest.mark.parametrize(
    "text",
    [
        f"## Fields\n\n{HEADER}| `Name` | *string* | {YES} | N/A | |\n",
        f"# Boat\n\n# Fields\n\n{HEADER}| `Name` | *string* | {YES} | N/A | |\n",
    ],
)
def test_a_table_of_fields_on_a_guide_is_not_skipped_in_silence(tmp_path: Path, text: str) -> None:
    row = f"| `Name` | *string* | {YES} | N/A | |\n"
    for name in ("Ship", "Raft"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\n## Fields\n\n{HEADER}{row}", "utf-8")
    understanding = read(tmp_path, text)
    (warning,) = (diagnostic for diagnostic in understanding.diagnostics if diagnostic.code == "skipped-fields")
    assert (warning.severity, warning.place.path) == ("warning", "Boat.md")
    assert {declaration.title for declaration in understanding.model.objects} == {"Raft", "Ship"}


def test_a_table_of_parameters_is_none_of_fields(tmp_path: Path) -> None:
    text = "# Boats\n\n### Parameters\n\n| Parameter | Type | Required |\n| --- | --- | --- |\n| id | *string* | x |\n"
    assert "skipped-fields" not in {diagnostic.code for diagnostic in read(tmp_path, text).diagnostics}
