"""The differences of two types."""

from __future__ import annotations

from collections.abc import Iterator

from ..frozen import frozen
from ..model.types import NULL, Constant, Type, union
from ..model.wording import Wording, literal
from .alternatives import item_of, values_of
from .fitting import Fitting, Relation

_DEEPEST = 20


@frozen()
class TypeDifference:
    """kind: see `diagnostics.differences`; value: the value that one side alone lists, None if the types differ."""

    kind: str
    docs: Type
    code: Type
    value: str | int | bool | None = None

    def words(self, docs: Wording, code: Wording) -> tuple[str, str]:
        """What each side has."""
        if self.value is not None:
            return literal(self.value), literal(self.value)
        return docs.type(self.docs), code.type(self.code)


def type_differences(fitting: Fitting, docs: Type, code: Type) -> Iterator[TypeDifference]:
    """The differences: single values if both sides list some, else one of the types as they stand."""
    one, other = docs, code
    for _ in range(_DEEPEST):
        if fitting.are_paired(one, other):
            return
        inner, theirs_inner = item_of(fitting.docs, one), item_of(fitting.code, other)
        if inner is None or theirs_inner is None or not fitting.are_containers_alike(one, other):
            break
        one, other = inner, theirs_inner
    if fitting.share_a_pair(one, other):
        yield from _relation(fitting, one, other, docs, code)
        return
    ours, is_open, rest = values_of(fitting.docs, one)
    theirs, takes_others, others = values_of(fitting.code, other)
    if ours and theirs and {type(value) for value in ours} & {type(value) for value in theirs}:
        if len(ours) == len(theirs) == 1 and not takes_others and not is_open:
            if ours.keys() != theirs.keys():
                yield TypeDifference("constant-differs", Constant(tuple(ours)), Constant(tuple(theirs)))
        else:
            kind = "value-unlisted" if takes_others else "value-missing"
            yield from (TypeDifference(kind, docs, code, value) for value in ours if value not in theirs)
            yield from (
                TypeDifference("value-undocumented", docs, code, value) for value in theirs if value not in ours
            )
        if takes_others and not rest:
            return
        constants = Constant(tuple(ours))
        one, other = union(constants, *rest), union(constants, *others)
    elif one == docs and NULL in (*rest, *others):  # the field's own null is told apart from its type
        constants, listed = Constant(tuple(ours)), Constant(tuple(theirs))
        one = union(constants, *(type_ for type_ in rest if type_ != NULL))
        other = union(listed, *(type_ for type_ in others if type_ != NULL))
    yield from _relation(fitting, one, other, docs, code)


def _relation(fitting: Fitting, one: Type, other: Type, docs: Type, code: Type) -> Iterator[TypeDifference]:
    """The relation of two parts, `one` and `other`, as a difference between the types that hold them; none if the same."""
    relation = fitting.relation(one, other)
    if relation is not Relation.SAME:
        yield TypeDifference(relation.value, docs, code)
