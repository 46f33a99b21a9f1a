"""Families of docs: what headings, columns, marks and types mean in each.

A family is a package that knows no other. It is a row of `BUILT_IN`, or an entry point of another distribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..config.installed import Extensions
from ..diagnostics.census import Entry, Verdict
from .family import Claim, Family, Notation, Reader, Reading, Sighting, Sureness
from .guarded import guarded
from .tables import Tables

if TYPE_CHECKING:
    from ..config import OwnTables
    from ..markdown import Page

FALLBACK = "tables"
"""The family for pages that no other family is likely to claim."""

BUILT_IN: Mapping[str, str] = MappingProxyType(
    {
        "sdk": "docmodels.families.sdk:SdkDocs",
        "apimatic": "docmodels.families.apimatic:ApimaticDocs",
        "openapi-generator": "docmodels.families.openapi_generator:GeneratedClientDocs",
        "protoc-gen-doc": "docmodels.families.protoc_gen_doc:PROTOC_GEN_DOC",
        "crd-ref-docs": "docmodels.families.crd_ref_docs:CRD_REF_DOCS",
        "widdershins": "docmodels.families.widdershins:WIDDERSHINS_DOCS",
        "swagger-markdown": "docmodels.families.swagger_markdown:SWAGGER_MARKDOWN_DOCS",
        "swagger2markup": "docmodels.families.swagger2markup:SWAGGER2MARKUP_DOCS",
        "go-swagger": "docmodels.families.go_swagger:GoSwaggerDocs",
        "json-schema-for-humans": "docmodels.families.json_schema_for_humans:JSON_SCHEMA_FOR_HUMANS",
        "jsonschema2md": "docmodels.families.jsonschema2md:SchemaPages",
        "graphql-markdown": "docmodels.families.graphql_markdown:GRAPHQL_MARKDOWN",
        "asyncapi": "docmodels.families.asyncapi:ASYNCAPI",
        FALLBACK: "docmodels.families.tables:Tables",
    }
)
"""The families that come with docmodels, as entry points name them."""

FAMILIES: Extensions[Family] = Extensions("family", "docmodels.families", BUILT_IN, guarded)
"""All families by name. If two claim a page equally, the first one reads it."""

SHAPES: tuple[str, ...] = ("components", "bullets", "terraform")
"""The forms besides tables in which the family of tables finds fields."""


def languages() -> tuple[str, ...]:
    """The languages of all families."""
    return tuple(dict.fromkeys(language for family in FAMILIES.values() for language in family.languages))


def with_words(own: Sequence[OwnTables], *, makes_models: bool = True) -> Tables:
    """The family of tables, with the words of a team for its own tables.

    makes_models  whether examples without a table of their own become models

    Raises ValueError for a word without a meaning.
    """
    family = Tables(tuple(own), makes_models)
    if own:
        family.own.check()
    return family


def claims(page: Page, among: Iterable[Family]) -> dict[str, Claim]:
    """The claims of some families to a page, by the name of the family."""
    return {family.name: claim for family in among if (claim := family.claim(page)) is not None}


__all__ = [
    "BUILT_IN",
    "FALLBACK",
    "FAMILIES",
    "SHAPES",
    "Claim",
    "Entry",
    "Family",
    "Notation",
    "Reader",
    "Reading",
    "Sighting",
    "Sureness",
    "Tables",
    "Verdict",
    "claims",
    "languages",
    "with_words",
]
