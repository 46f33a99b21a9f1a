"""`docmodels generate`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, add_findings, add_out, add_report, configured
from .status import FAILED


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "generate",
        "write the models of the docs",
        run,
        status="0 done, 1 the docs have errors, or --fail-on-change and something changed,\n"
        "  2 wrong usage or configuration",
        example="docmodels generate --docs docs/api --out src/acme/models",
    )
    add_docs(parser)
    add_out(parser)
    add_report(parser)
    add_findings(parser)
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--fail-on-change",
        action="store_true",
        help="exit with 1 if a file was written or removed, as a hook before a commit should",
    )
    way.add_argument("--watch", action="store_true", help="go on, and write the models again after every change")


def run(options: argparse.Namespace) -> int:
    if options.watch:
        from .watch import watch

        watch(options)
    from ..build import generate
    from ..reporting import terminal
    from .outcome import report, status

    config = configured(options)
    with terminal.progress(sys.stderr) as progress:
        result = generate(config, progress)
    report(result, config, options)
    if options.fail_on_change and (result.written or result.removed):
        return FAILED
    return status(result, config)
