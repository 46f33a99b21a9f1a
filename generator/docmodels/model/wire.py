"""The names on the wire, inferred from JSON in recordings and docs.

The docs of a typed SDK show the SDK's names (`AdditionalExposedPorts`); the JSON has others. The first of these decides:

1. the docs or a setting;
2. the keys in recorded JSON;
3. the keys in the examples of the fields that refer to the object;
4. the spelling of most fields with the same name that have such evidence;
5. the convention of the docs in its notation.

The last two are guesses: code that reads JSON must be prepared for other spellings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from ..diagnostics import Diagnostic
from ..frozen import replace
from .conventions import CASE_WORDS, SPELL, Case, Convention, learn
from .declarations import Field, Object, WireName
from .lessons import NO_LESSONS, Lessons
from .model import Model, map_fields
from .names import camel, words
from .sightings import Sighting, Tally, examples_of, sightings_of, source
from .types import DeclarationId, FieldId

_T = TypeVar("_T")

Cases = Mapping[FieldId, Case]
"""Field → the case of its name, for fields with a setting of it."""

Conventions = Mapping[str, Convention]
"""Notation → the convention of the names in it."""


def _same_notation(_: str) -> str:
    return ""


def name_on_the_wire(
    model: Model,
    case: Case | None = None,
    cases: Cases = MappingProxyType({}),
    lessons: Lessons = NO_LESSONS,
    notation: Callable[[str], str] = _same_notation,
) -> tuple[Model, Conventions, tuple[Diagnostic, ...]]:
    """Give every field its name on the wire, with the evidence for it.

    A field that has its name already keeps it. It is evidence for the spelling of others only if there is no other evidence.

    case      the case of all names; None for the conventions of the docs
    cases     the cases of single fields, which are no evidence for other fields
    lessons   the facts from recordings
    notation  the notation of a page, by its path: each notation has its own convention
    """
    notation = cache(notation)  # the objects of a page have one
    sightings, loose = sightings_of(model, examples_of(model))
    conventions = _conventions(model, case, notation, _but(lessons, cases), _but(sightings, cases), loose)
    known = {key: _seen(tally) for key, tally in sightings.items()}
    known |= {
        key: WireName(lesson.key, f'{lesson.source} has the key "{lesson.key}"') for key, lesson in lessons.items()
    }
    agreed = _agreed(model, _but(known, cases), is_guess=case is None)  # with a set convention, nothing is a guess

    def own(owner: Object, field: Field) -> WireName | None:
        """The name of a field in the JSON by the docs, by a setting, or by evidence of its own; None without these."""
        key = (owner.id, field.name)
        is_set = case is not None or key in cases
        if field.wire is not None and not (field.wire.is_rule and (is_set or key in lessons)):
            return field.wire
        return known.get(key)

    taken = {
        (owner.id, wire.name)
        for owner in (model.objects if agreed else ())
        for field in owner.fields
        if (wire := own(owner, field))
    }

    def change(owner: Object, field: Field) -> Field:
        wire = own(owner, field)
        is_alone = wire is None and (owner.id, field.name) not in cases
        if is_alone and (elsewhere := agreed.get(source(field))) and (owner.id, elsewhere.name) not in taken:
            wire = elsewhere
        if wire is None:
            of_field = cases.get((owner.id, field.name))
            wire = _spelled(field, conventions[notation(owner.id.page)] if of_field is None else _set(of_field))
        return field if wire is field.wire else replace(field, wire=wire)

    named, twins = _without_twins(map_fields(model, change))
    return named, conventions, (*twins, *_unlearnt(named, conventions, notation))


def _conventions(
    model: Model,
    case: Case | None,
    notation: Callable[[str], str],
    lessons: Lessons,
    sightings: Mapping[FieldId, Tally],
    loose: Collection[str],
) -> Conventions:
    """The convention of each notation, the notation of most objects first."""
    owners: dict[str, list[Object]] = {} if any(True for _ in model.objects) else {"": []}
    for owner in model.objects:
        owners.setdefault(notation(owner.id.page), []).append(owner)
    return {
        name: _set(case) if case is not None else learn(group, lessons, sightings, loose)
        for name, group in sorted(owners.items(), key=lambda entry: -len(entry[1]))
    }


def _but(by_field: Mapping[FieldId, _T], cases: Cases) -> Mapping[FieldId, _T]:
    return {key: value for key, value in by_field.items() if key not in cases} if cases else by_field


def _agreed(model: Model, known: Mapping[FieldId, WireName], *, is_guess: bool) -> Mapping[str, WireName]:
    """Field name → its most common name on the wire, by the fields with evidence."""
    votes: dict[str, Counter[str]] = {}
    for owner in model.objects:
        for field in owner.fields:
            if (wire := known.get((owner.id, field.name))) is not None:
                votes.setdefault(source(field), Counter())[wire.name] += 1
    names: dict[str, WireName] = {}
    for name, spellings in votes.items():
        (key, most), total = max(spellings.items(), key=lambda entry: entry[1]), spellings.total()
        if 2 * most > total:
            others = "the other field" if total == 1 else f"{most} of {total} other fields"
            evidence = f'by convention: {others} of this name that recordings or examples show: "{key}"'
            names[name] = WireName(key, evidence, is_guess=is_guess)
    return names


def _without_twins(model: Model) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model in which no two fields of an object share a name on the wire."""
    taken: set[tuple[DeclarationId, str]] = set()
    exact = {(owner.id, field.name) for owner in model.objects for field in owner.fields if _is_exact(field)}
    diagnostics: list[Diagnostic] = []

    def change(owner: Object, field: Field) -> Field:
        wire = field.wire
        if wire is None:
            return field
        key = (owner.id, wire.name)
        if key in taken or (key in exact and not _is_exact(field)):
            message = f'two fields have the wire name "{wire.name}"'
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
    is_guess = not convention.is_set
    if convention.case is Case.AS_WRITTEN and name.casefold() == field.name.casefold():
        name = field.name  # without evidence for other names, an SDK's capitals stay
    reason = f"{CASE_WORDS[convention.case]}: {convention.evidence}"
    if name != field.name:
        reason = f"the docs' generator had to rename {name}; {reason}"
    # `_` is an identifier without words.
    spelled = SPELL[convention.case](name) or name
    has_capitals = any(len(word) > 1 and word.isupper() for word in words(name)[1:])
    if convention.case is Case.SNAKE and is_guess and has_capitals:
        spelled, reason = camel(name), f"no snake_case name has the capitals of {name}"
    return WireName(spelled, f"by convention, {reason}" if is_guess else reason, is_guess=is_guess)


def _set(case: Case) -> Convention:
    return Convention(case, "the configuration sets it", is_set=True)


def _unlearnt(named: Model, conventions: Conventions, notation: Callable[[str], str]) -> tuple[Diagnostic, ...]:
    """One finding for all names whose spelling in the JSON is a guess without evidence."""
    fields = (
        (field, conventions[notation(owner.id.page)])
        for owner in named.objects
        for field in owner.fields
        if field.wire is not None and field.wire.is_guess
    )
    unsure = ((field, convention) for field, convention in fields if not convention.is_decided and _may_differ(field))
    field, convention = next(unsure, (None, None))
    if field is None or convention is None:
        return ()
    message = f"the docs do not show how the JSON spells names; {CASE_WORDS[convention.case]} is a guess"
    help_ = 'Set wire_case to "camel", "snake" or "as_written" in [tool.docmodels], or add recordings.'
    return (Diagnostic(field.place, "unknown-wire-case", message, help_),)


def _may_differ(field: Field) -> bool:
    """Whether the case makes a difference to the name."""
    name = source(field)
    return len({spell(name) for spell in SPELL.values()}) > 1
