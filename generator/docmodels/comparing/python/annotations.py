"""Annotations as types."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import field

from ...frozen import frozen, replace
from ...model.types import ANY, NULL, Constant, DeclarationId, ListOf, MapOf, Ref, Type, Unknown, union
from . import known
from .modules import Defined, Definition, Module, Modules, dotted

_DEEPEST = 60


@frozen()
class Scope:
    """The names that an expression can use.

    modules    all files of the target
    module     the module of the expression
    owner      the class around it; "" for none
    arguments  the types of the parameters of a generic alias
    """

    modules: Modules
    module: Module
    owner: str = ""
    arguments: Mapping[str, Type] = field(default_factory=dict)

    def find(self, name: str) -> Definition:
        """Follow a name to its definition."""
        return self.modules.find(self.module, name, self.owner)


@frozen()
class Wrapped:
    """An annotation, split into its type and its wrappers.

    marks  the names of the wrappers: `typing.NotRequired`
    notes  the arguments of `Annotated` behind the type
    """

    inner: ast.expr
    marks: frozenset[str]
    notes: tuple[ast.expr, ...]


def unwrapped(expression: ast.expr, at: Scope) -> Wrapped:
    """Take off `Annotated`, `Required`, `ClassVar` and their kin; a text is parsed as an annotation."""
    marks, notes = set[str](), list[ast.expr]()
    for _ in range(_DEEPEST):
        expression = parsed(expression)
        name = known.plain(outside(wrapper_of(expression), at))
        if name not in known.WRAPPERS:
            break
        marks.add(name)
        if not isinstance(expression, ast.Subscript):
            return Wrapped(ast.Name("Any"), frozenset(marks), tuple(notes))
        inner = expression.slice
        if isinstance(inner, ast.Tuple) and inner.elts:
            notes += inner.elts[1:]
            inner = inner.elts[0]
        expression = inner
    return Wrapped(expression, frozenset(marks), tuple(notes))


def wrapper_of(expression: ast.expr) -> ast.expr:
    """The part before the brackets: `List` of `List[int]`; the expression itself if it has none."""
    return expression.value if isinstance(expression, ast.Subscript) else expression


def parsed(expression: ast.expr) -> ast.expr:
    """The expression in a text: `Room` of `"Room"`; any other expression as it is."""
    if not (isinstance(expression, ast.Constant) and isinstance(expression.value, str)):
        return expression
    try:
        return ast.parse(expression.value.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Constant(...)


def outside(expression: ast.expr, at: Scope) -> str:
    """The full name of a thing from outside the target; "" for a thing of the target, and for an expression without a name."""
    name = dotted(expression)
    if not name:
        return ""
    there = at.find(name)
    return there if isinstance(there, str) else ""


def type_of(expression: ast.expr, at: Scope, depth: int = 0) -> Type:
    """The type that an annotation means; `Unknown` if docmodels does not know it.

    A name of the target becomes a reference, even if it turns out to be no class.
    """
    if depth > _DEEPEST:
        return Unknown("…")
    wrapped = unwrapped(expression, at).inner
    match wrapped:
        case ast.Constant(value=None):
            return NULL
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return _union((left, right), at, depth)
        case ast.Name(id=name) if name in at.arguments:
            return at.arguments[name]
        case ast.Name() | ast.Attribute():
            return _named(wrapped, at)
        case ast.Subscript(value=value, slice=inner):
            arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            return _generic(value, arguments, at, depth)
        case ast.Call(func=function):
            return known.SCALARS.get(outside(function, at), Unknown(dotted(function) or "a call"))
        case _:
            return Unknown(ast.unparse(wrapped)[:60])


def _union(members: tuple[ast.expr, ...] | list[ast.expr], at: Scope, depth: int) -> Type:
    kept = [member for member in members if not _is_unset(member, at)]
    return union(*(type_of(member, at, depth + 1) for member in kept)) if kept else NULL


def _is_unset(member: ast.expr, at: Scope) -> bool:
    """Whether a member of a union marks an optional field: `UnsetType`, or a library's own class of this kind."""
    there = at.find(dotted(member)) if dotted(member) else ""
    if isinstance(there, Defined):
        return isinstance(there.node, ast.ClassDef) and there.name in known.UNSET_NAMES
    return known.plain(there) in known.UNSET


def _named(expression: ast.expr, at: Scope) -> Type:
    there = at.find(dotted(expression))
    if isinstance(there, Defined):
        return Ref(DeclarationId(there.module.path, there.name))
    name = known.plain(there)
    if name in ("None", "types.NoneType"):
        return NULL
    if name in known.MAPS:
        return MapOf(ANY)
    if name in known.LISTS | known.TUPLES:
        return ListOf(ANY)
    return known.SCALARS.get(name, Unknown(dotted(expression)))


