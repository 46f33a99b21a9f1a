"""The reference of Kubernetes APIs by crd-ref-docs, with its own Markdown templates or derived ones."""

from __future__ import annotations

from ..packaged import PackagedDocs

CRD_REF_DOCS = PackagedDocs("crd-ref-docs", "types under the group and version of a Kubernetes API", __name__)
"""The family; see `families.Family`."""
