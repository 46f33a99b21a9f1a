"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ..family import Claim, Sureness
from . import MODEL
from .outline import SchemaPage, schema_page
from .types import word


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    found = schema_page(page)
    if found is None:
        return None
    kind = MODEL if found.is_model else word(found.whole)
    evidence = "the page has the table of facts that jsonschema2md writes"
    return Claim(Sureness.CERTAIN, _count(found), evidence, {f"{kind} {page.path}": 1})


def _count(found: SchemaPage) -> int:
    return found.is_model + sum(group.table is not None for group in found.groups)
