"""The rule for the spelling of names on the wire, and the evidence for it.

Only JSON and descriptions are evidence. The code of an SDK shows the SDK's names, and a capital may be its language's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from ..frozen import frozen, replace
from ..patterns import regex
from .declarations import Object
from .lessons import Lessons
from .names import camel, folded, pascal, snake
from .sightings import Tally, source
from .types import DeclarationId, FieldId


class Case(StrEnum):
    """A rule for the spelling of names on the wire."""

    AS_WRITTEN = "as_written"
    CAMEL = "camel"
    SNAKE = "snake"


SPELL: Mapping[Case, Callable[[str], str]] = MappingProxyType(
    {Case.AS_WRITTEN: str, Case.CAMEL: camel, Case.SNAKE: snake}
)
CASE_WORDS = MappingProxyType({Case.AS_WRITTEN: "as written", Case.CAMEL: "camelCase", Case.SNAKE: "snake_case"})
NOTHING = "nothing in the docs shows names on the wire"
_SAME = "no name that the docs show tells camelCase and snake_case apart"

_FEWEST = 2
"""The fewest models for a convention: a single model may be a copy from anywhere."""

_SHARE = 0.8
"""The share of the models with evidence that must agree."""

_CODE_SPAN = regex(r"`([^`\n]{1,100})`")
_WORD = regex(r"(?<![\w./-])[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,12}(?![\w/-])", re.ASCII)


@frozen()
class Convention:
    """The case of names and the evidence for it, in a clause.

    is_set      whether the configuration sets it
    is_decided  whether evidence decides on it; if not, it is only the likeliest
    """

    case: Case
    evidence: str
    is_set: bool = False
    is_decided: bool = True


@frozen()
class Key:
    """A key in the JSON, the name of its field in the docs, and the model of that field."""

    owner: DeclarationId
    name: str
    key: str


def learn(
    owners: Sequence[Object], lessons: Lessons, sightings: Mapping[FieldId, Tally], loose: Iterable[str]
) -> Convention:
    """The convention of some objects, by the strongest kind of evidence that decides.

    sightings  the keys in the examples
    loose      the keys of types without a page: these belong to no model, and so only make a case likelier
    """
    documented = list(_documented(owners))
    if documented and all(field.wire is not None for owner in owners for field in owner.fields):
        return replace(
            _voted("tables", documented) or Convention(Case.AS_WRITTEN, "the docs show the names"), is_decided=True
        )
    kinds: tuple[tuple[str, Callable[[], Iterable[Key]]], ...] = (
        ("recordings and examples" if lessons else "examples", lambda: _exemplified(owners, lessons, sightings)),
        ("tables", lambda: documented),
        ("descriptions", lambda: _described(owners)),
        ("examples of types without a page", lambda: _loose(owners, loose)),
    )
    guesses: list[Convention] = []
    has_keys = False
    for kind, find in kinds:  # the first kind decides for most trees, so the others are not even looked up
        keys = list(find())
        convention = _voted(kind, keys)
        if convention is not None and convention.is_decided:
            return convention
        guesses += [convention] if convention is not None else []
        has_keys = has_keys or bool(keys)
    if guesses:
        return guesses[0]
    # In a language with a capital in every name, the spelling in the JSON does not show; most APIs write camelCase.
    case = Case.CAMEL if _style(owners) is pascal else Case.AS_WRITTEN
    return Convention(case, _SAME if has_keys else NOTHING, is_decided=False)


def _described(owners: Sequence[Object]) -> Iterator[Key]:
    """The spellings of fields in descriptions. If all names in the docs have capitals, a spelling with one is no evidence."""
    is_pascal = _style(owners) is pascal
    return (mention for mention in _mentions(owners) if not (is_pascal and mention.key[0].isupper()))


def _loose(owners: Sequence[Object], loose: Iterable[str]) -> Iterator[Key]:
    """The keys of types without a page, with the names that the docs would give them."""
    style = _style(owners)
    return (Key(DeclarationId(""), style(key), key) for key in sorted(loose))


def _voted(kind: str, keys: Sequence[Key]) -> Convention | None:
    """The convention that keys vote for, one vote for each model; None if no key depends on the convention."""
    by_owner: dict[DeclarationId, Counter[Case]] = {}
    for key in keys:
        fitting = [case for case, spell in SPELL.items() if spell(key.name) == key.key]
        if fitting and not {Case.CAMEL, Case.SNAKE} <= set(fitting):  # one word is the same in both
            by_owner.setdefault(key.owner, Counter()).update(fitting)
    votes: Counter[Case] = Counter()
    for counts in by_owner.values():
        votes.update(case for case, count in counts.items() if count == max(counts.values()))
    if not votes:
        return None
    case = max(Case, key=lambda case_: votes[case_])
    models = len(by_owner)
    evidence = f"the {kind} of {votes[case]} of {models} {'model' if models == 1 else 'models'} have it"
    is_decided = models >= _FEWEST and votes[case] >= _SHARE * models
    return Convention(case, evidence, is_decided=is_decided)


def _exemplified(owners: Iterable[Object], lessons: Lessons, sightings: Mapping[FieldId, Tally]) -> Iterator[Key]:
    """The fields whose names an SDK may have made, with the keys that recordings and examples have for them."""
    for owner in owners:
        for field in owner.fields:
            name, id_ = source(field), (owner.id, field.name)
            if name.isidentifier():
                keys = {lessons[id_].key} if id_ in lessons else sightings.get(id_, ())
                yield from (Key(owner.id, name, key) for key in sorted(keys))


def _documented(owners: Iterable[Object]) -> Iterator[Key]:
    """The names on the wire that the docs show."""
    for owner in owners:
        for wire in (field.wire for field in owner.fields):
            if wire is not None and not wire.is_rule:
                yield Key(owner.id, pascal(wire.name), wire.name)


def _style(owners: Iterable[Object]) -> Callable[[str], str]:
    """The spelling of most names in the docs."""
    names = [field.name for owner in owners for field in owner.fields]
    return max((camel, snake, pascal), key=lambda spell: sum(spell(name) == name for name in names))


def _mentions(owners: Sequence[Object]) -> Iterator[Key]:
    """The spellings of fields in descriptions: code, and words with `_`, that are the name in another case."""
    known = {folded(source(field)): source(field) for owner in owners for field in owner.fields}
    for owner in owners:
        for text in (owner.description, *(field.description for field in owner.fields)):
            code = [match[1] for match in _CODE_SPAN.finditer(text)]
            prose = _WORD.findall(_CODE_SPAN.sub(" ", text)) if "_" in text else ()
            for word in (*code, *prose):
                name = known.get(folded(word))
                if name is not None and word.replace("_", "").isalnum():
                    yield Key(owner.id, name, word)
