"""PHP: `*?string*`, `array<[Components\\Room](…)>`, `array<string, *mixed*>`, `[string\\|array\\|null](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NULL, NUMBER, STRING, Constant
from ..vocabulary import Constructor, Vocabulary

PHP = Vocabulary(
    language="php",
    scalars={
        "string": STRING,
        "int": INTEGER,
        "float": NUMBER,
        "double": NUMBER,
        "bool": BOOLEAN,
        "mixed": ANY,
        "object": ANY,
        "null": NULL,
        "true": Constant((True,)),
        "false": Constant((False,)),
        "DateTime": DATETIME,
        "LocalDate": DATE,
        "SplFileObject": BYTES,
        "Brick.Math.BigDecimal": DECIMAL,
        "Brick.Math.BigInteger": INTEGER,
    },
    constructors={"array": Constructor.LIST, "iterable": Constructor.LIST, "map": Constructor.MAP},
    prefixes={"?": Constructor.MAYBE},
    opaque=frozenset({"Psr.Http.Message.ResponseInterface"}),
    member_code=r"(?m)@var (?P<type>.*?)(?:\*/|$)",
)
