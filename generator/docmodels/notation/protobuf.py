"""Protocol Buffers, as in their JSON form: `[uint64](#uint64)`, `[google.protobuf.Timestamp](…)`, `repeated Room`.

https://protobuf.dev/programming-guides/json/ defines the JSON form. Well-known types have special forms there, which
do not follow from their fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model.declarations import Json
from ..model.types import (
    ANY,
    BOOLEAN,
    BYTES,
    DATETIME,
    NULL,
    NUMBER,
    STRING,
    ListOf,
    MapOf,
    Primitive,
    Scalar,
    Type,
    nullable,
)
from ..patterns import regex
from .vocabulary import Constructor, Vocabulary

_INT32, _INT64 = Primitive(Scalar.INTEGER, "int32"), Primitive(Scalar.INTEGER, "int64")
_UINT32, _UINT64 = Primitive(Scalar.INTEGER, "uint32"), Primitive(Scalar.INTEGER, "uint64")

WELL_KNOWN: dict[str, Type] = {
    "google.protobuf.Timestamp": DATETIME,
    "google.protobuf.Duration": Primitive(Scalar.STRING, "google-duration"),  # seconds: "1.5s"
    "google.protobuf.FieldMask": Primitive(Scalar.STRING, "google-fieldmask"),  # "user.displayName,photo"
    "google.protobuf.Any": MapOf(ANY),  # the message's own fields, and "@type"
    "google.protobuf.Struct": MapOf(ANY),
    "google.protobuf.Value": ANY,
    "google.protobuf.ListValue": ListOf(ANY),
    "google.protobuf.NullValue": NULL,
    "google.protobuf.Empty": MapOf(ANY),  # {}
    "google.protobuf.DoubleValue": nullable(NUMBER),
    "google.protobuf.FloatValue": nullable(NUMBER),
    "google.protobuf.Int64Value": nullable(_INT64),
    "google.protobuf.UInt64Value": nullable(_UINT64),
    "google.protobuf.Int32Value": nullable(_INT32),
    "google.protobuf.UInt32Value": nullable(_UINT32),
    "google.protobuf.BoolValue": nullable(BOOLEAN),
    "google.protobuf.StringValue": nullable(STRING),
    "google.protobuf.BytesValue": nullable(BYTES),
}
"""The types with a special JSON form, by their full names."""

ZEROS: Mapping[Type, Json] = {
    **{STRING: "", BYTES: "", BOOLEAN: False, NUMBER: 0.0},
    **dict.fromkeys((_INT32, _INT64, _UINT32, _UINT64), 0),
}
"""By scalar type, the value of a field that proto3 leaves out."""

PROTOBUF = Vocabulary(
    language="protobuf",
    scalars={
        "double": NUMBER,
        "float": NUMBER,
        **dict.fromkeys(("int32", "sint32", "sfixed32"), _INT32),
        **dict.fromkeys(("int64", "sint64", "sfixed64"), _INT64),
        **dict.fromkeys(("uint32", "fixed32"), _UINT32),
        **dict.fromkeys(("uint64", "fixed64"), _UINT64),
        "bool": BOOLEAN,
        "string": STRING,
        "bytes": BYTES,
        **WELL_KNOWN,
    },
    constructors={"map": Constructor.MAP},
    prefixes={
        "repeated": Constructor.LIST,
        "optional": Constructor.OPTIONAL,
        "stream": Constructor.LIST,
        "map": Constructor.LIST,  # a message for the entries of a map: `map Room.TagsEntry`
    },
    suffixes={"stream": Constructor.LIST, "repeated": Constructor.LIST},
)

_GAP = regex(r"_+(.?)", re.DOTALL)


def json_name(name: str) -> str:
    """The name of a field in JSON: `host_port` is `hostPort`, other letters stay as they are."""
    return _GAP.sub(lambda gap: gap[1].upper(), name)
