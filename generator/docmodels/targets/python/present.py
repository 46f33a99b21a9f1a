"""From declarations to the views that templates lay out."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.declarations import Alias, Declaration, Discriminator, Enumeration, Field, Member, Object
from ...model.types import ANY, Constant, Ref, Type, parts
from .annotations import annotation, field_annotation
from .dependencies import Surroundings
from .docstrings import docstring
from .layout import flat, lay_out, on_one_line, stacked
from .literals import literal, string
from .naming import field_names, is_class, member_names
from .scope import OTHER, TAG, Scope
from .syntax import (
    AnnotatedName,
    Assignment,
    ClassLine,
    Code,
    Doc,
    Group,
    Import,
    Union,
    Words,
    call,
    dotted,
    keyword,
    listed,
    mapped,
    subscript,
)
from .views import AliasView, EnumerationView, FieldView, MemberView, ModuleView, ObjectView, PackageView

_BODY = 4
_NOTHING, _TRUE = Code(""), Code("True")


def present(declaration: Declaration, around: Surroundings) -> ModuleView:
    """The module of a declaration that has a place."""
    scope = Scope(declaration, around)
    name = around.here.name
    view: ObjectView | EnumerationView | AliasView
    match declaration:
        case Object():
            view = _object(declaration, name, scope)
        case Enumeration() if is_class(declaration):
            view = _enumeration(declaration, name, scope)
        case Enumeration():
            view = _open_enumeration(declaration, name, scope)
        case Alias():
            view = _alias(declaration, name, scope)
    public = lay_out(Assignment(Code("__all__"), listed((string(name),))))
    return ModuleView(scope.is_late, scope.imports(), view, scope.late_imports(), public, scope.needs_support)


def present_package(modules: Mapping[Code, Code]) -> PackageView:
    """The `__init__.py` of a folder whose modules define these names: name to module, in the package's order."""
    imports = [lay_out(Import(dotted((module,), 1), (name,)), indent=_BODY) for name, module in modules.items()]
    table = mapped((string(name), string(module)) for name, module in modules.items())
    return PackageView(
        tuple(modules),
        stacked(imports),
        lay_out(Assignment(Code("__all__"), listed(map(string, modules)))),
        lay_out(Assignment(Code("_MODULES"), table), indent=_BODY),
    )


def _object(declaration: Object, name: Code, scope: Scope) -> ObjectView:
    names = field_names(declaration)
    config: list[Doc] = []
    if any(
        field.wire is not None and field.wire.name != own for field, own in zip(declaration.fields, names, strict=True)
    ):
        config.append(keyword(Code("populate_by_name"), _TRUE))
    if any(own.startswith(("model_validate", "model_dump")) for own in names):
        config.append(keyword(Code("protected_namespaces"), Code("()")))
    if declaration.extra is not None:
        config.append(keyword(Code("extra"), string("allow")))
    if declaration.deprecated is not None:
        config.append(keyword(Code("json_schema_extra"), literal({"deprecated": True})))
    settings = Assignment(Code("model_config"), call(scope.helper("ConfigDict"), *config)) if config else None
    fields = tuple(_field(field, own, scope) for field, own in zip(declaration.fields, names, strict=True))
    return ObjectView(
        name,
        lay_out(ClassLine(name, (scope.helper("BaseModel"),))),
        _docstring(_said(declaration), _BODY),
        lay_out(settings, indent=_BODY) if settings else _NOTHING,
        _extra(declaration.extra, scope),
        fields,
    )


def _extra(extra: Type | None, scope: Scope) -> Code:
    """What pydantic wants to know of fields without a name, if that is more than that there are some."""
    if extra is None or extra == ANY:
        return _NOTHING
    kind = subscript(Code("dict"), Code("str"), annotation(extra, scope))
    set_to = call(scope.helper("Field"), keyword(Code("init"), Code("False")))
    ignore = Code("  # pyright: ignore[reportIncompatibleVariableOverride]")
    return on_one_line(AnnotatedName(Code("__pydantic_extra__"), kind, set_to), ignore, indent=_BODY)


def _field(field: Field, name: Code, scope: Scope) -> FieldView:
    whole = field_annotation(field, scope)
    default = None if field.required else _default(field)
    said = _metadata(field, name)
    full = subscript(scope.helper("Annotated"), whole, call(scope.helper("Field"), *said)) if said else whole
    return FieldView(
        name,
        string(field.wire.name if field.wire else name),
        flat(whole),
        _NOTHING if default is None else flat(default),
        string(field.description) if field.description else _NOTHING,
        lay_out(AnnotatedName(name, full, default), indent=_BODY),
    )


