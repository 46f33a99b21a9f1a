"""`docmodels log`."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from ..changes import Gate
from ..pipeline.accept import accepted_changes
from ..pipeline.log import log
from ..reporting import terminal
from ..reporting.log_forms import as_json, as_lines, as_markdown
from .options import add_docs, describe, named, settings
from .outcome import print_results
from .status import DONE


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 2 wrong usage or configuration",
        example="docmodels log v1.0..HEAD --format markdown",
    )
    parser.add_argument(
        "revisions",
        nargs="?",
        type=partial(named, wanted="revisions"),
        default="HEAD",
        metavar="REV..REV",
        help="the commits, as git log takes them (default: HEAD and all before it)",
    )
    add_docs(parser)
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="text for a terminal, Markdown for a pull request, or JSON for programs (default: text)",
    )


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    gate = Gate((), config.changes, accepted_changes(config))
    entries = log(config, options.revisions)
    match options.format:
        case "text":
            terminal.write(as_lines(entries, gate), sys.stdout)
        case "markdown":
            print_results([as_markdown(tuple(entries), gate)])
        case "json":
            print_results([as_json(tuple(entries), gate)])
    return DONE
