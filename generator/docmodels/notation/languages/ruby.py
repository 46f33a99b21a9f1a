"""Ruby, with Sorbet's types: `*T.nilable(::String)*`, `T::Array<[Models::Shared::Room](…)>`, `[T.any(…)](…)`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NUMBER, STRING
from ..vocabulary import Constructor, Vocabulary

# Keywords, and methods that an object or a model's class has.
_RESERVED = """
    alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or redo
    rescue retry return self super then true undef unless until when while yield
    clone display dup extend field fields freeze hash inspect method methods object_id send tap
"""

RUBY = Vocabulary(
    language="ruby",
    scalars={
        "String": STRING,
        "Symbol": STRING,
        "Integer": INTEGER,
        "Float": NUMBER,
        **dict.fromkeys(("T.Boolean", "Boolean", "BOOLEAN"), BOOLEAN),
        "Object": ANY,
        "AnyType": ANY,
        "Time": DATETIME,
        "DateTime": DATETIME,
        "Date": DATE,
        "File": BYTES,
        "Tempfile": BYTES,
    },
    constructors={
        "T.Array": Constructor.LIST,
        "T.Hash": Constructor.MAP,
        "Array": Constructor.LIST,
        "Hash": Constructor.MAP,
        "T.any": Constructor.UNION,
        "T.nilable": Constructor.MAYBE,
    },
    opaque=frozenset({"Faraday.Response"}),
    reserved=frozenset(_RESERVED.split()),
)
