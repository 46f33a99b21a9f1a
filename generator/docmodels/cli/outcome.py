"""What a run says, and the exit status that it comes to."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .status import DONE, FAILED

if TYPE_CHECKING:
    from ..config import Config, ConfigError
    from ..diagnostics import Diagnostic
    from ..pipeline.build import Result


def print_results(texts: Iterable[str]) -> None:
    """Print results: as they are to a pipe or a file, and with nothing that it would obey to a terminal."""
    from ..reporting.text import visible

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
    """Say what was found and done; what fails the run even with `--quiet`.

    Findings go to standard error as text, and to standard output in the forms that are for programs.

    known  findings that are counted, but not said again
    """
    from ..reporting import terminal

    severities = {"error"}
    if config.strict or not options.quiet:
        severities.add("warning")
    if options.verbose:
        severities.add("note")
    found = [each for each in result.diagnostics if each.severity in severities]
    new = [each for each in found if each not in known]
    if options.findings == "text":
        terminal.write(terminal.findings(new, config.docs, elsewhere(config)), sys.stderr)
        if not options.quiet and status(result, config) == FAILED and any(_is_ignorable(each) for each in new):
            terminal.write([[("hint: ", "bold"), (_HINT, "")]], sys.stderr)
    else:
        print_results(for_programs(new, config, options.findings))
    if not options.quiet:
        summary = terminal.summary(result.counts, found, would=would)
        terminal.write([[(summary, "bold")]], sys.stderr)


_HINT = (
    "if you cannot correct the docs, set the right values in [tool.docmodels.fields], or accept the findings with "
    "`docmodels generate --add-ignores`"
)


def _is_ignorable(found: Diagnostic) -> bool:
    from ..diagnostics.codes import CODES

    return CODES[found.code].is_ignorable


def for_programs(found: Iterable[Diagnostic], config: Config, form: Literal["github", "sarif"]) -> Iterable[str]:
    """Findings in one of the forms that are for programs."""
    from .. import __version__
    from ..reporting.annotations import commands
    from ..reporting.findings import Finding, repository
    from ..reporting.sarif import log
    from ..reporting.terminal import absolute

    root, folders = repository(Path.cwd(), os.environ), elsewhere(config)
    findings = [Finding(each, absolute(folders.get(each.code, config.docs) / each.place.path)) for each in found]
    return commands(findings, root) if form == "github" else [log(findings, root, __version__)]


def elsewhere(config: Config) -> dict[str, Path]:
    """By code, the folder of findings that are not about the docs."""
    folders = {"foreign-file": config.out, "not-written": config.out, "out-of-date": config.out}
    if config.samples is not None:
        folders |= dict.fromkeys(("recording-not-read", "recording-not-json", "recording-unmatched"), config.samples)
    if config.learned is not None:
        folders["stale-lesson"] = config.learned.parent
    if config.file is not None:
        folders["unmatched-setting"] = config.file.parent
    return folders


def failure(error: Exception) -> ConfigError:
    """The message of what kept a run from starting: a ConfigError, a TemplateFault or an OSError."""
    from ..config import ConfigError

    if isinstance(error, ConfigError):
        return error
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return ConfigError(f"{place}{error.strerror or error}")
    return ConfigError(str(error))


def status(result: Result, config: Config) -> int:
    failing = {"error", "warning"} if config.strict else {"error"}
    failed = any(each.severity in failing for each in result.diagnostics)
    return FAILED if failed else DONE
