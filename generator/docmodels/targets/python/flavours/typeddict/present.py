"""Declarations as views for the templates of TypedDicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .....model.code_names import key_of
from .....model.declarations import Enumeration, Field, Object
from .....model.descriptions import documentation, with_values
from .....model.types import Ref, walk
from ...annotations import annotation, inherited_classes, joined
from ...dependencies import Dependencies
from ...described import documented, with_remarks
from ...docstrings import comment
from ...identifiers import behind, own_name, private
from ...layout import called, flat, item, lay_out, stacked
from ...literals import string
from ...plain import module_view, type_alias, values
from ...planning import Module
from ...scope import Scope
from ...syntax import AnnotatedName, ClassLine, Code, Doc, Group, Keyed, Union, Words, mapped, subscript
from ...views import AliasView, FieldView, ModuleView, ObjectView

_BODY, _ENTRY = 4, 8

_TYPING = ("Any", "Literal", "NotRequired", "TypeAlias", "TypedDict")
HELPERS: Mapping[str, Code] = MappingProxyType({name: Code("typing") for name in _TYPING})
"""Name → the module that defines it."""


def present(module: Module, around: Dependencies) -> ModuleView:
    """The views for the templates of TypedDicts."""
    return module_view(module, Scope(module, around, HELPERS, is_plain=True), _object, _enumeration)


def _enumeration(declaration: Enumeration, name: Code, scope: Scope) -> AliasView:
    if declaration.is_flags:
        return type_alias(name, Code("int"), documented(with_values(declaration), 0), scope)
    return values(declaration, name, scope)


def _object(declaration: Object, name: Code, scope: Scope) -> ObjectView | AliasView:
    """A class. Keys that are no names in Python stand in a base of it, made by a call: `_RoomKeys`."""
    by_key: dict[str, Field] = {}
    for field in declaration.fields:
        by_key.setdefault(key_of(field), field)
    kinds = {key: _kind(field, scope) for key, field in by_key.items()}
    types = {known for kind in kinds.values() for known in _names(kind)}
    odd = {key: field for key, field in by_key.items() if key in types or not own_name(key)}
    bases = inherited_classes(declaration, scope)
    if odd and len(odd) == len(by_key) and not bases:
        statement = _call(declaration, name, odd, scope)
        return AliasView(name, scope.helper("TypedDict"), statement, documented(documentation(declaration), 0))
    before: list[Code] = []
    if odd:
        keys = private(behind(name, Code("Keys")))
        before = [*_first(declaration, name, odd, scope), _call(declaration, keys, odd, scope), Code(""), Code("")]
        bases.append(keys)
    fields = tuple(_field(field, own_name(key), kinds[key]) for key, field in by_key.items() if key not in odd)
    return ObjectView(
        name,
        stacked([*before, lay_out(ClassLine(name, tuple(bases) or (scope.helper("TypedDict"),)))]),
        documented(documentation(declaration), _BODY),
        Code(""),
        Code(""),
        fields,
    )


_VALUES = frozenset({"NotImplemented", "Ellipsis"})
"""Builtins that are no classes: until mypy has met a class of such a name, it finds the builtin."""


def _first(declaration: Object, name: Code, odd: Mapping[str, Field], scope: Scope) -> Iterator[Code]:
    """A line that names a class above the call with its keys, if a key names a class that is not defined yet.

    In a circle, pyright infers the call only if it has met the class before.
    """
    if name not in _VALUES and any(_is_ahead(declaration, field, scope) for field in odd.values()):
        yield Code("# Pyright has to meet the class before its keys.")
        yield lay_out(AnnotatedName(private(behind(name, Code("First"))), name))


def _field(field: Field, name: Code, kind: Doc) -> FieldView:
    statement = lay_out(AnnotatedName(name, kind), indent=_BODY)
    docs = documented(with_remarks(field, has_default=False), _BODY)
    return FieldView(name, string(name), flat(kind), Code(""), statement, docs)


def _call(declaration: Object, name: Code, by_key: Mapping[str, Field], scope: Scope) -> Code:
    made = scope.helper("TypedDict")
    entries: list[Code] = []
    for key, field in by_key.items():
        if docs := with_remarks(field, has_default=False):
            entries.append(comment(docs, _ENTRY))
        is_quoted = _is_ahead(declaration, field, scope)
        (entry,) = mapped([(string(key), _kind(field, scope, is_quoted=is_quoted))]).items
        entries.append(item(entry, indent=_ENTRY))
    return called(name, made, string(name), entries)


def _is_ahead(declaration: Object, field: Field, scope: Scope) -> bool:
    """Whether the type of a key names a class that is not defined yet."""
    return any(
        isinstance(part, Ref) and scope.has(part.id) and scope.is_quoted(declaration, part.id)
        for part in walk(field.type)
    )


def _kind(field: Field, scope: Scope, *, is_quoted: bool = False) -> Doc:
    """The annotation of a key: `NotRequired` if it may be missing, with None if it may be null."""
    hint = annotation(field.type, scope)
    if field.nullable:
        hint = joined((hint, Code("None")))
    if is_quoted:
        hint = string(flat(hint))
    return hint if field.required else subscript(scope.helper("NotRequired"), hint)


def _names(doc: Doc) -> Iterator[str]:
    """The names in an annotation. The parser of the type bounds its depth."""
    match doc:
        case str():
            yield from doc.split(".")
        case Group(open=opening, items=items):
            yield opening.rstrip("[")
            for item in items:
                yield from _names(item)
        case Union(items=items):
            for item in items:
                yield from _names(item)
        case Keyed() | Words():
            pass
