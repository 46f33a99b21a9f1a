"""What `docmodels inspect` shows of docs: the text form by example, the JSON form in full."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from docmodels.config import Config, FieldSettings
from docmodels.diagnostics import Place
from docmodels.families import Notation
from docmodels.model import Convention, Model
from docmodels.model.conventions import Case
from docmodels.model.declarations import (
    Access,
    Alias,
    Constraints,
    Discriminator,
    Enumeration,
    Field,
    Member,
    Object,
    Presence,
    Value,
    WireName,
)
from docmodels.model.direction import Directions
from docmodels.model.types import (
    ANY,
    BYTES,
    DATETIME,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    ListOf,
    MapOf,
    Nullable,
    Type,
    UnionOf,
    Unknown,
)
from docmodels.model.wording import Wording
from docmodels.pipeline.keep import Stable
from docmodels.pipeline.read import Docs
from docmodels.pipeline.understand import Understanding, understand
from docmodels.reporting.columns import columns, shortened
from docmodels.reporting.inspection_json import as_json
from docmodels.reporting.inspection_text import as_text
from docmodels.reporting.selection import select
from docmodels.reporting.text import cells, visible
from hypothesis import given
from hypothesis import strategies as st

from tests.declarations import identity, ref
from tests.naming import named

LOAN = """\
# Loan

A book that somebody took home,
and has to bring back.

Whoever forgets is reminded.

## Fields

| Field         | Type                                   | Required           | Description | Example                             |
| ------------- | -------------------------------------- | ------------------ | ----------- | ----------------------------------- |
| `LoanId`      | *string*                               | :heavy_check_mark: | N/A         | L-17                                |
| `Book`        | [Book](Book.md)                        | :heavy_check_mark: | What it is. | {"isbn": "0-00", "shelfMark": "Q1"} |
| `State`       | [LoanState](LoanState.md)              | :heavy_check_mark: | N/A         |                                     |
| `Class`       | List<[Reminder](Reminder.md)>          | :heavy_minus_sign: | N/A         | **Example 1:** []<br/>**Example 2:** [] |
| ~~`Renewal`~~ | *int*                                  | :heavy_minus_sign: | N/A         | null                                |
"""
BOOK = """\
# Book

## Fields

| Field       | Type     | Required           |
| ----------- | -------- | ------------------ |
| `Isbn`      | *string* | :heavy_check_mark: |
| `ShelfMark` | *string* | :heavy_minus_sign: |
| `Weight`    | *double* | :heavy_minus_sign: |
"""
STATE = """\
# LoanState

## Values

| Name       | Value     |
| ---------- | --------- |
| `Out`      | out       |
| `None`     | none      |
| `InTransit`| in-transit |
"""
LETTER, CALL = (
    f"""\
# {title}

## Fields

| Field  | Type                                  | Required           |
| ------ | ------------------------------------- | ------------------ |
| `Type` | [{title}Type]({title}Type.md)         | :heavy_check_mark: |
"""
    for title in ("Letter", "Call")
)
LETTER_TYPE, CALL_TYPE = (
    f"# {title}Type\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Only` | {title.lower()} |\n"
    for title in ("Letter", "Call")
)
REMINDER = "# Reminder\n\n## Supported Types\n\n### Letter\n\n### Call\n"
GUIDE = "# How to lend\n\nAsk at the desk.\n"

DOCS = {
    "Models/Book.md": BOOK,
    "Models/Call.md": CALL,
    "Models/CallType.md": CALL_TYPE,
    "Models/Letter.md": LETTER,
    "Models/LetterType.md": LETTER_TYPE,
    "Models/Loan.md": LOAN,
    "Models/LoanState.md": STATE,
    "Models/Reminder.md": REMINDER,
    "guide.md": GUIDE,
}
HEAD = """\
Notation     csharp, sdk docs: 10 of 10 types fit
Names        camelCase, a guess: the examples of 1 of 1 model have it
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path


def text(docs: Path, pages: dict[str, str], page: str | None = None, **settings: Any) -> str:
    return as_text(_understood(docs, pages, settings), page)


def document(docs: Path, pages: dict[str, str], page: str | None = None, **settings: Any) -> Any:
    return json.loads(as_json(_understood(docs, pages, settings), page))


def _understood(docs: Path, pages: dict[str, str], settings: dict[str, Any]) -> Understanding:
    for path, content in pages.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(content, encoding="utf-8")
    return understand(Config(docs=docs, **settings))


