"""`docmodels diff`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, settings
from .status import DONE, FAILED


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "diff",
        "show what has changed in the models, and whom it breaks",
        run,
        status="0 done, 1 the new docs have errors, or --fail-on applies,\n  2 wrong usage or configuration",
        example="docmodels diff origin/main --format markdown --fail-on breaking",
    )
    named = "a folder, or a git revision of the docs folder"
    parser.add_argument("old", nargs="?", type=_name, default="HEAD", metavar="OLD", help=f"{named} (default: HEAD)")
    parser.add_argument(
        "new", nargs="?", type=_name, metavar="NEW", help=f"{named} (default: the docs folder as it is)"
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
    from ..diagnostics import Severity
    from ..pipeline.build import compare
    from ..reporting import review, terminal
    from ..reporting.review_annotations import as_commands, fails
    from ..reporting.review_json import as_json
    from ..reporting.review_markdown import as_markdown
    from ..reporting.review_text import as_text
    from .compared import read_compared
    from .outcome import print_results

    config = settings(options)
    versions = [read_compared(argument, config) for argument in (options.old, options.new)]
    difference = compare(config, *(version.pages for version in versions), descriptions=options.descriptions)
    errors = [[each for each in found if each.severity is Severity.ERROR] for found in (difference.old, difference.new)]
    for version, found in zip(versions, errors, strict=True):
        terminal.write(terminal.findings(found, version.shown), sys.stderr)
    old, new = (
        review.Origin(version.name, version.prefix, version.folder, len(found))
        for version, found in zip(versions, errors, strict=True)
    )
    whole = review.Review(difference.changes, old, new)
    match options.format:
        case "text":
            terminal.write(as_text(whole, terminal.width()), sys.stdout)
        case "markdown":
            print_results([as_markdown(whole)])
        case "html":
            from ..reporting.review_html import as_page, lines

            print_results([as_page(whole, *(lines(version.pages[0]) for version in versions))])
        case "json":
            print_results([as_json(whole)])
        case "github":
            print_results(as_commands(whole, options.fail_on, versions[1].files))
    failed = any(fails(change, options.fail_on) for change in difference.changes)
    return FAILED if failed or errors[1] else DONE


def _name(text: str) -> str:
    """The name of something to compare; an empty one, as an unset variable leaves, must not become the default."""
    if not text:
        raise argparse.ArgumentTypeError("expected a folder or a revision")
    return text
