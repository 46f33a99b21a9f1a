"""The members of a union, each under a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...frozen import replace
from ...markdown import Fence, Inline, Section
from ...model.types import ANY, Link, ListOf, MapOf, Type, union
from ...notation.grammar import MAX_DEPTH
from ...notation.vocabulary import Vocabulary
from ...patterns import regex
from ..kit import Builder

# No deeper than a type in a cell may be nested.
_CONTAINERS = regex(rf"(?:arrayof|mapof){{1,{MAX_DEPTH}}}(?=.)")
_UNKNOWN = "GetUnknownRaw()"
_CONTAINER = regex("arrayof|mapof")


def read_union(section: Section, below: Sequence[Section], vocabulary: Vocabulary, builder: Builder) -> Type:
    """The union of the members in the sections below a section."""
    members = [_worded(builder.type(_type_cell(member, vocabulary), vocabulary), vocabulary) for member in below]
    if members:
        return union(*members)
    message = "the section shows no types; the page is typed as Any"
    builder.report(section.heading, "no-table", message, "Give each type a heading below it.")
    return ANY


def has_unknown_members(usage: Sequence[Section]) -> bool:
    """Whether the code that uses a union has a case for members that the docs do not list: `x.GetUnknownRaw()`."""
    fences = (block for section in usage for block in section.blocks if isinstance(block, Fence))
    return any(_UNKNOWN in fence.text for fence in fences)


def _type_cell(section: Section, vocabulary: Vocabulary) -> Inline:
    """The cell with a member's type: the heading, or in some languages the code below it."""
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
    """Markdown for a text of code."""
    return f"{_TICKS}{code} ``"


def _worded(member: Type, vocabulary: Vocabulary) -> Type:
    """A member, with the type in its name as a fallback, if no page describes it: `ArrayOfStr`."""
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
