"""Types that the docs leave open, by their examples.

    | Field | Description |
    | ----- | ----------- |                {"id": 7, "owner": {"name": "Kim"}}
    | id    | The number  |
    | owner | Who has it  |

makes `id` an integer, and `owner` an object with its own class. The docs come first: an example completes a type only if
the docs show none, or no more than `object`, `array` or `number`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..frozen import replace
from .declarations import Declaration, Field, Json, Object, Presence, WireName
from .examples import parse
from .integers import WHOLE, may_be_average, name_words, numbered
from .lists import item_of, with_item
from .model import Model
from .names import folded, singular, words
from .shapes import ELIDED, type_of
from .sightings import matches, usages_of
from .types import ANY, DECIMAL, INTEGER, NUMBER, DeclarationId, FieldId, ListOf, MapOf, Ref, Type, union, walk
from .wording import counted

_TELLING = 3
"""The fewest keys that identify a model by themselves."""

_MOST_BESIDE = 300
"""The most models of a page; with more, keys do not tell which one a field holds."""

_DEEPEST = 30
"""The deepest nesting of classes from examples; deeper objects are any value."""

SHOWN = "an example shows the name"
"""The evidence for the name on the wire of a field that only examples show."""


def fill_in(model: Model) -> Model:
    """The model with types from examples; new objects from these stand behind the object with their field."""
    if not any(field.is_open for owner in model.objects for field in owner.fields):
        return model
    examples = _values_by_field(model)
    beside = [
        _Beside(owner.id, folded(owner.title), _names(owner)) for owner in model.objects if _is_independent(owner)
    ]
    made: list[Declaration] = []
    for declaration in model.declarations:
        if isinstance(declaration, Object) and any(field.is_open for field in declaration.fields):
            made += _Filler(examples, beside if len(beside) <= _MOST_BESIDE else ()).filled(declaration)
        else:
            made.append(declaration)
    return Model(tuple(made))


class _Beside(NamedTuple):
    """A model that other models' fields may hold: its folded title, and the names of its fields."""

    id: DeclarationId
    title: str
    names: frozenset[str]


def _is_independent(owner: Object) -> bool:
    """Whether a model is described by itself, and not only in examples."""
    is_shown = all(field.wire is not None and field.wire.evidence == SHOWN for field in owner.fields)
    return owner.part_of is None and not is_shown


def _names(owner: Object) -> frozenset[str]:
    return frozenset(field.name for field in owner.fields)


def _values_by_field(model: Model) -> Mapping[FieldId, list[Json]]:
    """Field with an open type → its values in code and JSON of the docs."""
    examples: dict[FieldId, list[Json]] = {}
    usages = (*usages_of(model, is_wire=True), *usages_of(model, is_wire=False))
    for _, _, owner, matched, value in matches(model, usages):
        for key, field in matched.items():
            if _is_open(field):
                examples.setdefault((owner, field.name), []).append(value[key])
    return examples


