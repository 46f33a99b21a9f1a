"""Swift: `*String?*`, `[[Shared.Room](…)]`, `[String: *Int*]`, `*Optional<String>*`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, UUID
from ..vocabulary import Constructor, Vocabulary

SWIFT = Vocabulary(
    language="swift",
    scalars={
        "String": STRING,
        "Int": INTEGER,
        "Int32": INTEGER,
        "Int64": INTEGER,
        "Float": NUMBER,
        "Double": NUMBER,
        "Decimal": DECIMAL,
        "Bool": BOOLEAN,
        "Data": BYTES,
        "URL": BYTES,
        "Date": DATETIME,
        "OpenAPIDateWithoutTime": DATE,
        "DateWithoutTime": DATE,
        "ISOFullDate": DATE,
        "UUID": UUID,
        "Any": ANY,
        **dict.fromkeys(("AnyValue", "AnyCodable", "JSONValue", "JSONAny", "JSON"), ANY),
    },
    constructors={
        "Array": Constructor.LIST,
        "Set": Constructor.LIST,
        "Dictionary": Constructor.MAP,
        "Optional": Constructor.MAYBE,
    },
    suffixes={"?": Constructor.MAYBE},
    opaque=frozenset({"HTTPURLResponse", "URLResponse"}),
)
