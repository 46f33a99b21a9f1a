"""The model for TypedDicts: plain JSON values, so that a date is a text."""

from __future__ import annotations

from .....model.bases import copy_bases
from .....model.code_names import key_of
from .....model.declarations import Declaration, Enumeration, Field, Object
from .....model.model import Model, map_type
from .....model.types import INTEGER, NUMBER, STRING, TEXTS, Primitive, Ref, Scalar, Type
from ...adapting import Adapted, map_leaves, maps_for_empty, write_out

_PARSED = TEXTS - {Scalar.STRING}
"""Texts in the JSON that libraries parse: dates and the like."""


def adapt(model: Model) -> Adapted:
    """The model with JSON's own types alone, and without bases that share a key with their subclass."""
    flags = {
        declaration.id
        for declaration in model.declarations
        if isinstance(declaration, Enumeration) and declaration.is_flags
    }

    def leaf(type_: Type) -> Type:
        match type_:
            case Primitive(scalar) if scalar in _PARSED:
                return STRING
            case Primitive(Scalar.DECIMAL):
                return NUMBER
            case Ref(target) if target in flags:
                return INTEGER
            case _:
                return type_

    def changed(type_: Type, _: Declaration | Field) -> Type:
        return map_type(type_, leaf)

    written, _ = write_out(map_leaves(maps_for_empty(model), changed), is_cut=False)
    return copy_bases(written, _keeps), ()


def _keeps(owner: Object, base: Object, _: int) -> bool:
    """Whether the two have no key in common: type checkers refuse a common key."""
    return set(map(key_of, owner.fields)).isdisjoint(map(key_of, base.fields))
