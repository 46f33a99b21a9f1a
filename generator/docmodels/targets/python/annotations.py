"""Type expressions as Python annotations."""

from __future__ import annotations

from collections.abc import Container
from types import MappingProxyType

from ...model.declarations import Field, Object
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
)
from .literals import literal, string
from .scope import Scope
from .syntax import Code, Doc, Union, subscript

_NONE = Code("None")
_BUILT_IN = MappingProxyType(
    {
        Scalar.STRING: Code("str"),
        Scalar.INTEGER: Code("int"),
        Scalar.NUMBER: Code("float"),
        Scalar.BOOLEAN: Code("bool"),
        Scalar.BYTES: Code("bytes"),
        Scalar.NULL: _NONE,
    }
)
_HELPER = MappingProxyType(
    {
        Scalar.DATE: "date",
        Scalar.DATETIME: "datetime",
        Scalar.TIME: "time",
        Scalar.DURATION: "timedelta",
        Scalar.UUID: "UUID",
    }
)


def inherited_classes(declaration: Object, scope: Scope) -> list[Code]:
    """The local names of an object's base classes in the docs."""
    return [scope.model(base.id) for base in declaration.bases if isinstance(base, Ref) and scope.has(base.id)]


def annotation(type_: Type, scope: Scope, quoted: Container[DeclarationId] = frozenset()) -> Doc:
    """The annotation for a type. The parser of the type bounds its depth.

    quoted  declarations that are not defined yet: a string names them
    """
    match type_:
        case _ if _is_any(type_, scope):
            return scope.helper("Any")
        case Primitive(Scalar.DECIMAL | Scalar.DECIMAL_STRING as scalar):
            return _decimal(scalar, scope)
        case Primitive(scalar):
            return _BUILT_IN[scalar] if scalar in _BUILT_IN else scope.helper(_HELPER[scalar])
        case ListOf(item):
            return subscript(Code("list"), annotation(item, scope, quoted))
        case MapOf(value):
            return subscript(Code("dict"), Code("str"), annotation(value, scope, quoted))
        case Nullable(item):
            return joined((annotation(item, scope, quoted), _NONE))
        case UnionOf(members):
            known = [annotation(member, scope, quoted) for member in members if not _is_any(member, scope)]
            plain = joined((*known, scope.helper("Any")) if len(known) < len(members) else tuple(known))
            is_tagged = scope.tagged is not None and type_.discriminator is not None and len(known) == len(members)
            return scope.tagged(type_, plain, scope) if scope.tagged is not None and is_tagged else plain
        case Constant(values):
            return subscript(scope.helper("Literal"), *map(literal, values))
        case Ref(key):
            return string(scope.model(key)) if key in quoted else scope.model(key)
        case Unknown() | Link():  # any value, as said above
            return scope.helper("Any")


def _decimal(scalar: Scalar, scope: Scope) -> Doc:
    """The annotation for a decimal number; in a flavour without decimals, `float` or `str`, as the JSON has it."""
    if scalar is Scalar.DECIMAL and scope.knows("DecimalNumber"):
        return scope.helper("DecimalNumber")
    if scope.knows("Decimal"):
        return scope.helper("Decimal")
    return Code("float") if scalar is Scalar.DECIMAL else Code("str")


def field_annotation(field: Field, scope: Scope, *, has_default: bool) -> Doc:
    """The annotation of a field, with None if its value may be null or missing.

    has_default  whether a default other than None stands for a missing value
    """
    hint = annotation(field.type, scope)
    never_none = (field.required or has_default) and not field.nullable
    if never_none or admits_anything(field.type, scope):
        return hint
    return joined((hint, _NONE))


def admits_anything(type_: Type, scope: Scope) -> bool:
    """Whether the type takes any value: it is any, or a union with such a member."""
    return _is_any(type_, scope) or (
        isinstance(type_, UnionOf) and any(_is_any(member, scope) for member in type_.members)
    )


def _is_any(type_: Type, scope: Scope) -> bool:
    """Whether the type leaves its values open."""
    match type_:
        case Primitive(Scalar.ANY) | Unknown() | Link():
            return True
        case Ref(key):
            return not scope.has(key)
        case Nullable(item):
            return _is_any(item, scope)
        case UnionOf(members):
            return all(_is_any(member, scope) for member in members)
        case _:
            return False


def joined(members: tuple[Doc, ...]) -> Doc:
    """A flat union: each member once, None last."""
    flat: dict[Doc, None] = {}
    for member in members:
        flat.update(dict.fromkeys(member.items if isinstance(member, Union) else (member,)))
    if _NONE in flat:
        flat[_NONE] = flat.pop(_NONE)
    return next(iter(flat)) if len(flat) == 1 else Union(tuple(flat))
