"""`docmodels check`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, add_out, add_report, configured
from .status import FAILED


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "check",
        "print what generate would change, as a diff, and change nothing",
        run,
        status="0 up to date, 1 out of date or the docs have errors,\n  2 wrong usage or configuration",
        example="docmodels check --strict",
    )
    add_docs(parser)
    add_out(parser)
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    from .. import terminal
    from ..build import check
    from .report import print_results, report, status

    config = configured(options)
    with terminal.progress(sys.stderr) as progress:
        result, difference = check(config, progress)
    print_results(difference)
    report(result, config, options, would=True)
    if not result.counts.written and not result.counts.removed:
        return status(result, config)
    if not options.quiet:
        from ..text import visible

        out = visible(terminal.shown(config.out))
        advice = f"{out} is out of date; run `docmodels generate`"
        terminal.write([[(advice, "bold")]], sys.stderr)
    return FAILED
