"""Files of Python as declarations."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ... import diagnostics
from ...diagnostics import Diagnostic
from ...frozen import frozen
from ...model.declarations import Alias, Declaration, Enumeration, Member, Object
from ...model.model import Model, map_types
from ...model.types import ANY, INTEGER, STRING, Constant, DeclarationId, Nullable, Primitive, Ref, Type, UnionOf
from ...model.types import Unknown as UnknownType
from . import known
from .annotations import Place, constant, outside, type_of, wrapper_of
from .enumerations import is_open, members_of
from .fields import fields_of, marks_deprecation
from .modules import Defined, Import, Module, Modules, dotted, module_of
from .settings import Library, settings_of


@frozen()
class Source:
    """A file: its path as reports show it, the names that imports call it by (the full one first), and its bytes."""

    path: str
    names: tuple[str, ...]
    is_package: bool
    content: bytes


@frozen()
class Declared:
    """What files declare; see `Target`."""

    model: Model
    helpers: frozenset[DeclarationId]
    diagnostics: tuple[Diagnostic, ...]


def read_modules(sources: Iterable[Source], further: Callable[[str], Source | None]) -> Declared:
    """The classes, enumerations and aliases of types in some files, in their order.

    further  finds a module that they import from and that is none of them; what it declares are helpers
    """
    modules, own, faults = _parsed(sources, further)
    declarations: list[Declaration] = []
    helpers = set[DeclarationId]()
    for module in modules.by_path.values():
        for name, node in module.bound.items():
            owner = Defined(module, name, node) if isinstance(node, ast.AST) else None
            for made in _declared(modules, owner) if owner is not None else ():
                if isinstance(made, Diagnostic):
                    faults.append(made)
                    continue
                declaration, is_helper = made
                declarations.append(declaration)
                if is_helper or module.path not in own:
                    helpers.add(declaration.id)
    ids = {each.id for each in declarations}
    bases = {
        part.id for each in declarations if isinstance(each, Object) for part in each.bases if isinstance(part, Ref)
    }
    whole = Model(tuple(map_types(each, lambda leaf: _kept(leaf, ids)) for each in declarations))
    return Declared(whole, frozenset(helpers | bases), tuple(faults))


def _kept(leaf: Type, ids: set[DeclarationId]) -> Type:
    return UnknownType(leaf.id.anchor) if isinstance(leaf, Ref) and leaf.id not in ids else leaf


def _parsed(
    sources: Iterable[Source], further: Callable[[str], Source | None]
) -> tuple[Modules, frozenset[str], list[Diagnostic]]:
    """The modules, the paths of those that are not further ones, and the findings."""
    by_path: dict[str, Module] = {}
    by_name: dict[str, Module] = {}
    faults: list[Diagnostic] = []
    queue = list(sources)
    own = frozenset(source.path for source in queue)
    tried = set[str]()
    for source in queue:  # it grows
        made = _module(source)
        if isinstance(made, Diagnostic):
            faults.append(made)
            continue
        by_path[source.path] = made
        for name in source.names:
            by_name.setdefault(name, made)
        if source is queue[-1]:
            wanted = {name for module in by_path.values() for name in _imported(module)} - by_name.keys() - tried
            tried |= wanted
            found = [each for name in sorted(wanted) if (each := further(name)) is not None]
            queue += [each for each in found if each.path not in by_path]
    return Modules(by_path, by_name), own, faults


def _imported(module: Module) -> Iterator[str]:
    """The full names of all that may be a module among the imports of a module."""
    yield from module.stars
    for bound in module.bound.values():
        if isinstance(bound, Import):
            yield bound.module
            if bound.name:
                yield f"{bound.module}.{bound.name}"


def _module(source: Source) -> Module | Diagnostic:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python thinks of the escapes in it is nobody's business here
            tree = ast.parse(source.content)
    except SyntaxError as error:
        message = f"it is not Python {_running()}: {error.msg}; its classes are not compared"
        return _fault(diagnostics.Place(source.path, error.lineno or 0), message, "Correct the file.")
    except (ValueError, RecursionError, MemoryError):
        message = "it is not Python, or nested too deep; its classes are not compared"
        return _fault(diagnostics.Place(source.path), message, "Correct the file.")
    return module_of(source.path, source.names[0], tree, is_package=source.is_package)


def _running() -> str:
    import sys

    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _fault(place: diagnostics.Place, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(place, "target-not-read", message, remedy)


def _declared(modules: Modules, owner: Defined) -> Iterator[tuple[Declaration, bool] | Diagnostic]:
    """The declaration of a name, and whether it is a helper; nothing for what is no class and no type."""
    node = owner.node
    if isinstance(node, ast.ClassDef):
        yield from _class(modules, owner, node)
    elif type(node).__name__ == "TypeAlias":
        yield from _alias(modules, owner, node.value)  # type: ignore[attr-defined]
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        at = Place(owner.module)
        is_marked = isinstance(node, ast.AnnAssign) and outside(modules, node.annotation, at) in _MARKS
        if isinstance(node, ast.Assign) or is_marked:
            yield from _assigned(modules, owner, node.value, at, is_marked=is_marked)


_MARKS = ("typing.TypeAlias", "typing_extensions.TypeAlias")


def _class(modules: Modules, owner: Defined, node: ast.ClassDef) -> Iterator[tuple[Declaration, bool] | Diagnostic]:
    at, settings = Place(owner.module, owner.name), settings_of(modules, owner)
    is_private = any(part.startswith("_") for part in owner.name.split("."))
    notice, text = _deprecation(modules, node, at), ast.get_docstring(node) or ""
    place, identity = diagnostics.Place(owner.module.path, node.lineno), _id(owner)
    if settings.library is Library.ENUMERATION:
        bases = {name for each in node.bases if (name := known.plain(outside(modules, each, at)))}
        of_flags = bool(bases & known.FLAGS)
        parts = list(members_of(modules, node, at, is_text="enum.StrEnum" in bases, is_flags=of_flags))
        members = tuple(each for each in parts if isinstance(each, Member))
        unclear = [each for each in parts if isinstance(each, Diagnostic)]
        yield from unclear
        takes_others = is_open(node) or bool(unclear)
        made = Enumeration(identity, node.name, place, text, members, takes_others, notice, of_flags)
        yield made, is_private or not members
        return
    if settings.library is Library.ROOT:
        root = next((each for each in node.bases if isinstance(each, ast.Subscript)), None)
        inner = type_of(modules, root.slice, at) if root is not None else _root_field(modules, node, at)
        yield Alias(identity, node.name, place, text, inner, deprecated=notice), is_private
        return
    fields = tuple(fields_of(modules, node, at, settings))
    bases_of = tuple(_bases(modules, node, at))
    if settings.library in (Library.PLAIN, Library.NONE) and not fields and not bases_of:
        scalar = _of_scalar(modules, node, at)
        if scalar is not None:
            yield Alias(identity, node.name, place, "", scalar), True
        return
    is_helper = is_private or settings.library in (Library.PLAIN, Library.NONE) or not (fields or bases_of)
    yield Object(identity, node.name, place, text, fields, notice, bases=bases_of), is_helper


def _id(owner: Defined) -> DeclarationId:
    return DeclarationId(owner.module.path, owner.name)


def _root_field(modules: Modules, node: ast.ClassDef, at: Place) -> Type:
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id="root" | "__root__"), annotation=annotation):
                return type_of(modules, annotation, at)
    return ANY


def _bases(modules: Modules, node: ast.ClassDef, at: Place) -> Iterator[Type]:
    outer = Place(at.module, at.scope.rpartition(".")[0])
    for base in node.bases:
        if name := dotted(wrapper_of(base)):
            there = modules.find(outer.module, name, outer.scope)
            if isinstance(there, Defined) and there.node is not node:
                yield Ref(_id(there))


def _of_scalar(modules: Modules, node: ast.ClassDef, at: Place) -> Type | None:
    """The type of JSON of a class like `class Snowflake(int)`."""
    for base in node.bases:
        found = known.SCALARS.get(known.plain(outside(modules, base, at)))
        if isinstance(found, Primitive) and found != ANY:
            return found
    return None


def _deprecation(modules: Modules, node: ast.ClassDef, at: Place) -> str | None:
    for decorator in node.decorator_list:
        function = decorator.func if isinstance(decorator, ast.Call) else decorator
        if known.plain(outside(modules, function, at)) in known.DEPRECATED:
            return ""
    return "" if marks_deprecation(ast.get_docstring(node) or "") else None


def _assigned(
    modules: Modules, owner: Defined, value: ast.expr, at: Place, *, is_marked: bool
) -> Iterator[tuple[Declaration, bool] | Diagnostic]:
    match value:
        case ast.Call(func=function, args=arguments, keywords=keywords):
            name = known.plain(outside(modules, function, at))
            if name in ("typing.TypeAliasType", "typing.NewType") and len(arguments) > 1:
                yield from _alias(modules, owner, arguments[1])
            elif name in known.TYPED_DICTS and len(arguments) > 1 and isinstance(arguments[1], ast.Dict):
                yield from _dictionary(modules, owner, arguments[1], keywords)
            elif name in known.ENUMERATIONS and len(arguments) > 1:
                yield from _enumerated(modules, owner, arguments[1], at, name)
            elif name in known.RUN_TIME and (name != "type" or len(arguments) == 3):
                message = f"{owner.name} is built at run time, by {name}; it is not compared"
                place = diagnostics.Place(owner.module.path, value.lineno)
                yield Diagnostic(place, "target-not-clear", message, "Write a class, if it shall be compared.")
        case ast.Constant(value=str()) if not is_marked:
            pass
        case ast.Subscript() | ast.BinOp(op=ast.BitOr()) | ast.Name() | ast.Attribute() | ast.Constant():
            found = type_of(modules, value, at)
            if is_marked or (_is_type(found) and owner.name[:1].isupper()):
                yield from _alias(modules, owner, value)


def _is_type(whole: Type) -> bool:
    """Whether an assignment is one of a type, and not of some other value."""
    match whole:
        case UnknownType():
            return False
        case UnionOf(members):
            return all(map(_is_type, members))
        case Nullable(item):
            return _is_type(item)
        case _:
            return True


def _alias(modules: Modules, owner: Defined, value: ast.expr) -> Iterator[tuple[Declaration, bool]]:
    at, place = Place(owner.module), diagnostics.Place(owner.module.path, _line(owner.node))
    whole = type_of(modules, value, at)
    listed = _listed(whole)
    is_private = owner.name.startswith("_")
    text = owner.module.texts.get(owner.name, "")
    notice = "" if marks_deprecation(text) else None
    if listed is not None:
        values, others = listed
        members = tuple(Member("", each, place) for each in values)
        yield Enumeration(_id(owner), owner.name, place, text, members, others, notice), is_private
    else:
        is_helper = not isinstance(whole, UnionOf) or not any(isinstance(each, Ref) for each in whole.members)
        yield Alias(_id(owner), owner.name, place, text, whole, deprecated=notice), is_private or is_helper


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


def _listed(whole: Type) -> tuple[tuple[str | int, ...], bool] | None:
    """The values of a `Literal`, and whether there are others: `Literal["a", "b"] | str`."""
    match whole:
        case Constant(values) if not any(isinstance(each, bool) for each in values):
            return values, False
        case UnionOf((Constant(values), other)) | UnionOf((other, Constant(values))) if other in (STRING, INTEGER):
            return values, True
        case _:
            return None


def _dictionary(
    modules: Modules, owner: Defined, fields: ast.Dict, keywords: list[ast.keyword]
) -> Iterator[tuple[Declaration, bool]]:
    """A TypedDict that is made by a call; its keys need not be identifiers."""
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
        for field in fields_of(modules, node, Place(owner.module), settings)
        if field.wire is not None
    ]
    place = diagnostics.Place(owner.module.path, _line(owner.node))
    yield Object(_id(owner), owner.name, place, "", tuple(made)), owner.name.startswith("_")


def _enumerated(
    modules: Modules, owner: Defined, listed: ast.expr, at: Place, kind: str
) -> Iterator[tuple[Declaration, bool]]:
    """An enumeration that is made by a call."""
    values = constant(modules, listed, at)
    place = diagnostics.Place(owner.module.path, _line(owner.node))
    pairs: Mapping[str, object] = {}
    if isinstance(values, str):
        values = values.replace(",", " ").split()
    if isinstance(values, dict):
        pairs = values
    elif isinstance(values, list | tuple) and all(isinstance(each, str) for each in values):
        pairs = {
            name: name.lower() if kind == "enum.StrEnum" else number for number, name in enumerate(values, start=1)
        }
    elif isinstance(values, list | tuple) and all(isinstance(each, tuple) and len(each) == 2 for each in values):
        pairs = dict(values)
    members = tuple(Member(str(name), value, place) for name, value in pairs.items() if isinstance(value, str | int))
    yield Enumeration(_id(owner), owner.name, place, "", members), owner.name.startswith("_")
