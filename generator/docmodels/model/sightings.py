"""The keys that the docs show: in the examples of fields, and in the code of objects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product, repeat

from ..frozen import frozen
from .declarations import Field, Json, Object
from .model import Model
from .names import folded, snake, words
from .types import DeclarationId, FieldId, ListOf, MapOf, Ref, Type, Unknown


@frozen()
class Sighting:
    """A key of a field; its source, in a clause; and if the source is the example of a field, that field."""

    key: str
    where: str
    field: FieldId | None = None


Tally = dict[str, tuple[int, Sighting]]
"""Key of a field → the number of sightings, and the first one."""

Sightings = dict[FieldId, Tally]
"""Field → its keys with their sightings."""


_Example = tuple[str, FieldId | None, Type, tuple[Json, ...]]
"""The source of values, in a clause; the field, if they are examples of one; their type; the values."""


def examples_of(model: Model) -> Iterator[_Example]:
    """The examples of fields, and the JSON of objects."""
    for owner in model.objects:
        for field in owner.fields:
            if field.values:
                example_source = f"the example of {owner.title}.{field.name}"
                yield example_source, (owner.id, field.name), field.type, field.values
    yield from usages_of(model, is_wire=True)


def usages_of(model: Model, *, is_wire: bool) -> Iterator[_Example]:
    for owner in model.objects:
        values = tuple(usage.value for usage in owner.usages if usage.is_wire is is_wire)
        if values:
            yield f"the example usage of {owner.title}", None, Ref(owner.id), values


def sightings_of(model: Model, examples: Iterable[_Example]) -> tuple[Sightings, set[str]]:
    """The sightings of each field; and the keys of objects that no page describes."""
    by_field: Sightings = {}
    loose: set[str] = set()
    for where, name, owner, matched, _ in matches(model, examples, loose):
        for key, target in matched.items():
            tally = by_field.setdefault((owner, target.name), {})
            count, first = tally.get(key) or (0, Sighting(key, where, name))
            tally[key] = count + 1, first
    return by_field, loose


Match = tuple[str, FieldId | None, DeclarationId, Mapping[str, Field], dict[str, Json]]
"""The source and the field of an example, as in `_Example`; the object of the model; key → its field; the value."""


def matches(model: Model, examples: Iterable[_Example], loose: set[str] | None = None) -> Iterator[Match]:
    """The objects of a model in values, at any depth; each value once for each of its types.

    loose  a set that gets the keys of objects that no page describes
    """
    fields: dict[DeclarationId, Fields] = {}
    # Equal types have the same number, however often they are written. The model keeps the tuples, so their ids stay.
    numbers: dict[int, int] = {}
    same: dict[tuple[Type, ...], int] = {}
    for where, name, kind, values in examples:
        work: list[Iterator[tuple[Type, Json]]] = [iter([(kind, value) for value in values])]
        met = set()
        while work:
            type_, value = next(work[-1], (None, None))
            if type_ is None:
                work.pop()
                continue
            if not isinstance(value, dict | list) or not value:
                continue
            parts = model.alternatives(type_)
            number = numbers.get(id(parts))
            if number is None:
                number = numbers[id(parts)] = same.setdefault(parts, len(same))
            if (number, id(value)) in met:
                continue
            met.add((number, id(value)))
            items = [part.item for part in parts if isinstance(part, ListOf)]
            if isinstance(value, list):  # a list may be an example of a field that holds one of its items
                work.append(product(items or [type_], value))
                continue
            work.append(zip(items, repeat(value)))  # and an item may be an example of its list
            keys = {key: folded(key) for key in value}
            for part in parts:
                if isinstance(part, Unknown):
                    if loose is not None:
                        loose.update(value)
                elif isinstance(part, MapOf):
                    work.append(zip(repeat(part.value), value.values()))
                elif isinstance(part, Ref) and isinstance(owner := model.by_id[part.id], Object):
                    if part.id not in fields:
                        fields[part.id] = Fields(owner)
                    matched = dict(fields[part.id].matched(keys))
                    yield where, name, part.id, matched, value
                    work.append(iter([(target.type, value[key]) for key, target in matched.items()]))


class Fields:
    """The fields of an object by their names, in the spellings of keys in examples."""

    def __init__(self, owner: Object) -> None:
        self._by_name = {folded(source(field)): field for field in owner.fields}
        self.required = sum(field.required for field in self._by_name.values())
        for field in owner.fields:
            if field.wire is not None:
                self._by_name.setdefault(folded(field.wire.name), field)

    @property
    def names(self) -> Collection[str]:
        """The folded names of the fields, as `matched` looks keys up."""
        return self._by_name.keys()

    def has_all(self, keys: Mapping[str, str]) -> bool:
        """Whether an object with these keys has fields of this object only, and all required ones; see `matched`."""
        fields = dict(self.matched(keys))
        return len(fields) == len(keys) and self.required == len(
            {field.name for field in fields.values() if field.required}
        )

    def matched(self, keys: Mapping[str, str]) -> Iterator[tuple[str, Field]]:
        """Key of an object in an example → its field.

        keys  key → its folded spelling

        A single key without a field means the single required field without a key, if the name of that begins with the
        key: an SDK that cannot use `schema` for a name may write `schema_definition`.
        """
        fields = {key: self._by_name[name] for key, name in keys.items() if name in self._by_name}
        yield from fields.items()
        present = {field.name for field in fields.values() if field.required}
        if len(keys) - len(fields) == 1 and self.required - len(present) == 1:
            (strange,) = keys.keys() - fields.keys()
            missing = next(field for field in self._by_name.values() if field.required and field.name not in present)
            begins, full = words(snake(strange)), words(snake(missing.name))
            if begins and full[: len(begins)] == begins:
                yield strange, missing


def source(field: Field) -> str:
    return field.original or field.name