def _default(field: Field) -> Doc:
    """What an optional field is where nobody sets it: its only value, if it has but one, else None."""
    match field.type:
        case Constant((value,)) if not field.nullable:
            return literal(value)
        case _:
            return Code("None")


def _metadata(field: Field, name: Code) -> tuple[Doc, ...]:
    found: list[Doc] = []
    if field.wire is not None and field.wire.name != name:
        found.append(keyword(Code("alias"), string(field.wire.name)))
    if field.description:
        found.append(keyword(Code("description"), Words(field.description)))
    if field.deprecated is not None:
        found.append(keyword(Code("deprecated"), Words(field.deprecated) if field.deprecated else _TRUE))
    if field.values:
        found.append(keyword(Code("examples"), listed(map(literal, field.values))))
    return tuple(found)


def _enumeration(declaration: Enumeration, name: Code, scope: Scope) -> EnumerationView:
    integers = all(isinstance(member.value, int) for member in declaration.members)
    base = scope.helper("IntEnum" if integers else "StrEnum")
    names = member_names(declaration)
    return EnumerationView(
        name,
        lay_out(ClassLine(name, (base,))),
        _docstring(_said(declaration), _BODY),
        tuple(_member(member, own, integers) for member, own in zip(declaration.members, names, strict=True)),
    )


def _member(member: Member, name: Code, integers: bool) -> MemberView:
    value = literal(member.value if integers else str(member.value))
    return MemberView(
        name,
        flat(value),
        lay_out(Assignment(name, value), indent=_BODY),
        _docstring(member.description, _BODY),
    )


def _alias(declaration: Alias, name: Code, scope: Scope) -> AliasView:
    whole = annotation(declaration.type, scope)
    if isinstance(declaration.type, Ref) and not scope.is_forward:
        # No TypeAliasType: pydantic 2 takes one that stands for a recursive model alone to refer to itself.
        statement = lay_out(AnnotatedName(name, scope.helper("TypeAlias"), whole))
        return AliasView(name, flat(whole), statement, _docstring(_said(declaration), 0))
    if scope.is_forward:
        whole = string(flat(whole))
    elif declaration.discriminator is not None:
        whole = _told(declaration.type, declaration.discriminator, whole, scope)
    return _type_alias(declaration, name, whole, scope)


def _open_enumeration(declaration: Enumeration, name: Code, scope: Scope) -> AliasView:
    """Values that are known, and the type of those that are not: a class would have to refuse them."""
    values = tuple(literal(member.value) for member in declaration.members)
    kinds = {type(member.value) for member in declaration.members}
    others = tuple(name for kind, name in ((int, Code("int")), (str, Code("str"))) if kind in kinds)
    known = subscript(scope.helper("Literal"), *values)
    return _type_alias(declaration, name, Union((known, *others)), scope)


def _type_alias(declaration: Declaration, name: Code, whole: Doc, scope: Scope) -> AliasView:
    made = call(scope.helper("TypeAliasType"), string(name), whole)
    return AliasView(name, flat(whole), lay_out(Assignment(name, made)), _docstring(_said(declaration), 0))


def _told(whole: Type, by: Discriminator, union: Doc, scope: Scope) -> Doc:
    """A union whose members a field tells apart.

    pydantic can look the values up itself where they are texts in the classes, and all classes call the field the
    same. Elsewhere it is handed them.
    """
    annotated = scope.helper("Annotated")
    attributes = scope.tags()
    if by.is_text and not by.is_open and len(attributes) == 1:
        told = call(scope.helper("Field"), keyword(Code("discriminator"), string(attributes[0])))
        return subscript(annotated, union, told)
    tag, marked = scope.helper("Tag"), zip(parts(whole), by.tags, strict=True)
    members = [subscript(annotated, annotation(part, scope), call(tag, string(text))) for part, text in marked]
    names: list[Doc] = [string(known) for known in dict.fromkeys((by.wire, *attributes))]
    if by.is_open:
        members.append(subscript(annotated, scope.helper("Any"), call(tag, scope.support(OTHER))))
        names.append(keyword(Code("known"), Group(Code("("), tuple(map(string, by.tags)), Code(")"))))
    if by.missing is not None:
        names.append(keyword(Code("missing"), string(by.missing) if by.missing else scope.support(OTHER)))
    told = call(scope.helper("Discriminator"), call(scope.support(TAG), *names))
    return subscript(annotated, Union(tuple(members)), told)


def _said(declaration: Declaration) -> str:
    """What the docs say of the whole, the notice of its deprecation first."""
    if declaration.deprecated is None:
        return declaration.description
    notice = f"Deprecated: {declaration.deprecated}" if declaration.deprecated else "Deprecated."
    return f"{notice}\n\n{declaration.description}".strip()


def _docstring(text: str, indent: int) -> Code:
    return docstring(text, indent) if text else _NOTHING
