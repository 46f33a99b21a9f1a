"""Values that a cell of types shows in code, with nothing but a word or bar between them: `` `asc` or `desc` ``."""

from __future__ import annotations

from dataclasses import replace

from ..markdown import Inline, SpanKind
from ..model.types import Constant, Link, Type, UnionOf


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
