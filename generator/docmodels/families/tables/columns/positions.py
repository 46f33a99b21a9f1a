"""Tables of the items of an array, by their positions.

| Index | Type   | Description |
| ----- | ------ | ----------- |
| 0     | int    | Opened      |
| 1     | string | Price       |

The rows are no fields: the model is a list, `list[int | str]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....diagnostics import Diagnostic
from ....frozen import replace
from ....markdown import Table
from ....model.declarations import Alias, Declaration, Field, Object
from ....model.types import ListOf, Type, nullable, union
from ....tables.lexicon import Role, Words, any_language
from ....tables.rows import place_of
from ..drawn import HEADINGS
from .column_headings import header_roles, heading_words

_FEWEST = 2
_HELP = "Say that the value is an array, and write the positions as `[0]`, `[1]`, or set the type of the field that holds it."


def with_positions(table: Table, words: Words) -> Table:
    """The table with `[0]`, `[1]` for names if its first column counts the items of an array, and no column has names."""
    if not table.header or heading_words(table.header[0]) not in any_language().positions:
        return table
    roles = header_roles(table, words)
    if Role.TYPE not in roles or Role.NAME in roles:
        return table
    if len(table.rows) < _FEWEST or not _count([row.cells[0].text.strip(" `*[]") for row in table.rows], 0):
        return table
    rows = (
        replace(row, cells=(replace(row.cells[0], source=f"`[{number}]`"), *row.cells[1:]))
        for number, row in enumerate(table.rows)
    )
    header = (replace(table.header[0], source=HEADINGS[Role.NAME]), *table.header[1:])
    return replace(table, header=header, rows=tuple(rows))


def counted(path: str, table: Table, roles: Mapping[Role, int]) -> Diagnostic | None:
    """A finding for a table of fields whose column "Index" counts from 0; None for any other."""
    for at, heading in enumerate(table.header):
        is_position = at not in roles.values() and heading_words(heading) in any_language().positions
        texts = [row.cells[at].text.strip(" `*[]") for row in table.rows] if is_position else []
        if len(texts) >= _FEWEST and _count(texts, 0):
            message = f'"{heading.text.strip()}" counts from 0: the rows may be the items of an array; they are typed as fields'
            return Diagnostic(place_of(path, heading), "numbered-fields", message, _HELP)
    return None


def with_arrays(made: Sequence[Object], diagnostics: list[Diagnostic]) -> Iterator[Declaration]:
    """The objects; the first one is a list if its fields are `[0]`, `[1]`. A finding for numbers that may be positions."""
    for number, declared in enumerate(made):
        names = [field.name for field in declared.fields]
        if not number and len(names) >= _FEWEST and names == [f"[{position}]" for position in range(len(names))]:
            yield _array(declared)
            continue
        if len(names) >= _FEWEST and any(_count([name.strip("[]") for name in names], first) for first in (0, 1)):
            message = f'the fields "{names[0]}" to "{names[-1]}" may be the items of an array; they are typed as keys of an object'
            diagnostics.append(Diagnostic(declared.fields[0].place, "numbered-fields", message, _HELP))
        yield declared


def _array(declared: Object) -> Alias:
    lines = (f"{field.name}: {field.description}" for field in declared.fields if field.description)
    description = "\n\n".join((*filter(None, (declared.description,)), *lines))
    return Alias(
        declared.id,
        declared.title,
        declared.place,
        description,
        ListOf(union(*map(_item, declared.fields))),
        declared.deprecated,
        anchors=declared.anchors,
        named_by=declared.named_by,
    )


def _item(field: Field) -> Type:
    return nullable(field.type) if field.nullable else field.type


def _count(texts: Sequence[str], first: int) -> bool:
    """Whether texts are the numbers from the first one on."""
    return all(text == str(number) for number, text in enumerate(texts, first))
