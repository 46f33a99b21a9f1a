"""Findings for programs: as GitHub's workflow commands, and as a SARIF log. For people, there is `terminal`."""

from .findings import Finding, repository
from .github import commands, shielded
from .sarif import log

__all__ = ["Finding", "commands", "log", "repository", "shielded"]
