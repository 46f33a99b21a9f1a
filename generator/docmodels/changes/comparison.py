"""Two versions of a model, with the facts about both that every comparison needs."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from ..diagnostics import Place
from ..frozen import frozen
from ..model.declarations import Declaration
from ..model.direction import reached
from ..model.types import DeclarationId, Type
from ..model.wording import Wording, kind
from .assignability import Assignability
from .canonical import canonical
from .change import Change, Subject, Version
from .identity import Keys, fingerprint, keys_of, type_key
from .kind import BOTH, NOBODY, RECEIVERS, SENDERS, Whom
from .kinds import KINDS
from .matching import match

_Use = Mapping[Whom, frozenset[DeclarationId]]


@frozen()
class Comparison:
    """Two versions; `matches` pairs each old declaration that is still there with the new one."""

    old: Version
    new: Version
    matches: Mapping[DeclarationId, DeclarationId]
    old_words: Wording
    new_words: Wording
    _old_use: _Use
    _new_use: _Use
    _sent: Assignability
    _made: Assignability
    _received: Assignability
    _old_keys: Keys
    _new_keys: Keys

    def subject(self, old: Declaration | None, new: Declaration | None) -> Subject:
        """The declaration that changed, in its two states; one of the two may be None.

        Code that breaks was written for the old model, so the old operations decide which sides use it. The new ones
        decide only if no old one names it.
        """
        used: tuple[Whom, ...] = ()
        for use, declaration in ((self._old_use, old), (self._new_use, new)):
            if declaration is not None:
                used = used or tuple(whom for whom in BOTH if declaration.id in use[whom])
        current, words = (new, self.new_words) if new is not None else (old, self.old_words)
        assert current is not None
        return Subject(
            title=words.title(current.id),
            kind=kind(current),
            used=used or BOTH,
            is_used=bool(used),
            old=old.place if old is not None else None,
            new=new.place if new is not None else None,
            key=self._old_keys[old.id] if old is not None else self._new_keys[current.id],
        )

    def old_key(self, type_: Type) -> str:
        """An old type, as a part of a fingerprint."""
        return type_key(type_, self._old_keys)

    def new_key(self, type_: Type) -> str:
        """A new type, as a part of a fingerprint."""
        return type_key(type_, self._new_keys)

    def wording(self, old: Type, new: Type) -> tuple[str, str]:
        """Two different types, in different words."""
        words = self.old_words.type(old), self.new_words.type(new)
        if words[0] != words[1]:
            return words
        return Wording(self.old.model, by_id=True).type(old), Wording(self.new.model, by_id=True).type(new)

    def called(self, old: DeclarationId) -> Hashable:
        """The identity of an old declaration in the new model; for one that is gone, an identity that no other has."""
        return self.matches.get(old, (old,))

    def type_change(self, old: Type, new: Type) -> tuple[str, tuple[Whom, ...]] | None:
        """The kind of the change from one type to the other, and the sides that it breaks; None if they are the same."""
        if canonical(old, self.called) == canonical(new):
            return None
        match self._sent.fits(old, new), self._received.fits(new, old):
            case True, True:
                return "class-changed", NOBODY if self._made.fits(old, new) else SENDERS
            case False, True:
                return "type-narrowed", SENDERS
            case True, False if self._made.fits(old, new):
                return "type-widened", RECEIVERS
            case _:
                return "type-changed", BOTH


def compared(old: Version, new: Version) -> Comparison:
    matches = match(old.model, new.model)
    back = {after: before for before, after in matches.items()}
    return Comparison(
        old,
        new,
        matches,
        Wording(old.model),
        Wording(new.model),
        _use(old),
        _use(new),
        # Values that code sends must fit the new type, as JSON and as objects in Python; values that it receives must fit
        # the old one.
        Assignability(old.model, new.model, partial(_is_pair, matches), as_received=False),
        Assignability(old.model, new.model, partial(_is_pair, matches), as_received=False, by_class=True),
        Assignability(new.model, old.model, partial(_is_pair, back), as_received=True),
        *keys_of(old.model, new.model, matches),
    )


def tell(
    subject: Subject,
    name: str,
    was: Place | None,
    now: Place | None,
    *,
    part: str = "",
    attribute: str = "",
    old: str = "",
    new: str = "",
    whom: tuple[Whom, ...] | None = None,
    key: Sequence[str] | None = None,
) -> Change:
    """A change. It breaks senders and receivers only if they use the model, and importers in any case.

    whom  the sides that it can break; None for those of its kind
    key   the part and its states for the fingerprint; None for their words, if no other change of the docs alters these
    """
    possible = KINDS[name].breaks if whom is None else whom
    breaks = tuple(side for side in possible if side is Whom.IMPORTERS or side in subject.used)
    made = fingerprint(name, subject.key, *((part, old, new) if key is None else key))
    return Change(name, subject, part, attribute, old, new, breaks, was, now, made)


def _is_pair(matches: Mapping[DeclarationId, DeclarationId], one: DeclarationId, other: DeclarationId) -> bool:
    return matches.get(one) == other


def _use(version: Version) -> _Use:
    return {
        Whom.SENDERS: reached(version.model, version.directions.sent),
        Whom.RECEIVERS: reached(version.model, version.directions.received),
    }
