"""Fields that a table has side by side, and an example on several levels.

| Name  |      {"total": 2, "rows": [{"id": 7}]}
| total |
| id    |      the table says nothing of `rows`
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ....diagnostics import Diagnostic, Place
from ....model.declarations import Json, Object
from ....model.types import ANY, ListOf, MapOf, Type

_Objects = Mapping[str, Sequence[Mapping[str, Json]]]
_COMMON = frozenset({"type", "id", "name", "kind"})
"""Keys of objects of all kinds."""
_MOST = 5  # names in a finding
_HELP = "Name the rows as the JSON nests them: `rows[].id`, or `> id` below `rows`."


def several_levels(owner: Object, path: str, objects: _Objects, place: Place) -> Diagnostic | None:
    """A finding for fields of a model that an example has outside or inside of the objects that show the model.

    path     the path of these objects, such as `data.rows[]`
    objects  all objects of the example, by their paths

    Both levels together have most fields of the model and no other scalars. A single outer key that is called like a field
    by chance, such as `type`, tells nothing.
    """
    here = _keys(objects[path])
    names = {field.name if field.wire is None else field.wire.name: field for field in owner.fields}
    beside = [name for name in names if name in here]
    missing = [name for name in names if name not in here]
    for outer in (other for other in objects if _is_around(other, path)):
        around = _keys(objects[outer])
        outside = [name for name in missing if name in around]
        is_chance = len(outside) == 1 and outside[0] in _COMMON
        known = _scalars(objects[outer]) | _scalars(objects[path]) <= names.keys()
        if outside and known and not is_chance and _are_most(names, beside, outside):
            return _finding(owner, beside, path.rpartition(".")[2].strip("[]") or path, outside, place)
    for key, field in names.items():
        below = f"{path}.{key}" if path else key
        inner = next((_keys(objects[other]) for other in (below, f"{below}[]") if other in objects), set())
        inside = [name for name in missing if name in inner]
        is_one = len(inside) == 1 < len(inner)
        if inside and not is_one and _is_open(field.type) and _are_most(names, beside, inside):
            return _finding(owner, inside, key, [name for name in beside if name != key], place)
    return None


def _keys(objects: Sequence[Mapping[str, Json]]) -> set[str]:
    return {key for value in objects for key in value}


def _scalars(objects: Sequence[Mapping[str, Json]]) -> set[str]:
    """The keys of objects that hold neither objects nor lists."""
    return {key for value in objects for key, inner in value.items() if not isinstance(inner, dict | list)}


def _are_most(names: Collection[str], *levels: Sequence[str]) -> bool:
    """Whether two levels of an example have three quarters of the fields of a model."""
    return sum(map(len, levels)) * 4 >= len(names) * 3


def _is_around(outer: str, inner: str) -> bool:
    """Whether the objects at a path hold those at another."""
    return outer != inner and (not outer or inner.startswith((f"{outer}.", f"{outer}[]")))


def _is_open(kind: Type) -> bool:
    """Whether a type says nothing of the fields of an object: `object`, `array`."""
    inner = kind.item if isinstance(kind, ListOf) else kind
    return inner in (ANY, MapOf(ANY))


def _finding(owner: Object, inside: list[str], key: str, beside: list[str], place: Place) -> Diagnostic:
    message = f'the example has {_listed(inside)} inside of "{key}"; {owner.title} has them beside {_listed(beside)}'
    return Diagnostic(place, "example-only-key", message, _HELP)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(f'"{name}"' for name in names[:_MOST]) + more
