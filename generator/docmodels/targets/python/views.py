"""Views: finished text for templates, with nothing left to decide.

These classes are the contract with users' templates; docs/templates.md explains them. Every string is Python
code that may stand in a module as it is. Nothing from the docs gets here but as a literal or an identifier.
"""

from __future__ import annotations

from typing import ClassVar

from ...frozen import frozen
from .syntax import Code


@frozen()
class Options:
    """The user's wishes for all classes.

    base         the name of the class that they inherit from; "" for the library's own
    base_import  the import of that class
    extra        what objects do with keys that the docs do not name: "ignore", "allow" or "forbid"
    """

    base: Code
    base_import: Code
    extra: Code


@frozen()
class FieldView:
    """A field of an object.

    name        the attribute
    wire        the name on the wire, as a string literal
    type        the annotation of its values, on one line: `ExposedPort | None`
    default     the default, "" for a required field
    statement   the whole field, laid out for an indentation of four columns
    docstring   its description as a string statement, indented; "" without one
    """

    name: Code
    wire: Code
    type: Code
    default: Code
    statement: Code
    docstring: Code


@frozen()
class MemberView:
    """A member of an enumeration.

    statement  `NAME = value`, indented; `NAME = OTHER` for another name of a value
    docstring  its description as a string statement, indented; "" without one
    """

    name: Code
    value: Code
    statement: Code
    docstring: Code


@frozen()
class ObjectView:
    """An object as a class: `head` is its `class` line, `config` the assignment of `model_config` or "".

    template      the name of the template that lays it out, as for every declaration
    is_statement  whether it is a statement and no class; black parts classes by two blank lines

    extra  the annotation of `__pydantic_extra__`, indented; "" where the class has no use for it
    """

    template: ClassVar[str] = "object.py.jinja"
    is_statement: ClassVar[bool] = False

    name: Code
    head: Code
    docstring: Code
    config: Code
    extra: Code
    fields: tuple[FieldView, ...]


@frozen()
class EnumerationView:
    """An enumeration as a class: `head` is its `class` line."""

    template: ClassVar[str] = "enumeration.py.jinja"
    is_statement: ClassVar[bool] = False

    name: Code
    head: Code
    docstring: Code
    members: tuple[MemberView, ...]


@frozen()
class AliasView:
    """A name for a type: `statement` is the whole assignment, `type` what it stands for, on one line."""

    template: ClassVar[str] = "alias.py.jinja"
    is_statement: ClassVar[bool] = True

    name: Code
    type: Code
    statement: Code
    docstring: Code


@frozen()
class ModuleView:
    """A module.

    future        whether annotations must not be evaluated when the classes are made
    imports       the imports at the top, a string a group, in the order of the groups
    declarations  what the module defines, in an order in which it can
    unfinished    the calls that finish classes at the end, a line each; "" without any
    late_imports  the imports below, "" without any
    closing       the aliases below these imports, which name what they bring
    public        the assignment of `__all__`
    support       the names of the modules that it needs and that the package brings along itself: `_tags`
    """

    future: bool
    imports: tuple[Code, ...]
    declarations: tuple[ObjectView | EnumerationView | AliasView, ...]
    late_imports: Code
    unfinished: Code
    public: Code
    support: frozenset[Code]
    closing: tuple[AliasView, ...] = ()


@frozen()
class PackageView:
    """The `__init__.py` of a folder.

    names    what it re-exports
    imports  the imports of these, a line each, indented by four columns
    public   the assignment of `__all__`
    modules  the assignment of `_MODULES`, a dict from each name to the module that defines it, indented as well
    twins    the assignment of `_TWINS`, a dict from each name that several modules define to these, indented; "" where
             it needs none
    """

    names: tuple[Code, ...]
    imports: Code
    public: Code
    modules: Code
    twins: Code
