"""The changes between two models."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Place
from ..model.declarations import Alias, Declaration, Enumeration, Object
from ..model.wording import kind, shape
from .change import Change, Version
from .comparison import Comparison, compared, tell
from .contents import alias, described, enumeration, fields
from .kind import BOTH

_DESCRIBED = "-described"


def compare(old: Version, new: Version, *, descriptions: bool = False) -> tuple[Change, ...]:
    """The changes between two versions, by page, and within a model by row; none if both versions are the same.

    descriptions  whether changes of descriptions count
    """
    changes = _changes(compared(old, new))
    wanted = (change for change in changes if descriptions or not change.kind.endswith(_DESCRIBED))
    return tuple(sorted(wanted, key=_order))


def _order(change: Change) -> tuple[str, int, str, bool, int, bool]:
    place = change.subject.new or change.subject.old or Place("")
    row = change.now or change.was or place
    return place.path, place.line, change.subject.title, bool(change.part), row.line, change.now is None


def _changes(comparison: Comparison) -> Iterator[Change]:
    taken = set(comparison.matches.values())
    for before in comparison.old.model.declarations:
        if before.id in comparison.matches:
            yield from _model(comparison, before, comparison.new.model.by_id[comparison.matches[before.id]])
        else:
            whom = None if before.id in comparison.old.names.classes else BOTH
            subject = comparison.subject(before, None)
            yield tell(subject, "model-removed", before.place, None, old=shape(before), whom=whom, key=())
    for after in comparison.new.model.declarations:
        if after.id not in taken:
            yield tell(comparison.subject(None, after), "model-added", None, after.place, new=shape(after), key=())


def _model(comparison: Comparison, old: Declaration, new: Declaration) -> Iterator[Change]:
    subject = comparison.subject(old, new)
    yield from _whereabouts(comparison, old, new)
    if (old.deprecated is None) != (new.deprecated is None):
        name = "model-restored" if new.deprecated is None else "model-deprecated"
        yield tell(subject, name, old.place, new.place, old=old.deprecated or "", new=new.deprecated or "")
    match old, new:
        case Object(), Object():
            yield from fields(comparison, subject, old, new)
        case Enumeration(), Enumeration():
            yield from enumeration(comparison, subject, old, new)
        case Alias(), Alias():
            yield from alias(comparison, subject, old, new)
        case _:
            words, key = (shape(old), shape(new)), (kind(old), kind(new))
            yield tell(subject, "model-kind-changed", old.place, new.place, old=words[0], new=words[1], key=key)
    before, after = described(old), described(new)
    if before != after:
        yield tell(subject, "model-described", old.place, new.place, old=before, new=after)


def _whereabouts(comparison: Comparison, old: Declaration, new: Declaration) -> Iterator[Change]:
    """The changes of the names of the class and of its module; none if one version has no class."""
    before, after = comparison.old.names.classes.get(old.id), comparison.new.names.classes.get(new.id)
    if before is None or after is None or before == after:
        return
    subject = comparison.subject(old, new)
    if before.name != after.name:
        title = comparison.old_words.title(old.id)
        yield tell(subject, "model-renamed", old.place, new.place, old=title, key=(new.title,))
    else:
        was, now = before.dotted, after.dotted
        if was.rpartition(".")[2] == now.rpartition(".")[2] and "." in was and "." in now:
            was, now = was.rpartition(".")[0], now.rpartition(".")[0]
        yield tell(subject, "model-moved", old.place, new.place, old=was, new=now)
