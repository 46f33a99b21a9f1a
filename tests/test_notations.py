"""The same fields in other notations make the same model: another order of columns, HTML, items of a list, labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from docmodels.cache.store import Cache
from docmodels.limits import TEXT_CHARACTERS
from docmodels.model.declarations import Object, Presence
from docmodels.pipeline.choose import Options
from docmodels.pipeline.read import read_docs
from docmodels.pipeline.remember import codec
from hypothesis import example, given
from hypothesis import strategies as st

from tests.links import placeless


class Row(NamedTuple):
    """A field of a made-up boat."""

    name: str
    type: str
    is_required: bool
    description: str


Notation = Callable[[Sequence[Row]], str]
NAMES = ("id", "sail_area", "crew", "homePort", "is_open", "price", "skipper", "tags", "berths", "hint")
TYPES = (
    "string",
    "integer",
    "number",
    "boolean",
    "object",
    "string[]",
    "[Port](#port)",
    "[Port](#port)[]",
    "`on`, `off`",
)
DESCRIPTIONS = ("What people call it.", "As the harbour master knows it", "In the spring.", "Of the last trip.")
COLUMNS = ("Field", "Type", "Required", "Description")
PORT = "# Port\n\n| Field | Type |\n| --- | --- |\n| name | string |\n"
# Two rows with types that everybody knows: a list without any is no list of fields.
FIRST = (Row("number", "string", True, "On the bow."), Row("length", "integer", False, "In metres."))


def cells(row: Row) -> dict[str, str]:
    values = (row.name, row.type, "Yes" if row.is_required else "No", row.description)
    return dict(zip(COLUMNS, values, strict=True))


def table(rows: Sequence[Row], columns: Sequence[str] = COLUMNS) -> str:
    lines = [columns, ["---"] * len(columns), *([cells(row)[column] for column in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def html_table(rows: Sequence[Row]) -> str:
    heads = "".join(f"<th>{column}</th>" for column in COLUMNS)
    bodies = ("".join(f"<td>{_html(cell)}</td>" for cell in cells(row).values()) for row in rows)
    return f"<table>\n<tr>{heads}</tr>\n" + "".join(f"<tr>{body}</tr>\n" for body in bodies) + "</table>"


def _html(cell: str) -> str:
    cell = cell.replace("[Port](#port)", '<a href="#port">Port</a>')
    return "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(cell.split("`")))


def stacked(rows: Sequence[Row]) -> str:
    """The name and the type on two lines of a cell."""
    lines = [f"| {row.name}<br>{row.type} | {cells(row)['Required']} | {row.description} |" for row in rows]
    return "\n".join(("| Field | Required | Description |", "| --- | --- | --- |", *lines))


def bullets(rows: Sequence[Row]) -> str:
    return "\n".join(f"- `{row.name}` ({row.type}, {_presence(row)}): {row.description}" for row in rows)


def paragraphs(rows: Sequence[Row]) -> str:
    return "\n\n".join(f"**`{row.name}`** ({row.type}, {_presence(row)})\n\n{row.description}" for row in rows)


def labels(rows: Sequence[Row]) -> str:
    return "\n".join(
        f"- `{row.name}`\n  - Type: {row.type}\n  - Required: {cells(row)['Required']}\n  - Description: {row.description}"
        for row in rows
    )


def _presence(row: Row) -> str:
    return "required" if row.is_required else "optional"


def boat(text: str) -> list[tuple[str, Presence, object]]:
    """The name, the presence and the type of each field that a text declares."""
    page = f"{PORT}\n# Boat\n\nA boat.\n\n{text}\n"
    options = Options(lambda _: "tables", lambda _: "", TEXT_CHARACTERS)
    docs = read_docs([("docs.md", page.encode())], options, Cache(None, "", codec()))
    (reading,) = docs.readings.values()
    (model,) = (model for model in reading.declarations if isinstance(model, Object) and model.title == "Boat")
    return [(field.name, field.presence, placeless(field.type)) for field in model.fields]


rows_of_a_boat = st.lists(
    st.builds(Row, st.sampled_from(NAMES), st.sampled_from(TYPES), st.booleans(), st.sampled_from(DESCRIPTIONS)),
    max_size=5,
    unique_by=lambda row: row.name,
).map(lambda rows: (*FIRST, *rows))


@given(rows_of_a_boat, st.permutations(COLUMNS))
def test_the_order_of_columns_changes_nothing(rows: Sequence[Row], columns: Sequence[str]) -> None:
    assert boat(table(rows, columns)) == boat(table(rows))


@given(rows_of_a_boat, st.permutations(COLUMNS))
def test_the_order_of_columns_joins_the_same_tables(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Two headings that are only marks of presence make parts of one model."""
    usual, other = (
        boat(
            "\n\n".join(
                f"## {mark}\n\n{table(part, order)}"
                for mark, part in (("Required", FIRST), ("Optional", rows[2:]))
                if part
            )
        )
        for order in (COLUMNS, columns)
    )
    assert other == usual


@given(rows_of_a_boat, st.sampled_from((html_table, stacked, bullets, paragraphs, labels)))
@example((*FIRST, Row("skipper", "`on`, `off`", True, "In the spring.")), paragraphs)
@example((*FIRST, Row("skipper", "[Port](#port)", False, "In the spring.")), bullets)
def test_each_notation_makes_the_same_fields(rows: Sequence[Row], notation: Notation) -> None:
    assert boat(notation(rows)) == boat(table(rows))
