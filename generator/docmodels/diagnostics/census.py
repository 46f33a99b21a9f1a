"""The census of a tree: every table of its pages, with a verdict."""

from __future__ import annotations

from enum import StrEnum

from ..frozen import frozen
from .diagnostic import Place


class Verdict(StrEnum):
    """The verdict on a table."""

    READ = "read"
    NONE = "no model"
    UNREAD = "not read"


@frozen()
class Entry:
    """A table of the census.

    headings      the headings of its columns
    verdict       whether it is read
    reason        for a table of no model, its content; for a table that is not read, the reason; "" for a table that is read
    names_fields  whether it has names like those of fields
    above         the heading or the label above it, if the family of handwritten tables has read it
    """

    place: Place
    headings: tuple[str, ...]
    verdict: Verdict
    reason: str = ""
    names_fields: bool = True
    above: str = ""
