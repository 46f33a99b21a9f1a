"""From what the pages call a type to the declaration that they mean."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from ..diagnostics import Diagnostic
from .declarations import Alias, Declaration, Enumeration, Field, Object
from .names import folded
from .tree import Model, map_type, types_of
from .types import ANY, Link, Primitive, Ref, Type, Unknown, walk

_SHOWN = 5  # pages that a message names


@dataclass(frozen=True, slots=True)
class _Titles:
    """Where a title leads to: in a folder, in folders of a name, and in the whole tree where it is unique there."""

    in_folder: dict[tuple[str, str], list[str]]
    in_named: dict[tuple[str, str], list[str]]
    in_tree: dict[str, list[str]]


def link(declarations: Iterable[Declaration], pages: Collection[str]) -> tuple[Model, tuple[Diagnostic, ...]]:
    """Follow every link of the declarations.

    A link resolves by its path, failing that by its title in the folder that it names or stands in, failing that by
    a title that is unique in the tree. A page without a shape of its own takes the one that its links show. What cannot
    be resolved becomes its fallback or `Unknown`, with a warning at its place.

    pages  the paths of all pages of the tree, those that declare nothing among them
    """
    whole = sorted(declarations, key=lambda declaration: (declaration.place, declaration.key))
    linker = _Linker(whole, pages)
    model = Model(tuple(linker.declaration(declaration) for declaration in whole))
    return model, tuple(linker.diagnostics)


class _Linker:
    def __init__(self, declarations: Sequence[Declaration], pages: Collection[str]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._pages = pages
        self._by_path: dict[str, list[Declaration]] = {}
        self._titles = _Titles({}, {}, {})
        for declaration in declarations:
            path = declaration.place.path
            self._by_path.setdefault(path, []).append(declaration)
            title = folded(declaration.title)
            self._titles.in_folder.setdefault((_folder(path), title), []).append(declaration.key)
            self._titles.in_named.setdefault((_named(declaration.key), title), []).append(declaration.key)
            self._titles.in_tree.setdefault(title, []).append(declaration.key)
        # A page may leave the shape of its type to the links that lead to it.
        self._shown: dict[str, set[Type]] = {}
        for declaration in declarations:
            for part in (part for whole in types_of(declaration) for part in walk(whole)):
                if (
                    isinstance(part, Link)
                    and part.fallback is not None
                    and not isinstance(part.fallback, Primitive)
                    and (key := self._key(part)) is not None
                ):
                    self._shown.setdefault(key, set()).add(part.fallback)

    def declaration(self, declaration: Declaration) -> Declaration:
        match declaration:
            case Object(fields=fields, extra=extra):
                return replace(
                    declaration,
                    fields=tuple(map(self._field, fields)),
                    extra=None if extra is None else map_type(extra, self._leaf),
                )
            case Alias(key=key, type=whole):
                shown = self._shown.get(key, set())
                if whole == ANY and len(shown) == 1:
                    (whole,) = shown
                return replace(declaration, type=map_type(whole, self._leaf))
            case Enumeration():
                return declaration

    def _field(self, field: Field) -> Field:
        whole = map_type(field.type, self._leaf)
        return field if whole is field.type else replace(field, type=whole)

    def _leaf(self, leaf: Type) -> Type:
        if not isinstance(leaf, Link):
            return leaf
        key = self._key(leaf)
        if key is not None:
            return Ref(key)
        if leaf.fallback is None or (leaf.href and not isinstance(leaf.fallback, Primitive)):
            self.diagnostics.append(self._unresolved(leaf))
        return Unknown(_last(leaf.label)) if leaf.fallback is None else map_type(leaf.fallback, self._leaf)

    def _key(self, leaf: Link) -> str | None:
        return self._by_target(leaf) or self._by_title(leaf)

    def _by_target(self, leaf: Link) -> str | None:
        path = target_path(leaf.href, leaf.place.path)
        found = self._by_path.get(path, []) if path is not None else []
        if len(found) > 1:
            name = folded(_last(leaf.label))
            found = [declaration for declaration in found if folded(declaration.title) == name]
        return found[0].key if found else None

    def _by_title(self, leaf: Link) -> str | None:
        *folders, name = leaf.label.split(".")
        title = folded(name)
        near = self._titles.in_folder.get((_folder(leaf.place.path), title), [])
        everywhere = self._titles.in_tree.get(title, [])
        if folders:
            named = self._titles.in_named.get((folded(folders[-1]), title), [])
            if len(named) == 1:
                return named[0]
        for found in (near, everywhere):
            if len(found) == 1:
                return found[0]
        return None

    def _unresolved(self, leaf: Link) -> Diagnostic:
        name = _last(leaf.label)
        twins = self._titles.in_tree.get(folded(name), [])
        if len(twins) > 1:
            return Diagnostic(
                leaf.place,
                "ambiguous-title",
                f'"{name}" may be any of {_some(twins)}; the field is read as any value',
                "Link the type to its page.",
            )
        path = target_path(leaf.href, leaf.place.path)
        if not leaf.href:
            return Diagnostic(
                leaf.place,
                "unknown-type",
                f'no page describes the type "{name}"; it is read as any value',
                "Correct the name, link it to its page, or add the page.",
            )
        if path is None:
            return Diagnostic(
                leaf.place,
                "external-type",
                f'"{name}" is described outside of the docs; it is read as any value',
                "Add a page for the type if its shape matters.",
            )
        if path in self._pages:
            return Diagnostic(
                leaf.place,
                "dead-link",
                f'the link to "{name}" leads to {path}, which describes no model; it is read as any value',
                "Give that page a table of fields or values, or link to another.",
            )
        return Diagnostic(
            leaf.place,
            "dead-link",
            f'the link to "{name}" leads to {path}, which does not exist; it is read as any value',
            "Correct the link, or add the page.",
        )


def target_path(href: str, page: str) -> str | None:
    """The page that a link on a page leads to, relative to the docs folder; None where it leads out of the docs.

    The path is only compared with the paths of pages that were read: no link makes docmodels open a file.
    """
    try:
        parts = urlsplit(href)
    except ValueError:  # "http://[", say
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(_folder(page), unquote(parts.path)))


def _folder(path: str) -> str:
    return posixpath.dirname(path)


def _some(keys: list[str]) -> str:
    """The first of the keys: each type of an ambiguous title would otherwise list all its pages."""
    first = ", ".join(keys[:_SHOWN])
    return first if len(keys) <= _SHOWN else f"{first} and {len(keys) - _SHOWN} more"


def _named(key: str) -> str:
    return folded(posixpath.basename(posixpath.dirname(key)))


def _last(label: str) -> str:
    return label.rsplit(".", 1)[-1]
