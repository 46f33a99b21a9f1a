"""Type expressions, independent of any language.

Only the declarations of a family have a `Link`. `link` replaces each by a `Ref` or its fallback, so that later steps
never meet one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ..diagnostics import Place
from ..frozen import frozen


class DeclarationId(NamedTuple):
    """The identity of a declaration in a tree: `Room.md`, `models.md#order`.

    page    the path of its page, relative to the docs folder and with `/`
    anchor  distinguishes it from the other declarations of the page; "" for a page's only model
    """

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


FieldId = tuple[DeclarationId, str]
"""An object, and the name of one of its fields in the docs."""


class Scalar(StrEnum):
    """Types of single values. In JSON, dates and the like are strings."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    """A number with exact digits, as a number in the JSON."""
    DECIMAL_STRING = "decimal-string"
    """A number with exact digits, as a string in the JSON."""
    BOOLEAN = "boolean"
    BYTES = "bytes"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    NULL = "null"
    ANY = "any"


@frozen()
class Primitive:
    """A scalar.

    format  its format in the docs, by OpenAPI's format registry: `int64`, `email`; "" without one
    """

    scalar: Scalar
    format: str = ""


@frozen()
class ListOf:
    item: Type


@frozen()
class MapOf:
    """A JSON object with keys that the docs do not name."""

    value: Type


@frozen()
class Discriminator:
    """The field that distinguishes the members of a union.

    field    its name in the docs; every member has the field
    wire     its name on the wire
    tags     its constant value in each member, in the order of the members; "" for a member that is no object
    is_open  whether there may be members that the docs do not know
    missing  the tag of a value without the field: that of the only member that may leave it out; "" if several may,
             None if none may
    """

    field: str
    wire: str
    tags: tuple[str, ...]
    is_open: bool = False
    missing: str | None = None


@frozen()
class UnionOf:
    """One of two or more types, none of them a union or nullable: `union` makes it."""

    members: tuple[Type, ...]
    discriminator: Discriminator | None = None


@frozen()
class Nullable:
    """The type or null. For the type of a field itself, `Field.nullable` says it instead."""

    item: Type


@frozen()
class Constant:
    """Exactly one of these values."""

    values: tuple[str | int | bool, ...]


@frozen()
class Unknown:
    """A type that the docs name and no page describes: it takes any value."""

    label: str


@frozen()
class Link:
    """A link to the description of a type, before it is resolved.

    href      the link's target; "" if the page names a type without a link
    label     the type's name on the page, with its packages: `ExposedPort`, `components.ExposedPort`
    place     the place of the link
    fallback  the type if the link leads nowhere, as the page shows it; None for `Unknown`
    is_whole  whether the anchor is the full name of the type, so that no other type with that title fits
    is_hint   whether the link is in a description: then there is no warning if it leads to no model
    """

    href: str
    label: str
    place: Place
    fallback: Type | None = None
    is_whole: bool = False
    is_hint: bool = False


@frozen()
class Ref:
    """A reference to the declaration with an identity."""

    id: DeclarationId


Type = Primitive | ListOf | MapOf | UnionOf | Nullable | Constant | Unknown | Link | Ref

ANY = Primitive(Scalar.ANY)
STRING = Primitive(Scalar.STRING)
INTEGER = Primitive(Scalar.INTEGER)
NUMBER = Primitive(Scalar.NUMBER)
DECIMAL = Primitive(Scalar.DECIMAL)
DECIMAL_STRING = Primitive(Scalar.DECIMAL_STRING)
BOOLEAN = Primitive(Scalar.BOOLEAN)
BYTES = Primitive(Scalar.BYTES)
DATE = Primitive(Scalar.DATE)
DATETIME = Primitive(Scalar.DATETIME)
TIME = Primitive(Scalar.TIME)
DURATION = Primitive(Scalar.DURATION)
UUID = Primitive(Scalar.UUID)
NULL = Primitive(Scalar.NULL)

JSON_TYPES: Mapping[str, Type] = {
    "string": STRING,
    "integer": INTEGER,
    "number": NUMBER,
    "boolean": BOOLEAN,
    "object": MapOf(ANY),
    "array": ListOf(ANY),
    "null": NULL,
}
"""Name of a type in JSON Schema → the type."""


def json_type(type_: Type) -> str:
    """The name in JSON Schema for the values of a type: "string" for a date; "" if the values may have several."""
    match type_:
        case Primitive(Scalar.ANY):
            return ""
        case Primitive(Scalar.DECIMAL):
            return "number"
        case Primitive(scalar):
            return scalar if scalar in JSON_TYPES else "string"
        case ListOf():
            return "array"
        case MapOf():
            return "object"
        case _:
            return ""


def union(*members: Type) -> Type:
    """One type for all the members.

    Unions are flattened, equal members are one, all constants are one `Constant`, null becomes `Nullable`, and a single
    member stays itself.
    """
    flat: dict[Type, None] = {}
    constants: list[str | int | bool] = []
    null = False
    queue = list(reversed(members))
    while queue:
        member = queue.pop()
        match member:
            case UnionOf(inner):
                queue.extend(reversed(inner))
            case Nullable(item):
                null = True
                queue.append(item)
            case Primitive(Scalar.NULL):
                null = True
            case Constant(values):
                flat.setdefault(Constant(()))  # keeps the place of the first
                constants.extend(values)
            case _:
                flat.setdefault(member)
    merged = Constant(tuple({(type(value), value): value for value in constants}.values()))
    types = tuple(merged if isinstance(member, Constant) else member for member in flat)
    if not types:
        return NULL
    union_type = types[0] if len(types) == 1 else UnionOf(types)
    return nullable(union_type) if null else union_type


def with_members(type_: UnionOf, *members: Type) -> Type:
    """A union with other members; with the same members, it keeps its discriminator."""
    return type_ if members == type_.members else union(*members)


def nullable(item: Type) -> Type:
    """The type or null. A type that takes null already stays as it is."""
    return item if isinstance(item, Nullable | Unknown) or item in (ANY, NULL) else Nullable(item)


def parts(type_: Type) -> tuple[Type, ...]:
    """The types directly inside a type, in the order of the docs."""
    match type_:
        case ListOf(item) | Nullable(item) | MapOf(item):
            return (item,)
        case UnionOf(members):
            return members
        case _:
            return ()


_MADE_OF_OTHERS = (ListOf, Nullable, MapOf, UnionOf)


def walk(*types: Type) -> Iterator[Type]:
    """Each type and all types inside it, outermost first."""
    queue = [*reversed(types)]
    while queue:
        part = queue.pop()
        yield part
        if isinstance(part, _MADE_OF_OTHERS):
            queue.extend(reversed(parts(part)))


def constants_in(type_: Type) -> tuple[str | int | bool, ...]:
    """The values of all constants in a type."""
    if isinstance(type_, Primitive):
        return ()
    return tuple(value for part in walk(type_) if isinstance(part, Constant) for value in part.values)


def is_unlisted(kind: Type) -> bool:
    """Whether a type is a scalar, or a list of scalars, without listed values."""
    while isinstance(kind, ListOf | Nullable):
        kind = kind.item
    return isinstance(kind, Primitive)


NUMBERS = frozenset({Scalar.INTEGER, Scalar.NUMBER, Scalar.DECIMAL})
"""The scalars that are numbers in JSON."""

TEXTS = frozenset(
    {Scalar.STRING, Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.UUID}
    | {Scalar.DECIMAL_STRING}
)
"""The scalars that are strings in JSON."""


def is_number(type_: Type) -> bool:
    """Whether all values of a type are numbers: `int`, `float`, `int | float`, `Decimal`."""
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    return all(isinstance(member, Primitive) and member.scalar in NUMBERS for member in members)


def depth(type_: Type) -> int:
    """The nesting of a type: 0 for `string`, 1 for a list of strings."""
    level, levels = parts(type_), 0
    while level:
        levels += 1
        level = tuple(part for outer in level for part in parts(outer))
    return levels
