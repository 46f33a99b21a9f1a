"""Scala: `**String**`, `[**Seq[Room]**](Room.md)`, `**Map[String, Int]**`, `**OffsetDateTime**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, TIME, UUID
from ..vocabulary import Constructor, Vocabulary

SCALA = Vocabulary(
    language="scala",
    scalars={
        "String": STRING,
        **dict.fromkeys(("Byte", "Short", "Int", "Integer", "Long", "BigInt"), INTEGER),
        **dict.fromkeys(("Float", "Double"), NUMBER),
        "BigDecimal": DECIMAL,
        "Boolean": BOOLEAN,
        **dict.fromkeys(("Byte[]", "ByteArray"), BYTES),
        **dict.fromkeys(("Any", "AnyType"), ANY),
        **dict.fromkeys(("OffsetDateTime", "ZonedDateTime", "LocalDateTime", "Instant", "DateTime"), DATETIME),
        "LocalDate": DATE,
        "LocalTime": TIME,
        "UUID": UUID,
        **dict.fromkeys(("URI", "URL"), STRING),
    },
    foreign={"File": BYTES, "Object": ANY},
    constructors={
        **dict.fromkeys(("Seq", "List", "Set", "Array", "Vector"), Constructor.LIST),
        "Map": Constructor.MAP,
        "Option": Constructor.MAYBE,
    },
)
