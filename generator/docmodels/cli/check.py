"""`docmodels check`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path

from ..cache.answers import answer_file, keep_answer
from ..cache.identities import state_of
from ..config import Config, candidates
from ..diagnostics import Diagnostic, Place, ordered
from ..frozen import replace
from ..pipeline.build import check
from ..pipeline.glance import places
from ..pipeline.known import has_extensions
from ..pipeline.result import Result
from ..reporting import terminal
from ..reporting.text import visible
from ..sources.paths import shown
from . import give
from .options import add_models, describe, named, settings
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
    parser.add_argument("--diff", action="store_true", help="print the changes as a diff for `git apply`")
    parser.add_argument(
        "--since",
        type=partial(named, wanted="a folder or a revision"),
        metavar="OLD",
        help="leave out findings that older docs have as well: a folder, or a git revision of the\ndocs folder",
    )


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    file = answer_file(options.arguments) if _has_lasting_answer(options) else None
    own = places(config)
    others = [*sys.path, *map(os.fspath, candidates(Path(), config))]
    state = state_of(own, others) if file is not None and own else ""
    with terminal.progress(sys.stderr) as progress:
        result = check(config, progress, since=options.since)
    if file is None or not state or has_extensions():
        return _show(result, config, options)
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = _show(result, config, options)
    answer = status, out.getvalue(), err.getvalue()
    keep_answer(file, answer, state, own, others)
    return give(answer)


def _has_lasting_answer(options: argparse.Namespace) -> bool:
    """Whether the answer depends on files alone. A revision, variables of a CI server and other packages may change."""
    return options.since is None and options.findings == "text" and options.package is None


def _show(result: Result, config: Config, options: argparse.Namespace) -> int:
    """Print a result, and return the exit status."""
    stale = bool(result.counts.written or result.counts.removed)
    match options.findings:
        case "text":
            print_results(_changes(result, config, options))
        case "github" if stale and (options.diff or not options.quiet):
            from ..reporting.annotations import shielded  # for GitHub alone

            print_results(shielded(_changes(result, config, options)))
    report(_with_stale(result) if options.findings != "text" and stale else result, config, options, would=True)
    if not stale:
        return status(result, config)
    if not options.quiet:
        say(f"{visible(shown(config.out))} is out of date; run `docmodels generate`")
    return FAILED


def _changes(result: Result, config: Config, options: argparse.Namespace) -> Iterator[str]:
    """The changes that `generate` would make, as a diff or as a list of files."""
    if options.diff:
        yield result.difference
    elif not options.quiet:
        folder = config.from_root(config.out)
        yield from (f"write   {visible(folder + path)}\n" for path in result.written)
        yield from (f"remove  {visible(folder + path)}\n" for path in result.removed)


def _with_stale(result: Result) -> Result:
    """The result with a finding for stale models, for forms for programs, which list no files."""
    counts = result.counts
    message = f"the models are out of date: {counts.written} to be written, {counts.removed} to be removed"
    stale = Diagnostic(Place(""), "out-of-date", message, "Run `docmodels generate`.")
    return replace(result, diagnostics=ordered((*result.diagnostics, stale)))
