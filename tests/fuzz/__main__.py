"""The fuzzer: `python -m tests.fuzz page|table|cell CORPUS [OPTIONS OF LIBFUZZER]`.

With `-merge=1 SMALL CORPUS` it writes to the folder SMALL what is worth keeping of CORPUS; `tests.fuzz.corpus` puts that
into the repository.
"""

from __future__ import annotations

import shlex
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["docmodels", "markdown_it"]):
    render = import_module("docmodels.targets.python.render")
    # These are imported by others only when they are needed, and would be missed.
    for late in (
        "families.sdk.claim",
        "families.tables.models",
        "markdown",
        "targets.python.flavours.pydantic.present",
    ):
        import_module(f"docmodels.{late}")
    from tests.fuzz import targets

_TARGETS: dict[str, Callable[[bytes], None]] = {"page": targets.page, "table": targets.table, "cell": targets.cell}


def main(arguments: list[str]) -> None:
    """Fuzz a target until it fails, or as long as the options say."""
    target, *options = arguments
    # Reading the templates takes ten times as long as filling them in.
    vars(render)["Templates"] = cache(render.Templates)
    # To merge, libFuzzer runs itself by its name.
    program = Path(tempfile.mkdtemp()) / target
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tests.fuzz {target} "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    atheris.Setup([str(program), *options], _TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
