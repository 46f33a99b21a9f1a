"""The text behind a type in its cell: a default, limits, a condition, a unit, or a doubt.

integer; default 0          a default
number (0-100)              limits
string, required if open    a condition
integer in seconds          a note for the docs of the field
list, contains: LineItem    a note and a doubt, since it may belong to the type
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
from ..patterns import regex
from .bounds import cell_limits, is_range, limited
from .conditions import has_condition
from .lexicon import Mark, Role, Words

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

    default      the default as written; None without one
    constraints  the limits of the values
    marks        the marks of the field
    size         the number of items: 4 for `uint8[4]`; None without one
    notes        texts that only the docs of the field can keep
    doubts       the notes that may belong to the type
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
    is_required  whether the cell has a mark for required: then a condition may follow
    """
    beside, kind = NOTHING_BESIDE, limited(kind)
    for piece in rest:
        fixed = _FIXED.fullmatch(piece)
        if fixed is not None and isinstance(kind, Primitive) and kind.scalar in (Scalar.INTEGER, Scalar.NUMBER):
            beside = replace(beside, size=int(fixed["size"]))
            continue
        if kind == STRING and _NUMBER.fullmatch(piece):  # a value of another type: `1 | "auto"`
            beside = replace(beside, notes=(*beside.notes, piece), doubts=(*beside.doubts, piece))
            continue
        if not is_number(kind) and _is_strange(piece, words):  # a word behind a number is its unit
            beside = replace(beside, doubts=(*beside.doubts, piece.strip()))
        for clause in _clauses(piece):
            beside = _with(beside, clause, kind, words, is_required=is_required)
    return beside


def names_model(text: str) -> bool:
    """Whether a text has a word that is spelled like the name of a model: `LineItem`."""
    return _MODEL.search(text) is not None


def _clauses(piece: str) -> Iterator[str]:
    """The parts of a piece between brackets and commas. `[0, 1]` and `Tuple[int, int]` stay one part."""
    for index, part in enumerate(_PART.split(piece)):
        if index % 2 and (is_range(part) or (part[0] == "[" and "," in part)):
            yield part
        else:
            inner = part[1:-1] if index % 2 else part
            yield from (clause for clause in _BETWEEN.split(inner) if _SAYING.search(clause))


def _with(beside: Beside, clause: str, kind: Type, words: Words, *, is_required: bool) -> Beside:
    plain = clause.strip(_TRIM)
    folded = plain.casefold()
    if folded in words.marks:
        return replace(beside, marks=beside.marks | {words.marks[folded]})
    if folded in words.enumerations or folded in words.rest or _is_same(words.types.get(folded), kind):
        return beside  # `"a" or "b" (enum)`, `object [see](#room)`, `ISO 8601 string`
    default = _default(clause.strip(), words)
    if default is not None and beside.default in (None, default):
        return replace(beside, default=default)
    limits = cell_limits(clause.strip(" .:;,"), kind, words, beside.constraints)
    if limits != beside.constraints and not _contradicts(limits, beside.constraints):
        return replace(beside, constraints=limits)
    mark = words.mark_phrase.match(folded)
    requires = is_required or (mark is not None and words.marks.get(mark[0]) is Mark.REQUIRED)
    if requires and has_condition(folded, words):
        return replace(beside, marks=beside.marks | {Mark.CONDITIONAL}, notes=(*beside.notes, plain))
    doubts = (*beside.doubts, plain) if _is_doubtful(plain, kind, words) else beside.doubts
    return replace(beside, notes=(*beside.notes, plain), doubts=doubts)


def _contradicts(limits: Constraints, before: Constraints) -> bool:
    """Whether new limits would overwrite limits of the same cell."""
    return any(
        getattr(before, limit.name) not in (getattr(UNCONSTRAINED, limit.name), getattr(limits, limit.name))
        for limit in fields(Constraints)
    )


def _default(clause: str, words: Words) -> str | None:
    """The default in a clause without other text: `default: 0`, `= "a"`."""
    head = words.default_words.phrase.match(clause) or _default_heading(clause, words) or _ASSIGNED.match(clause)
    value = _VALUE.fullmatch(clause, head.end()) if head is not None else None
    if value is None:
        return None
    return next(text for text in value.groups() if text is not None)


def _default_heading(clause: str, words: Words) -> re.Match[str] | None:
    """The first word of a clause, if it also heads columns of defaults: the `Standard` of `Standard 900`."""
    match = _WORD.match(clause)
    return match if match is not None and words.roles.get(match[0].casefold()) is Role.DEFAULT else None


def _is_doubtful(clause: str, kind: Type, words: Words) -> bool:
    """Whether a clause may belong to the type: it begins with a value or a type, or names a model beside Any."""
    if _QUOTED.match(clause):
        return True
    if any(part in (ANY, MapOf(ANY)) for part in walk(kind)) and names_model(clause):
        return True
    first = _WORD.match(clause)
    other = words.types.get(first[0].casefold()) if first is not None else None
    return other is not None and _json_kind(other) not in ("", _json_kind(kind), _json_kind_of_items(kind))


def _is_strange(piece: str, words: Words) -> bool:
    """Whether a piece is one or two unknown words right behind the type: `string gadget`.

    So is a further type of the same value: `Room & Seat`.
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
    """Whether a further type is only JSON's name for values of the type."""
    return isinstance(other, Primitive) and _json_kind(other) in (_json_kind(kind), _json_kind_of_items(kind))


def _json_kind(kind: Type) -> str:
    """JSON's name for the values of a type, the same for all numbers; "" for several kinds of values."""
    name = json_type(kind)
    return {"integer": "number", "object": "", "null": ""}.get(name, name)


def _json_kind_of_items(kind: Type) -> str:
    return _json_kind(kind.item) if isinstance(kind, ListOf) else ""
