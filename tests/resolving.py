"""Types of generated packages, put to the use that their flavour is for."""

from __future__ import annotations

from typing import Any, get_type_hints

import msgspec
from pydantic import TypeAdapter


def resolve(defined: Any, flavour: str) -> None:
    """Make of a type all that can be made of it: what it names is there."""
    match flavour:
        case "msgspec":
            msgspec.json.Decoder(defined)
            msgspec.json.schema(defined)
        case "typeddict":
            if isinstance(defined, type):
                get_type_hints(defined, include_extras=True)
        case _:
            TypeAdapter(defined).json_schema()
