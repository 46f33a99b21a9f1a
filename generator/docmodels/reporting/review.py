"""What is shown, whatever the form: the changes, where each is, and the sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from ..changes import KINDS, Change, Gate, Subject, Whom
from ..diagnostics import Severity
from ..frozen import frozen
from ..model.wording import counted

_MOST = 120  # characters of a type, or of a description
_CUT = "…"

ALONE = frozenset({"model-added", "model-removed", "model-renamed", "model-moved"})


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
class Review:
    """The changes, grouped by their models, in order.

    new_errors  how many errors of the new docs the old docs do not have
    gate        what fails the run
    """

    changes: tuple[Change, ...]
    old: Origin
    new: Origin
    new_errors: int = 0
    gate: Gate = Gate()

    @property
    def breaking(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.breaks)

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
        return f"{summary(self.changes)}; {accepted} accepted" if accepted else summary(self.changes)

    @property
    def ranked(self) -> tuple[Change, ...]:
        """The changes, those that break code first."""
        return (*self.breaking, *(change for change in self.changes if not change.breaks))

    @property
    def incomplete(self) -> str:
        """A sentence on errors in the docs; "" without one."""
        wrong = [
            f"the {age} docs have {counted(origin.errors, 'error')}"
            for age, origin in (("old", self.old), ("new", self.new))
            if origin.errors
        ]
        said = " and ".join(wrong)
        if len(wrong) > 1:
            said += f", {self.new_errors or 'none'} of them new"
        return f"{said[:1].upper()}{said[1:]}, so changes may be missing or wrong here." if said else ""

    def place(self, change: Change) -> str:
        """`path:line` of the new row, of the old one where there is no new one."""
        origin, place = (self.new, change.now) if change.now is not None else (self.old, change.was)
        assert place is not None
        return f"{origin.prefix}{place.path}:{place.line}" if place.line else f"{origin.prefix}{place.path}"


def apart(changes: Sequence[Change]) -> tuple[list[Change], list[tuple[Subject, list[Change]]]]:
    """The changes of models that are new, gone or moved and have no other change; and the other changes by model."""
    groups = [(subject, list(group)) for subject, group in groupby(changes, lambda change: change.subject)]
    alone = [group[0] for _, group in groups if _is_alone(group)]
    return alone, [(subject, group) for subject, group in groups if not _is_alone(group)]


def _is_alone(group: Sequence[Change]) -> bool:
    return len(group) == 1 and group[0].kind in ALONE


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
    told = " and ".join(words[whom] for whom in subject.used) if subject.told else ""
    return f"{article} {subject.kind}, {told}" if told else f"{article} {subject.kind}"


def summary(changes: Sequence[Change]) -> str:
    """`7 changes in 3 models, 5 of them breaking: 2 for senders, 4 for receivers, 1 for importers`."""
    if not changes:
        return "no changes"
    models = len({change.subject for change in changes})
    whole = f"{counted(len(changes), 'change')} in {counted(models, 'model')}"
    breaking = [change for change in changes if change.breaks]
    if not breaking:
        return f"{whole}, none of them breaking"
    sums = (f"{sum(whom in change.breaks for change in breaking)} for {whom}" for whom in Whom)
    return f"{whole}, {len(breaking)} of them breaking: {', '.join(sums)}"


def stated(change: Change, quoted: Callable[[str], str] = str) -> str:
    """What has happened to the part: `is required now`, in one line.

    quoted  what is made of the words that the docs have a share in
    """
    old, new = (quoted(_short(text)) for text in (change.old, change.new))
    return KINDS[change.kind].says.format(old=old, new=new)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else text[: _MOST - len(_CUT)] + _CUT
