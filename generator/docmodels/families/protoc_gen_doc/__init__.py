"""The reference of Protocol Buffers by protoc-gen-doc, with its own Markdown template or a derived one."""

from __future__ import annotations

from ..packaged import PackagedDocs

PROTOC_GEN_DOC = PackagedDocs("protoc-gen-doc", "tables of fields with types and labels of Protocol Buffers", __name__)
"""The family; see `families.Family`."""
