"""R: `**character**`, `[**array[Room]**](Room.md)`, `**map(numeric)**`, `**data.frame**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, STRING
from ..vocabulary import Constructor, Vocabulary

R = Vocabulary(
    language="r",
    scalars={
        "character": STRING,
        "integer": INTEGER,
        "numeric": NUMBER,
        "logical": BOOLEAN,
        "data.frame": BYTES,
        "object": ANY,
        "AnyType": ANY,
    },
    constructors={"array": Constructor.LIST, "set": Constructor.LIST, "map": Constructor.MAP},
)
