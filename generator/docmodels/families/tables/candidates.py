"""The models of a page, each with its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ...frozen import frozen, replace
from ...markdown import Page
from ...tables.lexicon import Part, Role, Words
from ...tables.names import read_name
from .columns.column_headings import header_roles, owner_in
from .columns.recognised import Kind
from .headings.headings import name_in, part_of, presence_in, without_presence
from .headings.naming import Named, named
from .headings.page_names import file_name, page_name
from .headings.specific import SpecificHeadings
from .headings.titles import cleaned
from .headings.value_headings import fields_behind, tells_other, without_fields
from .lists.terraform import is_resource, shows_exports
from .page_tables import PageTable

_PARTS = 20  # the most tables of a model


@frozen()
class Candidate:
    """A model: its name and its tables.

    parts   child models: field name -> anchor
    fields  the fields in brackets in the heading of an enumeration: `Door state (state)`
    """

    named: Named
    tables: tuple[PageTable, ...]
    anchor: str = ""
    anchors: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)
    fields: tuple[str, ...] = ()

    @property
    def first(self) -> PageTable:
        return self.tables[0]

    @property
    def kind(self) -> Kind:
        return self.first.what.kind


def candidates(tables: Sequence[PageTable], words: Words, page: Page) -> list[Candidate]:
    """Join tables to models: tables of one name below one heading are parts of one model."""
    tables = [table for table in tables if table.what.kind is not Kind.OTHER]
    if not tables:
        return []
    specific = SpecificHeadings(page, words)
    root = page_name(page, words) or file_name(page)
    exports = is_resource(page)
    models: list[Candidate] = []
    last: dict[str, int] = {}  # the last model of each title
    headed: set[int] = set()  # the sections that have models
    owners: dict[tuple[int, str], int] = {}  # the last model of each section that has a field of that name
    are_inside = any(table.inside for table in tables)
    for table in tables:
        owner = owners.get((id(table.trail[-1]), table.inside[0])) if table.inside else None
        if owner is not None:
            models[owner] = replace(models[owner], tables=(*models[owner].tables, table))
            _own(owners, owner, models[owner], table, words)
            continue
        has_values = table.what.kind is Kind.VALUES and bool(table.headings)
        is_own = has_values and not tells_other(table.headings[-1], table.headings[:-1], words)
        behind = fields_behind(table.headings[-1], words) if is_own else ()
        headings = (*table.headings[:-1], without_fields(table.headings[-1], words)) if behind else table.headings
        name = _renamed_by_column(table, named(headings, words, root, specific), words)
        if exports and shows_exports(table.trail[-1]):
            name = replace(name, title=f"{name.title} Attributes")
        if not name.title:
            name = replace(name, title=root)
        if table.what.kind is Kind.VALUES and id(table.trail[-1]) in headed and not _says_values(table, words):
            continue
        if name.title not in last and (belongs := _belongs(table, name, words)) in last:
            name = replace(name, title=belongs)
            table = replace(table, presence=presence_in(table.headings[-1], words))
        at = last.get(name.title)
        if at is not None and _is_same(models[at], name, table, words):
            models[at] = replace(models[at], tables=(*models[at].tables, table))
        else:
            at = last[name.title] = len(models)
            models.append(Candidate(name, (table,), fields=behind))
        headed.add(id(table.trail[-1]))
        if are_inside:
            _own(owners, at, models[at], table, words)
    return models


def doubtful_parts(model: Candidate) -> list[int]:
    """The lines of tables, below the heading of the first one, that may show another model: none has one of its fields."""
    if model.kind is not Kind.FIELDS:
        return []
    lines: list[int] = []
    known: set[str] = set()
    for table in model.tables:
        names = set(_names(table))
        if (
            table.is_other
            and not table.inside
            and table.trail[-1] is model.first.trail[-1]
            and known
            and not known & names
        ):
            lines.append(table.table.line)
        known |= names
    return lines


def _says_values(table: PageTable, words: Words) -> bool:
    """Whether a table has a label of its own, or a heading for a column of values or members."""
    roles = set(header_roles(table.table, words))
    return bool(table.label) or bool(roles & {Role.VALUE, Role.MEMBER})


def _belongs(table: PageTable, name: Named, words: Words) -> str:
    """The title of the model that a table continues: `Card` for a table below `Optional Card`; "" for any other table."""
    if table.what.kind is not Kind.FIELDS or not table.headings or presence_in(table.headings[-1], words) is None:
        return ""
    return name_in(without_presence(cleaned(table.headings[-1]), words), words) if name.part is None else ""


def _renamed_by_column(table: PageTable, name: Named, words: Words) -> Named:
    """The name, cut to its end if the first column has that end: `Room fields` below "Pay and Play - Room"."""
    if table.what.kind is not Kind.FIELDS:
        return name
    heading = table.table.header[table.what.roles[Role.NAME]]
    owner = owner_in(heading, words)
    before = name.title.removesuffix(owner).rstrip()
    if not owner or before == name.title or not before.endswith(("-", "–", "—", ":")):
        return name
    return replace(name, title=owner, why=f'after the column "{heading.text.strip()}"')


def _own(owners: dict[tuple[int, str], int], at: int, model: Candidate, table: PageTable, words: Words) -> None:
    """Add the fields of a table to `owners`: section of the model and name of a field -> index of the model."""
    if model.kind is not Kind.FIELDS:
        return
    section = id(model.first.trail[-1])
    for row in table.table.rows:
        key = section, read_name(row.cells[table.what.roles[Role.NAME]], words).text
        owners[key] = max(at, owners.get(key, at))


def _is_same(model: Candidate, name: Named, table: PageTable, words: Words) -> bool:
    """Whether a table is a further part of a model."""
    first = model.first
    if model.kind is not table.what.kind or len(model.tables) == _PARTS or first.alone or table.alone:
        return False
    if _describes_rows(model, name, table):
        return True
    if first.trail[-1] is table.trail[-1]:
        are_one = first.label == table.label or _is_marked_part(model, table, words)
        return are_one and not _is_beside(model, table) and not _overlap(model, table)
    if table.presence is not None and (name.part is None or first.presence is not None):
        return _is_sibling(first, table) and not _overlap(model, table)
    if name.part is not Part.OWN and model.named.part is not Part.OWN:
        return False
    root = first.trail[:-1] if model.named.part is Part.OWN and not first.label else first.trail
    own = table.trail[:-1] if name.part is Part.OWN and not table.label else table.trail
    return bool(root and own) and root[-1] is own[-1] and not _overlap(model, table)


def _is_marked_part(model: Candidate, table: PageTable, words: Words) -> bool:
    """Whether the labels of a table and of the model are marks alone, and the table shows none of the model's fields."""
    if model.kind is not Kind.FIELDS or not _is_marked(model.first, words) or not _is_marked(table, words):
        return False
    names = {name for known in model.tables for name in _names(known)}
    return names.isdisjoint(_names(table))


