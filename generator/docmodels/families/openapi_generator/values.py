"""The values of an enumeration: a list, or a table of names and values."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ...diagnostics import Place
from ...frozen import frozen
from ...markdown import Fence, Inline, ItemList, Section, SpanKind, Table
from ...model.declarations import Member
from ...model.names import folded
from ...model.types import INTEGER, NUMBER, STRING, Constant, Type, union
from ...patterns import regex
from ...tables.rows import place_of
from ...tables.values import distinct
from ..kit import Builder
from .cells import unescaped

_INTEGER = regex(r"-?(?:0|[1-9]\d{0,30})")
_FRACTION = regex(r"-?\d+\.\d*(?:[eE][-+]?\d+)?")
_MADE = regex(r"(?:new )?[A-Za-z][\w.]*\((?P<value>.*)\)", re.DOTALL)  # `new BigDecimal("1.5")`
_CODE = regex(r"`(?P<value>[^`]+)`")
_BULLET = regex(r"\s*[*-]\s+(?=`)")
_VALUE = "(value:"
_UNKNOWN = frozenset({"unknown_default_open_api", "11184809"})
"""What a client takes for each value that its API adds later (the option `enumUnknownDefaultCase`)."""
_SEPARATOR = regex(r",\s*")


@frozen()
class Values:
    """The values of a list.

    has_fractions  whether some are numbers with a fraction
    is_open        whether other values may occur
    """

    members: tuple[Member, ...]
    has_fractions: bool
    is_open: bool = False

    @property
    def type(self) -> Type:
        """The type of a field that has one of the values."""
        if self.has_fractions:
            return NUMBER
        values = tuple(dict.fromkeys(member.value for member in self.members))
        base = INTEGER if all(isinstance(value, int) for value in values) else STRING
        return union(Constant(values), base) if self.is_open else Constant(values)


@frozen()
class Listed:
    """The values that a page has for a field.

    type     the type of a field with one of them
    heading  the name of the list
    names    folded name of a member -> value
    """

    type: Type
    heading: str = ""
    names: Mapping[str, str | int] = field(default_factory=dict)

    def named(self, code: str) -> str | int | None:
        """The value of a member in code, behind the heading or its end: `StatusEnum_Open`."""
        spelled = folded(code)
        for name, value in self.names.items():
            if spelled.endswith(name) and folded(self.heading).endswith(spelled.removesuffix(name)):
                return value
        return None


def listed(heading: str, values: Values) -> Listed:
    """The values under a heading."""
    names = {folded(member.name): member.value for member in values.members if member.name}
    return Listed(values.type, heading, names)


def read_values(section: Section, name: str, builder: Builder) -> Values:
    """The values in a section.

    name  the name of the values in the section's heading
    """
    path = builder.path
    listed: list[_ListedValue] = []
    for block in section.blocks:
        if isinstance(block, ItemList):
            listed.extend(_item(item, path) for item in block.items if item.source)
        elif isinstance(block, Table):
            listed.extend(_rows(block, name, path))
        elif isinstance(block, Fence) and not block.info:
            listed.extend(_item(item, path) for item in _indented(block))
    return _values(listed, builder)


def _indented(block: Fence) -> Iterator[Inline]:
    """The items of a list in a block of code: Kotlin's template indents lists too far."""
    for number, line in enumerate(block.text.split("\n"), block.line):
        if (bullet := _BULLET.match(line)) is not None:
            yield Inline(line[bullet.end() :].strip(), number, bullet.end() + 1)


def read_listed(text: str, cell: Inline, builder: Builder) -> Values:
    """The values in a list of Python's docs: `"open", "closed", `."""
    place = place_of(builder.path, cell)
    parts = (part for part in _SEPARATOR.split(text) if part.strip())
    return _values([_ListedValue("", *_value(part), place) for part in parts], builder)


@frozen()
class _ListedValue:
    """A value in the docs, and whether it may be a number: it has no quotes."""

    name: str
    text: str
    is_bare: bool
    place: Place
    description: str = ""


def _values(listed: Sequence[_ListedValue], builder: Builder) -> Values:
    """The values; integers if all of them are. Those that stand for others are left out."""
    known = [value for value in listed if value.text not in _UNKNOWN]
    is_open = 0 < len(known) < len(listed)
    listed = known if is_open else listed
    are_integers = all(value.is_bare and _INTEGER.fullmatch(value.text) for value in listed)
    members = (
        Member(value.name, int(value.text) if are_integers else value.text, value.place, value.description)
        for value in listed
    )
    has_fractions = any(value.is_bare and _FRACTION.fullmatch(value.text) for value in listed)
    return Values(tuple(distinct(members, builder.diagnostics)), has_fractions, is_open)


def _item(item: Inline, path: str) -> _ListedValue:
    """A value in an item: `` `OPEN` (value: `"open"`) ``. Without brackets, the name is the value."""
    code = [span.text for span in item.spans if span.kind is SpanKind.CODE]
    before, mark, value = item.text.partition(_VALUE)
    name = (code[0] if code else before).strip()
    if not mark:
        return _ListedValue("", name, False, place_of(path, item))
    return _ListedValue(name, *_value(code[1] if len(code) == 2 else value.rpartition(")")[0]), place_of(path, item))


def _rows(table: Table, name: str, path: str) -> Iterator[_ListedValue]:
    headings = table.headings
    at = headings.index("value") if "value" in headings else min(1, len(headings) - 1)
    for row in table.rows:
        if len(row.cells) <= at or not (cell := row.cells[at]).source:
            continue
        label = row.cells[0]
        about = (
            row.cells[headings.index("description")].prose if "description" in headings[at + 1 : len(row.cells)] else ""
        )
        if folded(label.text) == folded(name) and "," in cell.text:  # Kotlin has all of them in one row
            yield from (_ListedValue("", *_value(part), place_of(path, cell)) for part in _SEPARATOR.split(cell.text))
        else:
            yield _ListedValue(label.text.strip(), *_value(cell.source), place_of(path, cell), about)


def _value(text: str) -> tuple[str, bool]:
    """The value in a text, and whether it may be a number."""
    text = html.unescape(text).strip()
    if (code := _CODE.fullmatch(text)) is not None:
        text = code["value"].strip()
    made = _MADE.fullmatch(text)
    text = made["value"].strip() if made is not None else text
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return unescaped(text[1:-1]), made is not None
    return text, True
