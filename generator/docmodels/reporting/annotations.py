"""Findings as workflow commands, which GitHub Actions turns into annotations.

::warning file=docs/Loan.md,line=7,col=13,endColumn=17,title=unknown-type::docs/Loan.md:7:13: no page describes …
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..frozen import replace
from .findings import Finding
from .text import visible
from .workflow_commands import COMMANDS, command


def commands(findings: Iterable[Finding], root: Path) -> Iterator[str]:
    """A command for each finding, with its line end.

    root  the folder that GitHub's paths are relative to; a file outside it has an absolute path

    The message begins with the place, since the log of a job shows only the message.
    """
    for finding in findings:
        place = replace(finding.diagnostic.place, path=finding.inside(root) or finding.file.as_posix())
        properties = {"file": place.path}
        if place.line:
            properties["line"] = str(place.line)
            if place.column:
                properties["col"] = str(place.column)
                properties["endColumn"] = str(place.column + place.length - 1)  # the last column of the place
        properties["title"] = finding.diagnostic.code
        message = f"{visible(str(place))}: {finding.text}"
        yield command(COMMANDS[finding.severity], properties, message)


def shielded(lines: Iterable[str]) -> Iterator[str]:
    """The lines, between two commands that switch off GitHub's commands.

    Without these, text of the docs would be a command if a line has `##[error]`, or begins with `::error::` behind spaces.
    """
    token = secrets.token_hex(16)
    yield f"::stop-commands::{token}\n"
    yield from lines
    yield f"::{token}::\n"
