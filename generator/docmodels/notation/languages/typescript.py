"""TypeScript: `[components.Room](…)[]`, `Record<string, *string*>`, `*"json"*`, `[A](…) \\| [B](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NULL, NUMBER, STRING, Constant, union
from ..vocabulary import Constructor, Vocabulary

TYPESCRIPT = Vocabulary(
    language="typescript",
    scalars={
        "string": STRING,
        "number": union(INTEGER, NUMBER),  # 5 must stay 5, and the notation does not say which it is
        "bigint": INTEGER,
        "boolean": BOOLEAN,
        "any": ANY,
        "object": ANY,
        "unknown": ANY,
        "null": NULL,
        "true": Constant((True,)),
        "false": Constant((False,)),
        "undefined": NULL,
        "Uint8Array": BYTES,
        "ArrayBuffer": BYTES,
        "Blob": BYTES,
        "File": BYTES,
        "Date": DATETIME,
        "RFCDate": DATE,
        "ReadableStream": BYTES,
    },
    constructors={
        "Array": Constructor.LIST,
        "ReadonlyArray": Constructor.LIST,
        "Set": Constructor.LIST,
        "Map": Constructor.MAP,
        "Record": Constructor.MAP,
    },
    opaque=frozenset({"Request", "Response"}),
    member_code=r"(?m)^const value: (?P<type>.+?) =",
)
