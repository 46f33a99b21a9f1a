"""Words that these docs add to those of their languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...frozen import replace
from ...model.types import ANY, BOOLEAN, BYTES, INTEGER, STRING, UUID, Type
from ...notation.vocabulary import Constructor, Vocabulary

_SCALARS: Mapping[str, Mapping[str, Type]] = MappingProxyType(
    {
        "csharp": {"FileStreamInfo": BYTES, "JsonObject": ANY, "JsonValue": ANY},
        "java": {"FileWrapper": BYTES, "JsonObject": ANY, "JsonValue": ANY},
        "python": {"string": STRING, "long": INTEGER, "uuid": UUID, "object": ANY, "typing.BinaryIO": BYTES},
        "ruby": {"TrueClass": BOOLEAN, "FalseClass": BOOLEAN, "UUID": UUID, "Long": INTEGER},
        "typescript": {"FileWrapper": BYTES},
    }
)
_CONSTRUCTORS: Mapping[str, Mapping[str, Constructor]] = MappingProxyType(
    {"go": dict.fromkeys(("Optional", "models.Optional"), Constructor.OPTIONAL_NULLABLE)}
)


def dialect(vocabulary: Vocabulary) -> Vocabulary:
    """A language with the further words of these docs."""
    scalars = _SCALARS.get(vocabulary.language, {})
    constructors = _CONSTRUCTORS.get(vocabulary.language, {})
    return replace(
        vocabulary, scalars={**scalars, **vocabulary.scalars}, constructors={**constructors, **vocabulary.constructors}
    )
