"""The docs of generated clients: which pages are theirs, and what holds for any page of them."""

from __future__ import annotations

from itertools import chain

import pytest
from docmodels.cache.store import Cache
from docmodels.families import FAMILIES, claims
from docmodels.families.openapi_generator import LANGUAGES
from docmodels.families.openapi_generator.cells import Notes, read_notes
from docmodels.families.openapi_generator.renamings import original
from docmodels.limits import TEXT_CHARACTERS
from docmodels.markdown import read_page
from docmodels.model.declarations import Alias, Direction, Object, Presence
from docmodels.pipeline.choose import Options
from docmodels.pipeline.read import Docs, read_docs
from docmodels.pipeline.remember import codec
from hypothesis import given
from hypothesis import strategies as st

from tests.counted import assert_quick

NAME = "openapi-generator"
HEADER = "Name | Type | Description | Notes\n------------ | ------------- | ------------- | -------------\n"
ROOM = f"# Room\n\n## Properties\n\n{HEADER}**room_id** | **str** |  | \n"
FOOT = "[[Back to Model list]](../README.md#documentation-for-models)\n"


def read(pages: dict[str, str], language: str = "") -> Docs:
    files = [(path, text.encode("utf-8", "replace")) for path, text in pages.items()]
    options = Options(lambda _: NAME, lambda _: language, TEXT_CHARACTERS)
    return read_docs(files, options, Cache(None, "", codec()))


def fields_of(rows: str, language: str = "python", title: str = "Room") -> dict[str, object]:
    """The fields of a model with these rows, by name."""
    docs = read({"Room.md": f"# {title}\n\n## Properties\n\n{HEADER}{rows}\n"}, language)
    (declaration,) = docs.readings["Room.md"].declarations
    assert isinstance(declaration, Object)
    return {field.name: field for field in declaration.fields}


# -- which pages --


@pytest.mark.parametrize(
    ("text", "models"),
    [
        (ROOM, 1),
        ("\n\n" + ROOM, 1),
        (f"# Room\n\n## Properties\n{HEADER}\n", 1),
        (f"# # Room\n\n## Properties\n\n{HEADER}", 1),
        ("# Room\n\n## Properties\n\n|Name | Type|\n|--- | ---|\n|`id` | string|\n\n" + FOOT, 1),
        ("# Status\n\n## Enum\n\n* `OPEN` (value: `'open'`)\n", 1),
        ("# Status\n\n## Enum Variants\n\n| Name | Value |\n|---- | -----|\n| Open | open |\n", 1),
        ("# Owner\n\n## oneOf schemas\n* [Player](Player.md)\n", 1),
        ("# Owner\n\n## anyOf schemas\n* [Player](Player.md)\n", 1),
        ("# RoomsApi\n\nAll URIs are relative to *https://api.harbor.example*\n", 0),
        ("# Harbor::RoomsApi\n\nAll URIs are relative to *https://api.harbor.example*\n\n### Parameters\n", 0),
    ],
)
def test_these_pages_are(text: str, models: int) -> None:
    page, _ = read_page("Room.md", text.encode())
    assert page is not None
    by_family = claims(page, FAMILIES.values())
    assert by_family[NAME].models == models
    assert all(claim.sureness < by_family[NAME].sureness for name, claim in by_family.items() if name != NAME)


@pytest.mark.parametrize(
    "text",
    [
        "# Harbor for Python\n\n## Documentation for API Endpoints\n\nClass | Method\n--- | ---\n*RoomsApi* | x\n",
        "# Room\n\n## Properties\n\n| Property | Type | Description |\n| --- | --- | --- |\n| id | string | |\n",
        "# Room\n\n## Properties\n\n| Name | Type | Description |\n| --- | --- | --- |\n| id | string | |\n",
        "# Room\n\n### Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n| id | x | | |\n",
        "# Room\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n| `id` | *string* |\n",
        "# Room\n\n## Enum\n\nIt has no values.\n",
        "## Properties\n\n" + HEADER,
        "",
    ],
)
def test_these_are_not(text: str) -> None:
    page, _ = read_page("Room.md", text.encode())
    assert page is not None
    assert NAME not in claims(page, FAMILIES.values())


