"""What docmodels makes of a case."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass, replace
from pathlib import Path

from docmodels.config import Config, load, package_names
from docmodels.diagnostics import Severity
from docmodels.diagnostics.codes import CODES
from docmodels.pipeline.accept import accepted_changes, stale
from docmodels.pipeline.build import check, generate
from docmodels.pipeline.compare import compare as against
from docmodels.pipeline.diff import compare
from docmodels.pipeline.understand import understand
from docmodels.pipeline.verify import verify
from docmodels.recordings import as_diagnostic
from docmodels.recordings.learned import as_learned
from docmodels.recordings.report import summary as closing
from docmodels.reporting import terminal
from docmodels.reporting.comparison import as_review
from docmodels.reporting.inspection import inspect
from docmodels.reporting.review import Origin, Review
from docmodels.reporting.review_text import as_text
from docmodels.sources.folder import find_pages

from tests.caches import cache_in
from tests.trees import docmodels

from .pages import (
    ANNOTATIONS,
    BEFORE,
    CHANGES,
    CODE,
    COMPARISON,
    CONFIGURATION,
    DESCRIPTIONS,
    DIAGNOSTICS,
    FILES,
    INSPECTION,
    LEARNED,
    NOTES,
    SUMMARY,
    VERIFICATION,
    Case,
)

COLUMNS = 100  # of the terminal that the findings are shown on
_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out.

    files        those below out/, by path
    diagnostics  the findings, as the terminal shows them
    notes        the notes, which the terminal shows with --verbose
    annotations  what `docmodels check --format github -q` prints before there is output; "" where nobody asks
    summary      the closing line
    difference   what `docmodels check` then finds to change, which is to be nothing
    changes      what `docmodels diff` says about the pages in before/ and those in docs/
    descriptions  the same with changes of descriptions
    inspection   what `docmodels inspect` says; "" where the case does not ask for it
    verification  what `docmodels verify` says, "" where there are no recordings
    learned       what `docmodels learn` writes, "" where there are no recordings
    comparison    what `docmodels compare` says about code/, "" where there is no such folder
    """

    files: Mapping[str, str]
    diagnostics: str
    notes: str
    annotations: str
    summary: str
    difference: str
    changes: str
    descriptions: str
    inspection: str
    verification: str
    learned: str
    comparison: str

    def get(self, name: str) -> str | None:
        """What a fence of this name has to hold; None for a file that is missing."""
        texts = {
            FILES: "".join(f"{path}\n" for path in self.files),
            DIAGNOSTICS: self.diagnostics,
            NOTES: self.notes,
            ANNOTATIONS: self.annotations,
            SUMMARY: self.summary,
            CHANGES: self.changes,
            DESCRIPTIONS: self.descriptions,
            INSPECTION: self.inspection,
            VERIFICATION: self.verification,
            LEARNED: self.learned,
            COMPARISON: self.comparison,
        }
        return texts.get(name, self.files.get(name))


def run(case: Case, folder: Path) -> Outcome:
    """Generate the models of a case in an empty folder."""
    for path, data in case.inputs.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    for path, target in case.links.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
    with chdir(folder), cache_in(folder / "cache"):  # the terminal shows paths from the current folder
        wanted = {fence.name for fence in case.expected}
        is_inspected = INSPECTION in wanted
        # A page or two decide on no convention, which only cases about findings need to show.
        passed = () if DIAGNOSTICS in wanted else ("unknown-wire-case",)
        annotations = docmodels("check", "--format", "github", "-q", cwd=folder).out if ANNOTATIONS in wanted else ""
        if names := package_names(Path()) if CONFIGURATION in case.inputs else ():
            return _together(
                {name: _generated(load(Path(), package=name), passed, is_inspected=False) for name in names}
            )
        outcome = _generated(configured(case), passed, is_inspected=is_inspected)
        return replace(outcome, annotations=annotations)


