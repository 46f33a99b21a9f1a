"""C: `**char \\***`, `[**list_t**](room.md) \\*`, `**long**`, `[**room_t**](room.md) \\*`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, STRING, union
from ..vocabulary import Constructor, Vocabulary

C = Vocabulary(
    language="c",
    scalars={
        "char": STRING,
        "int": union(BOOLEAN, INTEGER),  # C's clients have no other type for `true`
        "short": INTEGER,
        "long": INTEGER,
        "float": NUMBER,
        "double": NUMBER,
        "bool": BOOLEAN,
        "binary_t": BYTES,
        "FILE": BYTES,
        "object_t": ANY,
        "any_type_t": ANY,
        "cJSON": ANY,
    },
    constructors={"list_t": Constructor.LIST, "set_t": Constructor.LIST},
    suffixes={"*": Constructor.PLAIN},
)
