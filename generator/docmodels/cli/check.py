"""`docmodels check`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from ..diagnostics import Diagnostic, Place, ordered
from ..pipeline.build import check
from ..pipeline.result import Result
from ..reporting import terminal
from ..reporting.annotations import shielded
from ..reporting.text import visible
from ..sources.paths import shown
from .options import add_models, describe, settings
from .outcome import print_results, report, say, status
from .status import FAILED


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 up to date, 1 out of date or the docs have errors,\n  2 wrong usage or configuration",
        example="docmodels check --strict",
    )
    add_models(parser)


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    with terminal.progress(sys.stderr) as progress:
        result = check(config, progress)
    stale = bool(result.counts.written or result.counts.removed)
    match options.findings:
        case "text":
            print_results([result.difference])
        case "github" if stale:
            print_results(shielded([result.difference]))
    report(_with_stale(result) if options.findings != "text" and stale else result, config, options, would=True)
    if not stale:
        return status(result, config)
    if not options.quiet:
        say(f"{visible(shown(config.out))} is out of date; run `docmodels generate`")
    return FAILED


def _with_stale(result: Result) -> Result:
    """The result with a finding for stale models, for forms that show neither the difference nor the last line."""
    counts = result.counts
    message = f"the models are out of date: {counts.written} to be written, {counts.removed} to be removed"
    stale = Diagnostic(Place(""), "out-of-date", message, "Run `docmodels generate`.")
    return replace(result, diagnostics=ordered((*result.diagnostics, stale)))