def understanding(model: Model, description: str = "") -> Understanding:
    """A model as if docs had been read to it, for reasons that are given as `said`."""
    docs = Docs(frozenset(), {}, (Notation("sdk", "go", description),), {}, {}, ())
    names = named(model)
    stable = Stable(model, names.classes, {}, {})
    return Understanding(model, Directions(), docs, {"": Convention(Case.CAMEL, description)}, (), names, model, stable)


def after_head(output: str) -> str:
    """The text without the lines on the whole tree."""
    return output.partition("\n\n")[2]


# -- text: the whole tree --


def test_without_a_page_each_has_a_line(docs: Path) -> None:
    assert text(docs, DOCS) == (
        HEAD
        + """\
Models       8 models: 4 objects, 3 enumerations, 1 union
Tables       7 tables: 7 read

Kind         Shape     Page
object       3 fields  Models/Book.md
object       1 field   Models/Call.md
enumeration  1 value   Models/CallType.md
object       1 field   Models/Letter.md
enumeration  1 value   Models/LetterType.md
object       5 fields  Models/Loan.md
enumeration  3 values  Models/LoanState.md
union        2 types   Models/Reminder.md
"""
    )


def test_a_title_that_the_file_does_not_tell_is_in_the_list(docs: Path) -> None:
    output = text(docs, {"m/b1.md": BOOK, "m/loanstate.md": STATE})
    assert "\nobject       3 fields  m/b1.md (Book)\n" in output
    assert "\nenumeration  3 values  m/loanstate.md\n" in output


def test_twins_on_a_page_are_listed_with_their_anchors(tmp_path: Path) -> None:
    table = "| Field | Type | Label | Description |\n| --- | --- | --- | --- |\n| id | [int32](#int32) | | |\n"
    sections = (f'<a name="{package}.Room"></a>\n\n### Room\n\n{table}' for package in ("europe", "asia"))
    (tmp_path / "api.md").write_text("# Protocol Documentation\n\n" + "\n".join(sections), encoding="utf-8")
    output = as_text(understand(Config(tmp_path, tmp_path / "out")), None)
    assert "api.md#europe.Room (Room)" in output
    assert "api.md#asia.Room (Room)" in output


def test_an_alias_is_listed_with_its_type(docs: Path) -> None:
    pages = {
        "Named.md": "# Named\n",
        "Some.md": "# Some\n\n## Supported Types\n\n### VeryLongNameOfAPage\n",
        "VeryLongNameOfAPage.md": BOOK.replace("# Book", "# VeryLongNameOfAPage"),
    }
    output = text(docs, pages)
    assert "\nModels       3 models: 2 aliases, 1 object\n" in output
    assert "\nalias   any value        Named.md\n" in output
    assert "\nalias   VeryLongNameOf…  Some.md\n" in output


def test_docs_without_models(docs: Path) -> None:
    assert text(docs, {"guide.md": GUIDE}).endswith("\nModels       0 models\n")


# -- text: a page --


def test_an_object(docs: Path) -> None:
    assert text(docs, DOCS, "Models/Loan.md") == (
        'Family       sdk: the page has one title and a section "Fields"\n'
        + HEAD
        + """\

Model        Loan, an object of 5 fields
Page         Models/Loan.md:1:3
Python       Loan in models.loan
Description  A book that somebody took home, and has to bring back. …

Field    Type                      Presence                        On the wire  Examples
LoanId   string                    required                        loanId       1
Book     Book                      required                        book         1
State    LoanState (enumeration)   required                        state        none
Class    list of Reminder (union)  optional                        class        2
Renewal  integer                   optional, nullable, deprecated  renewal      1

Why these names on the wire:
  all  by convention, camelCase: the examples of 1 of 1 model have it

Examples that were evidence for names on the wire:
  Book  for 2 names

Names that Python does not allow:
  Class  class_
"""
    )


def test_names_that_are_known_from_an_example(docs: Path) -> None:
    assert after_head(text(docs, DOCS, "Models/Book.md")) == (
        """\
Model        Book, an object of 3 fields
Page         Models/Book.md:1:3
Python       Book in models.book

Field      Type    Presence  On the wire  Examples
Isbn       string  required  isbn         none
ShelfMark  string  optional  shelfMark    none
Weight     number  optional  weight       none

Why these names on the wire:
  weight      by convention, camelCase: the examples of 1 of 1 model have it
  the others  as in the example of Loan.Book
"""
    )


