"""Schemas of responses without a section of their own: the tables below "Response Schema", one a status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...markdown import Page, Prose, Section, Table
from ...markdown.anchors import anchor_ids
from ...model.declarations import Direction, Use
from ...model.types import Ref
from ...patterns import regex
from ...tables.requests import request_of
from ..kit import Builder, RoleTable
from .outline import JoinedTable, Schema, is_of_values, property_table, value_table

_HEADINGS = frozenset({"response schema", "返回数据结构"})
_STATUS = regex(r"(?:Status Code|状态码)\s*\*\*(?P<status>\d{3}|default)\*\*")
_METHOD = regex(r"(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS)\s+(?=\S)")
_OPERATION = "opId"
"""The start of the anchors of operations, before the operation's id."""


def inline_drafts(page: Page, schemas: Sequence[Schema]) -> list[Schema]:
    """The schemas of responses in operations alone.

    Apifox, which has a column of titles, writes no other section for these. In the docs of widdershins, they count only
    on a page without schemas.
    """
    taken = {number for schema in schemas for number in range(schema.first, schema.end)}
    drafts: list[Schema] = []
    for number, trail in enumerate(page.trails()):
        if number in taken or len(trail) < 2 or trail[-1].heading.text.strip().casefold() not in _HEADINGS:
            continue
        values = tuple(_values(page.sections[number + 1 :], trail[-1].level))
        name = _operation(trail[-2])
        for status, table in _tables(trail[-1]):
            if not schemas or "title" in table.columns:
                is_first = not drafts or drafts[-1].heading is not trail[-1].heading
                title = f"{name} Response" if is_first else f"{name} Response {status}"
                drafts.append(_draft(trail[-1], title, number, table, values))
    return drafts


def uses(page: Page, drafts: Sequence[Schema], builder: Builder) -> Iterator[Use]:
    """The models that the operations of a page receive."""
    trails = list(page.trails())
    for draft in drafts:
        yield Use(Direction.RECEIVED, Ref(builder.id(draft)), request_of(trails[draft.first]))


def _tables(section: Section) -> Iterator[tuple[str, JoinedTable]]:
    """The tables of properties in a section, each with its status of HTTP."""
    status = ""
    for block in section.blocks:
        match = _STATUS.fullmatch(block.source.strip()) if isinstance(block, Prose) else None
        status = match["status"] if match is not None else status
        if isinstance(block, Table) and status and (table := property_table(block)) is not None:
            yield status, table


def _values(sections: Sequence[Section], level: int) -> Iterator[RoleTable]:
    """The tables of values right behind a section of the level `level`."""
    for section in takewhile(lambda section: section.level > level or is_of_values(section), sections):
        yield from map(value_table, section.tables if is_of_values(section) else ())


def _operation(section: Section) -> str:
    """The id of an operation in its anchor, or else its heading without the method of HTTP."""
    anchors = [*section.anchors]
    for block in section.blocks[:2]:
        anchors += anchor_ids(block.source) if isinstance(block, Prose) else ()
    ids = [anchor.removeprefix(_OPERATION) for anchor in anchors if anchor.startswith(_OPERATION)]
    return next(filter(None, ids), "") or _METHOD.sub("", section.heading.text.strip(), count=1)


def _draft(section: Section, title: str, number: int, table: JoinedTable, values: tuple[RoleTable, ...]) -> Schema:
    return Schema(
        section.heading,
        title,
        (),
        first=number,
        end=number + 1,
        description="",
        example="",
        joined=(table,),
        values=values,
    )
