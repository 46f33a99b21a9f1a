"""The types of schemas, with their constraints."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ...markdown import Block, Fence, Inline, ItemList, Prose, SpanKind, Table
from ...model.addresses import target_path
from ...model.declarations import Constraints
from ...model.strict_json import read_number
from ...model.types import (
    ANY,
    DATE,
    DATETIME,
    JSON_TYPES,
    STRING,
    TIME,
    UUID,
    Constant,
    Link,
    ListOf,
    MapOf,
    Ref,
    Type,
    nullable,
    union,
)
from ...patterns import regex
from ...tables.rows import place_of
from ..kit import json_or_text
from . import MODEL
from .outline import Details

_FORMATS: Mapping[str, Type] = {"date time": DATETIME, "date": DATE, "time": TIME, "uuid": UUID}
_TYPE = regex(r"type:\s*", re.IGNORECASE)
_ARRAY = "Array type:"
"""The text before the type of a list, in older versions; the facts only have `array`."""
_WORD = regex(r"(?P<word>[a-z]+)(?P<lists>(?:\[\])*)")
_RULE = regex(r"\*\*(?P<name>[^*]+)\*\*:(?P<text>.*)", re.DOTALL)
_OLD_RULE = regex(r"(?P<name>m(?:in|ax)imum (?:value|length)|format): `?(?P<text>[\w.+-]+)")
"""A rule below the type in first versions: `minimum length: 2 characters`."""
_VALUE = regex(r"`(?P<value>[^`]+)`\s*\Z")
_NUMBERS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "minimum (exclusive)": "exclusive_minimum",
    "maximum (exclusive)": "exclusive_maximum",
    "multiple of": "multiple_of",
}
_COUNTS = {
    "minimum length": "min_length",
    "maximum length": "max_length",
    "minimum number of items": "min_items",
    "maximum number of items": "max_items",
}


def type_cell(details: Details) -> Inline | None:
    """The cell with a schema's type: a line of its facts, or its section."""
    prose = _type_prose(details)
    item = next((item for item in details.facts if _TYPE.match(item.source)), None)
    if item is None or _is_array(details):
        return None if prose is None else Inline(prose.source.removeprefix(_ARRAY), prose.line, 1)
    return Inline(_TYPE.sub("", item.source, count=1), item.line, item.column)


def _type_prose(details: Details) -> Prose | None:
    return next((block for block in details.parts.get("Type", ()) if isinstance(block, Prose)), None)


def _is_array(details: Details) -> bool:
    prose = _type_prose(details)
    return prose is not None and prose.source.startswith(_ARRAY)


def word(details: Details) -> str:
    """The word for the type of a schema: `string[]`; "unknown" if it takes more than a word."""
    cell = type_cell(details)
    words = _words(cell) if cell is not None else []
    return words[0] if len(words) == 1 else "unknown"


def _words(cell: Inline) -> list[str]:
    code = (span.text.strip() for span in cell.spans if span.kind is SpanKind.CODE)
    return [text for text in code if _WORD.fullmatch(text)]


@dataclass(slots=True, eq=False)
class Types:
    """Reads types on a page.

    kinds  path of a page -> `MODEL`, or its type
    """

    path: str
    kinds: Mapping[str, str]

    def of(self, details: Details, *, is_own: bool = False) -> Type:
        """The type of a schema, without its constraints.

        is_own  whether it is the schema of the page itself: then a link to the page has no meaning
        """
        cell = type_cell(details)
        if cell is None:
            return ANY
        words, target = _words(cell), self._target(cell, is_own=is_own) or self._listed(details)
        text = cell.text.strip()
        if text.startswith("an array"):
            return ListOf(target or ANY)
        if text.startswith("any of"):
            return union(*map(_plain, words)) if words else ANY
        if not words:
            kind = target or self.combined(details)
            return ListOf(kind) if _is_array(details) else kind
        kind = _plain(words[0])
        return with_item(kind, target) if target is not None else kind

    def combined(self, details: Details) -> Type:
        """The type of a combined schema: a union, or Any for an intersection of several members."""
        how, links = details.combined
        kinds = [self._target(link) or ANY for link in links]
        if not kinds or (how == "all of" and len(kinds) > 1) or ANY in kinds:
            return ANY
        return union(*kinds)

    def bases(self, details: Details) -> list[Type]:
        """The models that an intersection combines; none if one member is no model."""
        how, links = details.combined
        kinds = [self._target(link) for link in links]
        bases: list[Type] = [kind for kind in kinds if isinstance(kind, Link)]
        return bases if how == "all of" and len(bases) == len(kinds) else []

    def _listed(self, details: Details) -> Type | None:
        """The type of the page that the only item of a list in the section "Type" links to."""
        lists = [block for block in details.parts.get("Type", ()) if isinstance(block, ItemList)]
        is_one = len(lists) == 1 and len(lists[0].items) == 1 and not details.combined[0]
        return self._target(lists[0].items[0]) if is_one else None

    def _target(self, cell: Inline, *, is_own: bool = False) -> Type | None:
        """The type of the page that a cell links to; None without a link, and if the page only repeats the cell."""
        span = next((span for span in cell.spans if span.href is not None), None)
        path = None if span is None or span.href is None else target_path(span.href, self.path)
        kind = None if path is None else self.kinds.get(path)
        if span is None or span.href is None or kind is None or (is_own and path == self.path):
            return None
        if kind == MODEL:
            return Link(span.href, span.text.strip(), place_of(self.path, cell))
        return _plain(kind) if kind != "unknown" else None


