"""`docmodels generate`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, add_findings, add_out, add_report, configured


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "generate",
        "write the models of the docs",
        run,
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels generate --docs docs/api --out src/acme/models",
    )
    add_docs(parser)
    add_out(parser)
    add_report(parser)
    add_findings(parser)


def run(options: argparse.Namespace) -> int:
    from .. import terminal
    from ..build import generate
    from .report import report, status

    config = configured(options)
    with terminal.progress(sys.stderr) as progress:
        result = generate(config, progress)
    report(result, config, options)
    return status(result, config)
