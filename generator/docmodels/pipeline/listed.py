"""Findings about fields without values, except fields whose values are elsewhere in the docs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic
from ..model import Model
from ..model.types import is_unlisted


def without_listed(findings: Iterable[Diagnostic], linked: Model) -> Iterator[Diagnostic]:
    """The findings, without `missing-values` for fields that have an enumeration after all."""
    listed = {field.place for owner in linked.objects for field in owner.fields if not is_unlisted(field.type)}
    return (finding for finding in findings if finding.code != "missing-values" or finding.place not in listed)
