"""Documents of JSON Schema and OpenAPI as declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...diagnostics import Diagnostic, Place
from ...frozen import frozen, replace
from ...model.declarations import Alias, Declaration, Enumeration, Field, Member, Object, Presence, WireName
from ...model.model import Model, map_types
from ...model.names import pascal
from ...model.types import (
    ANY,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL_STRING,
    DURATION,
    JSON_TYPES,
    STRING,
    TIME,
    UUID,
    Constant,
    DeclarationId,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    Type,
    Unknown,
    nullable,
    union,
)
from ..target import known_leaf
from .documents import Document
from .keywords import constants, implied, is_object, text_of, with_all_of
from .places import Named, decoded, named_schemas
from .properties import properties_of
from .references import Pointed, follow

_DEEPEST = 60
_MOST_SCHEMAS = 200_000
_FORMATS = {
    "date": DATE,
    "date-time": DATETIME,
    "time": TIME,
    "duration": DURATION,
    "uuid": UUID,
    "byte": BYTES,
    "binary": BYTES,
    "decimal": DECIMAL_STRING,
}


def read_documents(documents: Sequence[Document]) -> tuple[Model, frozenset[DeclarationId], tuple[Diagnostic, ...]]:
    """The schemas that documents name, with those of nested objects; the ids of the helpers; and the findings."""
    reader = _Reader({document.path: document for document in documents})
    for document in documents:
        for named in named_schemas(document):
            reader.name(named)
    reader.run()
    objects = [declaration for declaration in reader.declarations.values() if isinstance(declaration, Object)]
    bases = {base.id for owner in objects for base in owner.bases if isinstance(base, Ref)}
    return Model(tuple(reader.declarations.values())), frozenset(reader.helpers | bases), tuple(reader.faults)


@frozen()
class _Schema:
    """A schema that becomes a declaration. `outer` is the object around a nested one."""

    id: DeclarationId
    title: str
    document: Document
    schema: object
    place: Place
    outer: DeclarationId | None = None


@frozen()
class _At:
    """Where a schema stands: its declaration, the property there, the document, the line, and the schemas around it."""

    owner: DeclarationId
    name: str
    document: Document
    place: Place
    depth: int = 0

    @property
    def inner(self) -> _At:
        """The same place, one schema deeper."""
        return replace(self, depth=self.depth + 1)


class _Reader:
    """Reads schemas one after the other. It has state, since a schema inside another becomes a declaration too."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._ids: dict[tuple[str, str], DeclarationId] = {}
        self._queue: list[_Schema] = []
        self._count = 0
        self.declarations: dict[DeclarationId, Declaration] = {}
        self.helpers = set[DeclarationId]()
        self.faults: list[Diagnostic] = []

    def name(self, named: Named) -> None:
        identity = DeclarationId(named.document.path, named.name)
        if identity in self._ids.values():
            return
        self._ids[named.document.path, named.pointer] = identity
        if named.is_helper:
            self.helpers.add(identity)
        place = Place(named.document.path, named.line)
        self._queue.append(_Schema(identity, decoded(named.name), named.document, named.schema, place))

    def run(self) -> None:
        for waiting in self._queue:  # it grows
            self.declarations[waiting.id] = self._declaration(waiting)
        ids = self.declarations.keys()
        for identity, declaration in self.declarations.items():
            self.declarations[identity] = map_types(declaration, lambda leaf: known_leaf(leaf, ids))

    def _declaration(self, waiting: _Schema) -> Declaration:
        identity, title, schema, place, outer = waiting.id, waiting.title, waiting.schema, waiting.place, waiting.outer
        deprecated = "" if isinstance(schema, Mapping) and schema.get("deprecated") is True else None
        text = text_of(schema)
        if isinstance(schema, Mapping) and is_object(schema):
            fields, bases = self._object(identity, waiting.document, schema)
            more = None if schema.get("additionalProperties") is False else ANY
            return Object(identity, title, place, text, fields, deprecated, more, bases=bases, part_of=outer)
        type_ = self._type(schema, _At(identity, "", waiting.document, place))
        match type_:
            case Constant(values) if not any(isinstance(value, bool) for value in values) and not (
                isinstance(schema, Mapping) and "const" in schema
            ):
                members = tuple(Member("", value, place) for value in values if not isinstance(value, bool))
                return Enumeration(identity, title, place, text, members, deprecated=deprecated, part_of=outer)
            case Ref(target) if self._is_circle(identity, target):
                message = f"{title} is nothing but a reference to itself; it is any value here"
                self.faults.append(Diagnostic(place, "target-not-clear", message, "Correct the `$ref`."))
                type_ = ANY
        return Alias(identity, title, place, text, type_, deprecated=deprecated, part_of=outer)

    def _is_circle(self, start: DeclarationId, target: DeclarationId) -> bool:
        by_id = {waiting.id: (waiting.document, waiting.schema) for waiting in self._queue}
        for _ in range(_DEEPEST):
            if target == start:
                return True
            document, schema = by_id.get(target, (None, None))
            reference = schema.get("$ref") if isinstance(schema, Mapping) else None
            if document is None or not isinstance(reference, str):
                return False
            there = follow(self._documents, document, reference)
            if there is None or (there.document.path, there.pointer) not in self._ids:
                return False
            target = self._ids[there.document.path, there.pointer]
        return True

    def _object(
        self, identity: DeclarationId, document: Document, schema: Mapping[str, object]
    ) -> tuple[tuple[Field, ...], tuple[Type, ...]]:
        """The fields and bases of an object, with those that `allOf` adds."""
        bases: list[Type] = []
        for part in with_all_of(schema):
            if isinstance(reference := part.get("$ref"), str):
                base = self._reference(reference, _At(identity, "", document, Place(document.path)))
                bases += [base] if isinstance(base, Ref) else []
        properties, required = properties_of(self._documents, document, schema)
        fields = tuple(
            self._field(inner, _At(identity, name, where, place), is_required=name in required)
            for name, (where, inner, place) in properties.items()
        )
        return fields, tuple(bases)

    def _field(self, schema: object, at: _At, *, is_required: bool) -> Field:
        type_ = self._type(schema, at)
        return Field(
            at.name,
            type_.item if isinstance(type_, Nullable) else type_,
            Presence.REQUIRED if is_required else Presence.OPTIONAL,
            at.place,
            nullable=isinstance(type_, Nullable),
            description=text_of(schema),
            deprecated="" if isinstance(schema, Mapping) and schema.get("deprecated") is True else None,
            wire=WireName(at.name, "the property"),
        )

    def _type(self, schema: object, at: _At) -> Type:
        self._count += 1
        if not isinstance(schema, Mapping) or at.depth > _DEEPEST:
            return ANY
        if self._count > _MOST_SCHEMAS:
            if self._count == _MOST_SCHEMAS + 1:
                message = f"it has more than {_MOST_SCHEMAS:,} schemas; the rest are any value here"
                self.faults.append(Diagnostic(at.place, "target-not-read", message, "Name a part of it as the target."))
            return ANY
        type_ = self._shape(schema, at)
        return nullable(type_) if schema.get("nullable") is True or schema.get("x-nullable") is True else type_

    def _shape(self, schema: Mapping[str, object], at: _At) -> Type:
        if isinstance(reference := schema.get("$ref"), str):
            return self._reference(reference, at)
        if "const" in schema:
            return constants([schema["const"]])
        if isinstance(listed := schema.get("enum"), list):
            return constants(listed)
        for key in ("oneOf", "anyOf"):
            if isinstance(members := schema.get(key), list) and members and not is_object(schema):
                return union(*(self._type(member, at.inner) for member in members))
        if isinstance(parts := schema.get("allOf"), list) and len(parts) == 1 and "properties" not in schema:
            return self._type(parts[0], at.inner)
        if is_object(schema):
            return self._nested(schema, at)
        kinds = schema.get("type")
        if isinstance(kinds, list):
            rest = {key: value for key, value in schema.items() if key != "type"}
            # The object with another `type` is new: its keys have no lines, those within it do.
            return union(*(self._shape({**rest, "type": kind}, at.inner) for kind in kinds))
        return self._of_kind(schema, str(kinds or implied(schema)), at)

    def _of_kind(self, schema: Mapping[str, object], kind: str, at: _At) -> Type:
        match kind:
            case "string":
                return _FORMATS.get(str(schema.get("format", "")), STRING)
            case "array":
                items = schema.get("items", schema.get("prefixItems", {}))
                several = items if isinstance(items, list) else [items]
                inner = [self._type(item, at.inner) for item in several]
                return ListOf(union(*inner) if inner else ANY)
            case "object":
                patterns = schema.get("patternProperties")
                value = schema.get("additionalProperties")
                if not isinstance(value, Mapping) and isinstance(patterns, Mapping) and patterns:
                    value = next(iter(patterns.values()))
                return MapOf(self._type(value, at.inner))
            case _:
                return JSON_TYPES.get(kind, ANY)

    def _nested(self, schema: Mapping[str, object], at: _At) -> Type:
        """Declare an object inside another under its own name: `Order.buyer`."""
        anchor = f"{at.owner.anchor}.{at.name or 'item'}"
        identity, number = DeclarationId(at.document.path, anchor), 2
        known = {waiting.id for waiting in self._queue}
        while identity in known:
            identity, number = DeclarationId(at.document.path, f"{anchor}.{number}"), number + 1
        title = str(schema.get("title") or pascal(anchor))
        self._queue.append(_Schema(identity, title, at.document, schema, at.place, at.owner))
        self.helpers.add(identity)
        return Ref(identity)

    def _reference(self, reference: str, at: _At) -> Type:
        there = follow(self._documents, at.document, reference)
        if there is None:
            message = f'"{reference}" leads to no schema of the target; it is any value here'
            remedy = "Correct it, or name the folder with all files as the target."
            self.faults.append(Diagnostic(at.place, "target-not-clear", message, remedy))
            return Unknown(reference.rpartition("/")[2] or reference)
        if (there.document.path, there.pointer) in self._ids:
            return Ref(self._ids[there.document.path, there.pointer])
        return self._unnamed(there, at.place)

    def _unnamed(self, there: Pointed, place: Place) -> Type:
        """Declare a schema that only a `$ref` names, so that a circle of references ends."""
        name = there.pointer.rpartition("/")[2] or "root"
        identity = DeclarationId(there.document.path, there.pointer or "root")
        self._ids[there.document.path, there.pointer] = identity
        self.helpers.add(identity)
        self._queue.append(_Schema(identity, pascal(name) or name, there.document, there.schema, place))
        return Ref(identity)
