"""The targets of `docmodels export`: JSON Schema and OpenAPI."""

from __future__ import annotations

from .documents import FORMATS, MARKS, Format, Style, documents

__all__ = ["FORMATS", "MARKS", "Format", "Style", "documents"]
