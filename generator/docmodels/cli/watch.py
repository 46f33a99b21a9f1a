"""`docmodels generate --watch`: a run after every change, which prints only new findings."""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from ..config import FILES, Config, ConfigError
from ..diagnostics import Diagnostic
from ..pipeline.build import generate
from ..pipeline.result import Result
from ..pipeline.settings import usable
from ..reporting import terminal
from ..reporting.text import visible
from ..sources.folder import SUFFIXES
from ..sources.paths import shown
from .options import settings
from .outcome import STOPS, report, report_failure, say

try:
    from ..sources.watching import Places, Tree, due
except ModuleNotFoundError as error:
    if error.name != "watchfiles":
        raise
    raise ConfigError("--watch needs watchfiles: pip install 'docmodels[watch]'") from error

_MOST = 10  # the most files that are named of those written, and of those removed


def watch(options: argparse.Namespace) -> NoReturn:
    """Generate, and again after every change, until the user interrupts.

    At the start, a wrong configuration raises ConfigError. Later, it is printed, and the watch goes on. A wrong template
    is printed at any time.

    Raises KeyboardInterrupt, ConfigError, and OSError if the system cannot watch that much.
    """
    if options.findings != "text":
        raise ConfigError(f"--watch prints for people, --format {options.findings} for programs; leave one of them out")
    config = usable(settings(options))
    gc.enable()  # which single runs go without

    def places() -> Places:
        """The folders and files to watch, by the latest configuration that can be read."""
        nonlocal config
        with suppress(ConfigError):
            config = settings(options)
        return _places(config)

    reported: Collection[Diagnostic] = ()
    for run, _ in enumerate(due(places)):
        if not run and not options.quiet:
            say(f"watching {_path_text(config.docs)}; Control-C ends it")
        try:
            config = usable(settings(options))
            with terminal.progress(sys.stderr) as progress:
                result = generate(config, progress)
        except STOPS as error:
            report_failure(error)
            continue
        if run and not options.quiet:
            terminal.write(([(line, "")] for line in _changes(result, config.out)), sys.stderr)
        report(result, config, options, known=_known(result.diagnostics, reported))
        reported = result.diagnostics
    raise AssertionError("the watch has ended")


def _places(config: Config) -> Places:
    trees = [Tree(config.docs.resolve(), SUFFIXES)]
    if config.templates is not None:
        trees.append(Tree(config.templates.resolve(), ("",)))
    if config.samples is not None:
        trees.append(Tree(config.samples.resolve(), ("",)))
    here = Path.cwd()
    files = {here / name for name in FILES} | ({config.learned.resolve()} if config.learned is not None else set())
    if config.file is not None:
        nearer = (folder for folder in here.parents if folder.is_relative_to(config.file.parent))
        files.update(folder / name for folder in (*nearer, config.file.parent) for name in (*FILES, config.file.name))
    return Places(tuple(trees), frozenset(files), config.out.resolve())


def _changes(result: Result, out: Path) -> Iterator[str]:
    """A line for each file that was written or removed, and how many more there were."""
    for verb, paths in (("wrote", result.written), ("removed", result.removed)):
        yield from (f"{verb} {_path_text(out / path)}" for path in paths[:_MOST])
        if len(paths) > _MOST:
            yield f"{verb} {len(paths) - _MOST} more"


def _known(diagnostics: Iterable[Diagnostic], reported: Iterable[Diagnostic]) -> set[Diagnostic]:
    """The findings that were printed before, even if on another line: lines move when a page is edited."""
    left = Counter((diagnostic.place.path, diagnostic.code, diagnostic.message) for diagnostic in reported)
    known = set()
    for diagnostic in diagnostics:
        key = (diagnostic.place.path, diagnostic.code, diagnostic.message)
        if left[key]:
            left[key] -= 1
            known.add(diagnostic)
    return known


def _path_text(path: Path) -> str:
    return visible(shown(path))
