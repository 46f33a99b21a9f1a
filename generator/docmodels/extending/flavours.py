"""The public interface for the author of a flavour: a module of declarations in, views for templates out."""

from __future__ import annotations

from ..model.declarations import Alias, Declaration, Enumeration, Field, Member, Object
from ..model.model import Model
from ..targets.python.adapting import Adapted
from ..targets.python.annotations import annotation, field_annotation
from ..targets.python.dependencies import Dependencies
from ..targets.python.flavour import Flavour
from ..targets.python.layout import flat, lay_out
from ..targets.python.literals import literal, string
from ..targets.python.planning import Module
from ..targets.python.scope import Scope
from ..targets.python.syntax import AnnotatedName, Assignment, ClassLine, Code, call, keyword, listed, subscript
from ..targets.python.views import AliasView, EnumerationView, FieldView, ModuleView, ObjectView, Options, PackageView

__all__ = [
    "Adapted",
    "Alias",
    "AliasView",
    "AnnotatedName",
    "Assignment",
    "ClassLine",
    "Code",
    "Declaration",
    "Dependencies",
    "Enumeration",
    "EnumerationView",
    "Field",
    "FieldView",
    "Flavour",
    "Member",
    "Model",
    "Module",
    "ModuleView",
    "Object",
    "ObjectView",
    "Options",
    "PackageView",
    "Scope",
    "annotation",
    "call",
    "field_annotation",
    "flat",
    "keyword",
    "lay_out",
    "listed",
    "literal",
    "string",
    "subscript",
]
