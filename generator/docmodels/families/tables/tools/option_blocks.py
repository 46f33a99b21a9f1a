"""Options and tables in YAML between the tags of a template, as in the docs of Home Assistant.

{% configuration %}              {% table %}
host:                            columns:
  description: Where it is.        - title: Name
  required: true                     key: name
  type: string                   rows:
limits:                            - name: host
  type: map                      {% endtable %}
  keys:
    seats:
      type: integer
{% endconfiguration %}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....diagnostics import Diagnostic, Place
from ....frozen import replace
from ....markdown import Block, Fence, Inline, Page, Row, Table
from ....tables.lexicon import Role
from ..drawn import DrawnRow, drawn_table
from ..rows.nesting import DEEPEST

_TEXTS = (
    ("type", Role.TYPE),
    ("required", Role.REQUIRED),
    ("default", Role.DEFAULT),
    ("description", Role.DESCRIPTION),
)
_TELLING = frozenset({"type", "required"})
_KNOWN = frozenset({"type", "required", "default", "description", "keys"})

_Lines = Mapping[int, Mapping[str, int]]


def with_options(page: Page) -> tuple[Page, tuple[Diagnostic, ...]]:
    """The page with a table for each block of options, and findings for unreadable blocks."""
    blocks = [block for section in page.sections for block in section.blocks]
    if not any(isinstance(block, Fence) and block.is_template for block in blocks):
        return page, ()
    diagnostics: list[Diagnostic] = []
    sections = tuple(
        replace(section, blocks=tuple(_read(block, page.path, diagnostics) for block in section.blocks))
        for section in page.sections
    )
    return replace(page, sections=sections), tuple(diagnostics)


def _read(block: Block, path: str, diagnostics: list[Diagnostic]) -> Block:
    """A block, or the table that replaces it."""
    if not isinstance(block, Fence) or not block.is_template:
        return block
    from ....recordings.yaml_files import read_yaml_with_lines  # few docs have such blocks

    try:
        value, lines = read_yaml_with_lines(block.text, as_written=True)
    except ValueError as error:
        message = f"what stands between {block.info} and its end cannot be read: {error}"
        diagnostics.append(Diagnostic(Place(path, block.line), "unread-table", message, "Correct the YAML."))
        return block
    if isinstance(value, dict) and isinstance(value.get("columns"), list) and isinstance(value.get("rows"), list):
        return _table(block, value["columns"], value["rows"], lines)
    if not isinstance(value, dict) or not _are_options(value):
        return block
    return drawn_table(list(_rows(value, block.line, lines, set())))


def _are_options(value: Mapping[object, object]) -> bool:
    """Whether the values of a mapping are facts of options, most of them with a type or a presence."""
    options = [facts for facts in value.values() if isinstance(facts, dict) and facts.keys() <= _KNOWN]
    return len(options) == len(value) and sum(not _TELLING.isdisjoint(facts) for facts in options) * 2 > len(options)


def _rows(
    options: Mapping[object, object], above: int, lines: _Lines, seen: set[int], depth: int = 0
) -> Iterator[DrawnRow]:
    """The rows of options, each with those of nested options behind it.

    above  the line above the YAML
    seen   the `id` of each mapping so far: YAML may have one value in many places
    """
    if id(options) in seen or depth >= DEEPEST:
        return
    seen.add(id(options))
    for key, facts in options.items():
        if not isinstance(facts, dict):
            continue
        at = above + lines.get(id(options), {}).get(str(key), 1)
        cells = {Role.NAME: Inline(f"`{key}`", at, 1)}
        for word, role in _TEXTS:
            if (text := _text(facts.get(word), is_code=role is Role.DEFAULT)) is not None:
                cells[role] = Inline(text, above + lines.get(id(facts), {}).get(word, 1), 1)
        yield DrawnRow(at, cells, depth)
        if isinstance(facts.get("keys"), dict):
            yield from _rows(facts["keys"], above, lines, seen, depth + 1)


def _text(value: object, *, is_code: bool) -> str | None:
    """The text of a value for a cell; None for a value that no cell can have."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return " or ".join(value)
    if not isinstance(value, str):
        return None
    return f"`{value}`" if is_code and value and " " not in value and "`" not in value else value


def _table(block: Fence, columns: Sequence[object], rows: Sequence[object], lines: _Lines) -> Block:
    """The table in YAML that lists the titles of columns and the cells of each row."""
    titles = {
        str(column["key"]): str(column["title"])
        for column in columns
        if isinstance(column, dict) and {"key", "title"} <= column.keys()
    }
    if not titles or len(titles) < len(columns):
        return block
    header = tuple(Inline(title, block.line, 1) for title in titles.values())
    made: list[Row] = []
    for row in rows:
        if isinstance(row, dict):
            places = lines.get(id(row), {})
            line = block.line + min(places.values(), default=1)
            cells = tuple(
                Inline((_text(row.get(key), is_code=False) or "").strip(), block.line + places.get(key, 1), 1)
                for key in titles
            )
            made.append(Row(line, cells, len(cells), depth=0))
    return Table(block.line, header, tuple(made))
