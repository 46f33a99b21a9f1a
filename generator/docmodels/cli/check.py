"""`docmodels check`."""

from __future__ import annotations

import argparse
import sys

from .options import (
    add_command,
    add_docs,
    add_findings,
    add_flavour,
    add_out,
    add_report,
    add_samples,
    configured,
)
from .status import FAILED

TYPE_CHECKING = False  # as in docmodels/__init__.py
if TYPE_CHECKING:
    from ..pipeline.build import Result


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
    add_flavour(parser)
    add_samples(parser)
    add_report(parser)
    add_findings(parser)


def run(options: argparse.Namespace) -> int:
    from ..pipeline.build import check
    from ..reporting import terminal
    from .outcome import print_results, report, status

    config = configured(options)
    with terminal.progress(sys.stderr) as progress:
        result, difference = check(config, progress)
    stale = bool(result.counts.written or result.counts.removed)
    match options.findings:
        case "text":
            print_results(difference)
        case "github" if stale:
            from ..reporting.annotations import shielded

            print_results(shielded(difference))
    if options.findings != "text" and stale:
        result = _with_stale(result)
    report(result, config, options, would=True)
    if not stale:
        return status(result, config)
    if not options.quiet:
        from ..reporting.text import visible

        out = visible(terminal.shown(config.out))
        advice = f"{out} is out of date; run `docmodels generate`"
        terminal.write([[(advice, "bold")]], sys.stderr)
    return FAILED


def _with_stale(result: Result) -> Result:
    """The result, with what the diff and the last line say as a finding, for those who see neither."""
    from dataclasses import replace

    from ..diagnostics import Diagnostic, Place, ordered

    counts = result.counts
    message = f"the models are out of date: {counts.written} to be written, {counts.removed} to be removed"
    stale = Diagnostic(Place(""), "out-of-date", message, "Run `docmodels generate`.")
    return replace(result, diagnostics=ordered((*result.diagnostics, stale)))
