"""Sections about the fields of a table, as additions to its rows.

    | Name          | Description     |
    | ------------- | --------------- |
    | [mode](#mode) | How it goes     |

    ### mode

    - Type: string
    - Allowed values: `fast`, `slow`

The heading may name the model of the field as well: `### crane.mode`. Without that, two rows need such sections. The
sections stand right below the heading of the table, or beside it. A table without types needs one that begins with a known type.
The table gets the types, the presence, the defaults and the values that it does not show itself. Where the section contradicts the row,
the row counts, and there is a finding. The descriptions go on with the texts of the sections.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...diagnostics import Diagnostic
from ...frozen import Keeping, cached_property, frozen, replace
from ...markdown import Inline, ItemList, Page, Prose, Row, Section, Table
from ...model.names import folded
from ...model.types import Link, walk
from ...patterns import regex
from ...tables.lexicon import Role, Words
from ...tables.names import read_name
from ...tables.texts import joined
from ...tables.typed_cells import read_type_cell
from ..kit.faults import contradicting_section
from .columns.column_headings import header_roles
from .drawn import HEADINGS
from .items.attribute_lines import attribute_cells, lines_of
from .items.facts_below import facts
from .items.item_types import begins_with_type

_HEADING = regex(r"(?:(?P<owner>[\w-]{1,100})\.)?(?P<name>[\w$@-]{1,100})(?:\s*\([^()\n]{1,40}\))?[^\w.()]{0,10}")
_FEWEST = 2  # the fewest rows with a section of their own
_LONGEST = 2_000  # the most characters of a section's text that its field gets
_ADDED = (Role.TYPE, Role.REQUIRED, Role.CARDINALITY, Role.NULLABLE, Role.DEFAULT, Role.VALUES, Role.EXAMPLE)
_TYPES = (Role.TYPE, Role.VALUE)
_SAME = {
    Role.TYPE: (Role.VALUE,),
    Role.REQUIRED: (Role.OPTIONAL, Role.CARDINALITY),
    Role.CARDINALITY: (Role.REQUIRED, Role.OPTIONAL),
}
"""Columns that say the same as another."""


@frozen()
class _Named(Keeping):
    """A table with names.

    roles  the roles of its columns
    at     the column of names
    trail  the sections around it
    """

    table: Table
    roles: Sequence[Role | None]
    at: int
    trail: tuple[Section, ...]
    words: Words

    @cached_property
    def names(self) -> Mapping[str, int]:
        """Name -> its row; without the names of several rows."""
        names = [read_name(row.cells[self.at], self.words).text for row in self.table.rows]
        counts = Counter(names)
        return {name: number for number, name in enumerate(names) if counts[name] == 1}


def with_field_sections(page: Page, words: Words) -> tuple[Page, list[Diagnostic]]:
    """The page, with the content of such sections in the rows of its tables, and findings about contradictions."""
    if not any(section.tables for section in page.sections):
        return page, []
    tables: dict[int, _Named] = {}
    cells: dict[int, dict[int, Mapping[Role, Inline]]] = {}
    labelled: Counter[int] = Counter()
    for named, row, section in _pairs(page, words):
        key = id(named.table)
        tables[key] = named
        cells.setdefault(key, {})[row], has_labels = _cells(section, words)
        labelled[key] += _FEWEST if has_labels and "." in section.heading.text else has_labels
    made = {
        key: _with_cells(tables[key], rows)
        for key, rows in cells.items()
        if labelled[key] >= _FEWEST and _has_types(tables[key], rows, words)
    }
    if not made:
        return page, []
    findings = [finding for key in made for finding in _contradictions(page.path, tables[key], cells[key], words)]
    return replace(page, sections=tuple(_with_tables(section, made) for section in page.sections)), findings


def _contradictions(
    path: str, named: _Named, rows: Mapping[int, Mapping[Role, Inline]], words: Words
) -> Iterator[Diagnostic]:
    """A finding for each type, presence and default of a section that its row contradicts."""
    for number, cells in rows.items():
        row = named.table.rows[number]
        for role, cell in zip(named.roles, row.cells, strict=True):
            other = cells.get(role) if role in (Role.TYPE, Role.REQUIRED, Role.DEFAULT) else None
            if role is None or other is None or not cell.text.strip():
                continue
            meanings = [_meaning(role, inline, path, words) for inline in (cell, other)]
            if None not in meanings and meanings[0] != meanings[1]:
                yield contradicting_section(path, other, other.text.strip(), row.line)


def _meaning(role: Role, cell: Inline, path: str, words: Words) -> object:
    """What a cell says in a form to compare; None if that is not clear."""
    text = cell.text.strip(" `\"'").casefold()
    if role is Role.REQUIRED:
        return words.signs.get(text.partition(",")[0].strip())
    if role is Role.DEFAULT:
        return text
    reading = read_type_cell(cell, path, words)
    is_clear = not reading.diagnostics and not any(isinstance(part, Link) for part in walk(reading.type))
    return reading.type if is_clear and not reading.rest else None


def _has_types(named: _Named, rows: Mapping[int, Mapping[Role, Inline]], words: Words) -> bool:
    """Whether the table or a section shows a known type: `Type: suggestion` describes a rule of a tool, no field."""
    has_column = any(role in _TYPES for role in named.roles)
    types = (cells[Role.TYPE] for cells in rows.values() if Role.TYPE in cells)
    return has_column or any(cell.source.startswith("[") or begins_with_type(cell.text, words) for cell in types)


def _with_tables(section: Section, made: Mapping[int, Table]) -> Section:
    if not section.tables:
        return section
    blocks = (made.get(id(block), block) if isinstance(block, Table) else block for block in section.blocks)
    return replace(section, blocks=tuple(blocks))


def _pairs(page: Page, words: Words) -> Iterator[tuple[_Named, int, Section]]:
    """The sections about a field, each with the row of the field in the last table of a section around or beside it."""
    above: dict[int, dict[str, _Named]] = {}  # the line of a heading -> the tables right below it, by the names in them
    unread: dict[int, list[_Named]] = {}  # further tables, whose names count only for a heading that may be one
    for trail in page.trails():
        section, outer = trail[-1], [step.heading.line for step in trail[:-1]]
        has_tables = bool(outer) and (outer[-1] in above or outer[-1] in unread)
        match = _HEADING.fullmatch(section.heading.text.strip()) if has_tables else None
        if match is not None:
            name, owner = match["name"], match["owner"]
            tables = above.setdefault(outer[-1], {})
            for further in unread.pop(outer[-1], ()):
                tables.update(dict.fromkeys(further.names, further))
            named = tables.get(name)
            if named is not None and (not owner or folded(owner) in _owners(named, page)):
                yield named, named.names[name], section
        for further in filter(None, (_named(table, trail, words) for table in section.tables)):
            for line in (section.heading.line, *outer[-1:]):
                unread.setdefault(line, []).append(further)


def _named(table: Table, trail: tuple[Section, ...], words: Words) -> _Named | None:
    """A table with a column of names; None for any other table."""
    roles = header_roles(table, words)
    at = roles.index(Role.NAME) if Role.NAME in roles else 0 if table.headings[0] == "" else None
    return _Named(table, roles, at, trail, words) if at is not None else None


def _owners(named: _Named, page: Page) -> frozenset[str]:
    """The folded names that the model of a table may have: those of headings around it, and that of the file."""
    texts = [section.heading.text.rsplit(".", 1)[-1] for section in named.trail]
    return frozenset(map(folded, (*texts, posixpath.splitext(posixpath.basename(page.path))[0])))


def _cells(section: Section, words: Words) -> tuple[Mapping[Role, Inline], bool]:
    """The cells in the texts of a section, with the name of its field, and whether it has labels such as `Type: string`.

    A section with a table of its own describes the type of the field.
    """
    name = section.heading
    if section.tables:
        link = {Role.TYPE: replace(name, source=f"[{name.text}](#{section.anchors[-1]})")} if section.anchors else {}
        return {Role.NAME: name, **link}, False
    blocks = [block for block in section.blocks if isinstance(block, Prose | ItemList)]
    if sum(len(block.source) for block in blocks) > _LONGEST:
        return {Role.NAME: name}, False
    lines = [line for block in blocks if isinstance(block, Prose) for line in (*lines_of(block), ("", block.line))]
    cells = dict(attribute_cells(name, lines, words, needs_type=False) or {Role.NAME: name})
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, ItemList):
            labelled, rest = facts(block, words)
            texts += rest
            for role, value in labelled.items():
                cells.setdefault(role, value)
    has_labels = bool(cells.keys() - {Role.NAME, Role.DESCRIPTION})
    if texts:
        text = cells.get(Role.DESCRIPTION, replace(name, source=""))
        cells[Role.DESCRIPTION] = replace(text, source=joined((text.source, *texts)))
    return cells, has_labels


def _with_cells(named: _Named, rows: Mapping[int, Mapping[Role, Inline]]) -> Table:
    """The table with the cells that it does not have itself."""
    table, roles = named.table, named.roles
    used = {role for cells in rows.values() for role in cells}
    added = [role for role in _ADDED if role in used and not {role, *_SAME.get(role, ())} & set(roles)]
    if Role.DESCRIPTION in used and Role.DESCRIPTION not in roles:
        added.append(Role.DESCRIPTION)
    heads = (Inline(HEADINGS[role], table.line, 1) for role in added)
    return replace(
        table,
        header=(*table.header, *heads),
        rows=tuple(_with_added(row, roles, rows.get(number, {}), added) for number, row in enumerate(table.rows)),
    )


def _with_added(row: Row, roles: Sequence[Role | None], cells: Mapping[Role, Inline], added: Sequence[Role]) -> Row:
    """The row with further cells, and with cells of a section in place of its empty ones."""
    made: list[Inline] = []
    for role, cell in zip(roles, row.cells, strict=True):
        other = cells.get(role) if role is not None and role is not Role.NAME else None
        if other is None or (cell.text.strip() and role is not Role.DESCRIPTION):
            made.append(cell)
        else:
            made.append(_joined(cell, other))
    name = row.cells[0]
    made += [cells.get(role, Inline("", name.line, name.column)) for role in added]
    return replace(row, cells=tuple(made), written=max(row.written, len(row.cells)) + len(added))


def _joined(cell: Inline, other: Inline) -> Inline:
    """A description that goes on with the other paragraphs of another one; the other alone if it begins with the first."""
    if not cell.text.strip() or other.source.startswith(cell.prose):
        return other
    known = cell.source.split("\n\n")
    fresh = (text for text in other.source.split("\n\n") if text not in known)
    references = tuple(dict.fromkeys((*cell.references, *other.references)))
    return replace(cell, source=joined((cell.source, *fresh)), references=references)
