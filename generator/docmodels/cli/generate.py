"""`docmodels generate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..config import Config
from ..diagnostics.codes import CODES
from ..frozen import replace
from ..pipeline.build import generate
from ..pipeline.result import Result
from ..reporting import terminal
from ..reporting.text import visible
from ..sources.paths import shown
from .options import add_models, describe, settings
from .outcome import report, say, status
from .status import FAILED


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 the docs have errors, or --fail-on-change and something changed,\n"
        "  2 wrong usage or configuration",
        example="docmodels generate --docs docs/api --out src/acme/models",
    )
    add_models(parser)
    parser.add_argument(
        "--keep-names",
        action="store_true",
        help="keep the names that classes have in the output folder: list those that would change\n"
        "under names in the configuration",
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--fail-on-change",
        action="store_true",
        help="exit with 1 if a file was written or removed, for hooks before a commit",
    )
    way.add_argument(
        "--add-ignores",
        action="store_true",
        help="add the current findings to ignore in the configuration; later runs\nreport only new ones",
    )
    way.add_argument(
        "--watch",
        action="store_true",
        help="write the models, and again after every change; needs pip install 'docmodels[watch]'",
    )


def run(options: argparse.Namespace) -> int:
    if options.watch:
        from .watch import watch  # needs watchfiles, which few have

        watch(options)
    config = settings(options)
    if options.keep_names and _keep_names(config):
        config = settings(options)
    with terminal.progress(sys.stderr) as progress:
        result = generate(config, progress)
    if options.add_ignores:
        result = _with_ignored(result, config)
    report(result, config, options)
    if options.fail_on_change and (result.written or result.removed):
        return FAILED
    return status(result, config)


def _keep_names(config: Config) -> bool:
    """Write the names that classes have in the output folder into pyproject.toml; whether any would change."""
    from ..config.pyproject import add_names  # needs tomlkit, which takes time to import
    from ..model.wording import counted
    from ..pipeline.keep_names import kept_names
    from ..pipeline.understand import understand

    names = kept_names(config, understand(config))
    if names:
        file = config.file or Path("pyproject.toml")
        add_names(file, names)
        say(f"added {counted(len(names), 'name')} to [tool.docmodels.names] in {visible(shown(file))}")
    return bool(names)


def _with_ignored(result: Result, config: Config) -> Result:
    """Write into pyproject.toml that the findings of a run are ignored, and return the result without them."""
    from ..config.pyproject import add_ignored  # needs tomlkit, which takes time to import
    from ..model.wording import counted

    ignored = [
        diagnostic
        for diagnostic in result.diagnostics
        if diagnostic.severity != "note" and CODES[diagnostic.code].is_ignorable
    ]
    codes: dict[str, set[str]] = {}
    for item in ignored:
        codes.setdefault(item.place.path, set()).add(item.code)
    if codes:
        file = config.file or Path("pyproject.toml")
        add_ignored(file, codes)
        many = f"{counted(len(ignored), 'finding')} on {counted(len(codes), 'page')}"
        say(f"added {many} to [tool.docmodels.ignore] in {visible(shown(file))}")
    left = tuple(diagnostic for diagnostic in result.diagnostics if diagnostic not in set(ignored))
    counts = replace(result.counts, ignored=result.counts.ignored + len(ignored))
    return replace(result, diagnostics=left, counts=counts)
