"""Java: `*Optional\\<String>*`, `List\\<[Room](…)>`, `Map\\<String, *Object*>`, `*JsonNullable\\<String>*`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, DURATION, INTEGER, NUMBER, STRING, TIME, UUID
from ..vocabulary import Constructor, Vocabulary

_RESERVED = """
    abstract assert boolean break byte case catch char class const continue default do double else enum extends false
    final finally float for goto if implements import instanceof int interface long native new null package private
    protected public return short static strictfp super switch synchronized this throw throws transient true try void
    volatile while
"""

JAVA = Vocabulary(
    language="java",
    scalars={
        "String": STRING,
        "int": INTEGER,
        "Integer": INTEGER,
        "Short": INTEGER,
        "long": INTEGER,
        "Long": INTEGER,
        "BigInteger": INTEGER,
        "float": NUMBER,
        "Float": NUMBER,
        "double": NUMBER,
        "Double": NUMBER,
        "BigDecimal": DECIMAL,
        "boolean": BOOLEAN,
        "Boolean": BOOLEAN,
        "byte[]": BYTES,
        "Object": ANY,
        **dict.fromkeys(("OffsetDateTime", "ZonedDateTime", "LocalDateTime", "Instant", "DateTime", "Date"), DATETIME),
        **dict.fromkeys(("java.util.Date", "org.threeten.bp.OffsetDateTime", "org.joda.time.DateTime"), DATETIME),
        **dict.fromkeys(("org.threeten.bp.LocalDate", "org.joda.time.LocalDate"), DATE),
        "LocalDate": DATE,
        "LocalTime": TIME,
        "Duration": DURATION,
        "UUID": UUID,
        "URI": STRING,
        "URL": STRING,
        **dict.fromkeys(("File", "MultipartFile"), BYTES),
    },
    constructors={
        "List": Constructor.LIST,
        "Set": Constructor.LIST,
        **dict.fromkeys(("HashSet", "LinkedHashSet", "ArrayList"), Constructor.LIST),
        "Collection": Constructor.LIST,
        "Map": Constructor.MAP,
        "Optional": Constructor.OPTIONAL,
        "JsonNullable": Constructor.NULLABLE,
    },
    opaque=frozenset({"HttpResponse", "InputStream", "Blob"}),
    reserved=frozenset(_RESERVED.split()),
)
