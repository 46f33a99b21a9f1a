"""The schemas that a document names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from ...frozen import frozen
from ...model.names import pascal
from .documents import Document

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_OF_SCHEMA = ("type", "properties", "allOf", "oneOf", "anyOf", "enum", "const", "$ref", "items")


@frozen()
class Named:
    """A schema with a name.

    pointer    the JSON Pointer to it, from the root of its document
    is_helper  whether the name is made up, as that of the body of a request
    """

    document: Document
    name: str
    pointer: str
    schema: object
    line: int
    is_helper: bool = False


def named_schemas(document: Document) -> Iterator[Named]:
    """The schemas of a document: those of OpenAPI's components, `$defs` and `definitions`, and the root."""
    root = document.value
    if not isinstance(root, Mapping):
        return
    is_openapi = "openapi" in root or "swagger" in root
    components = root.get("components")
    if is_openapi and isinstance(components, Mapping):
        yield from _table(document, components.get("schemas"), "/components/schemas")
    for key in ("definitions", "$defs"):
        yield from _table(document, root.get(key), f"/{key}")
    if is_openapi:
        yield from _bodies(document, root.get("paths"))
    elif any(key in root for key in _OF_SCHEMA):
        stem = posixpath.basename(document.path).partition(".")[0]
        yield Named(document, pascal(str(root.get("title") or "")) or pascal(stem) or stem, "", root, 1)


def _table(document: Document, schemas: object, pointer: str) -> Iterator[Named]:
    if isinstance(schemas, Mapping):
        for key, schema in schemas.items():
            name = str(key)
            escaped = name.replace("~", "~0").replace("/", "~1")
            yield Named(document, name, f"{pointer}/{escaped}", schema, document.line(schemas, name))


def _bodies(document: Document, paths: object) -> Iterator[Named]:
    """The bodies of requests and responses, named after their operations as generators of SDKs do."""
    for path, item in paths.items() if isinstance(paths, Mapping) else ():
        for method, operation in item.items() if isinstance(item, Mapping) else ():
            if method not in _METHODS or not isinstance(operation, Mapping):
                continue
            name = pascal(str(operation.get("operationId") or "")) or pascal(f"{method} {path}")
            line = document.line(item, method)
            before = f"/paths/{str(path).replace('~', '~0').replace('/', '~1')}/{method}"
            yield from _content(
                document, f"{name}RequestBody", operation.get("requestBody"), before, "requestBody", line
            )
            responses = operation.get("responses")
            for status, response in responses.items() if isinstance(responses, Mapping) else ():
                if str(status).startswith("2"):
                    where = f"responses/{status}"
                    yield from _content(document, f"{name}ResponseBody", response, before, where, line)


def _content(document: Document, name: str, body: object, before: str, where: str, line: int) -> Iterator[Named]:
    content = body.get("content") if isinstance(body, Mapping) else None
    for media, inner in content.items() if isinstance(content, Mapping) else ():
        schema = inner.get("schema") if isinstance(inner, Mapping) else None
        if isinstance(schema, Mapping) and ("properties" in schema or "allOf" in schema):
            pointer = f"{before}/{where}/content/{str(media).replace('/', '~1')}/schema"
            yield Named(document, name, pointer, schema, line, is_helper=True)
            return
