"""The parts of two versions that are compared, and the changes between them."""

from __future__ import annotations

from ..diagnostics import Place
from ..frozen import frozen
from ..model.code_names import Names
from ..model.direction import Directions
from ..model.model import Model
from .kinds import Whom


@frozen()
class Version:
    """One of the two that are compared."""

    model: Model
    directions: Directions
    names: Names[str]


@frozen()
class Subject:
    """The model that a change is one of.

    title  as the docs show it, the new one where it has changed; the path, less its suffix, where others have the same
    kind   "object", "enumeration", "union" or "alias"
    used   the sides that use it: senders, receivers, both where no operation says anything of it
    told   whether an operation does
    old    its place in the old docs, None where it is not there
    new    and in the new ones
    key    tells it apart from all others, in any comparison with the same old docs; see `identity`
    """

    title: str
    kind: str
    used: tuple[Whom, ...]
    told: bool
    old: Place | None
    new: Place | None
    key: str = ""


@frozen()
class Change:
    """One difference between two models.

    kind       one of `KINDS`
    part       what of the model has changed: a field by its name on the wire, a value as JSON, a member in words; "" for
               the model itself
    attribute  the name of the part in Python, if any: the new name, or the old one of a removed part
    old, new   the old and the new state in words, as far as `Kind.says` has them
    breaks     whom it breaks, in the order of `Whom`
    was        the row of the old docs, None if they have no such row
    now        the row of the new docs, None if they have no such row
    fingerprint  tells it apart from other changes; it stays while other things change, and lines move
    """

    kind: str
    subject: Subject
    part: str
    attribute: str
    old: str
    new: str
    breaks: tuple[Whom, ...]
    was: Place | None
    now: Place | None
    fingerprint: str = ""

    @property
    def name(self) -> str:
        """The subject of the change: `Room`, `Room.roomId`, `Region "london"`."""
        if not self.part:
            return self.subject.title
        return f"{self.subject.title}{'.' if self.subject.kind == 'object' else ' '}{self.part}"
