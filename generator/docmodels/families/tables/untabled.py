"""The page with tables in place of all other forms of fields."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...markdown import Page
from ...tables.lexicon import Words
from .components.components import component_fields
from .drawn import with_drawn
from .field_sections import with_field_sections
from .lists.attributes import attribute_fields
from .lists.bullets import bullet_fields
from .lists.constants import constant_lists
from .schemas.schema_json import schema_json_fields
from .schemas.schemas import schema_fields
from .tools.bicep import bicep_fields


def drawn_page(page: Page, words: Words) -> tuple[Page, tuple[Diagnostic, ...]]:
    """The page with tables for its fields in components, items or headings, and the findings about these."""
    page, diagnostics = with_field_sections(page, words)
    for fields in (schema_fields, bicep_fields, schema_json_fields, component_fields, attribute_fields, bullet_fields):
        drawn, problems = fields(page, words)
        page = with_drawn(page, drawn)
        diagnostics += problems
    page = with_drawn(page, tuple(constant_lists(page, words)))
    return page, tuple(diagnostics)
