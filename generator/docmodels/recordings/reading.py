"""The files of a folder as recordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..model.declarations import Json
from .exchanges import Body, cassette_bodies, har_bodies, is_cassette
from .files import HAR, LINES, YAML, Files
from .parsing import parse
from .recording import Recording
from .yaml_files import read_yaml


class Recordings:
    """The recordings below a folder.

    diagnostics  findings about unreadable recordings; complete at the end of `read`
    """

    def __init__(self, folder: Path, largest: int) -> None:
        self._files = Files(folder, largest)
        self._found: list[Diagnostic] = []

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [*self._files.diagnostics, *self._found]

    def read(self, only: frozenset[str] | None = None) -> Iterator[Recording]:
        """The recordings of all files, or of those in `only`, in order; one file is in memory at a time."""
        for path, text in self._files.read(only):
            yield from self._of_file(path, text)

    def _of_file(self, path: str, text: str) -> Iterator[Recording]:
        name = path.lower()
        if name.endswith(LINES):
            numbered = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
            yield from self._parsed(path, ((number, None, line) for number, line in numbered))
            return
        try:
            value = read_yaml(text) if name.endswith(YAML) else parse(text)
        except ValueError as error:
            self._add(path, f"{error}; it is left out", _CORRECT)
            return
        if name.endswith(HAR):
            yield from self._parsed(path, har_bodies(value))
        elif name.endswith(YAML) or is_cassette(value):
            yield from self._parsed(path, cassette_bodies(value))
        else:
            yield Recording(path, 0, value)  # type: ignore[arg-type]

    def _parsed(self, path: str, bodies: Iterable[Body | tuple[int, None, str]]) -> Iterator[Recording]:
        wrong: Counter[str] = Counter()
        first: dict[str, int] = {}
        for number, exchange, text in bodies:
            try:
                value: Json = parse(text)
            except ValueError as error:
                reason = str(error).partition(" (")[0]
                wrong[reason] += 1
                first.setdefault(reason, number)
                continue
            yield Recording(path, number, value, exchange)
        for reason, count in wrong.items():
            which = (
                f"entry {first[reason]}" if count == 1 else f"{count} entries, the first of which is {first[reason]}"
            )
            self._add(path, f"{which}: {reason}; left out", _CORRECT)

    def _add(self, path: str, message: str, remedy: str) -> None:
        self._found.append(Diagnostic(Place(path), "recording-not-json", message, remedy))


_CORRECT = "Correct it, or remove it."
