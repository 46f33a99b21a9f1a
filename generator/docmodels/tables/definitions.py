"""Fields that stand below headings of their own, as the table that would show the same.

    ### `expires_at` {{%optional%}}

    **Description:** When the room closes.\\
    **Type:** String or null
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..markdown import Inline, Page, Prose, Row, Section, SpanKind, Table, with_targets

_LABEL = re.compile(
    r"(?m)^[ \t]*(?:[-*+][ \t]+)?(?P<mark>\*\*|__)(?P<label>[^*_\n:：]{1,40}?)\s*[:：]?(?P=mark)[ \t]*[:：]?"
)
_NAME = re.compile(r"[\w$@.\[\]-]{1,100}")


def definitions(page: Page, is_type: Mapping[str, object]) -> Mapping[int, Table]:
    """The tables that sections make whose own sections are fields, by the index of the section.

    is_type  has the labels, in lower case, that a type stands behind
    """
    below: dict[int, list[Section]] = {}
    at: dict[int, int] = {}
    for index, trail in enumerate(page.trails()):
        at[id(trail[-1])] = index
        if len(trail) > 1 and trail[-1].level == trail[-2].level + 1:
            below.setdefault(at[id(trail[-2])], []).append(trail[-1])
    found: dict[int, Table] = {}
    for index, sections in below.items():
        shown = [(each, labelled) for each in sections if (labelled := _labelled(each, is_type))]
        if shown and len(shown) * 2 > len(sections):
            found[index] = _table(shown)
    return found


def _labelled(section: Section, is_type: Mapping[str, object]) -> Mapping[str, Inline]:
    """What stands behind each label of a field's section; nothing for a section that is no field's."""
    if not _is_name(section.heading):
        return {}
    found: dict[str, Inline] = {}
    for block in section.blocks:
        if isinstance(block, Prose):
            for label, cell in _parts(block):
                found.setdefault(label, cell)
    return found if any(label.casefold() in is_type for label in found) else {}


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
    """A row for each section. The lines behind a type's first one say what its values mean; they go with the rest."""
    labels = list(dict.fromkeys(label for _, labelled in shown for label in labelled))
    first = shown[0][0].heading
    header = tuple(Inline(label, first.line, first.column) for label in ("Name", *labels))
    rows = []
    for section, labelled in shown:
        empty = Inline("", section.heading.line, section.heading.column)
        cells = (section.heading, *(labelled.get(label, empty) for label in labels))
        rows.append(Row(section.heading.line, cells, len(cells)))
    return Table(first.line, header, tuple(rows))
