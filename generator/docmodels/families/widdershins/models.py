"""The declarations of a page's schemas."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ...frozen import replace
from ...markdown import Page
from ...model.declarations import Direction, Json
from ...model.examples import parse
from ...model.types import ANY, STRING, Constant, Link, ListOf, MapOf
from ...tables.uses import operation_uses
from ..family import Reading
from ..kit import Builder
from .inline import inline_drafts, uses
from .outline import Schema, drafts
from .rows import SchemaRows
from .tree import ALL_OF, EXTRA, NOT, Node
from .values import Assigned, named_members

_DIRECTIONS = MappingProxyType(
    {
        **dict.fromkeys(("parameters", "body parameter", "request", "request body", "请求参数"), Direction.SENT),
        **dict.fromkeys(("responses", "response", "response schema", "返回结果", "返回数据结构"), Direction.RECEIVED),
    }
)


def read_page(page: Page, packages: str) -> Reading:
    """Declare the schemas of a page, and the uses in its operations.

    packages  the prefix to leave out of titles
    """
    schemas = drafts(page)
    inline = inline_drafts(page, schemas)
    builder = Builder(page.path, [*inline, *schemas], packages)
    for schema in (*inline, *schemas):
        _declare(schema, builder)
    numbers = {number for schema in schemas for number in range(schema.first, schema.end)}
    return builder.reading((*operation_uses(page, _DIRECTIONS, numbers), *uses(page, inline, builder)))


def _declare(schema: Schema, builder: Builder) -> None:
    rows = SchemaRows(schema, builder)
    examples = (parse(schema.example) or ()) if schema.example else ()
    root = rows.root
    if not rows.nodes:
        _declare_bare(schema, rows, examples, builder)
        return
    _report_unread_values(rows.values, builder)
    if root.kind == ALL_OF:
        _declare_composed(schema, rows, examples, builder)
        return
    if root.members and root.kind != NOT and not any(node.is_property for node in root.children):
        builder.alias(schema, schema.description, rows.combined(root))
        return
    rows.report_lost_members(root)
    if len(root.children) == 1 and not _is_property(root.children[0], examples):
        _declare_only(schema, root.children[0], rows, builder)
    elif examples and isinstance(examples[0], list):
        builder.alias(schema, schema.description, ListOf(rows.part("Item", root.children, ())))
    else:
        rows.declare_object(schema, schema.description, root.children, examples=examples)


def _is_property(node: Node, examples: Sequence[Json]) -> bool:
    """Whether the only row is a property, not the schema itself."""
    required = node.get("required")
    if not node.is_property or not examples or (required is not None and required.text.strip() == "true"):
        return node.is_property
    values = examples[0]
    return isinstance(values, dict) or (isinstance(values, list) and any(isinstance(value, dict) for value in values))


def _declare_bare(schema: Schema, rows: SchemaRows, examples: Sequence[Json], builder: Builder) -> None:
    """Declare a schema without rows: an enumeration of its values, or the type of its example."""
    members = {member.value: member for member in named_members(rows.values.unnamed)}
    if members:
        builder.enumeration(schema, schema.description, members.values())
        return
    match examples:
        case ([*items],):
            item = STRING if items and all(isinstance(value, str) for value in items) else ANY
            builder.alias(schema, schema.description, ListOf(item))
        case _:
            builder.alias(schema, schema.description, ANY)


def _declare_only(schema: Schema, node: Node, rows: SchemaRows, builder: Builder) -> None:
    """Declare a schema by its only row."""
    type_ = rows.type(node)
    members = rows.members(node)
    if node.name == EXTRA:
        builder.alias(schema, schema.description, MapOf(type_))
    elif isinstance(type_, Constant) and len(members) == len(type_.values):
        pairs = dict(zip(type_.values, members, strict=True))
        values = (replace(member, value=value) for value, member in pairs.items() if not isinstance(value, bool))
        builder.enumeration(schema, schema.description, values)
    else:
        builder.alias(schema, schema.description, type_)


def _declare_composed(schema: Schema, rows: SchemaRows, examples: Sequence[Json], builder: Builder) -> None:
    """Declare a schema that combines others."""
    bases, children = rows.merged(rows.root)
    others = [base for base in bases if not isinstance(base, Link)]
    if children or (len(bases) > 1 and not others) or not bases:
        links = [base for base in bases if isinstance(base, Link)]
        rows.declare_object(schema, schema.description, children, links, examples=examples)
    else:
        builder.alias(schema, schema.description, bases[0] if len(bases) == 1 else others[0])


def _report_unread_values(values: Assigned, builder: Builder) -> None:
    for groups, reason in ((values.unnamed, "no row has the name"), (values.unclear, "several rows have the name")):
        for group in groups:
            message = f'{reason} "{group.name}" of these values; the values are left out'
            help_ = "Say in the description which values there are."
            builder.report(group.members[0].place, "unread-values", message, help_)
