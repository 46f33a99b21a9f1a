"""The configuration: `[tool.docmodels]` in pyproject.toml or docmodels.toml, read and written."""

from __future__ import annotations

from .loading import FILES, candidates, is_from_file, load, package_names, project
from .places import ConfigError, Mistakes, place_of, quoted, suggestion
from .settings import (
    LIKELY,
    ClassSettings,
    CompareSettings,
    Config,
    ExceptionSettings,
    FieldSettings,
    OwnTables,
    WireCase,
    check_names,
)

__all__ = [
    "FILES",
    "LIKELY",
    "ClassSettings",
    "CompareSettings",
    "Config",
    "ConfigError",
    "ExceptionSettings",
    "FieldSettings",
    "Mistakes",
    "OwnTables",
    "WireCase",
    "candidates",
    "check_names",
    "is_from_file",
    "load",
    "package_names",
    "place_of",
    "project",
    "quoted",
    "suggestion",
]
