"""Declarations and types as schemas of JSON Schema 2020-12."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...model.code_names import key_of
from ...model.declarations import Access, Alias, Constraints, Declaration, Enumeration, Field, Json, Object
from ...model.descriptions import documentation, noticed, with_values
from ...model.types import (
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Scalar,
    Type,
    UnionOf,
    Unknown,
    is_number,
)

Schema = dict[str, Json]

_SCALARS: Mapping[Scalar, Schema] = {
    Scalar.STRING: {"type": "string"},
    Scalar.INTEGER: {"type": "integer"},
    Scalar.NUMBER: {"type": "number"},
    Scalar.DECIMAL: {"type": "number", "format": "decimal"},
    Scalar.DECIMAL_STRING: {"type": "string", "format": "decimal"},
    Scalar.BOOLEAN: {"type": "boolean"},
    Scalar.BYTES: {"type": "string", "format": "binary"},
    Scalar.DATE: {"type": "string", "format": "date"},
    Scalar.DATETIME: {"type": "string", "format": "date-time"},
    Scalar.TIME: {"type": "string", "format": "time"},
    Scalar.DURATION: {"type": "string", "format": "duration"},
    Scalar.UUID: {"type": "string", "format": "uuid"},
    Scalar.NULL: {"type": "null"},
    Scalar.ANY: {},
}


class Schemas:
    """Makes schemas that refer to each other.

    address        the address of a declaration's schema: `#/$defs/Room`
    discriminates  whether unions have a `discriminator`, which only OpenAPI knows
    """

    def __init__(self, address: Callable[[DeclarationId], str], *, discriminates: bool) -> None:
        self._address = address
        self._discriminates = discriminates

    def declaration(self, declaration: Declaration) -> Schema:
        """The schema of a declaration, with its title and description."""
        head: Schema = {"title": declaration.title}
        if text := with_values(declaration) if isinstance(declaration, Enumeration) else documentation(declaration):
            head["description"] = text
        if declaration.deprecated is not None:
            head["deprecated"] = True
        match declaration:
            case Object():
                return {**head, **self._object(declaration)}
            case Enumeration():
                return {**head, **_enumeration(declaration)}
            case Alias(type=type_):
                return {**head, **self.type(type_)}

    def type(self, type_: Type) -> Schema:
        """The schema of a type. The parser of the type bounds its depth."""
        match type_:
            case Primitive(scalar, format):
                schema = dict(_SCALARS[scalar])
                return {**schema, "format": format} if format and "type" in schema else schema
            case ListOf(item):
                return {"type": "array", "items": self.type(item)}
            case MapOf(value):
                return {"type": "object", "additionalProperties": self.type(value)}
            case UnionOf(members):
                return {"anyOf": [self.type(member) for member in members], **self._discriminator(type_)}
            case Nullable(item):
                return _or_null(self.type(item))
            case Constant((value,)):
                return {"const": value}
            case Constant(values):
                return {"enum": list(values)}
            case Ref(target):
                return {"$ref": self._address(target)}
            case Unknown() | Link():
                return {}

    def _object(self, declaration: Object) -> Schema:
        fields = [(key_of(field), field) for field in declaration.fields]
        required: list[Json] = [name for name, field in fields if field.required]
        own: Schema = {"type": "object"}
        if fields:
            own["properties"] = {name: self._field(field) for name, field in fields}
        if required:
            own["required"] = required
        if declaration.extra is not None:
            own["additionalProperties"] = self.type(declaration.extra)
        if examples := [usage.value for usage in declaration.usages if usage.is_wire]:
            own["examples"] = examples
        bases: list[Json] = [self.type(base) for base in declaration.bases]
        return {"allOf": bases, **own} if bases else own

    def _field(self, field: Field) -> Schema:
        schema = {**self.type(field.type), **dict(_constraints(field.type, field.constraints))}
        schema = _or_null(schema) if field.nullable else schema
        if text := noticed(field.deprecated, field.description):
            schema["description"] = text
        if field.deprecated is not None:
            schema["deprecated"] = True
        if field.default_value is not None:
            schema["default"] = field.default_value.json
        if field.values:
            schema["examples"] = list(field.values)
        if field.access is not Access.BOTH:
            schema["readOnly" if field.access is Access.READ_ONLY else "writeOnly"] = True
        return schema

    def _discriminator(self, union: UnionOf) -> Schema:
        discriminator = union.discriminator
        if discriminator is None or not self._discriminates:
            return {}
        members = [member for member in union.members if isinstance(member, Ref)]
        mapping: Schema = {
            tag: self._address(member.id) for tag, member in zip(discriminator.tags, members, strict=False)
        }
        return {"discriminator": {"propertyName": discriminator.wire, "mapping": mapping}}


def _enumeration(declaration: Enumeration) -> Schema:
    values: list[Json] = list(declaration.values)
    if declaration.is_flags:
        return {"type": "integer"}
    kinds = dict.fromkeys("integer" if isinstance(value, int) else "string" for value in values)
    if declaration.is_open:
        others: list[Json] = [{"type": kind} for kind in kinds]
        return {"anyOf": [{"enum": values}, *others]}
    if len(values) == 1:
        return {"const": values[0]}
    return {"type": next(iter(kinds)), "enum": values} if len(kinds) == 1 else {"enum": values}


def _or_null(schema: Schema) -> Schema:
    """A schema with null as a further value."""
    match schema:
        case {"type": str(kind)} if kind != "null" and "enum" not in schema:
            return {**schema, "type": [kind, "null"]}
        case {}:
            return schema if not schema else {"anyOf": [schema, {"type": "null"}]}


def _constraints(type_: Type, constraints: Constraints) -> Iterator[tuple[str, Json]]:
    """The keywords that apply to the type; see JSON Schema Validation 2020-12, section 6."""
    limits: dict[str, int | float | None]
    match type_:
        case kind if is_number(kind):
            limits = {
                "minimum": constraints.minimum,
                "exclusiveMinimum": constraints.exclusive_minimum,
                "maximum": constraints.maximum,
                "exclusiveMaximum": constraints.exclusive_maximum,
                "multipleOf": constraints.multiple_of
                if constraints.multiple_of is not None and constraints.multiple_of > 0
                else None,
            }
        case Primitive(Scalar.STRING):
            limits = {"minLength": _size(constraints.min_length), "maxLength": _size(constraints.max_length)}
            if constraints.has_valid_pattern:
                yield "pattern", constraints.pattern
        case ListOf():
            limits = {"minItems": _size(constraints.min_items), "maxItems": _size(constraints.max_items)}
            if constraints.unique_items:
                yield "uniqueItems", True
        case _:
            limits = {}
    yield from ((keyword, limit) for keyword, limit in limits.items() if limit is not None)


def _size(limit: int | None) -> int | None:
    """A count of characters or items; None for a negative one."""
    return limit if limit is not None and limit >= 0 else None
