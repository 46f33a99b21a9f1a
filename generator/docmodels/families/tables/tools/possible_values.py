"""The tables of jsonschema-markdown for a JSON schema, with complete columns of types.

    | Property | Type | Required | Possible values | Deprecated | Default | Description | Examples |
    | -------- | ---- | -------- | --------------- | ---------- | ------- | ----------- | -------- |
    | owner | `object` |  | [Owner](#owner) |  |  |  |  |
    | tags | `array` |  | string | ⛔️ |  |  |  |

Below "Possible values", only values in code are values. The column also has models, items, formats and limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ....frozen import replace
from ....markdown import Block, Inline, Page, Prose, Row, Section, Table
from ....model.names import folded, singular
from ....patterns import regex

_COLUMNS = frozenset({"property", "type", "required", "possible values"})
_VALUES = "possible values"
_WORD = r"(?:string|integer|number|boolean|object|array|null|Any type)"
_LINK = r"\[[^\[\]`]{1,200}\]\(#[^()\s]{0,200}\)"
_LABEL = regex(r"\[(?P<label>[^\[\]`]{1,200})\]\(#[^()\s]{0,200}\)")
_KINDS = regex(rf"(?:{_WORD}|{_LINK})(?:(?: and/or | or | and )(?:{_WORD}|{_LINK}))*")
_PART = regex(rf"{_WORD}|{_LINK}")
_AND = regex(r"[\w)] and [\w\[]")
_FORMAT = regex(r"Format: \[`(?P<format>[\w-]{1,40})`\]\([^()\s]{0,300}\)")
_PATTERN = regex(r"\[`(?P<pattern>.{1,500})`\]\(https://regex101\.com[^\s]*\)")
_LENGTH = regex(r"Length: `(?:(?P<least>\d{1,9}) <= )?string(?: <= (?P<most>\d{1,9})| >= (?P<least_alone>\d{1,9}))?`")
_ENUMERATION = regex(r"\*\*Possible Values(?: \(\w+\))?:\*\* (?P<values>`[^`\n]+`(?: or `[^`\n]+`)*)")
_TYPE = regex(r"Type: \w+(?:\(\?\))?")
"""A heading below that of a model, about nothing but its type."""
_FILLERS = (
    "Markdown generated with [jsonschema-markdown]",
    "No description provided for this model.",
    "JSON Schema missing a description, provide it using the `description` key",
)
_WARNING = regex(r">\s*⚠️?\s*(?=Additional properties)")
_CODE = regex(r"`([^`\n]+)`")
_NUMBER = r"-?\d[\d.e+-]{0,30}"
_RANGE = regex(
    rf"`?(?:(?P<least>{_NUMBER}) (?P<from><=?))? ?x ?(?:(?P<to><=?) (?P<most>{_NUMBER}))?\s?`?(?: and multiple of `(?P<step>{_NUMBER})`)?"
    rf"|(?:integer|number) and multiple of `(?P<alone>{_NUMBER})`"
)


class _Content(NamedTuple):
    """The content of a cell of possible values: a type, lines for the description, or values."""

    kind: str = ""
    lines: tuple[str, ...] = ()
    has_values: bool = False


def with_possible_values(page: Page) -> Page:
    """The page, with usual tables in place of these."""
    if not any(_is_of_tool(table) for section in page.sections for table in section.tables):
        return page
    sections: list[Section] = []
    for section in page.sections:
        blocks = tuple(_made(block) for block in section.blocks if not _is_filler(block))
        if sections and _TYPE.fullmatch(section.heading.text.strip()):
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *blocks))
        else:
            sections.append(replace(section, blocks=blocks))
    return replace(page, sections=tuple(sections))


def _is_filler(block: Block) -> bool:
    """Whether a block is boilerplate of the tool, the same for any schema."""
    return isinstance(block, Prose) and block.source.startswith(_FILLERS)


def _is_of_tool(table: Table) -> bool:
    return set(table.headings) >= _COLUMNS


def _made(block: Block) -> Block:
    """A block in the usual form: the values of a model that is no object become a table."""
    if isinstance(block, Table):
        return _table(block) if _is_of_tool(block) else block
    match = _ENUMERATION.fullmatch(block.source.strip()) if isinstance(block, Prose) else None
    if match is None:
        return replace(block, source=_WARNING.sub("", block.source)) if isinstance(block, Prose) else block
    header = tuple(Inline(heading, block.line, 1) for heading in ("Value", "Description"))
    empty = Inline("", block.line, 1)
    rows = (
        Row(block.line, (Inline(f"`{value}`", block.line, 1), empty), 2) for value in _CODE.findall(match["values"])
    )
    return Table(block.line, header, tuple(rows))


def _table(table: Table) -> Table:
    places = {heading: index for index, heading in enumerate(table.headings)}
    return replace(table, rows=tuple(_row(row, places) for row in table.rows))


def _row(row: Row, places: Mapping[str, int]) -> Row:
    cells = list(row.cells)
    kinds = cells[places["type"]].source.replace("`", "").split(" or ")
    content = _content(cells[places[_VALUES]].source.strip(), kinds)
    if kinds == ["object"] and _may_be_map(cells[places["property"]].text.strip(), content.kind):
        content = content._replace(kind=f"map[string]{content.kind} | {content.kind}")
    if content.kind:
        cells[places["type"]] = replace(cells[places["type"]], source=content.kind)
    if not content.has_values:
        cells[places[_VALUES]] = replace(cells[places[_VALUES]], source="")
    lines = content.lines
    deprecated = places.get("deprecated")
    if deprecated is not None and cells[deprecated].source.startswith("⛔"):
        cells[deprecated] = replace(cells[deprecated], source="")
        lines = (*lines, "Deprecated.")
    description = places.get("description")
    if lines and description is not None:
        texts = filter(None, (cells[description].source, *lines))
        cells[description] = replace(cells[description], source="\n\n".join(texts))
    return replace(row, cells=tuple(cells))


def _content(source: str, kinds: list[str]) -> _Content:
    if _KINDS.fullmatch(source):
        return _Content(_kind(source, kinds))
    if (match := _FORMAT.fullmatch(source)) is not None:
        return _Content(_listed(f"string ({match['format']})", kinds))
    if (match := _PATTERN.fullmatch(source)) is not None:
        return _Content(lines=(f"Pattern: `{match['pattern']}`",))
    if (match := _LENGTH.fullmatch(source)) is not None:
        least = match["least"] or match["least_alone"]
        ends = (("Minimum Length", least), ("Maximum Length", match["most"]))
        return _Content(lines=tuple(f"{name}: `{end}`" for name, end in ends if end))
    if (match := _RANGE.fullmatch(source)) is not None:
        return _Content(lines=tuple(_limits(match)))
    return _Content(has_values=True)


def _kind(source: str, kinds: list[str]) -> str:
    """The type of a field with models or words for types below "Possible values"."""
    parts = dict.fromkeys("any" if part == "Any type" else part for part in _PART.findall(source))
    mark = " & " if _AND.search(source) else " | "
    return _listed(mark.join(parts), kinds)


def _may_be_map(name: str, kind: str) -> bool:
    """Whether a field may be a map of models: `sailors` with `[Sailor](#sailor)`. The tool shows a map and an object alike."""
    match = _LABEL.fullmatch(kind)
    if match is None or singular(name) == name:
        return False
    label = match["label"]
    return singular(label) == label and not folded(label).endswith(folded(name))


def _listed(item: str, kinds: list[str]) -> str:
    """The type with a list around it, and null beside it, if the column of types has these."""
    kind = f"({item})[]" if "array" in kinds and item != "array" else item
    return f"{kind} | null" if "null" in kinds else kind


def _limits(match: re.Match[str]) -> Iterator[str]:
    for name, end, sign in (("Minimum", match["least"], match["from"]), ("Maximum", match["most"], match["to"])):
        if end:
            yield f"{'Exclusive ' * (sign == '<')}{name}: `{end}`"
    if step := match["step"] or match["alone"]:
        yield f"Multiple of: `{step}`"
