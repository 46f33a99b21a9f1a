"""`docmodels diff`."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from ..diagnostics import Severity
from ..pipeline.diff import diff
from ..pipeline.sides import Side
from ..reporting import review, terminal
from ..reporting.review_annotations import as_commands, fails
from ..reporting.review_html import as_page, lines
from ..reporting.review_json import as_json
from ..reporting.review_markdown import as_markdown
from ..reporting.review_text import as_text
from .options import add_docs, describe, named, settings
from .outcome import print_results
from .status import DONE, FAILED


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the new docs have new errors, or --fail-on applies,\n  2 wrong usage or configuration",
        example="docmodels diff origin/main --format markdown --fail-on breaking",
    )
    state = partial(named, wanted="a folder or a revision")
    meaning = "a folder, or a git revision of the docs folder"
    parser.add_argument("old", nargs="?", type=state, default="HEAD", metavar="OLD", help=f"{meaning} (default: HEAD)")
    parser.add_argument(
        "new", nargs="?", type=state, metavar="NEW", help=f"{meaning} (default: the docs folder as it is)"
    )
    add_docs(parser)
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json", "github"),
        default="text",
        help="text for a terminal, Markdown for a comment on a pull request, a page for a browser, JSON for\nprograms, or annotations for GitHub Actions (default: text)",
    )
    parser.add_argument(
        "--fail-on",
        choices=("breaking", "senders", "receivers", "importers", "any"),
        help="exit with 1 if a change breaks code, breaks one side, or if there is any change\n(default: exit with 0)",
    )
    parser.add_argument("--descriptions", action="store_true", help="show changes of descriptions too")


def run(options: argparse.Namespace) -> int:
    difference = diff(settings(options), options.old, options.new, descriptions=options.descriptions)
    sides, new_errors = (difference.old, difference.new), difference.new_errors
    terminal.write(terminal.findings(new_errors, difference.new.shown), sys.stderr)
    old, new = map(_origin, sides)
    shown = review.Review(difference.changes, old, new, len(new_errors))
    match options.format:
        case "text":
            terminal.write(as_text(shown, terminal.width()), sys.stdout)
        case "markdown":
            print_results([as_markdown(shown)])
        case "html":
            print_results([as_page(shown, *(lines(side.pages[0]) for side in sides))])
        case "json":
            print_results([as_json(shown)])
        case "github":
            print_results(as_commands(shown, options.fail_on, difference.new.files))
    failed = any(fails(change, options.fail_on) for change in difference.changes)
    return FAILED if failed or new_errors else DONE


def _origin(side: Side) -> review.Origin:
    errors = sum(finding.severity is Severity.ERROR for finding in side.diagnostics)
    return review.Origin(side.name, side.prefix, side.folder, errors)
