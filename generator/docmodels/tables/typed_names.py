"""Cells with a name and a type: `` `tags` _string array_ ``, `**tags** <br /> string array`, `tags (string array)`.

Elastic's template of crd-ref-docs dresses both up: ``*`tags`* __string array__``.
"""

from __future__ import annotations

import re

from ..frozen import frozen
from ..markdown import Inline
from ..patterns import regex

_TAG = regex(r"</?[A-Za-z][^<>]*>")
_BETWEEN = r"\s*(?P<required>\*\*\[Required\]\*\*|\*)?\s*(?:</?br\s*/?>)?\s*"
_FORMS = (
    regex(rf"`(?P<name>[^`]+)`{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(rf"\*\*\[(?P<name>[^\[\]]+)\]\([^()\s]*\)\*\*{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(rf"[*_]{{1,2}}`(?P<name>[^`]+)`[*_]{{1,2}}{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(rf"\*\*(?P<name>[^*]+)\*\*{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(r"(?P<name>\w+)\s+(?P<required>)\((?P<type>.*)\)", re.DOTALL),
    regex(r"(?P<name>[A-Za-z_$@][\w.$@\[\]-]*)(?P<required>)\s*</?br\s*/?>\s*(?P<type>.*)", re.DOTALL),
)


@frozen()
class TypedName:
    """A name, and its type; None without one.

    required  whether a mark makes the field required
    """

    name: str
    type: Inline | None
    required: bool = False


def typed_name(cell: Inline) -> TypedName:
    """The name and the type in a cell."""
    matches = (form.fullmatch(cell.source) for form in _FORMS)
    match = next(filter(None, matches), None)
    if match is None:
        return TypedName(cell.text.strip(), None)
    rest = Inline(match["type"], cell.line, cell.column + match.start("type"), cell.limit)
    return TypedName(match["name"].strip(), untagged(rest) if rest.source else None, bool(match["required"]))


def untagged(cell: Inline) -> Inline:
    """The cell without HTML tags."""
    return Inline(_TAG.sub("", cell.source).strip(), cell.line, cell.column, cell.limit)
