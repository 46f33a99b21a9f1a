"""Enumerations as classes of the standard library, and as literals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ...model.declarations import Enumeration, Member
from ...model.descriptions import documentation, noticed
from .described import documented
from .layout import flat, lay_out
from .literals import literal
from .scope import Scope
from .syntax import Assignment, ClassLine, Code, Doc, Union, subscript
from .views import EnumerationView, MemberView

ENUMS = Code("_enums")
"""The module with the bases of enumerations that keep values beyond those of the docs."""

_OPEN = {"OpenIntEnum": ENUMS, "OpenStrEnum": ENUMS}

_BODY = 4


def helpers(names: Mapping[Code, Iterable[str]]) -> Mapping[str, Code]:
    """Name → the module that defines it, for all names of a flavour and the bases of open enumerations."""
    return MappingProxyType({name: module for module, names in names.items() for name in names} | _OPEN)


def enumeration(declaration: Enumeration, name: Code, scope: Scope) -> EnumerationView:
    """An enumeration as a class. Its values are all texts or all integers."""
    integers = all(isinstance(member.value, int) for member in declaration.members)
    known = "IntEnum" if integers else "StrEnum"
    base = scope.helper("IntFlag" if declaration.is_flags else f"Open{known}" if declaration.is_kept else known)
    members: list[MemberView] = []
    first: dict[str | int, Code] = {}
    for member, own in zip(declaration.members, scope.members(declaration), strict=True):
        value = member.value if integers else str(member.value)
        members.append(_member(member, own, value, first.setdefault(value, own)))
    return EnumerationView(
        name, lay_out(ClassLine(name, (base,))), documented(documentation(declaration), _BODY), tuple(members)
    )


def _member(member: Member, name: Code, plain: str | int, first: Code) -> MemberView:
    """A member; `LENT = ON_LOAN` if `ON_LOAN` is the first name of its value."""
    value = literal(plain)
    return MemberView(
        name,
        flat(value),
        lay_out(Assignment(name, value if name == first else first), indent=_BODY),
        documented(noticed(member.deprecated, member.description), _BODY),
    )


def literals(declaration: Enumeration, scope: Scope) -> Doc:
    """An enumeration as a type: `Literal` of its values, and `str` or `int` if there may be others."""
    known = subscript(scope.helper("Literal"), *map(literal, declaration.values))
    if not declaration.is_open:
        return known
    kinds = set(map(type, declaration.values))
    return Union((known, *(name for kind, name in ((int, Code("int")), (str, Code("str"))) if kind in kinds)))
