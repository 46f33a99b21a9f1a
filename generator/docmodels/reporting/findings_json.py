"""The JSON documents for a run's findings and for a run that stopped. reporting/schemas has their schemas."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..config import ConfigError
from ..diagnostics import Diagnostic, Place
from ..pipeline.result import Result
from .findings import Finding

VERSION = 1


def as_json(result: Result, findings: Iterable[Finding], root: Path) -> str:
    """The document for `generate` and `check`, with a line end. The same result gives the same bytes.

    findings  the findings to list
    root      the folder that paths are relative to; a path outside it is absolute
    """
    return text(
        {
            "version": VERSION,
            "counts": dataclasses.asdict(result.counts),
            "written": result.written,
            "removed": result.removed,
            "findings": [
                finding_json(finding.diagnostic, finding.inside(root) or finding.file.as_posix())
                for finding in findings
            ],
        }
    )


def failure_json(errors: Sequence[ConfigError], root: Path) -> str:
    """The document for a run that stopped, with a line end."""
    return text({"version": VERSION, "errors": [_error(error, root) for error in errors]})


def finding_json(finding: Diagnostic, path: str) -> Mapping[str, object]:
    """A finding as JSON; `path` is the path of its place."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        "place": place_json(finding.place, path),
    }


def place_json(place: Place, path: str) -> Mapping[str, object]:
    return {"path": path, "line": place.line, "column": place.column}


def text(document: Mapping[str, object]) -> str:
    """A document on several lines, with a line end. Half of a surrogate pair becomes an escape."""
    written = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return written.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _error(error: ConfigError, root: Path) -> Mapping[str, object]:
    if error.file is None:
        return {"message": error.message, "place": None}
    file = error.file.absolute()
    path = file.relative_to(root) if file.is_relative_to(root) else file
    return {"message": error.message, "place": place_json(Place("", error.line, error.column), path.as_posix())}