def _plain(text: str) -> Type:
    """The type for a word: `string[][]`."""
    match = _WORD.fullmatch(text)
    kind = ANY if match is None else JSON_TYPES.get(match["word"], ANY)
    for _ in range(0 if match is None else match["lists"].count("[")):
        kind = ListOf(kind)
    return kind


def with_item(kind: Type, target: Type) -> Type:
    """A type with the type of a page in place of the part that its word leaves open."""
    if isinstance(kind, ListOf) and kind.item != ANY:
        return ListOf(with_item(kind.item, target))
    return target if isinstance(target, Link | Ref) or kind in (ANY, MapOf(ANY), ListOf(ANY)) else kind


def ruled(kind: Type, blocks: list[Block]) -> Type:
    """A type narrowed by constraints: allowed values, or a format."""
    if isinstance(kind, Link):
        return kind
    for values in _values(blocks):
        known = tuple(value for value in values if isinstance(value, str | int | bool))
        if known and len(known) + (None in values) == len(values):
            constant = Constant(tuple(dict.fromkeys(known)))
            return nullable(constant) if None in values else constant
    for name, text in _rules(blocks):
        format_ = _FORMATS.get(name) or _FORMATS.get(_last(text) if name == "unknown format" else "")
        if kind == STRING and format_ is not None:
            return format_
    return kind


def strange_values(kind: Type, blocks: list[Block]) -> tuple[str, ...]:
    """The values of constraints that no enumeration can have, as JSON: `1.5`. They keep the type as it is."""
    if isinstance(kind, Link):
        return ()
    listed = (value for values in _values(blocks) for value in values)
    return tuple(json.dumps(value) for value in listed if not isinstance(value, str | int | bool | None))


def _values(blocks: list[Block]) -> list[tuple[object, ...]]:
    """The lists of values in constraints."""
    tables = [
        tuple(json_or_text(row.cells[0].text) for row in block.rows)
        for block in blocks
        if isinstance(block, Table) and block.headings[:1] == ("value",)
    ]
    constants = [
        (json_or_text(block.text),)
        for before, block in pairwise(blocks)
        if isinstance(block, Fence) and isinstance(before, Prose) and before.source.startswith("**constant**")
    ]
    return [*tables, *constants]


def constraints(blocks: list[Block]) -> Constraints:
    """The limits in constraints."""
    numbers: dict[str, int | float | None] = {}
    counts: dict[str, int | None] = {}
    is_unique, pattern = False, ""
    for name, text in _rules(blocks):
        number = read_number(_last(text))
        if name in _NUMBERS:
            numbers[_NUMBERS[name]] = number
        elif name in _COUNTS and isinstance(number, int) and number >= 0:
            counts[_COUNTS[name]] = number
        is_unique = is_unique or name == "unique items"
        if name == "pattern":
            pattern = next((block.text.strip() for block in blocks if isinstance(block, Fence)), "")
    return Constraints(
        minimum=numbers.get("minimum"),
        maximum=numbers.get("maximum"),
        exclusive_minimum=numbers.get("exclusive_minimum"),
        exclusive_maximum=numbers.get("exclusive_maximum"),
        multiple_of=numbers.get("multiple_of"),
        min_length=counts.get("min_length"),
        max_length=counts.get("max_length"),
        min_items=counts.get("min_items"),
        max_items=counts.get("max_items"),
        pattern=pattern,
        unique_items=is_unique,
    )


def _rules(blocks: list[Block]) -> list[tuple[str, str]]:
    """The names of constraints, in lower case, and the texts behind them."""
    matches = (_RULE.match(block.source) for block in blocks if isinstance(block, Prose))
    rules = [(match["name"].casefold(), match["text"]) for match in matches if match is not None]
    items = (item.source for block in blocks if isinstance(block, ItemList) for item in block.items)
    for match in filter(None, map(_OLD_RULE.match, items)):
        name, text = match["name"], match["text"]
        is_format = name == "format"
        rules.append((text.replace("-", " ") if is_format else name.removesuffix(" value"), f"`{text}`"))
    return rules


def _last(text: str) -> str:
    """The code at the end of a sentence, its subject."""
    match = _VALUE.search(text)
    return match["value"].strip() if match is not None else ""
