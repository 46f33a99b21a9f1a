"""The values of an enumeration: a table of names and values, or a list of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from ...diagnostics import Place
from ...frozen import replace
from ...markdown import Block, Fence, Inline, ItemList, Prose, Section, Span, SpanKind, Table
from ...model.declarations import Member
from ...model.strict_json import read_json
from ...notation.tokens import TokenKind, tokens
from ...patterns import regex
from ...tables.rows import place_of
from ...tables.values import distinct
from ..kit import Builder, RoleTable, role_table
from ..kit.faults import missing_value
from .cells import described

_OPEN = regex(r"\bopen enum\b")
_UNKNOWN = regex(r"Unrecognized(?:<\w+>|Str|Int)?")
"""The word among values for all undocumented ones."""

_ROLES = MappingProxyType({"name": "name", "value": "value", "description": "description"})


def read_values(section: Section, builder: Builder) -> tuple[tuple[Member, ...], bool]:
    """The values in a section, and whether others may occur."""
    count = len(builder.diagnostics)
    listed: list[Member] = []
    for block in section.blocks:
        if isinstance(block, Table):
            listed.extend(_from_table(role_table(block, _ROLES), builder))
        elif isinstance(block, ItemList):
            listed.extend(Member("", _value(item), place_of(builder.path, item)) for item in block.items)
        elif isinstance(block, Fence):
            listed.extend(_from_code(block, builder.path))
    if not listed and len(builder.diagnostics) == count:
        message = "the section shows no values; the page is typed as Any"
        builder.report(section.heading, "no-table", message, "Add a table of names and values.")
    members = tuple(distinct(_as_integers(listed), builder.diagnostics))
    return members, any(is_open_notice(block) or _has_unknown(block) for block in section.blocks)


def is_open_notice(block: Block) -> bool:
    """Whether a block calls an enumeration open: it may have other values."""
    return isinstance(block, Prose) and _OPEN.search(block.source) is not None


def _has_unknown(block: Block) -> bool:
    """Whether a block has a mark for other values: `Unrecognized<string>`."""
    match block:
        case Fence(text=text):
            return any(_UNKNOWN.fullmatch(token.text) for token in tokens((Span(SpanKind.CODE, text),)))
        case Table():
            return any(_is_unknown(cell) for row in block.rows for cell in row.cells)
        case _:
            return False


def _is_unknown(cell: Inline) -> bool:
    return _UNKNOWN.fullmatch(cell.text.strip()) is not None


def _from_table(table: RoleTable, builder: Builder) -> Iterator[Member]:
    if "value" not in table.columns:
        message = "the table of values has no Value column; it is left out"
        builder.report(table.table.header[0], "missing-column", message, "Add a column Value.")
        return
    for row in builder.checked_rows(table):
        cell, name_cell, description = row["value"], row.get("name"), row.get("description")
        if _is_unknown(cell):
            continue
        name = name_cell.text.strip() if name_cell is not None else ""
        if not cell.source and not name:  # with a name, the value is the empty text
            builder.diagnostics.append(missing_value(builder.path, cell))
            continue
        text = described(description.prose) if description is not None else ""
        yield Member(name, _value(cell), place_of(builder.path, cell), text)


def _from_code(block: Fence, path: str) -> Iterator[Member]:
    """The values in code: `"created" | "running"`. A name among them stands for unknown values."""
    first, _ = block.place(0)
    for number, line in enumerate(block.text.split("\n"), first):  # values do not overlap
        end = 0
        for token in tokens((Span(SpanKind.CODE, line),)):
            start = line.find(token.text, end)  # tokens come in the order of the text
            end = start + len(token.text)
            if token.kind is TokenKind.VALUE:
                yield Member("", _literal(token.text), Place(path, number, start + 1, len(token.text)))


def _value(cell: Inline) -> str | int:
    """The value in a cell: its code, or else the text as it is written. Values are not prose: `_a_` has no emphasis."""
    if len(cell.spans) == 1 and cell.spans[0].kind is SpanKind.CODE:
        return _literal(cell.spans[0].text)
    if any(span.emphasis or span.strong or span.strike or span.kind is SpanKind.CODE for span in cell.spans):
        return cell.source
    return cell.text


def _literal(text: str) -> str | int:
    """The value of a string or a JSON integer in code; any other code is its own value."""
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1]
    try:
        value = read_json(text)
    except ValueError:
        return text
    return value if isinstance(value, str | int) and not isinstance(value, bool) else text


def _as_integers(members: Iterable[Member]) -> tuple[Member, ...]:
    """The members, as integers if all values are. A table writes numbers and texts alike, without quotes."""
    members = tuple(members)
    numbers = [number for member in members if (number := _integer(member.value)) is not None]
    if len(numbers) < len(members):
        return members
    return tuple(replace(member, value=number) for member, number in zip(members, numbers, strict=True))


def _integer(text: str | int) -> int | None:
    """An integer as JSON writes it; None for `007` and `+1`, which are texts."""
    if isinstance(text, int):
        return text
    digits = text.removeprefix("-")
    canonical = digits.isascii() and digits.isdigit() and len(digits) < 300 and (digits[0] != "0" or text == "0")
    return int(text) if canonical else None
