"""The interface of a family of docs: pages in, declarations out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from ..diagnostics import Diagnostic, Place
from ..diagnostics.census import Entry, Verdict
from ..frozen import frozen
from ..model.declarations import Declaration, Use
from ..model.types import DeclarationId

if TYPE_CHECKING:
    from ..markdown import Page


class Sureness(IntEnum):
    """The certainty of a claim.

    FALLBACK  the family would read the page if no other claims it
    POSSIBLE  the page has something that the family could read
    LIKELY    the page is built like those of the family
    CERTAIN   the page bears a mark that no other family leaves
    """

    FALLBACK = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


@frozen()
class Claim:
    """A family's claim to a page.

    sureness  how sure the family is
    models    the number of models on the page; 0 means "mine, without a model", as for the page of an operation
    evidence  why the family claims the page, in a clause
    tally     evidence for decisions about the whole tree: counts, by the family's own words
    group     the family settles the pages of one group together: a tree may hold docs in several languages
    """

    sureness: Sureness
    models: int
    evidence: str
    tally: Mapping[str, int] = field(default_factory=dict, hash=False)
    group: str = ""


@frozen()
class Sighting:
    """A table that a family met on a page.

    what         its content: "fields of Room", "no model"
    why          the reason, in a clause
    strange      the headings of its columns, if only these are unknown in a likely model; the heading of names first
    verdict      its fate
    shows        the content of a table that is no model: "operations"; "" for any other
    names_fields whether its first column, or a column headed as names, has names of fields
    above        the heading or the label above it
    """

    place: Place
    what: str
    why: str
    strange: tuple[str, ...] = ()
    verdict: Verdict = Verdict.READ
    shows: str = ""
    names_fields: bool = True
    above: str = ""


@frozen()
class Reading:
    """The declarations of a page, the uses in its operations, and the findings about it.

    tables     the tables of the page with a content that is not plain
    examples   the model of each example on the page
    unread     the places of unreadable examples
    machinery  the declarations of the client's own parts, which are no JSON: wrappers of responses, retries
    census     every table of the page, with its fate
    """

    declarations: tuple[Declaration, ...] = ()
    uses: tuple[Use, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    tables: tuple[Sighting, ...] = ()
    examples: tuple[Sighting, ...] = ()
    unread: tuple[Place, ...] = ()
    machinery: tuple[DeclarationId, ...] = ()
    census: tuple[Entry, ...] = ()


@frozen()
class Notation:
    """The family and the language of some pages.

    family      the name of the family
    language    the notation of types, one of the family's languages; "" for a family with one notation
    evidence    the reason, in a clause; it does not count for equality
    is_guess    whether the docs have no evidence for the language
    is_strange  whether most types have words that the language lacks
    """

    family: str
    language: str
    evidence: str = field(compare=False)
    is_guess: bool = False
    is_strange: bool = False


class Reader(Protocol):
    """A family that has settled how to read a tree.

    A reader is a value, a frozen dataclass. A reading depends on the page and on its fields, and on nothing else: the
    cache keeps a reading while both stay the same.
    """

    @property
    def notation(self) -> Notation: ...

    def read(self, page: Page) -> Reading:
        """Read a page of the family."""
        ...


class Family(Protocol):
    """A family of docs.

    A family reads a tree in three steps: `claim`, `settle` and `Reader.read`. The middle one decides for all pages: one
    page may answer what another leaves open. The others look at a single page: the cache keeps their results while the
    page stays the same.
    """

    @property
    def name(self) -> str: ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The names by which the configuration can force a notation."""
        ...

    def claim(self, page: Page) -> Claim | None:
        """The family's claim to a page, or None for a page of another family."""
        ...

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> Reader:
        """Make the reader for the pages of a group.

        claims    path -> claim, for the pages that the family reads, in order
        language  one of `languages`, or "" to choose one by the claims
        """
        ...
