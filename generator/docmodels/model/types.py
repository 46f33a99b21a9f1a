"""Type expressions, in no language's words.

Only the declarations of a family have a `Link`. `link` replaces each by a `Ref` or its fallback, so later steps never
meet one.
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
"""An object, and the name of one of its fields as the docs show it."""


class Scalar(StrEnum):
    """The values that are not made of others. JSON carries the ones that it has no form for as strings."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    """A number whose digits count; a number in the JSON."""
    DECIMAL_STRING = "decimal-string"
    """The same, a string in the JSON."""
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

    format  how the docs narrow it, in the words of OpenAPI's format registry: `int64`, `email`; "" where they do not
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

    field    the name, as the docs show it, of a field that every member has
    wire     its name on the wire
    tags     its constant value in each member, in the order of the members; "" for a member that is no object
    is_open  whether there may be members that the docs do not know
    missing  the tag of a value without the field: that of the only member that may leave it out, "" where several
             may, None where none may
    """

    field: str
    wire: str
    tags: tuple[str, ...]
    is_open: bool = False
    missing: str | None = None


@frozen()
class UnionOf:
    """One of several types, two or more, none a union or nullable itself: `union` makes them."""

    members: tuple[Type, ...]
    discriminator: Discriminator | None = None


@frozen()
class Nullable:
    """The type or null. On a field's own type it is `Field.nullable` instead."""

    item: Type


@frozen()
class Constant:
    """Exactly one of these values."""

    values: tuple[str | int | bool, ...]


@frozen()
class Unknown:
    """A type that the docs name and no page describes: any value can be one."""

    label: str


@frozen()
class Link:
    """A link to where the type is described, as the page has it, before it is followed.

    href      the link's target; "" where the page names a type without a link
    label     the type's name as the page shows it, its packages before it: `ExposedPort`, `components.ExposedPort`
    place     the place of the link
    fallback  the type if the link leads nowhere, as far as the page shows it; else `Unknown`
    is_whole  the anchor is the full name of the type, so no other type of that title fits
    is_hint   the link is in a description; no warning if it leads to no model
    """

    href: str
    label: str
    place: Place
    fallback: Type | None = None
    is_whole: bool = False
    is_hint: bool = False


@frozen()
class Ref:
    """The declaration with this identity."""

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
"""The types of JSON Schema, by their names."""


def json_type(type_: Type) -> str:
    """The name in JSON Schema for the values of a type: "string" for a date; "" where they may have several."""
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

    Unions are flattened, twins are kept once, constants are one `Constant`, null becomes `Nullable`, and a single
    member is itself.
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
    """The union of other members; the same ones keep the discriminator."""
    return type_ if members == type_.members else union(*members)


def nullable(item: Type) -> Type:
    """The type or null, once. A type for any value has null already."""
    return item if isinstance(item, Nullable | Unknown) or item in (ANY, NULL) else Nullable(item)


def parts(type_: Type) -> tuple[Type, ...]:
    """The types that a type is directly made of, in the order of the docs."""
    match type_:
        case ListOf(item) | Nullable(item) | MapOf(item):
            return (item,)
        case UnionOf(members):
            return members
        case _:
            return ()


_MADE_OF_OTHERS = (ListOf, Nullable, MapOf, UnionOf)


def walk(type_: Type) -> Iterator[Type]:
    """The type and all that it is made of, outermost first."""
    queue = [type_]
    while queue:
        part = queue.pop()
        yield part
        if isinstance(part, _MADE_OF_OTHERS):
            queue.extend(reversed(parts(part)))


def constants_in(type_: Type) -> tuple[str | int | bool, ...]:
    """The values of all enumerations that a type is made of."""
    return tuple(value for part in walk(type_) if isinstance(part, Constant) for value in part.values)


def is_unlisted(kind: Type) -> bool:
    """Whether a type is a scalar, or a list of such, without values that the docs list."""
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
    """The number of types around the innermost one: 0 for `string`, 1 for a list of strings."""
    level, levels = parts(type_), 0
    while level:
        levels += 1
        level = tuple(part for outer in level for part in parts(outer))
    return levels
