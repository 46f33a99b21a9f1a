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
"""Where types of Kubernetes itself are described. Their shape is not in the docs, and no fault of theirs."""


class References:
    """The types of a page by their names, and what links to them mean."""

    def __init__(self, types: Iterable[KubernetesType], builder: Builder) -> None:
        self._builder = builder
        self._named: dict[str, dict[tuple[str, ...], KubernetesType]] = {}
        for draft in types:
            for name in (draft.title, draft.title.rpartition(".")[2]):  # some templates put Go's package before it
                self._named.setdefault(folded(name), {}).setdefault(draft.namespace, draft)

    def resolved(self, type_: Type, draft: KubernetesType) -> Type:
        """The type as it is in a draft, with what the page declares in place of the links to it.

        A link has but the name of a type: it means that of the same version, where several have one.
        """
        return map_type(type_, lambda leaf: self._target(leaf, draft) if isinstance(leaf, Link) else leaf)

    def _target(self, link: Link, draft: KubernetesType) -> Type:
        if link.href and not link.href.startswith("#"):
            is_known = link.href.startswith(_KUBERNETES) and link.fallback is None
            return replace(link, is_whole=":" in link.href, fallback=ANY if is_known else link.fallback)
        named = self._named.get(folded(link.label), {})
        target = named.get(draft.namespace) or next(iter(named.values()), None)
        return link if target is None else Ref(self._builder.id(target))
