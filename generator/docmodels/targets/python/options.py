"""The settings of all classes, as code for the templates."""

from __future__ import annotations

from typing import Literal

from .identifiers import dotted_name
from .layout import lay_out
from .syntax import Code, ImportModule, dotted
from .views import Options

Extra = Literal["ignore", "allow", "forbid"]
_EXTRA = {"ignore": Code("ignore"), "allow": Code("allow"), "forbid": Code("forbid")}


def options_for(base: str = "", extra: Extra = "ignore") -> Options:
    """The settings that templates get.

    base   the class that all models inherit from, with its module: `acme.Model`; "" for the library's own
    extra  the handling of keys that the docs do not name
    Raises ValueError for a base that is no dotted name.
    """
    if not base:
        return Options(Code(""), Code(""), _EXTRA[extra])
    names = dotted_name(base)
    if len(names) < 2:
        raise ValueError(f"no module before the name of a class: {base}")
    return Options(dotted(names), lay_out(ImportModule(dotted(names[:-1]))), _EXTRA[extra])
