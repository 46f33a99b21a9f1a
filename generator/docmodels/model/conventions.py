"""The rule for the spelling of a tree's names on the wire, and the evidence for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from ..frozen import frozen
from .lessons import Lessons
from .model import Model
from .names import camel, folded, pascal, snake
from .sightings import Tally, source
from .types import FieldId


class Case(StrEnum):
    """A rule for the spelling of names on the wire."""

    AS_WRITTEN = "as_written"
    CAMEL = "camel"
    SNAKE = "snake"


SPELL: Mapping[Case, Callable[[str], str]] = MappingProxyType(
    {Case.AS_WRITTEN: str, Case.CAMEL: camel, Case.SNAKE: snake}
)
SAID = MappingProxyType({Case.AS_WRITTEN: "as written", Case.CAMEL: "camelCase", Case.SNAKE: "snake_case"})
NOTHING = "the docs show nothing else"
_CODE_SPAN = re.compile(r"`([^`\n]{1,100})`")


@frozen()
class Convention:
    """The case of a tree's names and the evidence for it, in a clause; `is_set` if the configuration sets it."""

    case: Case
    evidence: str
    is_set: bool = False


def learn(
    model: Model,
    lessons: Lessons,
    sightings: Mapping[FieldId, Tally],
    usages: Mapping[FieldId, Tally],
    loose: Collection[str],
) -> Convention:
    """The case that most of the evidence fits, the strongest kind of evidence first.

    sightings  the keys in the examples, usages those in code, loose those of types without a page
    """

    def evidence() -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
        """By kind, the names that the docs have for what the JSON has names for; what comes first mostly decides."""
        said = "keys in the recordings and examples" if lessons else "keys in the examples"
        yield said, [*_recorded(model, lessons), *_documented(model, sightings)]
        style = _style(model)
        yield "keys in the examples of types without a page", [(style(key), key) for key in sorted(loose)]
        yield "names in the descriptions", list(_mentions(model))
        yield "keys in the code of the examples", _documented(model, usages)
        wires = (field.wire for owner in model.objects for field in owner.fields)
        shown = [(pascal(wire.name), wire.name) for wire in wires if wire is not None and not wire.is_rule]
        yield "names that the docs show as in the JSON", shown

    for said, pairs in evidence():
        votes = {case: sum(spell(name) == key for name, key in pairs) for case, spell in SPELL.items()}
        most = max(votes.values())
        if min(votes.values()) < most:
            case = next(case for case in Case if votes[case] == most)
            return Convention(case, f"{most} of {len(pairs)} {said} fit")
    return Convention(Case.AS_WRITTEN, NOTHING)


def _recorded(model: Model, lessons: Lessons) -> list[tuple[str, str]]:
    """The names that an SDK can have given to fields, with the keys that recordings have for them."""
    return [
        (source(field), lesson.key)
        for owner in model.objects
        for field in owner.fields
        if source(field).isidentifier() and (lesson := lessons.get((owner.id, field.name))) is not None
    ]


def _documented(model: Model, sightings: Mapping[FieldId, Tally]) -> list[tuple[str, str]]:
    """The names that an SDK can have given to fields, with each of the keys that were seen for them."""
    return [
        (source(field), key)
        for owner in model.objects
        for field in owner.fields
        if source(field).isidentifier()
        for key in sorted(sightings.get((owner.id, field.name), ()))
    ]


def _style(model: Model) -> Callable[[str], str]:
    """How the docs themselves write names."""
    names = [field.name for owner in model.objects for field in owner.fields]
    return max((pascal, camel, snake), key=lambda spell: sum(spell(name) == name for name in names))


def _mentions(model: Model) -> Iterator[tuple[str, str]]:
    """The code in descriptions that is the name of a field but for its case, with that name."""
    known = {folded(source(field)): source(field) for owner in model.objects for field in owner.fields}
    for text in _descriptions(model):
        for match in _CODE_SPAN.finditer(text):
            name = known.get(folded(match[1]))
            if name is not None and match[1].replace("_", "").isalnum():
                yield name, match[1]


def _descriptions(model: Model) -> Iterator[str]:
    for owner in model.objects:
        yield owner.description
        yield from (field.description for field in owner.fields)
