"""The target: from the intermediate model to the files of a Python package."""

from __future__ import annotations

from .render import render
from .templates import MARK, TemplateFault

__all__ = ["MARK", "TemplateFault", "render"]
