"""Digests of complete values.

Module(…), Dependencies(…)  ->  "77ab…", the digest of [["Module",[["models","room"],[["Object",…]]]],…]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from .codec import parts_of
from .digests import digest


def content_digest(*values: object) -> str:
    """The digest of some values with their complete content: also the order of mappings, and fields that `==` ignores.

    Different values have different digests. Equal values may have different ones too; then a module is rendered once more
    than necessary. In return, this takes a fifth of the time of `key_of`, since JSON's encoder does everything but
    instances.

    A value is a frozen dataclass, an enumeration's member, text, a number, a boolean or None, or a tuple, list, set or
    mapping of these. The keys of a `dict` are texts; a mapping with other keys must be no `dict`. A tuple and a list with
    the same items have the same digest, and so do a text and an enumeration's member that is that text.

    Raises TypeError for any other value.
    """
    return digest(_encode(values).encode())


def _in_json(value: object) -> object:
    """A value without a form in JSON, as values of JSON. Defaults at the end are left out."""
    kind: Any = type(value)
    form = _form_of(kind)
    if form is not None:
        name, parts = form
        return name, parts(value)
    if isinstance(value, Mapping):
        return "map", [*value.items()]
    if isinstance(value, frozenset | set):
        return "set", sorted(map(_encode, value))
    if isinstance(value, Enum):
        return kind.__qualname__, value.name
    raise TypeError(f"{kind.__qualname__} has no digest")


_encode = json.JSONEncoder(default=_in_json, check_circular=False, separators=(",", ":")).encode


@cache
def _form_of(kind: Any) -> tuple[str, Callable[[Any], tuple[Any, ...]]] | None:
    """The name of a dataclass, and the function that returns the parts of an instance; None for any other class."""
    is_made_of_fields: bool = is_dataclass(kind)
    return (f"{kind.__module__}.{kind.__qualname__}", parts_of(kind)) if is_made_of_fields else None
