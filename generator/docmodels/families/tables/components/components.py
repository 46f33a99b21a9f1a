"""Fields that are components of MDX, as rows.

    <ResponseField name="room" type="object" required>
      The room.
      <Expandable>
        <ResponseField name="id" type="string" required />
      </Expandable>
    </ResponseField>

Any tag with attributes for a name and a type makes fields, if a page has two of them: `<Fld n="id" kind="string" />`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ....diagnostics import Diagnostic
from ....frozen import replace
from ....markdown import Closing, Inline, Opening, Page, Table, Tag
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ....tables.rows import place_of
from ..drawn import Drawn, DrawnRow, unclosed
from ..headings.headings import part_of
from ..schemas.openapi_parts import PLACES, RESPONSE
from .component_dress import KNOWN, PARAMETER, Dress, dresses_of
from .component_pairs import balanced
from .schema_items import schema_items

_ROOTS = ("", PLACES["body"], RESPONSE)  # the parts that a page may be about
_TITLES = ("title", "label", "name", "value")
_ROOT = regex(r"\$?(?:\[[\d*]?\])?\.")  # before the names of fields of a response or of its items: `.id`, `[].id`
_DEEPEST = 100
"""The most components between a text and the field that it describes."""
_Key = tuple[int, str, str]
"""The key of an object's fields: the section, the part of a request, and the title of the component around them."""


@dataclass(slots=True)
class _Open:
    """An open component, and its content so far.

    row    the index of its row; None if it is no field
    depth  the number of fields around its content
    path   the names of these fields
    """

    opening: Opening
    is_field: bool
    row: int | None
    depth: int
    path: tuple[str, ...]
    texts: list[Inline] = field(default_factory=list)


