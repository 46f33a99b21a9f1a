"""The docs that swagger2markup makes of an OpenAPI file: paths and definitions, on one page, one each or one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..family import Claim, Reading
from ..packaged import PackagedDocs

if TYPE_CHECKING:
    from ...markdown import Page


def _claim(page: Page) -> Claim | None:
    from .outline import claim

    return claim(page)


def _read(page: Page, packages: str) -> Reading:
    from .models import read_page

    return read_page(page, packages)


SWAGGER2MARKUP_DOCS = PackagedDocs("swagger2markup", "the pages are built as swagger2markup builds them", _claim, _read)
"""The family; see `families.Family`. What reads pages is imported for pages that nobody remembers."""
