"""The folders of docmodels itself: its code and its templates."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).parent
"""The folder of docmodels' own code."""

COMMON = "common"
"""The folder of the templates that all flavours share. A template of the same name in a flavour's own folder goes first."""


def built_in() -> Path:
    """The folder of the templates: the nearest `templates` above this module.

    In an installation it is in the package, in a checkout at the top. It has a folder for each flavour with templates of
    its own, and `common` for all.
    """
    return next(folder / "templates" for folder in Path(__file__).parents if (folder / "templates" / COMMON).is_dir())
