"""`docmodels diff`."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from ..changes import Acceptance, Gate
from ..changes.gate import REASONS
from ..config import Config, ConfigError, suggestion
from ..diagnostics import Severity
from ..model.wording import counted
from ..pipeline.accept import accept, accepted_file
from ..pipeline.diff import Difference, diff
from ..pipeline.sides import Side
from ..reporting import terminal
from ..reporting.review import Origin, Review, stated
from ..reporting.review_annotations import as_commands
from ..reporting.review_html import as_page, lines
from ..reporting.review_json import as_json
from ..reporting.review_markdown import as_markdown
from ..reporting.review_text import as_text
from ..reporting.text import visible
from ..sources.paths import shown
from .options import add_docs, describe, named, settings
from .outcome import print_results, say
from .status import DONE, FAILED

_HOW = '`docmodels diff --accept FINGERPRINT --because "…"`'


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the new docs have new errors, or a change fails the run,\n  2 wrong usage or configuration",
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
        type=reasons,
        default=(),
        metavar="WHAT",
        help="exit with 1 if there is such a change: breaking, senders, receivers, importers, any, or the\nkind of a change; several with commas between them (default: changes in pyproject.toml)",
    )
    parser.add_argument(
        "--accept",
        nargs="+",
        default=(),
        metavar="FINGERPRINT",
        help="accept changes: write them into docmodels.accepted.json, and do not fail for them any more",
    )
    parser.add_argument("--because", metavar="REASON", default="", help="the reason to accept the changes")
    parser.add_argument("--descriptions", action="store_true", help="show changes of descriptions too")


def reasons(text: str) -> tuple[str, ...]:
    """The changes that fail a run, from words with commas between them. Raises ArgumentTypeError for anything else."""
    wanted = tuple(part.strip() for part in text.split(","))
    for reason in wanted:
        if reason not in REASONS:
            raise argparse.ArgumentTypeError(
                f'"{reason}" is no side and no kind of change{suggestion(reason, REASONS)}'
            )
    return wanted


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    difference = diff(config, options.old, options.new, descriptions=options.descriptions)
    accepted = difference.accepted
    if options.accept or options.because:
        accepted = {**accepted, **_accept(config, difference, options)}
    sides, new_errors = (difference.old, difference.new), difference.new_errors
    terminal.write(terminal.findings(new_errors, difference.new.shown), sys.stderr)
    terminal.write(terminal.findings(difference.stale, accepted_file(config).parent), sys.stderr)
    gate = Gate(options.fail_on, config.changes, accepted)
    review = Review(difference.changes, _origin(difference.old), _origin(difference.new), len(new_errors), gate)
    match options.format:
        case "text":
            terminal.write(as_text(review, terminal.width()), sys.stdout)
        case "markdown":
            print_results([as_markdown(review)])
        case "html":
            print_results([as_page(review, *(lines(side.pages[0]) for side in sides))])
        case "json":
            print_results([as_json(review)])
        case "github":
            print_results(as_commands(review, difference.new.files))
    if review.failing:
        say(f"{counted(len(review.failing), 'change')} failed the run; accept a change by its fingerprint: {_HOW}")
    is_stale = config.strict and difference.stale
    return FAILED if review.failing or new_errors or is_stale else DONE


def _accept(config: Config, difference: Difference, options: argparse.Namespace) -> dict[str, Acceptance]:
    """Write accepted changes into the file. Raises ConfigError without a reason, and for an unknown fingerprint."""
    if not options.accept or not options.because.strip():
        raise ConfigError("--accept and --because need each other: accept a change for a reason")
    changes = {change.fingerprint: change for change in difference.changes}
    accepted = {}
    for fingerprint in options.accept:
        if fingerprint not in changes:
            raise ConfigError(f'--accept: no change has the fingerprint "{fingerprint}"')
        change = changes[fingerprint]
        accepted[fingerprint] = Acceptance(visible(f"{change.name} {stated(change)}"), options.because.strip())
    accept(config, accepted)
    say(f"accepted {counted(len(accepted), 'change')} in {visible(shown(accepted_file(config)))}")
    return accepted


def _origin(side: Side) -> Origin:
    errors = sum(finding.severity is Severity.ERROR for finding in side.diagnostics)
    return Origin(side.name, side.prefix, side.folder, errors)
