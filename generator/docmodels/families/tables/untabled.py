"""The page that would show the same fields in tables alone."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...markdown import Page
from ...tables.lexicon import Words
from .attributes import attribute_fields
from .bullets import bullet_fields
from .components import component_fields
from .constants import constant_lists
from .drawn import with_drawn
from .schema_json import schema_json_fields
from .schemas import schema_fields


def drawn_page(page: Page, words: Words) -> tuple[Page, tuple[Diagnostic, ...]]:
    """The page with tables for the fields that it shows as components, items or headings, and the findings about them."""
    diagnostics: list[Diagnostic] = []
    for fields in (schema_fields, schema_json_fields, component_fields, attribute_fields, bullet_fields):
        drawn, found = fields(page, words)
        page = with_drawn(page, drawn)
        diagnostics += found
    page = with_drawn(page, tuple(constant_lists(page, words)))
    return page, tuple(diagnostics)
