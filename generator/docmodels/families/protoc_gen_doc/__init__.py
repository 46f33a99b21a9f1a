"""The reference of Protocol Buffers that protoc-gen-doc writes, by its own Markdown template or one derived from it."""

from __future__ import annotations

from ..packaged import PackagedDocs

PROTOC_GEN_DOC = PackagedDocs("protoc-gen-doc", "tables of fields with types and labels of Protocol Buffers", __name__)
"""The family; see `families.Family`."""
