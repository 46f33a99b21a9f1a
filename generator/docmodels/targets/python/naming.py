"""The names of attributes and of enumeration members, and all names of a package in one value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...diagnostics import Diagnostic
from ...model.code_names import Classes, Names, key_of
from ...model.declarations import Enumeration, Object
from ...model.model import Model
from ...patterns import regex
from .identifiers import distinct, field_name, free, member_name
from .reserved import RESERVED
from .syntax import Code

if TYPE_CHECKING:
    from .flavour import Flavour

_NUMBER = regex(r"_[0-9]+\Z")


def field_names(declaration: Object) -> tuple[Code, ...]:
    """The attributes of an object: all distinct, and none the name of another field on the wire."""
    names: dict[Code, None] = {}
    numbers: dict[str, int] = {}
    taken = {field.wire.name for field in declaration.fields if field.wire is not None}
    for field in declaration.fields:
        own = field.wire.name if field.wire is not None else ""
        if own not in names:
            taken.discard(own)
            numbers.pop(_NUMBER.sub("", own), None)
        name = free(field_name(field.name, RESERVED), taken, numbers=numbers)
        names[name] = None
        taken |= {own, name}
    return tuple(names)


def member_names(declaration: Enumeration) -> tuple[Code, ...]:
    """The names of an enumeration's members."""
    return distinct(member_name(member.name, member.value) for member in declaration.members)


def is_class(declaration: Enumeration) -> bool:
    """Whether an enumeration becomes a class: it has several values of one type, and all are known or others are kept.

    Flags always become a class: their values are combined.
    """
    if declaration.is_flags:
        return True
    values = declaration.values
    return (declaration.is_kept or not declaration.is_open) and len(values) > 1 and len(set(map(type, values))) == 1


def constant_names(declaration: Enumeration) -> tuple[Code, ...]:
    """The names of an enumeration's members; none if it becomes no class."""
    return member_names(declaration) if is_class(declaration) else ()


def attributes(declaration: Object, flavour: Flavour) -> Mapping[str, str]:
    """Field's name in the docs → the name by which code reaches it: the attribute, or the key in a flavour of plain JSON.

    Before names on the wire are inferred, attributes of namesakes may have other numbers.
    """
    if flavour.is_json:
        return {field.name: key_of(field) for field in declaration.fields}
    return _attributes(declaration)


def _attributes(declaration: Object) -> Mapping[str, Code]:
    return dict(zip((field.name for field in declaration.fields), field_names(declaration), strict=True))


def name_parts(model: Model, classes: Classes[Code], clashes: tuple[Diagnostic, ...], flavour: Flavour) -> Names[Code]:
    """The names of everything in a package.

    model    as the flavour writes it
    classes  the locations of its declarations, and `clashes`, the findings about them: the results of `locate`
    """
    enumerations = [declaration for declaration in model.declarations if isinstance(declaration, Enumeration)]
    return Names(
        classes,
        {owner.id: _attributes(owner) for owner in model.objects},
        {enumeration.id: constant_names(enumeration) for enumeration in enumerations},
        flavour.is_json,
        clashes,
    )


def has_guesses(declaration: Object) -> bool:
    """Whether some names on the wire are guesses. If its library can, the class reads other spellings of these too."""
    return any(field.wire is not None and field.wire.is_guess for field in declaration.fields)
