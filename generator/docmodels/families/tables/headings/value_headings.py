"""Headings that announce values: `Order statuses`, `Allowed values for order_side`, `Time in force (timeInForce)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ....model.names import folded, singular
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words
from .headings import OTHER_SCRIPT

_FIELDS_BEHIND = regex(
    r"\s?[(（](?P<names>`?[a-z_]\w{0,60}`?(?:\s*[,/、]\s*`?[a-z_]\w{0,60}`?){0,5})[)）]\s*[:：]?\s*$"
)
_MARKS = regex(r"[\s/&,()（）:：-]+")
_HUMP = regex(r"[a-z0-9][A-Z]|_")
PROTOCOLS = frozenset({"http", "close"})
"""Words for errors that need a word for codes beside them: `HTTP status codes`, but not `HTTP middlewares`."""
_CODES = frozenset({"code", "codes", "status", "statuses", "reason", "reasons", "event", "events"})
_LONGEST_SENTENCE = 9  # words
_SHORTEST = 4  # characters of a word in a heading that is no article
LONGEST_TITLE = 6  # the most words of a title; a longer text is a sentence


@lru_cache(maxsize=1 << 12)  # each table has several questions about the headings above
def words_of_heading(heading: str) -> tuple[str, ...]:
    """The words of a heading in lower case, without the marks between them."""
    return tuple(filter(None, _MARKS.split(heading.casefold())))


@lru_cache(maxsize=1 << 12)
def announces_errors(heading: str, words: Words) -> bool:
    """Whether a heading in lower case has a word for errors, and is no sentence."""
    if len(heading.split()) > _LONGEST_SENTENCE or heading.endswith(("?", "？")):
        return False
    pieces = set(words_of_heading(heading))
    if not pieces.isdisjoint(PROTOCOLS & words.errors) and not pieces.isdisjoint(_CODES):
        return True
    return any(
        word in pieces if word.isascii() and " " not in word else word in heading for word in words.errors - PROTOCOLS
    )


def announces_values(heading: str, words: Words) -> bool:
    """Whether a heading announces values, by its last word or its first: `Tipos de documento`, `Статусы заказа`."""
    pieces = words_of_heading(heading)
    if any(piece in words.values_of or piece in words.flags for piece in pieces[-1:]):
        return not announces_options(heading, words)
    if len(pieces) < 2 or pieces[0] not in words.values_of:
        return False
    return pieces[1] in words.hollow or pieces[1].startswith(("d'", "d’")) or not pieces[0].isascii()


def announces_options(heading: str, words: Words) -> bool:
    """Whether a heading announces fields of a request: `Request options`, but not `Request types`, `Request status values`."""
    *others, last = words_of_heading(heading) or [""]
    may_be_fields = words.parts.get(last) is Part.OWN and words.roles.get(singular(last)) is not Role.VALUE
    are_fields = last in words.values_of and may_be_fields
    return are_fields and any(words.parts.get(piece) is Part.SENT for piece in others)


def announces_limits(heading: str, words: Words) -> bool:
    """Whether a heading announces fixed limits: `Rate limits`, `Límites de la cuenta`."""
    pieces = words_of_heading(heading)
    if not pieces or len(pieces) > LONGEST_TITLE:
        return False
    ends = any(not word.isascii() and heading.casefold().endswith(word) for word in words.limits)
    return ends or pieces[-1] in words.limits or (pieces[0] in words.limits and pieces[1] in words.hollow)


def announce_enumerations(headings: Iterable[str], words: Words) -> bool:
    """Whether one of some headings announces enumerations: `ENUM definitions`."""
    return any(not words.enumerations.isdisjoint(words_of_heading(heading)) for heading in headings)


def fields_behind(heading: str, words: Words) -> tuple[str, ...]:
    """The names of fields in brackets behind a heading: `Time in force (timeInForce)`; () for any other text there.

    A single word counts if the heading ends with it, or with its plural, or if it looks like an identifier. So does the
    last word of a heading for values: `Allowed values for order_side`.
    """
    if name := field_with_values(heading, words):
        return (name,)
    match = _FIELDS_BEHIND.search(heading)
    if match is None or not heading[: match.start()].strip():
        return ()
    names = tuple(name.strip("` ") for name in re.split(r"[,/、]", match["names"]))
    if any(name in words.marks or name in words.badges for name in names):
        return ()
    title = heading[: match.start()].strip()
    is_titled = any(folded(text).endswith(folded(names[0])) for text in (title, singular(title)))
    return names if len(names) > 1 or is_titled or _HUMP.search(names[0]) else ()


def without_fields(heading: str, words: Words) -> str:
    """A heading without the names of fields in brackets behind it; `order_side` for `Allowed values for order_side`."""
    return field_with_values(heading, words) or _FIELDS_BEHIND.sub("", heading)


def _values_heading(heading: str, words: Words) -> re.Match[str] | None:
    """The match of a heading for the values of a field, up to the name of the field; None for any other heading."""
    heading = heading.strip()
    return words.values_heading.match(heading) if words.may_head_values(heading) else None


def _is_remark(text: str, words: Words) -> bool:
    """Whether a text behind a name is a remark or nothing: `(for a day)`, `of a door`, but not the `status` of `room status`."""
    first = text.split(maxsplit=1)[:1]
    return not first or (text[0].isspace() and (first[0][0] in "(（[–—-" or first[0].casefold() in words.prepositions))


def tells_other(heading: str, above: Iterable[str], words: Words) -> bool:
    """Whether a remark behind the name of a field is about nothing in the headings above.

    `Values for the status of a payment` below `Booking` are none of its own field.
    """
    match = _values_heading(heading, words)
    remark = words_of_heading(match.string[match.end() :]) if match is not None else ()
    if not remark or remark[0] not in words.prepositions:
        return False
    known = {singular(piece) for text in above for piece in words_of_heading(text) if len(piece) >= _SHORTEST}
    return known.isdisjoint(map(singular, remark))


def field_with_values(heading: str, words: Words) -> str:
    """The field in a heading for values; "" without one.

    The name stands behind a word such as `of`, looks like an identifier, or is in another script than the heading.
    """
    match = _values_heading(heading, words)
    if match is None or not _is_remark(match.string[match.end() :], words):
        return ""
    phrase = match["phrase"] or ""
    is_identifier = _HUMP.search(match["name"]) is not None or OTHER_SCRIPT.search(phrase) is not None
    return match["name"] if match["of"] or match["part_of"] or is_identifier else ""
