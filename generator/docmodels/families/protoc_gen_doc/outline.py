"""How a page is built: a section for each message, enumeration and service, under the anchor of its full name.

The template writes `<a name="acme.rooms.v1.Room.Tags"></a>`, later versions `acme-rooms-v1-Room-Tags`, before `### Room.Tags`.
What comments bring with them may look like headings and belongs to the section that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ...markdown import Block, Inline, Page, Section, Table
from ...tables.columns import Columns, columns
from ..family import Claim, Sureness


class Shape(StrEnum):
    """What a table shows."""

    FIELDS = "fields"
    VALUES = "values"
    METHODS = "methods"
    EXTENSIONS = "extensions"
    SCALARS = "scalars"


_FIELD_ROLES = MappingProxyType(
    {"field": "name", "name": "name", "type": "type", "label": "label", "default": "default"}
    | {"description": "description", "comment": "description", "comments": "description"}
)
_VALUE_ROLES = MappingProxyType(
    {"name": "name", "value": "name", "number": "number", "description": "description", "comment": "description"}
)
_METHOD_ROLES = MappingProxyType(
    {"method name": "name", "method": "name", "request type": "request", "request": "request"}
    | {"response type": "response", "response": "response", "description": "description"}
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A table and what its columns are for."""

    shape: Shape
    table: Table
    roles: Columns


@dataclass(frozen=True, slots=True)
class Part:
    """A message, an enumeration or a service.

    heading    where it starts
    namespace  its package
    name       its name in the package, nested ones with those around them before it: `Room.Tags`
    shape      what it is; None for a message without fields
    tables     what it shows, in the order of the page
    blocks     what stands before the first of the tables, and is its description
    anchors    what links lead here by
    """

    heading: Inline
    namespace: tuple[str, ...]
    name: str
    shape: Shape | None
    tables: tuple[Shown, ...]
    blocks: tuple[Block | Inline, ...]
    anchors: tuple[str, ...]

    @property
    def full(self) -> str:
        """The name with the package before it."""
        return ".".join((*self.namespace, self.name))


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    shapes = {shown.shape for section in page.sections for table in section.tables if (shown := _shown(table))}
    if not shapes & {Shape.SCALARS, Shape.METHODS} and not any(map(_labelled, page.sections)):
        return None
    found = parts(page)
    models = sum(part.shape in (None, Shape.FIELDS, Shape.VALUES) for part in found)
    if Shape.SCALARS in shapes:
        return Claim(Sureness.CERTAIN, models, "the page lists the scalar value types of Protocol Buffers")
    named = any(part.namespace for part in found)
    sure = Sureness.CERTAIN if named and any(map(_labelled, page.sections)) else Sureness.LIKELY
    if not models and not named:
        sure = Sureness.POSSIBLE
    return Claim(sure, models, "the page has tables of fields with labels, or of methods with their requests")


def parts(page: Page) -> tuple[Part, ...]:
    """The messages, enumerations and services of a page, in its order."""
    qualified = {id(section): named for section in page.sections if (named := _qualified(section))}
    found: list[Part] = []
    open_: list[Section] = []
    for section in page.sections:
        tables = [shown for table in section.tables if (shown := _shown(table))]
        starts = id(section) in qualified or (not qualified and bool(tables)) or _is_frame(section)
        if starts and open_:
            found.extend(_part(open_, qualified.get(id(open_[0]))))
            open_ = []
        if not _is_frame(section) and (starts or open_):
            open_.append(section)
    if open_:
        found.extend(_part(open_, qualified.get(id(open_[0]))))
    return tuple(found)


def _part(sections: list[Section], qualified: tuple[tuple[str, ...], str] | None) -> Iterator[Part]:
    """What a section, and those that comments in it seem to begin, show; nothing where they show no model."""
    first = sections[0]
    last = max((at for at, section in enumerate(sections) if any(map(_shown, section.tables))), default=0)
    namespace, name = qualified or ((), _plain(first.heading))
    tables: list[Shown] = []
    blocks: list[Block | Inline] = []
    for section in sections[: last + 1]:
        if section is not first and not tables:
            blocks.append(section.heading)
        for block in section.blocks:
            shown = _shown(block) if isinstance(block, Table) else None
            if shown is not None:
                tables.append(shown)
            elif not tables:
                blocks.append(block)
    shapes = [shown.shape for shown in tables if shown.shape is not Shape.EXTENSIONS]
    if Shape.SCALARS in shapes or (not shapes and tables and qualified is None):
        return
    shape = next(iter(shapes), None)
    yield Part(first.heading, namespace, name, shape, tuple(tables), tuple(blocks), first.anchors)


def _shown(table: Table) -> Shown | None:
    heads = [heading.text.strip().casefold() for heading in table.header]
    if heads[0] == ".proto type":
        return Shown(Shape.SCALARS, table, {})
    if heads[0] == "extension":
        return Shown(Shape.EXTENSIONS, table, {})
    roles = columns(table, _METHOD_ROLES)
    if {"name", "request", "response"} <= roles.keys():
        return Shown(Shape.METHODS, table, roles)
    roles = columns(table, _FIELD_ROLES)
    if {"name", "type"} <= roles.keys():
        return Shown(Shape.FIELDS, table, roles)
    roles = columns(table, _VALUE_ROLES)
    if "name" in roles and ("number" in roles or len(heads) == len(roles) == 2):
        return Shown(Shape.VALUES, table, roles)
    return None


def _labelled(section: Section) -> bool:
    return any(
        shown.shape is Shape.FIELDS and "label" in shown.roles
        for table in section.tables
        if (shown := _shown(table)) is not None
    )


def _is_frame(section: Section) -> bool:
    """Whether a section stands around others or beside them: a file, the table of contents, the scalar value types."""
    text = section.heading.text.strip()
    return section.level == 0 or text.endswith(".proto") or text in _FRAMES


_FRAMES = ("Table of Contents", "Scalar Value Types", "File-level Extensions")
_PART = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)


def _qualified(section: Section) -> tuple[tuple[str, ...], str] | None:
    """The package and the name that an anchor gives a section; None where none leads to what the heading names.

    Where the heading has the full name, packages are what begins with a small letter.
    """
    name = _plain(section.heading)
    if _PART.fullmatch(name) is None:
        return None
    for anchor in section.anchors:
        full = anchor.replace("-", ".")
        if full.endswith(f".{name}"):
            return tuple(full.removesuffix(f".{name}").split(".")), name
        if full == name and (anchor != name.lower() or "." in anchor):
            words = name.split(".")
            at = next((index for index, word in enumerate(words) if word[:1].isupper()), len(words) - 1)
            return tuple(words[:at]), ".".join(words[at:])
    return None


def _plain(heading: Inline) -> str:
    return heading.text.strip()
