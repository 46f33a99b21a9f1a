"""The docs that swagger2markup makes of an OpenAPI file: paths and definitions, on one page, one each or one for each."""

from __future__ import annotations

from ..packaged import PackagedDocs

SWAGGER2MARKUP_DOCS = PackagedDocs("swagger2markup", "the pages are built as swagger2markup builds them", __name__)
"""The family; see `families.Family`."""
