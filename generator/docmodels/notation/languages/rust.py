"""Rust: `**Vec<String>**`, `Option<[**models::Room**](Room.md)>`, `**std::collections::HashMap<String, i32>**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, UUID
from ..vocabulary import Constructor, Vocabulary

_INTEGERS = ("i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize")

RUST = Vocabulary(
    language="rust",
    scalars={
        "String": STRING,
        "str": STRING,
        "char": STRING,
        **dict.fromkeys(_INTEGERS, INTEGER),
        "f32": NUMBER,
        "f64": NUMBER,
        "rust_decimal.Decimal": DECIMAL,
        "bool": BOOLEAN,
        "std.path.PathBuf": BYTES,
        "reqwest.multipart.Part": BYTES,
        **dict.fromkeys(("bytes.Bytes", "swagger.ByteArray"), BYTES),
        "u8[]": BYTES,
        "serde_json.Value": ANY,
        "uuid.Uuid": UUID,
        "Uuid": UUID,
        "url.Url": STRING,
        **dict.fromkeys(("chrono.NaiveDate", "chrono.naive.NaiveDate"), DATE),
        "chrono.NaiveDateTime": DATETIME,
        "time.Date": DATE,
        "time.OffsetDateTime": DATETIME,
    },
    constructors={
        "Option": Constructor.MAYBE,
        "swagger.Nullable": Constructor.NULLABLE,
        "Vec": Constructor.LIST,
        **dict.fromkeys(
            ("std.collections.HashSet", "std.collections.BTreeSet", "HashSet", "BTreeSet"), Constructor.LIST
        ),
        "std.collections.HashMap": Constructor.MAP,
        "std.collections.BTreeMap": Constructor.MAP,
        **dict.fromkeys(("HashMap", "BTreeMap", "IndexMap"), Constructor.MAP),
        "Box": Constructor.PLAIN,
    },
    foreign={"Value": ANY},
    prefixes={"*": Constructor.PLAIN},
    templates={"chrono.DateTime": DATETIME},
)
