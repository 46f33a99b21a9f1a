"""How a page is built: a section for each group and version of an API, and in it one for each type.

The template writes `## acme.example/v1`, `#### Room`, the underlying type, a comment, the rules for values, the uses,
and a table of fields or values. Other templates leave parts out, or change the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from ...markdown import Block, Inline, ItemList, Page, Prose, Section, Table
from ...markdown.table import read_table
from ...patterns import regex
from ...tables.texts import joined
from ...tables.typed_names import typed_name
from ..kit import Draft, RoleTable, role_table
from .cells import block_text, lists_uses, made_of, title

_ROLES = MappingProxyType(
    {"field": "name", "name": "name", "value": "name", "type": "type", "required": "required", "optional": "optional"}
    | {"description": "description", "value or description": "description", "default": "default"}
    | {"validation": "validation", "validations": "validation"}
)
_GROUP = regex(r"(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*/)?[a-z][a-z0-9]*")
_LABEL = regex(
    r"(?::{3,}\{admonition\} )?[_*]{0,3}(?P<label>Underlying type|Appears [iI]n|Used by|Validation):"
    r"[_*]{0,3}[ \t]*(?P<rest>.*)",
    re.DOTALL,
)
_CLOSING = regex(r":{3,}")
_HEADER = regex(r"\|\s*Field\s*\|\s*Description\s*\|")
_FRAMES = ("packages", "resource types", "kinds")


@dataclass(slots=True, eq=False, kw_only=True)
class KubernetesType(Draft):
    """A type. Its namespace is the group and the version of its API.

    underlying  its underlying type, unless it is an object
    rules       the rules for its values: `Enum: [open closed]`
    fields      the tables of its fields
    values      the tables of its values
    """

    description: str
    underlying: Inline | None
    rules: tuple[str, ...]
    fields: tuple[RoleTable, ...]
    values: tuple[RoleTable, ...]

    @property
    def full(self) -> str:
        """The name with the group and version of the heading, unique on the page: `acme.example/v1.Room`."""
        return ".".join(filter(None, ("/".join(self.namespace), self.title)))


def drafts(page: Page) -> tuple[KubernetesType, ...]:
    """The types of a page, in its order."""
    types: list[KubernetesType] = []
    for trail in page.trails():
        section = trail[-1]
        group = next((outer for outer in reversed(trail) if is_group(outer)), None)
        if section is group or section.level < 2 or section.heading.text.strip().casefold() in _FRAMES:
            continue
        namespace = tuple(group.heading.text.strip().split("/")) if group is not None else ()
        draft = _type(section, namespace)
        if draft is not None:
            types.append(draft)
    return tuple(types)


def _type(section: Section, namespace: tuple[str, ...]) -> KubernetesType | None:
    name, underlying = title(section.heading)
    rules: list[str] = []
    texts: list[str] = []
    fields: list[RoleTable] = []
    values: list[RoleTable] = []
    listed = ""
    is_type = underlying is not None
    for block in section.blocks:
        if text := label(block):
            is_type = True
            underlying = _rest(block) if text == "Underlying type" else underlying
            listed = "" if text == "Underlying type" else text
        elif isinstance(block, ItemList) and listed:
            rules.extend(item.source for item in block.items if listed == "Validation")
            listed = ""
        elif isinstance(block, Table):
            table = role_table(block, _ROLES)
            if table.columns.get("name") == 0:
                (fields if _has_type(table) else values).append(table)
                is_type = True
        elif isinstance(block, Prose) and (undelimited := _undelimited(block)) is not None:
            values.append(role_table(undelimited, _ROLES))
            is_type = True
        elif (inner := made_of(block)) is not None:
            underlying, is_type = inner, True
        else:
            is_type = is_type or lists_uses(block)
            if not (isinstance(block, Prose) and _CLOSING.fullmatch(block.source)):
                texts.append(block_text(block))
    if not is_type:
        return None
    return KubernetesType(
        section.heading,
        name,
        section.anchors,
        namespace,
        description=joined(texts),
        underlying=underlying,
        rules=tuple(rules),
        fields=tuple(fields),
        values=tuple(values),
    )


def _undelimited(block: Prose) -> Table | None:
    """The table in a paragraph: old templates write tables of values without a row of dashes."""
    lines = block.source.split("\n")
    if len(lines) < 2 or not _HEADER.fullmatch(lines[0].strip()):
        return None
    if not all(line.lstrip().startswith("| `") and line.rstrip().endswith("|") for line in lines[1:]):
        return None
    return read_table([lines[0], "| --- | --- |", *lines[1:]], 0, len(lines) + 1, Inline, block.line - 2)


def _has_type(table: RoleTable) -> bool:
    """Whether a table has types, in their own column or behind the names."""
    return "type" in table.columns or any(typed_name(row["name"]).type is not None for row in table.rows)


def shows_fields(section: Section) -> bool:
    """Whether a section has a table of fields."""
    tables = (role_table(table, _ROLES) for table in section.tables)
    return any(table.columns.get("name") == 0 and _has_type(table) for table in tables)


def is_group(section: Section) -> bool:
    """Whether a heading is a group and a version of an API."""
    text = section.heading.text.strip()
    return "/" in text and _GROUP.fullmatch(text) is not None


def label(block: Block) -> str:
    """The label at the beginning of a block, such as "Appears in"; "" without one."""
    match = _LABEL.fullmatch(block.source) if isinstance(block, Prose) else None
    return match["label"].capitalize() if match else ""


def _rest(block: Block) -> Inline | None:
    """The text behind the label in a block: `_Underlying type:_ _[Room](#room)_`."""
    match = _LABEL.fullmatch(block.source) if isinstance(block, Prose) else None
    rest = match["rest"].strip() if match else ""
    return Inline(rest, block.line, match.start("rest") + 1) if match and rest else None
