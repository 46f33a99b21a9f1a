"""Parts of docs of code: fields, values and aliases, with a heading and a signature each.

## Properties
### seats?
> `optional` **seats**: [`Seat`](Seat.md)[]
#### Deprecated
Use `chairs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....frozen import frozen, replace
from ....markdown import Fence, Inline, Page, Prose, Section
from ....model.names import folded
from ....patterns import regex
from ....tables.lexicon import Role
from ..drawn import Drawn, DrawnRow

_SIGNATURE = regex(
    r"(?:>|•|Ƭ)\s*(?P<marks>(?:`[A-Za-z]+`\s*)*)\*\*(?P<name>[^*\n]+)\*\*\s*[:=]\s*(?P<type>[^\n]+(?:\n>? ?[^\n]+)*)"
)
_CODE = regex(
    r"(?:export (?:declare )?)?(?:type (?P<alias>\w+)(?:<[^=]*>)? =|(?P<marks>(?:(?:static|readonly) )*)(?P<name>[\w$]+\??):)"
    r"\s*(?P<type>[^{};]+);?\s*"
)
_HEAD = "**Signature:**"
_TYPESCRIPT = frozenset({"ts", "typescript"})
_LITERAL = regex(r"`\"(?P<value>[^\"`]*)\"`")
_BETWEEN = regex(r"\s*\\\|\s*")
_DATE = regex(r"(?<![\w.])Date(?![\w(])")
"""TypeScript's type for a date with a time."""
_BODY = frozenset({"object", "`object`"})
"""The type of an alias for an object."""
_REMARKS = "remarks"
_DEFAULTS = frozenset({"default", "default value"})
_UNDEFINED = "undefined"
VALUES, PROPERTIES = "Values", "Properties"
"""The headings above the values of an enumeration, and above the properties of a type."""


def dated(text: str) -> str:
    """A type, with the usual word for a date with a time."""
    return _DATE.sub("DateTime", text)


def may_be_undefined(text: str) -> bool:
    """Whether a type allows a missing value: `string | undefined`."""
    return any(part.strip(" `\\") == _UNDEFINED for part in text.split("|"))


@frozen()
class Signature:
    """A declaration in code: `> **seats**: Seat[]`.

    ends      its first and its last line, with the label above it
    column    the column of the type in the first line
    is_alias  whether it declares an alias of a type
    """

    ends: tuple[int, int]
    column: int
    marks: str
    name: str
    type: str
    is_alias: bool


def literals(titled: Section) -> Iterator[Drawn]:
    """The values of a union of texts: `> **State** = "open" | "closed"`."""
    signature = _signature(titled)
    parts = [part for part in _BETWEEN.split(signature.type) if part] if signature is not None else []
    values = [value for part in parts if (value := _LITERAL.fullmatch(part)) is not None]
    if signature is not None and len(values) > 1 and len(values) == len(parts):
        line = signature.ends[0]
        rows = (DrawnRow(line, {Role.VALUE: Inline(f'`"{value["value"]}"`', line, 1)}) for value in values)
        yield Drawn((signature.ends,), tuple(rows))


def is_body(text: str) -> bool:
    """Whether a text only announces the properties of an object: `> **Room** = `object``."""
    match = _SIGNATURE.fullmatch(text.strip())
    return match is not None and "=" in match[0] and match["type"].strip() in _BODY


def alias(titled: Section, name: str) -> Drawn | None:
    """The row of an alias: `> **Key** = string | number`; None for any other section."""
    signature = _signature(titled)
    if signature is None or not signature.is_alias or folded(signature.name) != folded(name):
        return None
    kind = signature.type
    if kind in _BODY or "=>" in kind or kind.startswith("\\{") or any(True for _ in literals(titled)):
        return None
    line = signature.ends[0]
    cells = {Role.NAME: Inline(f"`{name}`", line, 1), Role.TYPE: Inline(dated(kind), line, signature.column)}
    return Drawn((signature.ends,), (DrawnRow(line, cells),))


def properties(page: Page) -> Iterator[Drawn]:
    """The fields, and the values of enumerations, with a heading and a signature each."""
    root: Section | None = None
    head = Role.NAME
    rows: list[DrawnRow] = []
    ends: list[tuple[int, int]] = []
    level = 0
    for section in page.sections:
        if root is not None and section.level <= root.level:
            yield from _drawn(root, rows, ends)
            root, rows, ends = None, [], []
        text = section.heading.text.strip().casefold()
        if text in (PROPERTIES.casefold(), VALUES.casefold()):
            root, head, level = section, Role.NAME if text == PROPERTIES.casefold() else Role.VALUE, 0
        elif root is not None and (row := _row(section, head, section.level - root.level - 1)) is not None:
            rows.append(row)
            level = section.level
            ends.append((section.heading.line, _end(section)))
        elif rows and section.level > level and (more := _with_remark(rows[-1], section)) is not None:
            rows[-1] = more
            ends.append((section.heading.line, _end(section)))
    yield from _drawn(root, rows, ends)


