"""Crystal: `**String**`, `[**Array(Room)**](Room.md)`, `**Hash(String, Int32)**`, `**JSON::Any**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, UUID
from ..vocabulary import Constructor, Vocabulary

_INTEGERS = ("Int8", "Int16", "Int32", "Int64", "Int128", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128")

CRYSTAL = Vocabulary(
    language="crystal",
    scalars={
        **dict.fromkeys(("String", "Char", "Symbol"), STRING),
        **dict.fromkeys(_INTEGERS, INTEGER),
        **dict.fromkeys(("Float32", "Float64"), NUMBER),
        "BigDecimal": DECIMAL,
        "Bool": BOOLEAN,
        "Time": DATETIME,
        "UUID": UUID,
        **dict.fromkeys(("File", "IO", "Bytes"), BYTES),
        **dict.fromkeys(("JSON.Any", "Object", "AnyType"), ANY),
    },
    constructors={
        **dict.fromkeys(("Array", "Set"), Constructor.LIST),
        **dict.fromkeys(("Hash", "RecursiveHash"), Constructor.MAP),
    },
    suffixes={"?": Constructor.NULLABLE},
)
