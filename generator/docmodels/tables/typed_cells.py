"""Cells of types, with the values that they list: `one of "visa", "amex"`, ``enum (`a`, `b`)``, `string ("a" or "b")`.

The type has every value of its cell: if a part of the cell is not understood, the type is wider.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from posixpath import join

from ..diagnostics import Place
from ..frozen import replace
from ..markdown import Inline
from ..model.addresses import folder_of
from ..model.model import map_type
from ..model.types import (
    ANY,
    INTEGER,
    STRING,
    Constant,
    Link,
    ListOf,
    MapOf,
    Primitive,
    Type,
    constants_in,
    union,
    walk,
)
from ..notation.parser import TypeReading, read_type
from ..patterns import regex
from .alternatives import with_alternatives, with_items
from .beside import read_beside
from .choices import choices_in_type
from .chosen import Choices
from .lexicon import Words, any_language, languages
from .lexicon import words as words_of
from .narrowing import narrowed_to
from .patterned import with_text_for_format, without_patterns
from .references import hinted
from .rows import place_of
from .short_types import short_type
from .tokens import Kind, Token, tokens
from .usual_cells import by_case, map_values, usual_cell

_QUOTE = regex(r"[\"'“«„「‘]")
_QUOTE_OR_CODE = regex(rf"`|{_QUOTE.pattern}")
_THING = regex(r"`(?P<name>[A-Z][a-z]+)(?P<list>\[\])?`")  # `Link`, and no `LINK`
_NO_SCALARS = frozenset({"id", "ids"})
"""Words for scalars that may name a model, in code and with a capital: `Id`."""
_LONGEST_FREQUENT = 200  # characters
_SIZED = regex(r"(?:single|double|short|long|real)\s+(?P<noun>[A-Za-z]{3,20})", re.IGNORECASE)  # `Single select`
_WORD = regex(r"[^\W\d_]+")
_ITEM = regex(r"\((?:of )?(?P<name>[^\W\d][\w-]{1,60})\)")
_LONGEST_SHORT = 80  # characters of a cell that is a value or a code


_LISTED = regex(
    r"(?P<lead>[^()\[\]{}<>`\"']{1,40}?)\s*[(（\[{]\s*(?P<values>[\w.+-]{1,40}(?: [\w.+-]{1,40}){0,3}(?:\s*(?P<mark>[/|,、])\s*[\w.+-]{1,40}(?: [\w.+-]{1,40}){0,3}){1,60})\s*[)）\]}]"
)
_BRACKETS = frozenset("(（[{")  # before values
_COUNT = regex(r"\d{1,9}\s+[^\W\d_]{2,}")  # `10 values`, in any language
_NUMBERS = regex(r"-?\d{1,9}(?:\s*(?:[/|,、]|\\\|)\s*-?\d{1,9}|\s+(?P<word>[^\W\d_]{1,4})\s+-?\d{1,9}){1,60}")


def _plain_values(text: str, words: Words) -> TypeReading | None:
    """The reading of a cell with plain values; None for any other: `0/1`, `String(long/short)`, `ENUM[new, filled]`."""
    numbers = _NUMBERS.fullmatch(text)
    if numbers is not None and (numbers["word"] is None or numbers["word"].casefold() in words.alternatives):
        return TypeReading(Constant(tuple(dict.fromkeys(int(digits) for digits in re.findall(r"-?\d+", text)))))
    match = _LISTED.fullmatch(text) if not _BRACKETS.isdisjoint(text) else None
    if match is None:
        return None
    values = tuple(dict.fromkeys(re.split(_separator(match["values"]), match["values"])))
    folded = [value.casefold() for value in values]
    lead = match["lead"].strip(" *_").casefold()
    is_kind = lead in words.enumerations
    are_types = all(value in words.types for value in folded) or any(value in words.marks for value in folded)
    are_words = not is_kind and any(" " in value for value in values)  # `string (ISO code / free text)`
    counts = [_COUNT.match(value) is not None for value in values]
    is_remark = (counts[0] and not all(counts)) or any(map(any_language().pointer.match, values))  # `see 1.2`
    chosen = without_patterns(Choices(values, is_open=False))
    if (
        are_types
        or are_words
        or is_remark
        or chosen is None
        or len(values) == 1
        or not (is_kind or (words.types.get(lead) in (STRING, INTEGER) and match["mark"] in "/|"))
    ):
        return None
    kind = narrowed_to(ANY if is_kind else words.types[lead], chosen, is_enumeration=is_kind)
    return None if kind in (ANY, STRING, INTEGER) else TypeReading(kind)


def _separator(values: str) -> str:
    """The pattern for what parts plain values: commas if there are any, `red, blue/green`."""
    return r"\s*[,、]\s*" if re.search("[,、]", values) else r"\s*[/|]\s*"


def read_type_cell(cell: Inline, path: str, words: Words) -> TypeReading:
    """Read the type in a cell, with marks, limits and values beside it."""
    may_be_frequent = len(cell.source) <= _LONGEST_FREQUENT and not cell.is_long
    folder = folder_of(path) if "[" in cell.source else ""  # a link leads from there
    known = _read_anywhere(cell.source, cell.references, folder, words) if may_be_frequent else None
    if known is None:
        return _read(cell, path, words)
    reading, has_links = known
    return replace(reading, type=_placed(reading.type, path, cell)) if has_links else reading


@lru_cache(maxsize=1 << 12)  # most rows share a few types
def _read_anywhere(
    source: str, references: tuple[tuple[str, str], ...], folder: str, words: Words
) -> tuple[TypeReading, bool] | None:
    """The type in a cell, as in the first place of a file, and whether it has links; None for a cell with findings.

    folder  the folder of the file; "" for a cell without links
    """
    reading = _read(Inline(source, 1, 1, references=references), join(folder, ""), words)
    return None if reading.diagnostics else (reading, any(isinstance(part, Link) for part in walk(reading.type)))


def _placed(kind: Type, path: str, cell: Inline) -> Type:
    """The type with its links in their places, from those that they would have in the first place of a file."""

    def placed(leaf: Type) -> Type:
        if not isinstance(leaf, Link):
            return leaf
        place = Place(path, cell.line, cell.column + leaf.place.column - 1, leaf.place.length)
        fallback = None if leaf.fallback is None else map_type(leaf.fallback, placed)
        return replace(leaf, place=place, fallback=fallback)

    return map_type(kind, placed)


def _read(cell: Inline, path: str, words: Words) -> TypeReading:
    """The type in a cell, in the languages of the page. A word for a list counts in any language: `string数组`."""
    reading = _read_in(cell, path, words)
    every = words_of(languages())
    is_one_word = " " not in cell.text.strip() and not reading.rest
    if words is every or is_one_word or not isinstance(reading.type, Primitive):
        return reading
    pieces = {*_WORD.findall(cell.text.casefold()), *(text.casefold() for text in reading.rest)} - words.types.keys()
    if all(every.types.get(piece) != ListOf(ANY) for piece in pieces):
        return reading
    other = _read_in(cell, path, every)
    return other if isinstance(other.type, ListOf) and not other.diagnostics and not other.strange else reading


def _read_in(cell: Inline, path: str, words: Words) -> TypeReading:
    if len(cell.source) < _LONGEST_SHORT and (short := short_type(cell.source.strip())) is not None:
        return short
    cell = usual_cell(cell, words)
    if (values := map_values(cell)) is not None:
        reading = read_type(values, path, words.vocabulary)
        if not reading.diagnostics and not reading.strange:
            return replace(reading, type=MapOf(reading.type))
    if not cell.is_long and (plain_values := _plain_values(cell.text.strip(), words)) is not None:
        return plain_values
    sized = _SIZED.fullmatch(cell.source.strip())
    if sized is not None and words.types.get(sized["noun"].casefold()) == STRING:
        return TypeReading(STRING)  # `short text`
    if sized is not None and not {sized[0].casefold(), sized["noun"].casefold()} & words.types.keys():
        return TypeReading(Link("", sized[0], place_of(path, cell)))
    if (cases := by_case(cell, words)) is not None:
        cell = cases
    if not cell.is_long and _may_list(cell.source, words):
        listed = _with_values(cell, path, words)
        if listed is not None:
            return listed
    if (thing := _thing(cell, path, words)) is not None:
        return TypeReading(thing)
    reading = read_type(cell, path, words.vocabulary)
    kind = with_text_for_format(with_items(with_alternatives(reading.type, cell, words), cell, words))
    if _has_constants(kind):
        pieces = tokens(cell.source, words)
        is_marked = any(
            token.kind is Kind.BRACKET and words.default_words.is_remark(token.text.casefold()) for token in pieces
        )
        is_read = not reading.rest and not reading.strange and not is_marked  # `"visa" (default)` has other values
        kind = _unnarrowed(kind, pieces, is_read=is_read)
        if _has_constants(kind) and read_beside(reading.rest, kind, words).notes:
            kind = _widened(kind)
    item = _ITEM.fullmatch(reading.rest[0]) if kind == ListOf(ANY) and len(reading.rest) == 1 else None
    if item is not None:  # `list(seat)`; `array (ordered)` is of anything
        kind = hinted(kind, "", item["name"], place_of(path, cell))
    return reading if kind is reading.type else replace(reading, type=kind)


def _thing(cell: Inline, path: str, words: Words) -> Type | None:
    """The model in code with a capital whose name also means a scalar: `Link`, `Email[]`; None for other cells."""
    match = _THING.fullmatch(cell.source.strip())
    word = "" if match is None else match["name"].casefold()
    phrases = words.vocabulary.phrases
    if match is None or phrases is None or word not in phrases.things or word not in words.types:
        return None
    scalar = None if word in _NO_SCALARS else words.types[word]
    link = Link("", match["name"], place_of(path, cell), scalar)
    return ListOf(link) if match["list"] else link


def is_enumeration(cell: Inline, words: Words) -> bool:
    """Whether a cell has a word for fixed values in place of a type: `Enum`, `Array of Enum`."""
    return not words.enumerations.isdisjoint(cell.text.replace("[", " ").casefold().split())


def _may_list(source: str, words: Words) -> bool:
    return _QUOTE_OR_CODE.search(source) is not None or words.has_cue(source.casefold())


def _with_values(cell: Inline, path: str, words: Words) -> TypeReading | None:
    """The reading of a cell with a list of values; None without one."""
    listed = choices_in_type(cell.source, words)
    if listed is None:
        return None
    before, chosen, rest = listed
    marks, is_null, left = _rest(rest, words)
    beside = (f'= "{chosen.default}"',) if chosen.default is not None else ()  # as other cells show a default
    if left and not read_beside((left,), STRING, words).notes:
        beside, left = (*beside, left), ""
    chosen = replace(chosen, is_open=chosen.is_open or bool(left), has_null=chosen.has_null or is_null)
    remarks = [
        text
        for text in chosen.remarks
        if text and not words.default_words.is_remark(text) and text.casefold() not in words.marks
    ]
    beside = (*beside, *dict.fromkeys(remarks), *((left,) if left else ()))
    lead = before.strip(" \t:：,，;(（-–—|")
    if not lead or lead.casefold() in words.enumerations:
        kind: Type = narrowed_to(ANY, chosen, is_enumeration=True)
        return TypeReading(kind, marks=frozenset(marks), rest=beside)
    reading = read_type(replace(cell, source=lead), path, words.vocabulary)
    if reading.diagnostics or reading.strange:
        return None
    counts = is_enumeration(replace(cell, source=lead), words)
    kind = narrowed_to(reading.type, chosen, is_enumeration=counts)
    if kind == reading.type:
        return None
    return replace(reading, type=kind, marks=reading.marks | marks, rest=(*reading.rest, *beside))


def _rest(rest: Sequence[Token], words: Words) -> tuple[set[str], bool, str]:
    """The marks behind a list, whether null is an alternative, and the other text."""
    marks: set[str] = set()
    is_null = False
    text = ""
    for token in rest:
        if token.kind in (Kind.COMMA, Kind.OR, Kind.END, Kind.LINE, Kind.REMARK):
            continue
        text = f"{text} {token.text}".strip()
        folded = text.casefold()
        if folded in words.marks:
            marks.add(str(words.marks[folded]))
            text = ""
        elif folded in words.enumerations or (words.default_words.is_remark(folded) and token.kind is Kind.BRACKET):
            text = ""
        elif folded in ("null", "nil", "none"):
            is_null, text = True, ""
    return marks, is_null, text


def _unnarrowed(kind: Type, pieces: Sequence[Token], *, is_read: bool) -> Type:
    """The type; wider if the cell has words or quoted values besides the constants in it.

    is_read  whether the type has all words of the cell
    """
    constants = constants_in(kind)
    if not constants:
        return kind
    quoted = [token.text for token in pieces if token.kind is Kind.QUOTED]
    is_alone = is_read or len(pieces) == 1 or len(constants) > 1
    if set(quoted) <= set(map(str, constants)) and is_alone:
        return kind
    return _widened(kind)


def _has_constants(kind: Type) -> bool:
    return bool(constants_in(kind))


def _widened(kind: Type) -> Type:
    values = constants_in(kind)
    if not values:
        return kind
    plain = [STRING if isinstance(value, str) else INTEGER for value in values]
    return union(*plain) if isinstance(kind, Constant) else union(kind, *plain)
