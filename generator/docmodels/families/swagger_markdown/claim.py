"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page, Table
from ...tables.prefixes import count_packages
from ..family import Claim, Sureness
from .outline import drafts, is_model, model_sections

_OPERATION = frozenset({"name", "located in", "description", "required", "schema"})


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    is_operation = any(table.bare_headings >= _OPERATION for section in page.sections for table in section.tables)
    numbers = model_sections(page)
    if not numbers:
        evidence = "the page has tables of where parameters are located"
        return Claim(Sureness.CERTAIN, 0, evidence) if is_operation else None
    models = page.once(drafts)
    if not any(isinstance(block, Table) and is_model(block) for model in models for block in model.blocks):
        return None
    sureness = Sureness.CERTAIN if is_operation else Sureness.LIKELY
    head = page.sections[min(numbers)].heading.text.strip()
    tally = count_packages(model.title for model in models)
    return Claim(sureness, len(models), f'the page has models below "{head}"', tally)
