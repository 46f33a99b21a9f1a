"""The properties of an object, with those that `allOf` adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...diagnostics import Place
from .documents import Document
from .keywords import with_all_of
from .references import follow

Properties = dict[str, tuple[Document, object, Place]]
"""Name of a property → its document, its schema and its place."""


def properties_of(
    documents: Mapping[str, Document], document: Document, schema: Mapping[str, object]
) -> tuple[Properties, set[str]]:
    """The properties of a schema itself, and the names that it requires.

    In `allOf: [{$ref: Room}, {required: [id]}]`, the schema requires a property of `Room`: it counts as its own too.
    """
    own, required = _own(document, schema)
    inherited: Properties = {}
    further = set[str]()
    for base, base_schema in _bases(documents, document, schema):
        properties, listed = _own(base, base_schema)
        inherited |= properties
        further |= listed
    return {name: inherited[name] for name in inherited if name in required} | own, required | further


def _own(document: Document, schema: Mapping[str, object]) -> tuple[Properties, set[str]]:
    properties: Properties = {}
    required = set[str]()
    for part in with_all_of(schema):
        own = part.get("properties")
        for key, inner in own.items() if isinstance(own, Mapping) else ():
            properties[str(key)] = document, inner, Place(document.path, document.line(own, str(key)))
        listed = part.get("required")
        required |= set(map(str, listed)) if isinstance(listed, list) else set()
    return properties, required


def _bases(
    documents: Mapping[str, Document], document: Document, schema: Mapping[str, object]
) -> Iterator[tuple[Document, Mapping[str, object]]]:
    """The schemas that `allOf` refers to, once each; a base stands behind its own bases."""
    seen = set[tuple[str, str]]()
    waiting = [(document, schema)]
    bases: list[tuple[Document, Mapping[str, object]]] = []
    while waiting:
        here, current = waiting.pop()
        for part in with_all_of(current):
            reference = part.get("$ref")
            there = follow(documents, here, reference) if isinstance(reference, str) else None
            if there is None or not isinstance(there.schema, Mapping):
                continue
            if (there.document.path, there.pointer) not in seen:
                seen.add((there.document.path, there.pointer))
                bases.append((there.document, there.schema))
                waiting.append(bases[-1])
    yield from reversed(bases)
