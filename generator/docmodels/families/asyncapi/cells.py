"""The cells of a schema's rows: types, values, constraints, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ...frozen import frozen, replace
from ...markdown import Inline, SpanKind
from ...model.declarations import UNCONSTRAINED, Access, Constraints
from ...model.strict_json import read_number
from ...patterns import regex
from ..kit import json_or_text

_GROUP = regex(r"(?:^|,\s*)(?P<word>default|const|allowed|examples) \(")
_PIECE = regex(r",\s+(?![^\[(]*[\])])")
_RANGE = regex(r"(?P<open>[\[(])\s*(?P<low>\S+)\s*\.\.\s*(?P<high>\S+)\s*(?P<close>[\])])\s*(?P<of>.*)")
_BOUND = regex(r"(?P<sign>>=|<=|>|<)\s*(?P<number>\S+)\s*(?P<of>.*)")
_EXACT = regex(r"(?P<number>\d+)\s+(?P<of>characters|items|unique items|properties)")
_MULTIPLE = regex(r"multiple of (?P<number>\S+)")
_CODED = regex(r"(?P<word>format|pattern)\s*\(`(?P<text>.*)`\)", re.DOTALL)
_ACCESS = MappingProxyType({"read-only": Access.READ_ONLY, "write-only": Access.WRITE_ONLY})


@frozen()
class Values:
    """The values in a cell, each as JSON text; `only` has the allowed ones."""

    only: tuple[str | int | bool, ...]
    has_null: bool
    default: str
    examples: tuple[str, ...]


def read_values(cell: Inline) -> Values:
    """The parts of a cell: `default ("a"), allowed ("a", "b"), examples ("a")`, the values in code."""
    groups: dict[str, list[str]] = {}
    word = ""
    for span in cell.spans:
        if span.kind is SpanKind.CODE:
            if word:
                groups.setdefault(word, []).append(span.text)
            continue
        for match in _GROUP.finditer(span.text.lstrip(") ")):
            word = match["word"]
    listed = groups.get("const") or groups.get("allowed") or []
    values = [json_or_text(text) for text in listed]
    only = tuple(dict.fromkeys(value for value in values if isinstance(value, str | int | bool)))
    default = groups.get("default", [""])[0]
    return Values(only, None in values, default, tuple(groups.get("examples", ())))


def read_format(cell: Inline) -> str:
    """The format in a cell of constraints."""
    return _coded(cell).get("format", "")


def read_constraints(cell: Inline, kind: str) -> Constraints:
    """The constraints in a cell.

    kind  the type: "non-empty" is about its characters or its items
    """
    made = replace(UNCONSTRAINED, pattern=_coded(cell).get("pattern", ""))
    for piece in _PIECE.split(cell.text):
        made = _with(made, piece.strip(), kind)
    return made


def _coded(cell: Inline) -> Mapping[str, str]:
    parts = (match for match in map(_CODED.fullmatch, _PIECE.split(cell.source)) if match is not None)
    return {match["word"]: match["text"] for match in parts}


def _with(made: Constraints, piece: str, kind: str) -> Constraints:
    if piece == "non-empty":
        return replace(made, min_items=1) if kind.startswith("array") else replace(made, min_length=1)
    if (match := _MULTIPLE.fullmatch(piece)) is not None:
        return replace(made, multiple_of=read_number(match["number"]))
    if (match := _EXACT.fullmatch(piece)) is not None:
        return _counted(made, int(match["number"][:9]), int(match["number"][:9]), match["of"])
    if (match := _RANGE.fullmatch(piece)) is not None:
        low, high = read_number(match["low"]), read_number(match["high"])
        if match["of"]:
            return _counted(made, low, high, match["of"])
        made = replace(made, exclusive_minimum=low) if match["open"] == "(" else replace(made, minimum=low)
        return replace(made, exclusive_maximum=high) if match["close"] == ")" else replace(made, maximum=high)
    if (match := _BOUND.fullmatch(piece)) is not None:
        number = read_number(match["number"])
        if match["of"]:
            is_low = match["sign"].startswith(">")
            return _counted(made, number if is_low else None, None if is_low else number, match["of"])
        match match["sign"]:
            case ">=":
                return replace(made, minimum=number)
            case ">":
                return replace(made, exclusive_minimum=number)
            case "<=":
                return replace(made, maximum=number)
            case _:
                return replace(made, exclusive_maximum=number)
    return made


def _counted(made: Constraints, low: int | float | None, high: int | float | None, of: str) -> Constraints:
    least = low if isinstance(low, int) else None
    most = high if isinstance(high, int) else None
    if of == "characters":
        return replace(made, min_length=least, max_length=most)
    if of.endswith("items"):
        return replace(made, min_items=least, max_items=most, unique_items=of.startswith("unique"))
    return made


def read_notes(cell: Inline) -> frozenset[str]:
    """The notes in a cell: "required", "deprecated", "read-only"."""
    return frozenset(part.strip(" *") for part in cell.text.split(","))


def access(notes: frozenset[str]) -> Access:
    """The side that may set a field."""
    return next((meaning for note, meaning in _ACCESS.items() if note in notes), Access.BOTH)
