"""Pages of typed SDKs: which of them describe a model, and what each part of a page says about it."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple, TypeVar

import pytest
from docmodels.cache.store import Cache
from docmodels.diagnostics import Diagnostic, Place
from docmodels.families import FAMILIES, Notation, languages
from docmodels.families.sdk.cells import split_examples, split_notice
from docmodels.limits import TEXT_CHARACTERS
from docmodels.markdown import Inline
from docmodels.model.declarations import Alias, Declaration, Direction, Enumeration, Field, Object, Presence, Use
from docmodels.model.types import (
    ANY,
    BYTES,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Type,
    union,
)
from docmodels.notation.choice import form
from docmodels.notation.languages import VOCABULARIES
from docmodels.notation.parser import read_type
from docmodels.pipeline.choose import Options
from docmodels.pipeline.read import Docs, read_docs
from docmodels.pipeline.remember import codec
from hypothesis import given
from hypothesis import strategies as st

from tests.links import link, placeless

D = TypeVar("D", bound=Declaration)

BERTH = """\
# Berth

## Fields

| Field   | Type     | Required           | Description     |
| ------- | -------- | ------------------ | --------------- |
| `depth` | *double* | :heavy_check_mark: | At low tide.    |
| `quay`  | *string* | :heavy_minus_sign: | N/A             |
"""

GUIDE = """\
# Guide

Call the harbour master first.

| Flag | Meaning |
| ---- | ------- |
| Q    | Healthy |
"""

OPERATIONS = """\
# Berths

## Overview

All about berths.

## Book

### Parameters

