"""Declarations as views for the templates of pydantic's classes."""

from __future__ import annotations

from collections.abc import Iterator

from .....frozen import replace
from .....model.declarations import Access, Alias, Declaration, Enumeration, Field, Json, Object
from .....model.descriptions import documentation, with_values
from .....model.types import ANY, Ref, Type
from ...annotations import annotation, field_annotation, inherited_classes
from ...constraints import constraints
from ...defaults import constant, factory, own_default
from ...dependencies import Dependencies
from ...described import documented
from ...enumerations import enumeration, helpers, literals
from ...layout import flat, lay_out, on_one_line, stacked
from ...literals import literal, string
from ...naming import has_guesses, is_class
from ...planning import Module
from ...scope import Scope
from ...sorting import public_order
from ...syntax import (
    AnnotatedName,
    Assignment,
    ClassLine,
    Code,
    Doc,
    Group,
    Words,
    call,
    dotted,
    keyword,
    listed,
    subscript,
)
from ...views import AliasView, EnumerationView, FieldView, ModuleView, ObjectView
from .tagged import LOOSE, tag_attribute, tagged_union, without_tag

MODEL, TAGGED = Code("Model"), Code("TaggedModel")
"""The classes that `BASE` defines."""

LOOSE_MODEL = Code("LooseModel")
"""The base in `LOOSE` of classes whose names on the wire are guesses."""

BASE = Code("_model")
"""The module with the bases of all classes."""

DECIMALS = Code("_decimals")
"""The module with the type of decimal numbers."""

_NAMES = {
    DECIMALS: ("DecimalNumber",),
    Code("datetime"): ("date", "datetime", "time", "timedelta"),
    Code("decimal"): ("Decimal",),
    Code("enum"): ("IntEnum", "IntFlag", "StrEnum"),
    Code("pydantic"): ("AliasChoices", "ConfigDict", "Discriminator", "Field", "Tag"),
    Code("typing"): ("Annotated", "Any", "Literal", "TypeAlias"),
    Code("typing_extensions"): ("TypeAliasType",),
    Code("uuid"): ("UUID",),
}
HELPERS = helpers(_NAMES)
"""Name → the module that defines it."""

_BODY = 4
_NOTHING, _TRUE = Code(""), Code("True")


def present(module: Module, around: Dependencies) -> ModuleView:
    """The views for the templates of pydantic's classes."""
    scope = Scope(module, around, HELPERS, tagged=tagged_union)
    views = tuple(_view(declaration, scope.name(declaration), scope) for declaration in scope.order)
    names = sorted(map(scope.name, module.declarations), key=public_order)
    unfinished = [
        flat(call(dotted((name, Code("model_rebuild"))), keyword(Code("raise_errors"), Code("False"))))
        for name in scope.unfinished()
    ]
    return ModuleView(
        scope.is_late,
        scope.imports(),
        views,
        scope.late_imports(),
        stacked(unfinished),
        lay_out(Assignment(Code("__all__"), listed(map(string, names)))),
        frozenset(scope.support),
    )


def _view(declaration: Declaration, name: Code, scope: Scope) -> ObjectView | EnumerationView | AliasView:
    match declaration:
        case Object():
            return _object(declaration, name, scope)
        case Enumeration() if is_class(declaration):
            return enumeration(declaration, name, scope)
        case Enumeration():
            return _literals(declaration, name, scope)
        case Alias():
            return _alias(declaration, name, scope)


def _object(declaration: Object, name: Code, scope: Scope) -> ObjectView:
    config: list[Doc] = []
    if declaration.extra is not None:
        config.append(keyword(Code("extra"), string("allow")))
    if declaration.deprecated is not None:
        config.append(keyword(Code("json_schema_extra"), literal({"deprecated": True})))
    settings = Assignment(Code("model_config"), call(scope.helper("ConfigDict"), *config)) if config else None
    fields = tuple(
        _field(field, own, scope) for field, own in zip(declaration.fields, scope.fields(declaration), strict=True)
    )
    return ObjectView(
        name,
        lay_out(ClassLine(name, (*_bases(declaration, scope), *_exact(declaration, scope)))),
        documented(documentation(declaration), _BODY),
        lay_out(settings, indent=_BODY) if settings else _NOTHING,
        _extra(declaration.extra, scope),
        fields,
    )


def _bases(declaration: Object, scope: Scope) -> Iterator[Code]:
    """The bases of a class: those of the docs, or else `Model`.

    A base from the configuration comes first. A class with constants has `TaggedModel` too; a class with guessed names on
    the wire has `LooseModel`.
    """
    documented_bases = inherited_classes(declaration, scope)
    if (own := scope.base(declaration)) is not None:
        yield own
    yield from documented_bases
    has_constants = any(constant(field, scope) is not None for field in declaration.fields)
    if has_constants:
        yield scope.supported(BASE, TAGGED)
    if has_guesses(declaration):
        yield scope.supported(LOOSE, LOOSE_MODEL)
        scope.support.add(BASE)  # `LOOSE` imports it
    elif not documented_bases and not has_constants:
        yield scope.supported(BASE, MODEL)


