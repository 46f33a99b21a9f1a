"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page, Prose
from ...patterns import regex
from ..family import Claim, Sureness
from .outline import is_property_table, is_summary, schemas

_FOOTER = regex(r"Generated using \[json-schema-for-humans\]\(")


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    tables = sum(is_property_table(table) for section in page.sections for table in section.tables)
    is_marked = any(
        isinstance(block, Prose) and _FOOTER.match(block.source)
        for section in page.sections[-1:]
        for block in section.blocks[-1:]
    )
    may_nest = not tables and "<summary>" in page.running_text
    is_nested = may_nest and any(is_summary(block) for section in page.sections for block in section.blocks)
    if not tables and not is_marked and not is_nested:
        return None
    count = sum(schema.properties is not None for schema in page.once(schemas))
    if is_marked:
        return Claim(Sureness.CERTAIN, count, "the page names its generator")
    if is_nested:
        return Claim(Sureness.CERTAIN, count, "each property has a section in the one that it is of, with a summary")
    return Claim(Sureness.CERTAIN, count, "the properties in tables have a sign and lead to sections of the page")
