"""The census of a tree: every table of its pages, with what becomes of it."""

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
    """A table of the census: one of a page's tables, as Markdown shows it.

    headings      the texts of its columns
    verdict       what becomes of it
    reason        what a table that is no model shows, else why it is not read; "" for one that is read
    names_fields  whether it names things as fields are named
    above         the heading or the label above it, if the family of people's tables has read it
    """

    place: Place
    headings: tuple[str, ...]
    verdict: Verdict
    reason: str = ""
    names_fields: bool = True
    above: str = ""
