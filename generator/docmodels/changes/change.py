"""Two versions of a model, and the changes between them."""

from __future__ import annotations

from ..diagnostics import Place
from ..frozen import frozen
from ..model.code_names import Names
from ..model.direction import Directions
from ..model.model import Model
from .kind import Whom


@frozen()
class Version:
    """One of the two versions: its model, the directions of its models in operations, and its names in Python."""

    model: Model
    directions: Directions
    names: Names[str]


@frozen()
class Subject:
    """The model that a change belongs to.

    title    the title in the docs, the new one if it has changed; the identity if another model has the same title
    kind     "object", "enumeration", "union" or "alias"
    used     the sides that use it: senders, receivers; both if no operation names it
    is_used  whether an operation names it
    old      its place in the old docs; None if it is new
    new      its place in the new docs; None if it is gone
    key      its key in fingerprints, the same in every comparison with the same old docs; see `identity`
    """

    title: str
    kind: str
    used: tuple[Whom, ...]
    is_used: bool
    old: Place | None
    new: Place | None
    key: str = ""


@frozen()
class Change:
    """One difference between two models.

    kind         one of `KINDS`
    part         the part of the model that has changed: a field by its name on the wire, a value as JSON, a member in words;
                 "" for the model itself
    attribute    the name of the part in Python, if any: the new name, or the old one of a removed part
    old, new     the old and the new state in words, for `ChangeKind.says`
    breaks       the sides that it breaks, in the order of `Whom`
    was          the row in the old docs; None without one
    now          the row in the new docs; None without one
    fingerprint  identifies the change; it stays the same while other things change, and lines move
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