def test_names_that_the_configuration_sets(docs: Path) -> None:
    output = text(docs, DOCS, "Models/Book.md", wire_case="snake", fields={"Book.Weight": FieldSettings(wire="grams")})
    assert output.splitlines()[2] == "Names        snake_case: the configuration sets it"
    assert "\nWeight     number  optional  grams        none\n" in output
    assert "\n  grams       the configuration names it\n" in output


def test_an_object_without_fields(docs: Path) -> None:
    page = "# Blank\n\n## Fields\n\n| Field | Type | Required |\n| --- | --- | --- |\n"
    assert after_head(text(docs, {"Blank.md": page}, "Blank.md")) == (
        """\
Model        Blank, an object of 0 fields
Page         Blank.md:1:3
Python       Blank in blank
"""
    )


def test_a_deprecated_page(docs: Path) -> None:
    notice = "> :warning: **DEPRECATED**: Use a ticket.\n\n"
    output = text(docs, {"Book.md": BOOK.replace("## Fields", notice + "## Fields")}, "Book.md")
    assert "\nDeprecated   Use a ticket.\n" in output
    output = text(docs, {"Book.md": BOOK.replace("# Book", "# ~~Book~~", 1)}, "Book.md")
    assert "\nDeprecated   yes\n" in output


def test_an_enumeration(docs: Path) -> None:
    assert after_head(text(docs, DOCS, "Models/LoanState.md")) == (
        """\
Model        LoanState, an enumeration of 3 values
Page         Models/LoanState.md:1:3
Python       LoanState in models.loan_state

Name       Value         Python
Out        "out"         OUT
None       "none"        NONE
InTransit  "in-transit"  IN_TRANSIT
"""
    )


def test_an_enumeration_of_numbers_without_names(docs: Path) -> None:
    page = "# Floor\n\n## Values\n\n| Value |\n| --- |\n| 0 |\n| -1 |\n"
    assert after_head(text(docs, {"Floor.md": page}, "Floor.md")).endswith(
        """
Value  Python
0      VALUE_0
-1     MINUS_1
"""
    )


def test_an_open_enumeration_has_no_names_in_python(docs: Path) -> None:
    page = STATE.replace("## Values", "## Values\n\nThis is an open enum.")
    assert after_head(text(docs, {"LoanState.md": page}, "LoanState.md")) == (
        """\
Model        LoanState, an enumeration of 3 values
Page         LoanState.md:1:3
Python       LoanState in loan_state
Open         other values may occur, so Python gets the values themselves and no Enum

Name       Value
Out        "out"
None       "none"
InTransit  "in-transit"
"""
    )


def test_a_union_that_a_field_tells_apart(docs: Path) -> None:
    assert after_head(text(docs, DOCS, "Models/Reminder.md")) == (
        """\
Model        Reminder, a union of 2 types
Page         Models/Reminder.md:1:3
Python       Reminder in models.reminder
Chosen by    Type: it has a different constant in each member

Member  Value of Type, "type" on the wire
Letter  "letter"
Call    "call"
"""
    )


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        (("Book", "Loan"), "no required field has a different constant in each member"),
        (("Letter", "LoanState"), "not all members are objects"),
        (("Letter", "Postcard"), "not all members are objects"),
    ],
)
def test_a_union_that_nothing_tells_apart(docs: Path, members: tuple[str, ...], reason: str) -> None:
    page = "# Thing\n\n## Supported Types\n" + "".join(f"\n### {member}\n" for member in members)
    output = text(docs, {**DOCS, "Models/Thing.md": page}, "Models/Thing.md")
    assert f"\nChosen by    no field: {reason}\n\nMember\n{members[0]}\n" in output


def test_what_is_open_is_said() -> None:
    place = Place("Bag.md", 1, 3)
    discriminator = Discriminator("Type", "type", ("bag",), is_open=True)
    bag = Object(identity("Bag"), "Bag", place, "", (), extra=ListOf(STRING))
    either = Alias(identity("Either"), "Either", place, "", UnionOf((ref("Bag"),), discriminator))
    output = as_text(understanding(Model((bag, either))), "Bag.md")
    assert "\nOther keys   list of string\n" in output
    assert "\nOpen         members that the docs do not know may occur\n" in output


def test_a_name_for_another_type(docs: Path) -> None:
    page = "# Parcel\n\n## Supported Types\n\n### Book\n"
    assert after_head(text(docs, {**DOCS, "Models/Parcel.md": page}, "Models/Parcel.md")) == (
        """\
Model        Parcel, an alias
Page         Models/Parcel.md:1:3
Python       Parcel in models.parcel
Type         Book
"""
    )


