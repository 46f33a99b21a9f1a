"""The rows of a table of fields, each with the name in its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....frozen import frozen, replace
from ....markdown import Inline, Row, SpanKind, Table
from ....model.types import ListOf, MapOf, Primitive, Type
from ....patterns import regex
from ....tables.dressing import undressed_cell
from ....tables.keys import without_root
from ....tables.lexicon import Role, Words
from ....tables.names import FieldName, read_name, with_indexes
from ..columns.column_headings import role_of
from ..columns.row_numbers import outline_depths

_SENTENCE_ENDS = (".", "。", "!", "！")
_SLASHED_PATH = regex(r"[\w$@-]{1,100}(?:/[\w$@-]{1,100}){1,9}")
_POINTER = regex(r"/?@?[A-Za-z_][\w-]{0,100}(?:/@?[A-Za-z_][\w-]{0,100}){0,10}")
_WORD = regex(r"[^\W_]+")
_EMPHASES = frozenset("●◦▪▶►▸・･＋")


@frozen()
class NamedRow:
    """A row of a table of fields.

    name      the name of the field; its text is "" for a row about the object itself
    is_about  whether the row is about the object itself: `[] | array | The rooms`
    """

    row: Row
    table: Table
    roles: Mapping[Role, int]
    name: FieldName
    is_about: bool = False

    @property
    def cell(self) -> Inline:
        """The cell of the name."""
        return self.row.cells[self.roles[Role.NAME]]

    def at(self, role: Role) -> Inline | None:
        """The cell of a column; None without such a column."""
        return self.row.cells[self.roles[role]] if role in self.roles else None


def named_rows(table: Table, roles: Mapping[Role, int], words: Words) -> list[NamedRow]:
    """The rows of a table of fields."""
    table = with_remarks(table, roles)
    cells = [row.cells[roles[Role.NAME]] for row in table.rows]
    spelled = with_indexes([field_name(cell, words) for cell in cells], cells)
    written = _with_slashes(spelled, table, roles, words)
    names = _with_indents(without_root(written), table, roles, words)
    return [
        NamedRow(row, table, roles, name, bool(own.text) and not name.text)
        for row, name, own in zip(table.rows, names, written, strict=True)
    ]


def with_remarks(table: Table, roles: Mapping[Role, int]) -> Table:
    """The table with the sentences of rows that are one cell in the descriptions of the rows above them."""
    at = roles.get(Role.DESCRIPTION)
    rows: list[Row] = []
    for row in table.rows:
        is_remark = row.is_label and row.cells[0].source.rstrip(" *_").endswith(_SENTENCE_ENDS)
        if at is None or not rows or rows[-1].is_label or not is_remark:
            rows.append(row)
            continue
        cell = rows[-1].cells[at]
        joined = replace(cell, source=f"{cell.source} {row.cells[0].source}".strip())
        rows[-1] = rows[-1].with_cell(at, joined)
    return replace(table, rows=tuple(rows)) if len(rows) < len(table.rows) else table


def _with_slashes(
    names: Sequence[FieldName], table: Table, roles: Mapping[Role, int], words: Words
) -> Sequence[FieldName]:
    """The names, with dots in paths with slashes into an object or a list of the table: `meta/page` beside `meta`.

    So in paths from the root, as XPath and pointers of JSON have them: `/order/@id`.
    """
    at = roles.get(Role.TYPE)
    if at is None or not any("/" in name.text for name in names):
        return names
    kinds = [_first_type(row.cells[at].text, words) for row in table.rows]
    if _are_pointers(names, kinds):
        return [replace(name, text=name.text.lstrip("/").replace("/", ".")) for name in names]
    holders = {name.text for name, kind in zip(names, kinds, strict=True) if isinstance(kind, MapOf | ListOf)}
    return [
        replace(name, text=name.text.replace("/", "."))
        if _SLASHED_PATH.fullmatch(name.text) and name.text.partition("/")[0] in holders
        else name
        for name in names
    ]


def _are_pointers(names: Sequence[FieldName], kinds: Sequence[Type | None]) -> bool:
    """Whether all names are paths from one root, and one has an attribute or is inside of another: `/order/line/@id`.

    Paths of files, `/etc/motd`, are names, and so are topics, `/rooms/open` beside a number `/rooms`.

    kinds  the first type of each row, if it is known
    """
    texts = [name.text for name in names]
    if not all(map(_POINTER.fullmatch, texts)) or len({text.lstrip("/").partition("/")[0] for text in texts}) > 1:
        return False
    if any("/@" in text for text in texts):
        return True
    outer = {text.rpartition("/")[0] for text in texts}.intersection(texts)
    scalars = {text for text, kind in zip(texts, kinds, strict=True) if isinstance(kind, Primitive)}
    return bool(outer) and outer.isdisjoint(scalars) and all(text.startswith("/") for text in texts)


def _first_type(text: str, words: Words) -> Type | None:
    match = _WORD.search(text)
    return words.types.get(match[0].casefold()) if match is not None else None


def field_name(cell: Inline, words: Words) -> FieldName:
    """The name in a cell, with its marks, also shortcodes."""
    cell, marks = undressed_cell(cell)
    name = read_name(cell, words)
    return replace(name, marks=name.marks | marks) if marks else name


def captions(rows: Sequence[NamedRow]) -> list[bool]:
    """For each row, whether it is a caption of the rows below: words, and nothing beside them.

    A bold word is no caption if the names of fields are bold.
    """
    is_plain = sum(row.name.text.isascii() and " " not in row.name.text for row in rows) * 2 > len(rows)
    is_bold = all(_is_bold(row.cell) for row in rows if len(_filled(row.row)) > 1)
    return [_is_caption(row.row, is_plain=is_plain, is_bold=is_bold) for row in rows]


def _with_indents(
    names: Sequence[FieldName], table: Table, roles: Mapping[Role, int], words: Words
) -> Sequence[FieldName]:
    """The names, nested like the labels in another column, `└ 编号 | id`, or like the numbers there: `2.1 | id`."""
    if any(name.indent for name in names):
        return _without_emphasis(names, [row.cells[roles[Role.NAME]].text.lstrip()[:1] for row in table.rows])
    labels = (
        index
        for index, heading in enumerate(table.header)
        if index != roles[Role.NAME] and role_of(heading, words) is Role.NAME
    )
    for index in labels:
        indents = [read_name(row.cells[index], words).indent for row in table.rows]
        if any(indents):
            return [replace(name, indent=indent) for name, indent in zip(names, indents, strict=True)]
    if depths := outline_depths(table):
        return [replace(name, indent=depth) for name, depth in zip(names, depths, strict=True)]
    return names


def _without_emphasis(names: Sequence[FieldName], firsts: Sequence[str]) -> Sequence[FieldName]:
    """The names, without indents from signs such as `●` that mark outermost rows: the first row has such a sign.

    firsts  the first character of each cell
    """
    if not names[0].indent or firsts[0] not in _EMPHASES or all(name.indent for name in names):
        return names
    return [
        replace(name, indent=0) if first == firsts[0] and name.indent <= names[0].indent else name
        for name, first in zip(names, firsts, strict=True)
    ]


def _is_caption(row: Row, *, is_plain: bool, is_bold: bool) -> bool:
    first = row.cells[0]
    text = first.text.strip()
    if row.is_label and all(span.kind is not SpanKind.CODE for span in first.spans):
        return True
    is_label = (_is_bold(first) and not is_bold) or (" " in text and (_is_bold(first) or is_plain))
    is_label = is_label or (is_plain and not text.isascii())
    return is_label and "`" not in first.source and _filled(row) == [first]


def _is_bold(cell: Inline) -> bool:
    return cell.source.startswith(("**", "<b>", "<strong>")) and cell.source.endswith(("**", "</b>", "</strong>"))


def _filled(row: Row) -> list[Inline]:
    """The cells of a row, without empty ones."""
    return [cell for cell in row.cells if cell.source]
