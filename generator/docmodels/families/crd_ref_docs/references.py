"""The meaning of the names of types on a page."""

from __future__ import annotations

from collections.abc import Iterable

from ...frozen import replace
from ...model.model import map_type
from ...model.names import folded
from ...model.types import ANY, Link, Ref, Type
from ..kit import Builder
from .outline import KubernetesType

_KUBERNETES = "https://kubernetes.io/"
"""The addresses of the docs of Kubernetes' own types. A link there is no fault."""


class References:
    """The types of a page by name, for the links to them."""

    def __init__(self, types: Iterable[KubernetesType], builder: Builder) -> None:
        self._builder = builder
        self._named: dict[str, dict[tuple[str, ...], KubernetesType]] = {}
        for draft in types:
            for name in (draft.title, draft.title.rpartition(".")[2]):  # some templates put Go's package before it
                self._named.setdefault(folded(name), {}).setdefault(draft.namespace, draft)

    def resolved(self, type_: Type, draft: KubernetesType) -> Type:
        """A type of a draft, with the declarations of the page in place of links.

        A link only has the name of a type. Among several of the name, it means the one of the same version.
        """
        return map_type(type_, lambda leaf: self._target(leaf, draft) if isinstance(leaf, Link) else leaf)

    def _target(self, link: Link, draft: KubernetesType) -> Type:
        if link.href and not link.href.startswith("#"):
            is_known = link.href.startswith(_KUBERNETES) and link.fallback is None
            return replace(link, is_whole=":" in link.href, fallback=ANY if is_known else link.fallback)
        named = self._named.get(folded(link.label), {})
        target = named.get(draft.namespace) or next(iter(named.values()), None)
        return link if target is None else Ref(self._builder.id(target))
