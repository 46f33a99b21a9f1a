"""Cells that show a name and a type: `` `tags` _string array_ ``, `**tags** <br /> string array`, `tags (string array)`.

Elastic's template of crd-ref-docs dresses both up: ``*`tags`* __string array__``.
"""

from __future__ import annotations

import re

from ..frozen import frozen
from ..markdown import Inline
from ..regexes import regex

_TAG = regex(r"</?[A-Za-z][^<>]*>")
_BETWEEN = r"\s*(?P<required>\*\*\[Required\]\*\*|\*)?\s*(?:</?br\s*/?>)?\s*"
_FORMS = (
    regex(rf"`(?P<name>[^`]+)`{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(rf"\*\*\[(?P<name>[^\[\]]+)\]\([^()\s]*\)\*\*{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(rf"[*_]{{1,2}}`(?P<name>[^`]+)`[*_]{{1,2}}{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(rf"\*\*(?P<name>[^*]+)\*\*{_BETWEEN}(?P<type>.*)", re.DOTALL),
    regex(r"(?P<name>\w+)\s+(?P<required>)\((?P<type>.*)\)", re.DOTALL),
)


@frozen()
class TypedName:
    """The content of a cell; `type` is None where it shows a name alone.

    required  whether a mark makes it required
    """

    name: str
    type: Inline | None
    required: bool = False


def typed_name(cell: Inline) -> TypedName:
    """The name and the type in a cell."""
    found = next((match for form in _FORMS if (match := form.fullmatch(cell.source))), None)
    if found is None:
        return TypedName(cell.text.strip(), None)
    rest = Inline(found["type"], cell.line, cell.column + found.start("type"), cell.limit)
    return TypedName(found["name"].strip(), untagged(rest) if rest.source else None, bool(found["required"]))


def untagged(cell: Inline) -> Inline:
    """The cell without tags of HTML, which only dress it up."""
    return Inline(_TAG.sub("", cell.source).strip(), cell.line, cell.column, cell.limit)
