"""Rows about the object itself, or about keys by a pattern, in a table of fields."""

from __future__ import annotations

from ....frozen import replace
from ....model.declarations import Field, Object, Presence
from ....model.types import ANY, union
from ....tables.lexicon import Role
from ....tables.rows import place_of
from .named_rows import NamedRow


class ObjectNotes:
    """The rows of one object that are no fields of their own."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptions: list[str] = []
        self._patterns: list[Field] = []

    def add_pattern(self, field: Field) -> None:
        """Add a row for keys by a pattern: `^x-`, `{name}`."""
        self._patterns.append(field)

    def add_description(self, row: NamedRow) -> None:
        """Add the row of the object itself: `[] | array | The rooms`."""
        cell = row.at(Role.DESCRIPTION)
        if cell is not None and (text := cell.prose.strip()):
            self._descriptions.append(text)

    def add_further(self, row: NamedRow) -> bool:
        """Add a row about further fields: `... | ... | More fields by type`. The result is whether the row is one."""
        cell = row.at(Role.DESCRIPTION)
        description = cell.prose.strip(" .…") if cell is not None else ""
        if not row.cell.source.strip("` ") or not description:
            return False
        place = place_of(self._path, row.cell)
        self._patterns.append(Field("...", ANY, Presence.UNKNOWN, place, description=description))
        return True

    def with_notes(self, root: Object) -> Object:
        """The object with the description in its row, and with the type of its other keys."""
        descriptions = dict.fromkeys(filter(None, (root.description, *self._descriptions)))
        if self._descriptions:
            root = replace(root, description="\n\n".join(descriptions))
        if not self._patterns:
            return root
        kinds = [field.type for field in self._patterns if field.type != ANY]
        lines = [f"`{field.name}`: {field.description}" for field in self._patterns if field.description]
        description = "\n\n".join(filter(None, (root.description, *lines)))
        return replace(root, description=description, extra=union(*kinds) if kinds else ANY)
