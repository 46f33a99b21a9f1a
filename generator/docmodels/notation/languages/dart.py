"""Dart: `**String**`, `[**List<Room>**](Room.md)`, `**Map<String, int>**`, `[**DateTime**](DateTime.md)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, union
from ..vocabulary import Constructor, Vocabulary

DART = Vocabulary(
    language="dart",
    scalars={
        "String": STRING,
        "int": INTEGER,
        "double": NUMBER,
        "num": union(INTEGER, NUMBER),
        "bool": BOOLEAN,
        "Object": ANY,
        "dynamic": ANY,
        "JsonObject": ANY,
        "DateTime": DATETIME,
        "Date": DATE,
        "Decimal": DECIMAL,
        "Uri": STRING,
        "MultipartFile": BYTES,
        "Uint8List": BYTES,
    },
    constructors={
        "List": Constructor.LIST,
        "BuiltList": Constructor.LIST,
        "Set": Constructor.LIST,
        "BuiltSet": Constructor.LIST,
        "Map": Constructor.MAP,
        "BuiltMap": Constructor.MAP,
    },
    suffixes={"?": Constructor.NULLABLE},
)
