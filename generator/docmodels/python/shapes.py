"""Pieces of code and statements as values, before anybody has decided where their lines break."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Items between brackets: a call, a subscript, a list, a dict.

    open   all up to the bracket and the bracket itself: `Field(`, `list[`, `[`
    items  none, one or many
    close  the other bracket
    """

    open: str
    items: tuple[Doc, ...]
    close: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """A keyword argument or an item of a dict. `key` is all before the value: `alias=`, `"host": `."""

    key: str
    value: Doc


@dataclass(frozen=True, slots=True)
class Union:
    """Types joined by `|`, none of them a `Union` itself."""

    items: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A string that may be written in pieces where it is the value of a keyword argument."""

    text: str


Doc = str | Group | Keyed | Union | Words
"""A `str` is code that has no bracket and no operator to break a line at: a name, a number, a string literal."""


@dataclass(frozen=True, slots=True)
class Field:
    """`name: annotation`, with ` = default` unless that is None."""

    name: str
    annotation: Doc
    default: Doc | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """`name = value`"""

    name: str
    value: Doc


@dataclass(frozen=True, slots=True)
class Import:
    """`from module import names`; a name may be `X as Y`. The order of the names is kept."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassLine:
    """`class name(bases):`"""

    name: str
    bases: tuple[str, ...]


Statement = Field | Assignment | Import | ClassLine
