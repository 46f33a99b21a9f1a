"""Pages that API Documenter and TypeDoc write of code: which of them show data, and what these are called.

    [Home](./index.md) &gt; [harbor](./harbor.md) &gt; [Room](./harbor.room.md)

    ## Room interface

An interface and an enumeration are data. A class with methods, a function and their parameters are none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...frozen import frozen
from ...markdown import Inline, Page, Prose, Section

_TRAIL = re.compile(r"\[Home\]\([^()\s]*index\.md\)\s*(?:&gt;|>)")
_KIND_BEHIND = re.compile(
    r"(?P<name>\S+) (?P<kind>interface|enum|type|class|method|function|constructor|namespace|package|property|variable)"
)
_KIND_BEFORE = re.compile(r"(?P<kind>Class|Function|Variable|Module|Namespace): .+")
_DATA = frozenset({"interface", "enum", "type"})
_OF_CLASSES = frozenset({"methods", "accessors", "parameters"})
_MEMBERS = "Enumeration Members"


@frozen()
class CodeDocs:
    """A page of code docs.

    page  the page, with names for headings
    why   why none of its tables is a model, in a clause; "" where they may be
    """

    page: Page
    why: str = ""


def code_docs(page: Page) -> CodeDocs | None:
    """What a page of code docs shows; None for another page."""
    titled = next((section for section in page.sections if section.level), None)
    if titled is None:
        return None
    if _has_trail(page) and (match := _KIND_BEHIND.fullmatch(titled.heading.text.strip())) is not None:
        if match["kind"] not in _DATA:
            return CodeDocs(page, f"the page shows a {match['kind']} of code")
        sections = tuple(_named(section) for section in page.sections)
        return CodeDocs(replace(page, sections=sections, matter={**page.matter, "title": match["name"]}))
    typed = _KIND_BEFORE.fullmatch(titled.heading.text.strip())
    if typed is None or (typed["kind"] == "Class" and not _has_code(page)):
        return None
    return CodeDocs(page, f"the page shows a {typed['kind'].lower()} of code")


def _has_trail(page: Page) -> bool:
    """Whether a page begins with the way to it from the index."""
    first = next((block for section in page.sections[:2] for block in section.blocks), None)
    return isinstance(first, Prose) and _TRAIL.match(first.source) is not None


def _has_code(page: Page) -> bool:
    """Whether a class has methods, or is made of parameters. One that has neither only holds data."""
    return any(section.heading.text.strip().casefold() in _OF_CLASSES for section in page.sections)


def _named(section: Section) -> Section:
    """The section with a name for its heading, and the common word for the values of an enumeration."""
    text = section.heading.text.strip()
    match = _KIND_BEHIND.fullmatch(text)
    name = "Values" if text == _MEMBERS else match["name"] if match is not None else ""
    if not name:
        return section
    return replace(section, heading=Inline(name, section.heading.line, section.heading.column))
