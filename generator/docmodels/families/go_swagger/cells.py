"""The cells of a model's table."""

from __future__ import annotations

from ...markdown import Inline


def field_name(cell: Inline) -> str:
    """The name in a cell, as it is written: `_id_` has no emphasis."""
    return cell.source.strip("` ")