def test_operations_tell_what_is_sent_and_received() -> None:
    text = f"""\
# RoomsApi

All URIs are relative to *https://api.harbor.example*

## createRoom

### Required Parameters

{HEADER}**ctx** | **context.Context** | nil
**config** | [**RoomConfig**](RoomConfig.md)|  |

### Optional Parameters

{HEADER}**labels** | [**map[string]Label**](Label.md)|  |

### Return type

[**[]Room**](Room.md)
"""
    docs = read({"RoomsApi.md": text, "Room.md": ROOM}, "go")
    used = {(use.direction, str(use.type)) for use in docs.readings["RoomsApi.md"].uses}
    assert any(direction is Direction.SENT and "RoomConfig.md" in what for direction, what in used)
    assert any(direction is Direction.SENT and "Label.md" in what for direction, what in used)
    assert any(direction is Direction.RECEIVED and "'Room.md'" in what for direction, what in used)


def test_each_client_is_in_a_language_of_its_own() -> None:
    java = "# Room\n\n## Properties\n\n| Name | Type | Description | Notes |\n|--- | --- | --- | ---|\n|**id** | **Long** | | |\n"
    docs = read({"python/Room.md": ROOM, "java/Room.md": java, "go/models/Room.md": ROOM, "go/apis/X.md": java})
    languages = {path: chosen.notation.language for path, chosen in docs.chosen.items()}
    assert languages["python/Room.md"] == "python"
    assert languages["java/Room.md"] == "java"
    assert languages["go/models/Room.md"] == languages["go/apis/X.md"]


# Types in the words of each language: a text, a list of texts, and a number.
SHOWN = {
    "bash": ("**string**", "**array[string]**", "**integer**"),
    "c": (r"**char \\***", r"**list_t \\***", "**int**"),
    "crystal": ("**String**", "**Array(String)**", "**Int64**"),
    "csharp": ("**string**", "**List&lt;string&gt;**", "**int?**"),
    "dart": ("**String**", "**List&lt;String&gt;**", "**num**"),
    "eiffel": ("**STRING_32**", "**LIST [STRING_32]**", "**INTEGER_64**"),
    "go": ("**string**", "**[]string**", "**int32**"),
    "java": ("**String**", "**List&lt;String&gt;**", "**Integer**"),
    "javascript": ("**String**", "**[String]**", "**Number**"),
    "julia": ("**`String`**", "**`Vector{String}`**", "**`Int64`**"),
    "kotlin": ("**kotlin.String**", "**kotlin.collections.List&lt;kotlin.String&gt;**", "**kotlin.Int**"),
    "markdown": ("**String**", "**List**", "**Long**"),
    "objc": ("**NSString***", "**NSArray&lt;NSString*&gt;***", "**NSNumber***"),
    "perl": ("**string**", "**ARRAY[string]**", "**int**"),
    "php": ("**string**", "**string[]**", "**int**"),
    "powershell": ("**String**", "**String[]**", "**Int32**"),
    "python": ("**str**", "**List[str]**", "**int**"),
    "r": ("**character**", "**array[character]**", "**integer**"),
    "ruby": ("**String**", "**Array&lt;String&gt;**", "**Integer**"),
    "rust": ("**String**", "**Vec<String>**", "**i32**"),
    "scala": ("**String**", "**Seq[String]**", "**Int**"),
    "swift": ("**String**", "**[String]**", "**Int**"),
    "typescript": ("**string**", "**Array&lt;string&gt;**", "**number**"),
}


@given(word=st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,12}", fullmatch=True), language=st.sampled_from(sorted(SHOWN)))
def test_a_word_that_a_language_lacks_changes_neither_it_nor_the_other_types(word: str, language: str) -> None:
    kinds = (*SHOWN[language], f"**Zq{word}**")
    rows = "".join(f"**f{number}** | {kind} |  | \n" for number, kind in enumerate(kinds))
    page = f"# Room\n\n## Properties\n{HEADER}{rows}\n{FOOT}"
    docs, known = read({"Room.md": page}), fields_of(rows, language)
    chosen = docs.chosen["Room.md"].notation
    assert not chosen.is_strange
    (declaration,) = docs.readings["Room.md"].declarations
    assert isinstance(declaration, Object)
    for field in declaration.fields[:3]:
        assert field.type == known[field.name].type  # type: ignore[attr-defined]


