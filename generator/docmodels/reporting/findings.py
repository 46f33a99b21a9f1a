"""The part of a finding that all reports share: its file, as the repository names it, and its text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Diagnostic, Severity
from ..frozen import frozen
from ..sources.files import checkout
from .text import visible


@frozen()
class Finding:
    """A diagnostic, and the file or folder that its place is about, as an absolute path.

    weight  the severity, if it is not that of the code of the diagnostic
    """

    diagnostic: Diagnostic
    file: Path
    weight: Severity | None = None

    @property
    def severity(self) -> Severity:
        return self.weight or self.diagnostic.severity

    @property
    def text(self) -> str:
        """Message and help as one line, nothing in it but what can be printed."""
        texts = self.diagnostic.message, self.diagnostic.help
        return visible(". ".join(part for part in texts if part))

    def inside(self, root: Path) -> str | None:
        """The file's path from the root on, with `/`, "." for the root itself; None where it is not below the root."""
        return self.file.relative_to(root).as_posix() if self.file.is_relative_to(root) else None


def repository(here: Path, environment: Mapping[str, str]) -> Path:
    """The folder that the readers of reports take paths to be relative to, seen from the absolute path `here`.

    It is the one that Git works in. Without one, as in a container that got the files alone, it is the
    workspace of GitHub's job, and `here` failing that.
    """
    root = checkout(here)
    if root is not None:
        return root
    workspace = Path(environment.get("GITHUB_WORKSPACE", ""))
    return workspace if workspace in (here, *here.parents) else here
