"""`docmodels export`."""

from __future__ import annotations

import argparse
import sys

from ..pipeline.export import export
from ..reporting import terminal
from ..targets.json_schema import MARKS
from .options import add_docs, add_report, describe, path, settings
from .outcome import print_results, report, status
from .status import FAILED


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the docs have errors, or --check and the output is out of date,\n"
        "  2 wrong usage or configuration",
        example="docmodels export --format openapi --out openapi.json",
    )
    add_docs(parser)
    parser.add_argument(
        "--format",
        choices=tuple(MARKS),
        required=True,
        help="JSON Schema 2020-12, or OpenAPI 3.1 with the models as components",
    )
    parser.add_argument(
        "--out",
        dest="path",
        type=path,
        required=True,
        metavar="PATH",
        help="a document, if it ends in .json; else a folder that gets a file for each model (JSON Schema only)",
    )
    parser.add_argument("--check", action="store_true", help="print what would change, as a diff, and change nothing")
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    with terminal.progress(sys.stderr) as progress:
        result = export(config, options.path, options.format, check=options.check, progress=progress)
    print_results([result.difference])
    report(result, config, options, would=options.check)
    stale = options.check and (result.written or result.removed)
    return FAILED if stale else status(result, config)
