"""Differences between docs and code as a review, for all forms of reviews.

The docs are the old side of the review, the code is the new side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from ..changes import Change, Subject
from ..comparing import Disagreement, Match
from ..diagnostics import Diagnostic, Place, Severity
from ..diagnostics.differences import DIFFERENCES
from ..model.wording import counted
from ..patterns import regex
from ..pipeline.compare import Compared
from ..sources.paths import absolute
from .findings import Finding
from .review import Manner, Origin, Review

_OWN = regex(r"[a-z0-9, ]*")
"""Evidence in docmodels' own words alone."""

_Severities = Mapping[Change, Severity]


def as_review(compared: Compared, errors: tuple[int, int]) -> Review:
    """The differences as a review.

    errors  the number of errors in the docs, and in the target
    """
    matches = {match.title: match for match in compared.matches}
    docs, code = errors
    changes = tuple(_change(difference, matches.get(difference.subject)) for difference in compared.differences)
    # The names of the two sides differ, so no prefix has to distinguish them.
    old = Origin(compared.docs.rstrip("/") or ".", compared.docs, compared.docs, docs)
    new = Origin(compared.target, compared.prefix, compared.prefix, code)
    severities = {change: difference.severity for change, difference in zip(changes, compared.differences, strict=True)}
    return Review(changes, old, new, manner=_manner(matches, compared, severities))


def _change(difference: Disagreement, match: Match | None) -> Change:
    is_of_docs = difference.docs_place is not None
    old = match.docs if match is not None and is_of_docs else difference.docs_place
    new = match.code if match is not None and is_of_docs else difference.code_place
    subject = Subject(difference.subject, difference.shape, (), False, old, new)
    return Change(
        difference.kind,
        subject,
        difference.part,
        "",
        difference.docs,
        difference.code,
        (),
        difference.docs_place,
        difference.code_place,
    )


def _sums(severities: _Severities, changes: Sequence[Change]) -> str:
    """`1 error, 2 warnings, 3 notes`."""
    counts = Counter(severities[change] for change in changes)
    return ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])


def _summary(compared: Compared, severities: _Severities, changes: Sequence[Change]) -> str:
    """`3 differences in 2 models: 1 error, 2 notes; 12 models have a class`."""
    pairs = f"{counted(len(compared.matches), 'model')} compared with {'its class' if len(compared.matches) == 1 else 'their classes'}"
    excused = f", {len(compared.excused)} more excused" if compared.excused else ""
    if not changes:
        return f"no differences{excused}; {pairs}"
    models = len({change.subject for change in changes})
    return f"{counted(len(changes), 'difference')} in {counted(models, 'model')}: {_sums(severities, changes)}{excused}; {pairs}"


def _more(severities: _Severities, changes: Sequence[Change]) -> str:
    return f"{counted(len(changes), 'difference')} more: {_sums(severities, changes)}"


def _use(matches: dict[str, Match], prefix: str, subject: Subject, quoted: Callable[[str], str]) -> str:
    """`an object; Room at models.py:7 by the same name`."""
    article = "a" if subject.kind == "union" else "an"
    match = matches.get(subject.title)
    if match is None or subject.new != match.code:
        return f"{article} {subject.kind}"
    place = f"{prefix}{match.code.path}:{match.code.line}"
    doubt = ", which is doubtful" if match.is_doubtful else ""
    evidence = match.evidence if _OWN.fullmatch(match.evidence) else quoted(match.evidence)
    return f"{article} {subject.kind}; {quoted(match.class_name)} at {quoted(place)} by {evidence}{doubt}"


def _manner(matches: dict[str, Match], compared: Compared, severities: _Severities) -> Manner:
    def label(change: Change) -> str:
        return str(severities[change])

    return Manner(
        command="docmodels compare",
        heading="Differences between docs and code",
        title="Differences between {old} and {new}",
        calls=("the docs", "the code"),
        noun="differences",
        sides=("Docs", "Code"),
        filters={str(severity): f"{severity}s" for severity in Severity},
        columns=("Difference", "Severity"),
        grave=lambda number: counted(number, "error or warning") if number == 1 else f"{number} errors and warnings",
        light=lambda number: counted(number, "note"),
        parts=("Models with errors or warnings", "Models with notes alone"),
        says={
            name: kind.says.replace("{docs}", "{old}").replace("{code}", "{new}") for name, kind in DIFFERENCES.items()
        },
        alone=frozenset({"class-missing", "class-undocumented"}),
        own_words=frozenset({"class-missing", "class-undocumented", "shape-differs"}),
        is_old_row=True,
        is_grave=lambda change: severities[change] is not Severity.NOTE,
        label=label,
        cell=label,
        marks=lambda change: (str(severities[change]),),
        more=partial(_more, severities),
        summary=partial(_summary, compared, severities),
        use=partial(_use, matches, compared.prefix),
    )


def as_findings(compared: Compared, docs: Path) -> list[Finding]:
    """The differences as findings, errors first; each at its line in the code, or else at its line in the docs."""
    ranked = sorted(compared.differences, key=lambda difference: list(Severity).index(difference.severity))
    return [_finding(difference, compared, docs) for difference in ranked]


def _finding(difference: Disagreement, compared: Compared, docs: Path) -> Finding:
    place, folder = (
        (difference.code_place, Path(compared.prefix))
        if difference.code_place is not None
        else (difference.docs_place, docs)
    )
    assert place is not None
    other = difference.docs_place if difference.code_place is not None else None
    message = (
        f"{difference.message} ({compared.docs}{other.path}:{other.line})" if other is not None else difference.message
    )
    return Finding(
        Diagnostic(Place(place.path, place.line), difference.kind, message),
        absolute(folder / place.path),
        difference.severity,
    )
