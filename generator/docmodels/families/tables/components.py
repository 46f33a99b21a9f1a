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

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...diagnostics import Diagnostic
from ...frozen import frozen
from ...markdown import Closing, Inline, Opening, Page, Table, Tag
from ...tables.lexicon import Role, Words
from ...tables.rows import place_of
from .drawn import Drawn, DrawnRow, unclosed
from .headings import part_of

_KNOWN = frozenset({"ParamField", "ResponseField"})
_SENT = "ParamField"
_PLACES = {"body": "Body", "path": "Path Parameters", "query": "Query Parameters", "header": "Headers"}
_RESPONSE = "Response"
_WHOLE = ("", _PLACES["body"], _RESPONSE)  # what a page may be about as a whole
_LOCATIONS = ("location", "in")
_TITLES = ("title", "label", "name", "value")
_NO_FIELDS = frozenset({"Input", "Select", "Textarea", "TextField", "Button", "Checkbox"})  # parts of a form
_NAME = re.compile(r"(?:\$?\.|\$?\[[\d*]?\]\.)?[^\W\d][\w.$@:*?\[\]-]{0,254}")
_ROOT = re.compile(
    r"\$?(?:\[[\d*]?\])?\."
)  # of the names of what a response or each of its items holds: `.id`, `[].id`
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEAD = re.compile(r"[\s(（*_`:\[{<]*(?P<word>[^\W_][^\W_]*)")
_NOT = {"true": "no", "false": "yes"}
_SHOWN = (Role.REQUIRED, Role.NULLABLE, Role.ACCESS, Role.DESCRIPTION)
_DEEPEST = 100
"""How many components around a text may hold the field that it describes."""


@frozen()
class _Dress:
    """How the fields of one tag are written: the attributes that hold the type and the name, and what others mean.

    marked  whether some fields have a mark of their presence, so that the others have none on purpose
    """

    type: str
    names: tuple[str, ...]
    roles: Mapping[str, Role]
    marked: bool

    def name(self, opening: Opening) -> Inline | None:
        """The attribute with the name of a field; None for one without a name, which stands for what it holds."""
        cells = (opening.attributes.get(key) for key in self.names)
        return next((cell for cell in cells if cell is not None and _NAME.fullmatch(cell.source)), None)

    def strange(self, opening: Opening) -> Inline | None:
        """The attribute for the name, if none holds a name and it is not empty."""
        cells = (opening.attributes.get(key) for key in self.names)
        return next((cell for cell in cells if cell is not None and cell.source.strip()), None)

    def place(self, opening: Opening) -> str:
        """Which part of a request has the field; "" where the component does not tell."""
        for key, place in _PLACES.items():
            if key in self.names and key in opening.attributes:
                return place
        for key in _LOCATIONS:
            if key in opening.attributes:
                return _PLACES.get(opening.attributes[key].text.casefold(), "")
        return _RESPONSE if opening.name == "ResponseField" else ""

    def cells(self, opening: Opening, name: Inline) -> Mapping[Role, Inline]:
        """The cells of the row that a component shows; `name` is that of the name."""
        cells: dict[Role, Inline] = {Role.NAME: name}
        if self.type in opening.attributes:
            cells[Role.TYPE] = opening.attributes[self.type]
        for key, cell in opening.attributes.items():
            role = self.roles.get(key)
            if role is Role.OPTIONAL:
                cells.setdefault(Role.REQUIRED, replace(cell, source=_NOT.get(cell.source, cell.source)))
            elif role is Role.DEFAULT or role is Role.EXAMPLE:
                if cell.source:
                    cells.setdefault(role, replace(cell, source=_code(cell.source)))
            elif role is Role.VALUES:
                cells.setdefault(role, replace(cell, source=cell.source.strip("[]")))
            elif role in _SHOWN:
                cells.setdefault(role, cell)
            elif key.casefold() == "deprecated" and cell.source != "false":
                cells[Role.NAME] = replace(name, source=f"{name.source} (deprecated)")
        if Role.REQUIRED not in cells and (self.marked or opening.name == _SENT):
            cells[Role.REQUIRED] = replace(name, source="no")
        return cells


@dataclass(slots=True)
class _Open:
    """A component that is open, and what it shows so far.

    row    the number of the row that it makes; None for one that is no field
    depth  how many fields that what it holds is inside of
    path   the names of these
    """

    opening: Opening
    is_field: bool
    row: int | None
    depth: int
    path: tuple[str, ...]
    texts: list[Inline] = field(default_factory=list)


_Key = tuple[int, str, str]
"""Of the fields that make one object: the section, where a request has them, and the title of what they stand in."""


