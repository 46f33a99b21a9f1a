"""Eiffel: `[**STRING_32**](STRING_32.md)`, `[**LIST [ROOM]**](Room.md)`, `**STRING_TABLE [INTEGER_32]**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NUMBER, STRING, UUID
from ..vocabulary import Constructor, Vocabulary

_SIZES = ("8", "16", "32", "64")

EIFFEL = Vocabulary(
    language="eiffel",
    scalars={
        **dict.fromkeys(("STRING", "STRING_8", "STRING_32"), STRING),
        **{f"{name}_{size}": INTEGER for name in ("INTEGER", "NATURAL") for size in _SIZES},
        **dict.fromkeys(("REAL_32", "REAL_64"), NUMBER),
        "BOOLEAN": BOOLEAN,
        "DATE": DATE,
        "DATE_TIME": DATETIME,
        "UUID": UUID,
        **dict.fromkeys(("FILE", "NATURAL_8[]"), BYTES),
        "ANY": ANY,
    },
    constructors={
        **dict.fromkeys(("LIST", "ARRAY", "ARRAYED_LIST", "SET"), Constructor.LIST),
        "STRING_TABLE": Constructor.MAP,
    },
)
