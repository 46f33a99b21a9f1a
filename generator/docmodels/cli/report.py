"""`docmodels report`."""

from __future__ import annotations

import argparse

from .options import add_command, add_docs, add_report, add_samples, path

TYPE_CHECKING = False  # as in docmodels/__init__.py
if TYPE_CHECKING:
    from pathlib import Path

    from ..diagnostics import Diagnostic


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "report",
        "write all models and findings as one HTML page",
        run,
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels report --out build/models.html",
    )
    add_docs(parser)
    add_samples(parser)
    parser.add_argument(
        "--out", dest="page", type=path, required=True, metavar="FILE", help="the page, one file with all of it"
    )
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from ..pipeline.build import inspect
    from ..reporting.report_html import as_report
    from ..reporting.terminal import absolute
    from .options import existing, settings
    from .outcome import report, status

    config = settings(options)
    existing(config.docs)
    result, understanding = inspect(config)
    text = as_report(understanding, result.diagnostics, absolute(config.docs).name)
    result = replace(result, diagnostics=(*result.diagnostics, *_write(options.page, text)))
    # Findings on the page itself are relative to its folder.
    report(result, replace(config, out=options.page.parent), options)
    return status(result, config)


def _write(file: Path, text: str) -> tuple[Diagnostic, ...]:
    """Write the page and return what kept it from being written."""
    from .. import output
    from ..diagnostics import Diagnostic, Place
    from ..reporting.html_page import MARK

    plan = output.compare_file(file, text.encode(), MARK.encode())
    foreign = [
        Diagnostic(Place(each.path), "foreign-file", f"{each.reason}; it is left as it is", "Choose another path.")
        for each in plan.foreign
    ]
    problems = (*plan.unreadable, *output.apply(file.parent, plan))
    return (*foreign, *(Diagnostic(Place(each.path), "not-written", each.reason, "") for each in problems))
