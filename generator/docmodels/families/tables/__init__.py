"""References that people write by hand: tables in any columns, words and language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ...frozen import frozen
from ...model.declarations import Presence
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...config import OwnTables
    from ...markdown import Page
    from .own import Own

MEMBERS, NUMBERED_MEMBERS = "members", "numbered-members"
"""Tables that show the members of an enumeration alone, and with a number each."""

UNREAD = "unread "
"""Before the name of a generator that docmodels does not read yet, of a page that it made."""


DEFINED = "defined "
"""Before the name of a type that a page defines, `=` and what it is."""

FIELDS, DESCRIBED = "fields", "described"
"""Tables of fields, and those among them that show names and descriptions alone."""

_FEWEST_DESCRIBED = 30
"""Of so many tables of fields, one with names and descriptions alone makes such tables models of the tree."""


@frozen(slots=False)
class Tables:
    """The family; see `families.Family`. It reads what no other family claims.

    own_tables    the words of a team for its own tables
    makes_models  whether examples without a table of their own become models
    """

    own_tables: tuple[OwnTables, ...] = ()
    makes_models: bool = True

    @cached_property
    def own(self) -> Own:
        """The words of a team, ready for use; raises UnusableWords for such as mean nothing."""
        from .own import Own  # most runs read no page

        return Own(self.own_tables, makes_models=self.makes_models)

    def defining(self, defined: tuple[tuple[str, str], ...]) -> Own:
        """The words of a team and the types that the docs define."""
        from .own import Own

        return Own(self.own_tables, makes_models=self.makes_models, defined=dict(defined)) if defined else self.own

    @property
    def name(self) -> str:
        return "tables"

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page, self.own)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> TablesReader:
        """See `Family`.

        Where most tables of an enumeration's members show no numbers, the members' names are the values: the numbers of
        the others are an inner matter.
        """
        from .silence import unmarked

        means = unmarked(claims.values())
        alone = sum(each.tally.get(MEMBERS, 0) for each in claims.values())
        numbered = sum(each.tally.get(NUMBERED_MEMBERS, 0) for each in claims.values())
        described = sum(each.tally.get(DESCRIBED, 0) for each in claims.values())
        with_fields = sum(each.tally.get(FIELDS, 0) for each in claims.values())
        bare = Bare(described, with_fields, described * _FEWEST_DESCRIBED >= with_fields)
        notation = Notation(self.name, "", means.evidence)
        by_name = alone > numbered
        return TablesReader(
            notation, means.presence, means.is_questioned, by_name, bare, self, _unread(claims), _defined(claims)
        )


@frozen()
class Bare:
    """Tables of a tree that show names and descriptions alone.

    count     how many there are
    fields    how many tables of fields there are, these among them
    are_read  whether they are models
    """

    count: int
    fields: int
    are_read: bool


def _defined(claims: Mapping[str, Claim]) -> tuple[tuple[str, str], ...]:
    """The types that pages define, with what they are; none of which two pages say different things."""
    found: dict[str, set[str]] = {}
    for claim in claims.values():
        for key in claim.tally:
            if key.startswith(DEFINED):
                name, _, kind = key.removeprefix(DEFINED).rpartition("=")
                found.setdefault(name, set()).add(kind)
    return tuple((name, min(kinds)) for name, kinds in sorted(found.items()) if len(kinds) == 1)


def _unread(claims: Mapping[str, Claim]) -> tuple[tuple[str, int], ...]:
    """The first page of each generator that docmodels does not read yet, and how many pages it has."""
    found: dict[str, list[str]] = {}
    for path, claim in claims.items():
        for key in claim.tally:
            if key.startswith(UNREAD):
                found.setdefault(key, []).append(path)
    return tuple((paths[0], len(paths)) for paths in found.values())


@frozen(slots=False)
class TablesReader:
    """See `families.Reader`.

    silent      the presence of a field whose row has no mark
    questioned  whether a `?` behind a type makes the field optional
    by_name     whether values are the names of members that also have numbers
    bare        what the tree shows of tables with names and descriptions alone
    family      the family of the reader
    unread      the first pages of generators that docmodels does not read yet, and how many pages each has
    defined     the types that the docs define, and what they are
    """

    notation: Notation
    silent: Presence
    questioned: bool
    by_name: bool
    bare: Bare
    family: Tables
    unread: tuple[tuple[str, int], ...] = ()
    defined: tuple[tuple[str, str], ...] = ()

    @cached_property
    def own(self) -> Own:
        """The words for the tree."""
        return self.family.defining(self.defined)

    def read(self, page: Page) -> Reading:
        from .declared_code import declared_code
        from .models import read_page
        from .row_fields import Settled
        from .unread import finding, unread

        counts = [count for path, count in self.unread if path == page.path]
        foreign = page.once(unread) or (page.once(declared_code) if counts else None)
        if foreign is not None:
            return Reading(diagnostics=tuple(finding(page.path, foreign, count) for count in counts))
        return read_page(page, Settled(self.silent, self.questioned, self.by_name), self.own, self.bare)
