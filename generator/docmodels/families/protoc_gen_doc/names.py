"""The names of fields and values, as cells show them and as the JSON form spells them."""

from __future__ import annotations

import re

from ...markdown import Inline, SpanKind

_GAP = re.compile(r"_+(.?)", re.DOTALL)


def shown_name(cell: Inline) -> str:
    """The name that a cell shows: the code in it, or its text. What `oneof` a field belongs to is no part of it."""
    code = "".join(span.text for span in cell.spans if span.kind is SpanKind.CODE).strip()
    if code or not is_choice(cell):
        return code or cell.text.strip()
    text = "".join(span.text for span in cell.spans if span.href is None)
    return re.split(r"[\s.]+", text.strip())[-1]


def is_choice(cell: Inline) -> bool:
    """Whether a cell links to what a `oneof` is, as some templates do before the names of its fields."""
    return any(span.href is not None and span.text.strip().casefold() == "oneof" for span in cell.spans)


def json_name(name: str) -> str:
    """The name as the JSON form of Protocol Buffers writes it: `host_port` as `hostPort`, other letters as they are."""
    return _GAP.sub(lambda gap: gap[1].upper(), name)
