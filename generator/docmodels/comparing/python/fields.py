"""The fields of a class."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from ...diagnostics import Place
from ...frozen import frozen, replace
from ...model.declarations import Access, Field, Presence, Value, WireName
from ...model.model import map_type
from ...model.types import ANY, STRING, Constant, ListOf, MapOf, Nullable, Type, UnionOf, nullable, union
from ..target import JSON_TEXT, UNTAGGED
from . import known
from .annotations import Scope, Wrapped, constant, outside, type_of, unwrapped, wrapper_of
from .modules import dotted
from .settings import Library, Settings

_WIRE_KEYS = ("wire", "alias", "field_name", "data_key", "json", "rename", "name")
"""Keys in the metadata of a dataclass field that give its name in the JSON, in several libraries."""


@frozen()
class _Call:
    """The arguments of `Field(…)`, `field(…)` and their kin."""

    positional: tuple[ast.expr, ...]
    named: Mapping[str, ast.expr]


def fields_of(node: ast.ClassDef, at: Scope, settings: Settings) -> Iterator[Field]:
    """The fields that a class declares itself, in order."""
    if settings.tag is not None and settings.tag is not False and settings.library is Library.STRUCT:
        yield _tag(node, at, settings)
    later = _defaults_by_methods(node)
    for number, statement in enumerate(node.body):
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
                field = _field(name, annotation, value, statement, at, settings)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as value) if (
                settings.library is Library.ATTRS and _is_field(value, at)
            ):
                of_type = _arguments(value).named.get("type", ast.Name("Any"))
                field = _field(name, of_type, value, statement, at, settings)
            case _:
                continue
        if field is not None:
            if name in later:
                field = replace(field, presence=Presence.OPTIONAL)
            text = _text(node.body[number + 1 : number + 2])
            notice = "" if marks_deprecation(text) else field.deprecated
            field = replace(field, description=text, deprecated=notice)
            yield field


def _field(
    name: str, annotation: ast.expr, value: ast.expr | None, statement: ast.stmt, at: Scope, settings: Settings
) -> Field | None:
    wrapped = unwrapped(annotation, at)
    is_argument = outside(wrapper_of(annotation), at) == "dataclasses.InitVar"
    if is_argument or _is_no_field(name, wrapped, at, settings):
        return None
    call = _arguments(value) if value is not None and _is_field(value, at) else _Call((), {})
    notes = [_arguments(note) for note in wrapped.notes if _is_field(note, at)]
    named: dict[str, ast.expr] = {}
    for keywords in (*notes, call):
        named |= keywords.named
    if constant(named.get("exclude"), at) is True:
        return None
    default = _default(value, call, named, at)
    is_fixed = constant(named.get("init"), at) is False
    fixed = constant(default, at) if is_fixed else None
    if is_fixed and not isinstance(fixed, str | int):  # code works it out
        return None
    if default is None and settings.is_old and isinstance(type_of(wrapped.inner, at), Nullable):
        default = ast.Constant(None)  # as pydantic had it before version 2
    type_ = Constant((fixed,)) if isinstance(fixed, str | int) else type_of(wrapped.inner, at)
    wire, also = _wire(name, named, at, settings)
    value_left_out = ... if default is None else constant(default, at)
    json = value_left_out if isinstance(value_left_out, str | int | float) else None
    is_known = value_left_out is None or json is not None
    type_ = as_library_has(type_, settings.library)
    return Field(
        name,
        type_.item if isinstance(type_, Nullable) else type_,
        _presence(default, wrapped, settings),
        Place(at.module.path, statement.lineno),
        nullable=isinstance(type_, Nullable),
        deprecated=_deprecation(named, wrapped.notes, at),
        also=also,
        wire=wire,
        default_value=Value(json) if is_known else None,
        access=Access.BOTH,
    )


def as_library_has(type_: Type, library: Library) -> Type:
    """A type as a library means it.

    A TypedDict holds plain JSON: its texts may be dates and the like. A map of any value in a Struct may stand for a union,
    since msgspec refuses unions of Structs without tags.
    """
    if library is Library.TYPED_DICT:
        return map_type(type_, lambda leaf: JSON_TEXT if leaf == STRING else leaf)
    return _with_untagged(type_) if library is Library.STRUCT else type_


def _with_untagged(type_: Type) -> Type:
    match type_:
        case MapOf(value):
            return UNTAGGED if value == ANY else MapOf(_with_untagged(value))
        case ListOf(item):
            return ListOf(_with_untagged(item))
        case Nullable(item):
            return nullable(_with_untagged(item))
        case UnionOf(members):
            return union(*map(_with_untagged, members))
        case _:
            return type_


def _is_no_field(name: str, wrapped: Wrapped, at: Scope, settings: Settings) -> bool:
    is_private = name.startswith("_") and settings.library is not Library.TYPED_DICT
    is_machinery = name in ("model_config", "__slots__") or outside(wrapped.inner, at) == "dataclasses.KW_ONLY"
    return is_private or is_machinery or "typing.ClassVar" in wrapped.marks


def _is_field(value: ast.expr, at: Scope) -> bool:
    return isinstance(value, ast.Call) and known.plain(outside(value.func, at)) in known.FIELDS


def _arguments(value: ast.expr) -> _Call:
    assert isinstance(value, ast.Call)
    return _Call(tuple(value.args), {keyword.arg: keyword.value for keyword in value.keywords if keyword.arg})


def _default(value: ast.expr | None, call: _Call, named: Mapping[str, ast.expr], at: Scope) -> ast.expr | None:
    """The default of a field; None for a required field."""
    if value is not None and not _is_field(value, at):
        return None if _stands_for_none(value) else value
    for key in ("default_factory", "factory"):
        if key in named:
            return named[key]
    given = named.get("default", call.positional[0] if call.positional else None)
    return None if given is None or _stands_for_none(given) else given


def _stands_for_none(default: ast.expr) -> bool:
    """Whether a default stands for no default: `...`, or the constant `REQUIRED` of a library."""
    is_ellipsis = isinstance(default, ast.Constant) and default.value is ...
    return is_ellipsis or dotted(default).rpartition(".")[2] in known.REQUIRED_NAMES


def _presence(default: ast.expr | None, wrapped: Wrapped, settings: Settings) -> Presence:
    if "typing.NotRequired" in wrapped.marks:
        return Presence.OPTIONAL
    if settings.library is Library.TYPED_DICT:
        is_required = settings.is_total or "typing.Required" in wrapped.marks
        return Presence.REQUIRED if is_required else Presence.OPTIONAL
    return Presence.REQUIRED if default is None else Presence.OPTIONAL


def _wire(name: str, named: Mapping[str, ast.expr], at: Scope, settings: Settings) -> tuple[WireName, tuple[str, ...]]:
    """The name in the JSON, and other names that are read too."""
    names = list(_aliases(named, at, settings))
    is_loose = settings.exact is not None and name not in settings.exact
    own = (name,) if settings.is_by_name or settings.exact is not None else ()
    if names:
        return WireName(names[0], "the alias", is_guess=is_loose), (*own, *names[1:])
    key = name
    if settings.spelling is not None:
        key = settings.spelling(name)
    has_no_names = settings.library in (Library.DATACLASS, Library.ATTRS, Library.PLAIN) and settings.spelling is str
    is_guess = settings.spelling is None or has_no_names or is_loose
    return WireName(key, "the attribute", is_guess=is_guess), own if key != name else ()


def _aliases(named: Mapping[str, ast.expr], at: Scope, settings: Settings) -> Iterator[str]:
    if settings.library is Library.STRUCT:
        if isinstance(name := constant(named.get("name"), at), str):
            yield name
        return
    if settings.library is not Library.ATTRS:
        for key in ("validation_alias", "alias"):
            if key in named:
                yield from _choices(named[key], at)
    metadata = named.get("metadata")
    if isinstance(metadata, ast.Call):  # config(field_name="…"), field_options(alias="…")
        given = {keyword.arg: keyword.value for keyword in metadata.keywords if keyword.arg}
    elif isinstance(metadata, ast.Dict):
        given = {
            key.value: value
            for key, value in zip(metadata.keys, metadata.values, strict=True)
            if isinstance(key, ast.Constant) and isinstance(key.value, str)
        }
    else:
        return
    for key in _WIRE_KEYS:
        if key in given and isinstance(name := constant(given[key], at), str):
            yield name
            return


def _choices(value: ast.expr, at: Scope) -> Iterator[str]:
    """The names in `alias="a"`, in `AliasChoices("a", "b")`, and the first of `AliasPath("a", 0)`."""
    if isinstance(value, ast.Call):
        if value.args and dotted(value.func).rpartition(".")[2] == "AliasPath":
            yield from _choices(value.args[0], at)
        else:
            for choice in value.args:
                yield from _choices(choice, at)
    elif isinstance(name := constant(value, at), str):
        yield name


def _deprecation(named: Mapping[str, ast.expr], notes: Sequence[ast.expr], at: Scope) -> str | None:
    if "deprecated" in named and constant(named["deprecated"], at) not in (False, None):
        return ""
    for key in ("extra_json_schema", "json_schema_extra", "metadata"):
        extra = constant(named.get(key), at)
        if isinstance(extra, dict) and extra.get("deprecated"):
            return ""
    for note in notes:
        function = note.func if isinstance(note, ast.Call) else note
        if known.plain(outside(function, at)) in known.DEPRECATED:
            return ""
    return None


def _text(following: Sequence[ast.stmt]) -> str:
    """The docstring below a field."""
    match following:
        case [ast.Expr(value=ast.Constant(value=str() as text))]:
            return text
        case _:
            return ""


def marks_deprecation(text: str) -> bool:
    """Whether a docstring marks its subject as deprecated: a line begins with `Deprecated: …` or `.. deprecated:: 2.0`."""
    lines = (line.strip() for line in text.splitlines())
    return any(line.startswith(("Deprecated:", "Deprecated.", ".. deprecated::", "DEPRECATED")) for line in lines)


def _defaults_by_methods(node: ast.ClassDef) -> frozenset[str]:
    """The fields whose defaults attrs takes from a method: `@size.default`."""
    return frozenset(
        decorator.value.id
        for statement in node.body
        if isinstance(statement, ast.FunctionDef)
        for decorator in statement.decorator_list
        if isinstance(decorator, ast.Attribute)
        and decorator.attr == "default"
        and isinstance(decorator.value, ast.Name)
    )


def _tag(node: ast.ClassDef, at: Scope, settings: Settings) -> Field:
    tag = node.name if settings.tag is True else settings.tag
    value = tag if isinstance(tag, str | int) else node.name
    place = Place(at.module.path, node.lineno)
    wire = WireName(settings.tag_field, "the tag")
    return Field(settings.tag_field, Constant((value,)), Presence.UNKNOWN, place, wire=wire)
