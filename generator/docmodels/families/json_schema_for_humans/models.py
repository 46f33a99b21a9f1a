"""The declarations of a page's schemas."""

from __future__ import annotations

from collections.abc import Mapping

from ...frozen import replace
from ...markdown import Inline, Page
from ...model.declarations import Field, Json, Presence
from ...model.strict_json import read_json
from ...model.types import ANY, Constant, Link, ListOf, MapOf, Nullable, Ref, Type, UnionOf, nullable
from ...tables.lexicon import words
from ...tables.texts import joined
from ..family import Reading
from ..kit import Builder, Draft, RowDraft, json_usages, wire_name
from .cells import constraints, formatted, json_values
from .outline import Property, Schema, by_anchor, linked, names, schemas

_DEEPEST = 50
"""The most schemas to follow for one type. The type behind them is Any."""
_LISTS, _OBJECT, _COMBINING = "array", "object", "combining"


def read_page(page: Page, packages: str) -> Reading:
    """Declare the models of a page: an object for each schema with properties, and one for the root."""
    page_schemas = page.once(schemas)
    reader = _Reader(page.path, page_schemas)
    for schema, draft in reader.drafts.items():
        reader.declare(schema, draft)
    return reader.builder.reading()


class _Reader:
    """Declares the schemas of a page, and follows their links to each other."""

    def __init__(self, path: str, schemas: list[Schema]) -> None:
        self._known = by_anchor(schemas)
        self._types: dict[Schema, Type] = {}
        self._vocabulary = words(("en",)).vocabulary
        self.drafts = dict(_drafts(schemas, self._known))
        self.builder = Builder(path, self.drafts.values())

    def declare(self, schema: Schema, draft: Draft) -> None:
        """Declare what a schema describes."""
        description = joined(schema.texts)
        examples = [value for fence in schema.examples for value in _parsed(fence.text)]
        if schema.properties is None:
            if _has_bases(schema, self._known):
                bases = [self._type(anchor, 1) for anchor in schema.combined["allOf"]]
                self.builder.object(draft, description, (), bases=[base for base in bases if isinstance(base, Ref)])
            else:
                self.builder.alias(draft, description, self._plain(schema, 0))
            return
        named = [row for row in schema.properties if not _is_rest(row)]
        others = [row for row in schema.properties if _is_rest(row)]
        kinds = list(dict.fromkeys(self._type(row.anchor, 1) for row in others))
        lines: dict[str, int] = {}
        fields = [
            self._field(row)
            for row in named
            if self.builder.is_named(row.name, row.name.text) and self.builder.is_new(row.name, row.name.text, lines)
        ]
        extra = None if not kinds else kinds[0] if len(kinds) == 1 else UnionOf(tuple(kinds))
        self.builder.object(draft, description, fields, extra=extra, usages=json_usages(examples))

    def _field(self, row: Property) -> Field:
        schema = self._known.get(row.anchor)
        if schema is None:
            self._missing(row)
        cell = _cell(row, "type")
        kind = self._type(row.anchor, 1) if schema is not None else self._read(cell)
        is_struck = (schema is not None and schema.is_struck) or "Deprecated" in _text(row, "deprecated")
        default = schema.facts.get("default") if schema is not None else None
        return self.builder.field(
            row.name.text,
            RowDraft(
                row.name,
                kind,
                Presence.REQUIRED if row.sign == "+" else Presence.OPTIONAL,
                description=joined(schema.texts) if schema is not None else _text(row, "title/description").strip("-"),
                deprecated="" if is_struck else None,
                wire=wire_name(row.name.text),
                default=self.builder.raw_value(default.text, default) if default is not None else None,
                constraints=constraints(schema.facts if schema is not None else {}),
                examples=tuple(self.builder.raw_value(example.text, row.name) for example in schema.examples)
                if schema
                else (),
            ),
        )

    def _missing(self, row: Property) -> None:
        message = f'the page has no section "{row.anchor}" for the property; its row alone is read'
        self.builder.report(row.name, "dead-link", message, "Add the section.")

    def _type(self, anchor: str, depth: int) -> Type:
        """The type of the schema behind an anchor."""
        schema = self._known.get(anchor)
        if schema is None or depth > _DEEPEST:
            return ANY
        if schema not in self._types:
            self._types[schema] = ANY  # a schema may lead to itself
            self._types[schema] = self._of(schema, depth)
        return self._types[schema]

    def _of(self, schema: Schema, depth: int) -> Type:
        same = schema.facts.get("same definition as")
        if same is not None:
            anchor = linked(same)
            target = self._known.get(anchor)
            if target is not None and target in self.drafts:
                return Ref(self.builder.id(self.drafts[target]))
            return self._type(anchor, depth + 1)
        if schema in self.drafts:
            return Ref(self.builder.id(self.drafts[schema]))
        return self._plain(schema, depth)

    def _plain(self, schema: Schema, depth: int) -> Type:
        """The type of a schema that makes no object of its own."""
        type_text = schema.fact("type").casefold()
        if schema.values:
            values, has_null = json_values(schema.values)
            constant = Constant(values) if values else ANY
            return nullable(constant) if has_null and values else constant
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema.combined:
                return _union([self._type(anchor, depth + 1) for anchor in schema.combined[keyword]])
        if "allOf" in schema.combined:
            kinds = [self._type(anchor, depth + 1) for anchor in schema.combined["allOf"]]
            return kinds[0] if len(kinds) == 1 else ANY
        if type_text.startswith(_LISTS) and schema.items:
            return ListOf(_union([self._type(anchor, depth + 1) for _, anchor in schema.items]))
        if type_text == _OBJECT and schema.properties:
            return MapOf(_union([self._type(row.anchor, depth + 1) for row in schema.properties]))
        if type_text == _OBJECT:
            return MapOf(self._additional(schema, depth))
        if type_text == _COMBINING or "type" not in schema.facts:
            return ANY
        return formatted(self._read(schema.facts["type"]), schema.fact("format"))

    def _additional(self, schema: Schema, depth: int) -> Type:
        cell = schema.facts.get("additional properties")
        anchor = linked(cell) if cell is not None else ""
        return self._type(anchor, depth + 1) if anchor else ANY

    def _read(self, cell: Inline) -> Type:
        text = cell.text.strip().strip("`")
        for frame in ("enum (of ", "const (of "):
            while frame in text:
                text = text.replace(frame, "").replace(")", "", 1)
        if text.casefold() in ("", "-", "combination", _COMBINING, "enum", "const"):
            return ANY
        kind = self.builder.type(replace(cell, source=text), self._vocabulary)
        return ANY if isinstance(kind, Link) else kind


