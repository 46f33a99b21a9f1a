"""Cells of types in notations of some tools, rewritten in the usual one: `readonly string[]`, `["integer", "null"]`."""

from __future__ import annotations

import re

from ..frozen import replace
from ..markdown import Inline
from ..patterns import regex
from .dressing import linked
from .lexicon import Words
from .list_cells import with_usual_list
from .prefixes import local_name

_MAP = regex(
    r"(?i:object|map|dict|dictionary|hash|record|mapping)\s*[(\[]\s*[\w ]{1,40}\s*(?:→|->|=>|-&gt;|=&gt;)\s*(?P<values>[^()\[\]]{1,80})[)\]]"
    r"|`?\\?\{\s*\[?\w{1,40}\]?\s*:\s*(?P<value>[A-Za-z][\w ]{0,40}(?:\[\])?)\s*\\?\}`?"
    r"|\w{1,20} to (?P<mapped>[^\n|]{1,200}) map"
)
_WRAPPED = regex(r"(?:\{(?P<braced>[A-Za-z]\w{0,30}(?:\[\])?)\}|<(?P<angled>[A-Za-z]\w{0,30}(?:\[\])?)>)")  # `{string}`
_LINES = regex(r"<br\s*/?>|\n", re.IGNORECASE)
_XML_SCHEMA = regex(r"(?<![\w:])xsd?:(?=[a-zA-Z])")  # `xs:string`
_JSON_TYPE = r"\"(?:string|number|integer|boolean|object|array|null|int|long|float|double)\""
_JSON_TYPES = regex(rf"`?\\?\[\s*(?P<types>{_JSON_TYPE}(?:\s*,\s*{_JSON_TYPE}){{1,6}})\s*\\?\]`?")
# `array<string => int>`
_ARROW = regex(r"(?<=[<\[])\s{0,3}(?P<key>[\w|]{1,30})\s{0,3}=\\?(?:>|&gt;)\s{0,3}(?=[\w\\?])")
_COUNTED = regex(
    r"(?P<item>\[[^\[\]\n]{1,80}\]\([^()\s]{1,200}\)|[^\[\]]{1,100}?)(?:`\s{0,3}`)?(?P<count>\[\d{1,9}\s?(?:-|\.{2,3})\s?[*nN]\])(?P<end>`?)"
)
_OBJECTS = regex(r"(?<=[,，])\s*Object\s*(?=\\?(?:>|&gt;))")  # `Map<String, Object>`: Java's name for any value
_QUOTED_ITEM = regex(r"(?P<lead>.{0,40}\bof\s)([\"'])(?P<word>[A-Za-z]\w{0,20})\2(?P<end>`?)", re.IGNORECASE)
_CASE = regex(r"(?:[^:：`\[\]{}()<>|\n]{1,40}[:：]\s*)?(?P<kind>\w+)")
_FROZEN = regex(r"\breadonly\s+(?=[\w.]+\[\]|\[)")  # `readonly string[]` of TypeScript says nothing of the field
_SQL_NULL = regex(
    r"(?P<type>`?[A-Za-z][\w ()]{1,60}?)(?<!\bNOT)(?<!\b[oO][rR])\s+(?:NULL|(?:NULL\s+)?DEFAULT\s+NULL)(?P<end>`?)"
)
_VALUE = r"(?:'[^'|\n]{1,60}'|\"[^\"|\n]{1,60}\")"
_VALUES_OR_TYPE = regex(rf"{_VALUE}(?:\s*\|\s*(?:{_VALUE}|[A-Za-z]{{2,20}})){{1,60}}")
"""Values and a type between bars: `'open' | 'closed' | string`."""
_BARE_WORD = regex(r"(?<=\|)\s*([A-Za-z]+)")
_WIDE = str.maketrans("＜＞［］【】｜", "<>[][]|")


