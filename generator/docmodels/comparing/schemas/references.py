"""The schema that a `$ref` points to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urldefrag

from ...frozen import frozen
from .documents import Document


@frozen()
class Pointed:
    """A schema in a document, and the JSON Pointer to it."""

    document: Document
    pointer: str
    schema: object


def follow(documents: Mapping[str, Document], here: Document, reference: str) -> Pointed | None:
    """The schema that a reference points to; None if it points out of the target, or nowhere."""
    url, fragment = urldefrag(reference)
    there = here if not url else _named(documents, here, unquote(url))
    if there is None:
        return None
    pointer = unquote(fragment).rstrip("/")
    if pointer and not pointer.startswith("/"):
        return _anchored(there, pointer)
    value = there.value
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, Mapping) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isdigit() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return Pointed(there, pointer, value)


def _named(documents: Mapping[str, Document], here: Document, url: str) -> Document | None:
    """The document at a path relative to another one, or with the URL as its `$id`."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here.path), url))
    if path in documents:
        return documents[path]
    by_id = {
        str(document.value.get("$id") or document.value.get("id") or document.path).rstrip("#"): document
        for document in documents.values()
        if isinstance(document.value, Mapping)
    }
    end = "/" + url.rpartition("/")[2]
    others = [document for identity, document in by_id.items() if identity == url or f"/{identity}".endswith(end)]
    return others[0] if len(others) == 1 else by_id.get(url)


def _anchored(document: Document, anchor: str) -> Pointed | None:
    root = document.value
    for table in ("$defs", "definitions"):
        schemas = root.get(table) if isinstance(root, Mapping) else None
        for key, schema in schemas.items() if isinstance(schemas, Mapping) else ():
            if isinstance(schema, Mapping) and anchor in (schema.get("$anchor"), str(schema.get("$id")).lstrip("#")):
                return Pointed(document, f"/{table}/{key}", schema)
    return None
