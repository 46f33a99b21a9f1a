"""The declarations of a page's messages and enumerations, and the models that its services send and receive."""

from __future__ import annotations

from collections.abc import Iterator

from ...markdown import Page
from ...model.declarations import Direction, Use
from ...model.types import ANY
from ...notation.parser import read_type
from ...notation.protobuf import PROTOBUF
from ..family import Reading
from ..kit import Builder
from .cells import plain_name
from .outline import Message, Shape, drafts
from .references import References, map_entries
from .rows import read_fields


def read_page(page: Page, packages: str) -> Reading:
    """Declare the messages and enumerations of a page; the entries of maps are no models.

    packages  the prefix to leave out of titles
    """
    messages = page.once(drafts)
    entries = map_entries(messages)
    models = [message for message in messages if message.shape is not Shape.METHODS and message.full not in entries]
    builder = Builder(page.path, models, packages)
    references = References(messages, entries, builder)
    for message in messages:
        _report_unread(message, builder)
    for message in models:
        _declare(message, references, builder)
    uses = [use for message in messages for use in _uses(message, references, builder)]
    for message in messages:
        if message.full in references.alone:
            _declare(message, references, builder)
    return builder.reading(uses)


def _declare(message: Message, references: References, builder: Builder) -> None:
    if message.shape is not Shape.VALUES:
        builder.object(message, message.description, read_fields(message, references, builder))
        return
    members = builder.members(message.of_shape(Shape.VALUES), plain_name)  # in JSON, a value is its name
    if members:
        builder.enumeration(message, message.description, members)
        return
    text = "the table shows no values; the enumeration is typed as Any"
    builder.report(message.heading, "no-table", text, "Add a row for each value.")
    builder.alias(message, message.description, ANY)


def _uses(message: Message, references: References, builder: Builder) -> Iterator[Use]:
    """The models that the methods of a service send and receive."""
    for row in (row for table in message.of_shape(Shape.METHODS) for row in table.rows):
        for role, direction in (("request", Direction.SENT), ("response", Direction.RECEIVED)):
            type_ = references.resolved(read_type(row[role], builder.path, PROTOBUF).type, message)
            yield Use(direction, references.noted(type_))


def _report_unread(message: Message, builder: Builder) -> None:
    """Report the tables of a message with another shape than its own."""
    if message.shape is Shape.METHODS:
        return
    for table in message.shaped:
        if table.shape is not message.shape:
            text = f"the table shows {table.shape}, which are not fields of {message.title}; it is left out"
            help_ = "In JSON, an extension has its full name in brackets; write a model with it by hand if you need it."
            builder.report(table.table.header[0], "unread-table", text, help_)
    for unread in message.unread:
        builder.unread_table(unread, "Give it the columns Field and Type, or Name and Number.")
