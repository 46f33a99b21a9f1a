"""The docs of swagger2markup for an OpenAPI file: paths and definitions, on one page, on two, or on one for each."""

from __future__ import annotations

from ..packaged import PackagedDocs

SWAGGER2MARKUP_DOCS = PackagedDocs("swagger2markup", "the pages are built as swagger2markup builds them", __name__)
"""The family; see `families.Family`."""
