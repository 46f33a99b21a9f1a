"""Load lessons from `learned`, or from the recordings in `samples`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..config import Config, ConfigError
from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..model import Model
from ..model.code_names import Classes
from ..model.direction import Directions
from ..model.lessons import NO_LESSONS, Lessons
from ..model.selectors import Selector
from ..model.types import DeclarationId
from ..patterns import Pattern
from .learned import read_learned
from .matching import Assignment, Matched, Matcher
from .reading import Recordings
from .routes import Routes
from .teaching import teach


@frozen()
class Taught:
    """Lessons of recordings, and the findings about them."""

    lessons: Lessons
    diagnostics: tuple[Diagnostic, ...] = ()


def taught(config: Config, model: Model, classes: Classes[str], directions: Directions) -> Taught:
    """Load the lessons about the fields of a model: from `learned` if the file exists, else from `samples`.

    Raises ConfigError for a file that `docmodels learn` did not write, and OSError for a file that cannot be read.
    """
    if config.learned is not None and config.learned.is_file():
        try:
            return Taught(*read_learned(config.learned, model))
        except ValueError as error:
            raise ConfigError(f"{error}; run `docmodels learn`", config.learned) from None
    if config.samples is None:
        return Taught(NO_LESSONS)
    recorded = Recorded(config, model, classes, directions)
    lessons = teach(model, recorded.matched(config.samples))
    return Taught(lessons, recorded.diagnostics)


class Recorded:
    """The recordings below a folder, each with its model.

    diagnostics  findings about recordings without a value or a model; complete at the end of `matched`
    """

    def __init__(self, config: Config, model: Model, classes: Classes[str], directions: Directions) -> None:
        self._largest = config.limits.recording_bytes
        self._strange: list[Diagnostic] = []
        self._matcher = Matcher(
            model, classes, tuple(self._assignments(config, model, classes)), Routes(directions.requests)
        )
        self._found: list[Diagnostic] = []

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return (*self._strange, *self._found, *self._matcher.diagnostics)

    def matched(self, folder: Path, only: frozenset[str] | None = None) -> Iterator[Matched]:
        """The values in the files of a folder, or in the files `only`, with their models."""
        recordings = Recordings(folder, self._largest)
        for recording in recordings.read(only):
            yield from self._matcher.match(recording)
        self._found.extend(recordings.diagnostics)

    def _assignments(self, config: Config, model: Model, classes: Classes[str]) -> Iterator[Assignment]:
        for pattern, selectors in config.recordings.items():
            models: list[DeclarationId] = []
            for selector in (selectors,) if isinstance(selectors, str) else selectors:
                declarations = Selector.parse(selector).declarations(model, classes)
                if not declarations:
                    message = f'recordings names "{selector}", and the docs have no such model'
                    place = config.place("recordings", pattern)
                    self._strange.append(Diagnostic(place, "unmatched-setting", message, _POINT))
                models.extend(declaration.id for declaration in declarations)
            if models:
                yield Assignment(Pattern.parse(pattern), tuple(dict.fromkeys(models)))


_POINT = "Correct the name, or remove it. `docmodels inspect` lists the models."
