"""The faults of rows, tables and titles: one finding each, for all families."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Place
from ...limits import NAME_CHARACTERS
from ...markdown import Inline, Table
from ...model.declarations import Field, Member
from ...model.types import ListOf
from ...tables.columns import Columns
from ...tables.rows import place_of


def missing_name(path: str, cell: Inline) -> Diagnostic:
    """A row without a name."""
    message = "the row names no field; it is left out"
    return Diagnostic(place_of(path, cell), "missing-name", message, "Name the field.")


def long_name(path: str, cell: Inline) -> Diagnostic:
    """A row with too long a name."""
    message = f"the name has more than {NAME_CHARACTERS} characters; the row is left out"
    return Diagnostic(place_of(path, cell), "name-too-long", message, "Shorten it.")


def repeated_field(path: str, cell: Inline, name: str, line: int) -> Diagnostic:
    """A row with the name of a field in an earlier line."""
    message = f'"{name}" is a field already, in line {line}; this row is left out'
    return Diagnostic(place_of(path, cell), "repeated-field", message, "Remove one of the rows, or rename its field.")


def contradicting_item(path: str, cell: Inline, claim: str, line: int) -> Diagnostic:
    """An item of a list that contradicts the row of its field.

    claim  the contents of the item: `that "seats" is required`
    """
    message = f"the item says {claim}, and line {line} says something else; the item is not followed"
    return Diagnostic(place_of(path, cell), "contradicting-item", message, "Correct the item, or the row.")


def contradicting_section(path: str, cell: Inline, text: str, line: int) -> Diagnostic:
    """A section about a field that contradicts the row of the field."""
    message = f'the section shows "{text}", and line {line} says something else; the section is not followed'
    return Diagnostic(place_of(path, cell), "contradicting-item", message, "Correct the section, or the row.")


def separate_item(path: str, cell: Inline, line: int) -> Diagnostic:
    """An item of a list with more facts about a field than its row, below a sentence that hides their relation."""
    message = (
        f"the item tells more of the field in line {line}, below a sentence of its own; its text alone is taken over"
    )
    return Diagnostic(place_of(path, cell), "contradicting-item", message, "Say in the row what holds for the field.")


def fields_in_scalar(field: Field) -> Diagnostic:
    """A field of a scalar type with fields nested in it."""
    becomes = "its items are objects" if isinstance(field.type, ListOf) else "it is typed as either"
    message = f'rows show fields inside of "{field.name}", and its type can have none; {becomes}'
    help_ = "Write the type that it has, or set `type` for the field in [tool.docmodels.fields]."
    return Diagnostic(field.place, "fields-in-scalar", message, help_)


def unknown_column_of_marks(path: str, heading: Inline) -> Diagnostic:
    """A column of yes and no in an unknown language, in a table without a known column of presence."""
    message = f'the column "{heading.text.strip()}" says yes or no in a language that has no lexicon; if it tells which fields are required, that is lost'
    help_ = "Set columns, yes and no in [[tool.docmodels.tables]]."
    return Diagnostic(place_of(path, heading), "unread-column", message, help_)


def missing_value(path: str, cell: Inline) -> Diagnostic:
    """A row of an enumeration without a value."""
    return Diagnostic(place_of(path, cell), "missing-value", "the row shows no value; it is left out", "Add the value.")


def valueless_member(path: str, cell: Inline, name: str) -> Diagnostic:
    """A row of an enumeration with a name and no value, as for members that the JSON never has."""
    message = f'the row shows no value for "{name}"; it is left out'
    return Diagnostic(place_of(path, cell), "unread-row", message, "Add the value, if the JSON can have it.")


def shared_value(member: Member, first: Member) -> Diagnostic:
    """A member with the value of an earlier one."""
    message = f'"{member.name}" has the value of "{first.name}" in line {first.place.line}; it is another name for that'
    help_ = "Correct the value, or add the table's heading to `not_models` if the rows are no values of one thing."
    return Diagnostic(member.place, "shared-value", message, help_)


def long_title(place: Place) -> Diagnostic:
    """A title that is too long: its beginning is used."""
    message = f"the title has more than {NAME_CHARACTERS} characters; the rest is left out"
    return Diagnostic(place, "name-too-long", message, "Shorten it.")


def unexplained_star(path: str, cell: Inline, starred: int, names: int) -> Diagnostic:
    """Stars at some names of a table, on a page without an explanation."""
    message = f"a star stands at {starred} of {names} names, and no line says what it means; these fields are treated as required"
    help_ = "Write below the table what the star means: `\\* required`."
    return Diagnostic(place_of(path, cell), "unknown-mark", message, help_)


def unknown_presence(path: str, cell: Inline, help_: str) -> Diagnostic:
    """A mark of an unknown presence."""
    message = f'"{cell.text}" does not say whether the field is required; it is treated as optional'
    return Diagnostic(place_of(path, cell), "unknown-mark", message, help_)


def unread_table(path: str, table: Table, content: str, help_: str) -> Diagnostic:
    """A table without the content that its place calls for.

    content  what is missing: "fields", "values"
    """
    message = f"the table shows no {content}; it is left out"
    return Diagnostic(Place(path, table.line), "unread-table", message, help_)


def unread_columns(path: str, table: Table, columns: Columns) -> Iterator[Diagnostic]:
    """The columns without a role, unless they are empty."""
    read = set(columns.values())
    for index, heading in enumerate(table.header):
        if index not in read and any(row.cells[index].source for row in table.rows):
            message = f'the column "{heading.text}" is left out'
            help_ = f"docmodels reads the columns {', '.join(table.header[at].text for at in sorted(read))}."
            yield Diagnostic(place_of(path, heading), "unread-column", message, help_)
