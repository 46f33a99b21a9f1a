"""What the parts of a declaration are called in Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model.declarations import Enumeration, Object
from ...model.model import Model
from .identifiers import distinct, field_name, free, member_name
from .planning import Plan
from .reserved import RESERVED
from .syntax import Code

if TYPE_CHECKING:
    from ...changes import Names

_NUMBER = re.compile(r"_[0-9]+\Z")


def field_names(declaration: Object) -> tuple[Code, ...]:
    """The names of an object's fields in Python: distinct, and none the name of another on the wire."""
    found: dict[Code, None] = {}
    numbers: dict[str, int] = {}
    taken = {field.wire.name for field in declaration.fields if field.wire is not None}
    for field in declaration.fields:
        own = field.wire.name if field.wire is not None else ""
        if own not in found:
            taken.discard(own)
            numbers.pop(_NUMBER.sub("", own), None)
        name = free(field_name(field.name, RESERVED), taken, numbers=numbers)
        found[name] = None
        taken |= {own, name}
    return tuple(found)


def member_names(declaration: Enumeration) -> tuple[Code, ...]:
    """The names of an enumeration's members."""
    return distinct(member_name(member.name, member.value) for member in declaration.members)


def is_class(declaration: Enumeration) -> bool:
    """Whether an enumeration becomes a class: it has several values, all are known, and of one type.

    Flags always do: their values are combined.
    """
    if declaration.is_flags:
        return True
    types = {type(member.value) for member in declaration.members}
    return not declaration.is_open and len(declaration.members) > 1 and len(types) == 1


def names(model: Model, plan: Plan) -> Names:
    """What all declarations and their parts are called."""
    from ...changes import Names

    enumerations = [each for each in model.declarations if isinstance(each, Enumeration)]
    return Names(
        {key: (".".join(place.module), place.name) for key, place in plan.locations.items()},
        {owner.id: field_names(owner) for owner in model.objects},
        {each.id: member_names(each) if is_class(each) else () for each in enumerations},
    )
