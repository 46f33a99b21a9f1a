"""The files of recordings below a folder, read with limits, since the folder may hold anything."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..sources.files import Below, NoFileError, OutsideError, TooLargeError
from ..sources.folder import paths_below

JSON, LINES, HAR, YAML = ".json", (".jsonl", ".ndjson"), ".har", (".yaml", ".yml")
SUFFIXES = (JSON, *LINES, HAR, *YAML)

MOST_FILES = 20_000


class Files:
    """The files of recordings below a folder.

    diagnostics  findings about files left out; complete at the end of `read`
    """

    def __init__(self, folder: Path, largest: int) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._root = os.path.realpath(folder)
        self._largest = largest

    def read(self, only: frozenset[str] | None = None) -> Iterator[tuple[str, str]]:
        """The path of each file, relative to the folder and with `/`, and its text; sorted by path, one at a time.

        only  the paths of the files to read; None for all files with a suffix of recordings
        """
        there = (path for path, is_link in paths_below(self._root, self._unread) if not is_link)
        known = sorted(path for path in there if path.lower().endswith(SUFFIXES)) if only is None else sorted(only)
        for path in known[MOST_FILES:][:1]:
            message = f"the folder has more than {MOST_FILES:,} recordings; this one and those behind it are left out"
            self._add(path, "recording-not-read", message, "Divide the folder.")
        with Below(self._root) as below:
            for path in known[:MOST_FILES]:
                try:
                    yield path, below.read(path, self._largest).decode("utf-8-sig")
                except UnicodeDecodeError:
                    self._add(path, "recording-not-json", "it is not UTF-8 text; it is left out", "Save it as UTF-8.")
                except OSError as error:
                    self._unread(path, error)

    def _unread(self, path: str, error: OSError) -> None:
        match error:
            case OutsideError():
                message, remedy = "the link leads out of the folder; it is left out", "Copy the file into the folder."
            case NoFileError():
                message, remedy = "it is not a file; it is left out", "Remove it."
            case TooLargeError():
                message = f"the recording has more than {self._largest:,} bytes; it is left out"
                remedy = "Divide it, or set recording_bytes in [tool.docmodels.limits]."
            case _:
                message, remedy = f"it cannot be read: {error.strerror or error}", "Make it readable, or remove it."
        self._add(path, "recording-not-read", message, remedy)

    def _add(self, path: str, code: str, message: str, remedy: str) -> None:
        self.diagnostics.append(Diagnostic(Place(path), code, message, remedy))
