"""How a page is built: a root schema, and one for each section behind it.

## <a name="seat"></a>1. Property `Room > seat`

| **Type**     | `object` |
| **Required** | No       |

| Property             | Pattern | Type    | Deprecated | Definition | Title/Description |
| + [row](#seat_row )  | No      | integer | No         | -          | Counted from …    |
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...frozen import frozen
from ...markdown import Block, Fence, Inline, ItemList, Page, Prose, Table
from ...patterns import regex

_NAME = r"<a (?:name|id)=\"(?P<anchor>[^\"<>]*)\"></a>"
_DEEP = regex(rf"#{{7,}} {_NAME}(?P<title>[^\n]*)")
"""A heading too deep for Markdown."""
_SUMMARY = regex(rf"(?:<details>\s*)?<summary>\s*(?:<strong>)?\s*{_NAME}(?P<title>(?:(?!</strong>|</summary>)[^\n])*)")
"""The summary of a nested schema, in place of a heading."""
_BADGE = regex(r"(?:\[(?P<word>Required|Optional)\]|!\[[^\[\]]*\]\([^()]*\b(?P<badge>Required|Optional)\b[^()]*\))\s*")
_ANCHOR = regex(_NAME)
_NAMELESS = regex(r"\[\]\(#(?P<anchor>[^()\s]*)\s*\)")
"""The link in the row for all other properties."""
_NUMBERING = regex(r"(?:\d+\.)+\s+")
_KIND = regex(r"(?:Pattern )?Property\s+")
_SIGNED = regex(r"(?P<sign>[+-])\s*\[")
_DEFAULT_TITLE = "schema docs"
_ROOT = "root"
_COMBINED = {"one of(option)": "oneOf", "any of(option)": "anyOf", "all of(requirement)": "allOf"}
_ITEMS = "each item of this array must be"
_KEYWORDS = frozenset(_COMBINED.values())
_DESCRIPTION = regex(r"\*\*Description:\*\*\s*")
_FACT = regex(r"\*\*(?:Title|Requirement|Additional properties):\*\*[^\n]*", re.IGNORECASE)
_VALUES = regex(r"(?:Must be one of|Specific value):?", re.IGNORECASE)
_EXAMPLE = regex(r"\*\*Examples?:\*\*\s*")
_RULE = regex(r"-{3,}.*", re.DOTALL)
_CONTENTS = regex(r"- \[")


@frozen()
class Property:
    """A row of a table of properties.

    cells       heading of a column, in lower case -> cell
    anchor      the anchor of the property's section
    is_pattern  whether the name is a pattern
    """

    cells: Mapping[str, Inline] = field(hash=False)
    name: Inline
    sign: str
    anchor: str
    is_pattern: bool


@dataclass(slots=True, eq=False)
class Schema:
    """A schema of the page.

    path        the names from the root to it
    sign        "+" or "-" in the heading of a required or optional property; "" without one
    level       the level of its heading; 7 without a heading of Markdown
    is_pattern  whether it is the schema of all properties with a pattern of names
    facts       first cell of a row in its table, in lower case -> second cell
    items       the names and the anchors of the schemas of items
    combined    keyword -> anchors of the schemas that it combines: `oneOf`, `allOf`
    values      the cells with the allowed values
    """

    heading: Inline
    anchors: tuple[str, ...]
    path: tuple[str, ...]
    is_struck: bool = False
    sign: str = ""
    level: int = 7
    is_pattern: bool = False
    facts: dict[str, Inline] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    properties: list[Property] | None = None
    items: list[tuple[str, str]] = field(default_factory=list)
    combined: dict[str, list[str]] = field(default_factory=dict)
    values: list[Inline] = field(default_factory=list)
    examples: list[Fence] = field(default_factory=list)

    def fact(self, name: str) -> str:
        """The text of a fact in the table, without marks; "" without the fact."""
        return self.facts[name].text.strip() if name in self.facts else ""


def schemas(page: Page) -> list[Schema]:
    """The schemas of a page, the root first."""
    page_schemas: list[Schema] = []
    for number, section in enumerate(page.sections):
        if not number or section.anchors:
            page_schemas.append(
                _schema(section.heading, section.anchors, page, is_root=not page_schemas, level=section.level)
            )
        _read(section.blocks, page_schemas, page)
    if all(schema.properties is None for schema in page_schemas):
        _nest(page_schemas)
    _join_items(page_schemas)
    return page_schemas


def _join_items(schemas: list[Schema]) -> None:
    """Find schemas of items by path if their anchor is unknown: a template numbers their headings."""
    by_path = {schema.path: schema.anchors[0] for schema in reversed(schemas) if schema.anchors}
    known = {anchor for schema in schemas for anchor in schema.anchors}
    for schema in schemas:
        items = (
            (name, anchor if anchor in known else by_path.get((*schema.path, name), anchor))
            for name, anchor in schema.items
        )
        schema.items = list(dict.fromkeys(items))


def is_summary(block: Block) -> bool:
    """Whether a block stands in place of the heading of a property."""
    return (
        isinstance(block, Prose)
        and (match := _SUMMARY.match(block.source)) is not None
        and "Property" in match["title"]
    )


def _nest(schemas: list[Schema]) -> None:
    """Make schemas without a table properties of the schema around them."""
    by_path = {schemas[0].path: schemas[0]} if schemas else {}
    above = schemas[:1]
    for schema in schemas[1:]:
        while len(above) > 1 and above[-1].level >= schema.level:
            above.pop()
        if len(schema.path) < 2:
            schema.path = (*above[-1].path, *schema.path)
        above.append(schema)
        keyword = schema.path[-2] if schema.path[-2] in _KEYWORDS else ""
        owner = by_path.get(schema.path[: -2 if keyword else -1])
        by_path.setdefault(schema.path, schema)
        if owner is None or not schema.anchors:
            continue
        name, anchor = schema.path[-1], schema.anchors[0]
        if keyword:
            owner.combined.setdefault(keyword, []).append(anchor)
        elif name == f"{owner.path[-1]} items":
            owner.items.append((name, anchor))
        elif schema.sign:
            cell = Inline(name, schema.heading.line, schema.heading.column)
            row = Property({}, cell, schema.sign, anchor, schema.is_pattern)
            owner.properties = [*(owner.properties or ()), row]


def is_property_table(table: Table) -> bool:
    """Whether a table shows properties: their names are links behind a sign for required or optional."""
    if "property" not in table.headings or not table.rows:
        return False
    at = table.headings.index("property")
    return all(_SIGNED.match(row.cells[at].source) for row in table.rows)


def _schema(heading: Inline, anchors: tuple[str, ...], page: Page, *, is_root: bool, level: int = 7) -> Schema:
    source = _ANCHOR.sub("", heading.source).strip()
    source = source[match.end() :] if (match := _NUMBERING.match(source)) is not None else source
    badge = _BADGE.match(source)
    heading = heading if badge is None else Inline(source[badge.end() :], heading.line, heading.column)
    text = _NUMBERING.sub("", heading.text.strip(), count=1) if _NUMBERING.match(heading.text.strip()) else heading.text
    sign = "" if badge is None else "+" if "Required" in badge.groups() else "-"
    is_struck = any(span.strike for span in heading.spans)
    path = tuple(part.strip() for part in _KIND.sub("", text.strip(), count=1).strip("`~ ").split(" > "))
    if is_root and (not text.strip() or text.strip().casefold() == _DEFAULT_TITLE):
        path = (_stem(page),)
    elif not is_root and path[0] == _ROOT:
        path = (_stem(page), *path[1:])
    return Schema(heading, anchors, path, is_struck, sign, level, text.startswith("Pattern "))


def _stem(page: Page) -> str:
    return posixpath.splitext(posixpath.basename(page.path))[0].replace("-", " ").replace("_", " ")


def _read(blocks: tuple[Block, ...], schemas: list[Schema], page: Page) -> None:
    awaited = ""
    for block in blocks:
        schema = schemas[-1]
        deep = _DEEP.match(block.source) or _SUMMARY.match(block.source) if isinstance(block, Prose) else None
        if deep is not None:
            heading = Inline(deep["title"], block.line, deep.start("title") + 1)
            schemas.append(_schema(heading, (deep["anchor"],), page, is_root=False))
            awaited = ""
        elif isinstance(block, Table):
            _table(block, schema)
            awaited = ""
        elif isinstance(block, ItemList) and awaited == "values":
            schema.values += block.items
            awaited = ""
        elif isinstance(block, Fence) and awaited == "example":
            schema.examples.append(block)
        elif isinstance(block, ItemList) and not schema.facts and _CONTENTS.match(block.source):
            continue  # a table of contents
        elif isinstance(block, Prose):
            awaited = _prose(block, schema)
        elif isinstance(block, ItemList | Fence):
            schema.texts.append(block.source if isinstance(block, ItemList) else f"```{block.info}\n{block.text}\n```")


def _prose(block: Prose, schema: Schema) -> str:
    """Read a paragraph into a schema. The result is the content that it announces for the next block."""
    source = block.source.strip()
    if _EXAMPLE.fullmatch(source):
        return "example"
    if _VALUES.match(source):
        rest = _VALUES.sub("", source, count=1).strip()
        if rest:
            schema.values.append(Inline(rest, block.line, 1))
        return "values"
    if (
        not _FACT.fullmatch(source)
        and not _RULE.fullmatch(source)
        and not source.startswith(("<", "Generated using ["))
    ):
        schema.texts.append(_DESCRIPTION.sub("", source, count=1))
    return ""


def _table(table: Table, schema: Schema) -> None:
    head = table.headings[0] if table.headings else ""
    if is_property_table(table):
        schema.properties = [*(schema.properties or ()), *_properties(table)]
    elif head in _COMBINED:
        schema.combined.setdefault(_COMBINED[head], []).extend(_anchors(table))
    elif head == _ITEMS:
        schema.items.extend((row.cells[0].text.strip(), linked(row.cells[0])) for row in table.rows)
    else:
        cells = [table.header, *(row.cells for row in table.rows)]
        for first, *others in cells:
            name = first.text.strip().casefold()
            if name and others:
                schema.facts.setdefault(name, others[0])
            elif name:
                schema.facts.setdefault(name, first)


def _properties(table: Table) -> Iterator[Property]:
    at = table.headings.index("property")
    pattern = table.headings.index("pattern") if "pattern" in table.headings else None
    for row in table.rows:
        cell = row.cells[at]
        link = next((span for span in cell.spans if span.href is not None), None)
        name = Inline(link.text if link is not None else "", cell.line, cell.column, cell.limit)
        is_pattern = pattern is not None and row.cells[pattern].text.strip() == "Yes"
        cells = dict(zip(table.headings, row.cells, strict=True))
        nameless = None if link is not None else _NAMELESS.search(cell.source)
        anchor = nameless["anchor"] if nameless is not None else _anchor(link.href if link is not None else None)
        yield Property(cells, name, cell.source[:1], anchor, is_pattern)


def _anchors(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from (_anchor(span.href) for span in row.cells[0].spans if span.href is not None)


def linked(cell: Inline) -> str:
    """The anchor that the first link of a cell leads to; "" for a cell without a link."""
    return _anchor(next((span.href for span in cell.spans if span.href is not None), None))


def _anchor(href: str | None) -> str:
    return (href or "").strip().removeprefix("#").strip()


def by_anchor(schemas: list[Schema]) -> Mapping[str, Schema]:
    """Anchor -> schema. Anchors in HTML win over those made of headings."""
    known: dict[str, Schema] = {}
    for schema in schemas[1:]:
        for anchor in schema.anchors[:1]:
            known.setdefault(anchor, schema)
    for schema in schemas:
        for anchor in schema.anchors:
            known.setdefault(anchor, schema)
    return known


def names(schema: Schema) -> tuple[str, ...]:
    """The names in the path of a schema, without keywords, and without "seats items" behind "seats"."""
    kept: list[str] = []
    for part in schema.path:
        if part in _KEYWORDS or (kept and part == f"{kept[-1]} items"):
            continue
        kept.append(part)
    return tuple(kept)
