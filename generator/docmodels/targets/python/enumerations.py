"""Enumerations as classes of the standard library, and as literals."""

from __future__ import annotations

from types import MappingProxyType

from ...model.declarations import Enumeration, Member
from ...model.descriptions import noticed, said
from .described import documented
from .layout import flat, lay_out
from .literals import literal
from .scope import Scope
from .syntax import Assignment, ClassLine, Code, Doc, Union, subscript
from .views import EnumerationView, MemberView

ENUMS = Code("_enums")
"""The module with what enumerations are made of that keep values which the docs do not list."""

OPEN = MappingProxyType({"OpenIntEnum": ENUMS, "OpenStrEnum": ENUMS})
"""The names that `ENUMS` defines, for the helpers of a flavour."""

_BODY = 4


def enumeration(declaration: Enumeration, name: Code, scope: Scope) -> EnumerationView:
    """An enumeration as a class. Its values are either texts or integers."""
    integers = all(isinstance(member.value, int) for member in declaration.members)
    known = "IntEnum" if integers else "StrEnum"
    base = scope.helper("IntFlag" if declaration.is_flags else f"Open{known}" if declaration.is_kept else known)
    return EnumerationView(
        name,
        lay_out(ClassLine(name, (base,))),
        documented(said(declaration), _BODY),
        tuple(
            _member(member, own, integers)
            for member, own in zip(declaration.members, scope.members(declaration), strict=True)
        ),
    )


def _member(member: Member, name: Code, integers: bool) -> MemberView:
    value = literal(member.value if integers else str(member.value))
    return MemberView(
        name,
        flat(value),
        lay_out(Assignment(name, value), indent=_BODY),
        documented(noticed(member.deprecated, member.description), _BODY),
    )


def literals(declaration: Enumeration, scope: Scope) -> Doc:
    """Values in place of a class: the known ones, and the type of the others where there may be such."""
    known = subscript(scope.helper("Literal"), *(literal(member.value) for member in declaration.members))
    if not declaration.is_open:
        return known
    kinds = {type(member.value) for member in declaration.members}
    return Union((known, *(name for kind, name in ((int, Code("int")), (str, Code("str"))) if kind in kinds)))