def test_a_page_that_describes_no_model(docs: Path) -> None:
    assert text(docs, DOCS, "guide.md") == HEAD + "\nguide.md describes no model.\n"


def test_a_page_that_is_left_out_of_the_output(docs: Path) -> None:
    pages = {"m/Book.md": BOOK, "m/other.md": BOOK.replace("# Book", "# +++")}
    assert "\nPython       Book in m.book\n" in text(docs, pages, "m/Book.md")
    reason = 'none; the title "+++" makes no Python name; it is left out'
    assert f"\nPython       {reason}\n" in text(docs, pages, "m/other.md")


def test_a_title_that_pages_share_is_named_with_its_folder(docs: Path) -> None:
    pages = {**DOCS, "Old/Book.md": BOOK}
    assert "\nBook     Models/Book.md            required" in text(docs, pages, "Models/Loan.md")


# -- text: whatever the docs hold --


def test_what_does_not_fit_goes_on_below(docs: Path) -> None:
    long = "LoanBecameOverdueBecauseNobody"
    page = f"""\
# Queue

{"A queue that never ends. " * 12}

## Fields

| Field              | Type                             | Required           |
| ------------------ | -------------------------------- | ------------------ |
| ~~`{long}`~~       | List<[LoanState](LoanState.md)>  | :heavy_minus_sign: |
| `{long}_Remembered_It_At_All` | List<List<List<*string*>>> | :heavy_check_mark: |
"""
    output = text(docs, {**DOCS, "Models/Queue.md": page}, "Models/Queue.md")
    assert after_head(output) == (
        """\
Model        Queue, an object of 2 fields
Page         Models/Queue.md:1:3
Python       Queue in models.queue
Description  A queue that never ends. A queue that never ends. A queue that never ends. A queue that
             never ends. A queue that never ends. A queue that never ends. A queue that never ends.
             A queue that never ends.…

Field                           Type           Presence    On the wire                     Examples
LoanBecameOverdueBecauseNobody  list of        optional,   loanBecameOverdueBecauseNobody  none
                                LoanState      deprecated
                                (enumeration)
LoanBecameOverdueBecause        list of list   required    loanBecameOverdueBecauseNobody  none
Nobody_Remembered_It_At_All     of list of                 RememberedItAtAll
                                string

Why these names on the wire:
  all  by convention, camelCase: the examples of 1 of 1 model have it
"""
    )


def test_no_character_of_the_docs_is_obeyed_by_a_terminal(docs: Path) -> None:
    evil = "\x1b[2J\x07\u202e\u200b\u2028"
    page = f"""\
# Bo{evil}ok

Said{evil}.

## Fields

| Field        | Type                    | Required           |
| ------------ | ----------------------- | ------------------ |
| `Is{evil}bn` | [Pa{evil}ge](Pa{evil}.md) | :heavy_check_mark: |
"""
    states = STATE.replace("in-transit", f"in{evil}").replace("InTransit", f"In{evil}")
    pages = {"Bo\u202eok.md": page, "LoanState.md": states}
    for path in (*pages, None):
        output = text(docs, pages, path)
        assert all(map(str.isprintable, output.split("\n")))
    assert "In\\x1b[2J\\x07\\u202e\\u200b" in text(docs, pages, "LoanState.md")
    assert text(docs, pages, "Bo\u202eok.md").count("\\x1b[2J") > 3


@given(title=st.text(), name=st.text(), label=st.text(), description=st.text())
def test_any_text_fits_and_is_harmless(title: str, name: str, label: str, description: str) -> None:
    place = Place(f"{title}.md", 1, 3)
    wire = WireName(name, f'the example of {title} has the key "{name}"')
    field = Field(
        name,
        ListOf(Unknown(label)),
        Presence.REQUIRED,
        place,
        description=description,
        deprecated=description,
        wire=wire,
    )
    state = Enumeration(
        identity("State"), label, place, description, (Member(name, label, place),), deprecated=description
    )
    model = Model((Object(identity("Thing"), title, place, description, (field, field)), state))
    understood = understanding(model, description)
    lines = as_text(understood, place.path).split("\n")
    assert all(map(str.isprintable, lines))
    assert max(map(cells, lines)) <= 100
    assert json.loads(as_json(understood, None))["declarations"][0]["title"] == title


# -- types in words --

