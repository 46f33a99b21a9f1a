"""Families of docs: what headings, columns, marks and types mean in each.

A family is a package of its own that knows no other, and a line in `FAMILIES`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..markdown import Page
from .family import Family, Notation, Recognised
from .sdk import SdkDocs

FAMILIES: tuple[Family, ...] = (SdkDocs(),)
LANGUAGES: tuple[str, ...] = tuple(language for family in FAMILIES for language in family.languages)


def recognise(pages: Sequence[Page], language: str = "") -> Recognised:
    """What the pages declare, read by the family that finds most in them, or by the one that has the language."""
    families = [family for family in FAMILIES if not language or language in family.languages]
    results = [family.recognise(pages, language) for family in families]
    return max(results, key=lambda result: len(result.modelled))


__all__ = ["FAMILIES", "LANGUAGES", "Family", "Notation", "Recognised", "recognise"]
