"""Twins: pages with the same content whose paths differ in capitals only, as `Url.md` and `URL.md`."""

from __future__ import annotations

from collections.abc import Sequence

from .declarations import Alias, Declaration
from .types import DeclarationId, Ref


def without_twins(declarations: Sequence[Declaration]) -> Sequence[Declaration]:
    """The declarations of a tree, in which those of a page that repeats its twin become aliases of the twin's."""
    pages: dict[str, dict[str, list[Declaration]]] = {}
    for declaration in declarations:
        path = declaration.place.path
        pages.setdefault(path.casefold(), {}).setdefault(path, []).append(declaration)
    names: dict[DeclarationId, Declaration] = {}
    for alike in pages.values():
        first, *others = sorted(alike, reverse=True)  # `Url.md` before `URL.md`
        for path in others:
            if _content(alike[path], path) == _content(alike[first], first):
                pairs = zip(alike[path], alike[first], strict=True)
                names.update((mine.id, _name_for(mine, theirs)) for mine, theirs in pairs)
    return [names.get(declaration.id, declaration) for declaration in declarations] if names else declarations


def _content(declarations: Sequence[Declaration], path: str) -> str:
    """The declarations of a page as a text, without the path and without regard to capitals."""
    return repr(declarations).replace(repr(path), "").casefold()


def _name_for(declaration: Declaration, twin: Declaration) -> Alias:
    return Alias(
        declaration.id,
        declaration.title,
        declaration.place,
        declaration.description,
        Ref(twin.id),
        anchors=declaration.anchors,
        namespace=declaration.namespace,
        part_of=declaration.part_of,
        named_by=declaration.named_by,
    )
