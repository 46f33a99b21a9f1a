"""Families of docs: what headings, columns, marks and types mean in each.

A family is a package of its own that knows no other, and a line in `FAMILIES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .crd_ref_docs import CrdRefDocs
from .family import Claim, Family, Notation, Reader, Reading, Sighting, Sureness
from .go_swagger import GoSwaggerDocs
from .openapi_generator import GeneratedClientDocs
from .protoc_gen_doc import ProtocGenDoc
from .sdk import SdkDocs
from .swagger_markdown import SWAGGER_MARKDOWN_DOCS
from .tables import Tables
from .widdershins import WIDDERSHINS_DOCS

if TYPE_CHECKING:
    from ..markdown import Page

FAMILIES: tuple[Family, ...] = (
    SdkDocs(),
    GeneratedClientDocs(),
    ProtocGenDoc(),
    CrdRefDocs(),
    WIDDERSHINS_DOCS,
    SWAGGER_MARKDOWN_DOCS,
    GoSwaggerDocs(),
    Tables(),
)
"""All families; where two claim a page alike, the first one reads it."""

NAMES: tuple[str, ...] = tuple(family.name for family in FAMILIES)
LANGUAGES: tuple[str, ...] = tuple(dict.fromkeys(language for family in FAMILIES for language in family.languages))


def claims(page: Page) -> dict[str, Claim]:
    """What each family would read on a page, by the names of the families that claim it."""
    found = ((family.name, family.claim(page)) for family in FAMILIES)
    return {name: claim for name, claim in found if claim is not None}


__all__ = [
    "FAMILIES",
    "LANGUAGES",
    "NAMES",
    "Claim",
    "Family",
    "Notation",
    "Reader",
    "Reading",
    "Sighting",
    "Sureness",
    "claims",
]
