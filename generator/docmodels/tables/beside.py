"""The text behind a type in its cell: a default, limits, a condition, a unit, or a doubt.

integer; default 0          a default
number (0-100)              limits
string, required if open    a condition
integer in seconds          said in the docs of the field
list, contains: LineItem    said there, and a finding: it may be a part of the type
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from ..frozen import frozen, replace
from ..model.declarations import UNCONSTRAINED, Constraints
from ..model.types import ANY, STRING, ListOf, MapOf, Primitive, Scalar, Type, is_number, json_type, walk
from ..notation.phrases import Sense
from ..notation.spoken import adds_type
from ..regexes import regex
from .bounds import cell_limits, is_range, limited
from .lexicon import Mark, Role, Words
from .marks import has_condition

_PART = regex(r"(?P<bracket>\[[^\[\]]*\]|\((?:[^()]|\([^()]*\))*\)|（[^（）]*）|【[^【】]*】)")
_BETWEEN = regex(r"\s*[;；，、。|\n]\s*|\s*,(?!\d)\s*|\.\s+")
_NUMBER = regex(r"[+-]?\d+(?:\.\d+)?")
_TRIM = " \t.:：;,–—-/()（）"
_VALUE = regex(
    r"\s*(?:[:：=]|is|to)?\s*(?:`(?P<code>[^`]+)`|\"(?P<text>[^\"]*)\"|'(?P<single>[^']*)'|“(?P<quoted>[^”]*)”|(?P<bare>[^\s\"'`“]+))\s*"
)
_ASSIGNED = regex(r"=(?!=)")
_QUOTED = regex(r"[\"'“«`]")
_MODEL = regex(r"\b[A-Z]\w*[a-z]\w*[A-Z]\w*\b")  # `LineItem`
_WORD = regex(r"[^\W\d_][\w-]*")
_PLAIN = regex(r"(?P<first>[^\W\d_]{3,40})(?:\s[^\W\d_]{3,40})?")
_SAYING = regex(r"\w|…|\.\.")
_FIXED = regex(r"\[\s*(?P<size>[1-9]\d{0,5})\s*\]")


@frozen()
class Beside:
    """The meaning of the text behind a type.

    default      the default as it stands there; None where there is none
    constraints  the limits of the values
    marks        the marks of the field
    size         how many items `uint8[4]` has; None where it says nothing of this
    notes        what only the docs of the field can say
    doubts       those among the notes that may say more of the type
    """

    default: str | None = None
    constraints: Constraints = UNCONSTRAINED
    marks: frozenset[Mark] = frozenset()
    size: int | None = None
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


NOTHING_BESIDE = Beside()


def read_beside(rest: Iterable[str], kind: Type, words: Words, *, is_required: bool = False) -> Beside:
    """The meaning of the pieces behind a type.

    kind         the type
    is_required  whether the cell has a mark for required, which a condition may follow
    """
    found, kind = NOTHING_BESIDE, limited(kind)
    for piece in rest:
        fixed = _FIXED.fullmatch(piece)
        if fixed is not None and isinstance(kind, Primitive) and kind.scalar in (Scalar.INTEGER, Scalar.NUMBER):
            found = replace(found, size=int(fixed["size"]))
            continue
        if kind == STRING and _NUMBER.fullmatch(piece):  # a value of another type: `1 | "auto"`
            found = replace(found, notes=(*found.notes, piece), doubts=(*found.doubts, piece))
            continue
        if not is_number(kind) and _is_strange(piece, words):  # behind a number stands its unit
            found = replace(found, doubts=(*found.doubts, piece.strip()))
        for clause in _clauses(piece):
            found = _with(found, clause, kind, words, is_required=is_required)
    return found


def _clauses(piece: str) -> Iterator[str]:
    """The parts of a piece: the inside of brackets, and the texts between commas. `[0, 1]` and `Tuple[int, int]` stay whole."""
    for index, part in enumerate(_PART.split(piece)):
        if index % 2 and (is_range(part) or (part[0] == "[" and "," in part)):
            yield part
        else:
            inner = part[1:-1] if index % 2 else part
            yield from (clause for clause in _BETWEEN.split(inner) if _SAYING.search(clause))


def _with(found: Beside, clause: str, kind: Type, words: Words, *, is_required: bool) -> Beside:
    plain = clause.strip(_TRIM)
    folded = plain.casefold()
    if folded in words.marks:
        return replace(found, marks=found.marks | {words.marks[folded]})
    if folded in words.enumerations or folded in words.rest or _is_same(words.types.get(folded), kind):
        return found  # `"a" or "b" (enum)`, `object [see](#room)`, `ISO 8601 string`
    default = _default(clause.strip(), words)
    if default is not None and found.default in (None, default):
        return replace(found, default=default)
    limits = cell_limits(clause.strip(" .:;,"), kind, words, found.constraints)
    if limits != found.constraints and not _contradicts(limits, found.constraints):
        return replace(found, constraints=limits)
    mark = words.mark_phrase.match(folded)
    requires = is_required or (mark is not None and words.marks.get(mark[0]) is Mark.REQUIRED)
    if requires and has_condition(folded, words):
        return replace(found, marks=found.marks | {Mark.CONDITIONAL}, notes=(*found.notes, plain))
    doubts = (*found.doubts, plain) if _is_doubtful(plain, kind, words) else found.doubts
    return replace(found, notes=(*found.notes, plain), doubts=doubts)


def _contradicts(limits: Constraints, before: Constraints) -> bool:
    """Whether limits replace others of the same cell."""
    return any(
        (told := getattr(before, each.name)) != getattr(UNCONSTRAINED, each.name) and told != getattr(limits, each.name)
        for each in fields(Constraints)
    )


def _default(clause: str, words: Words) -> str | None:
    """The default of a clause with nothing else: `default: 0`, `= "a"`."""
    head = words.default_phrase.match(clause) or _default_heading(clause, words) or _ASSIGNED.match(clause)
    value = _VALUE.fullmatch(clause, head.end()) if head is not None else None
    if value is None:
        return None
    return next(text for text in value.groups() if text is not None)


def _default_heading(clause: str, words: Words) -> re.Match[str] | None:
    """The word at the head of a clause that heads columns of defaults as well: `Standard 900`."""
    match = _WORD.match(clause)
    return match if match is not None and words.roles.get(match[0].casefold()) is Role.DEFAULT else None


def _is_doubtful(clause: str, kind: Type, words: Words) -> bool:
    """Whether a clause may say more of the type: it begins with a value or another type, or names a model in place of Any."""
    if _QUOTED.match(clause):
        return True
    if any(part in (ANY, MapOf(ANY)) for part in walk(kind)) and _MODEL.search(clause):
        return True
    first = _WORD.match(clause)
    other = words.types.get(first[0].casefold()) if first is not None else None
    return other is not None and _json_kind(other) not in ("", _json_kind(kind), _json_kind_of_items(kind))


def _is_strange(piece: str, words: Words) -> bool:
    """Whether a piece is one word or two that nothing parts from the type, and that nobody knows: `string gadget`.

    So is another type that a value is of as well: `Room & Seat`.
    """
    if adds_type(piece):
        return True
    match = _PLAIN.fullmatch(piece.strip())
    if match is None:
        return False
    folded = match["first"].casefold()
    phrases = words.vocabulary.phrases
    if phrases is not None and Sense.FILLER in phrases.senses.get(folded, ()):
        return False
    known = (
        words.rest,
        words.marks,
        words.types,
        words.enumerations,
        words.alternatives,
        words.no_values,
        words.copulas,
    )
    return not any(folded in entry for entry in known) and words.condition.match(folded) is None


def _is_same(other: Type | None, kind: Type) -> bool:
    """Whether a word for a type is only the name in JSON for the same values."""
    return isinstance(other, Primitive) and _json_kind(other) in (_json_kind(kind), _json_kind_of_items(kind))


def _json_kind(kind: Type) -> str:
    """The name in JSON for the values of a type, one for all numbers; "" if the type has several kinds of values."""
    name = json_type(kind)
    return {"integer": "number", "object": "", "null": ""}.get(name, name)


def _json_kind_of_items(kind: Type) -> str:
    return _json_kind(kind.item) if isinstance(kind, ListOf) else ""
