"""The docs against classes or schemas that somebody keeps by hand.

A target is read into a `Target`: declarations of the same kind as those of the docs, each with its place. `match` pairs
them with those of the docs, and `differences` says where two of a pair disagree. Nothing of a target is imported or run.
"""

from __future__ import annotations

from .compare import Outcome, compare
from .disagreement import Disagreement, Match
from .matching import Wanted
from .target import Target
from .targets import read_target

__all__ = ["Disagreement", "Match", "Outcome", "Target", "Wanted", "compare", "read_target"]
