"""Learn from recordings: the names of fields on the wire, and the fields that may be null."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..model.declarations import Field, Json, Object
from ..model.lessons import Lesson, Lessons
from ..model.model import Model
from ..model.names import folded
from ..model.sightings import Fields
from ..model.types import DeclarationId, FieldId, Ref
from .matching import Matched
from .walking import walk


@dataclass
class _Tally:
    """The keys of a field with their counts, the first recording with each key, and whether a recording has null."""

    keys: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    is_nullable: bool = False


def teach(model: Model, recordings: Iterable[Matched]) -> Lessons:
    """The lessons of recordings about the fields of a model. The names on the wire need not be known yet."""
    alike = Alike()
    tallies: dict[FieldId, _Tally] = {}
    for recording in recordings:
        for visit in walk(model, Ref(recording.model), recording.value, alike):
            for fit in visit.fits:
                for key, known in fit.fields.items():
                    tally = tallies.setdefault((fit.owner.id, known.name), _Tally())
                    tally.keys[key] += 1
                    tally.first.setdefault(key, recording.recording.file)
                    tally.is_nullable |= len(visit.fits) == 1 and _member(visit.value, key) is None
    return {name: _lesson(tally) for name, tally in tallies.items()}


def _lesson(tally: _Tally) -> Lesson:
    key = min(tally.keys, key=lambda key_: (-tally.keys[key_], key_))
    return Lesson(key, tally.is_nullable, f"the recording {tally.first[key]}")


def _member(value: Json, key: str) -> Json:
    return value[key] if isinstance(value, dict) else None


class Alike:
    """Finds the field of a key by letters and digits: `RoomId` for `room_id`."""

    def __init__(self) -> None:
        self._known: dict[DeclarationId, Fields] = {}

    def fields(self, owner: Object, members: Mapping[str, Json]) -> Mapping[str, Field]:
        return dict(self._of(owner).matched({key: folded(key) for key in members}))

    def required(self, owner: Object) -> int:
        return self._of(owner).required

    def _of(self, owner: Object) -> Fields:
        if owner.id not in self._known:
            self._known[owner.id] = Fields(owner)
        return self._known[owner.id]
