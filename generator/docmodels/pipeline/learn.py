"""Write the lessons of recordings into one small file, which builds read instead of the recordings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..config import Config, ConfigError
from ..diagnostics import Diagnostic
from ..frozen import frozen, replace
from ..model import Model
from ..output import write_file
from ..recordings import as_learned, read_learned
from .ignored import without_ignored
from .settings import usable
from .understand import understand


@frozen()
class Learnt:
    """The result of `learn`.

    file         the file with the lessons
    is_new       whether the file has changed
    fields       the number of fields with a known name in the JSON
    nullable     the number of those that may be null
    diagnostics  findings about recordings, such as those that were left out
    """

    file: Path
    is_new: bool
    fields: int
    nullable: int
    diagnostics: tuple[Diagnostic, ...]


def learn(config: Config) -> Learnt:
    """Write the lessons of the recordings in `samples` into the file `learned`.

    Raises ConfigError for an invalid configuration, without recordings, and for a file that `learn` did not write; OSError
    for a file that cannot be written.
    """
    if config.samples is None or not config.samples.is_dir():
        raise ConfigError("no folder of recordings; name it with --samples, or with samples in [tool.docmodels]")
    usable(config, writes_models=False)
    file = config.learned or config.beside("learned")
    understanding = understand(replace(config, learned=None))
    before = _read(file, understanding.model)
    lessons = understanding.lessons
    text = as_learned(understanding.model, lessons)
    if text != before:
        write_file(file.resolve(), text.encode())
    findings = _about_recordings(without_ignored(config, understanding.diagnostics))
    nullable = sum(lesson.is_nullable for lesson in lessons.values())
    return Learnt(file, text != before, len(lessons), nullable, findings)


def _about_recordings(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings about recordings and about their settings."""
    return tuple(
        finding for finding in findings if finding.code.startswith("recording-") or finding.code == "unmatched-setting"
    )


def _read(file: Path, model: Model) -> str | None:
    """The text of a file of lessons; None without a file. Raises ConfigError for any other file."""
    if not file.exists():
        return None
    try:
        read_learned(file, model)
        return file.read_bytes().decode()
    except ValueError:
        raise ConfigError("it is not a file that `docmodels learn` wrote; move it away", file) from None
