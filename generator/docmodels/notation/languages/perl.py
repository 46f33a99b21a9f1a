"""Perl: `**string**`, `[**ARRAY[Room]**](Room.md)`, `**HASH[string,int]**`, `**DateTime**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, DATE, DATETIME, INTEGER, NUMBER, STRING
from ..vocabulary import Constructor, Vocabulary

PERL = Vocabulary(
    language="perl",
    scalars={
        "string": STRING,
        "int": INTEGER,
        "double": NUMBER,
        "boolean": BOOLEAN,
        "object": ANY,
        "AnyType": ANY,
        **dict.fromkeys(("DateTime", "DATE_TIME"), DATETIME),
        "DATE": DATE,
    },
    constructors={"ARRAY": Constructor.LIST, "HASH": Constructor.MAP},
    suffixes={"?": Constructor.NULLABLE},
)
