"""How a page is built: a section for each message, enumeration and service, under the anchor of its full name.

The template writes `<a name="acme.rooms.v1.Room.Tags"></a>`, later versions `acme-rooms-v1-Room-Tags`, before
`### Room.Tags`. Lines of a comment may look like headings. They belong to the section around them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...frozen import frozen
from ...markdown import Page, Prose, Section, Table
from ...model.names import folded
from ...patterns import regex
from ...tables.columns import columns
from ...tables.texts import joined, text_of
from ..kit import Draft, RoleTable


class Shape(StrEnum):
    """The content of a table."""

    FIELDS = "fields"
    VALUES = "values"
    METHODS = "methods"
    EXTENSIONS = "extensions"
    SCALARS = "scalars"


_DESCRIPTIONS = dict.fromkeys(("description", "comment", "comments"), "description")
_ROLES = (
    (Shape.SCALARS, {".proto type": "name"}, {"name"}),
    (Shape.EXTENSIONS, {"extension": "name"}, {"name"}),
    (
        Shape.METHODS,
        {"method name": "name", "method": "name", "request type": "request", "response type": "response"},
        {"name", "request", "response"},
    ),
    (
        Shape.FIELDS,
        {"field": "name", "name": "name", "type": "type", "label": "label", "default": "default"}
        | {"ordinal": "number", "number": "number", "#": "number", **_DESCRIPTIONS},
        {"name", "type"},
    ),
    (
        Shape.VALUES,
        {"name": "name", "value": "name", **dict.fromkeys(("number", "ordinal"), "number"), **_DESCRIPTIONS},
        {"name", "number"},
    ),
)
"""Shapes of tables: heading of a column -> role, and the roles that a table must have."""

_FRAMES = ("Table of Contents", "Scalar Value Types", "File-level Extensions")
_HEADS = ("Messages", "Enums", "Services", "Methods", "Extensions")
_NAME = regex(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_TITLE = regex(r"(?:message|enum|service)(?::\s+|\s+(?=`))`?(?P<name>[\w.]+)`?(?:\s+\([^()]*\))?", re.IGNORECASE)
_CALL = regex(r"(?:> )?\*\*rpc\*\* ")
LABELS = ("optional", "required", "repeated", "map")


@frozen()
class ShapedTable(RoleTable):
    """A table of a known shape."""

    shape: Shape


@dataclass(slots=True, eq=False, kw_only=True)
class Message(Draft):
    """A message, an enumeration or a service. Its title begins with those around it: `Room.Tags`.

    shape   its kind; None for a message without fields
    shaped  its tables
    unread  tables without a shape, such as the options of a field
    """

    description: str
    shape: Shape | None
    shaped: tuple[ShapedTable, ...]
    unread: tuple[Table, ...]

    def of_shape(self, shape: Shape) -> Iterator[ShapedTable]:
        """The tables of one shape."""
        return (table for table in self.shaped if table.shape is shape)


def _title(section: Section) -> str:
    """The name in a heading: `Room`, ``message `Room` (api/rooms.proto)``, `Message: Room`."""
    text = section.heading.source.strip()
    match = _TITLE.fullmatch(text)
    return match["name"] if match else section.heading.text.strip()


def drafts(page: Page) -> tuple[Message, ...]:
    """The messages, enumerations and services of a page, in its order."""
    folder: tuple[str, ...] = ()
    named: dict[int, tuple[tuple[str, ...], str]] = {}
    for index, section in enumerate(page.sections):
        text = _title(section)
        folder = tuple(text.split("/")[:-1]) if text.endswith(".proto") else folder
        if (name := _named(section, text, folder)) is not None:
            named[index] = name
    models = {index for index, section in enumerate(page.sections) if any(map(_is_model, shaped_tables(section)))}
    are_named = _are_named(len(page.sections), named, models)
    if not are_named:
        named |= {index: ((), text) for index, text in _empty(page.sections, models) if index not in named}
    starts = list(_starts(page.sections, named, models, are_named=are_named))
    bounds = zip(starts, [*starts[1:], len(page.sections)], strict=True)
    messages = (_message(page.sections[first:end], named.get(first)) for first, end in bounds)
    return tuple(message for message in messages if message is not None)


def _are_named(count: int, named: Collection[int], models: Collection[int]) -> bool:
    """Whether most sections with models have an anchor with a name, or stand below a heading with one."""
    below = 0
    is_open = False
    for index in range(count):
        is_open = is_open or index in named
        if index in models:
            below += is_open
            is_open = False
    return 2 * below > len(models)


def _empty(sections: Sequence[Section], models: Collection[int]) -> Iterator[tuple[int, str]]:
    """Index -> name of the messages without fields, on a page without anchors: they stand beside other messages."""
    levels = {sections[index].level for index in models}
    for index, section in enumerate(sections):
        name = _title(section)
        is_beside = index not in models and section.level in levels and not any(True for _ in shaped_tables(section))
        if is_beside and not _has_call(section) and name not in _HEADS and _NAME.fullmatch(name):
            yield index, name


def _starts(
    sections: Sequence[Section], named: Collection[int], models: Collection[int], *, are_named: bool
) -> Iterator[int]:
    """The indexes of the first sections of messages and frames.

    A heading without an anchor comes from a comment, unless few headings have anchors, or the message before has a table.

    named      the sections with names by anchors
    models     the sections with a table of fields or values
    are_named  see `_are_named`
    """
    is_full = False
    for index, section in enumerate(sections):
        is_start = index in named or _is_frame(section) or (is_full and index in models)
        if is_start or (not are_named and any(True for _ in shaped_tables(section))):
            yield index
            is_full = False
        is_full = is_full or index in models


def _message(sections: Sequence[Section], named: tuple[tuple[str, ...], str] | None) -> Message | None:
    """The message of a section and of the sections from its comments; None without one."""
    first = sections[0]
    if _is_frame(first):
        return None
    with_tables = [index for index, section in enumerate(sections) if any(True for _ in shaped_tables(section))]
    used = sections[: with_tables[-1] + 1] if with_tables else sections[:1]
    tables = tuple(table for section in used for table in shaped_tables(section))
    shape = next((table.shape for table in tables if table.shape is not Shape.EXTENSIONS), None)
    if shape is None and any(map(_has_call, sections)):
        shape = Shape.METHODS
    if shape is Shape.SCALARS or (shape is None and named is None):
        return None
    texts: list[str] = []
    for section in used[: with_tables[0] + 1] if with_tables else used:
        texts.extend([] if section is first else [section.heading.source])
        before = next((at for at, block in enumerate(section.blocks) if isinstance(block, Table)), None)
        texts.extend(map(text_of, section.blocks[:before]))
    namespace, name = named or ((), _title(first))
    known = {id(table.table) for table in tables}
    return Message(
        first.heading,
        name,
        first.anchors,
        namespace,
        description=joined(texts),
        shape=shape,
        shaped=tables,
        unread=tuple(table for section in sections for table in section.tables if id(table) not in known),
    )


def shaped_tables(section: Section) -> Iterator[ShapedTable]:
    """The tables of a section that have a shape."""
    for table in section.tables:
        for shape, roles, needed in _ROLES:
            known = columns(table, roles)
            if needed <= known.keys():
                yield ShapedTable(table, known, shape)
                break


def _is_model(table: ShapedTable) -> bool:
    return table.shape in (Shape.FIELDS, Shape.VALUES)


def _has_call(section: Section) -> bool:
    """Whether a section has a method, as some templates write it: `> **rpc** Open([Room](#room))`."""
    return any(isinstance(block, Prose) and _CALL.match(block.source) for block in section.blocks)


def _is_frame(section: Section) -> bool:
    """Whether a section is no message: a file, the table of contents, the scalar value types."""
    text = section.heading.text.strip()
    return section.level == 0 or text.endswith(".proto") or text in _FRAMES


def _named(section: Section, name: str, folder: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    """The package and the name in the anchor of a section; None without an anchor for the name in the heading.

    In a heading with the full name, parts with small first letters are packages. For an anchor without dots, the
    package is the folder of the file.
    """
    if _NAME.fullmatch(name) is None:
        return None
    for anchor in (anchor.removeprefix("user-content-") for anchor in section.anchors):
        full = anchor.replace("-", ".")
        if full.endswith(f".{name}"):
            return tuple(full.removesuffix(f".{name}").split(".")), name
        if full == name and (anchor != name.lower() or "." in anchor):
            words = name.split(".")
            at = next((index for index, word in enumerate(words) if word[:1].isupper()), len(words) - 1)
            return tuple(words[:at]), ".".join(words[at:])
        package = folded(anchor).removesuffix(folded(name))
        if package not in ("", folded(anchor)):
            return (folder if folded("".join(folder)) == package else ()), name
    return None
