"""The fuzzer: `python -m tests.fuzz page|cell CORPUS [OPTIONS OF LIBFUZZER]`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["docmodels", "markdown_it"]):
    render = import_module("docmodels.python.render")
    from tests.fuzz import targets

_TARGETS: dict[str, Callable[[bytes], None]] = {"page": targets.page, "cell": targets.cell}


def main(arguments: list[str]) -> None:
    """Fuzz a target until it fails, or as long as the options say."""
    program, target, *options = arguments
    # Reading the templates takes ten times as long as filling them in.
    vars(render)["Templates"] = cache(render.Templates)
    atheris.Setup([program, *options], _TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
