"""The target: from the intermediate model to the files of a Python package."""

from __future__ import annotations

from .flavours import FLAVOURS, Flavour
from .naming import names
from .options import options_for
from .planning import Plan, plan, plan_single
from .render import render
from .templates import MARK, TemplateFault, built_in
from .views import Options

__all__ = [
    "FLAVOURS",
    "MARK",
    "Flavour",
    "Options",
    "Plan",
    "TemplateFault",
    "built_in",
    "names",
    "options_for",
    "plan",
    "plan_single",
    "render",
]
