"""Defaults: the values of fields that nobody sets."""

from __future__ import annotations

from ...model.declarations import Field, Json
from ...model.types import Constant, ListOf, MapOf, Primitive, Ref, Scalar, Type, UnionOf
from .layout import flat
from .literals import literal, string
from .scope import Scope
from .syntax import Code, Doc, Group, Keyed, call, dotted, keyword, listed, mapped, subscript

_PYTHON: dict[Scalar, tuple[type, ...]] = {
    Scalar.STRING: (str,),
    Scalar.INTEGER: (int,),
    Scalar.NUMBER: (int, float),
    Scalar.BOOLEAN: (bool,),
}
"""Scalar → the Python types of its values, for scalars with the same values in JSON and in Python; a date has others."""


def constant(field: Field, scope: Scope) -> Doc | None:
    """The only value of a field; None if it can have others."""
    match field.type:
        case _ if field.nullable:
            return None
        case Constant((value,)):
            return literal(value)
        case Ref(target) if (only := scope.only(target)) is not None:
            return literal(only)
        case _:
            return None


def default_value(field: Field, scope: Scope) -> Doc | None:
    """The default that the docs give a field; None without one, or if the annotation does not take that value."""
    return _value(field.type, field.default_value.json, scope) if field.default_value is not None else None


def own_default(field: Field, scope: Scope) -> Doc | None:
    """The value that a field has by itself: its only value, or the documented default of an optional field."""
    default = constant(field, scope)
    return default_value(field, scope) if default is None and not field.required else default


def factory(default: Group, scope: Scope) -> Doc:
    """The factory for a default that is a list or a dict: each object gets a new one.

    An empty list or dict has items of any type: their class may not be defined yet.
    """
    if default.items:
        return Keyed(Code("lambda: "), default)
    anything = scope.helper("Any")
    return flat(
        subscript(Code("list"), anything) if default.open == "[" else subscript(Code("dict"), Code("str"), anything)
    )


def set_to(default: Doc | None, on_wire: Doc | None, scope: Scope) -> Doc | None:
    """The right side of a field: its default, or a call of `field`; None without either.

    on_wire  the argument with the name on the wire; None if the attribute has that name
    """
    if on_wire is None and not isinstance(default, Group):
        return default
    arguments: list[Doc] = []
    if isinstance(default, Group):
        arguments.append(keyword(Code("default_factory"), factory(default, scope)))
    elif default is not None:
        arguments.append(keyword(Code("default"), default))
    return call(scope.helper("field"), *arguments, *([] if on_wire is None else [on_wire]))


def _value(type_: Type, value: Json, scope: Scope) -> Doc | None:
    """A value of a type in Python; None if it is no value of the type."""
    match type_:
        case Primitive(Scalar.ANY) if isinstance(value, str | int | float):
            return literal(value)
        case Primitive(Scalar.BYTES) if value == "":
            return Code('b""')
        case Primitive(Scalar.DECIMAL | Scalar.DECIMAL_STRING):
            return _decimal(value, scope)
        case Primitive(scalar):
            return literal(value) if type(value) in _PYTHON.get(scalar, ()) else None
        case Constant(values):
            return literal(value) if (type(value), value) in [(type(member), member) for member in values] else None
        case Ref(target) if isinstance(value, str | int) and not isinstance(value, bool) and scope.has(target):
            if value in scope.values(target):
                return literal(value)
            name = scope.constants(target).get(value)
            return None if name is None else dotted((scope.model(target), name))
        case ListOf(item) if isinstance(value, list):
            docs = [_value(item, element, scope) for element in value]
            return listed([doc for doc in docs if doc is not None]) if None not in docs else None
        case MapOf() if value == {}:
            return mapped(())
        case UnionOf(members):
            candidates = (_value(member, value, scope) for member in members)
            return next((candidate for candidate in candidates if candidate is not None), None)
        case _:
            return None


def _decimal(value: Json, scope: Scope) -> Doc | None:
    """A call of `Decimal` with a text, which alone keeps all digits."""
    if not scope.knows("Decimal") or isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return flat(call(scope.helper("Decimal"), string(str(value))))