PLACE = Place("Book.md", 1, 3)
WORDS = Wording(
    Model(
        (
            Object(identity("Book"), "Book", PLACE, "", ()),
            Object(identity("Old/Shelf"), "Shelf", PLACE, "", ()),
            Object(identity("New/Shelf"), "Shelf", PLACE, "", ()),
            Enumeration(identity("State"), "State", PLACE, "", (Member("", "out", PLACE),)),
            Alias(identity("Item"), "Item", PLACE, "", UnionOf((ref("Book"), STRING))),
            Alias(identity("Note"), "Note", PLACE, "", ANY),
            Alias(identity("Notes"), "Notes", PLACE, "", ListOf(ref("Note"))),
        )
    )
)


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        (STRING, "string"),
        (ANY, "any value"),
        (BYTES, "binary data"),
        (DATETIME, "date and time"),
        (Nullable(INTEGER), "integer or null"),
        (Constant(("out",)), '"out"'),
        (Constant(("out", 3, True)), '"out" or 3 or true'),
        (ref("Book"), "Book"),
        (ref("Old/Shelf"), "Old/Shelf.md"),
        (ref("State"), "State (enumeration)"),
        (ref("Item"), "Item (union)"),
        (ref("Note"), "Note (any value)"),
        (ref("Notes"), "Notes (alias)"),
        (Unknown("Cart"), "any value (no page for Cart)"),
        (ListOf(ListOf(NUMBER)), "list of list of number"),
        (MapOf(ref("State")), "map of State (enumeration)"),
        (UnionOf((ref("Book"), ListOf(STRING))), "Book or list of string"),
        (ListOf(UnionOf((STRING, INTEGER))), "list of (string or integer)"),
        (ListOf(Nullable(STRING)), "list of (string or null)"),
        (Nullable(ListOf(STRING)), "list of string or null"),
        (MapOf(Constant(("a", "b"))), 'map of ("a" or "b")'),
        (MapOf(Constant(("a",))), 'map of "a"'),
    ],
)
def test_types_in_words(type_: Type, words: str) -> None:
    assert WORDS.type(type_) == words


# -- columns --

TEXTS = st.text(st.sampled_from("aB_ 字é\N{COMBINING ACUTE ACCENT}"), max_size=60).map(visible)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1), st.integers(30, 100))
def test_columns_fit_and_lose_nothing(rows: list[tuple[str, ...]], room: int) -> None:
    lines = list(columns(rows, room))
    assert all(cells(line) <= room for line in lines)
    output, wanted = "".join(lines), "".join(map("".join, rows))
    assert sorted(output.replace(" ", "")) == sorted(wanted.replace(" ", ""))


@given(TEXTS, st.integers(10, 100))
def test_a_shortened_text_fits(text: str, room: int) -> None:
    output = shortened(text, room)
    assert cells(output) <= room
    assert output == text or (output.endswith("…") and text.lstrip().startswith(output[:-1]))


def test_wide_characters_are_aligned() -> None:
    assert list(columns([("字", "x"), ("é", "x"), ("e\N{COMBINING ACUTE ACCENT}", "x")], 30)) == [
        "字  x",
        "é   x",
        "e\N{COMBINING ACUTE ACCENT}   x",
    ]


# -- JSON --

SHELF = """\
# Shelf

Where *Bücher* are.

## Fields

| Field         | Type                                      | Required           | Description | Example                        |
| ------------- | ----------------------------------------- | ------------------ | ----------- | ------------------------------ |
| `Books`       | List<[Book](Book.md)>                     | :heavy_check_mark: | In order.   | [<br/>{"state": 1}<br/>]       |
| ~~`From`~~    | Dictionary<String, [Strange](Strange.md)> | :heavy_minus_sign: | N/A         | null                           |
"""
SMALL = {
    "Lib/Book.md": """\
# Book

## Fields

| Field   | Type              | Required           |
| ------- | ----------------- | ------------------ |
| `State` | [State](State.md) | :heavy_check_mark: |
""",
    "Lib/Shelf.md": SHELF,
    "Lib/State.md": """\
# State

## Values

| Name  | Value | Description  |
| ----- | ----- | ------------ |
| `Out` | 1     | Not for you. |
""",
}


