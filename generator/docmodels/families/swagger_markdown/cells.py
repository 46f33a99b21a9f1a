"""The cells of a model's table besides types: values, examples, defaults, access."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from ...frozen import frozen, replace
from ...markdown import Inline, SpanKind, parse_inline, prose
from ...model.declarations import Access
from ...model.strict_json import read_json
from ...patterns import regex
from ...tables.texts import deprecation

_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_ENUM = regex(r"(?:_Enum:_|\*Enum:\*)(?P<values>.*)", re.DOTALL)
_EXAMPLE = regex(r"(?:_Example:_|\*Example:\*)\s*`(?P<value>.*)`", re.DOTALL)
_ACCESS = MappingProxyType({"**Read-only**": Access.READ_ONLY, "**Write-only**": Access.WRITE_ONLY})
_AVAILABLE, _DEFAULT = "**Available values:**", "**Default:**"
_ALTERNATIVE = regex(r"(?:[A-Za-z]\w{0,60}|\[[^\[\]]{1,100}\]\([^()\s]{1,200}\))(?: ?\[ ?\])?")
_QUOTED = regex(r'"([^"]*)"|([^",\s][^",]*)')
_ESCAPED = regex(r"\\([_*~`|<>\[\]])")


@frozen()
class DescriptionCell:
    """The parts of a cell of descriptions.

    values      the allowed values, without null
    examples    the examples, as JSON
    deprecated  as `Field.deprecated`
    """

    text: str
    deprecated: str | None
    values: tuple[str | int | bool, ...]
    examples: tuple[str, ...]
    access: Access


@frozen()
class TypeCell:
    """A cell of types: the type alone, the allowed values, and the default, "" without one."""

    type: Inline
    values: tuple[str, ...]
    default: str


def read_description(cell: Inline) -> DescriptionCell:
    """The parts of a description, one a line."""
    lines: list[str] = []
    values: list[str | int | bool] = []
    examples: list[str] = []
    access = Access.BOTH
    is_deprecated = False
    for line in _BREAK.split(cell.source):
        piece = line.strip()
        if match := _ENUM.fullmatch(piece):
            values.extend(_codes(match["values"]))
        elif match := _EXAMPLE.fullmatch(piece):
            examples.append(match["value"])
        elif piece == "**Deprecated**":
            is_deprecated = True
        elif piece in _ACCESS:
            access = _ACCESS[piece]
        else:
            lines.append(line)
    text = cell.prose if len(lines) == 1 and lines[0] == cell.source else prose(parse_inline("<br>".join(lines)))
    return DescriptionCell(text, "" if is_deprecated else deprecation(text), tuple(values), tuple(examples), access)


def read_typed(cell: Inline) -> TypeCell:
    """The parts of a type. The descriptions of fields of an object in place are left out."""
    bare, *notes = _BREAK.split(cell.source)
    values = default = ""
    for note in notes:
        text = note.strip()
        word = next((word for word in (_AVAILABLE, _DEFAULT) if text.startswith(word)), "")
        value = text.removeprefix(word)
        ends = [at for at in (value.find(', **"'), value.find(" }")) if at >= 0] if "{" in bare else []
        end = min(ends, default=len(value)) if word else 0
        joint = " | " if "{" not in bare and _ALTERNATIVE.fullmatch(text) is not None else " "  # `string<br>integer`
        bare = f"{bare.rstrip(', ')}{value[end:]}" if word else f"{bare}{joint}{text}"
        if word and "{" not in bare:
            value = value.strip(", ")
            values, default = (value, default) if word == _AVAILABLE else (values, value)
    listed = tuple(quoted or plain.strip() for quoted, plain in _QUOTED.findall(values))
    return TypeCell(replace(cell, source=bare.strip()) if notes else cell, listed, default)


def field_name(cell: Inline) -> str:
    """The name in a cell, as it is written: `_id_` has no emphasis."""
    return _ESCAPED.sub(r"\1", cell.source.removeprefix("~~").removesuffix("~~").strip("` "))


def is_struck(cell: Inline) -> bool:
    """Whether a cell is struck through: the mark of a deprecated field."""
    return cell.source.startswith("~~") and cell.source.endswith("~~")


def _codes(source: str) -> Iterator[str | int | bool]:
    """The JSON values in code that a constant can have."""
    for span in parse_inline(source):
        if span.kind is SpanKind.CODE:
            try:
                value = read_json(span.text)
            except ValueError:
                value = span.text
            if isinstance(value, str | int | bool):
                yield value
