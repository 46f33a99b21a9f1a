"""The schemas of OpenAPI, by their part of an operation: a body, a response, parameters."""

from __future__ import annotations

from collections.abc import Iterator

from ....model.declarations import Json
from .resolved_schemas import Schema
from .schema_cells import listed

Part = tuple[str, Schema]
"""The part of an operation, "" for a model alone, and its schema."""

PLACES = {"body": "Body", "path": "Path Parameters", "query": "Query Parameters", "header": "Headers"}
"""The places of parameters, as OpenAPI names them, and the headings of their tables."""

RESPONSE = "Response"

_OF_PARAMETERS = ("description", "deprecated", "example")
_METHODS = frozenset({"get", "put", "post", "patch", "delete"})


def parts_of_document(document: Schema) -> Iterator[Part]:
    """The schemas of the operations of an OpenAPI document; without operations, the models that it declares."""
    named = [(f"{method.upper()} {path}", operation) for path, method, operation in _operations(document)]
    for name, operation in named:
        for label, part in _parts_of_operation(operation):
            yield label if len(named) == 1 else f"{name} {label}", part
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not named and isinstance(schemas, dict):
        for name, schema in schemas.items():
            if isinstance(schema, dict):
                yield "" if len(schemas) == 1 else name, schema


def _operations(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    paths = document.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method, operation in item.items() if isinstance(item, dict) else ():
            if method in _METHODS and isinstance(operation, dict):
                yield path, method, operation


def _parts_of_operation(operation: Schema) -> Iterator[Part]:
    yield from parts_of_parameters(operation.get("parameters"))
    yield from parts_of_body(operation.get("requestBody"))
    yield from parts_of_responses(operation.get("responses"))


def parts_of_body(value: Json) -> Iterator[Part]:
    """The schema of a body, for the first media type."""
    yield from ((PLACES["body"], schema) for schema in _content(value))


def parts_of_responses(value: Json) -> Iterator[Part]:
    """The schemas of responses. The only good one has no status in its label."""
    responses = value if isinstance(value, dict) else {}
    good = [status for status in responses if status.startswith("2")]
    for status, response in responses.items():
        label = RESPONSE if [status] == good else f"{RESPONSE} {status}"
        yield from ((label, schema) for schema in _content(response))


def parts_of_parameters(value: Json) -> Iterator[Part]:
    """The parameters of an operation, as an object for each place in the request."""
    for place, label in PLACES.items():
        properties: dict[str, Json] = {}
        required: list[Json] = []
        for parameter in listed(value):
            if (
                not isinstance(parameter, dict)
                or parameter.get("in") != place
                or not isinstance(name := parameter.get("name"), str)
            ):
                continue
            schema = parameter.get("schema")
            facts: dict[str, Json] = {key: parameter[key] for key in _OF_PARAMETERS if key in parameter}
            properties[name] = {**(schema if isinstance(schema, dict) else {}), **facts}
            required += [name] if parameter.get("required") is True else []
        if properties:
            yield label, {"type": "object", "properties": properties, "required": required}


def _content(value: Json) -> Iterator[Schema]:
    """The schema of a body, for the first media type."""
    content = value.get("content") if isinstance(value, dict) else None
    media = next(iter(content.values()), None) if isinstance(content, dict) else None
    schema = media.get("schema") if isinstance(media, dict) else None
    if isinstance(schema, dict):
        yield schema
