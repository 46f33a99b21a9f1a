"""Pages of API Documenter, TypeDoc and jsdoc-to-markdown about code: which declarations are data, and their names.

    [Home](./index.md) &gt; [harbor](./harbor.md) &gt; [Room](./harbor.room.md)

    ## Room interface

    # Interface: Room                ## Interfaces
    ## Properties                    ### Room
    ### seats?                       #### Properties
    > `optional` **seats**: …        ##### seats?

An interface and an enumeration are data. A class with methods, a function and their parameters are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....frozen import frozen, replace
from ....markdown import Inline, Page, Prose, Row, Section, Table
from ....patterns import regex
from ..drawn import Drawn, with_drawn
from .code_parts import PROPERTIES, VALUES, alias, dated, is_body, literals, may_be_undefined, properties
from .jsdoc import jsdoc

_TRAIL = regex(r"\[Home\]\([^()\s]*index\.md\)\s*(?:&gt;|>)")
_KIND_BEHIND = regex(
    r"(?P<name>\S+) (?P<kind>interface|enum|type|class|method|function|constructor|namespace|package|property|variable)"
)
_KIND_BEFORE = regex(
    r"(?P<kind>Class|Interface|Enumeration|Type [Aa]lias|Function|Variable|Module|Namespace): (?P<name>.+)"
)
_TRAIT = regex(
    r"Defined in:|[•▸Ƭ]\s|\\?\+ \*\*new |>\s*(?:`[A-Za-z]+`\s*)*\*\*[^*\n]{1,255}\*\*\s*(?:\\?<|\(|[:=]\s*[`\[({\\])"
    r"|\[[^\[\]]+\]\([^()\s]*(?:README|modules)\.md[^()\s]*\) / "
)
"""A place in code, the signature of a part, or the trail from the index to the page."""
_NOTES = regex(r"Defined in:|[_*-]{3,}\s*\Z")
_DATA = frozenset({"interface", "enum", "enumeration", "type", "type alias"})
_FRAMES = frozenset({"type parameters", "methods", "accessors", "constructors", "parameters", "returns"})
"""Headings above things that are no data."""
_PLACES = frozenset({"defined in", "inherited from", "overrides"})
_OF_CLASSES = frozenset({"methods", "accessors", "parameters"})
_GROUPS = frozenset({"interfaces", "enumerations", "type aliases", "classes"})
"""Headings above groups of declarations, on the page of a module."""
_CALLED = frozenset({"functions", "variables", "references"})
_CLASSES = "classes"
_MEMBERS, _DECLARATION = "enumeration members", "type declaration"
_MODIFIERS, _MODIFIER = "modifier", frozenset({"public", "optional"})
_NAMES = frozenset({"property", "name"})
_MODIFIED = regex(
    r"(?P<anchor>\s*(?:<a [^<>]*></a>\s*)?)`(?P<modifier>readonly|optional|abstract)`\s*(?P<name>`[^`\n]+`)"
)
"""A name behind a modifier of TypeScript: `` `readonly` `tags` ``."""
_NOTHING = frozenset({"-", "‐", "&hyphen;"})
_DEPRECATED = "deprecated"
_FUNCTION = regex(r"\)`?\s*`?=\\?>")  # `(reason) => void`, but not `array<string => int>`
_OPTIONAL = regex(r"\s*(?:\(optional\)|optional[).:])", re.IGNORECASE)


@frozen()
class CodeDocs:
    """A page of code docs.

    page     the page, with names for headings
    why      why none of its tables is a model, in a clause; "" if they may be models
    frames   the headings, in lower case, above things that are no data
    groups   the headings, in lower case, above groups of declarations, and above tables that only list these
    called   the lines of the headings of classes with methods, which are no data
    aliases  the lines of the tables of aliases of types
    """

    page: Page
    why: str = ""
    frames: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    called: frozenset[int] = frozenset()
    aliases: frozenset[int] = frozenset()

    def reason(self, trail: Sequence[Section]) -> str:
        """Why a table is no model, by the sections around it; "" if it may be one."""
        if self.why:
            return self.why
        names = [section.heading.text.strip().casefold() for section in trail]
        if names[-1] in self.groups:
            return "the table lists declarations of code"
        is_framed = not self.frames.isdisjoint(names) or any(section.heading.line in self.called for section in trail)
        return "the table shows parameters or methods of code" if is_framed else ""


def code_docs(page: Page) -> CodeDocs | None:
    """The content of a page of code docs; None for another page."""
    if (documented := jsdoc(page)) is not None:
        return CodeDocs(documented.page, called=documented.called)
    titled = next((section for section in page.sections if section.level), None)
    if titled is None:
        return None
    if _has_trail(page) and (match := _KIND_BEHIND.fullmatch(titled.heading.text.strip())) is not None:
        if match["kind"] not in _DATA:
            return CodeDocs(page, f"the page shows a {match['kind']} of code")
        page = _bare_page(page, is_marked=True)
        return _with_parts(replace(page, matter={**page.matter, "title": match["name"]}), titled, match["name"])
    typed = _KIND_BEFORE.fullmatch(titled.heading.text.strip())
    kind = "" if typed is None else typed["kind"].lower()
    is_typedoc = _is_typedoc(page) if kind or _groups(page) else False
    if is_typedoc and kind in ("", "module", "namespace") and (groups := _groups(page)):
        return _module(page, groups)
    if (
        typed is not None
        and (kind in _DATA or kind == "class")
        and not (is_typedoc and kind == "class" and _has_code(page.sections))
    ):
        code = _with_parts(_bare_page(page, is_marked=is_typedoc), titled, _bare_name(typed["name"]))
        return replace(code, frames=_FRAMES) if is_typedoc else code
    return CodeDocs(page, f"the page shows a {kind} of code") if is_typedoc and kind else None


def _groups(page: Page) -> list[tuple[Section, list[list[Section]]]]:
    """The groups of declarations of a page, each with its declarations: their sections and those below them."""
    groups: list[tuple[Section, list[list[Section]]]] = []
    for section in page.sections:
        if section.level and section.heading.text.strip().casefold() in _GROUPS:
            groups.append((section, []))
        elif groups and section.level <= groups[-1][0].level:
            groups.append((section, []))  # a group of anything else
        elif groups and section.level == groups[-1][0].level + 1:
            groups[-1][1].append([section])
        elif groups and groups[-1][1]:
            groups[-1][1][-1].append(section)
    named = [group for group in groups if group[0].heading.text.strip().casefold() in _GROUPS]
    return [group for group in named if group[1]]


def _module(page: Page, groups: Sequence[tuple[Section, list[list[Section]]]]) -> CodeDocs:
    """The page of a module, with groups of declarations."""
    called = frozenset(
        sections[0].heading.line
        for group, declared in groups
        for sections in declared
        if group.heading.text.strip().casefold() == _CLASSES and _has_code(sections)
    )
    page = _bare_page(page, is_marked=True)
    tops = {sections[0].heading.line for _, declared in groups for sections in declared} - called
    drawn = [*properties(page)]
    aliases: list[Drawn] = []
    for section in page.sections:
        if section.heading.line in tops:
            drawn += literals(section)
            one = alias(section, _bare_name(section.heading.text))
            aliases += [one] if one is not None else []
    lines = frozenset(drawn_alias.rows[0].line for drawn_alias in aliases)
    return CodeDocs(with_drawn(page, [*drawn, *aliases]), "", _FRAMES | _CALLED, _GROUPS, called, lines)


def _with_parts(page: Page, titled: Section, name: str) -> CodeDocs:
    """The page of one declaration, with tables for its parts, or for the type of an alias."""
    titled = next(section for section in page.sections if section.heading.line == titled.heading.line)
    one = alias(titled, name)
    drawn = [*literals(titled), *properties(page), *([one] if one is not None else ())]
    return CodeDocs(with_drawn(page, drawn), aliases=frozenset({one.rows[0].line} if one is not None else ()))


def _is_typedoc(page: Page) -> bool:
    """Whether a page has a trait of TypeDoc. Its title is not enough: people write `# Module: Billing`, too."""
    proses = (block.source for section in page.sections for block in section.blocks if isinstance(block, Prose))
    return any(map(_TRAIT.match, proses)) or any(
        section.heading.text.strip().casefold() in _PLACES
        or any(not _PLACES.isdisjoint(table.headings) for table in section.tables)
        for section in page.sections
    )


def _has_trail(page: Page) -> bool:
    """Whether a page begins with the trail from the index."""
    first = next((block for section in page.sections[:2] for block in section.blocks), None)
    return isinstance(first, Prose) and _TRAIL.match(first.source) is not None


def _has_code(sections: Sequence[Section]) -> bool:
    """Whether a class has methods, or parameters of a constructor. Without them, it is data."""
    return any(section.heading.text.strip().casefold() in _OF_CLASSES for section in sections)


def _bare_name(text: str) -> str:
    """A name without type parameters: `Plan` for `Plan<T>`."""
    return text.strip().partition("<")[0]


def _named(section: Section) -> Section:
    """The section with the bare name for its heading, or a common word for properties and values of an enumeration."""
    text = section.heading.text.strip()
    match = _KIND_BEHIND.fullmatch(text) or _KIND_BEFORE.fullmatch(text)
    usual = {_MEMBERS: VALUES, _DECLARATION: PROPERTIES}.get(text.casefold(), "")
    name = usual or (_bare_name(match["name"]) if match is not None else "")
    if not name:
        return section
    return replace(section, heading=Inline(name, section.heading.line, section.heading.column))


def _bare_page(page: Page, *, is_marked: bool) -> Page:
    """The page with bare names for headings, and notices of deprecation in descriptions.

    is_marked  whether its tables mark all optional fields
    """
    sections: list[Section] = []
    for section in (_bare(_named(section), is_marked=is_marked) for section in page.sections):
        is_notice = section.heading.text.strip().casefold() == _DEPRECATED
        above = sections[-1] if sections else None
        if is_notice and above is not None and above.level == section.level - 1 and not above.tables:
            text = "\n\n".join(block.source for block in section.blocks if isinstance(block, Prose))
            notice = Prose(section.heading.line, f"**Deprecated**: {text}")
            sections[-1] = replace(above, blocks=(*above.blocks, notice))
        sections.append(section)
    return replace(page, sections=tuple(sections))


def _bare(section: Section, *, is_marked: bool) -> Section:
    """The section without places in code, and without dashes for empty cells in its tables."""
    blocks = (
        _bare_table(block, is_marked=is_marked) if isinstance(block, Table) else block
        for block in section.blocks
        if not (isinstance(block, Prose) and _is_note(block.source))
    )
    return replace(section, blocks=tuple(blocks))


def _is_note(text: str) -> bool:
    """Whether a text has only a place in code, or announces an object."""
    return _NOTES.match(text) is not None or _TRAIL.match(text) is not None or is_body(text)


def _bare_table(table: Table, *, is_marked: bool) -> Table:
    kept = [at for at, heading in enumerate(table.headings) if heading not in _PLACES]
    rows = (
        replace(row, cells=tuple(_filled(row.cells[at], table.headings[at]) for at in kept), written=len(kept))
        for row in table.rows
        if not any(
            heading == "type" and _FUNCTION.search(cell.source)
            for heading, cell in zip(table.headings, row.cells, strict=True)
        )
    )  # a function
    bare = replace(table, header=tuple(table.header[at] for at in kept), rows=tuple(rows))
    is_of_fields = "type" in bare.headings and not _NAMES.isdisjoint(bare.headings)
    return _with_presence(bare) if is_marked and is_of_fields else bare


def _with_presence(table: Table) -> Table:
    """The table with a column for required fields. TypeScript marks the optional ones."""
    if not table.rows:
        return table
    name, kind = (
        next(at for at, heading in enumerate(table.headings) if heading in _NAMES),
        table.headings.index("type"),
    )
    text_at = table.headings.index("description") if "description" in table.headings else None

    def marked(row: Row) -> Row:
        is_optional = (
            row.cells[name].text.strip().endswith("?")
            or may_be_undefined(row.cells[kind].text)
            or (text_at is not None and _OPTIONAL.match(row.cells[text_at].text) is not None)
        )
        sign = replace(row.cells[name], source="no" if is_optional else "yes")
        return replace(row, cells=(*row.cells, sign), written=row.written + 1)

    header = (*table.header, replace(table.header[name], source="Required"))
    return replace(table, header=header, rows=tuple(map(marked, table.rows)))


def _filled(cell: Inline, heading: str) -> Inline:
    if heading in _NAMES and (modified := _MODIFIED.fullmatch(cell.source)) is not None:
        return replace(cell, source=f"{modified['anchor']}{modified['name']} ({modified['modifier']})")
    if heading == "type":
        return replace(cell, source=dated(cell.source))
    is_empty = cell.source in _NOTHING or (heading == _MODIFIERS and cell.text.strip() in _MODIFIER)
    return replace(cell, source="") if is_empty else cell
