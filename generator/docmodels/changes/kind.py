"""A kind of change, and the sides that changes break."""

from __future__ import annotations

from enum import StrEnum

from ..frozen import frozen


class Whom(StrEnum):
    """The sides that a change can break.

    SENDERS    code that makes a model and sends it
    RECEIVERS  code that gets a model
    IMPORTERS  code that names a class, an attribute or a member of the package, whatever the JSON is
    """

    SENDERS = "senders"
    RECEIVERS = "receivers"
    IMPORTERS = "importers"


@frozen()
class ChangeKind:
    """A kind of change.

    breaks   the sides that it can break
    says     a predicate with `{old}` and `{new}`
    meaning  a paragraph of Markdown
    """

    breaks: tuple[Whom, ...]
    says: str
    meaning: str


NOBODY: tuple[Whom, ...] = ()
SENDERS = (Whom.SENDERS,)
RECEIVERS = (Whom.RECEIVERS,)
BOTH = (Whom.SENDERS, Whom.RECEIVERS)
IMPORTERS = (Whom.IMPORTERS,)
ALL = (*BOTH, *IMPORTERS)
