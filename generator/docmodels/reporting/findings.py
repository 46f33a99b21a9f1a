"""Findings for all reports: a diagnostic with its file and its text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Diagnostic, Severity
from ..frozen import frozen
from ..sources.files import checkout
from .text import visible


@frozen()
class Finding:
    """A diagnostic, with the absolute path of the file or folder of its place.

    weight  its severity, if that is not the severity of its code
    """

    diagnostic: Diagnostic
    file: Path
    weight: Severity | None = None

    @property
    def severity(self) -> Severity:
        return self.weight or self.diagnostic.severity

    @property
    def text(self) -> str:
        """The message and the help as one line of printable characters."""
        texts = self.diagnostic.message, self.diagnostic.help
        return visible(". ".join(part for part in texts if part))

    def inside(self, root: Path) -> str | None:
        """The file's path below a root, with `/`; "." for the root itself, None for a file outside it."""
        return self.file.relative_to(root).as_posix() if self.file.is_relative_to(root) else None


def repository(here: Path, environment: Mapping[str, str]) -> Path:
    """The folder that paths in reports are relative to, seen from the absolute path `here`.

    It is the root of the Git checkout. Without one, as in a container with the files alone, it is the workspace of GitHub's
    job, and without that, `here`.
    """
    root = checkout(here)
    if root is not None:
        return root
    workspace = Path(environment.get("GITHUB_WORKSPACE", ""))
    return workspace if workspace in (here, *here.parents) else here
