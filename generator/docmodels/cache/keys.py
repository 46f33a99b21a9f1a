"""Keys of the cache, derived from values.

Notation("sdk", "go", "12 of 12 types fit")  →  "0f3c…", the digest of ["…Notation","sdk","go",…]
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath
from types import FunctionType

from .digests import digest


def key_of(*values: object) -> str:
    """The digest of some values: equal values have equal keys, and other values have other keys.

    A value is a frozen dataclass, an enumeration's member, a function or class of a module, or a path, text, number,
    boolean or None, or a tuple, list, set or mapping of these.

    Raises TypeError for any other value.
    """
    return digest(json.dumps([_plain(value) for value in values], separators=(",", ":")).encode())


def _plain(value: object) -> object:
    """A value as JSON, with the names of its classes, and without anything that depends on the process."""
    if value is None or (isinstance(value, bool | int | float | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, PurePath):
        return {"path": os.fspath(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {"map": sorted([json.dumps(_plain(key)), _plain(item)] for key, item in value.items())}
    if isinstance(value, frozenset | set):
        return {"set": sorted(json.dumps(_plain(item)) for item in value)}
    if isinstance(value, FunctionType | type):
        return {"name": f"{value.__module__}.{value.__qualname__}"}
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    if isinstance(value, Enum):
        return {"member": [name, value.name]}
    if is_dataclass(value):
        return {"of": [name, *(_plain(getattr(value, field.name)) for field in fields(value) if field.compare)]}
    raise TypeError(f"{name} has no key: only frozen dataclasses and plain values have")