def _drafts(schemas: list[Schema], known: Mapping[str, Schema]) -> list[tuple[Schema, Draft]]:
    """The schemas with a declaration: the root, objects with properties, and intersections of objects."""
    drafts: dict[tuple[str, ...], Draft] = {}
    made: list[tuple[Schema, Draft]] = []
    for number, schema in enumerate(schemas):
        if number and not _has_fields(schema) and not _has_bases(schema, known):
            continue
        if "same definition as" in schema.facts:
            continue
        path = names(schema)
        ends = range(len(path) - 1, 0, -1) if len(path) < _DEEPEST else ()
        inner = next((end for end in ends if path[:end] in drafts), 0)
        owner = drafts[path[:inner]] if inner else None
        title = " ".join(path[inner:])
        draft = Draft(schema.heading, title, schema.anchors, owner=owner, named_by=_why(path) if owner else "")
        drafts.setdefault(path, draft)
        made.append((schema, draft))
    return made


def _why(path: tuple[str, ...]) -> str:
    return f'after the path "{" > ".join(path)}"'


def _has_bases(schema: Schema, known: Mapping[str, Schema]) -> bool:
    """Whether a schema is the intersection of several objects."""
    targets = [known.get(anchor) for anchor in schema.combined.get("allOf", ())]
    return len(targets) > 1 and all(
        target is not None and (target.properties is not None or target.fact("type") == _OBJECT) for target in targets
    )


def _has_fields(schema: Schema) -> bool:
    """Whether a schema has properties with names, or with a pattern of names. With others only, it is a map."""
    return any(row.is_pattern or not _is_rest(row) for row in schema.properties or ())


def _is_rest(row: Property) -> bool:
    """Whether a row stands for properties by a pattern of names, or for all others."""
    return row.is_pattern or row.name.text.strip() in ("", "additionalProperties")


def _union(kinds: list[Type]) -> Type:
    flat = list(dict.fromkeys(kinds))
    if not flat or ANY in flat:
        return ANY
    null = any(isinstance(kind, Nullable) for kind in flat)
    inner = tuple(kind.item if isinstance(kind, Nullable) else kind for kind in flat)
    alternatives = inner[0] if len(inner) == 1 else UnionOf(inner)
    return nullable(alternatives) if null else alternatives


def _cell(row: Property, heading: str) -> Inline:
    return row.cells.get(heading, Inline("", row.name.line, row.name.column))


def _text(row: Property, heading: str) -> str:
    return _cell(row, heading).prose


def _parsed(text: str) -> list[Json]:
    try:
        return [read_json(text)]
    except ValueError:
        return []
