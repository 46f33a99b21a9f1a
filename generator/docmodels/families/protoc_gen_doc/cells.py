"""The cells of a message's table."""

from __future__ import annotations

import re

from ...markdown import Inline, SpanKind
from ...patterns import regex
from ..kit import Builder
from .outline import LABELS

_LABEL = regex(rf"(?:{'|'.join(LABELS)})\s+(?=\w)")
_DEFAULT = "Default: "
_CHOICE = "oneof"


def plain_name(cell: Inline) -> str:
    """The name in a cell: its code, or else its text."""
    return "".join(span.text for span in cell.spans if span.kind is SpanKind.CODE).strip() or cell.text.strip()


def field_name(cell: Inline) -> str:
    """The name of a field, without the label or the `oneof` that some templates write before it."""
    if not is_choice(cell):
        return _LABEL.sub("", plain_name(cell))
    text = "".join(span.text for span in cell.spans if span.href is None)
    return re.split(r"[\s.]+", text.strip())[-1]


def is_choice(cell: Inline) -> bool:
    """Whether the cell of a name has a mark for a `oneof`."""
    return any(span.href is not None and span.text.strip().casefold() == _CHOICE for span in cell.spans)


def read_label(cell: Inline | None, builder: Builder) -> str:
    """The label in a cell, "" without one; a finding for other words."""
    label = cell.text.strip().casefold() if cell else ""
    if cell is None or not label or label in LABELS:
        return label
    if label.split()[0] == _CHOICE:  # a field of a `oneof` has a presence
        return "optional"
    message = f'"{cell.text}" is not a label of Protocol Buffers; it is left out'
    builder.report(cell, "unknown-mark", message, f"Write {', '.join(LABELS)} or nothing.")
    return ""


def default_behind(cell: Inline) -> str | None:
    """The default behind a description in proto2; None without one."""
    before, mark, value = cell.text.rpartition("\n")[2].partition(_DEFAULT)
    is_default = bool(mark and value) and before in ("", before.rstrip() + " ")
    return value.strip() if is_default else None
