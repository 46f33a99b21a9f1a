"""Types as families leave them, compared without the places of their links."""

from __future__ import annotations

from dataclasses import replace

from docmodels.diagnostics import Place
from docmodels.model.model import map_type
from docmodels.model.types import Link, Type

_NOWHERE = Place("")


def link(label: str, href: str = "", fallback: Type | None = None) -> Link:
    """A link that stands nowhere."""
    return Link(href, label, _NOWHERE, fallback)


def placeless(type_: Type) -> Type:
    """The type with all its links standing nowhere, those in the fallbacks of others too."""
    return map_type(type_, _placeless)


def _placeless(leaf: Type) -> Type:
    if not isinstance(leaf, Link):
        return leaf
    return replace(leaf, place=_NOWHERE, fallback=None if leaf.fallback is None else placeless(leaf.fallback))
