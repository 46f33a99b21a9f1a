"""Types of generated packages, put to the use that their flavour is for."""

from __future__ import annotations

from typing import Any, get_type_hints

import msgspec
from pydantic import TypeAdapter


def resolve(definition: Any, flavour: str, *, with_schema: bool = False) -> None:
    """Read a type as the users of its flavour do, so that every name in it must be there.

    with_schema  make its JSON schema, too; that takes several times as long
    """
    match flavour:
        case "msgspec":
            msgspec.json.Decoder(definition)
            if with_schema:
                msgspec.json.schema(definition)
        case "typeddict":
            if isinstance(definition, type):
                get_type_hints(definition, include_extras=True)
        case _:
            adapter = TypeAdapter(definition)
            if with_schema:
                adapter.json_schema()
