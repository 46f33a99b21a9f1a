"""Links of types to declarations."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import is_

from ..diagnostics import Diagnostic
from ..frozen import frozen, replace
from .addresses import Addresses, folder_of, target_path
from .declarations import Alias, Declaration, Direction, Enumeration, Field, Object, Request, Use
from .direction import Directions
from .model import Model, map_type, parts_of
from .names import folded
from .types import (
    ANY,
    INTEGER,
    STRING,
    Constant,
    DeclarationId,
    Link,
    Primitive,
    Ref,
    Type,
    UnionOf,
    Unknown,
    union,
    walk,
)

_MOST_NAMED = 5  # declarations in a message
_MOST_ALTERNATIVES = 12
"""The most models below a heading that a type links to. A heading with more is a chapter, and the type is any."""


@frozen()
class _Titles:
    """Folded title → declarations: on a page, in a folder, in folders with a name, and in the tree."""

    on_page: dict[tuple[str, str], list[DeclarationId]]
    in_folder: dict[tuple[str, str], list[DeclarationId]]
    in_named: dict[tuple[str, str], list[DeclarationId]]
    in_tree: dict[str, list[DeclarationId]]


def link(
    declarations: Iterable[Declaration], uses: Iterable[Use], pages: Collection[str]
) -> tuple[Model, Directions, tuple[Diagnostic, ...]]:
    """Follow every link of the declarations and of the uses by operations.

    A link resolves by its path and anchor; or else by its text, as a title on its own page, in the folder of its path or
    of its page; or else as the only title of that name in the tree. If no model has the exact name, `players` leads to
    Player and `game mode` to Game Modes. A page without a shape takes the shape that its links show. A link that leads
    nowhere becomes its fallback or `Unknown`, with a warning at its place; a link of an operation is left out.

    pages  the paths of all pages of the tree, with and without declarations
    """
    ordered = sorted(declarations, key=lambda declaration: (declaration.place, declaration.id))
    linker = _Linker(ordered, pages)
    model = Model(tuple(linker.declaration(declaration) for declaration in ordered))
    return model, linker.directions(uses), tuple(linker.diagnostics)


class _Linker:
    def __init__(self, declarations: Sequence[Declaration], pages: Collection[str]) -> None:
        self._unresolved: dict[tuple[str, str, str], list[Link]] = {}
        self._pages = pages
        self._addresses = Addresses(declarations, pages)
        self._title_of = {declaration.id: declaration.title for declaration in declarations}
        self._objects = frozenset(declaration.id for declaration in declarations if isinstance(declaration, Object))
        self._enumerations = {
            declaration.id: frozenset(map(type, declaration.values))
            for declaration in declarations
            if isinstance(declaration, Enumeration)
        }
        self._titles = _Titles({}, {}, {}, {})
        for declaration in declarations:
            path, title = declaration.place.path, folded(declaration.title)
            folder = folder_of(path)
            self._titles.on_page.setdefault((path, title), []).append(declaration.id)
            self._titles.in_folder.setdefault((folder, title), []).append(declaration.id)
            self._titles.in_named.setdefault((folded(posixpath.basename(folder)), title), []).append(declaration.id)
            self._titles.in_tree.setdefault(title, []).append(declaration.id)
        # Links to a page without a shape may show the shape of its type.
        self._shown: dict[DeclarationId, set[Type]] = {}
        for declaration in declarations:
            for part in parts_of(declaration):
                if (
                    isinstance(part, Link)
                    and not part.is_hint
                    and part.fallback is not None
                    and not isinstance(part.fallback, Primitive)
                    and (target := self._target(part)) is not None
                ):
                    self._shown.setdefault(target, set()).add(part.fallback)

    def declaration(self, declaration: Declaration) -> Declaration:
        match declaration:
            case Object(fields=fields, extra=extra, bases=bases):
                linked = tuple(map(self._field, fields))
                if extra is None and not bases and all(map(is_, linked, fields)):
                    return declaration
                return replace(
                    declaration,
                    fields=linked,
                    extra=None if extra is None else map_type(extra, self._leaf),
                    bases=tuple(map_type(base, self._leaf) for base in bases),
                )
            case Alias(id=own, type=type_):
                types = self._shown.get(own, set())
                if type_ == ANY and len(types) == 1:
                    (type_,) = types
                return replace(declaration, type=map_type(type_, self._leaf))
            case Enumeration():
                return declaration

    def directions(self, uses: Iterable[Use]) -> Directions:
        directions: dict[Direction, set[DeclarationId]] = {Direction.SENT: set(), Direction.RECEIVED: set()}
        requests: dict[tuple[Request, Direction], dict[DeclarationId, None]] = {}
        for use in uses:
            named = dict.fromkeys(self._named(use.type))
            directions[use.direction].update(named)
            if use.request is not None and named:
                requests.setdefault((use.request, use.direction), {}).update(named)
        named_ids = {request: tuple(named) for request, named in requests.items()}
        return Directions(frozenset(directions[Direction.SENT]), frozenset(directions[Direction.RECEIVED]), named_ids)

    def _named(self, type_: Type) -> Iterator[DeclarationId]:
        for part in walk(type_):
            target = self._target(part) if isinstance(part, Link) else part.id if isinstance(part, Ref) else None
            if target in self._title_of:
                yield target

    def _field(self, field: Field) -> Field:
        kind = self._alike(field.type) if isinstance(field.type, UnionOf) else field.type
        linked = map_type(kind, self._leaf)
        return field if linked is field.type else replace(field, type=linked)

    def _alike(self, kind: UnionOf) -> Type:
        """The union with alternatives of one kind, if each may be a value or a model: `user | bot`, `NFT | FT`.

        All are values, unless one is exactly the name of a model: then the others are names of models that are missing.
        """
        links = [part for part in kind.members if isinstance(part, Link) and _may_be_value(part)]
        if len(links) < len(kind.members):
            return kind
        targets = [self._model(link) for link in links]
        if None not in targets or not any(targets):
            return kind
        titles = [None if target is None else self._title_of[target] for target in targets]
        if any(title == link.label for title, link in zip(titles, links, strict=True)):
            return UnionOf(tuple(replace(link, fallback=None) for link in links))
        return union(*(Constant((link.label,)) for link in links))

    def _leaf(self, leaf: Type) -> Type:
        if not isinstance(leaf, Link):
            return leaf
        if leaf.is_hint and leaf.fallback is not None:
            hinted = self._addresses.declaration(leaf) if leaf.href else self._by_title(leaf)
            return Ref(hinted) if hinted is not None and self._is_meant(hinted, leaf.fallback) else leaf.fallback
        among = () if isinstance(leaf.fallback, Primitive) else self._addresses.alternatives(leaf)
        if 1 < len(among) <= _MOST_ALTERNATIVES:
            return union(*map(Ref, among))
        target = None if among else self._model(leaf)
        if target is not None:
            return Ref(target)
        if leaf.fallback is None or (leaf.href and not isinstance(leaf.fallback, Primitive)):
            self._unresolved.setdefault((leaf.place.path, leaf.href, leaf.label), []).append(leaf)
        return Unknown(_last(leaf.label)) if leaf.fallback is None else map_type(leaf.fallback, self._leaf)

    def _model(self, leaf: Link) -> DeclarationId | None:
        """The model that a link leads to; None if it leads nowhere, or only to words about a scalar or a value."""
        target = self._target(leaf)
        is_other = target is not None and (self._is_scalar(leaf, target) or self._is_capital(leaf, target))
        return None if is_other else target

    def _is_meant(self, target: DeclarationId, known: Type) -> bool:
        """Whether a description may mean a model, by the type in the docs: a scalar means values, other types an object."""
        kinds = self._enumerations.get(target, frozenset())
        if known in (STRING, INTEGER):
            return kinds == {str if known == STRING else int}
        if isinstance(known, Primitive) and known != ANY:
            return bool(kinds)
        return target in self._objects

    def _is_scalar(self, leaf: Link, target: DeclarationId) -> bool:
        """Whether a link from a scalar's name only leads to an explanation of the scalar: `[DateTime](timestamps.md)`."""
        if not isinstance(leaf.fallback, Primitive) or leaf.fallback == ANY:
            return False
        return folded(_last(leaf.label)) != folded(self._title_of[target])

    def _is_capital(self, leaf: Link, target: DeclarationId) -> bool:
        """Whether a word in capitals is a value, `CARD` of `CARD | CASH`, and not the model `Card`."""
        return isinstance(leaf.fallback, Constant) and leaf.label.isupper() and self._title_of[target] != leaf.label

    def _target(self, leaf: Link) -> DeclarationId | None:
        if leaf.is_whole:
            return self._addresses.anchored(leaf)
        return self._addresses.declaration(leaf) or self._by_title(leaf)

    def _by_title(self, leaf: Link) -> DeclarationId | None:
        *folders, name = leaf.label.split(".")
        title = folded(name)
        spellings = (title,) if leaf.href else dict.fromkeys((title, title.removesuffix("s"), f"{title}s"))
        return next(filter(None, (self._titled(leaf, folders, spelling) for spelling in spellings if title)), None)

    def _titled(self, leaf: Link, folders: Sequence[str], title: str) -> DeclarationId | None:
        if not title:
            return None
        here = self._titles.on_page.get((leaf.place.path, title), [])
        near = self._titles.in_folder.get((folder_of(leaf.place.path), title), [])
        everywhere = self._titles.in_tree.get(title, [])
        if folders:
            named = self._titles.in_named.get((folded(folders[-1]), title), [])
            if len(named) == 1:
                return named[0]
        return next((ids[0] for ids in (here, near, everywhere) if len(ids) == 1), None)

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """One finding for each type name on a page that cannot be resolved."""
        for leaves in self._unresolved.values():
            diagnostic = self._diagnostic(leaves[0])
            more = len(leaves) - 1
            yield (
                replace(diagnostic, message=f"{diagnostic.message} (and {more} more on this page)")
                if more
                else diagnostic
            )

    def _diagnostic(self, leaf: Link) -> Diagnostic:
        name = _last(leaf.label)
        twins = self._titles.in_tree.get(folded(name), [])
        if len(twins) > 1 and not leaf.is_whole:
            return Diagnostic(
                leaf.place,
                "ambiguous-title",
                f'"{name}" may be any of {_some(twins)}; the field is typed as Any',
                "Link the type to its page.",
            )
        if not leaf.href:
            return Diagnostic(
                leaf.place,
                "unknown-type",
                f'no page describes the type "{name}"; it is typed as Any',
                "Correct the name, link it to its page, or add the page.",
            )
        path = self._addresses.page(leaf.href, leaf.place.path) or target_path(leaf.href, leaf.place.path)
        if path is None:
            return Diagnostic(
                leaf.place,
                "external-type",
                f'"{name}" is outside of the docs; it is typed as Any',
                "Add a page for the type if its shape matters.",
            )
        if among := self._addresses.alternatives(leaf):
            return Diagnostic(
                leaf.place,
                "ambiguous-title",
                f'the link to "{name}" leads to a heading above {len(among)} models; it is typed as Any',
                "Link the type to one of the models.",
            )
        if path in self._pages:
            _, anchored, anchor = leaf.href.partition("#")
            return Diagnostic(
                leaf.place,
                "dead-link",
                f'the link to "{name}" leads to {path}{anchored}{anchor}, which describes no model; it is typed as Any',
                "Give that place a table of fields or values, or link to another.",
            )
        return Diagnostic(
            leaf.place,
            "dead-link",
            f'the link to "{name}" leads to {path}, which does not exist; it is typed as Any',
            "Correct the link, or add the page.",
        )


def _may_be_value(link: Link) -> bool:
    """Whether an alternative is a value if no model has its name."""
    return not link.href and not link.is_hint and link.fallback == Constant((link.label,))


def _some(ids: Sequence[DeclarationId]) -> str:
    """The first few declarations, and the number of the others."""
    first = ", ".join(map(str, ids[:_MOST_NAMED]))
    return first if len(ids) <= _MOST_NAMED else f"{first} and {len(ids) - _MOST_NAMED} more"


def _last(label: str) -> str:
    return label.rsplit(".", 1)[-1]
