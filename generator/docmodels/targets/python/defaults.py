"""Defaults: the value of a field that nobody sets."""

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
"""The types of the values that Python has for a scalar as they are in the JSON; a date, say, is not there."""


def constant(field: Field, scope: Scope) -> Doc | None:
    """The only value that a field can have, None where it can have others."""
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
    """The default of a field in the docs: its value where nobody sets it.

    None where they say nothing, or where the value is no value of the annotation's type in Python.
    """
    return _value(field.type, field.default_value.json, scope) if field.default_value is not None else None


def factory(default: Group, scope: Scope) -> Doc:
    """The factory for a default that is a list or a dict: each object gets a new one.

    An empty one is of any type: the class of its items may not be there yet.
    """
    if default.items:
        return Keyed(Code("lambda: "), default)
    anything = scope.helper("Any")
    return flat(
        subscript(Code("list"), anything) if default.open == "[" else subscript(Code("dict"), Code("str"), anything)
    )


def set_to(default: Doc | None, on_wire: Doc | None, scope: Scope) -> Doc | None:
    """The right side of a field: its default, or a call of `field`; None where nothing stands there.

    on_wire  the argument that gives the name on the wire; None where that is the name of the attribute
    """
    if on_wire is None and not isinstance(default, Group):
        return default
    arguments: list[Doc] = []
    if isinstance(default, Group):
        arguments.append(keyword(Code("default_factory"), factory(default, scope)))
    elif default is not None:
        arguments.append(keyword(Code("default"), default))
    return call(scope.helper("field"), *arguments, *([] if on_wire is None else [on_wire]))


def _value(whole: Type, value: Json, scope: Scope) -> Doc | None:
    """A value as Python writes one of the type, None where it cannot."""
    match whole:
        case Primitive(Scalar.ANY) if isinstance(value, str | int | float):
            return literal(value)
        case Primitive(Scalar.BYTES) if value == "":
            return Code('b""')
        case Primitive(Scalar.DECIMAL | Scalar.DECIMAL_STRING):
            return _decimal(value, scope)
        case Primitive(scalar):
            return literal(value) if type(value) in _PYTHON.get(scalar, ()) else None
        case Constant(values):
            return literal(value) if (type(value), value) in [(type(each), each) for each in values] else None
        case Ref(target) if isinstance(value, str | int) and not isinstance(value, bool) and scope.has(target):
            name = scope.constants(target).get(value)
            return None if name is None else dotted((scope.model(target), name))
        case ListOf(item) if isinstance(value, list):
            items = [_value(item, each, scope) for each in value]
            return listed([each for each in items if each is not None]) if None not in items else None
        case MapOf() if value == {}:
            return mapped(())
        case UnionOf(members):
            found = (_value(member, value, scope) for member in members)
            return next((each for each in found if each is not None), None)
        case _:
            return None


def _decimal(value: Json, scope: Scope) -> Doc | None:
    """A decimal number. Only a text gives its digits exactly."""
    if not scope.knows("Decimal") or isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return flat(call(scope.helper("Decimal"), string(str(value))))
