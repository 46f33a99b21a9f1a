"""Families of docs: what headings, columns, marks and types mean in each.

A family is a package of its own that knows no other, and a line in `FAMILIES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .crd_ref_docs import CRD_REF_DOCS
from .family import Claim, Family, Notation, Reader, Reading, Sighting, Sureness
from .go_swagger import GoSwaggerDocs
from .openapi_generator import GeneratedClientDocs
from .protoc_gen_doc import PROTOC_GEN_DOC
from .sdk import SdkDocs
from .swagger2markup import SWAGGER2MARKUP_DOCS
from .swagger_markdown import SWAGGER_MARKDOWN_DOCS
from .tables import Tables
from .widdershins import WIDDERSHINS_DOCS

if TYPE_CHECKING:
    from ..config import OwnTables
    from ..markdown import Page

FALLBACK = Tables()
"""The family that reads what no other is likely to read."""

FAMILIES: tuple[Family, ...] = (
    SdkDocs(),
    GeneratedClientDocs(),
    PROTOC_GEN_DOC,
    CRD_REF_DOCS,
    WIDDERSHINS_DOCS,
    SWAGGER_MARKDOWN_DOCS,
    SWAGGER2MARKUP_DOCS,
    GoSwaggerDocs(),
    FALLBACK,
)
"""All families; where two claim a page alike, the first one reads it."""

NAMES: tuple[str, ...] = tuple(family.name for family in FAMILIES)
SHAPES: tuple[str, ...] = ("components", "bullets", "terraform")
"""In what else than tables the family of tables finds fields."""

LANGUAGES: tuple[str, ...] = tuple(dict.fromkeys(language for family in FAMILIES for language in family.languages))


def with_words(own: Sequence[OwnTables], *, makes_models: bool = True) -> Tables:
    """The family that reads what no other is likely to read, with the words of a team for its own tables.

    makes_models  whether examples without a table of their own become models

    Raises ValueError for words that mean nothing.
    """
    found = Tables(tuple(own), makes_models)
    if own:
        found.own.check()
    return found


def claims(page: Page, among: Sequence[Family] = FAMILIES) -> dict[str, Claim]:
    """What each of some families would read on a page, by the names of those that claim it."""
    return {family.name: claim for family in among if (claim := family.claim(page)) is not None}


__all__ = [
    "FAMILIES",
    "LANGUAGES",
    "NAMES",
    "SHAPES",
    "Claim",
    "Family",
    "Notation",
    "Reader",
    "Reading",
    "Sighting",
    "Sureness",
    "Tables",
    "claims",
    "with_words",
]