def _exact(declaration: Object, scope: Scope) -> Iterator[Doc]:
    """The argument `exact`, on a class with guessed names: the fields whose names on the wire are certain."""
    if has_guesses(declaration):
        names = zip(declaration.fields, scope.fields(declaration), strict=True)
        exact = [string(name) for field, name in names if field.wire is None or not field.wire.is_guess]
        if exact:
            items = Group(Code("("), tuple(exact), Code(",)") if len(exact) == 1 else Code(")"))
            yield keyword(Code("exact"), items)


def _extra(extra: Type | None, scope: Scope) -> Code:
    """The annotation of `__pydantic_extra__`, if extra keys have a type of their own; "" if not."""
    if extra is None or extra == ANY:
        return _NOTHING
    kind = subscript(Code("dict"), Code("str"), annotation(extra, scope))
    set_to = call(scope.helper("Field"), keyword(Code("init"), Code("False")))
    ignore = Code("  # pyright: ignore[reportIncompatibleVariableOverride]")
    return on_one_line(AnnotatedName(Code("__pydantic_extra__"), kind, set_to), ignore, indent=_BODY)


def _field(field: Field, name: Code, scope: Scope) -> FieldView:
    default = own_default(field, scope)
    tag = tag_attribute(field.type, scope)
    plain = field if tag is None else replace(field, type=without_tag(field.type))
    hint = field_annotation(plain, scope, has_default=default is not None)
    arguments = (
        *_aliases(field, name, scope),
        *([keyword(Code("discriminator"), string(tag))] if tag is not None else []),
        *_metadata(field, has_default=default is not None),
        *constraints(field),
    )
    if default is None and not field.required:
        default = Code("None")
    if isinstance(default, Group):
        default = call(scope.helper("Field"), keyword(Code("default_factory"), factory(default, scope)))
    full = subscript(scope.helper("Annotated"), hint, call(scope.helper("Field"), *arguments)) if arguments else hint
    return FieldView(
        name,
        string(field.wire.name if field.wire else name),
        flat(hint),
        _NOTHING if default is None else flat(default),
        lay_out(AnnotatedName(name, full, default), indent=_BODY),
        documented(field.description, _BODY),
    )


def _aliases(field: Field, name: Code, scope: Scope) -> tuple[Doc, ...]:
    """The arguments for the name on the wire and for other accepted spellings. Every class accepts the attribute too."""
    wire = field.wire.name if field.wire is not None else name
    arguments: list[Doc] = []
    if wire != name:
        arguments.append(keyword(Code("alias"), string(wire)))
    if others := [spelling for spelling in field.also if spelling not in (wire, name)]:
        choices = call(scope.helper("AliasChoices"), string(wire), *map(string, others))
        arguments.append(keyword(Code("validation_alias"), choices))
    return tuple(arguments)


def _metadata(field: Field, *, has_default: bool) -> tuple[Doc, ...]:
    arguments: list[Doc] = []
    if field.deprecated is not None:
        arguments.append(keyword(Code("deprecated"), Words(field.deprecated) if field.deprecated else _TRUE))
    if field.values:
        arguments.append(keyword(Code("examples"), listed(map(literal, field.values))))
    schema: dict[str, Json] = {}
    if field.default_value is not None and not has_default:
        schema["default"] = field.default_value.json  # it has no value in Python
    if field.access is not Access.BOTH:
        schema["readOnly" if field.access is Access.READ_ONLY else "writeOnly"] = True
    if schema:
        arguments.append(keyword(Code("json_schema_extra"), literal(schema)))
    return tuple(arguments)


def _alias(declaration: Alias, name: Code, scope: Scope) -> AliasView:
    is_forward = scope.is_forward(declaration)
    hint = annotation(without_tag(declaration.type) if is_forward else declaration.type, scope)
    if isinstance(declaration.type, Ref) and not is_forward:
        # No TypeAliasType: to pydantic 2, one that is another name of a recursive model refers to itself.
        statement = lay_out(AnnotatedName(name, scope.helper("TypeAlias"), hint))
        return AliasView(name, flat(hint), statement, documented(documentation(declaration), 0))
    if is_forward:
        hint = string(flat(hint))
    return _type_alias(name, hint, documented(documentation(declaration), 0), scope)


def _literals(declaration: Enumeration, name: Code, scope: Scope) -> AliasView:
    """An enumeration as an alias of its values: it has one value only, or others that a class would refuse."""
    hint, docs = literals(declaration, scope), documented(with_values(declaration), 0)
    if not declaration.is_open:
        return AliasView(name, flat(hint), lay_out(AnnotatedName(name, scope.helper("TypeAlias"), hint)), docs)
    return _type_alias(name, hint, docs, scope)


def _type_alias(name: Code, hint: Doc, docs: Code, scope: Scope) -> AliasView:
    made = call(scope.helper("TypeAliasType"), string(name), hint)
    return AliasView(name, flat(hint), lay_out(Assignment(name, made)), docs)
