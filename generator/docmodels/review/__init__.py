"""What `docmodels diff` shows: what has changed, for people, for pull requests and for programs."""

from __future__ import annotations

from .document import as_json
from .github import as_commands, fails
from .markdown import as_markdown
from .review import Origin, Review
from .text import as_text

__all__ = ["Origin", "Review", "as_commands", "as_json", "as_markdown", "as_text", "fails"]
