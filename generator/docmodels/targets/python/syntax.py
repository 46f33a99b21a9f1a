"""Pieces of code and statements as values, without line breaks yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

from ...frozen import frozen

Code = NewType("Code", str)
"""Text that is Python code.

It holds text from the docs only as a literal or an identifier: mypy accepts no plain `str` in its place, and
tests/test_by_construction.py lists the few functions that make code from text.
"""


@frozen()
class Group:
    """Items between brackets: a call, a subscript, a list, a dict.

    open   everything up to the bracket, and the bracket: `AnnotatedName(`, `list[`, `[`
    items  none, one or many
    close  the other bracket; `,)` for a tuple of one item
    """

    open: Code
    items: tuple[Doc, ...]
    close: Code


@frozen()
class Keyed:
    """A keyword argument or an item of a dict. `key` is everything before the value: `alias=`, `"host": `."""

    key: Code
    value: Doc


@frozen()
class Union:
    """Types joined by `|`, none of them a `Union` itself."""

    items: tuple[Doc, ...]


@frozen()
class Words:
    """A string that may be split into pieces as the value of a keyword argument."""

    text: str


Doc = Code | Group | Keyed | Union | Words
"""A `Code` here has no bracket and no operator to break a line at: a name, a number, a string literal."""


@frozen()
class AnnotatedName:
    """`name: annotation`, with ` = default` unless that is None."""

    name: Code
    annotation: Doc
    default: Doc | None = None


@frozen()
class Assignment:
    """`name = value`"""

    name: Code
    value: Doc


@frozen()
class Import:
    """`from module import names`; a name may be `X as Y`. The order of the names is kept."""

    module: Code
    names: tuple[Code, ...]


@frozen()
class ImportModule:
    """`import module`"""

    module: Code


@frozen()
class ClassLine:
    """`class name(bases):`, keyword arguments among the bases."""

    name: Code
    bases: tuple[Doc, ...]


Statement = AnnotatedName | Assignment | Import | ImportModule | ClassLine


def call(name: Code, *arguments: Doc) -> Group:
    """`name(arguments)`"""
    return Group(Code(f"{name}("), arguments, Code(")"))


def subscript(name: Code, *items: Doc) -> Group:
    """`name[items]`"""
    return Group(Code(f"{name}["), items, Code("]"))


def listed(items: Iterable[Doc]) -> Group:
    """`[items]`"""
    return Group(Code("["), tuple(items), Code("]"))


def mapped(items: Iterable[tuple[Code, Doc]]) -> Group:
    """`{key: value}` of the items."""
    return Group(Code("{"), tuple(Keyed(Code(f"{key}: "), value) for key, value in items), Code("}"))


def keyword(name: Code, value: Doc) -> Keyed:
    """`name=value`"""
    return Keyed(Code(f"{name}="), value)


def dotted(names: Iterable[Code], level: int = 0) -> Code:
    """`a.b.c`, behind `level` dots."""
    return Code("." * level + ".".join(names))


def renamed(name: Code, local: Code) -> Code:
    """A name in an import: `name as local`, or `name` alone if the two are the same."""
    return name if name == local else Code(f"{name} as {local}")
