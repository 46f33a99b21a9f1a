"""Bash: `**string**`, `[**array[Room]**](Room.md)`, `**map[String, integer]**`, `**binary**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, STRING, MapOf, union
from ..vocabulary import Constructor, Vocabulary

BASH = Vocabulary(
    language="bash",
    scalars={
        **dict.fromkeys(("string", "String"), STRING),
        "integer": union(INTEGER, NUMBER),  # of numbers with a fraction too
        "float": NUMBER,
        "boolean": BOOLEAN,
        "binary": BYTES,
        "map": MapOf(ANY),
        "AnyType": ANY,
    },
    constructors={
        **dict.fromkeys(("array", "Array", "Set", "set"), Constructor.LIST),
        **dict.fromkeys(("map", "Map"), Constructor.MAP),
    },
)
