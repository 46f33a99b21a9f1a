"""The operations of the docs as the paths of OpenAPI 3.1, as far as the docs show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ...model.declarations import Direction, Enumeration, Json, Request
from ...model.model import Model
from ...model.types import DeclarationId
from ...regexes import regex
from .schemas import Schema

Requests = Mapping[tuple[Request, Direction], tuple[DeclarationId, ...]]
"""The models that operations send and receive, by their requests."""

_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})  # a body has no meaning there (RFC 9110, section 9.3)
_STEP = regex(r"(?<=/):(\w+)(?=/|$)")  # `/rooms/:roomId`
_PARAMETER = regex(r"\{([^{}/]+)\}")


def paths(model: Model, requests: Requests, name: Callable[[DeclarationId], str]) -> Schema:
    """A path item for each path, with an operation for each method.

    requests  in the order of the docs
    name      the name of a declaration's schema

    The docs show which models an operation takes and answers, but not whether these are single values or lists, nor the
    status of an answer. So a body is a model or a list of it, and the answer is the one for any status. Paths that differ
    only in the names of their parameters are one, as OpenAPI demands (section 4.8.8). A path that cannot be one of OpenAPI
    is left out.
    """
    items: dict[str, dict[str, Json]] = {}
    known: dict[str, str] = {}
    for (request, direction), ids in requests.items():
        spelled = _STEP.sub(r"{\1}", request.path)
        if not _is_path(spelled, _PARAMETER.findall(spelled)):
            continue
        path = known.setdefault(_PARAMETER.sub("{}", spelled), spelled)
        parameters = _PARAMETER.findall(path)
        item = items.setdefault(path, {"parameters": [_parameter(each) for each in parameters]} if parameters else {})
        operation = item.setdefault(request.method.lower(), {"responses": {"default": {"description": "Any answer"}}})
        assert isinstance(operation, dict)
        if direction is Direction.RECEIVED:
            names = [name(each) for each in ids]
            operation["responses"] = {"default": {"description": ", ".join(names), "content": _content(names)}}
        elif request.method not in _WITHOUT_BODY:
            names = [name(each) for each in ids if not isinstance(model.by_id[each], Enumeration)]
            if names:
                operation["requestBody"] = {"content": _content(names)}
    return dict(items)


def _is_path(path: str, parameters: Sequence[str]) -> bool:
    """Whether a path is one of OpenAPI: no parameter stands in it twice, and every brace is one of a parameter."""
    return len(set(parameters)) == len(parameters) and not re.search(r"[{}?#\s]", _PARAMETER.sub("", path))


def _parameter(name: str) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _content(names: Sequence[str]) -> Json:
    references: list[Json] = [{"$ref": f"#/components/schemas/{each}"} for each in names]
    lists: list[Json] = [{"type": "array", "items": each} for each in references]
    return {"application/json": {"schema": {"anyOf": [*references, *lists]}}}
