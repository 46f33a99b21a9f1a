"""A review as workflow commands, which GitHub Actions turns into annotations.

::warning file=docs/Room.md,line=7,title=field-optional (breaks receivers)::Room.roomId is optional now
"""

from __future__ import annotations

from collections.abc import Iterator

from .review import Review, broken, stated
from .text import visible
from .workflow_commands import COMMANDS, command


def as_commands(review: Review, files: str | None) -> Iterator[str]:
    """A command for each change, with its line end; breaking changes first, since GitHub shows ten of each level.

    files  the folder of the new pages in the repository, with `/`; None if they are not in it
    """
    for change in review.ranked:
        level = COMMANDS[review.gate.severity(change)]
        place = change.now or change.subject.new  # a removed part has no row, only the page
        properties = {}
        if place is not None and files is not None:
            properties["file"] = f"{files}{place.path}"
            if place.line:
                properties["line"] = str(place.line)
        properties["title"] = f"{change.kind} ({broken(change)})"
        # The log of a job shows the message alone.
        message = f"{review.place(change)}: {change.name} {stated(change)}; {broken(change)}"
        if level == "error" and change.fingerprint:
            message += f" ({change.fingerprint})"
        yield command(level, properties, visible(message))
    closing = review.summary
    yield command("notice", {"title": "docmodels diff"}, " ".join(filter(None, (closing + ".", review.incomplete))))