def component_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields in the components of a page, and the findings about them."""
    tags = schema_items(page.tags)
    dresses = dresses_of(tags, words)
    if not dresses:
        return [], []
    reader = _Reader(page, words, dresses)
    diagnostics = []
    for tag, is_closed in balanced(tags):
        reader.see(tag)
        if not is_closed and isinstance(tag, Opening) and tag.name in dresses:
            diagnostics.append(unclosed(page.path, tag.name, tag.line, tag.column))
    return list(reader.drawn()), [*reader.diagnostics, *diagnostics]


class _Reader:
    """Reads paired tags, from the first to the last."""

    def __init__(self, page: Page, words: Words, dresses: Mapping[str, Dress]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = page.path
        self._words = words
        self._dresses = dresses
        self._sections = page.sections
        self._lines = [section.heading.line if section.level else 0 for section in page.sections]
        self._section = 0
        self._tables = _Tables(page, words)
        self._open: list[_Open] = []
        self._fields = 0
        self._key: _Key = (0, "", "")
        self._rows: dict[_Key, list[DrawnRow]] = {}
        self._ends: dict[_Key, list[tuple[int, int]]] = {}
        self._labelled: set[_Key] = set()

    def see(self, tag: Tag) -> None:
        """Read the next tag, or the text before it."""
        match tag:
            case Opening():
                self._opening(tag)
            case Closing():
                self._closing(tag)
            case Inline():
                inner = next(
                    (component for component in reversed(self._open[-_DEEPEST:]) if component.row is not None), None
                )
                if inner is not None:
                    inner.texts.append(tag)

    def drawn(self) -> Iterator[Drawn]:
        """The objects. Those that share a section have labels."""
        sections = Counter(section for section, _, _ in self._rows)
        places = Counter((section, place) for section, place, _ in self._rows)
        for key, rows in self._rows.items():
            if rows:
                yield Drawn(tuple(self._ends[key]), tuple(rows), self._label(key, sections[key[0]], places[key[:2]]))

    def _label(self, key: _Key, count: int, same: int) -> str:
        number, place, title = key
        if key in self._labelled:
            return place
        section = self._sections[number]
        if title and (same > 1 or part_of(title, self._words) is not None):
            return title
        return place if count > same or (place not in _ROOTS and section.level < 2) else ""

    def _opening(self, tag: Opening) -> None:
        while self._section + 1 < len(self._lines) and self._lines[self._section + 1] <= tag.line:
            self._section += 1
        above = self._open[-1] if self._open else None
        depth, path = (above.depth, above.path) if above is not None else (0, ())
        dress = self._dresses.get(tag.name)
        row = None
        if dress is not None:
            if not self._fields:
                self._key = (self._section, dress.place(tag), self._title())
                self._rows.setdefault(self._key, [])
                self._ends.setdefault(self._key, [])
                self._labelled.update([self._key] if tag.name == PARAMETER else [])
            self._fields += 1
            name = dress.name(tag)
            if name is not None:
                key = _key(name.source, path)
                row = len(self._rows[self._key])
                cells = dress.cells(tag, replace(name, source=f"`{key}`" if "`" not in key else key))
                self._rows[self._key].append(DrawnRow(name.line, cells, depth))
                depth, path = depth + 1, (*path[-1:], key)
            elif (strange := dress.strange(tag)) is not None and tag.name in KNOWN:
                self.diagnostics.append(_strange_name(self._path, strange))
        self._open.append(_Open(tag, dress is not None, row, depth, path))

    def _closing(self, tag: Closing) -> None:
        entry = self._open.pop()
        if entry.row is not None:
            rows = self._rows[self._key]
            row = rows[entry.row]
            held = self._tables.inside(entry.opening.line, tag.line)
            rows[entry.row] = replace(row, cells=_described(row.cells, entry.texts, held))
        if entry.is_field:
            self._fields -= 1
            if not self._fields:
                self._ends[self._key].append((entry.opening.line, tag.line))

    def _title(self) -> str:
        """The innermost title of a component around fields, such as a tab or an accordion."""
        for component in reversed(self._open[-_DEEPEST:]):
            for key in _TITLES:
                if key in component.opening.attributes:
                    return component.opening.attributes[key].text.strip()
        return ""


class _Tables:
    """The tables of a page, for the cells of the innermost fields around them."""

    def __init__(self, page: Page, words: Words) -> None:
        self._words = words
        self._tables = [table for section in page.sections for table in section.tables]
        self._lines = [table.line for table in self._tables]
        self._taken: set[int] = set()

    def inside(self, first: int, last: int) -> Iterator[tuple[Table, tuple[str, ...]]]:
        """The free tables between two lines, each with the values that it lists, if any."""
        for at in range(bisect_left(self._lines, first), bisect_right(self._lines, last)):
            if at not in self._taken:
                self._taken.add(at)
                yield self._tables[at], self._values(self._tables[at])

    def _values(self, table: Table) -> tuple[str, ...]:
        if not table.header or (self._words.roles.get(table.headings[0]) is Role.NAME and len(table.header) > 2):
            return ()
        cells = [row.cells[0] for row in table.rows]
        texts = [cell.text.strip() for cell in cells]
        is_code = all(
            cell.source.startswith("`") and cell.source == f"`{text}`" for cell, text in zip(cells, texts, strict=True)
        )
        return tuple(texts) if is_code and texts and len(set(texts)) == len(texts) else ()


def _key(name: str, path: tuple[str, ...]) -> str:
    """The key of a field, without the root and the path of the field around it: `room.id` in `room` is `id`."""
    root = _ROOT.match(name)
    name = name[root.end() :] if root is not None else name
    for separator in (".", "[].", "[*]."):
        if path and name.startswith(f"{path[-1]}{separator}"):
            return name[len(path[-1]) + len(separator) :] or name
    return name


def _strange_name(path: str, cell: Inline) -> Diagnostic:
    message = f'"{cell.text.strip()}" is no name of a field; the component makes no field'
    return Diagnostic(place_of(path, cell), "unread-row", message, "Write the name as it is in the JSON.")


def _described(
    cells: Mapping[Role, Inline], texts: Sequence[Inline], tables: Iterator[tuple[Table, tuple[str, ...]]]
) -> Mapping[Role, Inline]:
    """The cells of a field, with the text and the tables of values inside of its component."""
    own = cells.get(Role.DESCRIPTION)
    cells_of_text = [*((own,) if own is not None else ()), *texts]
    paragraphs = [text.source for text in cells_of_text]
    name = cells[Role.NAME]
    first = cells_of_text[0] if cells_of_text else replace(name, source="")
    more: dict[Role, Inline] = {}
    for table, values in tables:
        lines = (" – ".join(cell.source for cell in row.cells if cell.source) for row in table.rows)
        paragraphs.append("\n".join(f"- {line}" for line in lines))
        if values and Role.VALUES not in cells:
            source = ", ".join(f"`{value}`" for value in values)
            more.setdefault(Role.VALUES, Inline(source, table.line, 1, name.limit))
    source = "\n\n".join(filter(None, paragraphs))
    if source:
        more[Role.DESCRIPTION] = replace(first, source=source)
    return {**cells, **more}
