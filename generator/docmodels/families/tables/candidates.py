"""The models of a page: which of its tables show one together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ...frozen import frozen, replace
from ...markdown import Page
from ...tables.lexicon import Part, Role, Words
from ...tables.names import read_name
from .headings import name_in, part_of, presence_in, without_presence
from .naming import Named, named
from .page_names import file_name, page_name
from .page_tables import Shown
from .recognised import Kind
from .roles import owner_in, role_of
from .specific import specific_headings
from .terraform import is_resource, shows_exports
from .titles import cleaned
from .value_headings import fields_behind, without_fields

_PARTS = 20  # tables that a model may be made of


@frozen()
class Candidate:
    """A model: its name and its tables.

    parts   child models: field name -> anchor
    fields  the fields that the heading of an enumeration names in brackets: `Door state (state)`
    """

    named: Named
    shown: tuple[Shown, ...]
    anchor: str = ""
    anchors: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)
    fields: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return self.shown[0].what.kind


def candidates(shown: Sequence[Shown], words: Words, page: Page) -> list[Candidate]:
    """Models: tables of one name below one heading that show parts of it are one."""
    specific = specific_headings(page, words)
    root = page_name(page, words) or file_name(page)
    exports = is_resource(page)
    found: list[Candidate] = []
    last: dict[str, int] = {}  # the last model of each title
    headed: set[int] = set()  # the sections that have models
    owners: dict[tuple[int, str], int] = {}  # the last model of each section that has a field of that name
    for each in shown:
        if each.what.kind is Kind.OTHER:
            continue
        owner = owners.get((id(each.trail[-1]), each.inside[0])) if each.inside else None
        if owner is not None:
            found[owner] = replace(found[owner], shown=(*found[owner].shown, each))
            _own(owners, owner, found[owner], each, words)
            continue
        behind = fields_behind(each.headings[-1], words) if each.what.kind is Kind.VALUES and each.headings else ()
        headings = (*each.headings[:-1], without_fields(each.headings[-1], words)) if behind else each.headings
        name = _told(each, named(headings, words, root, specific), words)
        if exports and shows_exports(each.trail[-1]):
            name = replace(name, title=f"{name.title} Attributes")
        if not name.title:
            name = replace(name, title=root)
        if each.what.kind is Kind.VALUES and id(each.trail[-1]) in headed and not _says_values(each, words):
            continue
        if name.title not in last and (belongs := _belongs(each, name, words)) in last:
            name = replace(name, title=belongs)
            each = replace(each, presence=presence_in(each.headings[-1], words))
        at = last.get(name.title)
        if at is not None and _is_same(found[at], name, each, words):
            found[at] = replace(found[at], shown=(*found[at].shown, each))
        else:
            at = last[name.title] = len(found)
            found.append(Candidate(name, (each,), fields=behind))
        headed.add(id(each.trail[-1]))
        _own(owners, at, found[at], each, words)
    return found


def _says_values(shown: Shown, words: Words) -> bool:
    """Whether a table has a label of its own, or a column that is headed as one of values or members."""
    roles = {role_of(heading, words) for heading in shown.table.header}
    return bool(shown.label) or bool(roles & {Role.VALUE, Role.MEMBER})


def _belongs(shown: Shown, name: Named, words: Words) -> str:
    """The title of the model that a table continues: `Card` for a table below `Optional Card`; "" for any other table."""
    if shown.what.kind is not Kind.FIELDS or not shown.headings or presence_in(shown.headings[-1], words) is None:
        return ""
    return name_in(without_presence(cleaned(shown.headings[-1]), words), words) if name.part is None else ""


def _told(shown: Shown, name: Named, words: Words) -> Named:
    """The name, or its end that the heading of the first column has: below "Pay and Play - Room", `Room fields`."""
    if shown.what.kind is not Kind.FIELDS:
        return name
    heading = shown.table.header[shown.what.roles[Role.NAME]]
    owner = owner_in(heading, words)
    before = name.title.removesuffix(owner).rstrip()
    if not owner or before == name.title or not before.endswith(("-", "–", "—", ":")):
        return name
    return replace(name, title=owner, why=f'after the column "{heading.text.strip()}"')


def _own(owners: dict[tuple[int, str], int], at: int, model: Candidate, shown: Shown, words: Words) -> None:
    """Take note of the fields that a table adds to a model, by the section of the model and the name."""
    if model.kind is not Kind.FIELDS:
        return
    section = id(model.shown[0].trail[-1])
    for row in shown.table.rows:
        key = section, read_name(row.cells[shown.what.roles[Role.NAME]], words).text
        owners[key] = max(at, owners.get(key, at))


def _is_same(model: Candidate, name: Named, shown: Shown, words: Words) -> bool:
    """Whether a table shows another part of a model."""
    first = model.shown[0]
    if model.kind is not shown.what.kind or len(model.shown) == _PARTS or first.alone or shown.alone:
        return False
    if _describes_rows(model, name, shown):
        return True
    if first.trail[-1] is shown.trail[-1]:
        names = {name for each in model.shown for name in _names(each)}
        is_part = _is_marked(first, words) and _is_marked(shown, words) and names.isdisjoint(_names(shown))
        are_one = first.label == shown.label or is_part
        return are_one and not _is_beside(model, shown) and not _overlap(model, shown)
    if shown.presence is not None and (name.part is None or first.presence is not None):
        return _is_sibling(first, shown) and not _overlap(model, shown)
    if name.part is not Part.OWN and model.named.part is not Part.OWN:
        return False
    root = first.trail[:-1] if model.named.part is Part.OWN and not first.label else first.trail
    own = shown.trail[:-1] if name.part is Part.OWN and not shown.label else shown.trail
    return bool(root and own) and root[-1] is own[-1] and not _overlap(model, shown)


def _is_marked(shown: Shown, words: Words) -> bool:
    """Whether the label of a table only says which of the fields these are: `Optional parameters`, `Conditional parameters`."""
    marks = [word for word in shown.label.casefold().split() if word.strip(":：") in words.marks]
    return bool(marks) and part_of(shown.label, words) is not None


def _describes_rows(model: Candidate, name: Named, shown: Shown) -> bool:
    """Whether a table is made of items that only describe rows of the model: below "Room", `**id** (string): …`."""
    if name.title != model.named.title or not _is_drawn(shown) or any(map(_is_drawn, model.shown)):
        return False
    return set(_names(shown)) <= {key for each in model.shown for key in _names(each)}


def _is_drawn(shown: Shown) -> bool:
    """Whether the table is made of items or paragraphs of the page."""
    return any(row.depth is not None for row in shown.table.rows[:1])


def _names(shown: Shown) -> Iterator[str]:
    """The names of the fields that a table shows."""
    at = shown.what.roles[Role.NAME]
    return (row.cells[at].text.split(" ", 1)[0] for row in shown.table.rows)


def _is_sibling(first: Shown, shown: Shown) -> bool:
    return [id(each) for each in first.trail[:-1]] == [id(each) for each in shown.trail[:-1]]


def _is_beside(model: Candidate, shown: Shown) -> bool:
    """Whether a table is below that of a model, in its section and without a label, and has other columns."""
    first = model.shown[0]
    return (
        first.trail[-1] is shown.trail[-1]
        and first.label == shown.label
        and [cell.text for cell in first.table.header] != [cell.text for cell in shown.table.header]
    )


def _overlap(model: Candidate, shown: Shown) -> bool:
    """Whether most names of a table are those of a model already: it is a variant, no other part."""
    at = min(shown.what.roles.values())
    known = {row.cells[min(each.what.roles.values())].text for each in model.shown for row in each.table.rows}
    again = sum(row.cells[at].text in known for row in shown.table.rows)
    return again * 2 > len(shown.table.rows)
