"""The configuration: `[tool.docmodels]` in pyproject.toml, read and written."""

from __future__ import annotations

from .loading import load
from .places import place_of
from .settings import LIKELY, Config, ConfigError, FieldSettings, OwnTables, WireCase

__all__ = ["LIKELY", "Config", "ConfigError", "FieldSettings", "OwnTables", "WireCase", "load", "place_of"]
