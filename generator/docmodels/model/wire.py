"""The names on the wire, inferred from what the docs show of the JSON.

The docs of a typed SDK show the SDK's names (`AdditionalExposedPorts`); the JSON has others. Three things decide, the
first that speaks: the docs or a setting; the keys in the examples of the fields that refer to the object; the convention that all
the evidence of the tree speaks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product, repeat
from types import MappingProxyType

from ..diagnostics import Diagnostic
from .declarations import Field, Json, Object, WireName
from .model import Model, map_fields
from .names import camel, folded, pascal, snake, words
from .types import DeclarationId, ListOf, MapOf, Ref, Type, Unknown


class Case(StrEnum):
    """How the names on the wire are written, as far as one rule tells."""

    AS_WRITTEN = "as_written"
    CAMEL = "camel"
    SNAKE = "snake"


_SPELL: Mapping[Case, Callable[[str], str]] = MappingProxyType(
    {Case.AS_WRITTEN: str, Case.CAMEL: camel, Case.SNAKE: snake}
)
_SAID = MappingProxyType({Case.AS_WRITTEN: "as written", Case.CAMEL: "camelCase", Case.SNAKE: "snake_case"})
_NOTHING = "the docs show nothing else"
_CODE_SPAN = re.compile(r"`([^`\n]{1,100})`")


@dataclass(frozen=True, slots=True)
class Convention:
    """The case of a tree's names and what speaks for it, in a clause; `is_set` where the configuration does."""

    case: Case
    evidence: str
    is_set: bool = False


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A key that names a field, what shows it, in a clause, and the field whose example that is, if it is one."""

    key: str
    where: str
    field: tuple[DeclarationId, str] | None = None


_Sightings = dict[tuple[DeclarationId, str], dict[str, tuple[int, _Sighting]]]
"""By an object and the name of a field: each key that was seen for it, how often, and what shows it first."""


Cases = Mapping[tuple[DeclarationId, str], Case]
"""The case of single fields, by their objects and their names."""


def name_on_the_wire(
    model: Model, case: Case | None = None, cases: Cases = MappingProxyType({})
) -> tuple[Model, Convention, tuple[Diagnostic, ...]]:
    """Give every field its name on the wire, with the evidence for it.

    A field that has its name already keeps it, and tells how others are written only where nothing else does.

    case   the convention to take instead of the one that the tree shows
    cases  what is taken instead of the convention for single fields, which are no evidence for others either
    """
    sightings, loose = _sightings(model, _values(model))
    usages, _ = _sightings(model, _usages(model, is_wire=False))
    convention = _set(case) if case is not None else _learn(model, _but(sightings, cases), loose, _but(usages, cases))

    def change(owner: Object, field: Field) -> Field:
        key = (owner.id, field.name)
        own = _set(cases[key]) if key in cases else convention
        if field.wire is not None and not (field.wire.is_rule and own.is_set):
            return field
        seen = sightings.get(key) or usages.get(key)
        return replace(field, wire=_seen(seen) if seen else _spelled(field, own))

    named, twins = _without_twins(map_fields(model, change))
    unlearnt = _unlearnt(model, cases) if convention.evidence == _NOTHING else ()
    return named, convention, (*twins, *unlearnt)


def _but(sightings: _Sightings, cases: Cases) -> _Sightings:
    return {key: seen for key, seen in sightings.items() if key not in cases} if cases else sightings


def _without_twins(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with no two fields of an object of one name, as far as the docs have two names for them."""
    taken: set[tuple[DeclarationId, str]] = set()
    exact = {(owner.id, field.name) for owner in model.objects for field in owner.fields if _is_exact(field)}
    diagnostics: list[Diagnostic] = []

    def change(owner: Object, field: Field) -> Field:
        wire = field.wire
        if wire is None:
            return field
        key = (owner.id, wire.name)
        if key in taken or (key in exact and not _is_exact(field)):
            message = f'"{field.name}" would be "{wire.name}" on the wire, as another field is'
            help_ = f'Set wire for "{owner.title}.{field.name}" in [tool.docmodels.fields].'
            diagnostics.append(Diagnostic(field.place, "repeated-wire-name", message, help_))
            key = (owner.id, field.name)
            field = replace(field, wire=WireName(field.name, f'another field is "{wire.name}"'))
        taken.add(key)
        return field

    return map_fields(model, change), tuple(diagnostics)


