"""The tree on disk: compare it, show the difference, write it. This room knows paths and bytes only."""

from __future__ import annotations

from .atomic import is_temporary, write_file
from .lock import alone
from .plan import Plan, Problem, Removal, Write, is_never_ours
from .single import compare_file
from .tree import Listing, compare, files_of, holds, look
from .unified import unified_diff
from .writer import apply

__all__ = [
    "Listing",
    "Plan",
    "Problem",
    "Removal",
    "Write",
    "alone",
    "apply",
    "compare",
    "compare_file",
    "files_of",
    "holds",
    "is_never_ours",
    "is_temporary",
    "look",
    "unified_diff",
    "write_file",
]
