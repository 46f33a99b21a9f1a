"""The model that a description points to, for a type that says no more than object or array."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..markdown import Inline, Span
from ..model.types import ANY, Link, ListOf, MapOf, Type
from .rows import place_of

_SEE = re.compile(
    r"(?:\bsee(?: also)?|\brefer to|\bdefined in|\bas described in|详见|参见|參見|参考|见|参照)[\s:：`*_\"“]*$", re.I
)
_BARE = (MapOf(ANY), ListOf(ANY), ListOf(MapOf(ANY)))


def with_reference(kind: Type, description: Inline, path: str) -> Type:
    """The type; a bare object or array becomes the model that the description refers to.

    "See [Order lines](#order-lines)" is such a reference. Any other link in a description may lead to something else.
    """
    if kind not in _BARE or "[" not in description.source:
        return kind
    spans = description.spans
    for index, span in enumerate(spans):
        if span.href is not None and _SEE.search(_before(spans, index)):
            item = ANY if kind == ListOf(ANY) else MapOf(ANY)
            link = Link(span.href, span.text.strip(), place_of(path, description), item, is_hint=True)
            return ListOf(link) if isinstance(kind, ListOf) else link
    return kind


def _before(spans: Sequence[Span], index: int) -> str:
    return "".join(span.text for span in spans[max(index - 2, 0) : index])[-40:]
