"""Go: `**string*`, `[][components.Room](…)`, `map[string]*any*`, `[*time.Time](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, UUID, nullable
from ..vocabulary import Constructor, Vocabulary

GO = Vocabulary(
    language="go",
    scalars={
        "string": STRING,
        "int": INTEGER,
        **dict.fromkeys(("int8", "int16", "int32", "uint", "uint8", "uint16", "uint32", "uint64"), INTEGER),
        "int64": INTEGER,
        "big.Int": INTEGER,
        "decimal.Big": DECIMAL,
        "float32": NUMBER,
        "float64": NUMBER,
        "bool": BOOLEAN,
        "[]byte": BYTES,
        "any": ANY,
        "interface": ANY,
        "interface{}": ANY,
        "time.Time": DATETIME,
        "os.File": BYTES,
        "uuid.UUID": UUID,
        "NullableString": nullable(STRING),
        **dict.fromkeys(("NullableInt", "NullableInt32", "NullableInt64"), nullable(INTEGER)),
        **dict.fromkeys(("NullableFloat32", "NullableFloat64"), nullable(NUMBER)),
        "NullableBool": nullable(BOOLEAN),
        "NullableTime": nullable(DATETIME),
        "types.Date": DATE,
    },
    constructors={"map": Constructor.MAP, "optionalnullable.OptionalNullable": Constructor.OPTIONAL_NULLABLE},
    prefixes={"*": Constructor.MAYBE},
    opaque=frozenset({"http.Response", "io.Reader", "io.ReadCloser"}),
    nullable_prefix="Nullable",
    bodies=frozenset({"interface"}),
    frame=r"(?:Pointer to )?(?:\[(?=\*\*[^\]()]*$))?",  # one version of a generator never closes the link
    member_code=r"\((?P<type>[^(){}]+)\{",
    capitalised=frozenset(
        {"ACL", "API", "ASCII", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "QPS"}
        | {"RAM", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID", "UUID", "URI", "URL"}
        | {"UTF8", "VM", "XML", "XSRF", "XSS"}
    ),
)
