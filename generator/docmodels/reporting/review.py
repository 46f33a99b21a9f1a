"""A review: the changes, their places, and the sums, for all forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import groupby

from ..changes import KINDS, Change, Gate, Subject, Whom
from ..diagnostics import Severity
from ..frozen import frozen
from ..model.wording import counted

_MOST = 120  # the most characters of a type or a description
_CUT = "…"


@frozen()
class Origin:
    """The origin of one side's pages.

    name    its name for readers: `docs_in`, `HEAD:docs_in`
    prefix  the text before the path of a page, different for the two sides: `docs_in/`, `HEAD:docs_in/`
    folder  the folder before the path of a page: `docs_in/`
    errors  the number of errors in its docs
    """

    name: str
    prefix: str
    folder: str
    errors: int = 0


@frozen()
class Manner:
    """The words of a review: of changes of the docs, or of differences between docs and code.

    command     the command that shows everything
    heading     the heading of the page
    title       the title of the page, with the names of both sides as `{old}` and `{new}`
    calls       the words for the two sides in a sentence
    noun        the word for all changes
    sides       the headings of both sides on the page
    filters     mark of a change (see `marks`) → label of the page's filter: `{"senders": "breaks senders"}`
    columns     the headings of the second and the third column of a table
    grave       makes the words for a number of grave changes
    light       makes the words for a number of other changes
    parts       the headings of models with grave changes, and of the others
    says        kind → its words, with `{old}` and `{new}`
    alone       the kinds that share a table if their model has no other change
    own_words   the kinds whose words have no text of the docs
    is_old_row  whether a change stands at its place on the old side, if it has one
    use         makes the words for a model's kind and use, with its second argument applied to text of the docs
    is_grave, label, cell, marks, more, summary: see `CHANGES_OF_DOCS`
    """

    command: str
    heading: str
    title: str
    calls: tuple[str, str]
    noun: str
    sides: tuple[str, str]
    filters: Mapping[str, str]
    columns: tuple[str, str]
    grave: Callable[[int], str]
    light: Callable[[int], str]
    parts: tuple[str, str]
    says: Mapping[str, str]
    alone: frozenset[str]
    own_words: frozenset[str]
    is_old_row: bool
    is_grave: Callable[[Change], bool]
    label: Callable[[Change], str]
    cell: Callable[[Change], str]
    marks: Callable[[Change], tuple[str, ...]]
    more: Callable[[Sequence[Change]], str]
    summary: Callable[[Sequence[Change]], str]
    use: Callable[[Subject, Callable[[str], str]], str]


@frozen()
class Review:
    """The changes, grouped by their models, in order.

    new_errors  the number of errors in the new docs that the old docs do not have
    gate        the changes that fail the run
    manner      the words of the review
    """

    changes: tuple[Change, ...]
    old: Origin
    new: Origin
    new_errors: int = 0
    gate: Gate = Gate()
    manner: Manner = field(default_factory=lambda: CHANGES_OF_DOCS)

    @property
    def breaking(self) -> tuple[Change, ...]:
        return tuple(filter(self.manner.is_grave, self.changes))

    @property
    def failing(self) -> tuple[Change, ...]:
        """The changes that fail the run."""
        return tuple(change for change in self.changes if self.gate.severity(change) is Severity.ERROR)

    def label(self, change: Change, quoted: Callable[[str], str] = str) -> str:
        """The kind, `field-optional`, with `, accepted` behind it; or with the fingerprint of a change that fails the run.

        quoted  marks up the fingerprint
        """
        if change.fingerprint in self.gate.accepted:
            return f"{change.kind}, accepted"
        if change.fingerprint and self.gate.severity(change) is Severity.ERROR:
            return f"{change.kind} {quoted(change.fingerprint)}"
        return change.kind

    @property
    def summary(self) -> str:
        """The sums of the changes, and the number of accepted ones."""
        accepted = sum(change.fingerprint in self.gate.accepted for change in self.changes)
        sums = self.manner.summary(self.changes)
        return f"{sums}; {accepted} accepted" if accepted else sums

    @property
    def ranked(self) -> tuple[Change, ...]:
        """The changes, grave ones first."""
        return (*self.breaking, *(change for change in self.changes if not self.manner.is_grave(change)))

    @property
    def incomplete(self) -> str:
        """A sentence about errors in the docs; "" without errors."""
        wrong = [
            f"{side} {'have' if side.endswith('docs') else 'has'} {counted(origin.errors, 'error')}"
            for side, origin in zip(self.manner.calls, (self.old, self.new), strict=True)
            if origin.errors
        ]
        faults = " and ".join(wrong)
        if len(wrong) > 1 and not self.manner.is_old_row:
            faults += f", {self.new_errors or 'none'} of them new"
        return (
            f"{faults[:1].upper()}{faults[1:]}, so {self.manner.noun} may be missing or wrong here." if faults else ""
        )

    def place(self, change: Change) -> str:
        """`path:line` of the row on the side that the manner prefers, or else on the other side."""
        is_old = change.now is None or (self.manner.is_old_row and change.was is not None)
        origin, place = (self.old, change.was) if is_old else (self.new, change.now)
        assert place is not None
        return f"{origin.prefix}{place.path}:{place.line}" if place.line else f"{origin.prefix}{place.path}"

    def page(self, subject: Subject) -> str:
        """The page of a model, without the prefix of its side."""
        is_old = subject.new is None or (self.manner.is_old_row and subject.old is not None)
        origin, place = (self.old, subject.old) if is_old else (self.new, subject.new)
        assert place is not None
        return f"{origin.folder}{place.path}"

    def line(self, change: Change) -> str:
        """The line of a change on the page of its model, for a cell of a table."""
        if self.manner.is_old_row:
            return self.place(change).rpartition(":")[2] if change.was is not None else ""
        if change.now is not None:
            return str(change.now.line)
        return f"was {change.was.line}" if change.was is not None else ""

    def stated(self, change: Change, quoted: Callable[[str], str] = str) -> str:
        """The change in one line, `is required now`, with the place on the other side.

        quoted  marks up text of the docs
        """
        statement = stated(change, quoted, self.manner.says)
        if self.manner.is_old_row and change.was is not None and change.now is not None:
            place = f"{self.new.prefix}{change.now.path}:{change.now.line}"
            return f"{statement} ({quoted(place)})"
        return statement


def apart(review: Review, changes: Sequence[Change]) -> tuple[list[Change], list[tuple[Subject, list[Change]]]]:
    """The changes of models that are only new, gone or moved; and the other changes, by model."""
    groups = [(subject, list(group)) for subject, group in groupby(changes, lambda change: change.subject)]
    alone = [group[0] for _, group in groups if _is_alone(review, group)]
    return alone, [(subject, group) for subject, group in groups if not _is_alone(review, group)]


def _is_alone(review: Review, group: Sequence[Change]) -> bool:
    return len(group) == 1 and group[0].kind in review.manner.alone


def broken(change: Change) -> str:
    """`breaks senders and receivers`, `breaks nobody`."""
    return f"breaks {sides(change.breaks)}"


def sides(whom: Sequence[Whom]) -> str:
    """`senders`, `receivers and importers`; `everybody` for all sides, `nobody` for none."""
    return "everybody" if set(whom) == set(Whom) else " and ".join(whom) or "nobody"


def use(subject: Subject) -> str:
    """`an object, sent and received`: the kind of a model, and its use by operations, if they show it."""
    words = {Whom.SENDERS: "sent", Whom.RECEIVERS: "received"}
    article = "a" if subject.kind == "union" else "an"
    users = " and ".join(words[whom] for whom in subject.used) if subject.is_used else ""
    return f"{article} {subject.kind}, {users}" if users else f"{article} {subject.kind}"


def summary(changes: Sequence[Change]) -> str:
    """`7 changes in 3 models, 5 of them breaking: 2 for senders, 4 for receivers, 1 for importers`."""
    if not changes:
        return "no changes"
    models = len({change.subject for change in changes})
    total = f"{counted(len(changes), 'change')} in {counted(models, 'model')}"
    breaking = [change for change in changes if change.breaks]
    if not breaking:
        return f"{total}, none of them breaking"
    sums = (f"{sum(whom in change.breaks for change in breaking)} for {whom}" for whom in Whom)
    return f"{total}, {len(breaking)} of them breaking: {', '.join(sums)}"


_SAYS = {name: kind.says for name, kind in KINDS.items()}


def stated(change: Change, quoted: Callable[[str], str] = str, says: Mapping[str, str] = _SAYS) -> str:
    """The change in one line: `is required now`.

    quoted  marks up text of the docs
    says    kind → its words
    """
    old, new = (quoted(_short(text)) for text in (change.old, change.new))
    return says[change.kind].format(old=old, new=new)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else text[: _MOST - len(_CUT)] + _CUT


def _marks(change: Change) -> tuple[str, ...]:
    return tuple(map(str, change.breaks)) or ("nobody",)


def _more(changes: Sequence[Change]) -> str:
    breaking = sum(bool(change.breaks) for change in changes)
    return f"{counted(len(changes), 'change')} more, {breaking} of them breaking"


CHANGES_OF_DOCS: Manner = Manner(
    command="docmodels diff",
    heading="Changes in the models",
    title="Changes from {old} to {new}",
    calls=("the old docs", "the new docs"),
    noun="changes",
    sides=("Before", "After"),
    filters={**{str(whom): f"breaks {whom}" for whom in Whom}, "nobody": "breaks nobody"},
    columns=("Change", "Breaks"),
    grave=lambda number: counted(number, "breaking change"),
    light=lambda number: f"{counted(number, 'change')} that {'breaks' if number == 1 else 'break'} nobody",
    parts=("Models with breaking changes", "Models whose changes break nobody"),
    says=_SAYS,
    alone=frozenset({"model-added", "model-removed", "model-renamed", "model-moved"}),
    own_words=frozenset({"model-added", "model-removed", "model-kind-changed"}),
    is_old_row=False,
    is_grave=lambda change: bool(change.breaks),
    label=broken,
    cell=lambda change: sides(change.breaks),
    marks=_marks,
    more=_more,
    summary=summary,
    use=lambda subject, _: use(subject),
)
"""The manner of `docmodels diff`."""
