"""The operations of the docs as paths of OpenAPI 3.1, as far as the docs show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ...model.declarations import Direction, Enumeration, Json, Request
from ...model.model import Model
from ...model.types import DeclarationId
from ...patterns import regex
from .schemas import Schema

Requests = Mapping[tuple[Request, Direction], tuple[DeclarationId, ...]]
"""Request and direction → the models that the operation sends or receives."""

_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})  # a body has no meaning there (RFC 9110, section 9.3)
_STEP = regex(r"(?<=/):(\w+)(?=/|$)")  # `/rooms/:roomId`
_PARAMETER = regex(r"\{([^{}/]+)\}")


def paths(model: Model, requests: Requests, name: Callable[[DeclarationId], str]) -> Schema:
    """A path item for each path, with an operation for each method.

    requests  in the order of the docs
    name      the name of a declaration's schema

    The docs show the models of an operation, but neither whether a body is a single value or a list nor the status of a
    response. So a body is a model or a list of it, and the response is the default one. Paths that differ only in the names
    of their parameters are one path, as OpenAPI demands (section 4.8.8). A path that OpenAPI does not allow is left out.
    """
    items: dict[str, dict[str, Json]] = {}
    known: dict[str, str] = {}
    for (request, direction), ids in requests.items():
        spelled = _STEP.sub(r"{\1}", request.path)
        if not _is_path(spelled, _PARAMETER.findall(spelled)):
            continue
        path = known.setdefault(_PARAMETER.sub("{}", spelled), spelled)
        parameters = _PARAMETER.findall(path)
        item = items.setdefault(
            path, {"parameters": [_parameter(parameter) for parameter in parameters]} if parameters else {}
        )
        operation = item.setdefault(request.method.lower(), {"responses": {"default": {"description": "Any answer"}}})
        assert isinstance(operation, dict)
        if direction is Direction.RECEIVED:
            names = [name(identity) for identity in ids]
            operation["responses"] = {"default": {"description": ", ".join(names), "content": _content(names)}}
        elif request.method not in _WITHOUT_BODY:
            names = [name(identity) for identity in ids if not isinstance(model.by_id[identity], Enumeration)]
            if names:
                operation["requestBody"] = {"content": _content(names)}
    return dict(items)


def _is_path(path: str, parameters: Sequence[str]) -> bool:
    """Whether OpenAPI allows a path: no parameter occurs twice, and every brace belongs to a parameter."""
    return len(set(parameters)) == len(parameters) and not re.search(r"[{}?#\s]", _PARAMETER.sub("", path))


def _parameter(name: str) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _content(names: Sequence[str]) -> Json:
    references: list[Json] = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    lists: list[Json] = [{"type": "array", "items": reference} for reference in references]
    return {"application/json": {"schema": {"anyOf": [*references, *lists]}}}
