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

    FALLBACK  the page has what this family reads wherever no other claims it
    POSSIBLE  the page has something that the family could read
    LIKELY    the page is built as the family's pages are
    CERTAIN   the page bears a mark that no other family leaves
    """

    FALLBACK = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


@frozen()
class Claim:
    """A family's claim to a page: what it would read there, and how sure it is.

    models    how many models the page would declare; 0 means "mine, without a model", as for the page of an operation
    evidence  why the family claims the page, in a clause
    tally     evidence for how to read the whole tree, counted by the family's own words
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

    what         its content, as the family reads it: "fields of Room", "no model"
    why          the reason, in a clause
    strange      the headings of its columns, if it looks like a model and only these are not known; that of the names first
    verdict      what becomes of it
    shows        what a table that is no model shows: "operations"; "" for any other
    names_fields whether its first column, or one headed as a column of names, has names of fields
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

    tables     the content of each table of the page, where it is not plain
    examples   the model that each example of the page shows
    unread     the places of examples that nobody can read
    machinery  the declarations that describe the client and no JSON: how it wraps responses, how it tries again
    census     every table of the page, with what becomes of it
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

    family    the name of the family
    language  the notation of types, one of the family's languages; "" for a family with one notation
    evidence  the reason, in a clause; two notations with other evidence are equal
    is_guess  whether the docs have no evidence for the language
    is_strange  whether most of the types have words that the language lacks
    """

    family: str
    language: str
    evidence: str = field(compare=False)
    is_guess: bool = False
    is_strange: bool = False


class Reader(Protocol):
    """A family that knows the whole tree.

    A reader is a value, a frozen dataclass: its fields are all that a reading depends on besides the page. The cache keeps
    a reading while the page and these fields stay the same.
    """

    @property
    def notation(self) -> Notation: ...

    def read(self, page: Page) -> Reading:
        """Read a page of the family."""
        ...


class Family(Protocol):
    """A family of docs.

    A family reads a tree in three steps, since one page may answer what another leaves open. The first and the last
    step look at one page alone, so the cache can keep their results while the page stays the same.
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

        claims    by the paths of the pages that the family reads, in order
        language  one of `languages`, or "" to find it out from the claims
        """
        ...
