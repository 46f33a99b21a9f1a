"""The lessons of recordings as a small file to commit: names and null for each model and field, and no values.

    {
      "Room": {
        "roomId": {"key": "room_id"},
        "closedAt": {"key": "closed_at", "null": true}
      }
    }

The key of a model is its title, with `page#` before it if another model has the same title.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..model.declarations import Object
from ..model.lessons import Lesson, Lessons
from ..model.model import Model
from ..model.types import FieldId
from .parsing import parse

MOST_BYTES = 20_000_000

_Learned = dict[str, dict[str, dict[str, object]]]


def as_learned(model: Model, lessons: Lessons) -> str:
    """The text of the file, with a line end. The same lessons give the same bytes."""
    lessons_: _Learned = {}
    for name, owner in _named(model).items():
        fields = {
            field.name: {"key": lesson.key, **({"null": True} if lesson.is_nullable else {})}
            for field in owner.fields
            if (lesson := lessons.get((owner.id, field.name))) is not None
        }
        if fields:
            lessons_[name] = fields
    models = (f"  {_json(name)}: {{\n{_lines(fields)}\n  }}" for name, fields in sorted(lessons_.items()))
    return "{\n" + ",\n".join(models) + "\n}\n" if lessons_ else "{}\n"


def _lines(fields: Mapping[str, Mapping[str, object]]) -> str:
    """A line for each field, by name."""
    return ",\n".join(f"    {_json(name)}: {_json(entry)}" for name, entry in sorted(fields.items()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_learned(file: Path, model: Model) -> tuple[Lessons, tuple[Diagnostic, ...]]:
    """The lessons in a file, and a finding if it has models or fields that the docs do not have.

    Raises OSError for a file that cannot be read, and ValueError, with a message, for a file in another form.
    """
    if file.stat().st_size > MOST_BYTES:
        raise ValueError(f"it has more than {MOST_BYTES:,} bytes")
    learned = parse(file.read_text("utf-8-sig"))
    objects = _named(model)
    lessons: dict[FieldId, Lesson] = {}
    stale = 0
    for name, fields in _entries(learned):
        owner = objects.get(name)
        known = {field.name for field in owner.fields} if owner is not None else set()
        for field, entry in _entries(fields):
            lesson = _lesson(entry, file.name)
            if owner is not None and field in known:
                lessons[owner.id, field] = lesson
            else:
                stale += 1
    if not stale:
        return lessons, ()
    fields_ = "a field" if stale == 1 else f"{stale} fields"
    message = f"it has {fields_} that the docs do not have"
    return lessons, (Diagnostic(Place(file.name), "stale-lesson", message, "Run `docmodels learn`."),)


def _named(model: Model) -> Mapping[str, Object]:
    """Key of a model in the file → the object."""
    titles = Counter(owner.title for owner in model.objects)
    return {owner.title if titles[owner.title] == 1 else f"{owner.id}#{owner.title}": owner for owner in model.objects}


def _entries(value: object) -> Iterator[tuple[str, object]]:
    if not isinstance(value, dict):
        raise ValueError("`docmodels learn` did not write it like this")
    yield from value.items()


def _lesson(entry: object, source: str) -> Lesson:
    key = entry.get("key") if isinstance(entry, dict) else None
    null = entry.get("null", False) if isinstance(entry, dict) else None
    if not isinstance(key, str) or not isinstance(null, bool):
        raise ValueError("`docmodels learn` did not write it like this")
    return Lesson(key, null, source)
