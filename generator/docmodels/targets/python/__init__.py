"""The target Python: from the model to the files of a package."""

from __future__ import annotations

from .dependencies import UserClass
from .flavours import FLAVOURS, Flavour
from .naming import attributes, name_parts
from .options import options_for
from .planning import Layout, Located, locate
from .render import ModuleFile, Recall, anew, render
from .templates import MARK, TemplateFault
from .views import Options

__all__ = [
    "FLAVOURS",
    "MARK",
    "Flavour",
    "Layout",
    "Located",
    "ModuleFile",
    "Options",
    "Recall",
    "TemplateFault",
    "UserClass",
    "anew",
    "attributes",
    "locate",
    "name_parts",
    "options_for",
    "render",
]
