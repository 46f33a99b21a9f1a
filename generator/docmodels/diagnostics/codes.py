"""Every code of a diagnostic: its severity, its meaning and the remedy.

`make golden` writes docs/diagnostics.md from this table.
"""

from __future__ import annotations

from types import MappingProxyType

from ..frozen import replace
from .codes_of_docs import MARKDOWN, NAMES, PAGES, TYPES
from .codes_of_runs import CHANGES, CONTRADICTIONS, FILES, RECORDINGS, TARGETS
from .explanations import Explanation

__all__ = ["CODES", "GROUPS", "Explanation"]

_OF_THE_RUN = frozenset(
    {"no-pages", "no-models", "only-operations", "foreign-file", "out-of-date", "not-written", "unmatched-setting"}
    | {"unread-tables"}
)
_OF_THE_RUN |= frozenset((*RECORDINGS, *CHANGES, *TARGETS))

_OF_FIELDS = frozenset(
    {"missing-column", "unknown-presence", "unknown-mark", "unused-values", "unread-values", "fraction-values"}
    | {"repeated-wire-name", "unsayable-type", "example-misfit", "no-shape"}
    | set(TYPES)
    | set(CONTRADICTIONS)
) - {"unread-example", "undescribed-example", "example-only-key", "undocumented-field"}

CODES = MappingProxyType(
    {
        code: replace(explanation, is_ignorable=code not in _OF_THE_RUN, is_settable=code in _OF_FIELDS)
        for group in (FILES, MARKDOWN, PAGES, TYPES, NAMES, RECORDINGS, CHANGES, CONTRADICTIONS, TARGETS)
        for code, explanation in group.items()
    }
)

GROUPS = MappingProxyType(
    {
        "Files and folders": tuple(FILES),
        "Markdown": tuple(MARKDOWN),
        "Pages, tables and rows": tuple(PAGES),
        "Types": tuple(TYPES),
        "Names and settings": tuple(NAMES),
        "Recordings": (*RECORDINGS, *CONTRADICTIONS),
        "Reviews and comparisons": (*CHANGES, *TARGETS),
    }
)
"""Heading → the codes below it."""
