"""The schemas that a document names."""

from __future__ import annotations

import posixpath
from collections import ChainMap
from collections.abc import Iterator, Mapping

from ...frozen import frozen, replace
from ...model.names import pascal
from ...patterns import regex
from .documents import Document
from .references import follow

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_OF_SCHEMA = ("type", "properties", "allOf", "oneOf", "anyOf", "enum", "const", "$ref", "items")


@frozen()
class Named:
    """A schema with a name.

    pointer    the JSON Pointer to it, from the root of its document
    is_helper  whether docmodels made up the name, as for the body of a request
    """

    document: Document
    name: str
    pointer: str
    schema: object
    line: int
    is_helper: bool = False


_ESCAPED = regex(r"u([0-9A-F]{4})")


def decoded(name: str) -> str:
    """A name in its own letters; `docmodels export` writes those beyond ASCII as code points: `u67E5` is `查`."""
    return _ESCAPED.sub(lambda code: chr(point) if (point := int(code[1], 16)) > 0x7F else code[0], name)


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
        yield from _operations(document, root.get("paths"))
    elif any(key in root for key in _OF_SCHEMA):
        stem = posixpath.basename(document.path).partition(".")[0]
        yield Named(document, pascal(str(root.get("title") or "")) or pascal(stem) or stem, "", root, 1)


def _table(document: Document, schemas: object, pointer: str) -> Iterator[Named]:
    if isinstance(schemas, Mapping):
        for key, schema in schemas.items():
            name = str(key)
            escaped = name.replace("~", "~0").replace("/", "~1")
            yield Named(document, name, f"{pointer}/{escaped}", schema, document.line(schemas, name))


def _operations(document: Document, paths: object) -> Iterator[Named]:
    """The parameters of operations, and the bodies of requests and responses.

    They are named after their operations, as generators of SDKs do: `CreateRoomRequest`, `CreateRoomRequestBody`.
    """
    for path, item in paths.items() if isinstance(paths, Mapping) else ():
        for method, operation in item.items() if isinstance(item, Mapping) else ():
            if method not in _METHODS or not isinstance(operation, Mapping):
                continue
            name = pascal(str(operation.get("operationId") or "")) or pascal(f"{method} {path}")
            line = document.line(item, method)
            before = f"/paths/{str(path).replace('~', '~0').replace('/', '~1')}/{method}"
            yield from _parameters(document, f"{name}Request", item, operation, before, line)
            yield from _content(
                document, f"{name}RequestBody", operation.get("requestBody"), before, "requestBody", line
            )
            responses = operation.get("responses")
            for status, response in responses.items() if isinstance(responses, Mapping) else ():
                if str(status).startswith("2"):
                    where = f"responses/{status}"
                    yield from _content(document, f"{name}ResponseBody", response, before, where, line)


def _parameters(
    document: Document,
    name: str,
    item: Mapping[object, object],
    operation: Mapping[object, object],
    before: str,
    line: int,
) -> Iterator[Named]:
    """The parameters of an operation as one object. Its body is a property of it."""
    properties: dict[str, object] = {}
    lines: dict[str, int] = {}
    required: list[str] = []
    for parameter in (*_listed(item.get("parameters")), *_listed(operation.get("parameters"))):
        resolved = _resolved(document, parameter)
        if isinstance(resolved, Mapping) and isinstance(key := resolved.get("name"), str):
            lines[key] = document.line(resolved, "name")
            properties[key] = _described(resolved)
            required += [key] if resolved.get("required") is True else []
    if not properties:
        return
    for pointer, schema in _schemas(document, operation.get("requestBody")):
        reference = schema.get("$ref")
        key = str(reference).rpartition("/")[2] if reference else "RequestBody"
        properties[key] = {"$ref": f"#{before}/requestBody/{pointer}"}
        lines[key] = document.line(operation, "requestBody")
        required += [key] if _is_required(document, operation.get("requestBody")) else []
    schema = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    with_lines = replace(
        document,
        lines=ChainMap({id(properties): lines}, document.lines),  # type: ignore[arg-type]  # nothing writes to it
    )
    yield Named(with_lines, name, f"{before}/parameters", schema, line, is_helper=True)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _resolved(document: Document, part: object) -> object:
    """A parameter or response; for a reference to one in the same document, that one."""
    reference = part.get("$ref") if isinstance(part, Mapping) else None
    there = follow({document.path: document}, document, reference) if isinstance(reference, str) else None
    return part if there is None else there.schema


def _described(parameter: Mapping[str, object]) -> Mapping[str, object]:
    """The schema of a parameter, with the description and deprecation beside it. In Swagger 2, the parameter is the schema."""
    content = parameter.get("content")
    inner = next(iter(content.values()), None) if isinstance(content, Mapping) else parameter
    schema = inner.get("schema", parameter) if isinstance(inner, Mapping) else {}
    beside = {key: parameter[key] for key in ("description", "deprecated") if key in parameter}
    return {**schema, **beside} if isinstance(schema, Mapping) else beside


def _is_required(document: Document, part: object) -> bool:
    resolved = _resolved(document, part)
    return isinstance(resolved, Mapping) and resolved.get("required") is True


def _content(document: Document, name: str, body: object, before: str, where: str, line: int) -> Iterator[Named]:
    for pointer, schema in _schemas(document, body):
        if "$ref" not in schema:
            yield Named(document, name, f"{before}/{where}/{pointer}", schema, line, is_helper=True)


def _schemas(document: Document, body: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The first schema of a body, with the pointer from the body to the schema."""
    resolved = _resolved(document, body)
    content = resolved.get("content") if isinstance(resolved, Mapping) else None
    for media, inner in content.items() if isinstance(content, Mapping) else ():
        schema = inner.get("schema") if isinstance(inner, Mapping) else None
        if isinstance(schema, Mapping):
            yield f"content/{str(media).replace('/', '~1')}/schema", schema
            return
