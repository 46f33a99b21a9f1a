"""The docs of swagger-markdown for an OpenAPI file: operations, then all models, on one page."""

from __future__ import annotations

from ..packaged import PackagedDocs

SWAGGER_MARKDOWN_DOCS = PackagedDocs(
    "swagger-markdown", "the pages are built as swagger-markdown builds them", __name__
)
"""The family; see `families.Family`."""
