"""The declaration that a name of a module stands for."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen, replace
from ...model.declarations import Alias, Declaration, Enumeration, Member, Object
from ...model.types import ANY, INTEGER, STRING, Constant, DeclarationId, Nullable, Primitive, Ref, Type, UnionOf
from ...model.types import Unknown as UnknownType
from . import known
from .annotations import Scope, constant, outside, type_of, wrapper_of
from .enumerations import is_open, members_of
from .fields import fields_of, marks_deprecation
from .modules import Defined, Modules, dotted
from .settings import Library, settings_of


@frozen()
class Made:
    """A declaration; whether it is a helper (see `Target`); and the library of its class, NONE if it is no class."""

    declaration: Declaration
    is_helper: bool = False
    library: Library = Library.NONE


def declared(modules: Modules, owner: Defined) -> Iterator[Made | Diagnostic]:
    """The declaration of a name; nothing if the name is neither a class nor a type."""
    node = owner.node
    if isinstance(node, ast.ClassDef):
        yield from _class(modules, owner, node)
    elif type(node).__name__ == "TypeAlias":
        yield from _alias(modules, owner, node.value)  # type: ignore[attr-defined]
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        at = Scope(modules, owner.module)
        is_marked = isinstance(node, ast.AnnAssign) and outside(node.annotation, at) in _MARKS
        if isinstance(node, ast.Assign) or is_marked:
            yield from _assigned(modules, owner, node.value, at, is_marked=is_marked)


_MARKS = ("typing.TypeAlias", "typing_extensions.TypeAlias")


def _is_generic(node: ast.ClassDef, at: Scope) -> bool:
    """Whether a class has parameters: `class Page(BaseModel, Generic[T])`, `class Page[T](BaseModel)`."""
    bases = (known.plain(outside(wrapper_of(base), at)) for base in node.bases)
    return bool(getattr(node, "type_params", ())) or "typing.Generic" in bases


def _class(modules: Modules, owner: Defined, node: ast.ClassDef) -> Iterator[Made | Diagnostic]:
    at, settings = Scope(modules, owner.module, owner.name), settings_of(modules, owner)
    is_private = any(part.startswith("_") for part in owner.name.split("."))
    notice, text = _deprecation(node, at), ast.get_docstring(node) or ""
    place, identity = Place(owner.module.path, node.lineno), _id(owner)
    if settings.library is Library.ENUMERATION:
        bases = {name for base in node.bases if (name := known.plain(outside(base, at)))}
        of_flags = bool(bases & known.FLAGS)
        parts = list(members_of(node, at, is_text="enum.StrEnum" in bases, is_flags=of_flags))
        members = tuple(part for part in parts if isinstance(part, Member))
        unclear = [part for part in parts if isinstance(part, Diagnostic)]
        yield from unclear
        takes_others = is_open(node) or bool(unclear)
        made = Enumeration(identity, node.name, place, text, members, takes_others, notice, of_flags)
        yield Made(made, is_private or not members)
        return
    if settings.library is Library.EXCEPTION:
        return
    if settings.library is Library.ROOT or _is_wrapper(node):
        root = next((base for base in node.bases if isinstance(base, ast.Subscript)), None)
        inner = type_of(root.slice, at) if root is not None else _root_field(node, at)
        inner = inner.item if _is_wrapper(node) and isinstance(inner, Nullable) else inner
        yield Made(Alias(identity, node.name, place, text, inner, deprecated=notice), is_private)
        return
    fields = tuple(fields_of(node, at, settings))
    bases_of = tuple(_bases(node, at))
    if settings.library in (Library.PLAIN, Library.NONE) and not fields and not bases_of:
        scalar = _of_scalar(node, at)
        if scalar is not None:
            yield Made(Alias(identity, node.name, place, "", scalar), is_helper=True)
        return
    is_template = _is_generic(node, at)  # docs show what code makes of it
    is_helper = is_private or is_template or settings.library in (Library.PLAIN, Library.NONE)
    is_helper = is_helper or not (fields or bases_of)
    more = ANY if settings.takes_more else None
    made_of = Object(identity, node.name, place, text, fields, notice, more, bases=bases_of)
    yield Made(made_of, is_helper, settings.library)


def _id(owner: Defined) -> DeclarationId:
    return DeclarationId(owner.module.path, owner.name)


def _is_wrapper(node: ast.ClassDef) -> bool:
    """Whether a class wraps a union and holds the member in a field: OpenAPI Generator writes such classes."""
    names = {
        statement.target.id
        for statement in node.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    }
    return "actual_instance" in names


def _root_field(node: ast.ClassDef, at: Scope) -> Type:
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id="root" | "__root__" | "actual_instance"), annotation=annotation):
                return type_of(annotation, at)
    return ANY


def _bases(node: ast.ClassDef, at: Scope) -> Iterator[Type]:
    outer = replace(at, owner=at.owner.rpartition(".")[0])
    for base in node.bases:
        if name := dotted(wrapper_of(base)):
            there = outer.find(name)
            if isinstance(there, Defined) and there.node is not node:
                yield Ref(_id(there))


def _of_scalar(node: ast.ClassDef, at: Scope) -> Type | None:
    """The type of JSON of a class like `class Snowflake(int)`."""
    for base in node.bases:
        scalar = known.SCALARS.get(known.plain(outside(base, at)))
        if isinstance(scalar, Primitive) and scalar != ANY:
            return scalar
    return None


def _deprecation(node: ast.ClassDef, at: Scope) -> str | None:
    for decorator in node.decorator_list:
        function = decorator.func if isinstance(decorator, ast.Call) else decorator
        if known.plain(outside(function, at)) in known.DEPRECATED:
            return ""
    return "" if marks_deprecation(ast.get_docstring(node) or "") else None


def _assigned(
    modules: Modules, owner: Defined, value: ast.expr, at: Scope, *, is_marked: bool
) -> Iterator[Made | Diagnostic]:
    match value:
        case ast.Call(func=function, args=arguments, keywords=keywords):
            name = known.plain(outside(function, at))
            if name in ("typing.TypeAliasType", "typing.NewType") and len(arguments) > 1:
                yield from _alias(modules, owner, arguments[1])
            elif name in known.TYPED_DICTS and len(arguments) > 1 and isinstance(arguments[1], ast.Dict):
                yield from _dictionary(modules, owner, arguments[1], keywords)
            elif name in known.ENUMERATIONS and len(arguments) > 1:
                yield from _enumerated(owner, arguments[1], at, name)
            elif name in known.RUN_TIME and (name != "type" or len(arguments) == 3):
                message = f"{owner.name} is built at run time, by {name}; it is not compared"
                place = Place(owner.module.path, value.lineno)
                yield Diagnostic(place, "target-not-clear", message, "Write a class, if it shall be compared.")
        case ast.Constant(value=str()) if not is_marked:
            pass
        case ast.Subscript() | ast.BinOp(op=ast.BitOr()) | ast.Name() | ast.Attribute() | ast.Constant():
            type_ = type_of(value, at)
            if is_marked or (_is_type(type_) and owner.name[:1].isupper()):
                yield from _alias(modules, owner, value)


def _is_type(type_: Type) -> bool:
    """Whether an assigned value is a type."""
    match type_:
        case UnknownType():
            return False
        case UnionOf(members):
            return all(map(_is_type, members))
        case Nullable(item):
            return _is_type(item)
        case _:
            return True


def _alias(modules: Modules, owner: Defined, value: ast.expr) -> Iterator[Made]:
    at, place = Scope(modules, owner.module), Place(owner.module.path, _line(owner.node))
    type_ = type_of(value, at)
    listed = _listed(type_)
    is_private = owner.name.startswith("_")
    text = owner.module.texts.get(owner.name, "")
    notice = "" if marks_deprecation(text) else None
    if listed is not None:
        values, others = listed
        members = tuple(Member("", value, place) for value in values)
        yield Made(Enumeration(_id(owner), owner.name, place, text, members, others, notice), is_private)
    else:
        is_helper = not isinstance(type_, UnionOf) or not any(isinstance(member, Ref) for member in type_.members)
        yield Made(Alias(_id(owner), owner.name, place, text, type_, deprecated=notice), is_private or is_helper)


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


def _listed(type_: Type) -> tuple[tuple[str | int, ...], bool] | None:
    """The values of a `Literal`, and whether there are others: `Literal["a", "b"] | str`."""
    match type_:
        case Constant(values) if not any(isinstance(value, bool) for value in values):
            return values, False
        case UnionOf((Constant(values), other)) | UnionOf((other, Constant(values))) if other in (STRING, INTEGER):
            return values, True
        case _:
            return None


def _dictionary(modules: Modules, owner: Defined, fields: ast.Dict, keywords: list[ast.keyword]) -> Iterator[Made]:
    """A TypedDict made by a call: `TypedDict("Room", {"room-id": int})`. Its keys need not be identifiers."""
    body: list[ast.stmt] = []
    keys: dict[str, str] = {}
    for number, (key, value) in enumerate(zip(fields.keys, fields.values, strict=True)):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            keys[f"key{number}"] = key.value
            target = ast.Name(f"key{number}", lineno=key.lineno, col_offset=0)
            body.append(ast.AnnAssign(target, value, None, 1, lineno=key.lineno, col_offset=0))
    base = ast.Attribute(ast.Name("typing"), "TypedDict")
    node = ast.ClassDef(owner.name, [base], keywords, body, [], lineno=_line(owner.node), col_offset=0)
    settings = replace(settings_of(modules, Defined(owner.module, owner.name, node)), library=Library.TYPED_DICT)
    made = [
        replace(field, name=keys[field.name], wire=replace(field.wire, name=keys[field.name]))
        for field in fields_of(node, Scope(modules, owner.module), settings)
        if field.wire is not None
    ]
    place = Place(owner.module.path, _line(owner.node))
    made_of = Object(_id(owner), owner.name, place, "", tuple(made))
    yield Made(made_of, owner.name.startswith("_"), Library.TYPED_DICT)


def _enumerated(owner: Defined, listed: ast.expr, at: Scope, kind: str) -> Iterator[Made]:
    """An enumeration made by a call: `Enum("State", "OPEN CLOSED")`."""
    values = constant(listed, at)
    place = Place(owner.module.path, _line(owner.node))
    pairs: Mapping[str, object] = {}
    if isinstance(values, str):
        values = values.replace(",", " ").split()
    if isinstance(values, dict):
        pairs = values
    elif isinstance(values, list | tuple) and all(isinstance(value, str) for value in values):
        pairs = {
            name: name.lower() if kind == "enum.StrEnum" else number for number, name in enumerate(values, start=1)
        }
    elif isinstance(values, list | tuple) and all(isinstance(value, tuple) and len(value) == 2 for value in values):
        pairs = dict(values)
    members = tuple(Member(str(name), value, place) for name, value in pairs.items() if isinstance(value, str | int))
    yield Made(Enumeration(_id(owner), owner.name, place, "", members), owner.name.startswith("_"))
