"""Every kind of change. docs/changes.md is written from these tables by `make golden`."""

from __future__ import annotations

from types import MappingProxyType

from .kinds_of_models import DESCRIPTIONS, FIELDS, MODELS
from .kinds_of_types import ENUMERATIONS, TYPES, UNIONS

KINDS = MappingProxyType({**MODELS, **FIELDS, **TYPES, **ENUMERATIONS, **UNIONS, **DESCRIPTIONS})

GROUPS = MappingProxyType(
    {
        "Models": tuple(MODELS),
        "Fields": tuple(FIELDS),
        "Types": tuple(TYPES),
        "Values": tuple(ENUMERATIONS),
        "Members of unions": tuple(UNIONS),
        "Descriptions": tuple(DESCRIPTIONS),
    }
)
"""Heading → the kinds below it."""
