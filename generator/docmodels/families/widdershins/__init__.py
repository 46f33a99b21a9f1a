"""The docs that widdershins makes of an OpenAPI file, for Slate and the like: all schemas on one page.

Its templates are there to be changed, so headings, columns and anchors come in several dresses.
"""

from __future__ import annotations

from ..packaged import PackagedDocs

WIDDERSHINS_DOCS = PackagedDocs("widdershins", "the pages are built as widdershins builds them", __name__)
"""The family; see `families.Family`."""
