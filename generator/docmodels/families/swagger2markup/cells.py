"""The cells of a model's table: names with marks, types with angle brackets, descriptions with rules."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ...frozen import frozen, replace
from ...markdown import Inline, parse_inline, prose
from ...model.declarations import UNCONSTRAINED, Constraints
from ...model.strict_json import read_number
from ...patterns import regex
from ...tables.constants import integer

_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_BOLD = regex(r"\*\*(?P<name>[^*]+)\*\*")
_MARK = regex(r"[*_](?P<mark>[a-z-]+)[*_]")
_FRAME = regex(r"<(?P<inner>[^<>]*+)>\s*(?P<word>array|map)\b")
_ENUM_OF_A_PAGE = regex(r"enum \((?P<link>\[[^\[\]]{1,300}\]\([^()\s]{1,500}\))\)")
_ENUM = regex(r"\benum\s*\((?P<values>[^()]*)\)")
_RULE = regex(r"\s*\*\*(?P<name>[A-Z][a-z]+(?: [a-z]+)?)\*\* : `?(?P<value>.*?)`?", re.DOTALL)
_RANGE = regex(r"(?P<least>\d{1,15}) - (?P<most>\d{1,15})")
_DEEPEST = 20

_LIMITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("Minimum length", "Minimal length"), "min_length"),
        **dict.fromkeys(("Maximum length", "Maximal length"), "max_length"),
        "Minimum value": "minimum",
        "Maximum value": "maximum",
        "Pattern": "pattern",
    }
)
"""Words before a value -> constraint."""


@frozen()
class DescriptionCell:
    """A cell of descriptions: its text, and the rules behind it."""

    text: str = ""
    constraints: Constraints = UNCONSTRAINED
    default: Inline | None = None
    example: Inline | None = None


def field_name(cell: Inline) -> str:
    """The name in a cell, in bold; nothing in it is Markdown."""
    match = _BOLD.match(cell.source)
    return (match["name"] if match else cell.text.partition("\n")[0]).replace("\\_", "_").strip()


def marks(cell: Inline) -> frozenset[str]:
    """The marks behind a name: `required`, `optional`, `read-only`."""
    lines = _BREAK.split(cell.source)[1:]
    return frozenset(match["mark"] for line in lines if (match := _MARK.fullmatch(line.strip())))


def spelled(cell: Inline) -> Inline:
    """A cell of types, rewritten for the vocabulary: `< string > array` is `array[string]`."""
    source = _ENUM.sub(_enumerated, _ENUM_OF_A_PAGE.sub(r"\g<link>", cell.source))
    for _ in range(_DEEPEST):
        unframed = _FRAME.sub(r"\g<word>[\g<inner>]", source)
        if unframed == source:
            break
        source = unframed
    return replace(cell, source=source)


def read_description(cell: Inline | None) -> DescriptionCell:
    """The text of a cell, and the rules behind it, one a line."""
    if cell is None:
        return DescriptionCell()
    lines: list[str] = []
    constraints = UNCONSTRAINED
    values: dict[str, Inline] = {}
    for line in _BREAK.split(cell.source):
        rule = _RULE.fullmatch(line.strip())
        name, value = (rule["name"], rule["value"].strip()) if rule else ("", "")
        if name in ("Default", "Example") and name not in values:
            values[name] = replace(cell, source=value)
        elif name == "Length" and (span := _RANGE.fullmatch(value)):
            constraints = replace(constraints, min_length=int(span["least"]), max_length=int(span["most"]))
        elif name in _LIMITS and (limit := _limit(name, value)) is not None:
            constraints = replace(constraints, **{_LIMITS[name]: limit})
        else:
            lines.append(line.strip())
    text = prose(parse_inline("<br>".join(lines))).strip()
    return DescriptionCell(text, constraints, values.get("Default"), values.get("Example"))


def _enumerated(match: re.Match[str]) -> str:
    values = [value.strip().replace("\\_", "_") for value in match["values"].split(",")]
    if None in map(integer, values):
        return f"enum[{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"
    return f"enum[{', '.join(values)}]"


def _limit(name: str, value: str) -> Any:
    """The value of a constraint, for `Constraints`; None if it is no limit."""
    if name == "Pattern":
        return value.strip('"') or None
    if name.endswith("length"):
        return int(value) if value.isdecimal() and len(value) < 16 else None
    return read_number(value)
