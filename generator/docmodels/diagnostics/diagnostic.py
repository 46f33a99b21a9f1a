"""Findings about the docs, and their places.

Every room may use this module; it imports none of them. Findings are values: a function returns a `Diagnostic`, and only
the command line prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ..frozen import frozen
from .codes import CODES
from .differences import DIFFERENCES


class Severity(StrEnum):
    """The severity of a finding: an error fails the run, a warning only with `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(order=True)
class Place:
    """A part of one line of a file.

    path    the path of the file, relative to the docs folder, with `/` on every platform
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
    """One finding: its place, the problem, and the remedy.

    code     one of `codes.CODES` or of `differences.DIFFERENCES`, which have its severity
    message  the problem in one line, without the place
    help     the remedy, or ""
    """

    place: Place
    code: str
    message: str
    help: str = ""

    @property
    def severity(self) -> Severity:
        return Severity((CODES.get(self.code) or DIFFERENCES[self.code]).severity)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings sorted by place, each once: an order that depends on nothing else."""
    return tuple(sorted(set(diagnostics)))
