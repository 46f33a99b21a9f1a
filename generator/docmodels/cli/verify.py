"""`docmodels verify`."""

from __future__ import annotations

import argparse
import sys

from ..pipeline.verify import verify
from ..recordings import as_diagnostic, as_json, summary
from ..reporting import terminal
from .options import add_docs, add_samples, describe, path, settings
from .outcome import for_programs, print_results, say
from .status import DONE, FAILED


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 a recording cannot be read, or --fail-on applies or had nothing to compare,\n  2 wrong usage or configuration",
        example="docmodels verify samples dashboard.har --fail-on breaking",
    )
    parser.add_argument(
        "recordings",
        nargs="*",
        type=path,
        metavar="RECORDING",
        help="files and folders of recorded JSON (default: samples in the configuration)",
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
        help="exit with 1 if models refuse a recording, or if there is any finding;\nand in both cases if nothing was compared (default: neither)",
    )


def run(options: argparse.Namespace) -> int:
    config = settings(options)
    verified = verify(config, *options.recordings)
    findings = [as_diagnostic(contradiction) for contradiction in verified.contradictions]
    for folder, finding in verified.unread:
        where = config.file.parent if finding.code == "unmatched-setting" and config.file is not None else folder
        terminal.write(terminal.findings([finding], where), sys.stderr)
    match options.format:
        case "text":
            terminal.write(terminal.findings(findings, config.docs), sys.stdout)
        case "json":
            print_results([as_json(verified)])
        case form:
            print_results(for_programs(findings, config, form))
    say(summary(verified))
    failing = [met for met in verified.contradictions if met.breaks or options.fail_on == "any"]
    unread = any(finding.severity == "error" for _, finding in verified.unread)
    fails = options.fail_on is not None and (failing or not verified.recordings)
    return FAILED if unread or fails else DONE
