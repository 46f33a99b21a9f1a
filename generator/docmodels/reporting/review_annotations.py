"""The form of GitHub's workflow commands, which GitHub Actions turns into annotations.

::warning file=docs/Room.md,line=7,title=field-optional (breaks receivers)::Room.roomId is optional now
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..changes import Change
from .review import Review, broken, stated, summary
from .text import visible
from .workflow_commands import command

FailOn = Literal["breaking", "senders", "receivers", "importers", "any"] | None


def as_commands(review: Review, fail_on: FailOn, files: str | None) -> Iterator[str]:
    """A command for each change, with its line end, the breaking ones first, as GitHub shows ten of each level.

    fail_on  changes that fail the run are errors; other breaking changes are warnings, the rest notices
    files    what stands before the path of a new page to have its path in the repository; None where it has none
    """
    for change in review.ranked:
        level = "error" if fails(change, fail_on) else "warning" if change.breaks else "notice"
        place = change.now or change.subject.new  # of what is removed there is the page at most
        properties = {}
        if place is not None and files is not None:
            properties["file"] = f"{files}{place.path}"
            if place.line:
                properties["line"] = str(place.line)
        properties["title"] = f"{change.kind} ({broken(change)})"
        # The log of a job shows the message alone.
        message = f"{review.place(change)}: {change.name} {stated(change)}; {broken(change)}"
        yield command(level, properties, visible(message))
    closing = summary(review.changes)
    yield command("notice", {"title": "docmodels diff"}, " ".join(filter(None, (closing + ".", review.incomplete))))


def fails(change: Change, fail_on: FailOn) -> bool:
    """Whether a change fails the run: any change, any that breaks code, or any that breaks one side."""
    return fail_on == "any" or (fail_on == "breaking" and bool(change.breaks)) or fail_on in change.breaks
