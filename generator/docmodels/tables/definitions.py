"""Fields that stand below headings of their own, as the table that would show the same.

    ### `expires_at` {{%optional%}}

    **Description:** When the room closes.\\
    **Type:** String or null
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..markdown import Inline, Page, Prose, Row, Section, SpanKind, Table, with_targets
from .lexicon import Role

_LABEL = re.compile(
    r"(?m)^[ \t]*(?:[-*+][ \t]+)?(?P<mark>\*\*|__)(?P<label>[^*_\n:：]{1,40}?)\s*[:：]?(?P=mark)[ \t]*[:：]?"
)
_VALUE = re.compile(r"`(?P<value>[^`\n]+)`\s*[=:：–—-]\s*[^\n]*")
_VALUES = "Values"  # heads the column of what the lines behind a type list
_NAME = re.compile(r"[\w$@.\[\]-]{1,100}")


def definitions(page: Page, roles: Mapping[str, Role]) -> Mapping[int, Table]:
    """The tables that sections make whose own sections are fields, by the index of the section.

    roles  what stands behind a label, by the label in lower case
    """
    below: dict[int, list[Section]] = {}
    at: dict[int, int] = {}
    for index, trail in enumerate(page.trails()):
        at[id(trail[-1])] = index
        if len(trail) > 1 and trail[-1].level == trail[-2].level + 1:
            below.setdefault(at[id(trail[-2])], []).append(trail[-1])
    found: dict[int, Table] = {}
    for index, sections in below.items():
        shown = [(each, labelled) for each in sections if (labelled := _labelled(each, roles))]
        if shown and len(shown) * 2 > len(sections):
            found[index] = _table(shown)
    return found


def _labelled(section: Section, roles: Mapping[str, Role]) -> Mapping[str, Inline]:
    """What stands behind each label of a field's section; nothing for a section that is no field's."""
    if not _is_name(section.heading):
        return {}
    found: dict[str, Inline] = {}
    for block in section.blocks:
        if isinstance(block, Prose):
            for label, cell in _parts(block):
                found.setdefault(label, cell)
    by_role = {roles[label.casefold()]: label for label in found if label.casefold() in roles}
    if Role.TYPE not in by_role:
        return {}
    return _with_values(found, by_role[Role.TYPE], by_role.get(Role.DESCRIPTION, "Description"))


def _with_values(found: Mapping[str, Inline], typed: str, described: str) -> Mapping[str, Inline]:
    """What stands behind each label; the lines behind a type's first one tell of its values, and are described.

    typed      the label of the type
    described  the label of the description
    """
    cell = found[typed]
    first, *more = cell.source.split("\n")
    lines = [line.rstrip("\\ ") for line in more]
    if not lines:
        return found
    values = [match["value"] for line in lines if (match := _VALUE.fullmatch(line))]
    told = found.get(described, replace(cell, source="")).source
    shown = {
        **found,
        typed: replace(cell, source=first.rstrip("\\ ")),
        described: replace(found.get(described, cell), source="<br>".join(filter(None, (told, *lines)))),
    }
    if len(values) == len(lines) > 1:
        shown[_VALUES] = replace(cell, source=", ".join(f"`{value}`" for value in values))
    return shown


def _is_name(heading: Inline) -> bool:
    code = [span.text for span in heading.spans if span.kind is SpanKind.CODE]
    if code:
        return len(code) == 1 and heading.text.strip().startswith(code[0])
    return _NAME.fullmatch(heading.text.strip()) is not None


def _parts(block: Prose) -> Iterator[tuple[str, Inline]]:
    matches = list(_LABEL.finditer(block.source))
    ends = [*(match.start() for match in matches[1:]), len(block.source)]
    for match, end in zip(matches, ends, strict=False):
        text = block.source[match.end() : end]
        line = block.line + block.source.count("\n", 0, match.end())
        column = match.end() - (block.source.rfind("\n", 0, match.end()) + 1) + 1
        yield match["label"].strip(), Inline(with_targets(text.strip().rstrip("\\").strip()), line, column)


def _table(shown: Sequence[tuple[Section, Mapping[str, Inline]]]) -> Table:
    """A row for each section."""
    labels = list(dict.fromkeys(label for _, labelled in shown for label in labelled))
    first = shown[0][0].heading
    header = tuple(Inline(label, first.line, first.column) for label in ("Name", *labels))
    rows = []
    for section, labelled in shown:
        empty = Inline("", section.heading.line, section.heading.column)
        cells = (section.heading, *(labelled.get(label, empty) for label in labels))
        rows.append(Row(section.heading.line, cells, len(cells)))
    return Table(first.line, header, tuple(rows))
