"""Go: `**string*`, `[][components.Room](…)`, `map[string]*any*`, `[*time.Time](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NUMBER, STRING
from ..vocabulary import Constructor, Vocabulary

GO = Vocabulary(
    language="go",
    scalars={
        "string": STRING,
        "int": INTEGER,
        **dict.fromkeys(("int8", "int16", "int32", "uint", "uint8", "uint16", "uint32", "uint64"), INTEGER),
        "int64": INTEGER,
        "big.Int": INTEGER,
        "decimal.Big": NUMBER,
        "float32": NUMBER,
        "float64": NUMBER,
        "bool": BOOLEAN,
        "[]byte": BYTES,
        "any": ANY,
        "time.Time": DATETIME,
        "types.Date": DATE,
    },
    constructors={"map": Constructor.MAP},
    prefixes={"*": Constructor.MAYBE},
    opaque=frozenset({"http.Response", "io.Reader", "io.ReadCloser"}),
    member_code=r"\((?P<type>[^(){}]+)\{",
    capitalised=frozenset(
        {
            "ACL",
            "API",
            "ASCII",
            "CSS",
            "DNS",
            "EOF",
            "GUID",
            "HTML",
            "HTTP",
            "HTTPS",
            "ID",
            "IP",
            "JSON",
            "QPS",
            "RAM",
            "RPC",
            "SLA",
            "SMTP",
            "SQL",
            "SSH",
            "TCP",
            "TLS",
            "TTL",
            "UDP",
            "UI",
            "UID",
            "UUID",
            "URI",
            "URL",
            "UTF8",
            "VM",
            "XML",
            "XSRF",
            "XSS",
        }
    ),
)
