"""The docs of AsyncAPI's Markdown template: operations with messages, and payloads as tables of paths."""

from __future__ import annotations

from ..packaged import PackagedDocs

ASYNCAPI = PackagedDocs("asyncapi", "tables of paths with values, constraints and notes", __name__)
"""The family; see `families.Family`."""
