"""Julia: ``**`String`**``, ``[**`Vector{Room}`**](Room.md)``, ``**`Dict{String, Int64}`**``, ``[**`*Room`**](Room.md)``."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NUMBER, STRING
from ..vocabulary import Constructor, Vocabulary

_INTEGERS = ("Integer", "Int8", "Int16", "Int32", "Int64", "Int128", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128")

JULIA = Vocabulary(
    language="julia",
    scalars={
        "String": STRING,
        "Char": STRING,
        **dict.fromkeys(_INTEGERS, INTEGER),
        **dict.fromkeys(("Float16", "Float32", "Float64"), NUMBER),
        "Bool": BOOLEAN,
        "Date": DATE,
        **dict.fromkeys(("DateTime", "ZonedDateTime"), DATETIME),
        "Any": ANY,
        "UInt8[]": BYTES,
    },
    constructors={"Vector": Constructor.LIST, "Set": Constructor.LIST, "Dict": Constructor.MAP},
    prefixes={"*": Constructor.PLAIN},
    braces=True,
)
