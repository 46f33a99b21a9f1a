"""The docs that jsonschema2md makes of JSON schemas: a page for each schema and for each one in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

MODEL = "model"
"""In a claim's tally, before the path of a page that declares a model; before others stands their type: `string`."""


class SchemaPages:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "jsonschema2md"

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> SchemaPagesReader:
        """See `Family`."""
        kinds = sorted({tuple(key.split(" ", 1)[::-1]) for claim in claims.values() for key in claim.tally})
        notation = Notation(self.name, "", "a table of facts and a section for each property")
        return SchemaPagesReader(notation, tuple((path, kind) for path, kind in kinds))


@frozen()
class SchemaPagesReader:
    """See `families.Reader`.

    kinds  by the path of each page, `MODEL` or the type that it has
    """

    notation: Notation
    kinds: tuple[tuple[str, str], ...]

    def read(self, page: Page) -> Reading:
        from .models import read_page

        return read_page(page, dict(self.kinds))


JSONSCHEMA2MD = SchemaPages()
"""The family; see `families.Family`."""
