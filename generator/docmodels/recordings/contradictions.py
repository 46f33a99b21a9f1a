"""Contradictions between recordings and docs."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..frozen import frozen


@frozen(order=True)
class Contradiction:
    """A contradiction between recordings and docs, counted over all recordings.

    place   its place in the docs: the row of a field, or the model
    code    one of `diagnostics.codes.CODES`
    says    the contradiction, in a clause
    model   the title of the model
    name    the name of the field in the docs or the recordings; "" without a field, or if the name may be data
    path    the path of the first such value in the JSON: `$.rooms[].ports{}.host`
    file    its file, with its number if the file has several recordings: `samples/rooms.jsonl:3`
    types   the types of the values, in words: `a string`, `null`
    wanted  the type in the docs, in words; "" without one
    count   the number of such values
    among   the number of values of the model
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
    recordings      the number of compared values
    unread          findings about recordings that were left out, each with the folder of its place
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