_Shown = tuple[str, tuple[DeclarationId, str] | None, Type, tuple[Json, ...]]
"""What shows values, in a clause; the field whose example that is, if it is one; the type of the values; the values."""


def _values(model: Model) -> Iterator[_Shown]:
    """The examples of fields, and the JSON of whole objects."""
    for owner in model.objects:
        for field in owner.fields:
            shown = f"the example of {owner.title}.{field.name}"
            yield shown, (owner.id, field.name), field.type, field.values
    yield from _usages(model, is_wire=True)


def _usages(model: Model, *, is_wire: bool) -> Iterator[_Shown]:
    for owner in model.objects:
        values = tuple(usage.value for usage in owner.usages if usage.is_wire is is_wire)
        yield f"the example usage of {owner.title}", None, Ref(owner.id), values


def _is_exact(field: Field) -> bool:
    return field.wire is not None and field.wire.name == field.name


def _sightings(model: Model, shown: Iterable[_Shown]) -> tuple[_Sightings, set[str]]:
    """The keys that name a field of a model, by field; and the keys of objects that no page describes."""
    by_field: _Sightings = {}
    loose: set[str] = set()
    fields = {owner.id: _Fields(owner) for owner in model.objects}
    # Types that mean the same are one, however often they are written; the model keeps the tuples, so ids stay theirs.
    numbers: dict[int, int] = {}
    same: dict[tuple[Type, ...], int] = {}
    for where, name, kind, values in shown:
        work: list[Iterator[tuple[Type, Json]]] = [iter([(kind, value) for value in values])]
        met = set()
        while work:
            whole, value = next(work[-1], (None, None))
            if whole is None:
                work.pop()
                continue
            if not isinstance(value, dict | list) or not value:
                continue
            parts = model.alternatives(whole)
            number = numbers.get(id(parts))
            if number is None:
                number = numbers[id(parts)] = same.setdefault(parts, len(same))
            if (number, id(value)) in met:
                continue
            met.add((number, id(value)))
            items = [part.item for part in parts if isinstance(part, ListOf)]
            if isinstance(value, list):  # a list may illustrate a field that holds one of its items
                work.append(product(items or [whole], value))
                continue
            work.append(zip(items, repeat(value)))  # and an item the list that holds it
            keys = {key: folded(key) for key in value}
            for part in parts:
                if isinstance(part, Unknown):
                    loose.update(value)
                elif isinstance(part, MapOf):
                    work.append(zip(repeat(part.value), value.values()))
                elif isinstance(part, Ref) and part.id in fields:
                    matched = dict(fields[part.id].matched(keys))
                    for key, target in matched.items():
                        tally = by_field.setdefault((part.id, target.name), {})
                        count, first = tally.get(key) or (0, _Sighting(key, where, name))
                        tally[key] = count + 1, first
                    work.append(iter([(target.type, value[key]) for key, target in matched.items()]))
    return by_field, loose


class _Fields:
    """The fields of an object by their names, as keys in an example may spell them."""

    def __init__(self, owner: Object) -> None:
        self._by_name = {folded(_source(field)): field for field in owner.fields}
        self._required = sum(field.required for field in self._by_name.values())

    def matched(self, keys: Mapping[str, str]) -> Iterator[tuple[str, Field]]:
        """The keys of an object in an example and the fields that they name.

        keys  as they are, to what their spellings have in common

        A key that no field has is the only required field that no key has, if that begins with it: an SDK that cannot
        use `schema` for a name may write `schema_definition`.
        """
        strange = [key for key, name in keys.items() if name not in self._by_name]
        yield from ((key, self._by_name[name]) for key, name in keys.items() if name in self._by_name)
        present = set(keys.values())
        there = sum(self._by_name[name].required for name in present if name in self._by_name)
        if len(strange) == 1 and self._required - there == 1:
            missing = next(field for name, field in self._by_name.items() if field.required and name not in present)
            begins, whole = words(snake(strange[0])), words(snake(missing.name))
            if begins and whole[: len(begins)] == begins:
                yield strange[0], missing


