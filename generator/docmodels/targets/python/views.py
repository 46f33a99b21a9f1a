"""Views: finished text for templates, with nothing left to decide.

These classes are the contract with users' templates; docs/templates.md explains them. Every string is Python code,
ready for a module. It holds text from the docs only as a literal or an identifier.
"""

from __future__ import annotations

from typing import ClassVar

from ...frozen import frozen
from .syntax import Code


@frozen()
class Options:
    """The settings of all classes.

    base         the name of the class that they inherit from; "" for the library's own
    base_import  the import of that class
    extra        the handling of keys that the docs do not name: "ignore", "allow" or "forbid"
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
    statement   the complete field, laid out for an indentation of four columns
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
    """An object as a class.

    head    its `class` line
    config  the assignment of `model_config`, indented; "" for none
    extra   the annotation of `__pydantic_extra__`, indented; "" for none

    Every declaration has two constants: `template`, the name of its template, and `is_statement`, whether it is a
    statement and no class. Black puts two blank lines around classes.
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
    """An alias of a type: `statement` is the complete assignment, `type` the type on one line."""

    template: ClassVar[str] = "alias.py.jinja"
    is_statement: ClassVar[bool] = True

    name: Code
    type: Code
    statement: Code
    docstring: Code


@frozen()
class ModuleView:
    """A module.

    future        whether the module has `from __future__ import annotations`
    imports       the imports at the top, one string for each group
    declarations  the declarations in the order of their definitions
    late_imports  the imports below the declarations; "" without any
    unfinished    the calls that finish classes at the end, a line each; "" without any
    public        the assignment of `__all__`
    support       the helper modules of the package that it needs: `_tags`
    closing       the aliases below the late imports, which need these
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

    names    the names that it re-exports
    imports  the imports of these, a line each, indented by four columns
    public   the assignment of `__all__`
    modules  the assignment of `_MODULES`, a dict of name → module, indented
    twins    the assignment of `_TWINS`, a dict of name → modules for names that several define, indented; "" for none
    """

    names: tuple[Code, ...]
    imports: Code
    public: Code
    modules: Code
    twins: Code
