"""Declarations as views for the templates of Structs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .....model.declarations import Access, Field, Json, Object
from .....model.descriptions import documentation, noticed
from .....model.names import camel
from .....model.types import DECIMAL, DECIMAL_STRING, Ref, UnionOf
from .....patterns import regex
from ...annotations import admits_anything, annotation, inherited_classes, joined
from ...constraints import constraints
from ...defaults import own_default, set_to
from ...dependencies import Dependencies
from ...described import documented, limits
from ...enumerations import helpers
from ...layout import flat, lay_out
from ...literals import literal, string
from ...plain import module_view
from ...planning import Module
from ...scope import Scope
from ...syntax import AnnotatedName, ClassLine, Code, Doc, call, keyword, listed, subscript
from ...views import FieldView, ModuleView, ObjectView

BASE = Code("_model")
"""The module with the base of all classes."""

_NAMES = {
    Code("datetime"): ("date", "datetime", "time", "timedelta"),
    Code("decimal"): ("Decimal",),
    Code("enum"): ("IntEnum", "IntFlag", "StrEnum"),
    Code("msgspec"): ("UNSET", "Meta", "UnsetType", "field"),
    Code("typing"): ("Annotated", "Any", "ClassVar", "Literal", "TypeAlias"),
    Code("uuid"): ("UUID",),
}
HELPERS = helpers(_NAMES)
"""Name → the module that defines it."""

MODEL = Code("Model")
"""The class that `BASE` defines."""

_BODY = 4
_TRUE = Code("True")
_SIMPLE = regex(r"[a-z]+[0-9]*(_[a-z]+[0-9]*)*")
"""Names that msgspec and `camel` spell the same way."""


def present(module: Module, around: Dependencies) -> ModuleView:
    """The views for the templates of Structs."""
    inherited = {
        base for declaration in module.declarations if isinstance(declaration, Object) for base in declaration.bases
    }

    def of_object(owner: Object, name: Code, scope: Scope) -> ObjectView:
        return _object(owner, name, scope, is_base=Ref(owner.id) in inherited)

    return module_view(module, Scope(module, around, HELPERS, is_plain=True), of_object)


def _object(declaration: Object, name: Code, scope: Scope, *, is_base: bool) -> ObjectView:
    bases = inherited_classes(declaration, scope)
    own_base = [base] if (base := scope.base(declaration)) is not None else []
    settings: list[Doc] = [keyword(Code("kw_only"), _TRUE)]
    tag_field = ""
    for wire, tag in scope.tags(declaration)[:1]:
        tag_field = wire
        settings += [keyword(Code("tag_field"), string(wire)), keyword(Code("tag"), string(tag))]
    named = [
        (field, own, _wire(field, own))
        for field, own in zip(declaration.fields, scope.fields(declaration), strict=True)
    ]
    is_alone = not declaration.bases and not is_base  # classes inherit the rule
    is_renamed = is_alone and _is_camel([(own, wire) for _, own, wire in named if wire != tag_field])
    if is_renamed:
        settings.append(keyword(Code("rename"), string("camel")))
    fields = [
        _tag(field, own, scope.tags(declaration)[0][1], scope)
        if wire == tag_field
        else _field(field, own, scope, is_renamed=is_renamed)
        for field, own, wire in named
    ]
    return ObjectView(
        name,
        lay_out(ClassLine(name, (*own_base, *(bases or [scope.supported(BASE, MODEL)]), *settings))),
        documented(documentation(declaration), _BODY),
        Code(""),
        Code(""),
        tuple(fields),
    )


def _wire(field: Field, name: Code) -> str:
    return field.wire.name if field.wire is not None else name


def _is_camel(names: Sequence[tuple[Code, str]]) -> bool:
    """Whether every name on the wire is the camelCase of its name in Python, and not all are the same."""
    return any(own != wire for own, wire in names) and all(
        _SIMPLE.fullmatch(own) and camel(own) == wire for own, wire in names
    )


def _tag(field: Field, name: Code, tag: str, scope: Scope) -> FieldView:
    """The field with the tag of the class. msgspec reads and writes the tag itself; the field lets code look at it."""
    hint = subscript(scope.helper("ClassVar"), subscript(scope.helper("Literal"), string(tag)))
    statement = lay_out(AnnotatedName(name, hint, string(tag)), indent=_BODY)
    return FieldView(name, string(tag), flat(hint), string(tag), statement, documented(_text(field), _BODY))


def _field(field: Field, name: Code, scope: Scope, *, is_renamed: bool) -> FieldView:
    """A field of the class.

    is_renamed  whether the rule of the class makes its name on the wire
    """
    default = own_default(field, scope)
    hint = annotation(field.type, scope)
    meta = [*_ranges(field), *_metadata(field, has_default=default is not None)]
    if meta:
        hint = subscript(scope.helper("Annotated"), hint, call(scope.helper("Meta"), *meta))
    is_unset = default is None and not field.required
    if not admits_anything(field.type, scope):
        hint = joined((hint, *([Code("None")] if field.nullable else [])))
        if is_unset:
            hint = joined((hint, scope.helper("UnsetType")))
    if is_unset:
        default = scope.helper("UNSET")
    wire = string(_wire(field, name))
    default_code = Code("") if default is None else flat(default)
    named = None if is_renamed or wire == string(name) else keyword(Code("name"), wire)
    statement = lay_out(AnnotatedName(name, hint, set_to(default, named, scope)), indent=_BODY)
    return FieldView(name, wire, flat(hint), default_code, statement, documented(_text(field), _BODY))


def _is_unchecked(field: Field) -> bool:
    return isinstance(field.type, UnionOf) or field.type in (DECIMAL, DECIMAL_STRING)


def _ranges(field: Field) -> Iterator[Doc]:
    """The arguments that check a value. For a Decimal or a union msgspec has none: the docstring has their limits."""
    return iter(()) if _is_unchecked(field) else constraints(field)


def _text(field: Field) -> str:
    text = noticed(field.deprecated, field.description)
    sentences = " ".join(limits(field.constraints)) if _is_unchecked(field) else ""
    return "\n\n".join(filter(None, (text, sentences)))


def _metadata(field: Field, *, has_default: bool) -> Iterator[Doc]:
    """The arguments for examples and the like, which msgspec puts into its JSON Schema."""
    if field.values:
        yield keyword(Code("examples"), listed(map(literal, field.values)))
    schema: dict[str, Json] = {}
    if field.deprecated is not None:
        schema["deprecated"] = True
    if field.default_value is not None and not has_default:
        schema["default"] = field.default_value.json
    if field.access is not Access.BOTH:
        schema["readOnly" if field.access is Access.READ_ONLY else "writeOnly"] = True
    if schema:
        yield keyword(Code("extra_json_schema"), literal(schema))