def usual_cell(cell: Inline, words: Words) -> Inline:
    """The cell of a type in the usual notation, without prefixes, arrows and quotes that only some tools write."""
    if "<a " in cell.source:
        cell = linked(cell)
    if not cell.source.isascii():
        cell = replace(cell, source=cell.source.translate(_WIDE))
    if cell.source.lstrip("`\\ ").startswith(("{", "<", "&lt;")):
        wrapped = _WRAPPED.fullmatch(cell.text.strip() or cell.source.strip("`\\ "))
        word = (wrapped["braced"] or wrapped["angled"]) if wrapped is not None else ""
        if word.removesuffix("[]").casefold() in words.types:
            cell = replace(cell, source=word)
    if "NULL" in cell.source and (column := _SQL_NULL.fullmatch(cell.source.strip())) is not None:
        cell = replace(cell, source=f"{column['type']}{column['end']}, nullable")  # `VARCHAR(20) NULL`
    if "[" in cell.source:
        cell = _with_source(cell, _as_in_schemas(cell.source.strip()))
    if "readonly" in cell.source:
        cell = replace(cell, source=_FROZEN.sub("", cell.source))
    if "=" in cell.source:
        cell = _with_source(cell, _ARROW.sub(r"\g<key>, ", cell.source))
    if "Object" in cell.source:
        cell = replace(cell, source=_OBJECTS.sub("any", cell.source))
    if ":" in cell.source:
        cell = _with_source(cell, _XML_SCHEMA.sub("", cell.source))
        name, remark = local_name(cell.source.strip()) or ("", "")
        cell = replace(cell, source=f"`{name}`") if name and not remark else cell
    if "|" in cell.source and (match := _VALUES_OR_TYPE.fullmatch(cell.text.strip())) is not None:
        is_type = any(word.casefold() in words.types for word in _BARE_WORD.findall(match[0]))
        cell = replace(cell, source=f"`{match[0]}`") if is_type else cell
    quoted = _QUOTED_ITEM.fullmatch(cell.source.strip())
    if quoted is not None and quoted["word"].casefold() in words.types:  # `list of 'int'`
        cell = replace(cell, source=f"{quoted['lead']}{quoted['word']}{quoted['end']}")
    stripped = cell.source.strip()
    source = with_usual_list(stripped, words)
    return cell if source == stripped else replace(cell, source=source)


def _with_source(cell: Inline, source: str) -> Inline:
    """The cell with another source. With its own, it keeps the spans that it has."""
    return cell if source == cell.source else replace(cell, source=source)


def map_values(cell: Inline) -> Inline | None:
    """The type of a map's values, if a cell shows keys and values: `object (string → string)`, `{string: number}`."""
    match = _MAP.fullmatch(cell.source.strip())
    return None if match is None else replace(cell, source=match["values"] or match["value"] or match["mapped"])


def by_case(cell: Inline, words: Words) -> Inline | None:
    """Alternatives for a cell with one type a line, `null` among them: `when closed: null<br>when open: array`."""
    lines = [line.strip() for line in _LINES.split(cell.source)] if "null" in cell.source else []
    kinds = [match["kind"] for line in lines if (match := _CASE.fullmatch(line)) is not None]
    if (
        not 1 < len(kinds) == len(lines)
        or "null" not in kinds
        or any(kind.casefold() not in words.types for kind in kinds)
    ):
        return None
    others = [kind for kind in kinds if kind != "null"]
    return Inline(" \\| ".join((*others, "null")), cell.line, 1, cell.limit) if others else None


def _as_in_schemas(source: str) -> str:
    """The source with a list of types as alternatives, `["integer", "null"]`, and a count as a list, `string[1-*]`."""
    types = _JSON_TYPES.fullmatch(source)
    if types is not None:
        return " \\| ".join(word.strip().strip('"') for word in types["types"].split(","))
    counted = _COUNTED.fullmatch(source)
    return source if counted is None else f"{counted['item']}[]{counted['end']} {counted['count']}"
