"""The rows of the fields in a schema of JSON, with those of nested objects below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....frozen import frozen, replace
from ....markdown import Inline, code_span
from ....model.declarations import Json
from ....tables.lexicon import Role
from ..drawn import DrawnRow
from .resolved_schemas import Resolver, Schema, properties_of, required_of
from .schema_cells import kind_of, kinds_of, limits_of, listed, may_be_null, text_of, values_of

_MOST_ROWS = 2_000
_DEEPEST = 20
_ANY = "any"
_MARKS = {"deprecated": " (deprecated)", "readOnly": " (read-only)", "writeOnly": " (write-only)"}
"""Keyword -> mark of the same meaning behind a name."""


@frozen()
class _Shape:
    """The type of a schema, as in a cell, and the object with fields in it; None without one."""

    text: str
    inner: Schema | None = None


@dataclass(slots=True)
class SchemaRows:
    """Makes the rows of the fields of schemas in one document.

    doubts  the names of fields with alternatives that no cell can show, and of fields with too many fields
    left    the number of rows that are left
    """

    resolver: Resolver
    where: Inline
    doubts: list[str]
    left: int = _MOST_ROWS

    def rows(self, schema: Schema, around: tuple[Schema, ...] = ()) -> Iterator[DrawnRow]:
        """The rows of an object's fields. Too many fields are left out, with a doubt.

        around  the properties of the objects around this one, the outermost first
        """
        required, depth = {name for name in required_of(schema) if isinstance(name, str)}, len(around)
        around = (*around, properties_of(schema))
        for name, declared in properties_of(schema).items():
            if self.left <= 0 or depth > _DEEPEST:
                self.doubts.append(name)
                return
            self.left -= 1
            field = self.resolver.resolved(declared)
            shape = self._shape(field, name, 0)
            yield DrawnRow(self.where.line, self._cells(name, field, shape, is_required=name in required), depth)
            if shape.inner is not None and any(_are_same(properties_of(shape.inner), outer) for outer in around):
                self.doubts.append(name)  # an object that holds objects of its own kind
            elif shape.inner is not None:
                yield from self.rows(shape.inner, around)

    def values(self, schema: Schema) -> Iterator[DrawnRow]:
        """The rows of the values of an enumeration."""
        for value in listed(schema.get("enum"))[: self.left]:
            if isinstance(value, str | int):
                yield DrawnRow(self.where.line, {Role.VALUE: replace(self.where, source=code_span(text_of(value)))})

    def _cells(self, name: str, schema: Schema, shape: _Shape, *, is_required: bool) -> dict[Role, Inline]:
        marks = "".join(mark for key, mark in _MARKS.items() if schema.get(key) is True)
        texts = {
            Role.NAME: code_span(name) + marks,
            Role.TYPE: shape.text,
            Role.REQUIRED: "yes" if is_required else "no",
        }
        values = [value for value in _values(schema) if value is not None]
        if values:
            texts[Role.VALUES] = ", ".join(code_span(text_of(value)) for value in values)
        if may_be_null(schema):
            texts[Role.NULLABLE] = "yes"
        if schema.get("default") is not None:
            texts[Role.DEFAULT] = code_span(text_of(schema["default"]))
        if isinstance(example := schema.get("example"), str | int | float):
            texts[Role.EXAMPLE] = code_span(text_of(example))
        text = schema.get("description") or schema.get("title")
        if description := "\n\n".join((*([text] if isinstance(text, str) else []), *limits_of(schema))):
            texts[Role.DESCRIPTION] = description
        return {role: replace(self.where, source=source) for role, source in texts.items() if source}

    def _shape(self, schema: Schema, name: str, depth: int) -> _Shape:
        """The type of a field, or of its items and values at a depth."""
        if depth > _DEEPEST:
            self.doubts.append(name)
            return _Shape(_ANY)
        if properties_of(schema):
            return _Shape("object", schema)
        if isinstance(reference := schema.get("$ref"), str):
            return _Shape(code_span(reference.rpartition("/")[2].partition(".")[0] or _ANY))
        if alternatives := [*listed(schema.get("oneOf")), *listed(schema.get("anyOf"))]:
            return self._either(alternatives, name, depth)
        if "items" in schema:
            items = self._shape(self.resolver.resolved(schema["items"]), name, depth + 1)
            return _Shape(f"({items.text})[]" if " | " in items.text else f"{items.text}[]", items.inner)
        patterns = schema.get("patternProperties")
        of_pattern = next(iter(patterns.values())) if isinstance(patterns, dict) and len(patterns) == 1 else None
        if isinstance(extra := schema.get("additionalProperties") or of_pattern, dict) and extra:
            value = self._shape(self.resolver.resolved(extra), name, depth + 1)
            return _Shape("map of objects" if value.inner is not None else f"map<string, {value.text}>", value.inner)
        kinds = [kind for kind in kinds_of(schema) if kind != "null"]
        return _Shape(kind_of(schema) or " | ".join(kinds) or _kind_of_values(schema))

    def _either(self, alternatives: list[Json], name: str, depth: int) -> _Shape:
        """The type of a field with alternatives. Rows cannot show alternatives of objects."""
        schemas = [self.resolver.resolved(alternative) for alternative in alternatives]
        shapes = [
            self._shape(alternative, name, depth + 1) for alternative in schemas if kinds_of(alternative) != ["null"]
        ]
        if len(shapes) == 1:
            return shapes[0]
        if any(shape.inner is not None for shape in shapes):
            self.doubts.append(name)
            return _Shape("object" if all(shape.text == "object" for shape in shapes) else _ANY)
        return _Shape(" | ".join(dict.fromkeys(shape.text for shape in shapes)))


def _are_same(properties: Schema, others: Schema) -> bool:
    """Whether two objects have the same properties of one document, perhaps by different schemas."""
    return properties.keys() == others.keys() and all(properties[name] is others[name] for name in properties)


def _values(schema: Schema) -> list[Json]:
    return [schema["const"]] if "const" in schema else list(values_of(schema))


def _kind_of_values(schema: Schema) -> str:
    """The type of a field by its values alone."""
    values = [value for value in _values(schema) if value is not None]
    if values and all(isinstance(value, str) for value in values):
        return "string"
    return "integer" if values and all(type(value) is int for value in values) else _ANY
