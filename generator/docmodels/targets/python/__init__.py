"""The target: from the intermediate model to the files of a Python package."""

from __future__ import annotations

from .flavours import FLAVOURS, Flavour
from .naming import names
from .planning import Plan, plan
from .render import Job, Recall, Rendered, render
from .templates import MARK, TemplateFault, built_in

__all__ = [
    "FLAVOURS",
    "MARK",
    "Flavour",
    "Job",
    "Plan",
    "Recall",
    "Rendered",
    "TemplateFault",
    "built_in",
    "names",
    "plan",
    "render",
]
