"""Findings that the configuration ignores."""

from __future__ import annotations

from collections.abc import Sequence

from ..config import Config
from ..diagnostics import Diagnostic
from ..patterns import Pattern


def without_ignored(config: Config, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that the configuration does not ignore."""
    patterns: dict[str, list[Pattern]] = {}
    for pattern, codes in config.ignore.items():
        for code in codes:
            patterns.setdefault(code, []).append(Pattern.parse(pattern))

    def is_ignored(diagnostic: Diagnostic) -> bool:
        return any(pattern.matches(diagnostic.place.path) for pattern in patterns.get(diagnostic.code, ()))

    return tuple(diagnostic for diagnostic in diagnostics if not is_ignored(diagnostic))
