"""Pages that API Documenter and TypeDoc write of code: which of them show data, and what these are called.

    [Home](./index.md) &gt; [harbor](./harbor.md) &gt; [Room](./harbor.room.md)

    ## Room interface

    # Interface: Room
    ## Properties
    ### seats?
    > `optional` **seats**: [`Seat`](Seat.md)[]

An interface and an enumeration are data. A class with methods, a function and their parameters are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...frozen import frozen
from ...markdown import Inline, Page, Prose, Section, Table
from ...tables.lexicon import Role
from .drawn import Drawn, DrawnRow, with_drawn

_TRAIL = re.compile(r"\[Home\]\([^()\s]*index\.md\)\s*(?:&gt;|>)")
_KIND_BEHIND = re.compile(
    r"(?P<name>\S+) (?P<kind>interface|enum|type|class|method|function|constructor|namespace|package|property|variable)"
)
_KIND_BEFORE = re.compile(
    r"(?P<kind>Class|Interface|Enumeration|Type [Aa]lias|Function|Variable|Module|Namespace): (?P<name>.+)"
)
_SIGNATURE = re.compile(
    r"(?:>|•)\s*(?P<marks>(?:`[A-Za-z]+`\s*)*)\*\*(?P<name>[^*\n]+)\*\*\s*[:=]\s*(?P<type>[^\n]+(?:\n>? ?[^\n]+)*)"
)
_TRAIT = re.compile(
    r"Defined in:|[•▸Ƭ]\s|\\?\+ \*\*new |>\s*(?:`[A-Za-z]+`\s*)*\*\*[^*\n]{1,255}\*\*\s*(?:\\?<|\(|[:=]\s*[`\[({\\])"
    r"|\[[^\[\]]+\]\([^()\s]*(?:README|modules)\.md[^()\s]*\) / "
)
"""Where code stands, the signature of a part, or the way to the page from the index."""
_LITERAL = re.compile(r"`\"(?P<value>[^\"`]*)\"`")
_BETWEEN = re.compile(r"\s*\\\|\s*")
_DATE = re.compile(r"(?<![\w.])Date(?![\w(])")
"""The type of TypeScript, which has a time of day in JSON."""
_NOTES = re.compile(r"Defined in:|[_*-]{3,}\s*\Z")
_PROPERTIES = frozenset({"properties", "type declaration"})
_DATA = frozenset({"interface", "enum", "enumeration", "type", "type alias"})
_FRAMES = frozenset({"type parameters", "methods", "accessors", "constructors", "parameters", "returns"})
"""Headings that no data stands below."""
_PLACES = frozenset({"defined in", "inherited from", "overrides"})
_OF_CLASSES = frozenset({"methods", "accessors", "parameters"})
_MEMBERS, _VALUES = "enumeration members", "Values"


@frozen()
class CodeDocs:
    """A page of code docs.

    page    the page, with names for headings
    why     why none of its tables is a model, in a clause; "" where they may be
    frames  the headings in lower case that no data stands below
    """

    page: Page
    why: str = ""
    frames: frozenset[str] = frozenset()

    def reason(self, trail: Sequence[Section]) -> str:
        """Why a table is no model, by the sections that it is inside of; "" where it may be one."""
        is_framed = not self.frames.isdisjoint(_names(trail))
        return self.why or ("the table shows parameters or methods of code" if is_framed else "")


def code_docs(page: Page) -> CodeDocs | None:
    """What a page of code docs shows; None for another page."""
    titled = next((section for section in page.sections if section.level), None)
    if titled is None:
        return None
    if _has_trail(page) and (match := _KIND_BEHIND.fullmatch(titled.heading.text.strip())) is not None:
        if match["kind"] not in _DATA:
            return CodeDocs(page, f"the page shows a {match['kind']} of code")
        sections = tuple(_bare(_named(section)) for section in page.sections)
        return CodeDocs(replace(page, sections=sections, matter={**page.matter, "title": match["name"]}))
    typed = _KIND_BEFORE.fullmatch(titled.heading.text.strip())
    kind = "" if typed is None else typed["kind"].lower()
    is_data = kind in _DATA or kind == "class"
    is_typedoc = bool(kind) and _is_typedoc(page)
    if is_data and not (is_typedoc and kind == "class" and _has_code(page)):
        page = replace(page, sections=tuple(_bare(_named(section)) for section in page.sections))
        drawn = with_drawn(page, [*_literals(titled), *_properties(page)])
        return CodeDocs(drawn, frames=_FRAMES if is_typedoc else frozenset())
    return CodeDocs(page, f"the page shows a {kind} of code") if is_typedoc else None


def _is_typedoc(page: Page) -> bool:
    """Whether a page has a trait of TypeDoc: people write `# Module: Billing`, too."""
    proses = (block.source for section in page.sections for block in section.blocks if isinstance(block, Prose))
    return any(map(_TRAIT.match, proses)) or any(
        section.heading.text.strip().casefold() in _PLACES
        or any(not _PLACES.isdisjoint(table.headings) for table in section.tables)
        for section in page.sections
    )


def _literals(titled: Section) -> Iterator[Drawn]:
    """The values of a type that is one of several texts: `> **State** = "open" | "closed"`."""
    prose = next((block for block in titled.blocks if isinstance(block, Prose)), None)
    match = _SIGNATURE.fullmatch(prose.source.strip()) if prose is not None else None
    parts = [part for part in _BETWEEN.split(match["type"].replace("\n>", " ").strip()) if part] if match else []
    values = [value for part in parts if (value := _LITERAL.fullmatch(part)) is not None]
    if prose is not None and len(values) > 1 and len(values) == len(parts):
        end = prose.line + prose.source.count("\n")
        rows = (DrawnRow(prose.line, {Role.VALUE: Inline(value[0], prose.line, 1)}) for value in values)
        yield Drawn(((prose.line, end),), tuple(rows))


def _properties(page: Page) -> Iterator[Drawn]:
    """The fields, and the values of enumerations, that have a heading and a signature each."""
    root: Section | None = None
    head = Role.NAME
    rows: list[DrawnRow] = []
    ends: list[tuple[int, int]] = []
    for section in page.sections:
        if root is not None and section.level <= root.level:
            yield from _drawn(root, rows, ends)
            root, rows, ends = None, [], []
        text = section.heading.text.strip().casefold()
        if text in _PROPERTIES or text == _VALUES.casefold():
            root, head = section, Role.NAME if text in _PROPERTIES else Role.VALUE
        elif root is not None and (row := _row(section, head, section.level - root.level - 1)) is not None:
            rows.append(row)
            lines = [block.line + block.source.count("\n") for block in section.blocks if isinstance(block, Prose)]
            ends.append((section.heading.line, max(lines)))
    yield from _drawn(root, rows, ends)


def _drawn(root: Section | None, rows: Sequence[DrawnRow], ends: Sequence[tuple[int, int]]) -> Iterator[Drawn]:
    if root is not None and rows:
        yield Drawn(((root.heading.line, root.heading.line), *ends), tuple(rows))


def _row(section: Section, head: Role, depth: int) -> DrawnRow | None:
    """The field or the value of a section; None without a signature, and for a function, which no data has.

    depth  how many fields it is inside of
    """
    prose = [block for block in section.blocks if isinstance(block, Prose)]
    match = _SIGNATURE.fullmatch(prose[0].source.strip()) if prose else None
    if match is None or "=>" in match["type"]:
        return None
    line = prose[0].line
    name = match["name"].replace("\\", "").rstrip("?")
    mark = "?" if "optional" in match["marks"].casefold() or match["name"].endswith("?") else ""
    text = "\n\n".join(block.source for block in prose[1:])
    kind = _DATE.sub("DateTime", re.sub(r"\n>? ?", " ", match["type"]).strip())
    if head is Role.VALUE:
        value = Inline(kind, line, match.start("type") + 1)
        return DrawnRow(section.heading.line, {Role.VALUE: value, Role.DESCRIPTION: Inline(text, line, 1)})
    cells = {
        Role.NAME: Inline(f"`{name}{mark}`", section.heading.line, section.heading.column),
        Role.TYPE: Inline(kind, line, match.start("type") + 1),
        Role.DESCRIPTION: Inline(text, line, 1),
    }
    return DrawnRow(section.heading.line, cells, depth)


def _has_trail(page: Page) -> bool:
    """Whether a page begins with the way to it from the index."""
    first = next((block for section in page.sections[:2] for block in section.blocks), None)
    return isinstance(first, Prose) and _TRAIL.match(first.source) is not None


def _has_code(page: Page) -> bool:
    """Whether a class has methods, or is made of parameters. One that has neither only holds data."""
    return any(section.heading.text.strip().casefold() in _OF_CLASSES for section in page.sections)


def _named(section: Section) -> Section:
    """The section with a name for its heading, and the common word for the values of an enumeration."""
    text = section.heading.text.strip()
    match = _KIND_BEHIND.fullmatch(text) or _KIND_BEFORE.fullmatch(text)
    name = _VALUES if text.casefold() == _MEMBERS else match["name"].partition("<")[0] if match is not None else ""
    if not name:
        return section
    return replace(section, heading=Inline(name, section.heading.line, section.heading.column))


def _names(trail: Sequence[Section]) -> Iterator[str]:
    return (section.heading.text.strip().casefold() for section in trail)


def _bare(section: Section) -> Section:
    """The section without where in the code something is, and without dashes for nothing in its tables."""
    blocks = (
        _bare_table(block) if isinstance(block, Table) else block
        for block in section.blocks
        if not (isinstance(block, Prose) and _NOTES.match(block.source))
    )
    return replace(section, blocks=tuple(blocks))


def _bare_table(table: Table) -> Table:
    kept = [at for at, heading in enumerate(table.headings) if heading not in _PLACES]
    rows = (
        replace(row, cells=tuple(_filled(row.cells[at], table.headings[at]) for at in kept), written=len(kept))
        for row in table.rows
    )
    return replace(table, header=tuple(table.header[at] for at in kept), rows=tuple(rows))


def _filled(cell: Inline, heading: str) -> Inline:
    if heading == "type":
        return replace(cell, source=_DATE.sub("DateTime", cell.source))
    return replace(cell, source="") if cell.source == "-" else cell
