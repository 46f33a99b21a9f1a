"""`docmodels generate`."""

from __future__ import annotations

import argparse
import sys

from .options import (
    add_command,
    add_docs,
    add_findings,
    add_flavour,
    add_out,
    add_report,
    add_samples,
    configured,
)
from .status import FAILED

TYPE_CHECKING = False  # as in docmodels/__init__.py
if TYPE_CHECKING:
    from ..config import Config
    from ..pipeline.build import Result


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
    add_flavour(parser)
    add_samples(parser)
    add_report(parser)
    add_findings(parser)
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--fail-on-change",
        action="store_true",
        help="exit with 1 if a file was written or removed, for hooks before a commit",
    )
    way.add_argument(
        "--add-ignores",
        action="store_true",
        help="list the findings of today under ignore in pyproject.toml; later runs\nreport only new ones",
    )
    way.add_argument(
        "--watch",
        action="store_true",
        help="wait, and write the models again after every change; needs pip install 'docmodels[watch]'",
    )


def run(options: argparse.Namespace) -> int:
    if options.watch:
        from .watch import watch

        watch(options)
    from ..pipeline.build import generate
    from ..reporting import terminal
    from .outcome import report, status

    config = configured(options)
    with terminal.progress(sys.stderr) as progress:
        result = generate(config, progress)
    if options.add_ignores:
        result = _with_ignored(result, config)
    report(result, config, options)
    if options.fail_on_change and (result.written or result.removed):
        return FAILED
    return status(result, config)


def _with_ignored(result: Result, config: Config) -> Result:
    """Write into pyproject.toml that the findings of a run are ignored, and return it without them."""
    from dataclasses import replace
    from pathlib import Path

    from ..config.pyproject import add_ignored
    from ..diagnostics.codes import CODES
    from ..model.wording import counted
    from ..reporting import terminal
    from ..reporting.text import visible

    found = [each for each in result.diagnostics if each.severity != "note" and CODES[each.code].is_ignorable]
    codes: dict[str, set[str]] = {}
    for each in found:
        codes.setdefault(each.place.path, set()).add(each.code)
    if codes:
        file = config.file or Path("pyproject.toml")
        add_ignored(file, codes)
        many = f"{counted(len(found), 'finding')} on {counted(len(codes), 'page')}"
        done = f"added {many} to [tool.docmodels.ignore] in {visible(terminal.shown(file))}"
        terminal.write([[(done, "bold")]], sys.stderr)
    left = tuple(each for each in result.diagnostics if each not in set(found))
    return replace(result, diagnostics=left, counts=replace(result.counts, ignored=result.counts.ignored + len(found)))