def _together(packages: Mapping[str, Outcome]) -> Outcome:
    """What came out of several packages; the files of each are below its name."""
    outcomes = packages.values()
    return replace(
        next(iter(outcomes)),
        files={f"{name}/{path}": text for name, outcome in packages.items() for path, text in outcome.files.items()},
        diagnostics="".join(outcome.diagnostics for outcome in outcomes),
        notes="".join(outcome.notes for outcome in outcomes),
        summary="".join(outcome.summary for outcome in outcomes),
        difference="".join(outcome.difference for outcome in outcomes),
    )


def configured(case: Case) -> Config:
    """The configuration of a case, of the first package if it has several; its inputs are in the current folder."""
    # load() looks for a configuration in the folders above, too.
    if CONFIGURATION not in case.inputs:
        return Config(docs=Path("docs"), out=Path("out"))
    config = load(Path(), package=next(iter(package_names(Path())), ""))
    return replace(config, docs=Path("docs"), out=Path("out"))


def _generated(config: Config, passed: Sequence[str], *, is_inspected: bool) -> Outcome:
    result = generate(config)
    elsewhere = {"foreign-file": config.out, "not-written": config.out, "unmatched-setting": Path()}
    if config.learned is not None:
        elsewhere["stale-lesson"] = config.learned.parent
    if config.samples is not None:
        elsewhere |= dict.fromkeys((code for code in CODES if code.startswith("recording-")), config.samples)
    notes = [finding for finding in result.diagnostics if finding.severity is Severity.NOTE]
    others = [
        finding
        for finding in result.diagnostics
        if finding.severity is not Severity.NOTE and finding.code not in passed  # as without --verbose
    ]
    return Outcome(
        {
            path.relative_to(config.out).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(config.out.rglob("*"))
            if path.is_file()
        },
        *(_plain(terminal.findings(findings, config.docs, elsewhere, COLUMNS)) for findings in (others, notes)),
        "",
        terminal.summary(result.counts, result.diagnostics) + "\n",
        check(config).difference,
        *(_changed(config, descriptions=wanted) if Path(BEFORE).is_dir() else "" for wanted in (False, True)),
        inspect(config).as_text() if is_inspected else "",
        *(_recorded(config) if config.samples is not None else ("", "")),
        _compared(config) if Path(CODE).is_dir() else "",
    )


def _recorded(config: Config) -> tuple[str, str]:
    """What is verified, and what is learnt."""
    verified = verify(config)
    findings = map(as_diagnostic, verified.contradictions)
    report = _plain(terminal.findings(findings, config.docs, {}, COLUMNS)) + f"{closing(verified)}\n"
    understanding = understand(config)
    return report, as_learned(understanding.model, understanding.lessons)


def _compared(config: Config) -> str:
    compared = against(config, CODE)
    of_settings = [diagnostic for diagnostic in compared.diagnostics if diagnostic.place.path == CONFIGURATION]
    elsewhere = dict.fromkeys(("unneeded-exception", "unmatched-setting"), Path())
    findings = _plain(terminal.findings(of_settings, config.docs, elsewhere, COLUMNS))
    findings += _plain(terminal.findings(compared.of_target, Path(compared.prefix), {}, COLUMNS))
    report = findings + _plain(as_text(as_review(compared, (0, 0))))
    return report.replace(f"not Python {_PYTHON}:", "not Python 3.11:")  # a case says the same on each Python


def _changed(config: Config, *, descriptions: bool) -> str:
    before, after = find_pages(Path(BEFORE), config.exclude), find_pages(config.docs, config.exclude)
    changes = compare(config, before, after, descriptions=descriptions)[0]
    origins = (Origin(name, f"{name}/", f"{name}/") for name in (BEFORE, config.docs.name))
    findings = stale(config, accepted_changes(config), changes)
    return _plain(terminal.findings(findings, Path(), {}, COLUMNS)) + _plain(as_text(Review(changes, *origins)))


def _plain(lines: Iterable[Iterable[tuple[str, str]]]) -> str:
    return "".join("".join(text for text, _ in pieces) + "\n" for pieces in lines)
