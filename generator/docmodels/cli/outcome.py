"""Print the results and findings of a run, and find its exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal

from .. import __version__
from ..config import Config, ConfigError
from ..diagnostics import Diagnostic, Severity
from ..diagnostics.codes import CODES
from ..diagnostics.explanations import without_correction
from ..pipeline.result import Result
from ..reporting import terminal
from ..reporting.findings import Finding, repository
from ..reporting.text import visible
from ..sources.paths import absolute, shown
from .status import DONE, FAILED

STOPS = (ConfigError, OSError)
"""The exceptions that stop a run."""


def say(text: str) -> None:
    """Print a line about the run on standard error."""
    terminal.write([[(text, "bold")]], sys.stderr)


def say_what_was_written(result: Result, path: Path) -> None:
    """Print whether a command wrote a file, or files into a folder; print nothing if there was nothing to write."""
    name = visible(shown(path))
    if result.written or result.removed:
        say(f"wrote {name}")
    elif result.counts.unchanged:
        say(f"{name} is up to date")


def print_results(texts: Iterable[str]) -> None:
    """Print results. A terminal gets escapes in place of characters that it would obey, see `visible`."""
    to_terminal = sys.stdout.isatty()
    for text in texts:
        if to_terminal:
            text = "\n".join(map(visible, text.expandtabs().split("\n")))
        sys.stdout.write(text)
    sys.stdout.flush()


def report(
    result: Result,
    config: Config,
    options: argparse.Namespace,
    *,
    would: bool = False,
    known: Collection[Diagnostic] = (),
) -> None:
    """Print the findings and the counts; with `--quiet`, only the findings that fail the run.

    Text goes to standard error, the forms for programs go to standard output.

    known  findings that are counted, but not printed again
    """
    severities = {"error"}
    if config.strict or not options.quiet:
        severities.add("warning")
    if options.verbose:
        severities.add("note")
    reported = [diagnostic for diagnostic in result.diagnostics if diagnostic.severity in severities]
    new = [finding for finding in reported if finding not in known]
    if options.findings == "text":
        terminal.write(terminal.findings(new, config.docs, elsewhere(config)), sys.stderr)
        if not options.quiet and any(finding.severity is not Severity.NOTE for finding in new):
            terminal.write([[("hint: ", "bold"), (_hint(new), "")]], sys.stderr)
    elif options.findings == "json":
        print_results([_as_json(result, new, config)])
    else:
        print_results(for_programs(new, config, options.findings))
    if options.verbose and result.census:
        from ..reporting.census import in_short  # few runs count tables

        say(in_short(result.census))
    if not options.quiet:
        say(terminal.summary(result.counts, reported, would=would))


def _hint(findings: Sequence[Diagnostic]) -> str:
    """A line that names `docmodels explain`, and settings that avoid the findings."""
    explained = f"`docmodels explain {findings[0].code}` has more"
    ways = without_correction([CODES[finding.code] for finding in findings])
    return f"{explained}; {ways}" if ways else explained


def for_programs(findings: Iterable[Diagnostic], config: Config, form: Literal["github", "sarif"]) -> Iterable[str]:
    """Findings in one of the forms for programs."""
    from ..reporting.annotations import commands  # not for text
    from ..reporting.sarif import log

    placed, root = _placed(findings, config)
    return commands(placed, root) if form == "github" else [log(placed, root, __version__)]


def _as_json(result: Result, findings: Iterable[Diagnostic], config: Config) -> str:
    from ..reporting.findings_json import as_json  # not for text

    return as_json(result, *_placed(findings, config))


def _placed(findings: Iterable[Diagnostic], config: Config) -> tuple[Sequence[Finding], Path]:
    """The findings with their files, and the folder that paths in reports are relative to."""
    folders = elsewhere(config)
    placed = [
        Finding(finding, absolute(folders.get(finding.code, config.docs) / finding.place.path)) for finding in findings
    ]
    return placed, repository(Path.cwd(), os.environ)


def elsewhere(config: Config) -> dict[str, Path]:
    """The folders of findings that are not about the docs, by code."""
    folders = {"foreign-file": config.out, "not-written": config.out, "out-of-date": config.out}
    if config.samples is not None:
        folders |= dict.fromkeys(("recording-not-read", "recording-not-json", "recording-unmatched"), config.samples)
    if config.learned is not None:
        folders["stale-lesson"] = config.learned.parent
    if config.file is not None:
        folders["unmatched-setting"] = config.file.parent
    return folders


def report_failure(error: ConfigError | OSError, *, as_json: bool = False) -> None:
    """Print the message of an exception that stopped a run, see `STOPS`, on standard error.

    as_json  whether standard output gets it too, as a document
    """
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        error = ConfigError(f"{place}{error.strerror or error}")
    terminal.write(terminal.failures(error), sys.stderr)
    if as_json:
        _print_as_json(error)


def print_failure(message: str) -> None:
    """Print the message about wrong usage on standard output, as a document."""
    _print_as_json(ConfigError(message))


def _print_as_json(error: ConfigError) -> None:
    from ..reporting.findings_json import failure_json  # not for text

    print_results([failure_json(error.errors, repository(Path.cwd(), os.environ))])


def status(result: Result, config: Config) -> int:
    """The exit status for the findings of a result."""
    return FAILED if result.fails(strict=config.strict) else DONE
