"""Ruby, with Sorbet's types: `*T.nilable(::String)*`, `T::Array<[Models::Shared::Room](…)>`, `[T.any(…)](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, DATE, DATETIME, INTEGER, NUMBER, STRING
from ..vocabulary import Constructor, Vocabulary

RUBY = Vocabulary(
    language="ruby",
    scalars={
        "String": STRING,
        "Symbol": STRING,
        "Integer": INTEGER,
        "Float": NUMBER,
        "T.Boolean": BOOLEAN,
        "Object": ANY,
        "DateTime": DATETIME,
        "Date": DATE,
    },
    constructors={
        "T.Array": Constructor.LIST,
        "T.Hash": Constructor.MAP,
        "T.any": Constructor.UNION,
        "T.nilable": Constructor.MAYBE,
    },
    opaque=frozenset({"Faraday.Response"}),
)
