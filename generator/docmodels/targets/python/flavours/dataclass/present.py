"""Declarations as views for the templates of dataclasses."""

from __future__ import annotations

from .....model.declarations import Field, Object
from .....model.descriptions import documentation
from ...annotations import field_annotation, inherited_classes
from ...defaults import own_default, set_to
from ...dependencies import Dependencies
from ...described import documented, with_remarks
from ...enumerations import helpers
from ...layout import flat, lay_out, stacked
from ...literals import string
from ...plain import module_view
from ...planning import Module
from ...scope import Scope
from ...syntax import AnnotatedName, ClassLine, Code, keyword, mapped
from ...views import FieldView, ModuleView, ObjectView

_NAMES = {
    Code("dataclasses"): ("dataclass", "field"),
    Code("datetime"): ("date", "datetime", "time", "timedelta"),
    Code("decimal"): ("Decimal",),
    Code("enum"): ("IntEnum", "IntFlag", "StrEnum"),
    Code("typing"): ("Any", "Literal", "TypeAlias"),
    Code("uuid"): ("UUID",),
}
HELPERS = helpers(_NAMES)
"""Name → the module that defines it."""

_BODY = 4
_DECORATOR = Code("@dataclass(slots=True, kw_only=True)")


def present(module: Module, around: Dependencies) -> ModuleView:
    """The views for the templates of dataclasses."""
    return module_view(module, Scope(module, around, HELPERS, is_plain=True), _object)


def _object(declaration: Object, name: Code, scope: Scope) -> ObjectView:
    scope.helper("dataclass")
    bases = tuple(inherited_classes(declaration, scope))
    return ObjectView(
        name,
        stacked([_DECORATOR, lay_out(ClassLine(name, bases))]),
        documented(documentation(declaration), _BODY),
        Code(""),
        Code(""),
        tuple(
            _field(field, own, scope) for field, own in zip(declaration.fields, scope.fields(declaration), strict=True)
        ),
    )


def _field(field: Field, name: Code, scope: Scope) -> FieldView:
    default = own_default(field, scope)
    hint = field_annotation(field, scope, has_default=default is not None)
    docs = documented(with_remarks(field, has_default=default is not None), _BODY)
    if default is None and not field.required:
        default = Code("None")
    wire = string(field.wire.name if field.wire else name)
    default_code = Code("") if default is None else flat(default)
    metadata = None if wire == string(name) else keyword(Code("metadata"), mapped([(string("wire"), wire)]))
    statement = lay_out(AnnotatedName(name, hint, set_to(default, metadata, scope)), indent=_BODY)
    return FieldView(name, wire, flat(hint), default_code, statement, docs)
