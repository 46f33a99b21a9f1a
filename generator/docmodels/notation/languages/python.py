"""Python: `*Optional[str]*`, `List[[models.Room](…)]`, `[OptionalNullable[models.Room]](…)`, `*Literal["text"]*`."""

from __future__ import annotations

import keyword

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NULL, NUMBER, STRING, union
from ..vocabulary import Constructor, Vocabulary

PYTHON = Vocabulary(
    language="python",
    scalars={
        "str": STRING,
        "int": INTEGER,
        "float": NUMBER,
        "bool": BOOLEAN,
        "bytes": BYTES,
        "Decimal": NUMBER,
        "datetime": DATETIME,
        "Any": ANY,
        "None": NULL,
    },
    linked={"date": union(DATETIME, DATE)},  # the docs of dates and of times carry this label alike
    constructors={
        "List": Constructor.LIST,
        "list": Constructor.LIST,
        "Dict": Constructor.MAP,
        "dict": Constructor.MAP,
        "Union": Constructor.UNION,
        "Optional": Constructor.OPTIONAL,
        "Nullable": Constructor.NULLABLE,
        "OptionalNullable": Constructor.OPTIONAL_NULLABLE,
        "Literal": Constructor.LITERAL,
    },
    opaque=frozenset({"httpx.Response", "io.BufferedReader", "IO", "BaseException"}),
    member_code=r"(?m)^value: (?P<type>.+?) = ",
    extra_field="__pydantic_extra__",
    keywords=frozenset(keyword.kwlist),
    keyword_mark="_",
)
