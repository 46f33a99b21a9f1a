"""The model as JSON has it: text where a library would make something else of it."""

from __future__ import annotations

from .....model.bases import copy_bases
from .....model.declarations import Declaration, Enumeration, Field, Object
from .....model.model import Model, map_type
from .....model.types import INTEGER, NUMBER, STRING, TEXTS, Primitive, Ref, Scalar, Type
from ...adapting import Adapted, map_leaves, maps_for_empty, write_out

_PARSED = TEXTS - {Scalar.STRING}
"""The scalars that a library would make something else of than text."""


def adapt(model: Model) -> Adapted:
    """The model without values that JSON has none of, and without bases that share keys with what is made of them."""
    flags = {each.id for each in model.declarations if isinstance(each, Enumeration) and each.is_flags}

    def leaf(whole: Type) -> Type:
        match whole:
            case Primitive(scalar) if scalar in _PARSED:
                return STRING
            case Primitive(Scalar.DECIMAL):
                return NUMBER
            case Ref(target) if target in flags:
                return INTEGER
            case _:
                return whole

    def changed(whole: Type, _: Declaration | Field) -> Type:
        return map_type(whole, leaf)

    written, _ = write_out(map_leaves(maps_for_empty(model), changed), is_cut=False)
    return copy_bases(written, _keeps), ()


def _keeps(owner: Object, base: Object, _: int) -> bool:
    """Whether both have no key in common, which checkers of types refuse."""
    return _keys(owner).isdisjoint(_keys(base))


def _keys(owner: Object) -> set[str]:
    return {field.wire.name if field.wire is not None else field.name for field in owner.fields}
