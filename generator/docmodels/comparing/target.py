"""The content of a target: declarations, as the docs have them, and findings."""

from __future__ import annotations

from collections.abc import Container

from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..model.model import Model
from ..model.types import DeclarationId, MapOf, Primitive, Ref, Scalar, Type, Unknown

JSON_TEXT = Primitive(Scalar.STRING, "json")
"""A JSON text, which may be a date."""

UNTAGGED = MapOf(Primitive(Scalar.ANY, "untagged"))
"""A map of any value, which code has for a union of objects that its library refuses without tags."""


def known_leaf(leaf: Type, ids: Container[DeclarationId]) -> Type:
    """A leaf of a type; a reference to none of the declarations becomes unknown."""
    return Unknown(leaf.id.anchor) if isinstance(leaf, Ref) and leaf.id not in ids else leaf


@frozen()
class Target:
    """The classes or schemas that the docs are compared with.

    The page of a `DeclarationId` is the path of a file, its anchor the name of the class: `models/room.py#Room.Status`.

    name         as reports call it: `acme/models`
    prefix       the folder before the path of a file: `acme/`
    model        the declarations; a field whose name in the JSON is uncertain has a `WireName` that is a guess
    helpers      classes that the docs need not describe: bases, private classes, classes that may be no model
    diagnostics  the findings about files; their places have paths like those of the declarations
    """

    name: str
    prefix: str
    model: Model
    helpers: frozenset[DeclarationId] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
