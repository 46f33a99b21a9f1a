"""Examples of objects that do not fit their models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import Diagnostic, Place
from .declarations import Alias, Field, Json, Usage
from .judge import Judge
from .model import Model
from .shapes import ELIDED
from .sightings import matches
from .types import DeclarationId, Nullable, Ref, Type

_Misfits = Sequence[tuple[str, Field]]
"""Keys with the fields that their values do not fit."""


def misfits(model: Model, judge: Judge) -> Iterator[Diagnostic]:
    """A warning for each field that an example does not fit, at the place of the key; none for an example with gaps.

    Null fits only a field that may be null by the docs. A type that comes from the examples fits them.
    """
    checked = [
        (owner, usage)
        for owner in model.objects
        for usage in owner.usages
        if usage.place is not None and not usage.is_elided
    ]
    by_value: dict[tuple[str, int], dict[DeclarationId, _Misfits]] = {}
    examples = ((str(number), None, Ref(owner.id), (usage.value,)) for number, (owner, usage) in enumerate(checked))
    for number, _, owner_id, matched, value in matches(model, examples):
        wrong: _Misfits = [(key, field) for key, field in matched.items() if not _fits(model, judge, field, value[key])]
        by_value.setdefault((number, id(value)), {})[owner_id] = wrong
    reported: dict[int, set[tuple[DeclarationId, str]]] = {}
    places = [_places(usage) for _, usage in checked]
    for (number, value_id), by_owner in by_value.items():
        owner_id, wrong = min(by_owner.items(), key=lambda entry: len(entry[1]))  # the best member of a union
        for key, field in wrong:
            at = int(number)
            if (owner_id, field.name) not in reported.setdefault(at, set()):
                reported[at].add((owner_id, field.name))
                place = places[at].get((value_id, key)) or checked[at][1].place
                assert place is not None, "only usages with a place are checked"
                yield _misfit(model, place, key, owner_id, field)


def _misfit(model: Model, place: Place, key: str, owner: DeclarationId, field: Field) -> Diagnostic:
    message = f'"{key}" in the example does not fit the type of {model.by_id[owner].title}.{field.name}'
    return Diagnostic(
        place, "example-misfit", message, "Correct the example or the type; the model has the type as it is."
    )


def _places(usage: Usage) -> Mapping[tuple[int, str], Place]:
    """`id` of an object and key → the place of the key."""
    if usage.place is None or not usage.keys:
        return {}
    places: dict[tuple[int, str], Place] = {}
    marks = iter(zip(usage.keys[::2], usage.keys[1::2], strict=True))
    path = usage.place.path

    def see(value: Json) -> None:
        if isinstance(value, dict):
            for key, part in value.items():
                line, column = next(marks, (0, 0))
                if line:
                    places[id(value), key] = Place(path, line, column, len(key) + 2)
                see(part)
        elif isinstance(value, list):
            for part in value:
                see(part)

    see(usage.value)
    return places


def _fits(model: Model, judge: Judge, field: Field, value: Json) -> bool:
    if field.typed_by or _has_gap(value):
        return True
    if value is None:
        return field.nullable or _may_be_null(model, field.type) or judge.admits(field.type, None)
    return judge.admits(field.type, value)


def _has_gap(value: Json) -> bool:
    if isinstance(value, dict):
        return any(map(_has_gap, value.values()))
    return any(map(_has_gap, value)) if isinstance(value, list) else value == ELIDED


def _may_be_null(model: Model, type_: Type) -> bool:
    """Whether a type, or the type behind its alias, has null."""
    for _ in range(len(model.declarations)):
        match type_:
            case Nullable():
                return True
            case Ref(id_) if isinstance(target := model.by_id[id_], Alias):
                type_ = target.type
            case _:
                return False
    return False
