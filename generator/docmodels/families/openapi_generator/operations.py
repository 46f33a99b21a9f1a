"""Pages of operations: the models that they send and receive."""

from __future__ import annotations

from collections.abc import Iterator

from ...markdown import Inline, Page, Prose, Section
from ...model.declarations import Direction, Request, Use
from ...model.types import Link, walk
from ...notation.parser import read_type
from ...notation.vocabulary import Vocabulary
from ...patterns import regex
from ...tables.requests import request_of_cell
from .outline import field_table

_PARAMETERS = regex(r"(?:(?:required|optional|path|other) )?parameters")
_RETURN = "return type"
_REQUEST = "http request"


def uses(page: Page, vocabulary: Vocabulary) -> Iterator[Use]:
    """The uses of models, as parameters and results of operations."""
    requests = dict(_requests(page))
    request: Request | None = None
    for section in page.sections:
        heading = section.heading.text.strip().lower()
        request = requests.get(heading, request)
        if _PARAMETERS.fullmatch(heading):
            yield from _used(Direction.SENT, request, _parameters(section), page, vocabulary)
        elif heading == _RETURN:
            yield from _used(Direction.RECEIVED, request, _returned(section), page, vocabulary)


def _requests(page: Page) -> Iterator[tuple[str, Request]]:
    """Name of an operation, in lower case -> request, from the table of all operations."""
    for section in page.sections:
        for table in section.tables:
            if _REQUEST in table.headings:
                at = table.headings.index(_REQUEST)
                for row in table.rows:
                    request = request_of_cell(row.cells[at].text)
                    if request is not None:
                        yield row.cells[0].text.strip().rpartition(".")[2].lower(), request


def _used(
    direction: Direction, request: Request | None, cells: Iterator[Inline], page: Page, vocabulary: Vocabulary
) -> Iterator[Use]:
    types = (part for cell in cells for part in walk(read_type(cell, page.path, vocabulary).type))
    for link in dict.fromkeys(part for part in types if isinstance(part, Link)):
        yield Use(direction, link, request)


def _parameters(section: Section) -> Iterator[Inline]:
    for row in (row for table in section.tables for row in field_table(table).rows):
        cell = row.filled("type")
        if cell is not None:
            yield cell


def _returned(section: Section) -> Iterator[Inline]:
    for block in section.blocks:
        if isinstance(block, Prose):
            yield Inline(block.source.strip(), block.line, 1)
            return
