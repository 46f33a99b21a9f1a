"""`docmodels inspect`."""

from __future__ import annotations

import argparse
from functools import partial

from ..pipeline.result import Result
from ..reporting.inspection import inspect
from .options import add_docs, add_report, add_samples, describe, named, settings
from .outcome import print_results, report, status


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels inspect docs_in/Models/Room.md --format json",
    )
    add_docs(parser)
    add_samples(parser)
    add_report(parser)
    parser.add_argument(
        "what",
        nargs="?",
        type=partial(named, wanted="a page or a model"),
        metavar="PAGE|MODEL",
        help="a page, named from here or from the docs folder, or a model, as\nRoom, Ro*m or page#Room (default: all pages)",
    )
    parser.add_argument(
        "--tables", action="store_true", help="list the tables of the page, or of all: read, no model, or not read"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people or JSON for programs (default: text)",
    )


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    inspection = inspect(config, options.what or "")
    text = inspection.as_tables() if options.tables else inspection.as_text()
    print_results([inspection.as_json() if options.format == "json" else text])
    result = Result(inspection.diagnostics, inspection.counts)
    report(result, config, options)
    return status(result, config)
