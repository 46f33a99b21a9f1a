"""The pages of the family."""

from __future__ import annotations

from ...markdown import Page
from ..family import Claim, Sureness
from .outline import OBJECTS, drafts
from .sdl import is_model, sdl_type


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    sdl = sdl_type(page)
    if sdl is not None:
        models = int(is_model(sdl))
        return Claim(
            Sureness.CERTAIN, models, "the page shows a type in GraphQL's notation, and a heading for each field"
        )
    is_marked = any(table.bare_headings == OBJECTS for section in page.sections for table in section.tables)
    if not is_marked:
        return None
    return Claim(
        Sureness.CERTAIN, len(list(drafts(page))), "tables have the columns Field, Argument, Type and Description"
    )
