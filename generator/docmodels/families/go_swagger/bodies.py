"""The bodies of operations in place, below "Inlined models".

##### <span id="get-rooms-200"></span> 200 - OK

###### <span id="get-rooms-200-schema"></span> Schema

[GetRoomsOKBody](#get-rooms-o-k-body)

###### Inlined models

**<span id="get-rooms-o-k-body"></span> GetRoomsOKBody**
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...markdown import Page, Section
from ...patterns import regex
from ...tables.uses import links
from .outline import (
    INLINED,
    LabelledDraft,
    add_blocks,
    field_names,
    heading_name,
    is_model_heading,
    model_drafts,
    model_sections,
)

_PARAMETERS, _SCHEMA, _RESPONSES = "parameters", "schema", "responses"
_STATUS = regex(r"[1-5]\d\d\b")
_EMPTY = frozenset({"204", "205"})
"""The statuses of responses without a body."""


@dataclass(slots=True)
class _Operation:
    """The sections of an operation.

    sent     its parameters
    answers  the schemas of its responses, each with its status; "" for the default response
    inlined  its bodies, by their indexes on the page
    """

    sent: list[Section] = field(default_factory=list)
    answers: list[tuple[str, Section]] = field(default_factory=list)
    inlined: dict[int, Section] = field(default_factory=dict)


def drafts(page: Page) -> tuple[LabelledDraft, ...]:
    """The bodies of a page's operations, then its models."""
    return (*_body_drafts(page), *model_drafts(page))


def _body_drafts(page: Page) -> Iterator[LabelledDraft]:
    """The bodies of requests, and of responses that are no errors, in the order of the page.

    A body with the fields of an error body is left out: it only repeats the status.
    """
    bodies = [body for operation in page.once(_operations) for body in _drafts(operation)]
    errors = {field_names(draft) for draft, is_useful in bodies if not is_useful} - {frozenset()}
    yield from (draft for draft, is_useful in bodies if is_useful and field_names(draft) not in errors)


def _drafts(operation: _Operation) -> Sequence[tuple[LabelledDraft, bool]]:
    """The bodies of an operation, each with True if it is of a request or a success."""
    drafts: list[LabelledDraft] = []
    for section in operation.inlined.values():
        add_blocks(section, drafts)
    by_anchor = {anchor: draft for draft in drafts for anchor in draft.anchors}
    hrefs = [href for section in _useful(operation) for block in section.blocks for href in links(block)]
    useful: set[int] = set()
    while hrefs:
        draft = by_anchor.get(hrefs.pop().removeprefix("#"))
        if draft is not None and id(draft) not in useful:
            useful.add(id(draft))
            hrefs += [href for _, block in draft.labelled for href in links(block)]
    return [(draft, id(draft) in useful) for draft in drafts]


def body_sections(page: Page) -> frozenset[int]:
    """The indexes of the sections of bodies."""
    return frozenset(number for operation in page.once(_operations) for number in operation.inlined)


def _useful(operation: _Operation) -> Iterator[Section]:
    """The sections with links to bodies of requests, and of responses that are no errors.

    The default response is an error if another one is a success.
    """
    yield from operation.sent
    succeeds = any(status.startswith("2") for status, _ in operation.answers)
    for status, section in operation.answers:
        if (status.startswith("2") and status not in _EMPTY) or not (status or succeeds):
            yield section


def _operations(page: Page) -> Sequence[_Operation]:
    """The operations of a page, in its order."""
    operations: dict[int, _Operation] = {}
    models = model_sections(page)
    bodies: _Operation | None = None
    for number, trail in enumerate(page.trails()):
        if number in models:
            bodies = None
            continue
        section, names = trail[-1], [heading_name(section) for section in trail]
        # A description in a body may have headings of any level.
        bodies = bodies if bodies is not None and not is_model_heading(section) else None
        at = names.index(_RESPONSES) if _RESPONSES in names else len(names) - 1
        operation = operations.setdefault(id(trail[at - 1]), _Operation()) if at else _Operation()
        if names[-1] == INLINED:
            bodies = operation
        elif names[-1] == _PARAMETERS:
            operation.sent.append(section)
        elif names[-1] == _SCHEMA and at + 1 < len(names):
            status = _STATUS.match(names[at + 1])
            operation.answers.append((status[0] if status else "", section))
        if bodies is not None:
            bodies.inlined[number] = section
    return tuple(operations.values())
