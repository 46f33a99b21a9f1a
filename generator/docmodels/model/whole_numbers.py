"""Fields of the type `number` that are integers in the rest of the tree.

    | Name  | Type   |        | Name  | Type    |
    | width | number |        | width | integer |        (twice, in other models)

The docs of one field do not tell whether `width` may have a fraction; those of other fields with the same name do. A
model that uses both words, `number` and `integer`, means two kinds of numbers, and stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection

from ..frozen import frozen, replace
from ..patterns import regex
from .declarations import Field, Object
from .integers import FRACTIONS, WHOLE
from .lists import item_of, with_item
from .model import Model, map_fields
from .names import folded, words
from .types import INTEGER, NUMBER, FieldId, Primitive, Scalar, union

_FEWEST = 2
"""The fewest integer fields of a name; one is enough if the name itself means a whole number."""

_EITHER = union(INTEGER, NUMBER)
_FRACTION = regex(r"\d[.,]\d")
_WORD = regex(r"[a-z]+")


@frozen()
class _Count:
    """The counts of fields of one name: integers, fields that may be either, and fields that may have a fraction."""

    integers: int = 0
    either: int = 0
    fractions: int = 0

    def tells_whole(self, name: str) -> bool:
        """Whether the fields of a name are integers: enough are, at least as many as may be either, and none has a fraction."""
        last = words(name)[-1:]
        fewest = 1 if last and last[0].lower() in WHOLE else _FEWEST
        return not self.fractions and self.integers >= max(fewest, self.either)

    @property
    def evidence(self) -> str:
        """The count, in a clause."""
        others = "field" if self.integers == 1 else "fields"
        return f"{self.integers} {others} of its name in the tree"


def whole_numbers(model: Model, settled: Collection[FieldId] = ()) -> Model:
    """The model in which a number without evidence of its own is an integer if other fields with its name are.

    settled  the fields for which the configuration decides
    """
    if not any(_is_open(field) for owner in model.objects for field in owner.fields):
        return model
    counts: dict[str, _Count] = {}
    for owner in model.objects:
        for field in owner.fields:
            if (counted := _counted(field, counts.get(folded(field.name), _Count()))) is not None:
                counts[folded(field.name)] = counted

    def change(owner: Object, field: Field) -> Field:
        count = counts.get(folded(field.name))
        if count is None or not _is_open(field) or (owner.id, field.name) in settled:
            return field
        if not count.tells_whole(field.name) or _has_integers(owner) or _may_have_fraction(field):
            return field
        return replace(field, type=with_item(field.type, INTEGER), typed_by=count.evidence)

    return map_fields(model, change)


def _counted(field: Field, before: _Count) -> _Count | None:
    """The count with one more field; None if the field is no number."""
    kind = item_of(field.type)
    match kind:
        case Primitive(Scalar.INTEGER):
            return replace(before, integers=before.integers + 1)
        case Primitive(Scalar.NUMBER | Scalar.DECIMAL | Scalar.DECIMAL_STRING):
            return replace(before, fractions=before.fractions + 1)
        case _ if kind == _EITHER:
            return replace(before, either=before.either + 1)
        case _:
            return None


def _is_open(field: Field) -> bool:
    """Whether a field is just a number in the docs, without evidence of its own."""
    return field.is_open and not field.typed_by and item_of(field.type) == _EITHER


def _has_integers(owner: Object) -> bool:
    """Whether the docs call a field of the object an integer."""
    return any(item_of(field.type) == INTEGER and not field.typed_by for field in owner.fields)


def _may_have_fraction(field: Field) -> bool:
    """Whether a field may have a fraction: it shows one, as `1.5`; its name or description has a word for one; it ends at 1."""
    texts = (field.description, *(example.text for example in field.examples))
    described = _WORD.findall(" ".join((*words(field.name), field.description)).casefold())
    least, most = field.constraints.minimum, field.constraints.maximum
    is_narrow = least is not None and most is not None and most - least <= 1
    return is_narrow or any(map(_FRACTION.search, texts)) or not FRACTIONS.isdisjoint(described)
