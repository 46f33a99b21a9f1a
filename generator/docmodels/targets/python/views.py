"""What a template is handed: finished text, and nothing that is left to decide.

These classes are the contract with templates of one's own; docs/templates.md explains them. Every string is Python
code that may stand in a module as it is. Nothing from the docs gets here but as a literal or an identifier.
"""

from __future__ import annotations

from dataclasses import dataclass

from .syntax import Code


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of an object.

    name        the attribute
    wire        the name on the wire, as a string literal
    type        the annotation of its values, on one line: `ExposedPort | None`
    default     the default, "" for a required field
    description as a string literal, "" where there is none
    statement   the whole field for a pydantic class, laid out for an indentation of four columns
    """

    name: Code
    wire: Code
    type: Code
    default: Code
    description: Code
    statement: Code


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member of an enumeration.

    statement  `NAME = value`, indented
    docstring  a string statement for what the docs say of it, indented; "" where they say nothing
    """

    name: Code
    value: Code
    statement: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class ObjectView:
    """An object as a class: `head` is its `class` line, `config` the assignment of `model_config` or "".

    extra  the annotation of `__pydantic_extra__`, indented; "" where the class has no use for it
    """

    name: Code
    head: Code
    docstring: Code
    config: Code
    extra: Code
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class EnumerationView:
    """An enumeration as a class: `head` is its `class` line."""

    name: Code
    head: Code
    docstring: Code
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class AliasView:
    """A name for a type: `statement` is the whole assignment, `type` what it stands for, on one line."""

    name: Code
    type: Code
    statement: Code
    docstring: Code


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module.

    future        whether annotations must not be evaluated when the classes are made
    imports       the imports at the top, a string a group, in the order of the groups
    declaration   what the module defines
    late_imports  the imports below, "" where there are none
    public        the assignment of `__all__`
    needs_tags    whether it imports `_tags`, the module with what unions need to be told apart
    """

    future: bool
    imports: tuple[Code, ...]
    declaration: ObjectView | EnumerationView | AliasView
    late_imports: Code
    public: Code
    needs_tags: bool


@dataclass(frozen=True, slots=True)
class PackageView:
    """The `__init__.py` of a folder.

    names    what it re-exports
    imports  the imports of these, a line each, indented by four columns
    public   the assignment of `__all__`
    modules  the assignment of `_MODULES`, a dict from each name to the module that defines it, indented as well
    """

    names: tuple[Code, ...]
    imports: Code
    public: Code
    modules: Code
