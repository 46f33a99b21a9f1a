"""The model that a description points to, for a type that says no more than object or array."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..diagnostics import Place
from ..markdown import Inline, Span
from ..model.types import ANY, Link, ListOf, MapOf, Type
from .rows import place_of

_POINTERS = r"(?:\bsee(?: also)?|\brefer to|\bdefined in|\bas described in|详见|参见|參見|参考|见|参照)"
_SEE = re.compile(rf"{_POINTERS}[\s:：`*_\"“]*$", re.I)
_POINTER = re.compile(_POINTERS, re.I)
_BARE = (MapOf(ANY), ListOf(ANY), ListOf(MapOf(ANY)))


def with_reference(kind: Type, cell: Inline, path: str) -> Type:
    """The type; a bare object or array becomes the model that its cell or a description refers to.

    "See [Order lines](#order-lines)" and "object, [see](#order-lines)" are such references. Any other link may lead to
    something else.
    """
    if kind not in _BARE or "[" not in cell.source:
        return kind
    spans = cell.spans
    for index, span in enumerate(spans):
        if span.href is None:
            continue
        if _SEE.search(_before(spans, index)) or _POINTER.fullmatch(span.text.strip()):
            return hinted(kind, span.href, span.text.strip(), place_of(path, cell))
    return kind


def hinted(kind: Type, href: str, label: str, place: Place) -> Type:
    """The type, a bare object or array made one of the model that a link leads to, if it leads to an object."""
    if kind not in _BARE:
        return kind
    link = Link(href, label, place, ANY if kind == ListOf(ANY) else MapOf(ANY), is_hint=True)
    return ListOf(link) if isinstance(kind, ListOf) else link


def _before(spans: Sequence[Span], index: int) -> str:
    return "".join(span.text for span in spans[max(index - 2, 0) : index])[-40:]
