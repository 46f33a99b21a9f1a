"""The members of a union, each under a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostic, Place
from ...markdown import Fence, Inline, Section
from ...model.types import ANY, Link, ListOf, MapOf, Type, union
from ...notation.grammar import MAX_DEPTH
from ...notation.parser import read_type
from ...notation.vocabulary import Vocabulary

# No deeper than a type in a cell may be nested.
_CONTAINERS = re.compile(rf"(?:arrayof|mapof){{1,{MAX_DEPTH}}}(?=.)")
_CONTAINER = re.compile("arrayof|mapof")


def read_members(
    section: Section, below: Sequence[Section], path: str, vocabulary: Vocabulary
) -> tuple[Type, tuple[Diagnostic, ...]]:
    """The type that the sections below `section` show the members of."""
    diagnostics: list[Diagnostic] = []
    members = list(_members(below, path, vocabulary, diagnostics))
    if not members:
        place = Place(path, section.heading.line, section.heading.column)
        message = "the section shows no types; the page is typed as Any"
        diagnostics.append(Diagnostic(place, "no-table", message, "Give each type a heading below it."))
        return ANY, tuple(diagnostics)
    return union(*members), tuple(diagnostics)


def _members(
    below: Sequence[Section], path: str, vocabulary: Vocabulary, diagnostics: list[Diagnostic]
) -> Iterator[Type]:
    for section in below:
        reading = read_type(_shown(section, vocabulary), path, vocabulary)
        diagnostics.extend(reading.diagnostics)
        yield _worded(reading.type, vocabulary)


def _shown(section: Section, vocabulary: Vocabulary) -> Inline:
    """Where a section shows the member's type: in the code below the heading, if the language has it there."""
    if vocabulary.member_code:
        for block in section.blocks:
            if not isinstance(block, Fence):
                continue
            match = re.search(vocabulary.member_code, block.text)
            if match and match["type"].strip():
                line, column = block.place(match.start("type"))
                return Inline(_escaped(match["type"].strip()), line, max(column - len(_TICKS), 1))
    return section.heading


_TICKS = "`` "


def _escaped(code: str) -> str:
    """Code as the Markdown that shows it."""
    return f"{_TICKS}{code} ``"


def _worded(member: Type, vocabulary: Vocabulary) -> Type:
    """A member that perhaps no page describes, with the type that its name means: `ArrayOfStr`."""
    if not isinstance(member, Link) or member.href or not vocabulary.members:
        return member
    match = _CONTAINERS.match(member.label.lower())
    name = member.label[match.end() :] if match else member.label
    if not match and name.lower() not in vocabulary.members:
        return member
    inner: Type = vocabulary.members.get(name.lower(), replace(member, label=name))
    for container in reversed(_CONTAINER.findall(match[0]) if match else ()):
        inner = MapOf(inner) if container == "mapof" else ListOf(inner)
    return replace(member, fallback=inner)
