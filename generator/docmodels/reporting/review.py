"""A review, before it has a form: the changes, their places, and the sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import groupby

from ..changes import KINDS, Change, Gate, Subject, Whom
from ..diagnostics import Severity
from ..frozen import frozen
from ..model.wording import counted

_MOST = 120  # characters of a type, or of a description
_CUT = "…"


@frozen()
class Origin:
    """Where the pages of one side come from.

    name    as it is shown: `docs_in`, `HEAD:docs_in`
    prefix  the text before the path of a page that distinguishes the two sides: `docs_in/`, `HEAD:docs_in/`
    folder  what stands before the path of a page in any case: `docs_in/`
    errors  how many errors its docs have
    """

    name: str
    prefix: str
    folder: str
    errors: int = 0


@frozen()
class Manner:
    """How a review speaks: of changes of the docs, or of differences between docs and code.

    command     the command that shows all
    heading     of the page
    title       of its tab, with the names of both sides as `{old}` and `{new}`
    calls       what the sides are called; noun, what all changes are
    sides       the headings of both sides on the page
    filters     what the page can show alone, by names that `marks` has: `{"senders": "breaks senders"}`
    columns     the headings of the second and the third column of a table
    grave       what a number of grave changes is called; light, of the others
    parts       the headings of models with grave changes, and of the others
    says        the words of each kind, with `{old}` and `{new}`
    alone       the kinds that share a table if a model has no other change
    own_words   the kinds whose words are all docmodels' own
    is_old_row  whether a change is at its place on the old side, if it has one
    use         what a model is and how it is used; it makes of foreign words what the second argument makes of them
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

    new_errors  how many errors of the new docs the old docs do not have
    gate        what fails the run
    manner      how the review speaks
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
        """`field-optional`, the kind; what else a reader needs: that it is accepted, or how to accept it.

        quoted  what is made of a fingerprint
        """
        if change.fingerprint in self.gate.accepted:
            return f"{change.kind}, accepted"
        if change.fingerprint and self.gate.severity(change) is Severity.ERROR:
            return f"{change.kind} {quoted(change.fingerprint)}"
        return change.kind

    @property
    def summary(self) -> str:
        """The sums of the changes, and how many of them are accepted."""
        accepted = sum(change.fingerprint in self.gate.accepted for change in self.changes)
        sums = self.manner.summary(self.changes)
        return f"{sums}; {accepted} accepted" if accepted else sums

    @property
    def ranked(self) -> tuple[Change, ...]:
        """The changes, the grave ones first."""
        return (*self.breaking, *(change for change in self.changes if not self.manner.is_grave(change)))

    @property
    def incomplete(self) -> str:
        """A sentence on errors in the docs; "" without one."""
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
        """`path:line` of the new row, of the old one where there is no new one; or the other way round."""
        is_old = change.now is None or (self.manner.is_old_row and change.was is not None)
        origin, place = (self.old, change.was) if is_old else (self.new, change.now)
        assert place is not None
        return f"{origin.prefix}{place.path}:{place.line}" if place.line else f"{origin.prefix}{place.path}"

    def page(self, subject: Subject) -> str:
        """The page of a model, without what tells the sides apart."""
        is_old = subject.new is None or (self.manner.is_old_row and subject.old is not None)
        origin, place = (self.old, subject.old) if is_old else (self.new, subject.new)
        assert place is not None
        return f"{origin.folder}{place.path}"

    def line(self, change: Change) -> str:
        """The line of a change on the page of its model, as a cell has it."""
        if self.manner.is_old_row:
            return self.place(change).rpartition(":")[2] if change.was is not None else ""
        if change.now is not None:
            return str(change.now.line)
        return f"was {change.was.line}" if change.was is not None else ""

    def stated(self, change: Change, quoted: Callable[[str], str] = str) -> str:
        """The change of the part, in one line: `is required now`; and the place on the other side.

        quoted  what is made of the words that the docs have a share in
        """
        statement = stated(change, quoted, self.manner.says)
        if self.manner.is_old_row and change.was is not None and change.now is not None:
            place = f"{self.new.prefix}{change.now.path}:{change.now.line}"
            return f"{statement} ({quoted(place)})"
        return statement


def apart(review: Review, changes: Sequence[Change]) -> tuple[list[Change], list[tuple[Subject, list[Change]]]]:
    """The changes of models that are new, gone or moved and have no other change; and the other changes by model."""
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
    users = " and ".join(words[whom] for whom in subject.used) if subject.told else ""
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
    """The change of the part, in one line: `is required now`.

    quoted  what is made of the words that the docs have a share in
    says    the words of each kind
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
