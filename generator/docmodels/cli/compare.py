"""`docmodels compare`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from .. import __version__
from ..diagnostics import Diagnostic, Severity
from ..diagnostics.differences import DIFFERENCES
from ..pipeline.compare import compare
from ..reporting import terminal
from ..reporting.annotations import commands
from ..reporting.comparison import as_findings, as_review
from ..reporting.comparison_json import as_json
from ..reporting.findings import repository
from ..reporting.review_html import as_page, lines_below
from ..reporting.review_markdown import as_markdown
from ..reporting.review_text import as_text
from ..reporting.sarif import log
from .options import add_docs, describe, named, settings
from .outcome import elsewhere, print_results
from .status import DONE, FAILED

_OF_SETTINGS = ("unmatched-setting", "unneeded-exception")
"""The codes of findings about the configuration, which are printed as errors are."""


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the docs or the target have errors, or --fail-on applies,\n  2 wrong usage or configuration",
        example="docmodels compare --with src/acme/models --fail-on error",
    )
    parser.add_argument(
        "--with",
        dest="target",
        type=partial(named, wanted="a file, a folder or a module"),
        required=True,
        metavar="TARGET",
        help="a file or folder of Python, JSON Schema or OpenAPI; or a module, which is neither\nimported nor run",
    )
    add_docs(parser)
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json", "github", "sarif"),
        default="text",
        help="text for a terminal, Markdown for a comment on a pull request, a page for a browser, JSON for\nprograms, annotations for GitHub Actions, or a SARIF log (default: text)",
    )
    parser.add_argument(
        "--fail-on",
        action="append",
        default=[],
        choices=(*map(str, Severity), *DIFFERENCES),
        metavar="KIND",
        help="exit with 1 on differences of this kind, or of this severity and above: error, warning,\nnote; may be given several times (default: exit with 0)",
    )


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    compared = compare(config, options.target)
    errors = [
        diagnostic
        for diagnostic in compared.diagnostics
        if diagnostic.severity is Severity.ERROR or diagnostic.code in _OF_SETTINGS
    ]
    terminal.write(terminal.findings(errors, config.docs, elsewhere(config)), sys.stderr)
    terminal.write(terminal.findings(compared.of_target, Path(compared.prefix)), sys.stderr)
    review = as_review(compared, (_count(compared.diagnostics), _count(compared.of_target)))
    match options.format:
        case "text":
            terminal.write(as_text(review, terminal.width()), sys.stdout)
        case "markdown":
            print_results([as_markdown(review)])
        case "html":
            print_results([as_page(review, lines_below(config.docs), lines_below(Path(compared.prefix)))])
        case "json":
            print_results([as_json(compared)])
        case "github":
            root = repository(Path.cwd(), os.environ)
            print_results(commands(as_findings(compared, config.docs), root))
        case "sarif":
            root = repository(Path.cwd(), os.environ)
            print_results([log(as_findings(compared, config.docs), root, __version__, DIFFERENCES)])
    failed = any(_fails(difference.kind, difference.severity, options.fail_on) for difference in compared.differences)
    return FAILED if failed or any(origin.errors for origin in (review.old, review.new)) else DONE


def _count(findings: Sequence[Diagnostic]) -> int:
    """The number of errors among findings."""
    return sum(finding.severity is Severity.ERROR for finding in findings)


def _fails(kind: str, severity: Severity, fail_on: list[str]) -> bool:
    """Whether a difference fails the run: its kind is named, or a severity that is not above its own."""
    ranks = list(Severity)
    return kind in fail_on or any(
        severity in ranks[: ranks.index(Severity(level)) + 1] for level in fail_on if level in ranks
    )
