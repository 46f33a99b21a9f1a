"""A recording: a value that an API has sent or received, with its file and its request."""

from __future__ import annotations

from ..frozen import frozen
from ..model.declarations import Direction, Json


@frozen()
class Exchange:
    """The request of a body.

    method     the method, in capitals
    path       the path of the URL, without host and query
    direction  SENT for the body of the request, RECEIVED for the body of the response
    """

    method: str
    path: str
    direction: Direction


@frozen()
class Recording:
    """One JSON value.

    file      the path of its file, relative to the folder of the recordings and with `/`
    number    its number in the file, counted from 1; 0 for the only one
    value     the recorded value
    exchange  its request; None if the file does not show it
    """

    file: str
    number: int
    value: Json
    exchange: Exchange | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.number}" if self.number else self.file
