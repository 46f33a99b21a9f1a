"""The pages of the family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ...markdown import Inline, Page
from ...notation.choice import TYPES, form
from ...notation.languages import VOCABULARIES
from ...notation.parser import read_type
from ..family import Claim, Sureness
from . import LANGUAGES
from .cells import plain_type
from .dialects import dialect
from .outline import ModelPage, field_tables, model_page

_DIALECTS = tuple((language, dialect(VOCABULARIES[language])) for language in LANGUAGES)


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    draft = model_page(page)
    if draft is None:
        return None
    evidence = f'the page has the sections "{draft.named_in}" and "{draft.shape.heading.text.strip()}"'
    tally: Counter[str] = Counter()
    for cell in _types(draft, page.path):
        tally.update((TYPES, *_understanding(form(cell), cell.limit)))
    return Claim(Sureness.CERTAIN, 1, evidence, dict(tally))


def _types(draft: ModelPage, path: str) -> Iterator[Inline]:
    for table in field_tables(draft):
        cells = (row.get("type") for row in table.rows)
        yield from (plain_type(cell, path) for cell in cells if cell is not None)


@lru_cache(maxsize=1 << 12)
def _understanding(source: str, limit: int) -> tuple[str, ...]:
    """The languages that understand a type."""
    cell = Inline(source, 1, 1, limit)
    readings = ((language, read_type(cell, "", words)) for language, words in _DIALECTS)
    return tuple(language for language, reading in readings if not reading.diagnostics and not reading.strange)