def component_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields that the components of a page show, and the findings about them."""
    dresses = _dresses(page.tags, words)
    if not dresses:
        return [], []
    reader = _Reader(page, words, dresses)
    diagnostics = []
    for tag, is_whole in _balanced(page.tags):
        reader.see(tag)
        if not is_whole and isinstance(tag, Opening) and tag.name in dresses:
            diagnostics.append(unclosed(page.path, tag.name, tag.line, tag.column))
    return list(reader.drawn()), [*reader.diagnostics, *diagnostics]


def _dresses(tags: Sequence[Tag], words: Words) -> Mapping[str, _Dress]:
    by_name: dict[str, list[Opening]] = {}
    for tag in tags:
        if isinstance(tag, Opening) and tag.attributes and tag.is_whole:
            by_name.setdefault(tag.name, []).append(tag)
    found = {name: _dress(name, openings, words) for name, openings in by_name.items() if name not in _NO_FIELDS}
    return {name: dress for name, dress in found.items() if dress is not None}


def _dress(name: str, openings: Sequence[Opening], words: Words) -> _Dress | None:
    if len(openings) < 2 and name not in _KNOWN:
        return None
    keys = Counter(key for opening in openings for key in opening.attributes)
    roles = {key: role for key in keys if (role := _role(key, words)) is not None}
    marked = any(role in (Role.REQUIRED, Role.OPTIONAL) for role in roles.values())
    typed = _type_key(openings, keys, roles, words, is_known=name in _KNOWN or marked)
    if typed is None:
        return None
    names = [*_PLACES, "name"] if name in _KNOWN else []
    names += [key for key, role in roles.items() if role is Role.NAME and key not in names]
    names += [key for key in keys if key not in roles and key not in names and key != typed and key not in _LOCATIONS]
    sure = [key for key in names if _are_names(key, openings, words)]
    if not sure and name not in _KNOWN:
        return None
    shown = (
        sure[:1]
        if name not in _KNOWN
        else [key for key in names if key in keys and (key in sure or key in _PLACES or key == "name")]
    )
    named = sum(any(key in opening.attributes for key in shown) for opening in openings)
    if name not in _KNOWN and named < 2:
        return None
    return _Dress(typed, tuple(shown), {key: role for key, role in roles.items() if key not in shown}, marked)


def _role(key: str, words: Words) -> Role | None:
    folded = _CAMEL.sub(" ", key).replace("_", " ").replace("-", " ").casefold()
    return words.roles.get(folded)


def _type_key(
    openings: Sequence[Opening], keys: Counter[str], roles: Mapping[str, Role], words: Words, *, is_known: bool
) -> str | None:
    """The attribute that holds types: by its own name, or since its values are known types."""
    called = [key for key in keys if roles.get(key) is Role.TYPE]
    for key in (*called, *(key for key in keys if key not in roles)):
        values = [opening.attributes[key].text for opening in openings if key in opening.attributes]
        known = sum(_is_type(text, words) for text in values)
        if key in called and is_known:
            return key
        if known * 2 > len(values) and len(values) * 2 > len(openings):
            return key
    return None


def _is_type(text: str, words: Words) -> bool:
    head = _HEAD.match(text)
    return head is not None and head["word"].casefold() in words.types


def _are_names(key: str, openings: Sequence[Opening], words: Words) -> bool:
    values = [opening.attributes[key].source for opening in openings if key in opening.attributes]
    return (
        all(map(_NAME.fullmatch, values))
        and len(set(values)) * 2 > len(values)
        and not all(value in ("true", "false") for value in values)
    )


def _balanced(tags: Sequence[Tag]) -> Iterator[tuple[Tag, bool]]:
    """The tags in pairs: one that is never closed is closed before the next tag; a closing one without another is left out.

    The flag is False for a tag that is not closed, and for one that closes it.
    """
    pairs = _pairs(tags)
    closing = frozenset(pairs.values())
    open_: Opening | None = None
    for at, tag in enumerate(tags):
        if isinstance(tag, Inline):
            yield tag, True
            continue
        if open_ is not None:
            yield Closing(open_.name, tag.line, tag.column), False
            open_ = None
        if isinstance(tag, Closing):
            if at in closing:
                yield tag, True
            continue
        is_closed = at in pairs or (tag.is_empty and tag.is_whole)
        yield tag, is_closed
        if tag.is_empty:
            yield Closing(tag.name, tag.line, tag.column), True
        elif not is_closed:
            open_ = tag
    if open_ is not None:
        yield Closing(open_.name, open_.line, open_.column), False


def _pairs(tags: Sequence[Tag]) -> Mapping[int, int]:
    """For each opening tag that is closed the closing one, by their places in the order."""
    stack: list[tuple[str, int]] = []
    counts = Counter[str]()
    pairs: dict[int, int] = {}
    for at, tag in enumerate(tags):
        if isinstance(tag, Opening) and tag.is_whole and not tag.is_empty:
            stack.append((tag.name, at))
            counts[tag.name] += 1
        elif isinstance(tag, Closing) and counts[tag.name]:
            while True:
                name, start = stack.pop()
                counts[name] -= 1
                if name == tag.name:
                    break
            pairs[start] = at
    return pairs


class _Reader:
    """Reads tags that are in pairs, from the first to the last."""

    def __init__(self, page: Page, words: Words, dresses: Mapping[str, _Dress]) -> None:
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
        """The objects, with a label for those that the heading of their section does not distinguish."""
        sections = Counter(section for section, _, _ in self._rows)
        places = Counter((section, place) for section, place, _ in self._rows)
        for key, rows in self._rows.items():
            if rows:
                yield Drawn(tuple(self._ends[key]), tuple(rows), self._label(key, sections[key[0]], places[key[:2]]))

    def _label(self, key: _Key, count: int, same: int) -> str:
        number, place, title = key
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
            self._fields += 1
            name = dress.name(tag)
            if name is not None:
                key = _key(name.source, path)
                row = len(self._rows[self._key])
                cells = dress.cells(tag, replace(name, source=f"`{key}`" if "`" not in key else key))
                self._rows[self._key].append(DrawnRow(name.line, cells, depth))
                depth, path = depth + 1, (*path[-1:], key)
            elif (strange := dress.strange(tag)) is not None and tag.name in _KNOWN:
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
    """The tables of a page, each of which the innermost field around it shows."""

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
    """The key of a field, less the root of a path and the name of the field around it: `room.id` in `room` is `id`."""
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
    """The cells of a field with what stands in it: text, and tables of values."""
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


def _code(text: str) -> str:
    return text if "`" in text else f"`{text}`"
