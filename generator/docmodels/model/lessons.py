"""Facts about fields from recorded JSON: their names on the wire, and whether they may be null."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from ..frozen import frozen, replace
from .declarations import Field, Object
from .model import Model, map_fields
from .types import FieldId


@frozen()
class Lesson:
    """The lessons of recordings about one field.

    key          the name in the JSON
    is_nullable  whether a recording has null for it
    source       the recording, in a few words: `the recording Room/1.json`
    """

    key: str
    is_nullable: bool
    source: str


Lessons = Mapping[FieldId, Lesson]

NO_LESSONS: Lessons = MappingProxyType({})


def teach_null(model: Model, lessons: Lessons, settled: Collection[FieldId] = ()) -> Model:
    """The model in which fields that are null in a recording may be null.

    settled  the fields for which the configuration decides
    """

    def change(owner: Object, field: Field) -> Field:
        lesson = lessons.get((owner.id, field.name))
        if lesson is None or not lesson.is_nullable or field.nullable or (owner.id, field.name) in settled:
            return field
        return replace(field, nullable=True)

    return map_fields(model, change) if lessons else model
