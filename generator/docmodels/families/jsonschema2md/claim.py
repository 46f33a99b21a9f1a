"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ..family import Claim, Sureness
from . import MODEL
from .outline import SchemaPage, schema_page
from .types import word


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    schemas = schema_page(page)
    if schemas is None:
        return None
    kind = MODEL if schemas.is_model else word(schemas.details)
    evidence = "the page has the table of facts that jsonschema2md writes"
    return Claim(Sureness.CERTAIN, _count(schemas), evidence, {f"{kind} {page.path}": 1})


def _count(schemas: SchemaPage) -> int:
    return schemas.is_model + sum(group.table is not None for group in schemas.groups)
