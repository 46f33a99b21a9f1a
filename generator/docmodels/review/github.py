"""The form of GitHub's workflow commands, which GitHub Actions turns into annotations.

    ::warning file=docs/Room.md,line=7,title=field-optional (breaks receivers)::Room.roomId is optional now

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..model.changes import Change
from ..text import visible
from .review import Review, broken, stated, summary

FailOn = Literal["breaking", "any"] | None


def as_commands(review: Review, fail_on: FailOn, files: str | None) -> Iterator[str]:
    """A command for each change, with its line end, the breaking ones first, as GitHub shows ten of each level.

    fail_on  what fails the run is an error; else what breaks code is a warning, and the rest are notices
    files    what stands before the path of a new page to have its path in the repository; None where it has none
    """
    for change in (*review.breaking, *(change for change in review.changes if not change.breaks)):
        level = "error" if fails(change, fail_on) else "warning" if change.breaks else "notice"
        place = change.now or change.subject.new  # of what is removed there is the page at most
        properties = {}
        if place is not None and files is not None:
            properties["file"] = f"{files}{place.path}"
            if place.line:
                properties["line"] = str(place.line)
        properties["title"] = f"{change.kind} ({broken(change)})"
        listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        # The log of a job shows the message alone.
        message = f"{review.place(change)}: {change.name} {stated(change)}; {broken(change)}"
        yield f"::{level} {listed}::{_data(visible(message))}\n"
    closing = summary(review.changes)
    yield f"::notice title=docmodels diff::{_data(' '.join(filter(None, (closing + '.', review.incomplete))))}\n"


def fails(change: Change, fail_on: FailOn) -> bool:
    return fail_on == "any" or (fail_on == "breaking" and bool(change.breaks))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
