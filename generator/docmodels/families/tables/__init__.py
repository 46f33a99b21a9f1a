"""References that people write by hand: tables in any columns, words and language.

`tools`, `lists`, `components` and `schemas` draw tables for fields in other forms. `columns` tells what a table shows,
`headings` and `labels` what it is called. `outline` joins the tables to models, and finds the `examples` of each. Then
`rows` reads their fields, and `models` makes declarations of all that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import Keeping, cached_property, frozen
from ...model.declarations import Presence
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...config import OwnTables
    from ...markdown import Page
    from .columns.own import Own

MEMBERS, NUMBERED_MEMBERS = "members", "numbered-members"
"""Keys of a tally: enumerations with names of members alone, and with a number for each."""

UNREAD = "unread "
"""The prefix of a key of a tally: before the name of an unsupported generator, for a page of it."""


DEFINED = "defined "
"""The prefix of a key of a tally: before the name of a type that a page defines, `=`, and its kind."""

FIELDS, DESCRIBED = "fields", "described"
"""Keys of a tally: tables of fields, and those among them with nothing but names and descriptions."""

_FEWEST_DESCRIBED = 30
"""Tables of names and descriptions alone are models of the tree if one in so many tables of fields is such a table."""


@frozen()
class Tables(Keeping):
    """The family; see `families.Family`. It reads the pages that no other family claims.

    own_tables    the words of a team for its own tables
    makes_models  whether examples without a table of their own become models
    """

    own_tables: tuple[OwnTables, ...] = ()
    makes_models: bool = True

    @cached_property
    def own(self) -> Own:
        """The words of a team, ready for use. Raises UnusableWords for words without a meaning."""
        from .columns.own import Own  # most runs need no words: they read no page

        return Own(self.own_tables, makes_models=self.makes_models)

    def defining(self, defined: tuple[tuple[str, str], ...]) -> Own:
        """The words of a team and the types that the docs define."""
        from .columns.own import Own

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

        If most tables of members have no numbers, the names of members are the values: numbers in other tables are only
        for the server.
        """
        from .rows.silence import unmarked

        means = unmarked(claims.values())
        alone = sum(claim.tally.get(MEMBERS, 0) for claim in claims.values())
        numbered = sum(claim.tally.get(NUMBERED_MEMBERS, 0) for claim in claims.values())
        described = sum(claim.tally.get(DESCRIBED, 0) for claim in claims.values())
        with_fields = sum(claim.tally.get(FIELDS, 0) for claim in claims.values())
        bare = Bare(described, with_fields, described * _FEWEST_DESCRIBED >= with_fields)
        notation = Notation(self.name, "", means.evidence)
        by_name = alone > numbered
        return TablesReader(
            notation, means.presence, means.is_questioned, by_name, bare, self, _unread(claims), _defined(claims)
        )


@frozen()
class Bare:
    """Tables of a tree with nothing but names and descriptions.

    count     their number
    fields    the number of all tables of fields
    are_read  whether they are models
    """

    count: int
    fields: int
    are_read: bool


def _defined(claims: Mapping[str, Claim]) -> tuple[tuple[str, str], ...]:
    """The types that pages define, and their kinds, without those that two pages define differently."""
    kinds_of: dict[str, set[str]] = {}
    for claim in claims.values():
        for key in claim.tally:
            if key.startswith(DEFINED):
                name, _, kind = key.removeprefix(DEFINED).rpartition("=")
                kinds_of.setdefault(name, set()).add(kind)
    return tuple((name, min(kinds)) for name, kinds in sorted(kinds_of.items()) if len(kinds) == 1)


def _unread(claims: Mapping[str, Claim]) -> tuple[tuple[str, int], ...]:
    """The first page of each unsupported generator, and the number of its pages."""
    pages: dict[str, list[str]] = {}
    for path, claim in claims.items():
        for key in claim.tally:
            if key.startswith(UNREAD):
                pages.setdefault(key, []).append(path)
    return tuple((paths[0], len(paths)) for paths in pages.values())


@frozen()
class TablesReader(Keeping):
    """See `families.Reader`.

    silent      the presence of a field whose row has no mark
    questioned  whether a `?` behind a type makes the field optional
    by_name     whether members with numbers have their names for values
    bare        the tables of the tree with nothing but names and descriptions
    family      the family of the reader
    unread      the first page of each unsupported generator, and the number of its pages
    defined     the types that the docs define, and their kinds
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
        from .models import read_page
        from .rows.row_fields import Settled
        from .tools.declared_code import declared_code
        from .tools.unread import finding, unread

        counts = [count for path, count in self.unread if path == page.path]
        foreign = page.once(unread) or (page.once(declared_code) if counts else None)
        if foreign is not None:
            return Reading(diagnostics=tuple(finding(page.path, foreign, count) for count in counts))
        return read_page(page, Settled(self.silent, self.questioned, self.by_name), self.own, self.bare)
