"""Schemas of JSON with their references and their parts: `$ref`, `allOf`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....model.declarations import Json
from .schema_cells import listed

Schema = Mapping[str, Json]
_DEEPEST = 12
"""The most references in a row."""
_MOST_STEPS = 4_000


@dataclass(slots=True)
class Resolver:
    """Resolves the schemas of one document. Pages may be hostile, so the number of steps is limited.

    root  the document of the references
    left  the number of steps that are left
    """

    root: Schema
    left: int = _MOST_STEPS

    @property
    def steps(self) -> int:
        """The number of steps so far."""
        return _MOST_STEPS - self.left

    def resolved(self, schema: Json, depth: int = 0) -> Schema:
        """A schema with the targets of its references and its parts merged; {} for no schema, and after too many steps.

        A reference out of the document stays: its `$ref` is the name of a model.
        """
        if not isinstance(schema, dict) or depth > _DEEPEST or self.left <= 0:
            return {}
        self.left -= 1
        made: dict[str, Json] = dict(schema)
        target = self._target(schema.get("$ref"))
        if target is not None:
            made.pop("$ref")
            made = {**self.resolved(target, depth + 1), **made}
        for part in listed(made.pop("allOf", None)):
            made = _joined(self.resolved(part, depth + 1), made)
        return made

    def _target(self, reference: Json) -> Json | None:
        """The target of a reference: `#/definitions/Seat`; None without one."""
        if not isinstance(reference, str) or (reference != "#" and not reference.startswith("#/")):
            return None
        value: Json = dict(self.root)
        for step in reference[2:].split("/") if reference != "#" else ():
            step = step.replace("~1", "/").replace("~0", "~")
            value = value.get(step) if isinstance(value, dict) else None
        return value if isinstance(value, dict) else None


def properties_of(schema: Schema) -> Mapping[str, Json]:
    """Name -> property of a schema."""
    properties = schema.get("properties")
    return properties if isinstance(properties, dict) else {}


def required_of(schema: Schema) -> Sequence[Json]:
    """The names of the required properties of a schema."""
    return listed(schema.get("required"))


def _joined(part: Schema, schema: Schema) -> dict[str, Json]:
    """A schema merged with a part of it."""
    made: dict[str, Json] = {**part, **schema}
    if properties := {**properties_of(part), **properties_of(schema)}:
        made["properties"] = properties
    if required := [*required_of(part), *required_of(schema)]:
        made["required"] = required
    return made
