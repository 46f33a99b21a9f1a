"""The target: from the intermediate model to the files of a Python package."""

from __future__ import annotations

from .modules import locate
from .naming import names
from .render import Package, render
from .templates import MARK, TemplateFault

__all__ = ["MARK", "Package", "TemplateFault", "locate", "names", "render"]
