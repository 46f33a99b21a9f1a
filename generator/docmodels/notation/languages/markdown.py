"""Markdown, a client for nobody: `**String**`, `[**List**](Room.md)`, `**Map**`, `[**Date**](DateTime.md)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, UUID
from ..vocabulary import Constructor, Vocabulary

_INTEGERS = ("Integer", "Long", "Short", "UnsignedInteger", "UnsignedLong")

MARKDOWN = Vocabulary(
    language="markdown",
    scalars={
        **dict.fromkeys(("String", "string", "char", "URI", "password"), STRING),
        **dict.fromkeys((*_INTEGERS, "integer", "long", "int", "short"), INTEGER),
        **dict.fromkeys(("Float", "Double", "float", "double"), NUMBER),
        **dict.fromkeys(("BigDecimal", "number", "decimal"), DECIMAL),
        **dict.fromkeys(("Boolean", "boolean"), BOOLEAN),
        **dict.fromkeys(("Date", "DateTime"), DATETIME),
        "date": DATE,
        "UUID": UUID,
        **dict.fromkeys(("byte[]", "ByteArray", "File", "file", "binary"), BYTES),
        **dict.fromkeys(("Object", "object", "oas_any_type_not_mapped", "AnyType"), ANY),
    },
    constructors={
        **dict.fromkeys(("List", "Set", "array", "set"), Constructor.LIST),
        **dict.fromkeys(("Map", "map"), Constructor.MAP),
    },
)
