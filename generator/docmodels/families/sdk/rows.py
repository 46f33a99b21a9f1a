"""The fields that the rows of a model make."""

from __future__ import annotations

from ...model.declarations import Field, Presence
from ...model.names import pascal, words
from ...model.types import ANY
from ...notation.parser import TypeReading
from ...notation.vocabulary import Vocabulary
from ..kit import Builder, RowDraft, TableRow
from .cells import REQUIRED, described, field_name, is_struck, split_examples, split_notice
from .outline import ModelPage


def read_fields(draft: ModelPage, vocabulary: Vocabulary, builder: Builder) -> tuple[tuple[Field, ...], Field | None]:
    """The fields of a model, and the row for undocumented fields; None without one."""
    for table in draft.field_tables:
        if "type" not in table.columns:
            message = "the table of fields has no Type column; its fields are typed as Any"
            builder.report(table.table.header[0], "missing-column", message, "Add a column Type.")
    title = builder.title(draft)
    fields = builder.fields(
        draft.field_tables, field_name, lambda row, name: _draft(row, name, title, vocabulary, builder)
    )
    extra = next((field for field in fields if field.name == vocabulary.extra_field), None)
    return tuple(field for field in fields if field is not extra), extra


def _draft(row: TableRow, name: str, title: str, vocabulary: Vocabulary, builder: Builder) -> RowDraft:
    beside = row["name"].text.replace(name, "", 1).strip()
    if beside:
        message = f'"{beside}" beside the name "{name}" means nothing here; it is left out'
        builder.report(row["name"], "unknown-mark", message, "Say it in the description.")
    presence = builder.presence(row.get("required"), REQUIRED, f"Write {' or '.join(REQUIRED)}.")
    cell = row.get("type")
    reading = TypeReading(ANY)
    if cell is not None:
        reading = builder.type_reading(cell, vocabulary, required=presence is not Presence.OPTIONAL)
    if presence is Presence.UNKNOWN:
        presence = Presence.OPTIONAL if reading.optional else Presence.REQUIRED
    description, example = row.get("description"), row.get("example")
    notice, text = split_notice(description.prose if description else "")
    if notice is None and is_struck(row["name"]):
        notice = ""
    return RowDraft(
        row["name"],
        reading.type,
        presence,
        description=described(text),
        deprecated=notice,
        examples=tuple(builder.raw_value(value, example) for value in split_examples(example.source))
        if example
        else (),
        original=_original(name, title, vocabulary),
    )


def _original(name: str, title: str, vocabulary: Vocabulary) -> str:
    """The name before the SDK changed it; "" if it did not."""
    if vocabulary.clash_suffix and name == title + vocabulary.clash_suffix:
        return title
    plain = name.removesuffix(vocabulary.reserved_mark)
    if plain != name and plain in vocabulary.reserved:
        return plain
    parts = words(name)
    if not vocabulary.capitalised.isdisjoint(parts):
        return pascal("_".join(part.title() if part in vocabulary.capitalised else part for part in parts))
    return ""