| Parameter | Type                              | Required           | Description |
| --------- | --------------------------------- | ------------------ | ----------- |
| `request` | [BookRequest](../BookRequest.md)  | :heavy_check_mark: | The wish.   |
| `config`  | [Config](https://docs.example/c)  | :heavy_minus_sign: | The client. |

### Response

**[BookResponse](../models/../BookResponse.md)**

### Errors

| Error                          | Status |
| ------------------------------ | ------ |
| [Full](../../errors/Full.md)   | 409    |
"""


class Recognised(NamedTuple):
    """What a tree of pages comes to."""

    docs: Docs
    declarations: tuple[Declaration, ...]
    uses: tuple[Use, ...]

    @property
    def notation(self) -> Notation:
        """How the tree is written; there is one way."""
        (notation,) = self.docs.notations
        return notation


def recognised(pages: dict[str, str], language: str = "") -> Recognised:
    files = [(path, text.encode("utf-8", "replace")) for path, text in pages.items()]
    options = Options(lambda _: "sdk", lambda _: language, TEXT_CHARACTERS)
    docs = read_docs(files, options, Cache(None, "", codec()))
    readings = docs.readings.values()
    return Recognised(
        docs,
        tuple(chain.from_iterable(reading.declarations for reading in readings)),
        tuple(chain.from_iterable(reading.uses for reading in readings)),
    )


def declared(
    kind: type[D], text: str, language: str, path: str = "models/Berth.md"
) -> tuple[D, tuple[Diagnostic, ...]]:
    """What one page declares, which is of this kind, and the findings on it."""
    result = recognised({path: text}, language)
    (declaration,) = result.declarations
    assert isinstance(declaration, kind)
    return declaration, result.docs.diagnostics


def section(heading: str, text: str) -> str:
    return f"# Berth\n\n## {heading}\n\n{text}\n"


def fields(table: str, language: str = "csharp") -> tuple[Field, ...]:
    """The fields of a table that is as it should be."""
    declaration, diagnostics = declared(Object, section("Fields", table), language)
    assert not diagnostics
    return declaration.fields


def reported(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """The codes, each with the line and the column that it points at."""
    return [(diagnostic.code, str(diagnostic.place).removeprefix("models/Berth.md:")) for diagnostic in diagnostics]


# -- which pages describe a model --


@pytest.mark.parametrize(
    "text",
    [
        BERTH,
        "# Berth\n\nA place.\n\n## Values\n\n| Name | Value |\n| ---- | ----- |\n| `A` | a |\n",
        "# Berth\n\n## Supported Types\n\n### Quay\n",
        "# Berth\n\n## Example Usage\n\n```\nnew Berth()\n```\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n",
        "# ~~Berth~~\n\n##  FIELDS \n\n| Field | Type |\n| --- | --- |\n",
        "Berth\n=====\n\nFields\n------\n\n| Field | Type |\n| --- | --- |\n",
        BERTH.replace("## Fields", "### Fields"),
        BERTH.replace("## Fields", "## Fields:"),
        BERTH.replace("## Fields", "## Feilds"),  # the marks of its table tell
    ],
)
def test_a_page_with_a_title_and_a_shape_describes_a_model(text: str) -> None:
    assert recognised({"models/Berth.md": text}).docs.modelled == {"models/Berth.md"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing but prose.\n",
        GUIDE,
        OPERATIONS,
        BERTH + "\n# Another\n",  # two titles
        "Prose first.\n\n" + BERTH,
        BERTH.replace("# Berth", "## Berth"),  # no title
    ],
)
def test_any_other_page_does_not(text: str) -> None:
    result = recognised({"models/Berth.md": text})
    assert result.docs.modelled == frozenset()
    assert result.declarations == ()
    assert result.docs.diagnostics == ()


OPAQUE = "# Extras\n\nWhatever else there is.\n"


def test_a_page_without_a_shape_names_a_type_among_the_pages_of_models() -> None:
    result = recognised({"models/Extras.md": OPAQUE, "models/Berth.md": BERTH})
    extras, _ = result.declarations
    place = Place("models/Extras.md", 1, 3, 6)
    assert extras == Alias(DeclarationId("models/Extras.md"), "Extras", place, "Whatever else there is.", ANY)


@pytest.mark.parametrize("path", ["guides/Extras.md", "Extras.md", "models/more/Extras.md"])
def test_a_page_without_a_shape_is_a_guide_elsewhere(path: str) -> None:
    assert recognised({path: OPAQUE, "models/Berth.md": BERTH}).docs.modelled == {"models/Berth.md"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("models/README.md", OPAQUE),  # its file is not named after it
        ("models/Extras.md", OPAQUE + "\n## How to get them\n\nAsk.\n"),
        ("models/Extras.md", OPAQUE + "\n| Flag | Meaning |\n| --- | --- |\n| Q | Healthy |\n"),
        ("models/All About Extras.md", "# All about extras\n"),
    ],
)
def test_a_guide_among_the_pages_of_models_stays_a_guide(path: str, text: str) -> None:
    assert recognised({path: text, "models/Berth.md": BERTH}).docs.modelled == {"models/Berth.md"}


@pytest.mark.parametrize("path", ["models/savedberth.md", "models/saved-berth.md", "models/SavedBerth.md"])
def test_a_file_may_have_lost_the_word_boundaries_of_its_title(path: str) -> None:
    text = "# SavedBerth\n\n## Example Usage\n\n```go\nmodels.SavedBerth{}\n```\n"
    extras, berth = recognised({path: text, "models/Berth.md": BERTH}).declarations
    assert (extras.title, extras.id) == ("SavedBerth", DeclarationId(path))
    assert berth.title == "Berth"


# -- a model's description --


def test_what_is_said_of_a_model_is_its_description() -> None:
    text = """\
# Berth

A place
for a ship.

> Mind the tide.

## Fields

Some depend on the others.

| Field | Type     |
| ----- | -------- |
| `a`   | *string* |

- not the last

## See also

The pilot's book.

## Example Usage

```
new Berth()
```
"""
    berth, diagnostics = declared(Object, text, "csharp")
    assert not diagnostics
    assert berth.description == (
        "A place\nfor a ship.\n\n> Mind the tide.\n\nSome depend on the others.\n\n- not the last\n\n"
        "See also\n\nThe pilot's book."
    )


def test_a_model_that_is_struck_through_is_deprecated() -> None:
    berth, _ = declared(Object, BERTH.replace("# Berth", "# ~~Berth~~"), "csharp")
    assert (berth.title, berth.deprecated) == ("Berth", "")


def test_the_notice_of_a_deprecated_model_is_no_description() -> None:
    notice = "> :warning: **DEPRECATED**: Use a mooring.\n\nA place."
    berth, _ = declared(Object, BERTH.replace("# Berth", f"# ~~Berth~~\n\n{notice}"), "csharp")
    assert (berth.deprecated, berth.description) == ("Use a mooring.", "A place.")


def test_a_table_that_shows_nothing_of_the_model_is_told() -> None:
    text = BERTH.replace("## Fields", "| Flag | Meaning |\n| ---- | ------- |\n| Q    | Healthy |\n\n## Fields")
    berth, diagnostics = declared(Object, text, "csharp")
    assert reported(diagnostics) == [("unread-table", "3")]
    assert len(berth.fields) == 2


# -- a table of fields --


def test_a_row_is_a_field() -> None:
    depth, quay = fields(BERTH.partition("## Fields\n\n")[2])
    assert depth == Field(
        "depth", NUMBER, Presence.REQUIRED, Place("models/Berth.md", 7, 3, 7), description="At low tide."
    )
    assert quay == Field("quay", STRING, Presence.OPTIONAL, Place("models/Berth.md", 8, 3, 6), description="")


def test_columns_may_come_in_any_order() -> None:
    (depth,) = fields(
        "| Example | Description  | Required           | Field   | Type     |\n"
        "| ------- | ------------ | ------------------ | ------- | -------- |\n"
        "| 4.5     | At low tide. | :heavy_check_mark: | `depth` | *double* |"
    )
    assert (depth.name, depth.type, depth.required, depth.description) == ("depth", NUMBER, True, "At low tide.")
    assert [example.text for example in depth.examples] == ["4.5"]


@pytest.mark.parametrize("name", ["Field", "Name", "Property", "field", "**Field**"])
def test_the_column_of_names_has_several_names(name: str) -> None:
    (depth,) = fields(f"| {name} | Type |\n| --- | --- |\n| `depth` | *double* |")
    assert depth.name == "depth"


def test_the_first_of_two_columns_for_one_thing_counts_and_the_other_is_told() -> None:
    table = "| Field | Type | Example | Examples |\n| - | - | - | - |\n| `depth` | *int* | 4 | 5 |"
    berth, diagnostics = declared(Object, section("Fields", table), "csharp")
    assert [example.text for example in berth.fields[0].examples] == ["4"]
    assert reported(diagnostics) == [("unread-column", "5:28")]


def test_a_column_that_means_nothing_is_told_if_it_says_something() -> None:
    table = "| Field | Since | Type | Note |\n| - | - | - | - |\n| `depth` | 1.2 | *int* | |"
    berth, diagnostics = declared(Object, section("Fields", table), "csharp")
    assert [field.name for field in berth.fields] == ["depth"]
    assert reported(diagnostics) == [("unread-column", "5:11")]


def test_fields_without_a_column_of_types_can_be_anything() -> None:
    berth, diagnostics = declared(Object, section("Fields", "| Field |\n| ----- |\n| `depth` |"), "csharp")
    assert [(field.name, field.type) for field in berth.fields] == [("depth", ANY)]
    assert reported(diagnostics) == [("missing-column", "5:3")]


def test_a_table_without_a_column_of_names_shows_no_fields() -> None:
    berth, diagnostics = declared(Alias, section("Fields", "| Key | Type |\n| - | - |\n| `depth` | *int* |"), "csharp")
    assert berth.type == ANY
    assert reported(diagnostics) == [("missing-column", "5")]


def test_a_section_of_fields_without_a_table_is_told() -> None:
    berth, diagnostics = declared(Alias, section("Fields", "There are some."), "csharp")
    assert (berth.type, berth.description) == (ANY, "There are some.")
    assert reported(diagnostics) == [("no-table", "3:4")]


def test_the_tables_of_a_section_are_read_as_one() -> None:
    table = "| Field | Type |\n| - | - |\n| `{}` | *int* |\n"
    text = "\n".join(table.format(name) for name in ("depth", "length", "depth"))
    berth, diagnostics = declared(Object, section("Fields", text), "csharp")
    assert [field.name for field in berth.fields] == ["depth", "length"]
    assert reported(diagnostics) == [("repeated-field", "15:3")]


def test_rows_that_cannot_be_fields_are_told() -> None:
    table = "| Field | Type |\n| - | - |\n| | *int* |\n| `a` |\n| `b` | *int* | more |\n| `c` *new* | *int* |"
    berth, diagnostics = declared(Object, section("Fields", table), "csharp")
    assert [field.name for field in berth.fields] == ["a", "b", "c"]
    assert reported(diagnostics) == [
        ("missing-name", "7:2"),
        ("row-cells", "8:3"),
        ("type-syntax", "8:8"),
        ("row-cells", "9:17"),
        ("unknown-mark", "10:3"),
    ]


# -- what must be there --


@pytest.mark.parametrize(
    ("mark", "type_", "required"),
    [
        (":heavy_check_mark:", "*String*", True),
        (":heavy_check_mark:", r"*Optional\<String>*", True),
        (":heavy_minus_sign:", "*String*", False),
        (":heavy_minus_sign:", r"*Optional\<String>*", False),
    ],
)
def test_the_required_column_decides_what_must_be_there(mark: str, type_: str, required: bool) -> None:
    (name,) = fields(f"| Field | Type | Required |\n| - | - | - |\n| `name` | {type_} | {mark} |", "java")
    assert name.required is required


@pytest.mark.parametrize("mark", ["", "yes", ":heavy_check_mark: :heavy_minus_sign:", "✔"])
def test_another_mark_is_told_and_the_field_is_optional(mark: str) -> None:
    others = "".join(f"\n| `{name}` | *string* | :heavy_check_mark: |" for name in ("quay", "flag"))
    table = f"| Field | Type | Required |\n| - | - | - |\n| `name` | *string* | {mark} |{others}"
    berth, diagnostics = declared(Object, section("Fields", table), "csharp")
    assert berth.fields[0].required is False
    assert [diagnostic.code for diagnostic in diagnostics] == ["unknown-mark"]


def test_a_column_of_other_marks_is_of_another_family() -> None:
    page = BERTH.replace(":heavy_check_mark:", "Yes").replace(":heavy_minus_sign:", "No")
    assert recognised({"models/Berth.md": page}).docs.modelled == frozenset()


def test_without_the_column_the_types_tell_what_may_be_missing() -> None:
    first, second = fields("| Field | Type |\n| - | - |\n| `a` | *str* |\n| `b` | *Optional[str]* |", "python")
    assert (first.required, second.required) == (True, False)


def test_null_is_the_fields_own() -> None:
    first, second = fields(
        "| Field | Type |\n| - | - |\n| `a` | *Nullable[str]* |\n| `b` | List[*Nullable[str]*] |", "python"
    )
    assert (first.type, first.nullable, first.required) == (STRING, True, True)
    assert (second.type != ListOf(STRING), second.nullable) == (True, False)


def test_a_mark_for_missing_or_null_means_missing_where_the_field_is_optional() -> None:
    table = "| Field | Type | Required |\n| - | - | - |\n| `a` | **string* | {} |"
    (optional,) = fields(table.format(":heavy_minus_sign:"), "go")
    (required,) = fields(table.format(":heavy_check_mark:"), "go")
    assert (optional.required, optional.nullable) == (False, False)
    assert (required.required, required.nullable) == (True, True)


# -- what is deprecated --


@pytest.mark.parametrize(
    ("name", "description", "notice", "rest"),
    [
        ("`a`", "Old.", None, "Old."),
        ("~~`a`~~", "Old.", "", "Old."),
        ("~~`a`~~", "N/A", "", ""),
        ("~~`a`~~", ": warning: ** DEPRECATED **: Use b.<br/><br/>Old.", "Use b.", "Old."),
        ("~~`a`~~", ":warning: **DEPRECATED**: Use b.", "Use b.", ""),
        ("~~`a`~~", ": warning: ** DEPRECATED **<br/><br/>Old.", "", "Old."),
        ("`a`", ": warning: ** DEPRECATED **: Use b.", "Use b.", ""),
        ("`a`", "DEPRECATED, use b.", "", "DEPRECATED, use b."),
        ("`a`", "Old. : warning: ** DEPRECATED **: Use b.", None, "Old. : warning: ** DEPRECATED **: Use b."),
    ],
)
def test_a_field_is_deprecated_by_its_name_or_by_a_notice(
    name: str, description: str, notice: str | None, rest: str
) -> None:
    (field,) = fields(f"| Field | Type | Description |\n| - | - | - |\n| {name} | *string* | {description} |")
    assert (field.name, field.deprecated, field.description) == ("a", notice, rest)


@given(text=st.text() | st.text(": \n>*warningDEPRECATED", max_size=60))
def test_a_notice_takes_nothing_from_a_description_without_one(text: str) -> None:
    notice, rest = split_notice(text)
    assert notice is not None or rest == text


# -- examples --


@pytest.mark.parametrize(
    ("cell", "examples"),
    [
        ("", ()),
        ("4.5", ("4.5",)),
        ("**Example 1:** 4<br/>**Example 2:** 5", ("4", "5")),
        ("**Example:** 4", ("4",)),
        ("a<br/>b<BR>c<br />d", ("a\nb\nc\nd",)),
        ("{<br/>&quot;a&quot;: &lt;1&gt;}", ('{\n"a": <1>}',)),
        ("*not* `prose`", ("*not* `prose`",)),
        ("**Examples:** 4", ("**Examples:** 4",)),
    ],
)
def test_a_cell_shows_examples(cell: str, examples: tuple[str, ...]) -> None:
    (depth,) = fields(f"| Field | Type | Example |\n| - | - | - |\n| `depth` | *object* | {cell} |")
    assert tuple(example.text for example in depth.examples) == examples


def test_an_example_stands_where_its_cell_does() -> None:
    (depth,) = fields("| Field | Type | Example |\n| - | - | - |\n| `depth` | *object* | 4.5 |")
    assert depth.examples[0].place == Place("models/Berth.md", 7, 24, 3)


@given(parts=st.lists(st.text("ab \n", max_size=5)))
def test_no_example_is_lost_or_empty(parts: list[str]) -> None:
    cell = "".join(f"**Example {number}:** {part}" for number, part in enumerate(parts, 1))
    assert split_examples(cell) == tuple(part.strip() for part in parts if part.strip())


# -- names that the SDK changed --


@pytest.mark.parametrize(
    ("language", "name", "before"),
    [
        ("csharp", "BerthValue", "Berth"),  # a class cannot have a member of its name
        ("csharp", "QuayValue", ""),
        ("python", "from_", "from"),
        ("python", "quay_", ""),
        ("go", "BerthID", "BerthId"),
        ("go", "Depth", ""),
        ("typescript", "berthID", ""),
    ],
)
def test_the_name_before_the_docs_generator_changed_it_is_known(language: str, name: str, before: str) -> None:
    (field,) = fields(f"| Field | Type |\n| - | - |\n| `{name}` | [Quay](Quay.md) |", language)
    assert (field.name, field.original) == (name, before)


def test_a_row_can_stand_for_all_fields_that_have_none() -> None:
    table = """\
| Field                | Type             | Required           | Description        |
| -------------------- | ---------------- | ------------------ | ------------------ |
| `depth`              | *int*            | :heavy_check_mark: | N/A                |
| `__pydantic_extra__` | Dict[str, *int*] | :heavy_minus_sign: | Whatever was sent. |
"""
    berth, diagnostics = declared(Object, section("Fields", table), "python")
    assert not diagnostics
    assert [field.name for field in berth.fields] == ["depth"]
    assert (berth.extra, berth.description) == (INTEGER, "Whatever was sent.")
    assert declared(Object, section("Fields", table), "csharp")[0].extra is None


# -- enumerations --


def values(text: str, language: str = "typescript") -> list[tuple[str, str | int]]:
    """The names and the values of an enumeration that is as it should be."""
    declaration, diagnostics = declared(Enumeration, section("Values", text), language)
    assert not diagnostics
    return [(member.name, member.value) for member in declaration.members]


def test_values_stand_in_a_table() -> None:
    table = "| Name | Value |\n| - | - |\n| `Fore` | fore |\n| `Aft` | `aft` |"
    assert values(table) == [("Fore", "fore"), ("Aft", "aft")]


def test_a_table_of_values_may_have_no_names_and_say_something() -> None:
    berth, diagnostics = declared(
        Enumeration, section("Values", "| Description | Value |\n| - | - |\n| In front. | fore |\n| N/A | aft |"), "go"
    )
    assert not diagnostics
    assert [(member.name, member.value, member.description) for member in berth.members] == [
        ("", "fore", "In front."),
        ("", "aft", ""),
    ]
    assert berth.members[0].place == Place("models/Berth.md", 7, 15, 4)


def test_values_stand_in_a_list() -> None:
    assert values('* `fore`\n* `"aft"`\n* port') == [("", "fore"), ("", "aft"), ("", "port")]


@pytest.mark.parametrize(
    "code",
    [
        '"fore" | "aft"',
        '"fore"\n  | "aft"',
        "\"fore\" | 'aft'",
        '"fore" | "aft" | Unrecognized<string>',
        '"fore" | "aft" | "fore"',
    ],
)
def test_values_stand_in_code(code: str) -> None:
    declaration, _ = declared(Enumeration, section("Values", f"```typescript\n{code}\n```"), "typescript")
    assert [member.value for member in declaration.members] == ["fore", "aft"]


def test_a_value_in_code_knows_its_line() -> None:
    declaration, _ = declared(Enumeration, section("Values", '```typescript\n"fore"\n  | "aft"\n```'), "typescript")
    assert [str(member.place) for member in declaration.members] == ["models/Berth.md:6:1", "models/Berth.md:7:5"]


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (("1", "-2", "0"), (1, -2, 0)),
        (("1", "two"), ("1", "two")),
        (("007", "1"), ("007", "1")),
        (("+1",), ("+1",)),
        (("1.5",), ("1.5",)),
        (("9" * 30,), (int("9" * 30),)),
        (("9" * 400,), ("9" * 400,)),
        (("true",), ("true",)),
        (("__all__", "*"), ("__all__", "*")),
        (("a&amp;b",), ("a&b",)),
        (("", "1"), ("", "1")),
    ],
)
def test_values_are_numbers_if_all_of_them_are(texts: tuple[str, ...], meant: tuple[str | int, ...]) -> None:
    table = "| Name | Value |\n| - | - |\n" + "".join(f"| `N{i}` | {value} |\n" for i, value in enumerate(texts))
    assert tuple(value for _, value in values(table)) == meant


def test_values_that_say_nothing_new_are_told() -> None:
    table = "| Name | Value |\n| - | - |\n| `A` | a |\n| `A` | a |\n| `A` | c |\n| | |"
    berth, diagnostics = declared(Enumeration, section("Values", table), "csharp")
    assert [(member.name, member.value) for member in berth.members] == [("A", "a"), ("A", "c")]
    assert sorted(reported(diagnostics)) == [
        ("missing-value", "10:4"),
        ("repeated-name", "9:9"),
        ("repeated-value", "8:9"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Any flag.", "no-table"),
        ("| Name | Meaning |\n| - | - |\n| `A` | a |", "missing-column"),
    ],
)
def test_an_enumeration_without_values_is_any_value(text: str, code: str) -> None:
    berth, diagnostics = declared(Alias, section("Values", text), "csharp")
    assert berth.type == ANY
    assert code in [diagnostic.code for diagnostic in diagnostics]


def test_an_open_enumeration_says_so() -> None:
    notice = "This is an open enum. Unrecognized values will be kept.\n\n"
    table = "| Name | Value |\n| - | - |\n| `Fore` | fore |"
    is_open, _ = declared(Enumeration, section("Values", notice + table), "typescript")
    closed, _ = declared(Enumeration, section("Values", "This is an enum.\n\n" + table), "typescript")
    assert (is_open.is_open, closed.is_open) == (True, False)
    assert (is_open.description, closed.description) == ("", "This is an enum.")


# -- unions --


def members(text: str, language: str) -> Type:
    declaration, diagnostics = declared(Alias, section("Supported Types", text), language)
    assert not diagnostics
    return placeless(declaration.type)


def test_members_stand_in_headings() -> None:
    text = "### Sail\n\n```csharp\nBerth.CreateSail(/* values here */);\n```\n\n### [Oar](Oar.md)\n"
    assert members(text, "csharp") == union(link("Sail"), link("Oar", "Oar.md"))


def test_headings_name_members_that_are_no_pages() -> None:
    text = "### ArrayOfStr\n\n### MapOfAny\n\n### ArrayOfMapOfSail\n\n### Integer\n"
    assert members(text, "csharp") == union(
        link("ArrayOfStr", fallback=ListOf(STRING)),
        link("MapOfAny", fallback=MapOf(ANY)),
        link("ArrayOfMapOfSail", fallback=ListOf(MapOf(link("Sail")))),
        link("Integer", fallback=INTEGER),
    )


def test_members_stand_in_the_code_below_empty_headings() -> None:
    text = """\
###

```go
berth := components.CreateBerthArrayOfSail([]components.Sail{/* values here */})
```

### Oar

```go
berth := components.CreateBerthOar(components.Oar{/* values here */})
```

###

```go
berth := components.CreateBerthStr(string{/* values here */})
```
"""
    assert members(text, "go") == union(ListOf(link("components.Sail")), link("components.Oar"), STRING)


def test_members_stand_in_headings_and_code() -> None:
    text = '### `components.Sail[]`\n\n```typescript\nconst value: components.Sail[] = [];\n```\n\n### `"a_b"`\n'
    assert members(text, "typescript") == union(ListOf(link("components.Sail")), Constant(("a_b",)))


def test_the_code_counts_where_it_says_more_than_the_heading() -> None:
    text = '### `string`\n\n```typescript\nconst value: "fore_aft" | bigint = "fore_aft";\n```\n'
    assert members(text, "typescript") == union(Constant(("fore_aft",)), INTEGER)


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("python", "value: List[models.Sail] = /* values here */", ListOf(link("models.Sail"))),
        ("python", 'value: Dict[str, Literal["a_b"]] = {}', MapOf(Constant(("a_b",)))),
        ("php", "/**\n* @var \\Yard\\Models\\Sail\n*/\nSail $value = /* values here */", link("Yard.Models.Sail")),
        ("php", "/**\n* @var array<string>\n*/\narray $value = /* values here */", ListOf(STRING)),
        ("go", "berth := CreateBerthBytes([]byte{/* values here */})", BYTES),
    ],
)
def test_code_shows_a_member_in_its_language(language: str, code: str, expected: Type) -> None:
    assert members(f"### Member\n\n```{language}\n{code}\n```\n", language) == expected


def test_a_heading_that_shows_no_type_is_told() -> None:
    berth, diagnostics = declared(Alias, section("Supported Types", "###\n\n### Sail\n"), "csharp")
    assert placeless(berth.type) == union(ANY, link("Sail"))
    assert reported(diagnostics) == [("type-syntax", "5:4")]


def test_a_union_without_members_is_any_value() -> None:
    berth, diagnostics = declared(Alias, section("Supported Types", "Sail or oar."), "csharp")
    assert (berth.type, berth.description) == (ANY, "Sail or oar.")
    assert reported(diagnostics) == [("no-table", "3:4")]


# -- operations --


def test_the_pages_of_operations_tell_what_is_sent_and_what_is_received() -> None:
    result = recognised({"sdks/berths.md": OPERATIONS, "models/Berth.md": BERTH})
    links = [(use.direction, use.type.href) for use in result.uses if isinstance(use.type, Link)]
    assert links == [
        (Direction.SENT, "../BookRequest.md"),
        (Direction.SENT, "https://docs.example/c"),
        (Direction.RECEIVED, "../models/../BookResponse.md"),
    ]
    assert result.docs.modelled == {"models/Berth.md"}


def test_the_pages_of_models_tell_nothing_of_that() -> None:
    text = BERTH + "\n## Parameters\n\n[Sail](Sail.md)\n\n## Response\n\n[Oar](Oar.md)\n"
    result = recognised({"models/Berth.md": text})
    assert result.uses == ()


# -- the language of a tree --


def test_the_language_is_the_one_that_understands_most_types() -> None:
    table = "| Field | Type |\n| - | - |\n"
    result = recognised(
        {
            "README.md": GUIDE,
            "sdks/berths.md": OPERATIONS,
            "models/A.md": f"# A\n\n## Fields\n\n{table}| `a` | *Optional[str]* |\n| `b` | List[*int*] |\n",
            "models/B.md": f"# B\n\n## Fields\n\n{table}| `a` | *Any* |\n| `b` | *string* |\n",
        }
    )
    assert result.notation.language == "python"
    assert result.notation.evidence == "3 of 4 types fit"


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        (["*string*", "*long*", "Dictionary<String, *object*>"], "csharp"),
        (["*string*", "[]*string*", "**float64*", "map[string]*any*"], "go"),
        (["*String*", r"*Optional\<Double>*", r"List\<*String*>"], "java"),
        (["*?string*", "array<*string*>", "*bool*"], "php"),
        (["*str*", "*Optional[str]*"], "python"),
        (["*::String*", "*T.nilable(::String)*"], "ruby"),
        (["*String*", "*Bool?*", "[String: *AnyValue*]"], "swift"),
        (["*string*", "*number*", "*string*[]"], "typescript"),
    ],
)
def test_every_language_is_known_by_its_types(cells: list[str], language: str) -> None:
    rows = "".join(f"| `f{number}` | {cell} |\n" for number, cell in enumerate(cells))
    result = recognised({"models/Berth.md": section("Fields", f"| Field | Type |\n| - | - |\n{rows}")})
    assert (result.notation.family, result.notation.language) == ("sdk", language)
    assert result.notation.evidence == f"{len(cells)} of {len(cells)} types fit"


def test_the_configuration_can_force_a_language() -> None:
    (field,) = fields("| Field | Type |\n| - | - |\n| `at` | *String* |", "ruby")
    assert field.type == STRING
    result = recognised({"models/Berth.md": BERTH}, "typescript")
    assert (result.notation.language, result.notation.evidence) == ("typescript", "the configuration sets it")
    assert isinstance(berth := result.declarations[0], Object)
    assert isinstance(berth.fields[0].type, Link)  # `double` is no word of TypeScript's


@pytest.mark.parametrize("label", ["Quay", "Date", "DateTime", "List", "string", "Object", "T", "any", "Optional"])
@pytest.mark.parametrize("marks", ["", "**"])
@pytest.mark.parametrize(
    "shape",
    ["{}", "*{}*", "List<{}>", "Dictionary<String, {}>", "[]{}", "?{}", "{}[]", "{} | {}", "List[{}]", "T.any({}, {})"],
)
def test_a_link_to_the_page_of_its_name_is_as_good_as_any_other(label: str, shape: str, marks: str) -> None:
    """So that each form of a type is tried in all languages once, and not with every name that is in it."""
    link = shape.replace("{}", f"[{marks}{label}{marks}](../models/{label}.md)")
    other = shape.replace("{}", f"[{marks}Boat{marks}](Boat.md)")
    assert form(Inline(link, 1, 1)) == form(Inline(other, 1, 1))
    for vocabulary in VOCABULARIES.values():
        first, second = (read_type(Inline(source, 1, 1), "", vocabulary) for source in (link, other))
        assert (bool(first.diagnostics), first.strange) == (bool(second.diagnostics), second.strange)


@pytest.mark.parametrize(
    "source", ["`[int](int.md)`", "[int](Boat.md)", "[int](https://a.b/int.md)", "[*int*](int.md)"]
)
def test_any_other_link_stands_for_itself(source: str) -> None:
    assert form(Inline(source, 1, 1)) == source


def test_the_languages_are_those_of_the_families() -> None:
    assert set(languages()) == {language for family in FAMILIES.values() for language in family.languages}
    assert len(set(languages())) == len(languages())


def test_no_page_is_no_model() -> None:
    result = recognised({})
    assert (result.declarations, result.docs.notations) == ((), ())


LINES = st.sampled_from(
    [
        "# Berth",
        "## Fields",
        "## Values",
        "## Supported Types",
        "## Example Usage",
        "###",
        "### Sail",
        "| Field | Type | Required | Example |",
        "| Name | Value |",
        "| - | - |",
        "| - | - | - | - |",
        "| `a` | *str* | :heavy_check_mark: | 1 |",
        "| ~~`b`~~ | List[*x*] |",
        "| | |",
        "* `a`",
        "```go",
        'x := Create([]A{/**/}) | "a"',
        "```",
        "This is an open enum.",
        "",
    ]
)


@given(lines=st.lists(LINES | st.text(max_size=20), max_size=12))
def test_any_page_is_read_or_skipped(lines: list[str]) -> None:
    text = "\n".join(lines)
    for language in languages():
        result = recognised({"models/Berth.md": text}, language)
        assert len(result.declarations) == len(result.docs.modelled) <= 1
        assert all(isinstance(diagnostic.severity, str) for diagnostic in result.docs.diagnostics)
