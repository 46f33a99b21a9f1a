"""The configuration: `[tool.docmodels]` in pyproject.toml, read and written."""

from __future__ import annotations

from .settings import Config, ConfigError, WireCase, load, place_of

__all__ = ["Config", "ConfigError", "WireCase", "load", "place_of"]
