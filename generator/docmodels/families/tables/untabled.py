"""The page that would show the same fields in tables alone."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...markdown import Page
from ...tables.lexicon import Words
from .bullets import bullet_fields
from .components import component_fields
from .drawn import with_drawn


def drawn_page(page: Page, words: Words) -> tuple[Page, tuple[Diagnostic, ...]]:
    """The page with tables for the fields that it shows as components or items, and the findings about them."""
    drawn, diagnostics = component_fields(page, words)
    page = with_drawn(page, drawn)
    drawn, more = bullet_fields(page, words)
    return with_drawn(page, drawn), (*diagnostics, *more)
