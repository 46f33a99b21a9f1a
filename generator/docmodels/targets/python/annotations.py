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
    """The local names of the classes that an object inherits from by the docs."""
    return [scope.model(base.id) for base in declaration.bases if isinstance(base, Ref) and scope.has(base.id)]


def annotation(whole: Type, scope: Scope, quoted: Container[DeclarationId] = frozenset()) -> Doc:
    """The annotation for a type. The depth of a type is bounded by the dialect that read it.

    quoted  what is named in a string, since it is not there yet
    """
    match whole:
        case _ if _is_any(whole, scope):
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
            is_tagged = scope.tagged is not None and whole.discriminator is not None and len(known) == len(members)
            return scope.tagged(whole, plain, scope) if scope.tagged is not None and is_tagged else plain
        case Constant(values):
            return subscript(scope.helper("Literal"), *map(literal, values))
        case Ref(key):
            return string(scope.model(key)) if key in quoted else scope.model(key)
        case Unknown() | Link():  # any value, as said above
            return scope.helper("Any")


def _decimal(scalar: Scalar, scope: Scope) -> Doc:
    """The annotation for a decimal number; that of the JSON's form in a flavour without a type for it."""
    if scalar is Scalar.DECIMAL and scope.knows("DecimalNumber"):
        return scope.helper("DecimalNumber")
    if scope.knows("Decimal"):
        return scope.helper("Decimal")
    return Code("float") if scalar is Scalar.DECIMAL else Code("str")


def field_annotation(field: Field, scope: Scope, *, has_default: bool) -> Doc:
    """The annotation of a field's values: with None where the value may be null, or missing.

    has_default  whether a value other than None stands for one that is missing
    """
    whole = annotation(field.type, scope)
    never_none = (field.required or has_default) and not field.nullable
    if never_none or admits_anything(field.type, scope):
        return whole
    return joined((whole, _NONE))


def admits_anything(whole: Type, scope: Scope) -> bool:
    """Whether no value is too much for the type: it is any, or a union with such a member."""
    return _is_any(whole, scope) or (
        isinstance(whole, UnionOf) and any(_is_any(member, scope) for member in whole.members)
    )


def _is_any(whole: Type, scope: Scope) -> bool:
    """Whether the type says nothing about its values."""
    match whole:
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
    """A union, flat, each member once, None last."""
    flat: dict[Doc, None] = {}
    for member in members:
        flat.update(dict.fromkeys(member.items if isinstance(member, Union) else (member,)))
    if _NONE in flat:
        flat[_NONE] = flat.pop(_NONE)
    return next(iter(flat)) if len(flat) == 1 else Union(tuple(flat))
