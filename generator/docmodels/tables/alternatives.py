"""Alternatives in a cell of types: values in code, `` `asc` or `desc` ``, and models of a list, `array of A or B`."""

from __future__ import annotations

from dataclasses import replace

from ..markdown import Inline, SpanKind
from ..model.types import Constant, Link, ListOf, Type, UnionOf
from .lexicon import Words


def with_alternatives(kind: Type, cell: Inline) -> Type:
    """The type; alternatives in code that no page describes are values.

    Words in lower case or in capitals are such; `Room` or `Seat` are names of models.
    """
    if not isinstance(kind, UnionOf):
        return kind
    code = {span.text.strip() for span in cell.spans if span.kind is SpanKind.CODE}
    members = tuple(
        replace(member, fallback=Constant((member.label,)))
        for member in kind.members
        if isinstance(member, Link)
        and not member.href
        and member.fallback is None
        and member.label in code
        and (member.label.islower() or member.label.isupper())
    )
    return UnionOf(members) if len(members) == len(kind.members) else kind


def with_items(kind: Type, cell: Inline, words: Words) -> Type:
    """The type; in `array of [Room](#room) or [Seat](#seat)` each item is one of the models."""
    if not isinstance(kind, UnionOf) or not isinstance(kind.members[0], ListOf):
        return kind
    item, others = kind.members[0].item, kind.members[1:]
    is_of_models = isinstance(item, Link) and all(isinstance(member, Link) and member.href for member in others)
    if not is_of_models or not cell.text.casefold().lstrip().startswith(words.lists_of):
        return kind
    return ListOf(UnionOf((item, *others)))