def test_a_small_tree_in_full(docs: Path) -> None:
    assert as_json(_understood(docs, SMALL, {}), None) == (
        r"""{
  "version": 2,
  "notations": [
    {
      "family": "sdk",
      "language": "csharp",
      "evidence": "3 of 3 types fit"
    }
  ],
  "tables": [],
  "census": [
    {
      "place": {
        "path": "Lib/Book.md",
        "line": 5,
        "column": 0
      },
      "headings": [
        "Field",
        "Type",
        "Required"
      ],
      "verdict": "read",
      "reason": ""
    },
    {
      "place": {
        "path": "Lib/Shelf.md",
        "line": 7,
        "column": 0
      },
      "headings": [
        "Field",
        "Type",
        "Required",
        "Description",
        "Example"
      ],
      "verdict": "read",
      "reason": ""
    },
    {
      "place": {
        "path": "Lib/State.md",
        "line": 5,
        "column": 0
      },
      "headings": [
        "Name",
        "Value",
        "Description"
      ],
      "verdict": "read",
      "reason": ""
    }
  ],
  "examples": [],
  "convention": {
    "case": "camel",
    "evidence": "no name that the docs show tells camelCase and snake_case apart"
  },
  "declarations": [
    {
      "kind": "object",
      "key": "Lib/Book.md",
      "title": "Book",
      "place": {
        "path": "Lib/Book.md",
        "line": 1,
        "column": 3
      },
      "module": "lib.book",
      "name": "Book",
      "use": null,
      "named_by": "",
      "namespace": [],
      "part_of": null,
      "description": "",
      "deprecated": null,
      "bases": [],
      "fields": [
        {
          "name": "State",
          "python": "state",
          "type": {
            "kind": "ref",
            "key": "Lib/State.md"
          },
          "required": true,
          "presence": "required",
          "access": "both",
          "default": null,
          "constraints": {},
          "nullable": false,
          "description": "",
          "deprecated": null,
          "examples": [],
          "is_evidence": false,
          "typed_by": "",
          "wire": {
            "name": "state",
            "evidence": "the example of Shelf.Books has the key \"state\""
          },
          "place": {
            "path": "Lib/Book.md",
            "line": 7,
            "column": 3
          },
          "settings": {}
        }
      ],
      "extra": null
    },
    {
      "kind": "object",
      "key": "Lib/Shelf.md",
      "title": "Shelf",
      "place": {
        "path": "Lib/Shelf.md",
        "line": 1,
        "column": 3
      },
      "module": "lib.shelf",
      "name": "Shelf",
      "use": null,
      "named_by": "",
      "namespace": [],
      "part_of": null,
      "description": "Where *Bücher* are.",
      "deprecated": null,
      "bases": [],
      "fields": [
        {
          "name": "Books",
          "python": "books",
          "type": {
            "kind": "list",
            "item": {
              "kind": "ref",
              "key": "Lib/Book.md"
            }
          },
          "required": true,
          "presence": "required",
          "access": "both",
          "default": null,
          "constraints": {},
          "nullable": false,
          "description": "In order.",
          "deprecated": null,
          "examples": [
            [
              {
                "state": 1
              }
            ]
          ],
          "is_evidence": true,
          "typed_by": "",
          "wire": {
            "name": "books",
            "evidence": "by convention, camelCase: no name that the docs show tells camelCase and snake_case apart"
          },
          "place": {
            "path": "Lib/Shelf.md",
            "line": 9,
            "column": 3
          },
          "settings": {}
        },
        {
          "name": "From",
          "python": "from_",
          "type": {
            "kind": "map",
            "value": {
              "kind": "unknown",
              "label": "Strange"
            }
          },
          "required": false,
          "presence": "optional",
          "access": "both",
          "default": null,
          "constraints": {},
          "nullable": true,
          "description": "",
          "deprecated": "",
          "examples": [
            null
          ],
          "is_evidence": false,
          "typed_by": "",
          "wire": {
            "name": "from",
            "evidence": "by convention, camelCase: no name that the docs show tells camelCase and snake_case apart"
          },
          "place": {
            "path": "Lib/Shelf.md",
            "line": 10,
            "column": 3
          },
          "settings": {}
        }
      ],
      "extra": null
    },
    {
      "kind": "enumeration",
      "key": "Lib/State.md",
      "title": "State",
      "place": {
        "path": "Lib/State.md",
        "line": 1,
        "column": 3
      },
      "module": "lib.state",
      "name": "State",
      "use": null,
      "named_by": "",
      "namespace": [],
      "part_of": null,
      "description": "",
      "deprecated": null,
      "members": [
        {
          "name": "Out",
          "value": 1,
          "python": null,
          "description": "Not for you.",
          "place": {
            "path": "Lib/State.md",
            "line": 7,
            "column": 11
          }
        }
      ],
      "is_open": false,
      "is_flags": false
    }
  ],
  "findings": []
}
"""
    )


