"""Schemas of JSON with what they refer to and what they are made of: `$ref`, `allOf`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model.declarations import Json
from .schema_cells import listed

Schema = Mapping[str, Json]
_DEEPEST = 12
"""How many schemas may refer to each other in a row."""
_MOST_STEPS = 4_000


@dataclass(slots=True)
class Resolver:
    """Resolves the schemas of one document. Pages are hostile: it takes a limited number of steps.

    root  the document that references lead into
    """

    root: Schema
    left: int = _MOST_STEPS

    def resolved(self, schema: Json, depth: int = 0) -> Schema:
        """A schema with what its references lead to, and with its parts as one; empty for no schema, or after too many steps.

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
        """The schema that a reference leads to: `#/definitions/Seat`."""
        if not isinstance(reference, str) or (reference != "#" and not reference.startswith("#/")):
            return None
        found: Json = dict(self.root)
        for step in reference[2:].split("/") if reference != "#" else ():
            step = step.replace("~1", "/").replace("~0", "~")
            found = found.get(step) if isinstance(found, dict) else None
        return found if isinstance(found, dict) else None


def properties_of(schema: Schema) -> Mapping[str, Json]:
    """The properties of a schema by their names; empty without any."""
    found = schema.get("properties")
    return found if isinstance(found, dict) else {}


def required_of(schema: Schema) -> Sequence[Json]:
    """The names of the properties that must be there."""
    return listed(schema.get("required"))


def _joined(part: Schema, schema: Schema) -> dict[str, Json]:
    """A schema with another one that holds as well."""
    made: dict[str, Json] = {**part, **schema}
    if properties := {**properties_of(part), **properties_of(schema)}:
        made["properties"] = properties
    if required := [*required_of(part), *required_of(schema)]:
        made["required"] = required
    return made
