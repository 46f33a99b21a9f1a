"""Kubernetes: `_string array_`, `_[Room](#room)_`, `_object (keys:string, values:string)_`, `_[Quantity](https://…)_`.

The words of the API reference generators for custom resources, which call Go's types by the names of OpenAPI.
"""

from __future__ import annotations

from ..model.types import ANY, BOOLEAN, BYTES, DATETIME, INTEGER, NUMBER, STRING, Primitive, Scalar, union
from .vocabulary import Constructor, Vocabulary

_INT_OR_STRING = union(INTEGER, STRING)

KUBERNETES = Vocabulary(
    language="kubernetes",
    scalars={
        "string": STRING,
        "enum": STRING,
        "integer": INTEGER,
        **dict.fromkeys(("int", "int8", "int16", "int32", "uint", "uint8", "uint16", "uint32"), INTEGER),
        **dict.fromkeys(("int64", "uint64"), Primitive(Scalar.INTEGER, "int64")),
        "number": NUMBER,
        "float": NUMBER,
        "float32": NUMBER,
        "float64": NUMBER,
        "boolean": BOOLEAN,
        "bool": BOOLEAN,
        "[]byte": BYTES,
        "IntOrString": _INT_OR_STRING,
        "time.Duration": Primitive(Scalar.INTEGER, "int64"),  # nanoseconds
        "any": ANY,
    },
    foreign={
        "Quantity": _INT_OR_STRING,  # "500m", 2
        "Duration": STRING,  # "1h30m"
        "Time": DATETIME,
        "MicroTime": DATETIME,
        **dict.fromkeys(("JSON", "RawExtension", "Any", "JSONSchemaProps"), ANY),
        **dict.fromkeys(
            (
                *("ConditionStatus", "DNSPolicy", "MountPropagationMode", "PodPhase", "Protocol", "PullPolicy"),
                *("ResourceName", "RestartPolicy", "SecretType", "ServiceType", "UID"),
            ),
            STRING,
        ),
    },
    constructors={"object": Constructor.MAP, "map": Constructor.MAP},
    prefixes={"*": Constructor.OPTIONAL},
    suffixes={"array": Constructor.LIST},
)
"""`foreign` has the types of Kubernetes itself that are no objects; others of Kubernetes are Any."""