def test_the_document_of_a_page_has_its_declarations_and_tables_only(docs: Path) -> None:
    all_ = document(docs, DOCS)
    one = document(docs, DOCS, "Models/Book.md")
    assert one.pop("declarations") == [
        declaration for declaration in all_.pop("declarations") if declaration["title"] == "Book"
    ]
    tables = all_.pop("census")
    assert len(tables) == 7
    assert one.pop("census") == [table for table in tables if table["place"]["path"] == "Models/Book.md"]
    assert one == all_
    assert document(docs, DOCS, "guide.md") == {**all_, "census": [], "declarations": []}


def test_the_document_does_not_depend_on_the_order_of_the_files(tmp_path: Path) -> None:
    there, back = (
        as_json(_understood(tmp_path / name, dict(pages), {}), None)
        for name, pages in (("there", DOCS.items()), ("back", reversed(DOCS.items())))
    )
    assert there == back


def test_a_union_in_the_document(docs: Path) -> None:
    (union,) = document(docs, DOCS, "Models/Reminder.md")["declarations"]
    assert union["kind"] == "alias"
    assert union["type"] == {
        "kind": "union",
        "members": [{"kind": "ref", "key": "Models/Letter.md"}, {"kind": "ref", "key": "Models/Call.md"}],
    }
    assert union["discriminator"] == {"field": "Type", "wire": "type", "tags": ["letter", "call"], "is_open": False}


def test_an_open_enumeration_in_the_document(docs: Path) -> None:
    page = STATE.replace("## Values", "## Values\n\nThis is an open enum.")
    (state,) = document(docs, {"LoanState.md": page})["declarations"]
    assert state["is_open"] is True
    assert [(member["value"], member["python"]) for member in state["members"]] == [
        ("out", None),
        ("none", None),
        ("in-transit", None),
    ]


def test_a_page_that_is_left_out_has_no_name_in_the_document(docs: Path) -> None:
    book, other = document(docs, {"m/Book.md": BOOK, "m/other.md": BOOK.replace("# Book", "# +++")})["declarations"]
    assert (book["module"], book["name"]) == ("m.book", "Book")
    assert (other["module"], other["name"]) == (None, None)


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        (STRING, {"kind": "scalar", "scalar": "string"}),
        (DATETIME, {"kind": "scalar", "scalar": "datetime"}),
        (ListOf(ANY), {"kind": "list", "item": {"kind": "scalar", "scalar": "any"}}),
        (MapOf(Unknown("Cart")), {"kind": "map", "value": {"kind": "unknown", "label": "Cart"}}),
        (Nullable(ref("Item")), {"kind": "nullable", "item": {"kind": "ref", "key": "Item.md"}}),
        (Constant(("a", 1, True)), {"kind": "constant", "values": ["a", 1, True]}),
        (
            UnionOf((Constant(("a",)), ref("Item"))),
            {"kind": "union", "members": [{"kind": "constant", "values": ["a"]}, {"kind": "ref", "key": "Item.md"}]},
        ),
    ],
)
def test_types_in_the_document(type_: Type, words: Any) -> None:
    model = Model((Alias(identity("Item"), "Item", PLACE, "", type_),))
    written = as_json(understanding(model), None)
    (item,) = json.loads(written)["declarations"]
    assert item["type"] == words


def test_a_number_that_is_too_large_is_shown_as_it_is_written(docs: Path) -> None:
    page = """\
# Star

## Fields

| Field  | Type     | Required           | Example        |
| ------ | -------- | ------------------ | -------------- |
| `Mass` | *double* | :heavy_check_mark: | 1e999          |
| `Size` | *double* | :heavy_check_mark: | 1e9            |
| `All`  | *object* | :heavy_minus_sign: | {"mass":1e999} |
"""
    (star,) = document(docs, {"Star.md": page})["declarations"]
    assert [field["examples"] for field in star["fields"]] == [["1e999"], [1e9], ['{"mass":1e999}']]


def test_an_example_with_half_a_character_is_a_text(docs: Path) -> None:
    """JSON can hold half of a surrogate pair, which no encoding can write."""
    example = LOAN.replace('"isbn"', '"is\\ud800bn"')
    written = as_json(_understood(docs, {**DOCS, "Models/Loan.md": example}, {}), None)
    assert r"\"is\\ud800bn\"" in written
    assert json.loads(written.encode("utf-8"))


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode")
def test_a_byte_of_a_file_name_that_is_not_utf8_is_an_escape(docs: Path) -> None:
    written = as_json(_understood(docs, {**DOCS, "Models/Lo\udcffan.md": LOAN}, {}), None)
    assert '"Models/Lo\\udcffan.md"' in written
    assert json.loads(written.encode("utf-8"))


