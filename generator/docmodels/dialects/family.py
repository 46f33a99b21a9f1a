"""What every family of docs offers: pages in, declarations out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..diagnostics import Diagnostic
from ..markdown import Page
from ..model.declarations import Declaration
from ..model.direction import Directions


@dataclass(frozen=True, slots=True)
class Notation:
    """How the types of a tree are written, and how that was found out, in a clause."""

    family: str
    language: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read from the pages of a tree.

    modelled     the paths of the pages that declare something, or should have
    directions   what the pages of operations send and receive
    open_unions  whether unions that are received may have members that the docs do not know
    """

    notation: Notation
    declarations: tuple[Declaration, ...]
    diagnostics: tuple[Diagnostic, ...]
    modelled: frozenset[str]
    directions: Directions
    open_unions: bool = False


class Family(Protocol):
    """A family of docs. It reads whole trees, since what one page leaves open the others may tell."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The names by which the configuration can force a notation."""
        ...

    def recognise(self, pages: Sequence[Page], language: str = "") -> Recognised:
        """What the pages declare.

        language  one of `languages`, or "" to find out from the pages
        """
        ...
