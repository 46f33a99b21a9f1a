"""JSON Schema and OpenAPI documents."""

from __future__ import annotations

from .documents import Document, document
from .reading import read_documents

__all__ = ["Document", "document", "read_documents"]
