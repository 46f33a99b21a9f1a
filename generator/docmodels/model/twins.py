"""Twins: two pages with the same content, and with paths that differ in case only: `Url.md` and `URL.md`."""

from __future__ import annotations

from collections.abc import Sequence

from .declarations import Alias, Declaration
from .types import DeclarationId, Ref


def without_twins(declarations: Sequence[Declaration]) -> Sequence[Declaration]:
    """The declarations of a tree; those of a page that repeats another page become aliases for those of that twin."""
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
    return [names.get(each.id, each) for each in declarations] if names else declarations


def _content(declarations: Sequence[Declaration], path: str) -> str:
    """All that a page declares, whatever its path and its case."""
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
