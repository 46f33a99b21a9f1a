"""The docs that widdershins makes of an OpenAPI file, for Slate and the like: all schemas on one page.

Its templates are there to be changed, so headings, columns and anchors come in several dresses.
"""

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
    from .page import read_page

    return read_page(page, packages)


WIDDERSHINS_DOCS = PackagedDocs("widdershins", "the pages are built as widdershins builds them", _claim, _read)
"""The family; see `families.Family`. What reads pages is imported for pages that nobody remembers."""
