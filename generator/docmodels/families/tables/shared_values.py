"""Values that recur in fields of one name, in several models of a page: they get a name, after the first model.

    ## Order                                   ## Order event
    | side | string | `buy` or `sell` |        | side | string | `buy` or `sell` |

Both fields have the type `OrderSide`, which is `Literal["buy", "sell"]`. So a further value changes one line. The
values stay plain text, as in a single field: a new model on the page narrows no type of another model. Models of other
pages do not count: a new page renames nothing. Without a free name, the values stay in their fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...limits import NAME_CHARACTERS
from ...model.declarations import Alias, Declaration, Field, Object
from ...model.model import map_type
from ...model.names import folded
from ...model.types import Constant, DeclarationId, ListOf, MapOf, Ref, walk

_Values = tuple[str, frozenset[str | int | bool]]
"""The folded name of a field, and its values."""


def with_shared_values(declarations: Sequence[Declaration]) -> tuple[Declaration, ...]:
    """The declarations of a page, with a name for each closed set of values that recurs, behind the first model."""
    fields: dict[_Values, list[tuple[Object, Field]]] = {}
    for owner in (declaration for declaration in declarations if isinstance(declaration, Object)):
        for field in owner.fields:
            if (values := _values(field)) is not None:
                fields.setdefault(values, []).append((owner, field))
    titles = {folded(declaration.title) for declaration in declarations}
    named = ((values, _named(rows)) for values, rows in fields.items() if len(rows) > 1)
    names = {values: alias for values, alias in named if folded(alias.title) not in titles}
    return tuple(_with_names(declarations, names)) if names else tuple(declarations)


def _values(field: Field) -> _Values | None:
    """The key of a field's values: fields with the same key share a name. None for a field without a closed set."""
    kind = field.type
    while isinstance(kind, ListOf | MapOf):
        kind = kind.item if isinstance(kind, ListOf) else kind.value
    if not isinstance(kind, Constant) or len(kind.values) < 2:
        return None
    return folded(field.name), frozenset(kind.values)


def _named(rows: Sequence[tuple[Object, Field]]) -> Alias:
    """The name for the values of some fields."""
    owner, field = rows[0]
    others = ", ".join(dict.fromkeys(other.title for other, _ in rows[1:]))
    return Alias(
        DeclarationId(owner.id.page, f"{owner.id.anchor}.{field.name}.values"),
        f"{owner.title} {field.name}"[:NAME_CHARACTERS],
        field.place,
        "",
        next(part for part in walk(field.type) if isinstance(part, Constant)),
        part_of=owner.id,
        named_by=f"after {owner.title} and its field {field.name}; also the values of {others}",
    )


def _with_names(declarations: Sequence[Declaration], names: Mapping[_Values, Alias]) -> Iterator[Declaration]:
    for declaration in declarations:
        if not isinstance(declaration, Object):
            yield declaration
            continue
        yield replace(declaration, fields=tuple(_with_name(field, names) for field in declaration.fields))
        yield from (alias for alias in names.values() if alias.part_of == declaration.id)


def _with_name(field: Field, names: Mapping[_Values, Alias]) -> Field:
    values = _values(field)
    if values is None or values not in names:
        return field
    name = Ref(names[values].id)
    return replace(field, type=map_type(field.type, lambda leaf: name if isinstance(leaf, Constant) else leaf))