class _Filler:
    """Fills in the fields of one object.

    examples  field → its values
    beside    the models that its fields may hold
    """

    def __init__(self, examples: Mapping[FieldId, Sequence[Json]], beside: Sequence[_Beside]) -> None:
        self._examples = examples
        self._beside = beside
        self._parts: list[Object] = []

    def filled(self, owner: Object) -> Iterator[Object]:
        """The object, and the new objects in its fields."""
        fields = tuple(self._field(owner, field) if _is_open(field) else field for field in owner.fields)
        yield replace(owner, fields=fields)
        yield from self._parts

    def _field(self, owner: Object, field: Field) -> Field:
        values, source = self._values(owner, field)
        if item_of(field.type) == NUMBER:
            return numbered(field, values, source)
        known = [value for value in values if value is not None and value != ELIDED]
        if not known:
            return (
                replace(field, nullable=field.nullable or (field.type == ANY and None in values)) if values else field
            )
        if isinstance(field.type, Ref):  # nested rows below the field do not show whether it is a list
            is_list = all(isinstance(value, list) for value in known)
            return replace(field, type=ListOf(field.type), typed_by=source) if is_list else field
        before = len(self._parts)
        item = singular(field.name) if _are_lists(known) else field.name
        kind = _merged(field, type_of(known, lambda objects: self._record(owner, field.name, field, objects, 0, item)))
        if not any(isinstance(part, Ref) for part in walk(kind)):
            del self._parts[before:]  # the docs give another type than an object
        if item_of(kind) == INTEGER and field.type == ANY and may_be_average(name_words(field.name), field.description):
            kind = with_item(kind, union(INTEGER, NUMBER))  # `"avg_speed": 3` happens to have no fraction
        if kind == field.type:
            return field
        is_null = (field.type == ANY or bool(field.typed_by)) and None in values
        return replace(field, type=kind, nullable=field.nullable or is_null, typed_by=source)

    def _values(self, owner: Object, field: Field) -> tuple[Sequence[Json], str]:
        """The values of a field and their source: JSON before a column of examples."""
        values = self._examples.get((owner.id, field.name), ())
        if any(value is not None and value != ELIDED for value in values):
            return values, _examples(len(values))
        cells = [*values, *(_read(example.text) for example in field.examples)]
        if any(value is not None and value != ELIDED for value in cells):
            return cells, _examples(len(cells))
        return cells, ""

    def _record(
        self, owner: Object, key: str, field: Field, values: Sequence[dict[str, Json]], depth: int, item: str
    ) -> Type:
        """The class of the objects in a field, or in its lists.

        key   the name of the field
        item  the name of one of the objects
        """
        if depth == _DEEPEST:
            return MapOf(ANY)
        if (known := self._known(owner.id, key, values)) is not None:
            return Ref(known)
        by_key: dict[str, list[Json]] = {}
        for value in values:
            for name, inner in value.items():
                by_key.setdefault(name, []).append(inner)
        id_ = DeclarationId(owner.id.page, f"{owner.id.anchor}.{key}")
        part = Object(
            id_,
            f"{owner.title} {item}",
            field.place,
            "" if depth else field.description,
            (),
            namespace=owner.namespace,
            part_of=owner.id,
            named_by=f"after {owner.title} and its field {key}",
        )
        at = len(self._parts)
        self._parts.append(part)
        fields = tuple(
            self._part(part, name, field, values_of_key, depth + 1) for name, values_of_key in by_key.items() if name
        )
        self._parts[at] = replace(part, fields=fields)
        return Ref(id_)

    def _known(self, owner: DeclarationId, key: str, values: Sequence[dict[str, Json]]) -> DeclarationId | None:
        """The model with all keys of some objects: the one whose title is the field's name, or else the only one."""
        keys = {name for value in values for name in value}
        fitting = (
            [owner_ for owner_ in self._beside if keys <= owner_.names and owner_.id != owner] if len(keys) > 1 else []
        )
        called = [owner_.id for owner_ in fitting if owner_.title.startswith(folded(key).removesuffix("s"))]
        if len(called) == 1:
            return called[0]
        return fitting[0].id if len(fitting) == 1 and len(keys) >= _TELLING else None

    def _part(self, owner: Object, name: str, outer: Field, values: Sequence[Json], depth: int) -> Field:
        """A field that only examples show."""
        item = singular(name) if _are_lists(values) else name
        kind = type_of(values, lambda objects: self._record(owner, name, outer, objects, depth, item))
        if item_of(kind) == INTEGER and may_be_average(name_words(name)):
            kind = with_item(kind, union(INTEGER, NUMBER))
        return Field(
            name,
            kind,
            Presence.UNKNOWN,
            outer.place,
            nullable=None in values and kind != ANY,
            wire=WireName(name, SHOWN),
            typed_by="" if kind == ANY else _examples(len(values)),
        )


def _are_lists(values: Sequence[Json]) -> bool:
    """Whether all values are lists, apart from null and elided ones."""
    known = [value for value in values if value is not None and value != ELIDED]
    return bool(known) and all(isinstance(value, list) for value in known)


def _examples(number: int) -> str:
    return "one example only" if number == 1 else counted(number, "example")


def _read(text: str) -> Json:
    """The value of a cell: its JSON, or else its text."""
    parsed = parse(text)
    return parsed[0] if parsed is not None else text


def _is_open(field: Field) -> bool:
    """Whether examples may complete the type of a field. They count before its default."""
    return field.is_open and (bool(field.typed_by) or _has_gap(field.type))


def _has_gap(type_: Type) -> bool:
    """Whether examples may complete a type."""
    type_ = item_of(type_)
    return isinstance(type_, Ref) or type_ in (ANY, MapOf(ANY), NUMBER, DECIMAL)


def _merged(field: Field, learnt: Type) -> Type:
    """The type of a field by its examples, if that is more exact than the docs; else the type of the docs."""
    if field.typed_by:
        return learnt
    match field.type, learnt:
        case known, _ if known == ANY:
            return learnt
        case known, MapOf() | Ref() if known == MapOf(ANY):
            return learnt
        case ListOf(known), ListOf(item):
            inner = _merged(replace(field, type=known), item)
            return ListOf(inner)
        case known, _ if known == DECIMAL and learnt == INTEGER and words(field.name)[-1:]:
            return INTEGER if words(field.name)[-1].lower() in WHOLE else known
        case known, _:
            return known
