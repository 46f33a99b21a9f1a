"""The lines below the heading of a field, as cells of a row: `**Type:** String or null`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ....frozen import replace
from ....markdown import Inline, ItemList, Prose, with_targets
from ....patterns import regex
from ....tables.dressing import readable
from ....tables.lexicon import Role, Words
from ....tables.texts import is_rule

_LONGEST_LINE = 1_000  # characters
_LINE = regex(
    r"(?P<before>[-+*\s]{0,4}[*_]{0,3})(?P<key>[^\W\d_][^\n:：*_`|]{0,40}?)[*_]{0,3}\s*[:：]\s*[*_]{0,3}\s*(?P<value>\S.*)"
)
_VALUE = regex(r"`(?P<value>[^`\n]+)`\s*[=:：–—-]\s*[^\n]*")
_ANCHOR = regex(r"<a [^>\n]{0,200}>\s*</a>")
_END = regex(r"(?<![.\s])\.\s*\Z")
_DEFINED = regex(r"\A:[ \t]+")  # the first line of a definition
LABELLED = frozenset(
    {Role.TYPE, Role.REQUIRED, Role.OPTIONAL, Role.NULLABLE, Role.CARDINALITY}
    | {Role.DEFAULT, Role.VALUES, Role.EXAMPLE, Role.DESCRIPTION}
)
"""The labels of lines about a field."""
Line = tuple[str, int]
"""The text of a line, and its number."""

_NOT = {"yes": "no", "no": "yes", "true": "no", "false": "yes"}


def card_line(head: Inline, cell: Inline) -> Line:
    """Two cells of a table about one field as one line. The second cell keeps its place."""
    return f"{head.text}:".ljust(cell.column - 1) + cell.source, cell.line


def lines_of(block: Prose | ItemList) -> list[Line]:
    """The lines of a paragraph or list, each with its number."""
    return [(text.rstrip().rstrip("\\"), block.line + at) for at, text in enumerate(block.source.split("\n"))]


def says_label(line: Line, words: Words) -> bool:
    """Whether a line has a label for something about a field: `Required: yes`."""
    return _label(line[0], words) is not None


def says_type(line: Line, words: Words) -> bool:
    """Whether a line has a label for a type: `**Type:** String`."""
    label = _label(line[0], words)
    return label is not None and label[1] is Role.TYPE


def _label(text: str, words: Words) -> tuple[re.Match[str], Role] | None:
    """The match of a line with a label, and the role of the label; None for any other line."""
    match = _LINE.fullmatch(text) if len(text) <= _LONGEST_LINE else None
    role = words.roles.get(match["key"].strip().casefold()) if match is not None else None
    return (match, role) if match is not None and role in LABELLED else None


def attribute_cells(
    name: Inline,
    lines: Sequence[Line],
    words: Words,
    known: Mapping[Role, Inline] = MappingProxyType({}),
    *,
    needs_type: bool = True,
) -> Mapping[Role, Inline] | None:
    """The cells of the row for a field; None with two lines for its type, and without one if it needs one.

    known  the cells in the heading, besides the name
    """
    labels = [_label(text, words) for text, _ in lines]
    if (
        needs_type
        and Role.TYPE not in known
        and not any(label is not None and label[1] is Role.TYPE for label in labels)
    ):
        return None
    cells: dict[Role, Inline] = {Role.NAME: name, **known}
    behind = cells.pop(Role.DESCRIPTION, None)
    description: list[Line] = [(behind.source, behind.line), ("", behind.line)] if behind is not None else []
    values: list[str] = []  # only in the lines right behind the type
    last: Role | None = None
    for (text, line), label in zip(lines, labels, strict=True):
        if label is None:
            value = _VALUE.fullmatch(text.strip())
            values += [value["value"]] if value is not None and last is Role.TYPE else []
            last = last if value is not None else None
            description.append((_plain(_DEFINED.sub("", _ANCHOR.sub("", text)).rstrip(), line), line))
            continue
        match, role = label
        if role is Role.TYPE and role in cells:
            return None
        last = role
        content = _END.sub("", match["value"]) if role in (Role.TYPE, Role.CARDINALITY) else match["value"]
        source = content if role is Role.TYPE else _plain(content, line)
        cell = Inline(with_targets(source.strip()), line, match.start("value") + 1)
        if role is Role.DESCRIPTION:
            description.append((match["value"].strip(), line))
        elif role is Role.VALUES and _is_rule(match, words):
            description.append((f"{match['key'].strip()}: {match['value'].strip()}", line))
        elif role is Role.OPTIONAL:
            cells.setdefault(Role.REQUIRED, replace(cell, source=_NOT.get(cell.text.casefold(), cell.source)))
        else:
            cells.setdefault(role, cell)
    if len(values) > 1 and Role.TYPE in cells:
        cells.setdefault(Role.VALUES, replace(cells[Role.TYPE], source=", ".join(f"`{value}`" for value in values)))
    return _with_description(cells, description)


def _is_rule(match: re.Match[str], words: Words) -> bool:
    """Whether a label is one of rules, with a bare word behind it: `Validation: None`."""
    return match["key"].strip().casefold() in words.rules and match["value"].strip(" .").isalpha()


def _plain(text: str, line: int) -> str:
    """A line with Markdown for the tags in it: its values are in code."""
    return readable(Inline(text, line, 1)).source if "<" in text else text


def _with_description(cells: Mapping[Role, Inline], lines: Sequence[Line]) -> Mapping[Role, Inline]:
    lines = [line for line in lines if not is_rule(line[0])]
    text = re.sub(r"\n{2,}", "\n\n", "\n".join(text for text, _ in lines)).strip()
    if not text:
        return cells
    first = next(line for text, line in lines if text)
    return {**cells, Role.DESCRIPTION: Inline(with_targets(text), first, 1)}
