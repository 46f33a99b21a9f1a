"""`docmodels report`."""

from __future__ import annotations

import argparse

from ..frozen import replace
from ..reporting.report import report as write_report
from .options import add_docs, add_report, add_samples, describe, path, settings
from .outcome import report, say_what_was_written, status


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels report --out build/models.html",
    )
    add_docs(parser)
    add_samples(parser)
    parser.add_argument("--out", dest="page", type=path, required=True, metavar="FILE", help="the HTML file to write")
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    result = write_report(config, options.page)
    # Findings on the page itself are relative to its folder.
    report(result, replace(config, out=options.page.parent), options)
    if not options.quiet:
        say_what_was_written(result, options.page)
    return status(result, config)
