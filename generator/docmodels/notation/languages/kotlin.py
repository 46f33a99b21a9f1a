"""Kotlin: `**kotlin.String**`, `[**kotlin.collections.List<Room>**](Room.md)`, `[**java.util.UUID**](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, DURATION, INTEGER, NUMBER, STRING, TIME, UUID
from ..vocabulary import Constructor, Vocabulary

_TIMES = {
    **dict.fromkeys(("OffsetDateTime", "ZonedDateTime", "LocalDateTime", "Instant"), DATETIME),
    "LocalDate": DATE,
    "LocalTime": TIME,
    "Duration": DURATION,
}
_SCALARS = {
    "kotlin": {
        "String": STRING,
        "Char": STRING,
        **dict.fromkeys(("Byte", "Short", "Int", "Long", "UByte", "UShort", "UInt", "ULong"), INTEGER),
        "Float": NUMBER,
        "Double": NUMBER,
        "Boolean": BOOLEAN,
        "ByteArray": BYTES,
        "Any": ANY,
    },
    "java.lang": {"Object": ANY},
    "java.math": {"BigDecimal": DECIMAL, "BigInteger": INTEGER},
    "java.util": {"UUID": UUID, "Date": DATETIME},
    "java.net": {"URI": STRING, "URL": STRING},
    "java.io": {"File": BYTES, "InputStream": BYTES},
    "java.time": _TIMES,
    "org.threeten.bp": _TIMES,
    "kotlinx.datetime": _TIMES,
    "kotlin.time": _TIMES,
    "kotlinx.serialization.json": {"JsonElement": ANY, "JsonObject": ANY},
    "com.google.gson": {"JsonElement": ANY, "JsonObject": ANY},
}
_CONSTRUCTORS = {
    "kotlin": {"Array": Constructor.LIST},
    "": {"List": Constructor.LIST, "Set": Constructor.LIST, "HashSet": Constructor.LIST, "Map": Constructor.MAP},
    "kotlin.collections": {
        **dict.fromkeys(("List", "MutableList", "Set", "MutableSet", "HashSet", "Collection"), Constructor.LIST),
        **dict.fromkeys(("Map", "MutableMap", "HashMap"), Constructor.MAP),
    },
}

KOTLIN = Vocabulary(
    language="kotlin",
    scalars={**{f"{package}.{name}": kind for package, names in _SCALARS.items() for name, kind in names.items()}},
    constructors={
        f"{package}.{name}".lstrip("."): kind
        for package, names in _CONSTRUCTORS.items()
        for name, kind in names.items()
    },
    suffixes={"?": Constructor.NULLABLE},
)
