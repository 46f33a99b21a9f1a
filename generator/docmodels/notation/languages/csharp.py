"""C#: `*string*`, `List<[Room](…)>`, `Dictionary<String, *object*>`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, DURATION, INTEGER, NUMBER, STRING, TIME, UUID
from ..vocabulary import Constructor, Vocabulary

CSHARP = Vocabulary(
    language="csharp",
    scalars={
        "string": STRING,
        "String": STRING,
        "char": STRING,
        "bool": BOOLEAN,
        "short": INTEGER,
        "int": INTEGER,
        "long": INTEGER,
        **dict.fromkeys(("byte", "sbyte", "ushort", "uint", "ulong"), INTEGER),
        "BigInteger": INTEGER,
        "float": NUMBER,
        "double": NUMBER,
        "decimal": DECIMAL,
        "byte[]": BYTES,
        "object": ANY,
        "Object": ANY,
        "DateTime": DATETIME,
        "DateTimeOffset": DATETIME,
        "DateOnly": DATE,
        "LocalDate": DATE,
        "TimeOnly": TIME,
        "TimeSpan": DURATION,
        "Guid": UUID,
        "Uri": STRING,
        "System.IO.Stream": BYTES,
        "FileParameter": BYTES,
    },
    constructors={
        "List": Constructor.LIST,
        "IList": Constructor.LIST,
        "IEnumerable": Constructor.LIST,
        "ICollection": Constructor.LIST,
        "Collection": Constructor.LIST,
        "HashSet": Constructor.LIST,
        "Dictionary": Constructor.MAP,
        "IDictionary": Constructor.MAP,
        "Nullable": Constructor.NULLABLE,
    },
    suffixes={"?": Constructor.NULLABLE},
    opaque=frozenset(
        {"HttpRequestMessage", "HttpResponseMessage", "UnityWebRequest", "MemoryQueueBufferStream", "Stream"}
    ),
    members={
        "str": STRING,
        "integer": INTEGER,
        "long": INTEGER,
        "number": NUMBER,
        "double": NUMBER,
        "decimal": DECIMAL,
        "boolean": BOOLEAN,
        "date": DATE,
        "datetime": DATETIME,
        "any": ANY,
    },
    clash_suffix="Value",
)
