"""`docmodels learn`: what recordings teach, written into one small file for builds to read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from .config import Config, ConfigError
from .diagnostics import Diagnostic
from .frozen import frozen
from .output import write_file
from .pipeline.settings import without_ignored
from .pipeline.understand import Understanding, understand
from .recordings.learned import as_learned, read_learned

LEARNED = "docmodels.learned.json"
"""What the file is called where the configuration does not name one."""


@frozen()
class Learnt:
    """What was learnt.

    file         the file that holds it
    is_new       whether the file was written, since it held something else
    fields       of how many fields the name on the wire is known
    nullable     how many of them may be null
    diagnostics  which recordings were left out
    """

    file: Path
    is_new: bool
    fields: int
    nullable: int
    diagnostics: tuple[Diagnostic, ...]


def learn(config: Config) -> Learnt:
    """Write what the recordings in `samples` teach into `learned`.

    Raises ConfigError where there are no recordings to learn from, or where the file is one that `learn` did not write,
    and OSError where it cannot be written.
    """
    if config.samples is None or not config.samples.is_dir():
        raise ConfigError("no folder of recordings; name it with --samples, or with samples in [tool.docmodels]")
    file = config.learned or (config.file.parent if config.file is not None else Path()) / LEARNED
    understanding = understand(replace(config, learned=None))
    before = _read(file, understanding)
    lessons = understanding.lessons
    text = as_learned(understanding.model, lessons)
    if text != before:
        write_file(file.resolve(), text.encode())
    found = recorded(without_ignored(config, understanding.diagnostics))
    return Learnt(file, text != before, len(lessons), sum(each.is_nullable for each in lessons.values()), found)


def recorded(found: Collection[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings about recordings, and about their settings."""
    return tuple(each for each in found if each.code.startswith("recording-") or each.code == "unmatched-setting")


def _read(file: Path, understanding: Understanding) -> str | None:
    if not file.exists():
        return None
    try:
        read_learned(file, understanding.model)
        return file.read_bytes().decode()
    except ValueError:
        raise ConfigError("it is not a file that `docmodels learn` wrote; move it away", file) from None
