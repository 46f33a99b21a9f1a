"""Fields that are components of MDX, as rows.

    <ResponseField name="room" type="object" required>
      The room.
      <Expandable>
        <ResponseField name="id" type="string" required />
      </Expandable>
    </ResponseField>

Any component with a name and a type among its attributes is a field, if a page has two: `<Fld n="id" kind="string" />`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...diagnostics import Diagnostic
from ...frozen import replace
from ...markdown import Closing, Inline, Opening, Page, Table, Tag
from ...regexes import regex
from ...tables.lexicon import Role, Words
from ...tables.rows import place_of
from .component_dress import KNOWN, PARAMETER, PLACES, RESPONSE, Dress, dresses_of
from .component_pairs import balanced
from .drawn import Drawn, DrawnRow, unclosed
from .headings import part_of
from .schema_items import schema_items

_WHOLE = ("", PLACES["body"], RESPONSE)  # what a page may be about as a whole
_TITLES = ("title", "label", "name", "value")
_ROOT = regex(r"\$?(?:\[[\d*]?\])?\.")  # of the names of what a response or each of its items holds: `.id`, `[].id`
_DEEPEST = 100
"""How many components around a text may hold the field that it describes."""
_Key = tuple[int, str, str]
"""Of the fields that make one object: the section, where a request has them, and the title of what they stand in."""


@dataclass(slots=True)
class _Open:
    """An open component, and its content so far.

    row    the number of the row that it makes; None for one that is no field
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
    """The fields that the components of a page show, and the findings about them."""
    tags = schema_items(page.tags)
    dresses = dresses_of(tags, words)
    if not dresses:
        return [], []
    reader = _Reader(page, words, dresses)
    diagnostics = []
    for tag, is_whole in balanced(tags):
        reader.see(tag)
        if not is_whole and isinstance(tag, Opening) and tag.name in dresses:
            diagnostics.append(unclosed(page.path, tag.name, tag.line, tag.column))
    return list(reader.drawn()), [*reader.diagnostics, *diagnostics]


class _Reader:
    """Reads tags that are in pairs, from the first to the last."""

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
        """Take note of the next tag, or of the text before it."""
        match tag:
            case Opening():
                self._opening(tag)
            case Closing():
                self._closing(tag)
            case Inline():
                inner = next((each for each in reversed(self._open[-_DEEPEST:]) if each.row is not None), None)
                if inner is not None:
                    inner.texts.append(tag)

    def drawn(self) -> Iterator[Drawn]:
        """The objects; those that share the heading of a section have labels."""
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
        return place if count > same or (place not in _WHOLE and section.level < 2) else ""

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
        """The title of the innermost component around fields that has one: of a tab, of an accordion."""
        for each in reversed(self._open[-_DEEPEST:]):
            for key in _TITLES:
                if key in each.opening.attributes:
                    return each.opening.attributes[key].text.strip()
        return ""


class _Tables:
    """The tables of a page, each in the cell of the innermost field around it."""

    def __init__(self, page: Page, words: Words) -> None:
        self._words = words
        self._tables = [table for section in page.sections for table in section.tables]
        self._lines = [table.line for table in self._tables]
        self._taken: set[int] = set()

    def inside(self, first: int, last: int) -> Iterator[tuple[Table, tuple[str, ...]]]:
        """The tables between two lines that no field has yet, each with the values that it lists, if it does."""
        for at in range(bisect_left(self._lines, first), bisect_right(self._lines, last)):
            if at not in self._taken:
                self._taken.add(at)
                yield self._tables[at], self._values(self._tables[at])

    def _values(self, table: Table) -> tuple[str, ...]:
        if not table.header or (self._words.roles.get(table.headings[0]) is Role.NAME and len(table.header) > 2):
            return ()
        cells = [row.cells[0] for row in table.rows]
        shown = [cell.text.strip() for cell in cells]
        is_code = all(
            cell.source.startswith("`") and cell.source == f"`{text}`" for cell, text in zip(cells, shown, strict=True)
        )
        return tuple(shown) if is_code and shown and len(set(shown)) == len(shown) else ()


def _key(name: str, path: tuple[str, ...]) -> str:
    """The key of a field without the root of a path and the name of the field around it: `room.id` in `room` is `id`."""
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
    """The cells of a field with its content: text, and tables of values."""
    own = cells.get(Role.DESCRIPTION)
    told = [*((own,) if own is not None else ()), *texts]
    paragraphs = [text.source for text in told]
    name = cells[Role.NAME]
    first = told[0] if told else replace(name, source="")
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
