"""Keys in the example of a model that no field of the model has.

| Key | Type    |      { "id": 7, "seats": 4 }
| id  | integer |      `seats` is in the example alone
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..diagnostics import Diagnostic, Place
from ..patterns import regex
from .declarations import Json, Object, Usage
from .model import Model
from .sightings import matches
from .types import DeclarationId, Ref

_NAME = regex(r"[^\W\d]|_\w")
"""The beginning of a key that is a name, unlike `@type` and `200`."""

_MOST = 5  # keys that a finding names


def extra_keys(model: Model) -> Iterator[Diagnostic]:
    """A finding for each model whose examples have keys that no field has.

    An object belongs to a model that has half of its keys; in a union, to the member with most of them. A model that takes
    extra keys has no finding.
    """
    usages = [(owner, usage) for owner in model.objects for usage in owner.usages if _is_of_docs(usage)]
    examples = ((str(number), None, Ref(owner.id), (usage.value,)) for number, (owner, usage) in enumerate(usages))
    best: dict[tuple[str, int], tuple[DeclarationId, tuple[str, ...]]] = {}
    for number, _, owner_id, matched, value in matches(model, examples):
        missing = () if _takes_any(model, owner_id) else tuple(_missing(model, owner_id, matched, value))
        if len(missing) > len(matched) or (len(matched) == 1 and _has_several(model, owner_id)):
            missing = ()  # it may belong to another model
        known = best.get((number, id(value)))
        if known is None or len(missing) < len(known[1]):
            best[number, id(value)] = owner_id, missing
    places: dict[DeclarationId, dict[str, Place]] = {}
    for (number, _), (owner_id, missing) in best.items():
        place = usages[int(number)][1].place
        assert place is not None, "the usages above have a place"
        for key in missing:
            places.setdefault(owner_id, {}).setdefault(key, place)
    yield from (_finding(model, owner_id, keys) for owner_id, keys in places.items())


def _missing(
    model: Model, owner_id: DeclarationId, matched: Collection[str], value: Mapping[str, Json]
) -> Iterator[str]:
    """The keys of an object without a field, in quotes, each with the fields that its value has: `"home" with "city" in it`."""
    owner = model.by_id[owner_id]
    names = [field.name for field in owner.fields] if isinstance(owner, Object) else []
    for key, inner in value.items():
        if key in matched or _NAME.match(key) is None:
            continue
        held = [f'"{name}"' for name in names if isinstance(inner, dict) and name in inner and name not in value]
        yield f'"{key}" with {", ".join(held[:_MOST])} in it' if held else f'"{key}"'


def _takes_any(model: Model, id_: DeclarationId) -> bool:
    owner = model.by_id[id_]
    return isinstance(owner, Object) and owner.extra is not None


def _has_several(model: Model, id_: DeclarationId) -> bool:
    owner = model.by_id[id_]
    return isinstance(owner, Object) and len(owner.fields) > 1


def _is_of_docs(usage: Usage) -> bool:
    """Whether the docs show a value as JSON, in a block of their own."""
    return usage.place is not None and usage.is_wire


def _finding(model: Model, owner_id: DeclarationId, keys: Mapping[str, Place]) -> Diagnostic:
    names = list(keys)[:_MOST]
    more = f" and {len(keys) - _MOST} more" if len(keys) > _MOST else ""
    message = f"the example has {', '.join(names)}{more}, and no field of {model.by_id[owner_id].title} is called so"
    return Diagnostic(next(iter(keys.values())), "example-only-key", message, _HELP)


_HELP = "Add a row for each, or correct the example."
