"""The settings for recordings, in the terms of the room that matches them."""

from __future__ import annotations

from ..frozen import frozen
from ..model.types import DeclarationId
from ..patterns import Pattern


@frozen()
class Assignment:
    """The models that the recordings of some files are of.

    pattern  of the paths of files
    models   one, or several of which the keys of a recording tell the right one
    """

    pattern: Pattern
    models: tuple[DeclarationId, ...]
