"""The result of a comparison."""

from __future__ import annotations

from ..diagnostics import Place, Severity
from ..diagnostics.differences import DIFFERENCES
from ..frozen import frozen


@frozen()
class Match:
    """A model of the docs and the class that it is compared with.

    title        the model, as the docs call it
    class_name   the class: `Room`, `Room.Status`
    evidence     the reason, in a clause
    is_doubtful  whether the reason is weak
    docs, code   the places of both
    """

    title: str
    class_name: str
    evidence: str
    is_doubtful: bool
    docs: Place
    code: Place


@frozen()
class Disagreement:
    """One thing that the docs and the code do not agree on.

    kind        one of the kinds of docs/differences.md
    subject     the model as the docs call it, or the class that only the code has
    shape       what the subject is in the docs: "object", "enumeration", "union" or "alias"; in the code, if only that has it
    part        the field by its name in the JSON; "" for the model itself
    docs, code  what each says, in words; "" where the kind says all
    docs_place  the row or the heading in the docs; None if only the code has it
    code_place  the line of the code; None if only the docs have it
    severity    of the kind, for a model that operations send, receive, or both
    """

    kind: str
    subject: str
    shape: str
    part: str
    docs: str
    code: str
    docs_place: Place | None
    code_place: Place | None
    severity: Severity

    @property
    def name(self) -> str:
        """The subject of the disagreement: `Room`, `Room.roomId`."""
        return f"{self.subject}.{self.part}" if self.part else self.subject

    @property
    def message(self) -> str:
        """One line: `Room.roomId is string in the docs, integer in the code`."""
        return f"{self.name} {DIFFERENCES[self.kind].says.format(docs=self.docs, code=self.code)}"
