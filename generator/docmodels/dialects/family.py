"""What every family of docs offers: pages in, declarations out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from ..diagnostics import Diagnostic
from ..model.declarations import Declaration
from ..model.direction import Directions

if TYPE_CHECKING:
    from ..markdown import Page


class Kind(StrEnum):
    """What a page says of a model: its shape, or only that there is one, or nothing."""

    SHOWN = "shown"
    NAMED = "named"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a page says by itself that decides how its tree is to be read.

    path      of the page
    types     how many types the page shows
    written   how many of these each language understands, in the order of the family's languages
    sent      the paths of pages that the page, as an operation's, links to as parameters
    received  the same, as responses
    lost      what would be lost if the page described no model
    """

    path: str
    kind: Kind
    types: int = 0
    written: tuple[int, ...] = ()
    sent: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    lost: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Notation:
    """How the types of a tree are written, and how that was found out, in a clause.

    is_guess  whether nothing in the docs tells
    """

    family: str
    language: str
    evidence: str
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """How a tree is to be read.

    modelled     the paths of the pages that describe a model, in the order of the pages
    directions   what the pages of operations send and receive
    open_unions  whether unions that are received may have members that the docs do not know
    diagnostics  what is lost with the pages that describe no model
    """

    notation: Notation
    modelled: tuple[str, ...]
    directions: Directions
    open_unions: bool
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page declares, and what is wrong with it."""

    declaration: Declaration
    diagnostics: tuple[Diagnostic, ...]


class Family(Protocol):
    """A family of docs.

    A tree is read in three steps, since what one page leaves open the others may tell. The first and the last look at
    one page alone, so that what they found can be remembered for as long as the page stays as it is.
    """

    @property
    def name(self) -> str: ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The names by which the configuration can force a notation."""
        ...

    def survey(self, page: Page) -> Survey:
        """What a page says by itself."""
        ...

    def decide(self, surveys: Sequence[Survey], language: str = "") -> Decision:
        """How the tree of these pages is to be read.

        language  one of `languages`, or "" to find out from the pages
        """
        ...

    def read(self, page: Page, language: str) -> Reading:
        """What a page that describes a model declares."""
        ...
