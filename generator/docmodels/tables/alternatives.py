"""Alternatives in a cell of types: values in code, `` `asc` or `desc` ``, and models in a list or map, `array of A or B`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..frozen import replace
from ..markdown import Inline, SpanKind
from ..model.types import Constant, Link, ListOf, MapOf, Type, UnionOf
from ..patterns import regex
from .lexicon import Words

_CAPITALS = regex(r"[A-Z][A-Z0-9_]+")
_MORE = ("...", "…")
_SEVERAL = 3
"""Words in lower case that are seldom names of models."""


def with_alternatives(kind: Type, cell: Inline, words: Words) -> Type:
    """The type, with values in place of alternatives that look like values: `` `asc` or `desc` ``.

    Words in lower case or in capitals are values; `Room` or `Seat` are names of models. Without code, values are at least
    three words, or two in capitals: `CARD | CASH`.
    """
    if not isinstance(kind, UnionOf):
        return kind
    code = {span.text.strip() for span in cell.spans if span.kind is SpanKind.CODE}
    labels = {member.label for member in kind.members if isinstance(member, Link) and not member.href}
    are_all = len(labels) == len(kind.members)
    are_capitals = all(map(_CAPITALS.fullmatch, labels)) and not any(mark in cell.text for mark in _MORE)
    if are_all and (are_capitals or (len(labels) >= _SEVERAL and all(map(_is_constant, labels)))):
        code |= labels  # `pending | done | failed`
    members = tuple(
        replace(member, fallback=Constant((member.label,)))
        for member in kind.members
        if isinstance(member, Link)
        and not member.href
        and member.fallback is None
        and member.label in code
        and _is_constant(member.label)
    )
    return UnionOf(members) if len(members) == len(kind.members) else _with_things(kind, cell, words)


def _with_things(kind: UnionOf, cell: Inline, words: Words) -> Type:
    """The type of `` `web`, `phone` ``: values in code, though `phone` also means a type. The cell has nothing else."""
    codes = [span.text.strip() for span in cell.spans if span.kind is SpanKind.CODE]
    links = {member.label: member for member in kind.members if isinstance(member, Link) and not member.href}
    between = " ".join(span.text for span in cell.spans if span.kind is not SpanKind.CODE)
    phrases = words.vocabulary.phrases
    if (
        phrases is None
        or not links
        or not links.keys() <= set(codes)
        or not all(map(_is_constant, codes))
        or any(code not in links and code not in phrases.things for code in codes)
        or any(word not in words.alternatives for word in between.strip(" ,|/").casefold().split() if word.isalpha())
        or any(member.fallback is not None for member in links.values())
    ):
        return kind
    return UnionOf(
        tuple(
            replace(links[code], fallback=Constant((code,))) if code in links else Constant((code,))
            for code in dict.fromkeys(codes)
        )
    )


def _is_constant(label: str) -> bool:
    return label.islower() or label.isupper()


def with_items(kind: Type, cell: Inline, words: Words) -> Type:
    """The type of `array of [Room](#room) or [Seat](#seat)`: each item is one of the models. So for `map of …`."""
    match kind:
        case UnionOf((ListOf() as first, *others)) if _begins(cell, words.lists_of) and _are_models(others):
            return _with_more_items(first, others) or kind
        case UnionOf((MapOf() as first, *others)) if _begins(cell, words.maps_of) and _are_models(others):
            return _with_more_items(first, others) or kind
        case _:
            return kind


def _with_more_items(kind: Type, others: Sequence[Type]) -> Type | None:
    """A list or map of a model, at any depth, with more models for its items; None if its items are anything else."""
    match kind:
        case ListOf(item) if (inner := _with_more_items(item, others)) is not None:
            return ListOf(inner)
        case MapOf(item) if (inner := _with_more_items(item, others)) is not None:
            return MapOf(inner)
        case Link():
            return UnionOf((kind, *others))
        case _:
            return None


def _begins(cell: Inline, phrases: tuple[str, ...]) -> bool:
    return cell.text.casefold().lstrip().startswith(phrases)


def _are_models(members: Iterable[Type]) -> bool:
    return all(isinstance(member, Link) and member.href for member in members)
