"""`docmodels export`."""

from __future__ import annotations

import argparse
import sys

from ..pipeline.export import export
from ..reporting import terminal
from ..reporting.text import visible
from ..sources.paths import shown
from ..targets.json_schema import MARKS
from .options import add_docs, add_report, describe, path, settings
from .outcome import print_results, report, say, say_what_was_written, status
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
    parser.add_argument(
        "--title",
        default="",
        metavar="TEXT",
        help="the name of the API (default: name in [project], or the docs folder)",
    )
    parser.add_argument(
        "--api-version",
        default="",
        metavar="TEXT",
        help="the version of the API, which only OpenAPI shows (default: version in [project], or 0)",
    )
    parser.add_argument("--check", action="store_true", help="print what would change, as a diff, and change nothing")
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    with terminal.progress(sys.stderr) as progress:
        result = export(
            config,
            options.path,
            options.format,
            title=options.title,
            version=options.api_version,
            check=options.check,
            progress=progress,
        )
    print_results([result.difference])
    report(result, config, options, would=options.check)
    stale = options.check and (result.written or result.removed)
    if stale and not options.quiet:
        say(f"{visible(shown(options.path))} is out of date; run the command without --check")
    elif not options.quiet:
        say_what_was_written(result, options.path)
    return FAILED if stale else status(result, config)
