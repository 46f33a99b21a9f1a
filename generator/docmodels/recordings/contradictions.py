"""What recordings say against the docs."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..frozen import frozen


@frozen(order=True)
class Contradiction:
    """Something in recordings that contradicts the docs, or that the docs do not have.

    place   in the docs: the row of a field, or the model
    code    one of `diagnostics.codes.CODES`
    says    what it is, in a clause
    model   the title of the model
    name    of the field, as the docs or the recordings have it; "" where none is meant or none can be shown
    path    in the JSON, of the first one that was met: `$.rooms[].ports{}.host`
    file    of the first one, with its number if the file has several recordings: `samples/rooms.jsonl:3`
    types   the types that were met, in words: `a string`, `null`
    wanted  the type in the docs in words, "" where they have none
    count   how often it was met
    among   in how many values it could have been
    breaks  whether generated models refuse such a value
    """

    place: Place
    code: str
    says: str
    model: str
    name: str
    path: str
    file: str
    types: tuple[str, ...]
    wanted: str
    count: int
    among: int
    breaks: bool


@frozen()
class Verified:
    """The result of a comparison of recordings with the docs.

    contradictions  values in recordings that the docs rule out, in the order of the docs
    recordings      how many values were compared
    unread          findings about recordings that were left out, each with the folder that its place is relative to
    """

    contradictions: tuple[Contradiction, ...]
    recordings: int
    unread: tuple[tuple[Path, Diagnostic], ...]


def as_diagnostic(contradiction: Contradiction) -> Diagnostic:
    """The finding about the docs for a contradiction."""
    times = f"{contradiction.count} time{'' if contradiction.count == 1 else 's'} in {contradiction.among}"
    message = (
        f"{contradiction.model}: {contradiction.says} ({times}, first at {contradiction.path} in {contradiction.file})"
    )
    return Diagnostic(
        contradiction.place, contradiction.code, message, "Correct the docs, or ask for them to be corrected."
    )
