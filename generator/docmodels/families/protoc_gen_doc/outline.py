"""How a page is built: a section for each message, enumeration and service, under the anchor of its full name.

The template writes `<a name="acme.rooms.v1.Room.Tags"></a>`, later versions `acme-rooms-v1-Room-Tags`, before
`### Room.Tags`. Comments may contain what looks like headings. It belongs to the section around it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from ...frozen import frozen
from ...markdown import Inline, Page, Prose, Section, Table
from ...model.names import folded
from ...tables.columns import Columns, columns
from ...tables.texts import joined, text_of
from ..family import Claim, Sureness


class Shape(StrEnum):
    """What a table shows."""

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
        | {"ordinal": "number", "number": "number", **_DESCRIPTIONS},
        {"name", "type"},
    ),
    (
        Shape.VALUES,
        {"name": "name", "value": "name", **dict.fromkeys(("number", "ordinal"), "number"), **_DESCRIPTIONS},
        {"name", "number"},
    ),
)
"""What tables show, what their columns are for by their headings, and which of these they must have."""

_FRAMES = ("Table of Contents", "Scalar Value Types", "File-level Extensions")
_HEADS = ("Messages", "Enums", "Services", "Methods", "Extensions")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_TITLE = re.compile(r"(?:message|enum|service)(?::\s+|\s+(?=`))`?(?P<name>[\w.]+)`?(?:\s+\([^()]*\))?", re.IGNORECASE)
_CALL = re.compile(r"(?:> )?\*\*rpc\*\* ")
LABELS = ("optional", "required", "repeated", "map")


@frozen()
class Shown:
    """A table and what its columns are for."""

    shape: Shape
    table: Table
    roles: Columns


@frozen()
class Part:
    """A message, an enumeration or a service.

    heading    where it starts
    namespace  its package
    name       its name in the package, nested ones with those around them before it: `Room.Tags`
    shape      what it is; None for a message without fields
    unread     tables of no shape, as of what options a field has
    """

    heading: Inline
    anchors: tuple[str, ...]
    namespace: tuple[str, ...]
    name: str
    description: str
    shape: Shape | None
    tables: tuple[Shown, ...]
    unread: tuple[Table, ...]

    @property
    def full(self) -> str:
        """The name with the package before it."""
        return ".".join((*self.namespace, self.name))

    def shown(self, shape: Shape) -> Iterator[Shown]:
        """The tables of one shape."""
        return (shown for shown in self.tables if shown.shape is shape)


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    tables = [shown for section in page.sections for shown in _tables(section)]
    shapes = {shown.shape for shown in tables}
    is_labelled = any(map(_is_labelled, tables))
    if not is_labelled and not shapes & {Shape.SCALARS, Shape.METHODS}:
        return None
    found = parts(page)
    models = sum(part.shape is not Shape.METHODS for part in found)
    if Shape.SCALARS in shapes:
        return Claim(Sureness.CERTAIN, models, "the page lists the scalar value types of Protocol Buffers")
    is_named = any(part.namespace for part in found)
    sure = Sureness.CERTAIN if is_named and is_labelled else Sureness.LIKELY
    return Claim(sure, models, "the page has tables of fields with labels, or of methods with their requests")


def title(section: Section) -> str:
    """The name in a heading: `Room`, ``message `Room` (api/rooms.proto)``, `Message: Room`."""
    text = section.heading.source.strip()
    found = _TITLE.fullmatch(text)
    return found["name"] if found else section.heading.text.strip()


def parts(page: Page) -> tuple[Part, ...]:
    """The messages, enumerations and services of a page, in its order."""
    folder: tuple[str, ...] = ()
    named: dict[int, tuple[tuple[str, ...], str]] = {}
    for index, section in enumerate(page.sections):
        text = title(section)
        folder = tuple(text.split("/")[:-1]) if text.endswith(".proto") else folder
        if (found := _named(section, text, folder)) is not None:
            named[index] = found
    models = {index for index, section in enumerate(page.sections) if any(map(_is_model, _tables(section)))}
    is_told = _is_told(len(page.sections), named, models)
    if not is_told:
        named |= {index: ((), name) for index, name in _empty(page.sections, models) if index not in named}
    starts = list(_starts(page.sections, named, models, is_told=is_told))
    bounds = zip(starts, [*starts[1:], len(page.sections)], strict=True)
    found_ = (_part(page.sections[first:end], named.get(first)) for first, end in bounds)
    return tuple(part for part in found_ if part is not None)


def _is_told(count: int, named: Collection[int], models: Collection[int]) -> bool:
    """Whether most of the sections with models have a name, or stand below a heading that has one and no other model."""
    told = 0
    is_open = False
    for index in range(count):
        is_open = is_open or index in named
        if index in models:
            told += is_open
            is_open = False
    return 2 * told > len(models)


def _empty(sections: Sequence[Section], models: Collection[int]) -> Iterator[tuple[int, str]]:
    """The numbers and names of the messages without fields, where no anchors tell them: they stand beside others."""
    levels = {sections[index].level for index in models}
    for index, section in enumerate(sections):
        name = title(section)
        is_beside = index not in models and section.level in levels and not any(True for _ in _tables(section))
        if is_beside and not _has_call(section) and name not in _HEADS and _NAME.fullmatch(name):
            yield index, name


def _starts(
    sections: Sequence[Section], named: Collection[int], models: Collection[int], *, is_told: bool
) -> Iterator[int]:
    """The numbers of the sections that parts and frames start with.

    A heading that no anchor names comes from a comment, unless names tell too little, or the part before it has a table.

    named    the sections that have names
    models   those with a table of fields or values
    is_told  see `_is_told`
    """
    is_full = False
    for index, section in enumerate(sections):
        is_start = index in named or _is_frame(section) or (is_full and index in models)
        if is_start or (not is_told and any(True for _ in _tables(section))):
            yield index
            is_full = False
        is_full = is_full or index in models


def _part(sections: Sequence[Section], named: tuple[tuple[str, ...], str] | None) -> Part | None:
    """What a section, and those that comments in it seem to begin, show; None where they show no part."""
    first = sections[0]
    if _is_frame(first):
        return None
    with_tables = [index for index, section in enumerate(sections) if any(True for _ in _tables(section))]
    whole = sections[: with_tables[-1] + 1] if with_tables else sections[:1]
    tables = tuple(shown for section in whole for shown in _tables(section))
    shape = next((shown.shape for shown in tables if shown.shape is not Shape.EXTENSIONS), None)
    if shape is None and any(map(_has_call, sections)):
        shape = Shape.METHODS
    if shape is Shape.SCALARS or (shape is None and named is None):
        return None
    texts: list[str] = []
    for section in whole[: with_tables[0] + 1] if with_tables else whole:
        texts.extend([] if section is first else [section.heading.source])
        before = next((at for at, block in enumerate(section.blocks) if isinstance(block, Table)), None)
        texts.extend(map(text_of, section.blocks[:before]))
    namespace, name = named or ((), title(first))
    known = {id(shown.table) for shown in tables}
    unread = tuple(table for section in sections for table in section.tables if id(table) not in known)
    return Part(first.heading, first.anchors, namespace, name, joined(texts), shape, tables, unread)


def _tables(section: Section) -> Iterator[Shown]:
    for table in section.tables:
        for shape, known, needed in _ROLES:
            roles = columns(table, known)
            if needed <= roles.keys():
                yield Shown(shape, table, roles)
                break


def _is_model(shown: Shown) -> bool:
    return shown.shape in (Shape.FIELDS, Shape.VALUES)


def _has_call(section: Section) -> bool:
    """Whether a section tells of a method as some templates do: `> **rpc** Open([Room](#room))`."""
    return any(isinstance(block, Prose) and _CALL.match(block.source) for block in section.blocks)


def _is_labelled(shown: Shown) -> bool:
    """Whether a table of fields has a column of labels, and in it those of Protocol Buffers or none."""
    at = shown.roles.get("label") if shown.shape is Shape.FIELDS else None
    found = {row.cells[at].text.strip().casefold() for row in shown.table.rows} if at is not None else None
    return found is not None and (found <= {""} or not found.isdisjoint(LABELS))


def _is_frame(section: Section) -> bool:
    """Whether a section stands around others or beside them: a file, the table of contents, the scalar value types."""
    text = section.heading.text.strip()
    return section.level == 0 or text.endswith(".proto") or text in _FRAMES


def _named(section: Section, name: str, folder: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    """The package and the name that an anchor gives a section; None where none leads to what the heading names.

    Where the heading has the full name, its parts with small first letters are packages. With an anchor without dots,
    the package has the name of the file's folder.
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
