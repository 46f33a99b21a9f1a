"""The cells of a model's table."""

from __future__ import annotations

from ...markdown import Inline


def field_name(cell: Inline) -> str:
    """The name in a cell, as it is written: `_id_` has no emphasis."""
    return cell.source.strip("` ")


def value(cell: Inline) -> str:
    """The value in a cell, in code or not."""
    source = cell.source
    return source[1:-1] if len(source) > 2 and source[0] == source[-1] == "`" else source