def test_every_language_is_tried_with_a_word_that_it_lacks() -> None:
    assert sorted(SHOWN) == sorted(LANGUAGES)


# -- names --


@pytest.mark.parametrize(
    ("language", "name", "before"),
    [
        ("python", "var_from", "from"),
        ("python", "var_1st", "1st"),
        ("python", "_from", "from"),
        ("python", "_1st", "1st"),
        ("java", "_default", "default"),
        ("java", "propertyClass", "class"),
        ("java", "propertyTax", "propertyTax"),
        ("typescript", "_yield", "yield"),
        ("kotlin", "propertySize", "size"),
        ("ruby", "_end", "end"),
        ("swift", "_protocol", "protocol"),
        ("dart", "class_", "class"),
        ("csharp", "_Room", "Room"),
        ("rust", "at_type", "@type"),
        ("java", "atBaseType", "@baseType"),
        ("java", "atomic", "atomic"),
        ("java", "_id", "_id"),
        ("java", "_links", "_links"),
        ("php", "end", "end"),
        ("python", "var_", "var_"),
        ("python", "_", "_"),
    ],
)
def test_reserved_words_are_taken_back(language: str, name: str, before: str) -> None:
    assert original(name, "Room", language) == before


# -- notes --


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Notes()),
        ("[optional] ", Notes(optional=True)),
        ("[optional][readonly]", Notes(optional=True, read_only=True)),
        ("[default to undefined]", Notes()),
        ("[optional] [default to &#39;a&#39;]", Notes(optional=True, default='"a"')),
        (r"[default to 'it\'s']", Notes(default='"it\'s"')),
        ("[default to []]", Notes(default="[]")),
        ("[default to const {}]", Notes(default="{}")),
        ("[default to True]", Notes(default="true")),
        ("[default to 1.5D]", Notes(default="1.5")),
        ("[default to Status.OPEN]", Notes(default="Status.OPEN", default_is_name=True)),
        ("[default to new Date()]", Notes()),
        ('must be one of ["a", "b", ]', Notes(values='"a", "b", ')),
        ("[optional]  if omitted the server will use the default value of 16", Notes(optional=True, default="16")),
    ],
)
def test_notes(text: str, meant: Notes) -> None:
    assert read_notes(text) == meant


@pytest.mark.parametrize("text", ["See [optional]", "[optional] of course", "[something]", "x"])
def test_these_are_no_notes(text: str) -> None:
    assert read_notes(text) is None


# -- any page --

LINES = st.sampled_from(
    [
        "# Room",
        "# # Room",
        "# Harbor::Room",
        "## Properties",
        "## Enum",
        "## Enum: StatusEnum",
        "## Enum: { [key: string]: string; }",
        "## Enum Variants",
        "## oneOf schemas",
        "## Class instance methods",
        "### `openapi_one_of`",
        "#### Return type",
        "## Example",
        "Name | Type | Description | Notes",
        "---- | ---- | ---- | ----",
        "| Name | Value |",
        "| ---- | ---- |",
        "**status** | [**StatusEnum**](#StatusEnum) | | [optional] [default to StatusEnum.OPEN]",
        "**status** | **str** | a | b | [default to 'x']",
        "**kind** | [**inline**](#kotlin.Array<Kind>) |",
        "**r#type** | Option<**String**> | (enum: a, b) | [optional]",
        "**** | **",
        "| OPEN | &quot;open&quot; |",
        "| status | a, b |",
        "* `OPEN` (value: `'open'`)",
        "* `ONE` (value: `1`)",
        "* `HALF` (value: `0.5`)",
        "* [Room](Room.md)",
        "- `nil` (if no type matches)",
        "All URIs are relative to *x*",
        "```python",
        "```",
        "[[Back to Model list]](../README.md)",
        "",
    ]
)


@given(lines=st.lists(LINES | st.text(max_size=20), max_size=14), language=st.sampled_from(LANGUAGES))
def test_any_page_is_read_or_left_alone(lines: list[str], language: str) -> None:
    docs = read({"Room.md": "\n".join(lines)}, language)
    declarations = tuple(chain.from_iterable(reading.declarations for reading in docs.readings.values()))
    assert len(declarations) <= 1


CELLS = st.text(
    st.characters(codec="ascii", categories=["L", "N", "P", "Zs"], exclude_characters="|\\`*_<>[]&#~"), max_size=12
)


