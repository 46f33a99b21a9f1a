"""The docs of widdershins for an OpenAPI file, for Slate and the like: all schemas on one page.

Users change its templates, so headings, columns and anchors have several forms.
"""

from __future__ import annotations

from ..packaged import PackagedDocs

WIDDERSHINS_DOCS = PackagedDocs("widdershins", "the pages are built as widdershins builds them", __name__)
"""The family; see `families.Family`."""
