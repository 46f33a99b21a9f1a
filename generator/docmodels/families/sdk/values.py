"""The values of an enumeration: a table of names and values, or a list of values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...diagnostics import Diagnostic, Place
from ...markdown import Block, Fence, Inline, ItemList, Prose, Section, Span, SpanKind, Table
from ...model.declarations import Member
from ...model.strict_json import read_json
from ...notation.tokens import TokenKind, tokens
from ...tables.rows import check_row, place_of
from ...tables.values import distinct
from .marks import described

_OPEN = re.compile(r"\bopen enum\b")
_ROLES = ("name", "value", "description")


def read_values(section: Section, path: str) -> tuple[tuple[Member, ...], bool, tuple[Diagnostic, ...]]:
    """The values that a section shows, whether others may occur, and findings on it."""
    diagnostics: list[Diagnostic] = []
    shown: list[Member] = []
    for block in section.blocks:
        if isinstance(block, Table):
            shown.extend(_from_table(block, path, diagnostics))
        elif isinstance(block, ItemList):
            shown.extend(Member("", _value(item), place_of(path, item)) for item in block.items)
        elif isinstance(block, Fence):
            shown.extend(_from_code(block, path))
    if not shown and not diagnostics:
        place = Place(path, section.heading.line, section.heading.column, max(len(section.heading.source), 1))
        message = "the section shows no values; the page is typed as Any"
        diagnostics.append(Diagnostic(place, "no-table", message, "Add a table of names and values."))
    members = tuple(distinct(_as_integers(shown), diagnostics))
    is_open = any(is_open_notice(block) or _names_unknown(block) for block in section.blocks)
    return members, is_open, tuple(diagnostics)


def is_open_notice(block: Block) -> bool:
    """Whether a block says that an enumeration may have values that are not listed."""
    return isinstance(block, Prose) and _OPEN.search(block.source) is not None


def _names_unknown(block: Block) -> bool:
    """Whether the values in code have one among them that stands for all others: `Unrecognized<string>`."""
    if not isinstance(block, Fence):
        return False
    return any(token.text == "Unrecognized" for token in tokens((Span(SpanKind.CODE, block.text),)))


def _from_table(table: Table, path: str, diagnostics: list[Diagnostic]) -> Iterator[Member]:
    roles: dict[str, int] = {}
    for index, heading in enumerate(table.header):
        name = heading.text.strip().lower()
        if name in _ROLES:
            roles.setdefault(name, index)
        elif any(row.cells[index].source for row in table.rows):
            message = f'the column "{heading.text}" is left out'
            help_ = "Give it one of the headings Name, Value, Description if it describes the values."
            diagnostics.append(Diagnostic(place_of(path, heading), "unread-column", message, help_))
    if "value" not in roles:
        place = place_of(path, table.header[0])
        message = "the table of values has no Value column; it is left out"
        diagnostics.append(Diagnostic(place, "missing-column", message, "Add a column Value."))
        return
    for row in table.rows:
        diagnostics.extend(check_row(row, len(table.header), path))
        cell = row.cells[roles["value"]]
        name = row.cells[roles["name"]].text.strip() if "name" in roles else ""
        if not cell.source and not name:  # with a name, the value is the empty text
            message = "the row shows no value; it is left out"
            diagnostics.append(Diagnostic(place_of(path, cell), "missing-value", message, "Add the value."))
            continue
        prose = described(row.cells[roles["description"]].prose) if "description" in roles else ""
        yield Member(name, _value(cell), place_of(path, cell), prose)


def _from_code(block: Fence, path: str) -> Iterator[Member]:
    """The values in code: `"created" | "running"`. Names among them stand for values that are not known."""
    first, _ = block.place(0)
    for number, line in enumerate(block.text.split("\n"), first):  # no value goes on in the next one
        end = 0
        for token in tokens((Span(SpanKind.CODE, line),)):
            start = line.find(token.text, end)  # tokens come in the order of the text
            end = start + len(token.text)
            if token.kind is TokenKind.VALUE:
                yield Member("", _literal(token.text), Place(path, number, start + 1, len(token.text)))


def _value(cell: Inline) -> str | int:
    """The value that a cell shows: code as it is, else the text.

    A text that Markdown takes for emphasis was meant as it is written: values are not prose.
    """
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
    """A table shows numbers without quotes, as it does texts: where all values are whole numbers, they are meant."""
    members = tuple(members)
    numbers = [number for member in members if (number := _integer(member.value)) is not None]
    if len(numbers) < len(members):
        return members
    return tuple(replace(member, value=number) for member, number in zip(members, numbers, strict=True))


def _integer(text: str | int) -> int | None:
    """A whole number as JSON would write it: `007` and `+1` are texts."""
    if isinstance(text, int):
        return text
    digits = text.removeprefix("-")
    canonical = digits.isascii() and digits.isdigit() and len(digits) < 300 and (digits[0] != "0" or text == "0")
    return int(text) if canonical else None