def _signature(section: Section) -> Signature | None:
    """The declaration in the first paragraph or the first code of a section; None without one."""
    blocks = [block for block in section.blocks if isinstance(block, Prose | Fence)]
    headed = next((at + 1 for at, block in enumerate(blocks) if isinstance(block, Prose) and block.source == _HEAD), 0)
    first = blocks[headed] if headed < len(blocks) else None
    if isinstance(first, Prose):
        match = _SIGNATURE.fullmatch(first.source.strip())
        ends = first.line, first.line + first.source.count("\n")
    elif isinstance(first, Fence) and first.info.strip() in _TYPESCRIPT:
        match = _CODE.fullmatch(first.text.strip())
        ends = blocks[max(headed - 1, 0)].line, first.line + first.text.count("\n") + 2
    else:
        return None
    if match is None:
        return None
    is_code = isinstance(first, Fence)
    is_alias = bool(match["alias"]) if is_code else "=" in match[0][: match.start("type")]
    name = (match["name"] or match["alias"]) if is_code else match["name"]
    kind = re.sub(r"\n>? ?", " ", match["type"]).strip()
    return Signature(
        ends, match.start("type") + 1, match["marks"] or "", name, f"`{kind}`" if is_code else kind, is_alias
    )


def _end(section: Section) -> int:
    """The last line of the paragraphs of a section."""
    ends = (block.line + block.source.count("\n") for block in section.blocks if isinstance(block, Prose))
    return max(ends, default=section.heading.line)


def _drawn(root: Section | None, rows: Sequence[DrawnRow], ends: Sequence[tuple[int, int]]) -> Iterator[Drawn]:
    if root is not None and rows:
        yield Drawn(((root.heading.line, root.heading.line), *ends), tuple(rows))


def _row(section: Section, head: Role, depth: int) -> DrawnRow | None:
    """The field or the value of a section; None without a signature, and for a function.

    depth  the number of fields around it
    """
    signature = _signature(section)
    if signature is None or signature.is_alias or "=>" in signature.type:
        return None
    line = signature.ends[0]
    name = signature.name.replace("\\", "").rstrip("?")
    mark = "?" if "optional" in signature.marks.casefold() or signature.name.endswith("?") else ""
    text = "\n\n".join(block.source for block in section.blocks if isinstance(block, Prose) and block.line > line)
    kind = Inline(dated(signature.type), line, signature.column)
    cells = {Role.DESCRIPTION: Inline(text, line, 1)}
    if head is Role.VALUE:
        cells |= {Role.NAME: Inline(f"`{name}`", section.heading.line, section.heading.column), Role.VALUE: kind}
        return DrawnRow(section.heading.line, cells)
    source = f"`{name}{mark}`"
    if any(span.strike for span in section.heading.spans):
        source = f"{source} (deprecated)"
    if "readonly" in signature.marks.casefold():
        source = f"{source} (read-only)"
    cells[Role.NAME] = Inline(source, section.heading.line, section.heading.column)
    cells[Role.TYPE] = kind
    is_optional = bool(mark) or may_be_undefined(signature.type)
    cells[Role.REQUIRED] = Inline("no" if is_optional else "yes", line, 1)  # TypeScript marks optional fields
    return DrawnRow(section.heading.line, cells, depth)


def _with_remark(row: DrawnRow, section: Section) -> DrawnRow | None:
    """The row with the default or the remarks of a section below its own; None for any other section."""
    text = section.heading.text.strip().casefold()
    blocks = [block for block in section.blocks if isinstance(block, Prose | Fence)]
    texts = [block.source if isinstance(block, Prose) else f"`{block.text.strip()}`" for block in blocks]
    if text in _DEFAULTS and texts and texts[0].strip("`") != _UNDEFINED:
        return replace(row, cells={**row.cells, Role.DEFAULT: Inline(texts[0], blocks[0].line, 1)})
    if text != _REMARKS:
        return None
    description = row.cells[Role.DESCRIPTION]
    source = "\n\n".join((description.source, *(block.source for block in blocks if isinstance(block, Prose))))
    return replace(row, cells={**row.cells, Role.DESCRIPTION: replace(description, source=source.strip())})
