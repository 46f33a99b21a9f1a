"""A glance at the files of a run, instead of reading them: all are unchanged since a run that found nothing to do.

A run that reads the docs and finds nothing to do keeps the state of all files that it depends on: sizes and times, as in
Git's index. As long as that state stays, a run reads none of the files, and has the same result.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..cache.codec import Codec, classes_of
from ..cache.files import file_for
from ..cache.identities import state_of
from ..cache.keys import key_of
from ..cache.store import Cache
from ..config import Config
from ..frozen import frozen
from ..installation import PROGRAM, built_in
from ..output import Plan
from .result import Overview, Planned


@frozen()
class UpToDate:
    """The result of a run that found nothing to do.

    paths  the files of the package, sorted
    """

    overview: Overview
    paths: tuple[str, ...]


class Glance:
    """The current state of the files that a run depends on. A run with recordings or with users' templates has none."""

    def __init__(self, config: Config) -> None:
        self._config = config
        state = _state(config)
        file = file_for("state", os.path.realpath(config.out)) if state else None
        self._cache = Cache(file, state, Codec(classes_of(UpToDate)))

    def unchanged(self) -> Planned | None:
        """The plan that changes nothing, if the state of the files is the same; else None."""
        known = self._cache.known("result", UpToDate)
        return None if known is None else nothing_to_do(self._config, known)

    def keep(self, planned: Planned) -> None:
        """Keep a plan that changes nothing."""
        if planned.plan is not None:
            self._cache.keep("result", UpToDate(planned.overview, planned.plan.unchanged))
            self._cache.save()


def nothing_to_do(config: Config, result: UpToDate) -> Planned:
    """The plan that changes nothing."""
    return Planned(result.overview, Plan((), result.paths, (), (), (), ()), config.out)


def places(config: Config) -> Sequence[str]:
    """The files and folders that a run depends on; none if it depends on others too.

    `_state` adds the folders of `sys.path`: their times change when a distribution is installed.
    """
    if config.samples or config.templates:
        return ()
    settings = [file for file in (config.file, config.learned) if file is not None]
    return [os.fspath(place) for place in (config.out, config.docs, *settings, PROGRAM, built_in())]


def _state(config: Config) -> str:
    """The state of everything that a run depends on, as one text; "" if it needs reading."""
    files = state_of(places(config), sys.path)
    return key_of(config, Path.cwd(), sys.version, sys.path, files) if files and places(config) else ""
