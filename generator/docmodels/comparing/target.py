"""The content of a target: declarations, as the docs have them, and findings."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..model.model import Model
from ..model.types import DeclarationId, MapOf, Primitive, Scalar

JSON_TEXT = Primitive(Scalar.STRING, "json")
"""A text as JSON has it, which may be a date."""

UNTAGGED = MapOf(Primitive(Scalar.ANY, "untagged"))
"""A map of any value, where the library of the code refuses unions of objects that no tag tells apart."""


@frozen()
class Target:
    """The classes or schemas that the docs are compared with.

    The page of a `DeclarationId` is the path of a file, its anchor the name of the class: `models/room.py#Room.Status`.

    name         as reports call it: `acme/models`
    prefix       the text before the path of a file: `acme/`
    model        the declarations; a field with an uncertain name in the JSON has a `WireName` that is a guess
    helpers      classes that nobody expects in the docs: bases of others, private ones, ones that may be no model
    diagnostics  the findings about files; their places are paths like those of the declarations
    """

    name: str
    prefix: str
    model: Model
    helpers: frozenset[DeclarationId] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