def _generic(value: ast.expr, arguments: list[ast.expr], at: Scope, depth: int) -> Type:
    there = at.find(dotted(value)) if dotted(value) else ""
    if isinstance(there, Defined):
        alias = generic_alias(at.modules, there)
        if alias is None:
            return Ref(DeclarationId(there.module.path, there.name))
        given = (type_of(argument, at, depth + 1) for argument in arguments)
        inner = replace(alias.at, arguments=dict(zip(alias.parameters, given, strict=False)))
        return type_of(alias.value, inner, depth + 1)
    name = known.plain(there)
    if name in known.UNIONS:
        return _union(arguments, at, depth)
    if name == "typing.Optional":
        return union(type_of(arguments[0], at, depth + 1), NULL)
    if name == "typing.Literal":
        return union(*(_literal(value, at) for value in _flat(arguments)))
    if name in known.LISTS:
        return ListOf(type_of(arguments[0], at, depth + 1))
    if name in known.TUPLES:
        items = [
            argument for argument in arguments if not (isinstance(argument, ast.Constant) and argument.value is ...)
        ]
        return ListOf(union(*(type_of(item, at, depth + 1) for item in items)) if items else ANY)
    if name in known.MAPS:
        return MapOf(type_of(arguments[-1], at, depth + 1))
    return Unknown(dotted(value) or "…")


@frozen()
class GenericAlias:
    """The value of an alias, the place of that value, and the names of its parameters."""

    value: ast.expr
    at: Scope
    parameters: tuple[str, ...]


def generic_alias(modules: Modules, owner: Defined) -> GenericAlias | None:
    """An alias with parameters: `Maybe = T | None`, `type Maybe[T] = T | None`, `TypeAliasType("Maybe", T | None, …)`."""
    node, at = owner.node, Scope(modules, owner.module)
    value: ast.expr | None = getattr(node, "value", None)
    if isinstance(node, ast.ClassDef) or value is None:
        return None
    if isinstance(value, ast.Call):
        is_alias = known.plain(outside(value.func, at)) == "typing.TypeAliasType"
        value = value.args[1] if is_alias and len(value.args) > 1 else None
    if value is None:
        return None
    named = tuple(parameter.name for parameter in getattr(node, "type_params", ()))
    parameters = named or tuple(dict.fromkeys(_type_variables(value, at)))
    return GenericAlias(value, at, parameters) if parameters else None


def _type_variables(value: ast.expr, at: Scope) -> Iterator[str]:
    for part in ast.walk(value):
        if isinstance(part, ast.Name) and isinstance(there := at.modules.find(at.module, part.id), Defined):
            made = getattr(there.node, "value", None)
            if isinstance(made, ast.Call) and known.plain(outside(made.func, Scope(at.modules, there.module))) == (
                "typing.TypeVar"
            ):
                yield part.id


def _flat(arguments: list[ast.expr]) -> Iterator[ast.expr]:
    """The values of a `Literal`, those of one within it too."""
    for argument in arguments:
        if isinstance(argument, ast.Subscript):
            yield from argument.slice.elts if isinstance(argument.slice, ast.Tuple) else [argument.slice]
        else:
            yield argument


def _literal(expression: ast.expr, at: Scope) -> Type:
    value = constant(expression, at)
    if isinstance(value, str | int | bool):
        return Constant((value,))
    return NULL if value is None else Unknown(ast.unparse(expression)[:60])


def constant(expression: ast.expr | None, at: Scope, steps: int = 0) -> object:
    """The value of an expression that is written out, a name of such a value, or a member of an enumeration.

    `...` stands for anything else.
    """
    if expression is None or steps > _DEEPEST:
        return ...
    if name := dotted(expression):
        there = at.find(name)
        if isinstance(there, Defined) and isinstance(there.node, ast.Assign | ast.AnnAssign):
            return constant(there.node.value, Scope(at.modules, there.module), steps + 1)
        owner, _, member = name.rpartition(".")
        if owner and isinstance(there := at.find(owner), Defined):
            if member in ("value", "name"):
                return constant(expression.value, at, steps + 1)  # type: ignore[attr-defined]
            return _member(at.modules, there, member, steps)
        return ...
    try:
        value: object = ast.literal_eval(expression)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return ...
    return value


def _member(modules: Modules, owner: Defined, member: str, steps: int) -> object:
    if isinstance(owner.node, ast.ClassDef):
        for statement in owner.node.body:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == member:
                    return constant(value, Scope(modules, owner.module, owner.name), steps + 1)
    return ...
