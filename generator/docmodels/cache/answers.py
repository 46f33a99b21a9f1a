"""Answers of earlier checks: their output and their exit status.

A check changes nothing. So the same command has the same answer as long as all files that it depends on stay the same, and
needs to read neither the configuration nor the docs. This module imports nothing that takes long.
"""

from __future__ import annotations

import os
import sys

from .files import file_for, read
from .identities import state_of

TYPE_CHECKING = False  # the import of typing takes longer than an answer
if TYPE_CHECKING:
    from collections.abc import Sequence

Answer = tuple[int, str, str]
"""Exit status, text for standard output, text for standard error."""

_ENVIRONMENT = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TERM")
"""The variables that a text depends on. On a terminal, it depends on the width too, so no answers are kept there."""


def known_answer(arguments: Sequence[str]) -> Answer | None:
    """The answer of an earlier run of a command, if all files that it depends on are unchanged; else None.

    arguments  the arguments of the command, without the program's name
    """
    file = answer_file(arguments)
    parts = read(file, "answer").decode("utf-8", "surrogatepass").split("\0") if file is not None else []
    if len(parts) < 5:
        return None
    state, status, out, err, places, *paths = parts
    if state_of(paths[: int(places)], paths[int(places) :]) != state:
        return None
    return int(status), out, err


def keep_answer(file: str, answer: Answer, state: str, places: Sequence[str], paths: Sequence[str]) -> None:
    """Keep the answer of a command; see `known_answer`.

    file           the file for the answer; see `answer_file`
    places, paths  the files and folders that the answer depends on; see `identities.state_of`
    state          their state before the command read them
    """
    status, out, err = answer
    parts = [state, str(status), out, err, str(len(places)), *places, *paths]
    if not any("\0" in part for part in parts):
        from .store import write  # takes longer to import than an answer takes to read

        write(file, "answer", bytearray("\0".join(parts), "utf-8", "surrogatepass"))


def answer_file(arguments: Sequence[str]) -> str | None:
    """The file for the answer of a command; None on a terminal, and if no file can be kept."""
    if sys.stdout.isatty() or sys.stderr.isatty():
        return None
    try:
        here = os.getcwd()
    except OSError:
        return None
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    return file_for("answer", ascii([*arguments, here, sys.version, sys.path, environment]))
