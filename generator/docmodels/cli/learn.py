"""`docmodels learn`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, add_samples, settings, usable
from .status import DONE, FAILED


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "learn",
        "write what recordings show into a small file that builds read",
        run,
        status="0 done, 1 a recording cannot be read, 2 wrong usage or configuration",
        example="docmodels learn --samples recordings",
    )
    add_docs(parser)
    add_samples(parser, "samples in pyproject.toml")


def run(options: argparse.Namespace) -> int:
    from ..learning import learn
    from ..model.wording import counted
    from ..reporting import terminal
    from ..reporting.text import visible
    from .outcome import elsewhere

    config = usable(settings(options))
    learnt = learn(config)
    terminal.write(terminal.findings(learnt.diagnostics, config.docs, elsewhere(config)), sys.stderr)
    done = "wrote" if learnt.is_new else "nothing new for"
    null = f", {learnt.nullable} of which may be null" if learnt.nullable else ""
    said = f"{done} {visible(terminal.shown(learnt.file))}: the names of {counted(learnt.fields, 'field')}{null}"
    terminal.write([[(said, "bold")]], sys.stderr)
    return FAILED if any(each.severity == "error" for each in learnt.diagnostics) else DONE
