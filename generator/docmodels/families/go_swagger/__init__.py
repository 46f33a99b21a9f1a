"""The docs of go-swagger: operations with the models in them, then all models, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen
from ...tables.prefixes import shared_packages
from ..family import Claim, Notation, Reading
from ..packaged import Claiming

if TYPE_CHECKING:
    from ...markdown import Page

EXPORTED, WRITTEN = "exported", "written"
"""Keys of a tally: the number of models with mostly capital names of properties, and of other models.

References to models do not count as names.
"""

_FEWEST, _SHARE = 2, 0.8
"""The fewest models, and their share, that show names of the JSON; as in `model.conventions`."""


class GoSwaggerDocs(Claiming):
    """The family; see `families.Family`."""

    name, package = "go-swagger", __name__

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> GoSwaggerReader:
        """See `Family`.

        Capital names are those of the JSON if most models, and at least two, have other names. Else they may be names
        of Go's fields.
        """
        exported, written = (sum(claim.tally.get(key, 0) for claim in claims.values()) for key in (EXPORTED, WRITTEN))
        packages = shared_packages(claim.tally for claim in claims.values())
        shows_wire = written >= _FEWEST and written >= _SHARE * (written + exported)
        return GoSwaggerReader(packages, is_renamed=not shows_wire)


@frozen()
class GoSwaggerReader:
    """See `families.Reader`.

    packages    the packages before every title of the tree, which are no part of the name
    is_renamed  whether properties have the names of Go's fields in place of those of the JSON. References to models are
                excepted, and names that Go does not allow
    """

    packages: str
    is_renamed: bool

    @property
    def notation(self) -> Notation:
        return Notation("go-swagger", "", "the pages are built as go-swagger builds them")

    def read(self, page: Page) -> Reading:
        from .models import read_page

        return read_page(page, self.packages, is_renamed=self.is_renamed)
