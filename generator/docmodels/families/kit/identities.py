"""The identities of the models of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model.declarations import Declaration
from ...model.types import DeclarationId
from .draft import Draft


class Identities:
    """The identity of each draft of a page."""

    def __init__(self, path: str, drafts: Sequence[Draft]) -> None:
        """drafts: the models of the page, in its order. Parts may follow later."""
        self._path = path
        self._ids: dict[Draft, DeclarationId] = {}
        self._order: dict[DeclarationId, tuple[int, int]] = {}
        self._anchors: set[str] = set()
        is_only = len(drafts) == 1 and not drafts[0].namespace
        for draft in drafts:
            self._add(draft, is_only=is_only)

    def of(self, draft: Draft) -> DeclarationId:
        """The identity of a draft. The first call gives a part its identity, and its place behind its owner."""
        return self._ids.get(draft) or self._add(draft)

    def in_order(self, declarations: Iterable[Declaration]) -> tuple[Declaration, ...]:
        """The declarations in the order of the page, each with its parts behind it."""
        return tuple(sorted(declarations, key=lambda declaration: self._order[declaration.id]))

    def _add(self, draft: Draft, *, is_only: bool = False) -> DeclarationId:
        """Give a draft its full name as identity. A second draft of a name gets its line, too; a third one a number."""
        anchor, count = draft.full, 1
        while anchor in self._anchors:
            anchor = f"{draft.full}-{draft.heading.line}" + (f"-{count}" if count > 1 else "")
            count += 1
        self._anchors.add(anchor)
        identity = self._ids[draft] = DeclarationId(self._path, "" if is_only else anchor)
        number = len(self._order)
        root = number if draft.owner is None else self._order[self.of(draft.owner)][0]
        self._order[identity] = (root, number)
        return identity
