"""The reference of a GraphQL schema by graphql-markdown: types below Objects, Inputs, Enums and so on."""

from __future__ import annotations

from ..packaged import PackagedDocs

GRAPHQL_MARKDOWN = PackagedDocs("graphql-markdown", "tables of fields with arguments and types of GraphQL", __name__)
"""The family; see `families.Family`."""
