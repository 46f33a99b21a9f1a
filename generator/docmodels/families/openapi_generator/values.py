"""The values of an enumeration: a list, or a table of names and values."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen
from ...markdown import Fence, Inline, ItemList, Section, SpanKind, Table
from ...model.declarations import Member
from ...model.names import folded
from ...model.types import Constant
from ...tables.rows import place_of
from ...tables.values import distinct
from .notes import unescaped

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,30})")
_FRACTION = re.compile(r"-?\d+\.\d*(?:[eE][-+]?\d+)?")
_MADE = re.compile(r"(?:new )?[A-Za-z][\w.]*\((?P<value>.*)\)", re.DOTALL)  # `new BigDecimal("1.5")`
_BULLET = re.compile(r"\s*[*-]\s+(?=`)")
_VALUE = "(value:"
_SEPARATOR = re.compile(r",\s*")


@frozen()
class Values:
    """What a section lists.

    has_fractions  whether some are numbers that are not whole
    """

    members: tuple[Member, ...]
    has_fractions: bool
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen()
class Listed:
    """The values that a page has for a field.

    heading  what it calls them
    names    the values by the folded names that members have
    """

    constant: Constant
    heading: str = ""
    names: Mapping[str, str | int] = field(default_factory=dict)

    def named(self, code: str) -> str | int | None:
        """The value of a member as code names it, behind the heading or the end of it: `StatusEnum_Open`."""
        spelled = folded(code)
        for name, value in self.names.items():
            if spelled.endswith(name) and folded(self.heading).endswith(spelled.removesuffix(name)):
                return value
        return None


def listed(heading: str, members: Sequence[Member]) -> Listed:
    """The values under a heading."""
    names = {folded(member.name): member.value for member in members if member.name}
    return Listed(Constant(tuple(member.value for member in members)), heading, names)


def read_values(section: Section, name: str, path: str) -> Values:
    """The values that a section shows.

    name  what the section's heading calls the values
    """
    shown: list[_Shown] = []
    for block in section.blocks:
        if isinstance(block, ItemList):
            shown.extend(_item(item, path) for item in block.items if item.source)
        elif isinstance(block, Table):
            shown.extend(_rows(block, name, path))
        elif isinstance(block, Fence) and not block.info:
            shown.extend(_item(item, path) for item in _indented(block))
    return _values(shown)


def _indented(block: Fence) -> Iterator[Inline]:
    """The items of a list that Kotlin's template indents so far that Markdown takes it for code."""
    for number, line in enumerate(block.text.split("\n"), block.line):
        if (found := _BULLET.match(line)) is not None:
            yield Inline(line[found.end() :].strip(), number, found.end() + 1)


def read_listed(text: str, cell: Inline, path: str) -> Values:
    """The values in a list that Python writes: `"open", "closed", `."""
    place = place_of(path, cell)
    return _values([_Shown("", *_value(part), place) for part in _SEPARATOR.split(text) if part.strip()])


@frozen()
class _Shown:
    """A value as the docs show it, and whether it may be a number: it is in no quotes."""

    name: str
    text: str
    is_bare: bool
    place: Place


def _values(shown: Sequence[_Shown]) -> Values:
    """The values, whole numbers as such where all of them are."""
    diagnostics: list[Diagnostic] = []
    are_whole = all(each.is_bare and _WHOLE.fullmatch(each.text) for each in shown)
    members = (Member(each.name, int(each.text) if are_whole else each.text, each.place) for each in shown)
    has_fractions = any(each.is_bare and _FRACTION.fullmatch(each.text) for each in shown)
    return Values(tuple(distinct(members, diagnostics)), has_fractions, tuple(diagnostics))


def _item(item: Inline, path: str) -> _Shown:
    """A value as `` `OPEN` (value: `"open"`) `` shows it; without the brackets, the name is the value."""
    code = [span.text for span in item.spans if span.kind is SpanKind.CODE]
    before, is_told, told = item.text.partition(_VALUE)
    name = (code[0] if code else before).strip()
    if not is_told:
        return _Shown("", name, False, place_of(path, item))
    return _Shown(name, *_value(code[1] if len(code) == 2 else told.rpartition(")")[0]), place_of(path, item))


def _rows(table: Table, name: str, path: str) -> Iterator[_Shown]:
    for row in table.rows:
        label, cell = row.cells[0], row.cells[1] if len(row.cells) > 1 else row.cells[0]
        if not cell.source:
            continue
        if folded(label.text) == folded(name) and "," in cell.text:  # Kotlin has all of them in one row
            yield from (_Shown("", *_value(part), place_of(path, cell)) for part in _SEPARATOR.split(cell.text))
        else:
            yield _Shown(label.text.strip(), *_value(cell.source), place_of(path, cell))


def _value(text: str) -> tuple[str, bool]:
    """The value that a text shows, and whether it may be a number."""
    text = html.unescape(text).strip()
    made = _MADE.fullmatch(text)
    text = made["value"].strip() if made is not None else text
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return unescaped(text[1:-1]), made is not None
    return text, True
