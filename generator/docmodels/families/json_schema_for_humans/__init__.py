"""The docs of JSON Schema for Humans: a table of properties, and a section for each of them."""

from __future__ import annotations

from ..packaged import PackagedDocs

JSON_SCHEMA_FOR_HUMANS = PackagedDocs(
    "json-schema-for-humans", "tables of properties that lead to sections of their own", __name__
)
"""The family; see `families.Family`."""
