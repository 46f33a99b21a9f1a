"""The result of a run: its findings, its counts, and the files that it wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import output
from ..config import Config
from ..diagnostics import Diagnostic, Place, Severity, new_findings, ordered
from ..diagnostics.census import TableCount, table_counts
from ..frozen import frozen, replace
from .ignored import without_ignored

if TYPE_CHECKING:
    from .read import Docs


@frozen()
class Counts:
    """The numbers of a run.

    written, removed, unchanged  files; after a check, those that `generate` would write and remove
    skipped  pages that describe no model
    ignored  findings that the configuration ignores
    known    findings left out because earlier docs have them too
    """

    pages: int = 0
    models: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: int = 0
    ignored: int = 0
    known: int = 0


@frozen()
class Result:
    """The result of a run.

    diagnostics  the findings, in the order of the docs
    written, removed  paths relative to the output folder; after a check, the files that `generate` would write and remove
    difference   after a check, a unified diff of all changes, with paths from the project's root; else ""
    census       the numbers of the tables in the docs, by their verdicts
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    difference: str = ""
    census: tuple[TableCount, ...] = ()

    def fails(self, *, strict: bool = False) -> bool:
        """Whether the docs have errors. With `strict`, warnings count as well."""
        failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(diagnostic.severity in failing for diagnostic in self.diagnostics)


@frozen()
class Overview:
    """The summary of the docs, before a run writes anything.

    pages        the number of pages
    skipped      the number of pages that describe no model
    models       the number of models
    diagnostics  the findings, with those that the configuration ignores
    census       the numbers of the tables in the docs, by their verdicts
    """

    pages: int
    skipped: int
    models: int
    diagnostics: tuple[Diagnostic, ...]
    census: tuple[TableCount, ...] = ()


def overview(docs: Docs, models: int, diagnostics: Iterable[Diagnostic]) -> Overview:
    """The overview of some docs, with the number of their models and the findings about them."""
    return Overview(
        len(docs.pages), len(docs.pages - docs.modelled), models, tuple(diagnostics), table_counts(docs.census)
    )


@frozen()
class Planned:
    """A run before it writes anything.

    plan    the files to write and remove; None if the run writes nothing
    folder  the folder that the paths in the plan are relative to
    """

    overview: Overview
    plan: output.Plan | None = None
    folder: Path = Path()


def write(config: Config, planned: Planned, *, is_alone: bool = False) -> Result:
    """Write the files of a plan. Returns the result.

    is_alone  whether no other run writes into the folder, so that leftovers can be removed
    """
    if planned.plan is None:
        return of(config, planned)
    return of(config, planned, output.apply(planned.folder, planned.plan, is_alone=is_alone))


def check(config: Config, planned: Planned) -> Result:
    """The result that `write` would have, with the difference; nothing is written."""
    difference = (
        "".join(output.unified_diff(planned.plan, config.from_root(planned.folder))) if planned.plan is not None else ""
    )
    return replace(of(config, planned), difference=difference)


def without(result: Result, known: Iterable[Diagnostic]) -> Result:
    """The result without known findings."""
    diagnostics = new_findings(known, result.diagnostics)
    counts = replace(result.counts, known=len(result.diagnostics) - len(diagnostics))
    return replace(result, diagnostics=diagnostics, counts=counts)


def of(config: Config, planned: Planned, problems: Sequence[output.Problem] = ()) -> Result:
    """The result of a plan.

    problems  the files that could not be written or removed
    """
    plan = planned.plan
    docs = planned.overview
    diagnostics = [*docs.diagnostics, *map(_not_written, problems)]
    if plan is not None:
        diagnostics += map(_foreign, plan.foreign)
        diagnostics += map(_not_written, plan.unreadable)
    findings = ordered(diagnostics)
    reported = without_ignored(config, findings)
    failed = {problem.path for problem in problems}
    if plan is not None and "." not in failed:  # "." is the output folder: without it, no file was written
        written = tuple(file.path for file in plan.write if file.path not in failed)
        removed = tuple(file.path for file in plan.remove if file.path not in failed)
        unchanged = len(plan.unchanged)
    else:
        written, removed, unchanged = (), (), 0
    counts = Counts(
        docs.pages,
        docs.models,
        len(written),
        unchanged,
        len(removed),
        skipped=docs.skipped,
        ignored=len(findings) - len(reported),
    )
    return Result(reported, counts, written, removed, census=docs.census)


def _foreign(problem: output.Problem) -> Diagnostic:
    message = f"{problem.reason}; it is left as it is"
    return Diagnostic(Place(problem.path), "foreign-file", message, "Move it, or choose another path for the output.")


def _not_written(problem: output.Problem) -> Diagnostic:
    return Diagnostic(Place(problem.path), "not-written", problem.reason, "")
