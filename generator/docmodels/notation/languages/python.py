"""Python: `*Optional[str]*`, `List[[models.Room](…)]`, `[OptionalNullable[models.Room]](…)`, `*Literal["text"]*`."""

from __future__ import annotations

from ...model.types import (
    ANY,
    BOOLEAN,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    UUID,
    ListOf,
    MapOf,
)
from ..vocabulary import Constructor, Vocabulary

# Keywords, built-in functions and types, what the modules of an SDK import, and the methods of its models' base class.
# Written out, since what Python has of these depends on its version.
_RESERVED = """
    False None True and as assert async await break class continue def del elif else except finally for from global if
    import in is lambda match nonlocal not or pass raise return try while with yield
    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
    credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
    help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open
    ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
    vars zip
    date datetime decimal enum io models pydantic self types typing utils
    construct copy fields json schema validate
"""

PYTHON = Vocabulary(
    language="python",
    scalars={
        "str": STRING,
        "int": INTEGER,
        "float": NUMBER,
        "bool": BOOLEAN,
        **dict.fromkeys(("bytes", "bytearray", "file", "file_type", "io.IOBase"), BYTES),
        "Decimal": DECIMAL,
        "decimal.Decimal": DECIMAL,
        "date": DATE,
        "datetime": DATETIME,
        "datetime.date": DATE,
        "datetime.datetime": DATETIME,
        "UUID": UUID,
        "object": ANY,
        "Any": ANY,
        "None": NULL,
        "none_type": NULL,
    },
    linked={"date": DATETIME, "datetime": DATE},  # the generator of the docs swaps the two labels
    constructors={
        "List": Constructor.LIST,
        "list": Constructor.LIST,
        "Set": Constructor.LIST,
        "set": Constructor.LIST,
        "Dict": Constructor.MAP,
        "dict": Constructor.MAP,
        "Union": Constructor.UNION,
        "Optional": Constructor.OPTIONAL,
        "Nullable": Constructor.NULLABLE,
        "OptionalNullable": Constructor.OPTIONAL_NULLABLE,
        "Literal": Constructor.LITERAL,
    },
    keys=frozenset({"str"}),
    alternatives=frozenset({"|", ","}),
    anything=frozenset({BOOLEAN, INTEGER, NUMBER, STRING, NULL, MapOf(ANY), ListOf(ANY)}),
    opaque=frozenset({"httpx.Response", "io.BufferedReader", "IO", "BaseException"}),
    member_code=r"(?m)^value: (?P<type>.+?) = ",
    extra_field="__pydantic_extra__",
    reserved=frozenset(_RESERVED.split()),
)
