"""Attributes of objects and members of enumerations; and all names of a package in one value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...diagnostics import Diagnostic
from ...model.code_names import Classes, Names, key_of
from ...model.declarations import Enumeration, Object
from ...model.model import Model
from ...regexes import regex
from .identifiers import distinct, field_name, free, member_name
from .reserved import RESERVED
from .syntax import Code

if TYPE_CHECKING:
    from .flavour import Flavour

_NUMBER = regex(r"_[0-9]+\Z")


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
    """Whether an enumeration becomes a class: it has several values of one type, and all are known, or others are kept.

    Flags always do: their values are combined.
    """
    if declaration.is_flags:
        return True
    values = declaration.values
    return (declaration.is_kept or not declaration.is_open) and len(values) > 1 and len(set(map(type, values))) == 1


def constant_names(declaration: Enumeration) -> tuple[Code, ...]:
    """The names of an enumeration's members; none where it becomes no class."""
    return member_names(declaration) if is_class(declaration) else ()


def attributes(declaration: Object, flavour: Flavour) -> Mapping[str, str]:
    """The names by which code reaches the fields of an object, by their names in the docs, as far as these are known.

    Names on the wire that nobody has inferred yet may put other numbers behind the attributes of namesakes.
    """
    if flavour.is_json:
        return {field.name: key_of(field) for field in declaration.fields}
    return _attributes(declaration)


def _attributes(declaration: Object) -> Mapping[str, Code]:
    return dict(zip((field.name for field in declaration.fields), field_names(declaration), strict=True))


def name_parts(model: Model, classes: Classes[Code], clashes: tuple[Diagnostic, ...], flavour: Flavour) -> Names[Code]:
    """Name everything in a package.

    model    as the flavour writes it
    classes  the locations of its declarations, and `clashes`, the findings about them; see `locate`
    """
    enumerations = [each for each in model.declarations if isinstance(each, Enumeration)]
    return Names(
        classes,
        {owner.id: _attributes(owner) for owner in model.objects},
        {each.id: constant_names(each) for each in enumerations},
        flavour.is_json,
        clashes,
    )


def has_guesses(declaration: Object) -> bool:
    """Whether the names on the wire of some fields are guesses, so that others are read, too, where the library can."""
    return any(field.wire is not None and field.wire.is_guess for field in declaration.fields)
