"""Writing what the docs describe in the forms that other tools read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import output
from ..config import Config
from ..diagnostics import Diagnostic, Place, ordered
from ..output import Plan
from ..targets.json_schema import MARKS, Format, Style, documents
from .build import Counts, Result
from .read import Progress
from .settings import without_ignored
from .understand import Understanding, understand


def export(config: Config, form: Format, path: Path, progress: Progress | None = None) -> Result:
    """Write the models of the docs as JSON Schema or OpenAPI; files that hold what they should are not touched.

    path  of a document, where it ends in `.json`; else a folder, which gets a file a model

    Where no page describes a model, nothing is written. Raises ValueError for OpenAPI in a folder.
    """
    understanding, found, plan = _planned(config, form, path, progress)
    problems = output.apply(_folder(path), plan) if plan is not None else ()
    said = [Diagnostic(Place(problem.path), "not-written", problem.reason, "") for problem in problems]
    return _result(config, understanding, (*found, *said), plan, {problem.path for problem in problems})


def check_export(
    config: Config, form: Format, path: Path, progress: Progress | None = None
) -> tuple[Result, Iterator[str]]:
    """What `export` would change, as the lines of a unified diff; nothing is written."""
    understanding, found, plan = _planned(config, form, path, progress)
    difference = output.unified_diff(plan) if plan is not None else iter(())
    return _result(config, understanding, found, plan, set()), difference


def is_document(path: Path) -> bool:
    """Whether an export to a path is one document."""
    return path.suffix == ".json"


def _folder(path: Path) -> Path:
    return path.parent if is_document(path) else path


def _planned(
    config: Config, form: Format, path: Path, progress: Progress | None
) -> tuple[Understanding, tuple[Diagnostic, ...], Plan | None]:
    understanding = understand(config, progress=progress)
    if not understanding.model.declarations:
        return understanding, understanding.diagnostics, None
    style: Style = "document" if is_document(path) else "files"
    requests = understanding.directions.requests
    files = documents(understanding.model, requests, form, style, config.docs.name)
    if is_document(path):
        plan = output.compare_file(path, files[""], MARKS[form])
    else:
        plan = output.compare(path, files, MARKS[form])
    foreign = [
        Diagnostic(Place(each.path), "foreign-file", f"{each.reason}; it is left as it is", "Choose another path.")
        for each in plan.foreign
    ]
    unread = [Diagnostic(Place(each.path), "not-written", each.reason, "") for each in plan.unreadable]
    return understanding, (*understanding.diagnostics, *foreign, *unread), plan


def _result(
    config: Config, understanding: Understanding, found: tuple[Diagnostic, ...], plan: Plan | None, failed: set[str]
) -> Result:
    docs, kept = understanding.docs, without_ignored(config, ordered(found))
    written = tuple(each.path for each in plan.write if each.path not in failed) if plan is not None else ()
    removed = tuple(each.path for each in plan.remove if each.path not in failed) if plan is not None else ()
    counts = Counts(
        pages=len(docs.pages),
        models=len(understanding.model.declarations),
        written=len(written),
        unchanged=len(plan.unchanged) if plan is not None else 0,
        removed=len(removed),
        skipped=len(docs.pages - docs.modelled),
        ignored=len(found) - len(kept),
    )
    return Result(kept, counts, written, removed)
