"""Families of docs: what headings, columns, marks and types mean in each.

A family is a package of its own that knows no other, and a line in `FAMILIES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .family import Decision, Family, Kind, Notation, Reading, Survey
from .sdk import SdkDocs

if TYPE_CHECKING:
    from ..markdown import Page

FAMILIES: tuple[Family, ...] = (SdkDocs(),)
LANGUAGES: tuple[str, ...] = tuple(language for family in FAMILIES for language in family.languages)


def survey(page: Page) -> tuple[Survey, ...]:
    """What a page says by itself, in the eyes of each family."""
    return tuple(family.survey(page) for family in FAMILIES)


def decide(surveys: Sequence[tuple[Survey, ...]], language: str = "") -> Decision:
    """How the tree of these pages is to be read: by the family that finds most in it, or that has the language."""
    decisions = [
        family.decide([each[index] for each in surveys], language)
        for index, family in enumerate(FAMILIES)
        if not language or language in family.languages
    ]
    return max(decisions, key=lambda decision: len(decision.modelled))


def read(page: Page, notation: Notation) -> Reading:
    """What a page that describes a model declares."""
    family = next(family for family in FAMILIES if family.name == notation.family)
    return family.read(page, notation.language)


__all__ = [
    "FAMILIES",
    "LANGUAGES",
    "Decision",
    "Family",
    "Kind",
    "Notation",
    "Reading",
    "Survey",
    "decide",
    "read",
    "survey",
]
