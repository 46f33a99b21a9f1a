"""Compare recordings with the models that the docs describe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..config import Config, ConfigError
from ..diagnostics import Diagnostic
from ..frozen import replace
from ..recordings import Recorded, Verified, Verifier, as_diagnostic
from .ignored import without_ignored
from .settings import usable
from .understand import understand


def verify(config: Config, *paths: str | os.PathLike[str]) -> Verified:
    """Compare recordings with the models of the docs.

    paths  files and folders of recorded JSON; by default, `samples`

    Two kinds of values that generated models accept are still contradictions, since they are not in the docs: values that
    `unknown = "keep"` lets through, and null that comes from recordings in `samples`.

    Raises ConfigError for an invalid configuration, for a path that does not exist, and without any path.
    """
    usable(config, writes_models=False)
    folders = _folders(config, [Path(path) for path in paths])
    understanding = understand(replace(config, unknown="reject"), teaches_null=_has_learned(config))
    model = understanding.model
    verifier = Verifier(model, is_closed=config.extra == "forbid")
    unread: list[tuple[Path, Diagnostic]] = []
    for folder, only in folders.items():
        recorded = Recorded(config, model, understanding.names.classes, understanding.directions)
        verifier.add(recorded.matched(folder, only), folder)
        unread.extend((folder, diagnostic) for diagnostic in recorded.diagnostics)
    contradictions = (
        contradiction
        for contradiction in verifier.contradictions()
        if without_ignored(config, [as_diagnostic(contradiction)])
    )
    return Verified(tuple(contradictions), verifier.recordings, tuple(unread))


def _has_learned(config: Config) -> bool:
    return config.learned is not None and config.learned.is_file()


def _folders(config: Config, paths: Sequence[Path]) -> dict[Path, frozenset[str] | None]:
    """Folder → the paths of the files to read in it; None for all."""
    if not paths:
        if config.samples is None:
            raise ConfigError("no recordings; name files or folders, or samples in [tool.docmodels]")
        paths = [config.samples]
    folders: dict[Path, set[str] | None] = {}
    for path in paths:
        if path.is_dir():
            folders[path] = None
            continue
        if not path.exists():
            raise ConfigError(f'no recording "{path.as_posix()}"')
        folder, name = _below(path, config.samples)
        only = folders.setdefault(folder, set())
        if only is not None:
            only.add(name)
    return {folder: None if only is None else frozenset(only) for folder, only in folders.items()}


def _below(file: Path, samples: Path | None) -> tuple[Path, str]:
    """The folder of a file's recordings, and the file's path in it: `samples`, or else the folder above the file's own."""
    if samples is not None and file.resolve().is_relative_to(samples.resolve()):
        return samples, file.resolve().relative_to(samples.resolve()).as_posix()
    folder = file.parent.resolve().parent
    return folder, file.parent.resolve().relative_to(folder).joinpath(file.name).as_posix()
