"""A page of schemas and operations."""

from __future__ import annotations

from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...markdown import Page
from ...model.declarations import Declaration, Direction
from ...tables.uses import operation_uses
from ..family import Reading
from .outline import schemas
from .schema import read_schema

_DIRECTIONS = MappingProxyType(
    {
        **dict.fromkeys(("parameters", "body parameter", "request", "request body", "请求参数"), Direction.SENT),
        **dict.fromkeys(("responses", "response", "response schema", "返回结果", "返回数据结构"), Direction.RECEIVED),
    }
)


def read_page(page: Page, packages: str) -> Reading:
    """What a page says.

    packages  what is left out before the titles
    """
    shown = tuple(schemas(page))
    declarations: list[Declaration] = []
    diagnostics: list[Diagnostic] = []
    taken: set[str] = set()
    for schema in shown:
        title = schema.section.heading.text.strip()
        anchor = title if title not in taken else f"{title}-{schema.section.heading.line}"
        taken.add(anchor)
        made, found = read_schema(
            schema, page.path, "" if len(shown) == 1 else anchor, title.removeprefix(packages) or title
        )
        declarations.extend(made)
        diagnostics.extend(found)
    models = {number for schema in shown for number in range(schema.first, schema.end)}
    return Reading(tuple(declarations), tuple(operation_uses(page, _DIRECTIONS, models)), tuple(diagnostics))
