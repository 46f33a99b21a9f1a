"""Findings about the docs, and their places.

This is the ground floor: every room may use it, and it knows none of them. Findings are values: whoever finds
something returns a `Diagnostic`, and nothing is printed or raised below the command line.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ..frozen import frozen
from .codes import CODES
from .differences import DIFFERENCES


class Severity(StrEnum):
    """How much a finding weighs: an error fails the run, a warning does not unless `--strict` says so."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(order=True)
class Place:
    """A stretch of one line of one file.

    path    the file, relative to the docs folder, with `/` on every platform
    line    counted from 1; 0 means the whole file
    column  counted from 1 in characters of the line of the file; 0 means the whole line
    length  in characters, at least 1
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        """The form that editors and terminals make clickable: `path:line:column`."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@frozen(order=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to do about it.

    code     one of `codes.CODES` or of `differences.DIFFERENCES`, which also say how severe it is
    message  one line, without the place
    help     what the reader of the message can do, or ""
    """

    place: Place
    code: str
    message: str
    help: str = ""

    @property
    def severity(self) -> Severity:
        return Severity((CODES.get(self.code) or DIFFERENCES[self.code]).severity)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by place, each once, in an order that no worker and no file system can change."""
    return tuple(sorted(set(diagnostics)))
