"""The names on the wire, inferred from what recordings and the docs show of the JSON.

The docs of a typed SDK show the SDK's names (`AdditionalExposedPorts`); the JSON has others. The first of these
decides: the docs or a setting; the keys in recorded JSON; the keys in the examples of the fields that refer to the
object; the spelling of most fields of the same name that have such evidence; the convention that fits all the evidence
of the tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from ..diagnostics import Diagnostic
from .conventions import NOTHING, SAID, SPELL, Case, Convention, learn
from .declarations import Field, Object, WireName
from .lessons import NO_LESSONS, Lessons
from .model import Model, map_fields
from .names import camel, words
from .sightings import Sighting, sightings_of, source, usages_shown, values_shown
from .types import DeclarationId, FieldId

_T = TypeVar("_T")

Cases = Mapping[FieldId, Case]
"""The case of single fields, by their objects and their names."""


def name_on_the_wire(
    model: Model, case: Case | None = None, cases: Cases = MappingProxyType({}), lessons: Lessons = NO_LESSONS
) -> tuple[Model, Convention, tuple[Diagnostic, ...]]:
    """Give every field its name on the wire, with the evidence for it.

    A field that has its name already keeps it. It is evidence for the spelling of others only if there is no other.

    case     the convention to take instead of the one that the tree shows
    cases    what is taken instead of the convention for single fields, which are no evidence for others either
    lessons  what recordings teach
    """
    sightings, loose = sightings_of(model, values_shown(model))
    usages, _ = sightings_of(model, usages_shown(model, is_wire=False))
    if case is not None:
        convention = _set(case)
    else:
        convention = learn(model, _but(lessons, cases), _but(sightings, cases), _but(usages, cases), loose)
    known = {key: _seen(tally) for key, tally in sightings.items()}
    known |= {key: WireName(each.key, f'{each.source} has the key "{each.key}"') for key, each in lessons.items()}
    agreed = _agreed(model, _but(known, cases))

    def own(owner: Object, field: Field) -> WireName | None:
        """What the docs, a setting or evidence of its own say about a field."""
        key = (owner.id, field.name)
        is_set = case is not None or key in cases
        if field.wire is not None and not (field.wire.is_rule and (is_set or key in lessons)):
            return field.wire
        return known.get(key) or (_seen(usages[key]) if key in usages else None)

    taken = {(owner.id, wire.name) for owner in model.objects for each in owner.fields if (wire := own(owner, each))}

    def change(owner: Object, field: Field) -> Field:
        wire = own(owner, field)
        is_alone = wire is None and (owner.id, field.name) not in cases
        if is_alone and (elsewhere := agreed.get(source(field))) and (owner.id, elsewhere.name) not in taken:
            wire = elsewhere
        if wire is None:
            of_field = cases.get((owner.id, field.name))
            wire = _spelled(field, convention if of_field is None else _set(of_field))
        return replace(field, wire=wire)

    named, twins = _without_twins(map_fields(model, change))
    unlearnt = _unlearnt(model, cases) if convention.evidence == NOTHING else ()
    return named, convention, (*twins, *unlearnt)


def _but(found: Mapping[FieldId, _T], cases: Cases) -> Mapping[FieldId, _T]:
    return {key: each for key, each in found.items() if key not in cases} if cases else found


def _agreed(model: Model, known: Mapping[FieldId, WireName]) -> Mapping[str, WireName]:
    """By the name of a field, how most of those fields of the name are spelled of which there is evidence."""
    votes: dict[str, Counter[str]] = {}
    for owner in model.objects:
        for field in owner.fields:
            if (wire := known.get((owner.id, field.name))) is not None:
                votes.setdefault(source(field), Counter())[wire.name] += 1
    found: dict[str, WireName] = {}
    for name, spellings in votes.items():
        (key, most), total = max(spellings.items(), key=lambda each: each[1]), spellings.total()
        if 2 * most > total:
            others = "the other field" if total == 1 else f"{most} of {total} other fields"
            found[name] = WireName(key, f'{others} of this name that recordings or examples show: "{key}"')
    return found


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
            field = replace(field, wire=WireName(field.name, f'another field is "{wire.name}"', is_guess=True))
        taken.add(key)
        return field

    return map_fields(model, change), tuple(diagnostics)


def _is_exact(field: Field) -> bool:
    return field.wire is not None and field.wire.name == field.name


def _seen(tally: Mapping[str, tuple[int, Sighting]]) -> WireName:
    key = min(tally, key=lambda name: (-tally[name][0], name))
    _, first = tally[key]
    return WireName(key, f'{first.where} has the key "{key}"', first.field)


def _spelled(field: Field, convention: Convention) -> WireName:
    name = source(field)
    if not name.isidentifier() or name.startswith("_"):
        return WireName(name, "no SDK could give a field this name")
    if convention.case is Case.AS_WRITTEN and name.casefold() == field.name.casefold():
        name = field.name  # without evidence for other names, an SDK's capitals stay
    reason = f"{SAID[convention.case]}: {convention.evidence}"
    if name != field.name:
        reason = f"the docs' generator had to rename {name}; {reason}"
    if (
        convention.case is Case.SNAKE
        and not convention.is_set
        and any(len(word) > 1 and word.isupper() for word in words(name)[1:])
    ):
        return WireName(camel(name), f"no snake_case name has the capitals of {name}", is_guess=True)
    # `_` is an identifier without words.
    return WireName(SPELL[convention.case](name) or name, reason, is_guess=not convention.is_set)


def _set(case: Case) -> Convention:
    return Convention(case, "the configuration sets it", is_set=True)


def _unlearnt(model: Model, cases: Cases) -> tuple[Diagnostic, ...]:
    """What a reader must know of names that were taken as they are for want of evidence."""
    guessed = ((o, f) for o in model.objects for f in o.fields if f.wire is None and (o.id, f.name) not in cases)
    place = next((field.place for _, field in guessed if field.name[:1].isupper()), None)
    if place is None:
        return ()
    message = "the docs have no JSON that shows names on the wire; the names stay as they are"
    help_ = 'Set wire_case to "camel", "snake" or "as_written" in [tool.docmodels].'
    return (Diagnostic(place, "unknown-wire-case", message, help_),)
