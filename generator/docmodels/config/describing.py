"""The keys of the configuration in words, for docs/configuration.md and `docmodels explain`.

strict     boolean, `false` by default: warnings fail the run, as errors do
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..frozen import frozen
from ..limits import Limits
from .meanings import meanings
from .settings import ClassSettings, CompareSettings, Config, ExceptionSettings, FieldSettings, OwnTables

TABLES: Mapping[str, type] = MappingProxyType(
    {
        "": Config,
        "fields": FieldSettings,
        "classes": ClassSettings,
        "tables": OwnTables,
        "compare": CompareSettings,
        "compare.exceptions": ExceptionSettings,
        "limits": Limits,
    }
)
"""Table below `[tool.docmodels]`, "" for that table itself → the dataclass with its keys."""


@frozen()
class Key:
    """A key of the configuration.

    table    its table below `[tool.docmodels]`; "" for that table itself
    value    its values, in the words of TOML, as Markdown
    default  its default, as Markdown
    meaning  a phrase of Markdown
    """

    table: str
    name: str
    value: str
    default: str
    meaning: str

    @property
    def dotted(self) -> str:
        """`strict`, or `fields.nullable`."""
        return f"{self.table}.{self.name}" if self.table else self.name


def keys(schema: Mapping[str, Any], table: str = "") -> Iterator[Key]:
    """The keys of a table, in the order of its dataclass.

    schema  the JSON Schema of `[tool.docmodels]`
    table   a key of `TABLES`
    """
    of = TABLES[table]
    properties, meaning, defaults = _properties(schema, table), meanings(of), of()
    for field in dataclasses.fields(of):
        if field.name in properties:
            value = "path" if "Path" in str(field.type) else _value(properties[field.name])
            yield Key(table, field.name, value, _default(getattr(defaults, field.name)), meaning[field.name])


def _properties(schema: Mapping[str, Any], table: str) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = schema["properties"]
    if not table:
        return properties
    for name in table.split("."):
        part = properties[name]
        part = part.get("items") or part
        part = part.get("additionalProperties") or part
        properties = part["properties"]
    return properties


def _value(part: Mapping[str, Any]) -> str:
    """The value of a schema, in the words of TOML."""
    if "enum" in part:
        return ", ".join(f"`{json.dumps(choice)}`" for choice in part["enum"])
    if "const" in part:
        return f"`{json.dumps(part['const'])}`"
    if "anyOf" in part:
        alternatives = map(_value, part["anyOf"])
        return " or ".join("a table of these" if text.startswith("table of ") else text for text in alternatives)
    if part["type"] == "array":
        return "array of codes" if "enum" in part["items"] else f"array of {_values(part['items'])}"
    if part["type"] == "object":
        inner = part.get("additionalProperties")
        return f"table of {_values(inner)}" if isinstance(inner, dict) and inner.get("type") != "object" else "table"
    return str(part["type"])


def _values(part: Mapping[str, Any]) -> str:
    """Several values of a schema, in the words of TOML."""
    if "anyOf" in part:
        first, *others = part["anyOf"]
        return " or ".join([_values(first), *map(_value, others)])
    return _value(part).replace("array of", "arrays of") if part.get("type") == "array" else f"{_value(part)}s"


def _default(value: object) -> str:
    if isinstance(value, Path):
        return f'`"{value.as_posix()}"`' if value != Config().docs else "the first folder found"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, str) and value:
        return f'`"{value}"`'
    return "none"
