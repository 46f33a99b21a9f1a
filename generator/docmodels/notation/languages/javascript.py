"""JavaScript: `**String**`, `[**[Room]**](Room.md)`, `**{String: Number}**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATETIME, INTEGER, NUMBER, STRING, union
from ..vocabulary import Constructor, Vocabulary

JAVASCRIPT = Vocabulary(
    language="javascript",
    scalars={
        "String": STRING,
        "Number": union(INTEGER, NUMBER),  # 5 must stay 5, and the notation does not say which it is
        "Boolean": BOOLEAN,
        "Object": ANY,
        "AnyType": ANY,
        "Date": DATETIME,
        "Blob": BYTES,
        "File": BYTES,
    },
    keys=frozenset({"String"}),
    constructors={"Array": Constructor.LIST},
)
