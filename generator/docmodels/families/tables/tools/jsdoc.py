"""Pages of jsdoc-to-markdown about code: which tables are data, and their names.

    ## Room : <code>Object</code>
    **Kind**: global typedef
    **Properties**

    | Name    | Type                                  | Default        | Description |
    | ------- | ------------------------------------- | -------------- | ----------- |
    | id      | <code>string</code>                   |                | Its name.   |
    | [seats] | <code>Array.&lt;number&gt;</code>     | <code>4</code> | How many.   |

A table of parameters is no data. The defaults in a table of an enumeration are its values.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ....frozen import frozen, replace
from ....markdown import Block, Inline, Page, Prose, Row, Section, Table
from ....patterns import regex

_KIND = regex(
    r"\*\*Kind\*\*: (?:global|static|inner|instance) (?P<kind>abstract|class|constant|constructor|enum|event|external"
    r"|function|interface|member|method|mixin|module|namespace|property|typedef|variable)\b"
)
_HEADING = regex(r"(?P<name>[\w.$~#:/-]+)(?P<called>\(.*\))?(?:\s*(?::|⇒)\s.*)?", re.DOTALL)
_MARKS = regex(r"\*\*(?:Kind|Properties|Read only|Extends|Access|Category|Scope)\*\*:?[^\n]*(?:\n|\Z)")
_COLUMNS, _PARAMETER = ("name", "type"), "param"
_OPTIONAL = regex(r"\[(?P<name>[^\[\]]+)\](?P<rest>\s*)\Z")
_LINK = regex(r"\[<code>(?P<text>[^\[\]<>]*)</code>\]\(#(?P<target>[^()\s]+)\)")
_TAG = regex(r"</?code>")
_GENERIC = regex(r"\b(?P<name>Array|Object|Promise|Set|Map)\.<")
_USUAL = {"Object": "Map"}
"""`Object.<string, number>` is a map."""


@frozen()
class JsDoc:
    """A page of jsdoc-to-markdown.

    page    the page, with bare names for headings, and with usual tables
    called  the lines of the headings of functions, which are no data
    """

    page: Page
    called: frozenset[int]


def jsdoc(page: Page) -> JsDoc | None:
    """The content of a page of jsdoc-to-markdown; None for another page."""
    if "**Kind**" not in page.running_text:
        return None
    kinds = {section.heading.line: kind for section in page.sections if (kind := _kind(section))}
    if not kinds:
        return None
    sections = tuple(
        _section(section, kinds[section.heading.line]) if section.heading.line in kinds else section
        for section in page.sections
    )
    called = frozenset(
        section.heading.line
        for section in page.sections
        if any(table.headings[0] == _PARAMETER for table in section.tables)
    )
    return JsDoc(replace(page, sections=sections), called)


def _kind(section: Section) -> str:
    """The kind of a section, in its line `**Kind**`: `typedef`; "" without that line."""
    texts = (block.source for block in section.blocks if isinstance(block, Prose) and "**Kind**" in block.source)
    lines = (line for text in texts for line in text.split("\n"))
    return next((match["kind"] for line in lines if (match := _KIND.match(line)) is not None), "")


def _is_data(section: Section, kind: str) -> bool:
    match = _HEADING.fullmatch(section.heading.source.strip())
    return kind in ("typedef", "enum", "class") and match is not None and not match["called"]


def _section(section: Section, kind: str) -> Section:
    match = _HEADING.fullmatch(section.heading.source.strip())
    if match is None or not _is_data(section, kind):
        return section
    name = match["name"].replace("~", ".").replace("#", ".")
    blocks = tuple(_blocks(section.blocks, kind))
    return replace(section, heading=replace(section.heading, source=name), blocks=blocks)


def _blocks(blocks: tuple[Block, ...], kind: str) -> Iterator[Block]:
    """The blocks with usual tables, and without lines of the tool."""
    for block in blocks:
        if isinstance(block, Table):
            yield _table(block, kind) if block.headings[:2] == _COLUMNS else block
        elif isinstance(block, Prose):
            source = _MARKS.sub("", block.source).strip()
            yield from (replace(block, source=source),) if source else ()
        else:
            yield block


def _table(table: Table, kind: str) -> Table:
    rows = tuple(replace(row, cells=tuple(_cells(row, table.headings))) for row in table.rows)
    if kind != "enum" or "default" not in table.headings:
        return replace(table, rows=rows)
    at = table.headings.index("default")
    kept = [index for index, heading in enumerate(table.headings) if heading != "type"]
    header = tuple(
        replace(table.header[index], source="Value") if index == at else table.header[index] for index in kept
    )
    return replace(
        table,
        header=header,
        rows=tuple(replace(row, cells=tuple(row.cells[index] for index in kept), written=len(kept)) for row in rows),
    )


def _cells(row: Row, headings: tuple[str, ...]) -> Iterator[Inline]:
    for cell, heading in zip(row.cells, headings, strict=True):
        if heading == "name" and (match := _OPTIONAL.match(cell.source)) is not None:
            yield replace(cell, source=f"{match['name']}?")
        elif heading == "type":
            yield replace(cell, source=_type(cell.source))
        elif heading == "default":
            yield replace(cell, source=_code(cell.source))
        else:
            yield cell


def _type(source: str) -> str:
    """A type without tags for code: `Array<[Room](#Room)>` for `[<code>Array.&lt;Room&gt;</code>](#Room)`."""
    bare = html.unescape(_TAG.sub("", _LINK.sub(_linked, source))).replace("\\*", "*")
    bare = "any" if bare.strip() == "*" else bare
    return _GENERIC.sub(lambda match: f"{_USUAL.get(match['name'], match['name'])}<", bare)


def _linked(match: re.Match[str]) -> str:
    name, target = match["text"], match["target"]
    last = re.split(r"[.~:]", target)[-1]
    return re.sub(rf"\b{re.escape(last)}\b", lambda word: f"[{word[0]}](#{target})", name, count=1)


def _code(source: str) -> str:
    """A default as Markdown: `` `"red"` `` for `<code>&quot;red&quot;</code>`."""
    text = html.unescape(_TAG.sub("", source)).strip()
    return f"`{text}`" if text and "`" not in text else text
