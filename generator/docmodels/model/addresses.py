"""The targets of links in the docs: pages and declarations of the tree."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from ..frozen import cached_property
from .declarations import Declaration
from .names import folded
from .types import DeclarationId, Link

_SUFFIXES = (".md", ".mdx", ".markdown")
_RENDERED = (*_SUFFIXES, ".html", ".htm")
_INDEXES = ("index", "readme", "_index")


def target_path(href: str, page: str) -> str | None:
    """The page that a link on a page leads to, relative to the docs folder; None for a link out of the docs.

    The path is only compared with the paths of pages: docmodels opens no file because of a link.
    """
    parts = _split(href)
    if parts is None or not parts[0] or parts[0].startswith("/"):
        return None
    return _joined(folder_of(page), parts[0])


@lru_cache(maxsize=4096)
def folder_of(path: str) -> str:
    """The folder of a page, relative to the docs folder."""
    return posixpath.dirname(path)


@lru_cache(maxsize=4096)
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


@lru_cache(maxsize=4096)
def _split(href: str) -> tuple[str, str] | None:
    """The path and the fragment of a link within the docs, percent-decoded; None for a link with a host or a scheme."""
    try:
        parts = urlsplit(href)
    except ValueError:  # as for "http://["
        return None
    if parts.scheme or parts.netloc:
        return None
    return unquote(parts.path), unquote(parts.fragment)


class Addresses:
    """The pages of a tree and their declarations, by all spellings of links to them.

    pages  the paths of all pages of the tree, with and without declarations
    """

    def __init__(self, declarations: Iterable[Declaration], pages: Collection[str]) -> None:
        self._pages = pages
        self._by_stem: dict[str, list[str]] = {}
        for path in sorted(pages):
            self._by_stem.setdefault(_stem(path).casefold(), []).append(path)
        self._by_name: dict[str, list[str]] = {}
        for stem in self._by_stem:
            self._by_name.setdefault(posixpath.basename(stem), []).append(stem)
        self._on_page: dict[str, list[Declaration]] = {}
        for declaration in declarations:
            self._on_page.setdefault(declaration.id.page, []).append(declaration)
        self._anchors: dict[str, Mapping[str, DeclarationId]] = {}
        self._shared: dict[str, Mapping[str, Sequence[Declaration]]] = {}

    def page(self, href: str, here: str) -> str | None:
        """The page of the tree that a link on the page `here` leads to; None if it leads to none.

        Links in the form of a website count too: `/docs/user` and `user.html` for `user.md`, a folder for its index, and
        paths in other capitals.
        """
        parts = _split(href)
        if parts is None:
            return None
        path = parts[0]
        if not path:
            return here if parts[1] else None
        if not path.startswith("/"):
            path = _joined(folder_of(here), path)
            return path if path in self._pages else self._only(_stem(path))
        return self._from_site(_stem(path.strip("/")))

    def declaration(self, link: Link) -> DeclarationId | None:
        """The declaration that a link leads to, or None.

        The anchor decides first, then the text of the link, then the name of the page. A link to a page with one model
        needs none of these.
        """
        path = self.page(link.href, link.place.path) if link.href else None
        if path is None or path not in self._on_page:
            return None
        declarations = self._on_page[path]
        path_shown, anchor = _split(link.href) or ("", "")
        if anchor and (target := _called(self._below(path, anchor), link) or self._by_anchor(path, anchor)) is not None:
            return target
        models = [candidate for candidate in declarations if candidate.part_of is None]
        if len(models) > 1 or anchor:
            name = folded(link.label.rsplit(".", 1)[-1])
            named = [candidate for candidate in declarations if folded(candidate.title) == name]
            if len(named) == 1 or (named and not anchor):
                return named[0].id
        if len(models) > 1 and not anchor:
            name = folded(posixpath.basename(_stem(path)))
            named = [model for model in models if folded(model.title) == name]
            return named[0].id if len(named) == 1 else None
        return models[0].id if len(models) == 1 and path_shown else None

    def alternatives(self, link: Link) -> tuple[DeclarationId, ...]:
        """The declarations below the heading that a link leads to, if they are several and the link's text names none."""
        _, anchor = _split(link.href) or ("", "")
        path = self.page(link.href, link.place.path) if anchor else None
        declarations = self._below(path, anchor) if path is not None else ()
        return () if _called(declarations, link) is not None else tuple(declaration.id for declaration in declarations)

    def _below(self, path: str, anchor: str) -> Sequence[Declaration]:
        """The declarations that share an anchor; none if it is the own anchor of one."""
        if path not in self._shared:
            by_anchor: dict[str, list[Declaration]] = {}
            for declaration in self._on_page.get(path, ()):
                for name in {declaration.id.anchor, *declaration.anchors}:
                    by_anchor.setdefault(name, []).append(declaration)
            self._shared[path] = {
                name: among
                for name, among in by_anchor.items()
                if len(among) > 1 and all(name != candidate.id.anchor for candidate in among)
            }
        return self._shared[path].get(anchor, ())

    def anchored(self, link: Link) -> DeclarationId | None:
        """The declaration with a link's anchor: on the page of the link, or else on the only page with that anchor."""
        parts = _split(link.href)
        anchor = parts[1] if parts is not None else ""
        if not anchor:
            return None
        path = self.page(link.href, link.place.path)
        if path in self._on_page and (here := self._by_anchor(path, anchor)) is not None:
            return here
        ids = self._everywhere.get(anchor, ())
        return ids[0] if len(ids) == 1 else None

    @cached_property
    def _everywhere(self) -> Mapping[str, list[DeclarationId]]:
        """The declarations of the tree by each of their anchors."""
        by_anchor: dict[str, list[DeclarationId]] = {}
        for declarations in self._on_page.values():
            for declaration in declarations:
                for name in {declaration.id.anchor, *declaration.anchors}:
                    by_anchor.setdefault(name, []).append(declaration.id)
        return by_anchor

    def _by_anchor(self, path: str, anchor: str) -> DeclarationId | None:
        if path not in self._anchors:
            known: dict[str, DeclarationId] = {}
            for spell in (str, str.casefold, folded):  # an exact spelling comes before a similar one
                for declaration in self._on_page[path]:
                    for name in (declaration.id.anchor, *declaration.anchors):
                        if name:
                            known.setdefault(spell(name), declaration.id)
            self._anchors[path] = known
        known_here = self._anchors[path]
        return next(
            (known_here[key] for spell in (str, str.casefold, folded) if (key := spell(anchor)) in known_here), None
        )

    def _only(self, stem: str) -> str | None:
        """The page with a path, less its suffix, or the index of that folder; None if there are none or several."""
        for path in (stem, *(f"{stem}/{index}" for index in _INDEXES)):
            paths = self._by_stem.get(path.casefold(), ())
            if len(paths) == 1:
                return paths[0]
        return None

    def _from_site(self, stem: str) -> str | None:
        """The page for a path from the root of a website: the only one with most parts in common at the end of the path."""
        stem = stem.casefold()
        name = posixpath.basename(stem)
        parents = self._by_name.get(name, []) + [
            path for index in _INDEXES for path in self._by_name.get(index, ()) if folder_of(path).endswith(name)
        ]
        shared = {path: _common_end(stem, _without_index(path)) for path in parents}
        most = max(shared.values(), default=0)
        best = [path for path, count in shared.items() if count == most]
        return self._only(best[0]) if most and len(best) == 1 else None


def _called(declarations: Iterable[Declaration], link: Link) -> DeclarationId | None:
    """The declaration that the text of a link names."""
    label = folded(link.label.rsplit(".", 1)[-1])
    return next((declaration.id for declaration in declarations if folded(declaration.title) == label), None)


def _stem(path: str) -> str:
    root, suffix = posixpath.splitext(path.rstrip("/"))
    return root if suffix.lower() in _RENDERED else path.rstrip("/")


def _without_index(path: str) -> str:
    folder, name = posixpath.split(path)
    return folder if name in _INDEXES else path


def _common_end(one: str, other: str) -> int:
    """The number of equal parts at the ends of two paths."""
    count = 0
    for left, right in zip(reversed(one.split("/")), reversed(other.split("/")), strict=False):
        if left != right:
            break
        count += 1
    return count