def _source(field: Field) -> str:
    return field.original or field.name


def _seen(tally: Mapping[str, tuple[int, _Sighting]]) -> WireName:
    key = min(tally, key=lambda name: (-tally[name][0], name))
    _, first = tally[key]
    return WireName(key, f'{first.where} has the key "{key}"', first.field)


def _spelled(field: Field, convention: Convention) -> WireName:
    name = _source(field)
    if not name.isidentifier() or name.startswith("_"):
        return WireName(name, "no SDK could call a field so")
    if convention.case is Case.AS_WRITTEN and name.casefold() == field.name.casefold():
        name = field.name  # an SDK's capitals are nothing to undo where nothing tells of others
    reason = f"{_SAID[convention.case]}: {convention.evidence}"
    if name != field.name:
        reason = f"the docs' generator had to rename {name}; {reason}"
    if (
        convention.case is Case.SNAKE
        and not convention.is_set
        and any(len(word) > 1 and word.isupper() for word in words(name)[1:])
    ):
        return WireName(camel(name), f"no snake_case name has the capitals of {name}")
    # `_` is an identifier without words.
    return WireName(_SPELL[convention.case](name) or name, reason)


def _set(case: Case) -> Convention:
    return Convention(case, "the configuration says so", is_set=True)


def _learn(model: Model, sightings: _Sightings, loose: Collection[str], usages: _Sightings) -> Convention:
    """The case that most of the evidence fits, the strongest kind of evidence first."""
    style = _style(model)
    wires = (field.wire for owner in model.objects for field in owner.fields)
    shown = [(pascal(wire.name), wire.name) for wire in wires if wire is not None and not wire.is_rule]
    for said, pairs in (
        ("keys in the examples", _documented(model, sightings)),
        (
            "keys in the examples of types without a page",
            [(style(key), key) for key in sorted(loose)],
        ),
        ("names in the descriptions", list(_mentions(model))),
        ("keys in the code of the examples", _documented(model, usages)),
        ("names that the docs show as the JSON has them", shown),
    ):
        votes = {case: sum(spell(name) == key for name, key in pairs) for case, spell in _SPELL.items()}
        most = max(votes.values())
        if min(votes.values()) < most:
            case = next(case for case in Case if votes[case] == most)
            return Convention(case, f"{most} of {len(pairs)} {said} are written so")
    return Convention(Case.AS_WRITTEN, _NOTHING)


def _documented(model: Model, sightings: _Sightings) -> list[tuple[str, str]]:
    """The names that an SDK can have given to fields, with each of the keys that were seen for them."""
    return [
        (_source(field), key)
        for owner in model.objects
        for field in owner.fields
        if _source(field).isidentifier()
        for key in sorted(sightings.get((owner.id, field.name), ()))
    ]


def _style(model: Model) -> Callable[[str], str]:
    """How the docs themselves write names."""
    names = [field.name for owner in model.objects for field in owner.fields]
    return max((pascal, camel, snake), key=lambda spell: sum(spell(name) == name for name in names))


def _mentions(model: Model) -> Iterator[tuple[str, str]]:
    """The code in descriptions that is the name of a field but for its case, with that name."""
    known = {folded(_source(field)): _source(field) for owner in model.objects for field in owner.fields}
    for text in _descriptions(model):
        for match in _CODE_SPAN.finditer(text):
            name = known.get(folded(match[1]))
            if name is not None and match[1].replace("_", "").isalnum():
                yield name, match[1]


def _descriptions(model: Model) -> Iterator[str]:
    for owner in model.objects:
        yield owner.description
        yield from (field.description for field in owner.fields)


def _unlearnt(model: Model, cases: Cases) -> tuple[Diagnostic, ...]:
    """What a reader must know of names that were taken as they are for want of evidence."""
    guessed = ((o, f) for o in model.objects for f in o.fields if f.wire is None and (o.id, f.name) not in cases)
    place = next((field.place for _, field in guessed if field.name[:1].isupper()), None)
    if place is None:
        return ()
    message = "the docs hold no JSON that tells how names are written on the wire; they are taken as they are"
    help_ = 'Set wire_case to "camel", "snake" or "as_written" in [tool.docmodels].'
    return (Diagnostic(place, "unknown-wire-case", message, help_),)
