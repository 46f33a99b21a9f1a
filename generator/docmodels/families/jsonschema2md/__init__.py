"""The docs of jsonschema2md: a page for each JSON schema, and for each schema in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..family import Claim, Notation, Reading
from ..packaged import Claiming

if TYPE_CHECKING:
    from ...markdown import Page

MODEL = "model"
"""A key of a tally is a kind and the path of a page. This is the kind of a model; others have their type: `string`."""


class SchemaPages(Claiming):
    """The family; see `families.Family`."""

    name, package = "jsonschema2md", __name__

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> SchemaPagesReader:
        """See `Family`."""
        kinds = sorted({tuple(key.split(" ", 1)[::-1]) for claim in claims.values() for key in claim.tally})
        notation = Notation(self.name, "", "a table of facts and a section for each property")
        return SchemaPagesReader(notation, tuple((path, kind) for path, kind in kinds))


@frozen()
class SchemaPagesReader:
    """See `families.Reader`.

    kinds  path of a page -> `MODEL`, or its type
    """

    notation: Notation
    kinds: tuple[tuple[str, str], ...]

    def read(self, page: Page) -> Reading:
        from .models import read_page

        return read_page(page, dict(self.kinds))
