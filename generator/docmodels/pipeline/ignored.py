"""Findings that the configuration ignores."""

from __future__ import annotations

from collections.abc import Sequence

from ..config import Config
from ..diagnostics import Diagnostic
from ..patterns import Pattern


def without_ignored(config: Config, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that the configuration does not ignore."""
    patterns: dict[str, list[Pattern]] = {}
    for pattern, codes in config.ignore.items():
        for code in codes:
            patterns.setdefault(code, []).append(Pattern.parse(pattern))

    def is_ignored(each: Diagnostic) -> bool:
        return any(pattern.matches(each.place.path) for pattern in patterns.get(each.code, ()))

    return tuple(each for each in found if not is_ignored(each))
