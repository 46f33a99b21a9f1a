"""`docmodels verify`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, add_samples, configured, path
from .status import DONE, FAILED


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "verify",
        "compare recorded JSON with the docs",
        run,
        status="0 done, 1 a recording cannot be read, or --fail-on applies,\n  2 wrong usage or configuration",
        example="docmodels verify samples dashboard.har --fail-on breaking",
    )
    parser.add_argument(
        "recordings",
        nargs="*",
        type=path,
        metavar="RECORDING",
        help="files and folders of recorded JSON (default: samples in pyproject.toml)",
    )
    add_docs(parser)
    add_samples(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="text for people, JSON for programs, annotations for GitHub Actions, or a\nSARIF log (default: text)",
    )
    parser.add_argument(
        "--fail-on",
        choices=("breaking", "any"),
        help="exit with 1 if models refuse a recording, or if there is any finding\n(default: neither)",
    )


def run(options: argparse.Namespace) -> int:
    from ..reporting import terminal
    from ..reporting.verification import as_json, summary
    from ..verification import as_diagnostic, verify
    from .outcome import for_programs, print_results

    config = configured(options)
    verified = verify(config, options.recordings)
    found = [as_diagnostic(each) for each in verified.contradictions]
    for folder, each in verified.unread:
        where = config.file.parent if each.code == "unmatched-setting" and config.file is not None else folder
        terminal.write(terminal.findings([each], where), sys.stderr)
    match options.format:
        case "text":
            terminal.write(terminal.findings(found, config.docs), sys.stdout)
        case "json":
            print_results([as_json(verified)])
        case form:
            print_results(for_programs(found, config, form))
    terminal.write([[(summary(verified), "bold")]], sys.stderr)
    failing = [each for each in verified.contradictions if each.breaks or options.fail_on == "any"]
    unread = any(each.severity == "error" for _, each in verified.unread)
    return FAILED if unread or (options.fail_on is not None and failing) else DONE
