"""`docmodels verify`: recordings against the models that the docs describe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .config import Config, ConfigError
from .diagnostics import Diagnostic
from .frozen import frozen
from .pipeline.settings import without_ignored
from .pipeline.understand import understand
from .recorded import Recorded
from .recordings.verifying import Contradiction, Verifier


@frozen()
class Verified:
    """What came of it.

    contradictions  what recordings have and the docs rule out, in the order of the docs
    recordings      how many values were compared
    unread          the findings about recordings that were left out, by folder
    """

    contradictions: tuple[Contradiction, ...]
    recordings: int
    unread: tuple[tuple[Path, Diagnostic], ...]


def verify(config: Config, paths: Iterable[Path] = ()) -> Verified:
    """Compare recordings with the models of the docs.

    paths  files and folders; those of `samples` without any

    Values that the configuration lets through with `unknown`, and null that recordings teach but no committed file
    says, are reported all the same: they are not in the docs.

    Raises ConfigError for a path that is not there, and without any path.
    """
    folders = _folders(config, list(paths))
    understanding = understand(replace(config, unknown="reject"), teaches_null=_has_learned(config))
    model = understanding.model
    verifier = Verifier(model, is_closed=config.extra == "forbid")
    unread: list[tuple[Path, Diagnostic]] = []
    for folder, only in folders.items():
        recorded = Recorded(config, model, understanding.names.classes, understanding.directions)
        verifier.add(recorded.matched(folder, only))
        unread.extend((folder, each) for each in recorded.diagnostics)
    found = tuple(each for each in verifier.contradictions() if without_ignored(config, [as_diagnostic(each)]))
    return Verified(found, verifier.recordings, tuple(unread))


def as_diagnostic(found: Contradiction) -> Diagnostic:
    """A contradiction as a finding about the docs."""
    times = f"{found.count} time{'' if found.count == 1 else 's'} in {found.among}"
    message = f"{found.model}: {found.says} ({times}, first at {found.path})"
    return Diagnostic(found.place, found.code, message, "Correct the docs, or ask for them to be corrected.")


def _has_learned(config: Config) -> bool:
    return config.learned is not None and config.learned.is_file()


def _folders(config: Config, paths: list[Path]) -> dict[Path, frozenset[str] | None]:
    """The folders to read, each with the paths of the files in it to read, None for all."""
    if not paths:
        if config.samples is None:
            raise ConfigError("no recordings; name files or folders, or samples in [tool.docmodels]")
        paths = [config.samples]
    found: dict[Path, set[str] | None] = {}
    for path in paths:
        if path.is_dir():
            found[path] = None
            continue
        if not path.exists():
            raise ConfigError(f'no recording "{path.as_posix()}"')
        folder, name = _below(path, config.samples)
        only = found.setdefault(folder, set())
        if only is not None:
            only.add(name)
    return {folder: None if only is None else frozenset(only) for folder, only in found.items()}


def _below(file: Path, samples: Path | None) -> tuple[Path, str]:
    """The folder that a file is named from, and its path there: `samples`, else the folder of its folder."""
    if samples is not None and file.resolve().is_relative_to(samples.resolve()):
        return samples, file.resolve().relative_to(samples.resolve()).as_posix()
    folder = file.parent.resolve().parent
    return folder, file.parent.resolve().relative_to(folder).joinpath(file.name).as_posix()
