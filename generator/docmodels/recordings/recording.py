"""A recording: a value that an API has sent or received, and the evidence for its model."""

from __future__ import annotations

from ..frozen import frozen
from ..model.declarations import Direction, Json


@frozen()
class Exchange:
    """The request that a body belongs to.

    method     in capitals
    path       of the URL, without its host and query
    direction  SENT for the body of the request, RECEIVED for that of the response
    """

    method: str
    path: str
    direction: Direction


@frozen()
class Recording:
    """One JSON value.

    file      the path of its file, relative to the folder of the recordings and with `/`
    number    tells it from the others of its file, counted from 1; 0 where it is the only one
    value     what was recorded
    exchange  the request that it belongs to, None where the file does not tell
    """

    file: str
    number: int
    value: Json
    exchange: Exchange | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.number}" if self.number else self.file
