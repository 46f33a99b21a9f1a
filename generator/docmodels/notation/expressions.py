"""Types as the configuration writes them: Python's own annotations."""

from __future__ import annotations

from ..frozen import replace
from ..markdown import Inline
from ..model.types import DATE, DATETIME, DURATION, TIME, UUID, Type
from .languages.python import PYTHON
from .parser import read_type
from .vocabulary import Constructor

_ANNOTATIONS = replace(
    PYTHON,
    scalars={**PYTHON.scalars, "date": DATE, "datetime": DATETIME, "time": TIME, "timedelta": DURATION, "UUID": UUID},
    linked={},
    constructors={**PYTHON.constructors, "Optional": Constructor.NULLABLE},
    opaque=frozenset(),
)
"""The vocabulary of SDKs, without the words that Python spells differently."""

_LONGEST = 10_000  # characters


def read_annotation(text: str) -> Type:
    """The type of an annotation: `list[str]`, `Room | None`, `Literal["eu", "us"]`.

    A name that Python does not have becomes a `Link` without a target, with the name as its label.
    Raises ValueError, with the reason, for what is no type.
    """
    reading = read_type(Inline(text, 1, 1, _LONGEST), "", _ANNOTATIONS)
    if reading.diagnostics:
        raise ValueError(reading.diagnostics[0].message.partition(": ")[2].partition(";")[0])
    return reading.type
