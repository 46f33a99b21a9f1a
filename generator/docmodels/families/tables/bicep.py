"""The types of Azure's resources as Bicep's tools list them, as rows.

## Resource Harbor.Piers/berths@2024-01-01
### Properties
* **name**: string {minLength: 3} (Required, DeployTimeConstant): What it is called.
* **side**: 'Port' | 'Starboard' (ReadOnly): Which side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ...markdown import Inline, ItemList, Page, Section
from ...regexes import regex
from ...tables.lexicon import Role, Words
from ...tables.rows import place_of
from .drawn import Drawn, DrawnRow

_RESOURCE = regex(r"(?:Resource|Function) \S+@\d{4}-\d\d-\d\d\S*")
_ITEM = regex(
    r"\*\*(?P<name>[^*\n]{1,200})\*\*: (?P<type>[^{}:\n]{1,2000}?)(?: \{(?P<limits>[^{}\n]{1,500})\})?"
    r"(?: \((?P<marks>[A-Z]\w+(?:, [A-Z]\w+){0,9})\))?(?:: (?P<text>.*))?",
    re.DOTALL,
)
_LIMIT = regex(r"(?P<key>minLength|maxLength|minValue|maxValue): (?P<value>-?\d{1,18})|pattern: \"(?P<pattern>.*)\"")
_LABELS = {"minLength": "Minimum Length", "maxLength": "Maximum Length", "minValue": "Minimum", "maxValue": "Maximum"}
_ACCESS = {"ReadOnly": " (read-only)", "WriteOnly": " (write-only)"}
_PROPERTIES = "properties"


def bicep_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields of a page of such types, and the findings about items that are built otherwise; none for any other page."""
    if not any(_RESOURCE.fullmatch(section.heading.text.strip()) for section in page.sections):
        return [], []
    drawn: list[Drawn] = []
    diagnostics: list[Diagnostic] = []
    for section in page.sections:
        if section.heading.text.strip().casefold() == _PROPERTIES:
            lists = [block for block in section.blocks if isinstance(block, ItemList)]
            rows = tuple(_rows(section, page.path, diagnostics))
            ends = tuple((block.line, block.line + block.source.count("\n")) for block in lists)
            drawn += [Drawn(ends, rows)] if rows else []
    return drawn, diagnostics


def _rows(section: Section, path: str, diagnostics: list[Diagnostic]) -> Iterator[DrawnRow]:
    for item in (item for block in section.blocks if isinstance(block, ItemList) for item in block.items):
        match = _ITEM.fullmatch(item.source)
        if match is None:
            message = "the item is built like no field of a type; it is left out"
            diagnostics.append(Diagnostic(place_of(path, item), "unread-row", message, "Write `**name**: type`."))
            continue
        marks = (match["marks"] or "").split(", ")
        texts = {
            Role.NAME: f"`{match['name']}`" + "".join(_ACCESS.get(mark, "") for mark in marks),
            Role.TYPE: match["type"],
            Role.REQUIRED: "yes" if "Required" in marks else "no",
            Role.DESCRIPTION: "\n\n".join(filter(None, (match["text"], *_limits(match["limits"] or "")))),
        }
        cells = {role: Inline(text, item.line, item.column, item.limit) for role, text in texts.items() if text}
        yield DrawnRow(item.line, cells)


def _limits(text: str) -> Iterator[str]:
    """The limits behind a type, as lines of a description."""
    for limit in _LIMIT.finditer(text):
        yield f"{_LABELS[limit['key']]}: `{limit['value']}`" if limit["key"] else f"Pattern: `{limit['pattern']}`"
