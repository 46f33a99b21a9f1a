"""The docs that go-swagger makes of a Swagger file: operations with the models in them, then all models, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen
from ...tables.prefixes import shared_packages
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

EXPORTED, WRITTEN = "exported", "written"
"""Of a claim's tally: models whose properties mostly have names that begin with a capital, and others.

References to models count for neither.
"""

_FEWEST, _SHARE = 2, 0.8
"""So many models, and such a share of all, show that names are those of the JSON; as in `model.conventions`."""


class GoSwaggerDocs:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "go-swagger"

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> GoSwaggerReader:
        """See `Family`.

        Names that begin with capitals are those of the JSON where most models, and two at least, have others; else they
        may be those of Go's fields.
        """
        exported, written = (sum(claim.tally.get(key, 0) for claim in claims.values()) for key in (EXPORTED, WRITTEN))
        packages = shared_packages(claim.tally for claim in claims.values())
        is_shown = written >= _FEWEST and written >= _SHARE * (written + exported)
        return GoSwaggerReader(packages, is_renamed=not is_shown)


@frozen()
class GoSwaggerReader:
    """See `families.Reader`.

    packages    the packages before the name in every title of the tree, which are no part of the name
    is_renamed  whether properties have the names of Go's fields, not those of the JSON. Those that are references to
                models keep theirs, and so do those that no field of Go's could have
    """

    packages: str
    is_renamed: bool

    @property
    def notation(self) -> Notation:
        return Notation("go-swagger", "", "the pages are built as go-swagger builds them")

    def read(self, page: Page) -> Reading:
        from .models import read_page

        return read_page(page, self.packages, is_renamed=self.is_renamed)
