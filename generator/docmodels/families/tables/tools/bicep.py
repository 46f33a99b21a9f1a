"""The types of Azure's resources as Bicep's tools list them, as rows.

## Resource Harbor.Piers/berths@2024-01-01
### Properties
* **name**: string {minLength: 3} (Required, DeployTimeConstant): What it is called.
* **side**: 'Port' | 'Starboard' (ReadOnly): Which side.

A type with a discriminator stands for its cases, and each case has the base properties:

## Mooring
* **Discriminator**: kind
### Base Properties
* **length**: int
### Buoy
#### Properties
* **kind**: 'Buoy' (Required)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ....diagnostics import Diagnostic
from ....markdown import Inline, ItemList, Page, Section
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ....tables.rows import place_of
from ..drawn import Drawn, DrawnRow
from ..schemas.schema_cells import limits_of

_RESOURCE = regex(r"(?:Resource|Function) \S+@\d{4}-\d\d-\d\d\S*")
_ITEM = regex(
    r"\*\*(?P<name>[^*\n]{1,200})\*\*: (?P<type>[^{}:\n]{1,2000}?)"
    r"(?: \{(?P<limits>(?:[^{}\"\n]|\"[^\"\n]{0,500}\"){1,500})\})?"
    r"(?: \((?P<marks>[A-Z]\w+(?:, [A-Z]\w+){0,9})\))?(?:: (?P<text>.*))?",
    re.DOTALL,
)
_LIMIT = regex(r"(?P<key>minLength|maxLength|minValue|maxValue): (?P<value>-?\d{1,18})|pattern: \"(?P<pattern>.*)\"")
_KEYWORDS = {"minValue": "minimum", "maxValue": "maximum"}
"""The keys of limits that JSON Schema has other names for."""
_ACCESS = {"ReadOnly": " (read-only)", "WriteOnly": " (write-only)"}
_PROPERTIES, _BASE = "properties", "base properties"
_DISCRIMINATOR = "**Discriminator**:"
_EMPTY = "**none**"
_HELP = "Write `**name**: type`."
_MOST_CASES = 500
_MOST_INHERITED = 20_000  # rows of all cases of a page
_REFERENCE = regex(r"\[(?P<linked>[^\[\]\n]+)\]\(#[^()\s]*\)|(?P<plain>[A-Za-z][\w.]*)")


def bicep_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields of a page of such types, and the findings about items that are built otherwise; none for any other page."""
    if not any(_RESOURCE.fullmatch(section.heading.text.strip()) for section in page.sections):
        return [], []
    drawn: list[Drawn] = []
    diagnostics: list[Diagnostic] = []
    cases = _cases(page)
    left = _MOST_INHERITED
    bases: dict[int, Drawn] = {}  # line of the heading of a type with a discriminator -> its base properties
    for trail in page.trails():
        section = trail[-1]
        heading = _title(section).casefold()
        if heading not in (_PROPERTIES, _BASE):
            continue
        rows = tuple(_rows(section, page.path, cases, diagnostics))
        lists = [block for block in section.blocks if isinstance(block, ItemList)]
        ends = tuple((block.line, block.line + block.source.count("\n")) for block in lists)
        if heading == _BASE:
            bases[trail[-2].heading.line if len(trail) > 1 else 0] = Drawn(ends, rows)
        elif rows:
            owner = trail[-3].heading.line if len(trail) > 2 else 0
            base = bases.get(owner, Drawn((), ()))
            names = set(map(_name, rows))
            inherited = [row for row in base.rows if _name(row) not in names] if left >= 0 else []
            left -= len(inherited)
            if left < 0 and inherited:
                message = "the page has too many base properties; this case and those below are without them"
                diagnostics.append(Diagnostic(place_of(page.path, section.heading), "unread-row", message, _HELP))
                inherited = []
            drawn.append(Drawn((*ends, *base.ends), (*rows, *inherited)))
            bases[owner] = Drawn((), base.rows)  # the first case takes the lines
    return drawn, diagnostics


def _title(section: Section) -> str:
    return section.heading.text.strip()


def _name(row: DrawnRow) -> str:
    return row.cells[Role.NAME].source.split("`")[1]


def _cases(page: Page) -> Mapping[str, str]:
    """The types with a discriminator: name -> links to their cases, with bars between."""
    cases: dict[str, list[str]] = {}
    owners = {section.heading.line for section in page.sections if _has_cases(section)}
    for *_, owner, section in (trail for trail in page.trails() if len(trail) > 1):
        is_case = owner.heading.line in owners and _title(section).casefold() not in (_PROPERTIES, _BASE)
        if is_case and section.anchors:
            cases.setdefault(_title(owner), []).append(f"[{_title(section)}](#{section.anchors[-1]})")
    return {name: " | ".join(links) if len(links) <= _MOST_CASES else "object" for name, links in cases.items()}


def _has_cases(section: Section) -> bool:
    lists = (block for block in section.blocks if isinstance(block, ItemList))
    return any(item.source.startswith(_DISCRIMINATOR) for block in lists for item in block.items)


def _rows(section: Section, path: str, cases: Mapping[str, str], diagnostics: list[Diagnostic]) -> Iterator[DrawnRow]:
    for item in (item for block in section.blocks if isinstance(block, ItemList) for item in block.items):
        match = _ITEM.fullmatch(item.source)
        if match is None:
            if item.source.strip() != _EMPTY:
                message = "the item is built like no field of a type; it is left out"
                diagnostics.append(Diagnostic(place_of(path, item), "unread-row", message, _HELP))
            continue
        marks = (match["marks"] or "").split(", ")
        texts = {
            Role.NAME: f"`{match['name']}`" + "".join(_ACCESS.get(mark, "") for mark in marks),
            Role.TYPE: _type(match["type"], cases),
            Role.REQUIRED: "yes" if "Required" in marks else "no",
            Role.DESCRIPTION: "\n\n".join(filter(None, (match["text"], *_limits(match["limits"] or "")))),
        }
        cells = {role: Inline(text, item.line, item.column, item.limit) for role, text in texts.items() if text}
        yield DrawnRow(item.line, cells)


def _type(text: str, cases: Mapping[str, str]) -> str:
    """A type, with the cases in place of a type with a discriminator: `[Mooring](#mooring)[]`."""
    head = _REFERENCE.match(text)
    links = cases.get(head["linked"] or head["plain"]) if head is not None else None
    if head is None or links is None:
        return text
    rest = text[head.end() :]
    return f"({links}){rest}" if rest.strip() else links


def _limits(text: str) -> Iterator[str]:
    """The limits behind a type, as lines of a description."""
    for limit in _LIMIT.finditer(text):
        key, value = limit["key"], limit["value"]
        yield from limits_of({_KEYWORDS.get(key, key): int(value)} if key else {"pattern": limit["pattern"]})
