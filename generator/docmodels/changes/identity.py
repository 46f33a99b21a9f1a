"""Fingerprints of changes: the same from one comparison to the next.

A key has no line, no class, and no title that depends on other models. So a change keeps its fingerprint while the docs
change elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from enum import Enum

from ..cache.digests import digest
from ..model.model import Model
from ..model.types import DeclarationId, Type
from .canonical import canonical

_LENGTH = 12

Keys = Mapping[DeclarationId, str]
"""The keys of declarations: those of an old and a new declaration are equal if the two are one model."""


def keys_of(old: Model, new: Model, matches: Mapping[DeclarationId, DeclarationId]) -> tuple[Keys, Keys]:
    """The keys of the declarations of two versions: the old page and title; for a new model, the new ones."""
    before, after = _keys(old), _keys(new)
    return before, after | {there: before[here] for here, there in matches.items()}


def _keys(model: Model) -> dict[DeclarationId, str]:
    met: Counter[tuple[str, str]] = Counter()
    keys = {}
    for declaration in model.declarations:
        name = declaration.id.page, declaration.title
        keys[declaration.id] = _json([*name, met[name]])
        met[name] += 1
    return keys


def type_key(type_: Type, keys: Keys) -> str:
    """The key of a type: equal for types that are the same to Python, whatever becomes of the models in them."""
    return _json(_plain(canonical(type_, keys.__getitem__)))


def _plain(value: Hashable) -> object:
    match value:
        case tuple():
            return [_plain(part) for part in value]
        case frozenset():
            return sorted(_json(_plain(part)) for part in value)
        case Enum():
            return value.name
        case type():
            return value.__name__
        case str() | int() | float() | None:
            return value
        case _:  # a primitive
            return repr(value)


def fingerprint(kind: str, model: str, *what: str) -> str:
    """The fingerprint of a change: twelve hexadecimal digits.

    model  the key of the model
    what   the part that has changed, and its states, in words that no other change alters
    """
    return digest(_json([kind, model, *what]).encode())[:_LENGTH]


def _json(value: object) -> str:
    import json

    return json.dumps(value, separators=(",", ":"))
