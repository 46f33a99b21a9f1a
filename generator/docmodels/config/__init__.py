"""The configuration: `[tool.docmodels]` in pyproject.toml, read and written."""

from __future__ import annotations

from .loading import load
from .places import ConfigError, place_of, quoted, suggestion
from .settings import LIKELY, Config, FieldSettings, OwnTables, WireCase, check_names

__all__ = [
    "LIKELY",
    "Config",
    "ConfigError",
    "FieldSettings",
    "OwnTables",
    "WireCase",
    "check_names",
    "load",
    "place_of",
    "quoted",
    "suggestion",
]
