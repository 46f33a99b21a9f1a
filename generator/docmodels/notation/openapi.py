"""The words of OpenAPI and JSON Schema, as each generator of docs spells them.

widdershins       `string(date-time)`, `[[Room](#schemaroom)]`, `string¦null`
swagger-markdown  `dateTime`, `[ [Room](#room) ]`, `{ **"id"**: long }`, `[A](#a) or null`, `[A](#a) & [B](#b)`
swagger2markup    `< string, [Room](#room) > map`, `enum (open, shut)`
go-swagger        `date-time (formatted string)`, `[][Room](#room)`, `map of string`, `[interface{}](#interface)`
"""

from __future__ import annotations

from ..frozen import replace
from ..model.types import (
    ANY,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL,
    DECIMAL_STRING,
    DURATION,
    JSON_TYPES,
    TIME,
    UUID,
    Primitive,
    Scalar,
)
from .languages.go import GO
from .vocabulary import Constructor, Vocabulary

_TEXTS = {
    "date-time": DATETIME,
    "date": DATE,
    "time": TIME,
    "duration": DURATION,
    "uuid": UUID,
    "uuid4": UUID,
    "decimal": DECIMAL_STRING,
    "byte": BYTES,
    "base64": BYTES,
    "binary": Primitive(Scalar.BYTES, "binary"),
}
_INTEGERS = ("int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64")

OPENAPI = Vocabulary(
    language="openapi",
    scalars={
        **JSON_TYPES,
        "any": ANY,
        "file": Primitive(Scalar.BYTES, "binary"),
        **dict.fromkeys(("oneOf", "anyOf", "allOf", "not"), ANY),
    },
    formats={
        **{(Scalar.STRING, form): kind for form, kind in _TEXTS.items()},
        (Scalar.NUMBER, "decimal"): DECIMAL,
        **{(Scalar.NUMBER, form): Primitive(Scalar.INTEGER, form) for form in _INTEGERS},
    },
)
"""The words that all these generators share."""

WIDDERSHINS = replace(
    OPENAPI,
    constructors={"array": Constructor.LIST},
    joiners=frozenset({"of"}),
    alternatives=frozenset({"¦", "|", ","}),
    whole_links=True,
)

SWAGGER_MARKDOWN = replace(
    OPENAPI,
    scalars={
        **OPENAPI.scalars,
        "long": Primitive(Scalar.INTEGER, "int64"),
        "float": Primitive(Scalar.NUMBER, "float"),
        "double": Primitive(Scalar.NUMBER, "double"),
        "byte": BYTES,
        "binary": Primitive(Scalar.BYTES, "binary"),
        "date": DATE,
        "dateTime": DATETIME,
        "password": Primitive(Scalar.STRING, "password"),
    },
    alternatives=frozenset({"|", ",", "or"}),
    merges=frozenset({"&"}),
    whole_links=True,
)

SWAGGER2MARKUP = replace(
    OPENAPI,
    constructors={"array": Constructor.LIST, "map": Constructor.MAP, "enum": Constructor.LITERAL},
    whole_links=True,
)
"""The caller rewrites `< string > array` as `array[string]` first, and `enum (a, b)` as `enum["a", "b"]`."""

GO_SWAGGER = replace(
    OPENAPI,
    scalars={
        **{name: kind for name, kind in GO.scalars.items() if name != "[]byte"},  # `[]byte (base64 string)` is a list
        **OPENAPI.scalars,
        "interface{}": ANY,
        "byte": BYTES,
    },
    constructors={"map": Constructor.MAP},
    joiners=frozenset({"of"}),
)
