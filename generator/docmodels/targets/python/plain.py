"""Modules and aliases of flavours without a library for types: their aliases are evaluated when they are defined."""

from __future__ import annotations

from collections.abc import Callable

from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.descriptions import documentation, with_values
from ...model.model import references
from .annotations import annotation
from .described import documented
from .enumerations import enumeration, literals
from .layout import flat, lay_out
from .literals import string
from .naming import is_class
from .planning import Module
from .scope import Scope
from .sorting import public_order
from .syntax import AnnotatedName, Assignment, Code, Doc, listed
from .views import AliasView, EnumerationView, ModuleView, ObjectView

_View = ObjectView | EnumerationView | AliasView


def class_or_values(declaration: Enumeration, name: Code, scope: Scope) -> _View:
    """An enumeration as a class; as an alias of its values, if no class can have them."""
    return (enumeration if is_class(declaration) else values)(declaration, name, scope)


def module_view(
    module: Module,
    scope: Scope,
    of_object: Callable[[Object, Code, Scope], _View],
    of_enumeration: Callable[[Enumeration, Code, Scope], _View] = class_or_values,
) -> ModuleView:
    """A module.

    of_object, of_enumeration  make the view of a declaration, from the declaration and its name
    """

    def view(declaration: Declaration, name: Code) -> _View:
        match declaration:
            case Object():
                return of_object(declaration, name, scope)
            case Enumeration():
                return of_enumeration(declaration, name, scope)
            case Alias():
                return alias(declaration, name, scope)

    views: list[_View] = []
    closing: list[AliasView] = []
    for declaration in scope.order:
        made = view(declaration, scope.name(declaration))
        if declaration.id in scope.closing and isinstance(made, AliasView):
            closing.append(made)
        else:
            views.append(made)
    names = sorted(map(scope.name, module.declarations), key=public_order)
    return ModuleView(
        scope.is_late,
        scope.imports(),
        tuple(views),
        scope.late_imports(),
        Code(""),
        lay_out(Assignment(Code("__all__"), listed(map(string, names)))),
        frozenset(scope.support),
        tuple(closing),
    )


def alias(declaration: Alias, name: Code, scope: Scope) -> AliasView:
    """The alias of a type."""
    quoted = {target for target in references(declaration) if scope.is_quoted(declaration, target)}
    return type_alias(
        name, annotation(declaration.type, scope, quoted), documented(documentation(declaration), 0), scope
    )


def values(declaration: Enumeration, name: Code, scope: Scope) -> AliasView:
    """The alias of an enumeration's values, in place of a class."""
    return type_alias(name, literals(declaration, scope), documented(with_values(declaration), 0), scope)


def type_alias(name: Code, hint: Doc, docstring: Code, scope: Scope) -> AliasView:
    """`name: TypeAlias = hint`"""
    statement = lay_out(AnnotatedName(name, scope.helper("TypeAlias"), hint))
    return AliasView(name, flat(hint), statement, docstring)
