"""The model that a description points to, for a bare object or array."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..diagnostics import Place
from ..markdown import Inline, Span, SpanKind
from ..model.lists import item_of
from ..model.model import map_type
from ..model.types import ANY, INTEGER, STRING, Link, ListOf, MapOf, Primitive, Type
from ..patterns import regex
from .lexicon import any_language
from .rows import place_of

_OBJECT = regex(r"\s+(?:objects?|structures?)\b", re.I)
_TO_OBJECT = regex(r"(?:\w+ ){1,3}objects?", re.I)
_NAMED_FIRST = regex(
    r"(?:(?:an?|the|optional|array of|list of|an array of|a list of|collection of)\s+)*(?P<name>[A-Z][A-Za-z0-9]+)\s+objects?\b"
)
"""`Array of Seat objects` at the head of a cell. Elsewhere, a capital word may be no name."""
_NAME = regex(r"[A-Z]\w{0,100}")
_NO_NAMES = frozenset({"An", "The", "Array", "Json", "JSON", "List", "Optional"})
_ALONE_BEFORE, _ALONE_BEHIND = regex(r"(?:\A|\n)\s*\w{1,5}\s+\Z"), regex(r"\s*[.。]?\s*(?:\n|\Z)")
"""The texts around a link that is a paragraph, but for an article and a stop: `A [seat](#seat).`"""
_OF_VALUES = (STRING, INTEGER)
_LONGEST = 400  # characters of a description with a link to an enumeration
_BARE = (MapOf(ANY), ListOf(ANY), ListOf(MapOf(ANY)))


def with_reference(kind: Type, cell: Inline, path: str) -> Type:
    """The type; a bare object or array becomes the model that its cell or a description refers to.

    References are:
    - a link with a word such as "see" in or before it: "object, [see](#order-lines)"
    - a link at the head of a cell: "[Ticket](#ticket) of the room", but not "[Ticket](#ticket) settings"
    - a link that is a paragraph: "A [ticket](#ticket)."
    - the only link with "object" in its text: "The tickets. - [Ticket object](#ticket)"
    - a name without any link: "Array of `Seat` objects"

    Other links may lead to anything else.
    """
    if not _is_bare(kind):
        return kind
    if "[" not in cell.source:
        name = _object_named(cell)
        return hinted(kind, "", name, place_of(path, cell)) if name else kind
    spans = cell.spans
    for index, span in enumerate(spans):
        if span.href is None:
            continue
        before, behind = _before(spans, index), _behind(spans, index)
        is_head = not index and _end().match(behind) is not None
        is_alone = _ALONE_BEFORE.search(before) is not None and _ALONE_BEHIND.match(behind) is not None
        is_name = (is_head or is_alone) and kind != ListOf(ANY)
        if is_name or _see().search(before) or any_language().pointer.fullmatch(span.text.strip()):
            return hinted(kind, span.href, span.text.strip(), place_of(path, cell))
    objects = [at for at, span in enumerate(spans) if span.href is not None and _TO_OBJECT.fullmatch(span.text.strip())]
    if len(objects) != 1 or any_language().before_object.search(_before(spans, objects[0])) is None:
        return kind
    link = spans[objects[0]]
    return hinted(kind, link.href or "", link.text.strip(), place_of(path, cell))


def with_enumeration(kind: Type, cell: Inline, path: str) -> Type:
    """The type; a scalar may be narrowed to the enumeration that a description links to, if it is one."""
    links = {span.href: span.text.strip() for span in cell.spans if span.href is not None}
    if len(links) != 1:
        return kind
    ((href, label),) = links.items()

    def with_hint(leaf: Type) -> Type:
        return Link(href, label, place_of(path, cell), leaf, is_hint=True) if isinstance(leaf, Primitive) else leaf

    return map_type(kind, with_hint)


def with_described_enumeration(kind: Type, cell: Inline, path: str) -> Type:
    """The type; a text or an integer may be narrowed to the enumeration that its description links to.

    "One of the [layouts](#layouts)" is such a description: its only link stands behind "one of" or "values of". The linker
    keeps the type if the values do not fit it. "The [layout type](#layout-types)" says less: a number stays a number.
    """
    if "](" not in cell.source or len(cell.source) > _LONGEST or item_of(kind) not in _OF_VALUES:
        return kind
    spans = cell.spans
    linked = [index for index, span in enumerate(spans) if span.href is not None]
    if len(linked) != 1:
        return kind
    before = _before(spans, linked[0])
    has_values = any_language().before_values.search(before) is not None and any_language().excluded.isdisjoint(
        before.casefold().split()
    )
    return with_enumeration(kind, cell, path) if has_values else kind


@cache
def _end() -> re.Pattern[str]:
    """A pattern for the text behind a link with the whole name of the model."""
    words = any_language()
    particle = "".join(word for word in words.particles if len(word) == 1)
    return re.compile(rf"\s*(?:$|[^\w\s'’]|(?![{particle}])[^\x00-\x7F]|(?:{words.behind_link})\b)", re.IGNORECASE)


@cache
def _see() -> re.Pattern[str]:
    """A pattern for words right before a link to the model: `see`."""
    return re.compile(rf"(?:{any_language().pointer.pattern})[\s:：`*_\"“]*$", re.IGNORECASE)


def _object_named(cell: Inline) -> str:
    """The model that a cell names in code before "object", or at its head; "" for none or several."""
    spans = cell.spans
    coded = {
        span.text
        for span, following in pairwise(spans)
        if span.kind is SpanKind.CODE and _NAME.fullmatch(span.text) and _OBJECT.match(following.text)
    }
    if coded:
        return coded.pop() if len(coded) == 1 else ""
    first = _NAMED_FIRST.match(cell.text.strip())
    return first["name"] if first is not None and first["name"] not in _NO_NAMES else ""


def hinted(kind: Type, href: str, label: str, place: Place) -> Type:
    """The type; a bare object or array becomes the model that a link leads to, if that is an object."""
    if not _is_bare(kind):
        return kind
    link = Link(href, label, place, ANY if kind == ListOf(ANY) else MapOf(ANY), is_hint=True)
    return ListOf(link) if isinstance(kind, ListOf) else link


def _is_bare(kind: Type) -> bool:
    """Whether a type is an object or an array of anything."""
    return isinstance(kind, (MapOf, ListOf)) and kind in _BARE


def _before(spans: Sequence[Span], index: int) -> str:
    return "".join(span.text for span in spans[max(index - 2, 0) : index])[-40:]


def _behind(spans: Sequence[Span], index: int) -> str:
    return "".join(span.text for span in spans[index + 1 : index + 3])[:40]