# -- what is asked for --


@pytest.mark.parametrize(
    ("wanted", "page", "models"),
    [
        ("Models/Book.md", "Models/Book.md", ["Models/Book.md"]),
        ("guide.md", "guide.md", []),
        ("guide", "guide.md", []),
        ("book.md", "Models/Book.md", ["Models/Book.md"]),
        ("Book", "", ["Models/Book.md"]),
        ("loanstate", "", ["Models/LoanState.md"]),
        ("loan_state", "", ["Models/LoanState.md"]),
        ("*Type", "", ["Models/CallType.md", "Models/LetterType.md"]),
        ("Models/C*#*", "", ["Models/Call.md", "Models/CallType.md"]),
    ],
)
def test_a_page_or_models_are_found_by_any_of_their_names(
    docs: Path, wanted: str, page: str, models: list[str]
) -> None:
    selected = select(_understood(docs, DOCS, {}), wanted)
    assert (selected.page, [str(model) for model in selected.models]) == (page, models)


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("Models/Lone.md", '; did you mean "Loan"?'),
        ("Remindre", '; did you mean "Reminder"?'),
        ("giude.md", '; did you mean "guide.md"?'),
        ("Zebra", ""),
        ("#", ""),
    ],
)
def test_what_is_near_is_named(docs: Path, wanted: str, near: str) -> None:
    with pytest.raises(ValueError, match="no page") as caught:
        select(_understood(docs, DOCS, {}), wanted)
    assert str(caught.value) == f'no page and no model "{wanted}" in the docs{near}'


def test_models_are_shown_without_others_of_their_pages(docs: Path) -> None:
    understood = _understood(docs, DOCS, {})
    selected = select(understood, "*Type")
    output = as_text(understood, None, selected.models)
    assert [line for line in output.splitlines() if line.startswith("Model ")] == [
        "Model        CallType, an enumeration of 1 value",
        "Model        LetterType, an enumeration of 1 value",
    ]
    keys = [
        declaration["key"] for declaration in json.loads(as_json(understood, None, selected.models))["declarations"]
    ]
    assert keys == ["Models/CallType.md", "Models/LetterType.md"]


def test_what_the_configuration_sets_is_cited(docs: Path) -> None:
    fields = {"*.isbn": FieldSettings(nullable=True), "Book.Weight": FieldSettings(type="int", required=True)}
    output = text(docs, DOCS, "Models/Book.md", fields=fields, names={"Book": "Volume"})
    assert "\nIsbn       string   required, nullable  isbn         none\n" in output
    assert '\nNamed        the configuration gives "Book" this name\n' in output
    assert output.endswith(
        """\
Set in the configuration:
  Isbn    nullable by "*.isbn"
  Weight  required by "Book.Weight", type by "Book.Weight"
"""
    )
    (book,) = document(docs, DOCS, "Models/Book.md", fields=fields)["declarations"]
    assert book["fields"][0]["settings"] == {"nullable": "*.isbn"}


WIRE = WireName("any", "the docs show it")


def test_what_the_docs_say_of_values_is_shown() -> None:
    place = Place("Bag.md", 1, 3)
    limits = Constraints(minimum=1, maximum=9)
    size = Field("Size", INTEGER, Presence.UNKNOWN, place, default_value=Value(3), constraints=limits, wire=WIRE)
    key = Field("Key", STRING, Presence.REQUIRED, place, access=Access.WRITE_ONLY, wire=WIRE)
    bag = Object(identity("Bag"), "Bag", place, "", (size, key), bases=(ref("Base"),), namespace=("acme", "v1"))
    base = Object(identity("Base"), "Base", Place("Base.md", 1, 3), "", (key,))
    understood = understanding(Model((bag, base)))
    output = as_text(understood, "Bag.md")
    assert "\nSize   integer  not said " in output
    assert "\nKey    string   required, write-only" in output
    assert "\nNamespace    acme.v1\nBased on     Base\n" in output
    assert "\nValues:\n  Size  3 by default, at least 1, at most 9\n" in output
    (declaration, _) = json.loads(as_json(understood, None))["declarations"]
    assert declaration["namespace"] == ["acme", "v1"]
    row = declaration["fields"][0]
    assert (row["presence"], row["default"], row["constraints"]) == (
        "unknown",
        {"value": 3},
        {"minimum": 1, "maximum": 9},
    )
