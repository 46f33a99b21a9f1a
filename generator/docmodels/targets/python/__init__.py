"""The target: from the intermediate model to the files of a Python package."""

from __future__ import annotations

from .naming import names
from .planning import locate
from .render import Job, Package, Recall, Rendered, render
from .templates import MARK, TemplateFault, built_in

__all__ = [
    "MARK",
    "Job",
    "Package",
    "Recall",
    "Rendered",
    "TemplateFault",
    "built_in",
    "locate",
    "names",
    "render",
]