@given(
    texts=st.lists(CELLS.map(str.strip).filter(bool), min_size=1, max_size=4),
    optional=st.booleans(),
    bars=st.booleans(),
)
def test_bars_in_a_description_lose_nothing(texts: list[str], optional: bool, bars: bool) -> None:
    row = f"**id** | **str** | {' | '.join(texts)} | {'[optional] ' if optional else ''}"
    (field,) = fields_of(f"|{row}|" if bars else row).values()
    assert field.presence is (Presence.OPTIONAL if optional else Presence.REQUIRED)
    assert "".join(field.description.split()) == "".join("|".join(texts).split())


@given(
    rows=st.lists(st.tuples(st.sampled_from(["id", "name", "from", ""]), st.sampled_from(["str", "int"])), max_size=6)
)
def test_every_row_is_a_field_or_a_finding(rows: list[tuple[str, str]]) -> None:
    rows_ = "".join(f"**{name}** | **{kind}** |  | \n" for name, kind in rows)
    docs = read({"Room.md": f"# Room\n\n## Properties\n\n{HEADER}{rows_}"}, "python")
    (declaration,) = docs.readings["Room.md"].declarations
    named = [(name, kind) for name, kind in rows if name]
    kept = {field.name for field in declaration.fields} if isinstance(declaration, Object) else set()
    assert kept == {name for name, _ in named}
    first = dict(reversed(named))
    lost = sum(not name or first[name] != kind for name, kind in rows)
    assert sum(diagnostic.code in ("missing-name", "repeated-field") for diagnostic in docs.diagnostics) == lost


@pytest.mark.parametrize(
    "row",
    [
        "**a** | **str** | x | " + "[default to " * 2500,
        "**a** | **str** | x | [default to " + "a_" * 15000 + "!]",
        "**a** | **str** | " + "(enum: " * 4000 + " | ",
        "**a** | **str** | " + " " * 30000 + "(enum | ",
        "`" * 30000 + " | **str** | | ",
        "*" * 30000 + " | **str** | | ",
        "**a** | " + "[**" * 4000 + " | | ",
        "**a** | " + "Option<" * 2000 + " | | ",
        "**a** | **str** | | value must be a" + "\u00a0" * 30000 + "!",
    ],
)
def test_no_row_takes_long(row: str) -> None:
    assert_quick(lambda: read({"Room.md": f"# Room\n\n## Properties\n\n{HEADER}{row}\n"}, "rust"), seconds=20)


@pytest.mark.parametrize("item", ["(value: " * 4000, "`a`" * 10000, "x" + " " * 30000 + "(value: "])
def test_no_value_takes_long(item: str) -> None:
    page = f"# Room\n\n## Enum\n\n* `A` (value: `'a'`)\n* {item}\n"
    assert_quick(lambda: read({"Room.md": page}, "java"), seconds=5)


def test_no_foot_takes_long() -> None:
    assert_quick(lambda: read({"Room.md": f"{ROOM}\n{'[[Back to ' * 90_000}\n"}, "python"), seconds=5)


@pytest.mark.parametrize("heading", ["### Dictionary Keys", "### Tuple Items", "#### allOf", "#### oneOf"])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_tables_of_inputs_with_too_few_columns_are_left_out(heading: str, columns: int) -> None:
    info = "## Model Type Info\nInput Type | Accessed Type | Description | Notes\n--- | --- | --- | ---\ndict, | dict, |  | \n"
    head, rule, row = (f"|{'|'.join([text] * columns)}|\n" for text in ("Key", "-", "**id**"))
    docs = read({"Room.md": f"# room.Room\n\n{info}\n{heading}\n\n{head}{rule}{row}"}, "python")
    reading = docs.readings["Room.md"]
    assert [declaration.title for declaration in reading.declarations] == ["Room"]
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["unread-table"]


def test_an_empty_list_of_values_makes_no_enumeration() -> None:
    info = "## Model Type Info\nInput Type | Accessed Type | Description | Notes\n--- | --- | --- | ---\n"
    docs = read({"Room.md": f"# room.Room\n\n{info}str, | str, | | must be one of [, ]\n"}, "python")
    (made,) = docs.readings["Room.md"].declarations
    assert isinstance(made, Alias)
