"""Types of generated packages, put to the use that their flavour is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_type_hints

import msgspec
from pydantic import TypeAdapter


def resolve(definitions: Sequence[Any], flavour: str, *, with_schema: bool = False) -> None:
    """Read types as the users of their flavour do, so that every name in them must be there.

    pydantic's models are read one by one, as each looks up its names itself. The others are read as one tuple: what
    they share is read once.

    with_schema  make their JSON schema, too
    """
    together: Any = tuple[tuple(definitions)]  # type: ignore[misc]
    match flavour:
        case "msgspec":
            msgspec.json.Decoder(together)
            if with_schema:
                msgspec.json.schema(together)
        case "typeddict":
            for definition in definitions:
                if isinstance(definition, type):
                    get_type_hints(definition, include_extras=True)
        case _:
            for definition in definitions if flavour == "pydantic" else [together]:
                TypeAdapter(definition)
            if with_schema:
                TypeAdapter(together).json_schema()
