"""Schemas of JSON on a page, as rows: in blocks of code, and in components of the OpenAPI plugin for Docusaurus.

```json
{"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
```

<Schema schema={{"type": "object", "properties": {"id": {"type": "string"}}}} />
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....diagnostics import Diagnostic
from ....frozen import frozen
from ....markdown import Fence, Inline, Opening, Page, Prose, Section
from ....model.declarations import Json
from ....model.strict_json import read_json
from ....patterns import regex
from ....tables.lexicon import Words
from ....tables.rows import place_of
from ..drawn import Drawn
from .openapi_parts import Part, parts_of_body, parts_of_document, parts_of_parameters, parts_of_responses
from .resolved_schemas import Resolver, Schema, properties_of
from .schema_cells import kinds_of
from .schema_rows import SchemaRows

_COMPONENTS = {"Schema": "schema", "RequestSchema": "body", "StatusCodes": "responses", "ParamsDetails": "parameters"}
_KEYWORDS = frozenset(
    {"$anchor", "$comment", "$defs", "$id", "$ref", "$schema", "additionalItems", "additionalProperties", "allOf"}
    | {"anyOf", "const", "contains", "default", "definitions", "dependencies", "deprecated", "description"}
    | {"discriminator", "else", "enum", "example", "examples", "exclusiveMaximum", "exclusiveMinimum"}
    | {"externalDocs", "format", "if", "items", "maxItems", "maxLength", "maxProperties", "maximum", "minItems"}
    | {"minLength", "minProperties", "minimum", "multipleOf", "not", "nullable", "oneOf", "pattern"}
    | {"patternProperties", "prefixItems", "properties", "propertyNames", "readOnly", "required", "then", "title"}
    | {"type", "unevaluatedProperties", "uniqueItems", "writeOnly", "xml"}
)
_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_FEWEST_KEYWORDS = 2
_OPENAPI = regex(r"\s*\{\s*\"openapi\":\s*\"3\.")
_FIRST_KEY = regex(r"\s*\{\s*\"(?P<key>[$\w-]{1,30})\"")
_LONGEST = 200_000  # characters of a block
_WORDS = regex(r"\w+")
_MOST_STEPS = 20_000  # references, properties and rows of a page


@frozen()
class _SchemaBlock:
    """A schema on a page.

    where   its place
    lines   its first and its last line
    schema  None for unreadable JSON
    root    the document of its references
    label   its part of an operation; "" for a model alone
    """

    where: Inline
    lines: tuple[int, int]
    schema: Schema | None
    root: Schema
    label: str = ""


def schema_json_fields(page: Page, words: Words) -> tuple[list[Drawn], list[Diagnostic]]:
    """The fields in the schemas of JSON on a page, and findings for fields that are left out."""
    drawn: list[Drawn] = []
    empty: list[_SchemaBlock] = []
    diagnostics: list[Diagnostic] = []
    left = _MOST_STEPS
    for block in (*_in_code(page, words), *_in_components(page)):
        if left <= 0:
            diagnostics.append(
                _unread(page, block, "the page has too many schemas of JSON; the last ones are left out")
            )
            break
        resolver = Resolver(block.root)
        reader = SchemaRows(resolver, block.where, [])
        schema = resolver.resolved(dict(block.schema or {}))
        rows = tuple(reader.rows(_items(schema, resolver))) or tuple(reader.values(schema))
        if rows:
            drawn.append(Drawn((block.lines,), rows, block.label, _lead(block, schema)))
        elif block.schema is None:
            diagnostics.append(_unread(page, block, "the schema of JSON cannot be read; it makes no model"))
        else:
            empty.append(block)
        left -= max(resolver.steps, len(rows))
        if resolver.left <= 0:
            message = "the schema has too many references; some of its fields are left out"
            diagnostics.append(_unread(page, block, message))
        for name in dict.fromkeys(reader.doubts):
            message = (
                f'the fields of "{name}" are left out: the schema has alternatives, itself or too many fields there'
            )
            diagnostics.append(_unread(page, block, message))
    if empty:
        one, many = "a schema of JSON without fields; it makes", "schemas of JSON without fields; they make"
        message = f"the page has {one if len(empty) == 1 else f'{len(empty):,} {many}'} no model"
        diagnostics.append(_unread(page, empty[0], message))
    return drawn, diagnostics


def _lead(block: _SchemaBlock, schema: Schema) -> str:
    """The description of a model in its schema; "" for a part of an operation."""
    text = schema.get("description")
    return text if isinstance(text, str) and not block.label else ""


def is_schema(value: Json) -> bool:
    """Whether JSON is a schema, not an example: `{"type": "string", "format": "uuid"}`."""
    if not isinstance(value, dict) or len(value) < _FEWEST_KEYWORDS:
        return False
    kinds = kinds_of(value)
    are_known = all(key in _KEYWORDS or key.startswith("x-") for key in value)
    return bool(kinds) and _TYPES.issuperset(kinds) and are_known and _is_of_objects(value)


def _is_of_objects(schema: Schema) -> bool:
    """Whether the properties of a schema are schemas."""
    return all(isinstance(declared, dict | bool) for declared in properties_of(schema).values())


def _items(schema: Schema, resolver: Resolver) -> Schema:
    """The schema of an object, or of the items of a list of objects."""
    return resolver.resolved(schema["items"]) if "items" in schema and not properties_of(schema) else schema


def _unread(page: Page, block: _SchemaBlock, message: str) -> Diagnostic:
    return Diagnostic(place_of(page.path, block.where), "unread-row", message, "Declare the model in a table.")


def _in_code(page: Page, words: Words) -> Iterator[_SchemaBlock]:
    for trail in page.trails():
        for fence in (block for block in trail[-1].blocks if isinstance(block, Fence)):
            root = schema_in(fence, trail, words)
            if root is None:
                continue
            where, lines = Inline("", fence.line, 1), (fence.line, fence.line + fence.text.count("\n") + 1)
            if not _OPENAPI.match(fence.text):
                yield _SchemaBlock(where, lines, root, root)
                continue
            parts = list(parts_of_document(root))
            yield from (_SchemaBlock(where, lines, schema, root, label) for label, schema in parts)
            if not parts:
                yield _SchemaBlock(where, lines, None, root)


def schema_in(fence: Fence, trail: Sequence[Section], words: Words) -> Schema | None:
    """The schema or the OpenAPI document that a block of code is; None for any other block.

    A block below "Example" or "For example:", or beside a table, is an example. A broken document is empty.

    trail  the section of the block and those around it, the outermost first
    """
    text = fence.text
    is_document = _OPENAPI.match(text) is not None
    first = _FIRST_KEY.match(text)
    may_be_schema = first is not None and (first["key"] in _KEYWORDS or first["key"].startswith("x-"))
    if not is_document and (not may_be_schema or len(text) > _LONGEST):
        return None
    headings = " ".join(section.heading.text for section in trail)
    if trail[-1].tables or not words.examples.isdisjoint(headings.casefold().split()):
        return None
    if _is_led_as_example(fence, trail[-1], words):
        return None
    try:
        value = read_json(text)
    except ValueError:
        return {} if is_document else None
    return value if isinstance(value, dict) and (is_document or is_schema(value)) else None


def _is_led_as_example(fence: Fence, section: Section, words: Words) -> bool:
    """Whether the line right above a block of code announces an example: `For example:`."""
    at = bisect_left(section.blocks, fence.line, key=lambda block: block.line)
    before = section.blocks[at - 1] if at else None
    lead = before.source.rstrip().rpartition("\n")[2].casefold() if isinstance(before, Prose) else ""
    return lead.endswith((":", "：")) and not words.examples.isdisjoint(_WORDS.findall(lead))


def _in_components(page: Page) -> Iterator[_SchemaBlock]:
    """The schemas in components for a schema, a body, responses or parameters."""
    for tag in page.tags:
        key = _COMPONENTS.get(tag.name) if isinstance(tag, Opening) else None
        cell = tag.attributes.get(key) if isinstance(tag, Opening) and key is not None else None
        if cell is None or key is None or cell.source in ("undefined", "true", ""):
            continue
        where, lines = Inline("", cell.line, cell.column), (tag.line, cell.line)
        try:
            value = read_json(cell.source)
        except ValueError:
            yield _SchemaBlock(where, lines, None, {})
            continue
        for label, schema in _parts(key, value):
            yield _SchemaBlock(where, lines, schema, schema, label)


def _parts(key: str, value: Json) -> Iterator[Part]:
    """The schemas of a component, each with its part of an operation."""
    match key:
        case "body":
            return parts_of_body(value)
        case "responses":
            return parts_of_responses(value)
        case "parameters":
            return parts_of_parameters(value)
    return iter([("", value)] if isinstance(value, dict) else [])