def _is_marked(table: PageTable, words: Words) -> bool:
    """Whether the label of a table is only a mark for fields: `Optional parameters`, `Conditional parameters`."""
    marks = [word for word in table.label.casefold().split() if word.strip(":：") in words.marks]
    return bool(marks) and part_of(table.label, words) is not None


def _describes_rows(model: Candidate, name: Named, table: PageTable) -> bool:
    """Whether a table comes from items that only describe rows of the model: below "Room", `**id** (string): …`."""
    if name.title != model.named.title or not table.is_drawn or any(known.is_drawn for known in model.tables):
        return False
    return set(_names(table)) <= {key for known in model.tables for key in _names(known)}


def _names(table: PageTable) -> Iterator[str]:
    """The names of the fields of a table."""
    at = table.what.roles[Role.NAME]
    return (row.cells[at].text.split(" ", 1)[0] for row in table.table.rows)


def _is_sibling(first: PageTable, table: PageTable) -> bool:
    return [id(section) for section in first.trail[:-1]] == [id(section) for section in table.trail[:-1]]


def _is_beside(model: Candidate, table: PageTable) -> bool:
    """Whether a table has other columns than the model's, in the same section and under the same label."""
    first = model.first
    return (
        first.trail[-1] is table.trail[-1]
        and first.label == table.label
        and [cell.text for cell in first.table.header] != [cell.text for cell in table.table.header]
    )


def _overlap(model: Candidate, table: PageTable) -> bool:
    """Whether the model has most names of a table already: the table is a variant, not a further part."""
    known = {text for part in model.tables for text in _heads(part)}
    again = sum(text in known for text in _heads(table))
    return again * 2 > len(table.table.rows)


def _heads(table: PageTable) -> Iterator[str]:
    """The cells of the names of a table, in whatever column; those of its first column if it has no names."""
    roles = table.what.roles
    at = roles.get(Role.NAME, min(roles.values()))
    return (row.cells[at].text for row in table.table.rows)
