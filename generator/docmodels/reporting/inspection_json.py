"""The JSON form of an inspection, for programs. Later releases may add keys and kinds to a "version", nothing else.

    document     {"version": 2, "notations": [{"family", "language", "evidence"}, …],    that of most pages first
                  "tables": [{"place", "what", "why"}, …],    the content of each table on handwritten pages
                  "census": [{"place", "headings": [text, …], "verdict": "read" | "no model" | "not read", "reason"}, …],
                  "examples": [{"place", "what", "why"}, …],    the models in blocks of JSON, YAML and TOML
                  "convention": {"case": "camel" | "snake" | "as_written", "evidence"},
                  "declarations": [declaration, …],    in the order of the pages; of one page, or of all
                  "findings": [{"code", "severity", "message", "help", "place"}, …]}
    declaration  {"kind", "key", "title", "place", "module", "name", "use", "named_by", "namespace": [text, …],
                  "part_of", "description", "deprecated"}, and more by its kind:
      object        "fields": [field, …], "extra": the type of the values under other keys, or null,
                    "bases": [type, …]
      enumeration   "members": [{"name", "value", "python", "description", "place"}, …], "is_open", "is_flags"
      alias         "type", "discriminator": {"field", "wire", "tags": [text, …], "is_open"} of a union, its tags in the
                    order of the members; null without one
    field        {"name", "python", "type", "required", "presence", "access", "default": {"value": any JSON} or null,
                  "constraints": {a keyword of JSON Schema: its value, …}, "nullable", "description", "deprecated",
                  "examples": [any JSON, …], "is_evidence", "typed_by",
                  "wire": {"name", "evidence"}, "place",
                  "settings": {property: the key of `fields` in pyproject.toml that sets it, …}}
    type         {"kind": "scalar", "scalar"} | {"kind": "list", "item"} | {"kind": "map", "value"}
                 | {"kind": "union", "members"} | {"kind": "nullable", "item"} | {"kind": "constant", "values"}
                 | {"kind": "unknown", "label"} | {"kind": "ref", "key"}    see `model.types`
    place        {"path", "line", "column"}    see `diagnostics.Place`

key          identifies a declaration; the document of one page may refer to declarations of others
module       the dotted name below the output package; null if the declaration is left out, or the user's class replaces it
use          that class, "acme.money:Money"; null for none
named_by     the reason for a title that is not the one on the page; "" if it is
part_of      the key of the declaration that it is a part of; null for a model of its own
deprecated   the notice of the deprecation; "" for a mark without a text, null if it is not deprecated
name         of a declaration: its name in Python, null if it is left out; of a field or member: its name in the docs, ""
             for a member without one
python       the attribute or the member in the written package; with typeddict, the key of the field. null for the
             members of an enumeration that is no Enum
typed_by     the evidence for a type that the docs leave open; "" if they show it
is_evidence  whether its examples show names on the wire of other fields
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from ..diagnostics import Diagnostic, Place
from ..diagnostics.census import Entry
from ..families.family import Sighting
from ..model.code_names import Location, Names
from ..model.declarations import Alias, Constraints, Declaration, Enumeration, Field, Json, Member, Object, RawValue
from ..model.names import camel
from ..model.rules import Matched
from ..model.types import (
    Constant,
    DeclarationId,
    Discriminator,
    FieldId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Type,
    UnionOf,
    Unknown,
)
from ..pipeline.understand import Understanding
from .evidence import evidence
from .findings_json import finding_json, text


def as_json(
    understanding: Understanding,
    page: str | None,
    models: Collection[DeclarationId] | None = None,
    findings: Iterable[Diagnostic] = (),
) -> str:
    """The reading of a page, or of all pages, as a JSON document (RFC 8259) on several lines, with a line end.

    page      the path of the page, relative to the docs folder; None for all
    models    the models to show, on any page; None for all
    findings  the findings to list
    """
    model, convention = understanding.model, understanding.convention(page)
    names = understanding.names
    named = evidence(model)
    uses = {class_: rule.use for class_, rule in understanding.settings.classes.items()}
    document = {
        "version": 2,
        "notations": [
            {"family": notation.family, "language": notation.language, "evidence": notation.evidence}
            for notation in understanding.docs.notations
        ],
        "tables": [
            _sighting(seen)
            for path in _paths(understanding, page, models)
            for seen in understanding.docs.sightings(path)
        ],
        "census": [
            _entry(entry)
            for entry in understanding.docs.census
            if entry.place.path in set(_paths(understanding, page, models))
        ],
        "examples": [
            _sighting(seen)
            for path in _paths(understanding, page, models)
            for seen in understanding.docs.examples(path)
        ],
        "convention": {"case": convention.case.value, "evidence": convention.evidence},
        "declarations": [
            {
                **_head(declaration, names.classes.get(declaration.id), uses.get(declaration.id, "")),
                **_body(declaration, names, named, understanding.settings),
            }
            for declaration in model.declarations
            if (page is None or declaration.place.path == page) and (models is None or declaration.id in models)
        ],
        "findings": [finding_json(finding, finding.place.path) for finding in findings],
    }
    return text(document)


def _paths(understanding: Understanding, page: str | None, models: Collection[DeclarationId] | None) -> Sequence[str]:
    """The pages whose tables and examples are listed: none if models are selected."""
    if models is not None:
        return ()
    return [page] if page is not None else sorted(understanding.docs.readings)


def _entry(entry: Entry) -> Json:
    return {
        "place": _place(entry.place),
        "headings": list(entry.headings),
        "verdict": str(entry.verdict),
        "reason": entry.reason,
    }


def _sighting(seen: Sighting) -> dict[str, Json]:
    return {"place": _place(seen.place), "what": seen.what, "why": seen.why}


def _head(declaration: Declaration, written: Location[str] | None, use: str) -> dict[str, Json]:
    location = None if use else written
    return {
        "kind": _kind(declaration),
        "key": str(declaration.id),
        "title": declaration.title,
        "place": _place(declaration.place),
        "module": location.dotted if location else None,
        "name": location.name if location else None,
        "use": use or None,
        "named_by": declaration.named_by,
        "namespace": list(declaration.namespace),
        "part_of": None if declaration.part_of is None else str(declaration.part_of),
        "description": declaration.description,
        "deprecated": declaration.deprecated,
    }


def _kind(declaration: Declaration) -> str:
    match declaration:
        case Object():
            return "object"
        case Enumeration():
            return "enumeration"
        case Alias():
            return "alias"


def _body(
    declaration: Declaration, names: Names[str], named: Mapping[FieldId, int], settings: Matched
) -> dict[str, Json]:
    match declaration:
        case Object(fields=fields, extra=extra, bases=bases):
            return {
                "bases": [_type(base) for base in bases],
                "fields": [
                    {
                        **_field(field, names.attribute(declaration, field), (declaration.id, field.name) in named),
                        "settings": {
                            name: rule.key
                            for name, rule in settings.fields.get((declaration.id, field.name), {}).items()
                        },
                    }
                    for field in fields
                ],
                "extra": None if extra is None else _type(extra),
            }
        case Enumeration(members=members, is_open=is_open):
            constants = names.members(declaration) or (None,) * len(members)
            return {
                "members": [_member(member, name) for member, name in zip(members, constants, strict=True)],
                "is_open": is_open,
                "is_flags": declaration.is_flags,
            }
        case Alias(type=type_, discriminator=discriminator):
            return {"type": _type(type_), "discriminator": _discriminator(discriminator)}


def _field(field: Field, attribute: str, is_evidence: bool) -> dict[str, Json]:
    return {
        "name": field.name,
        "python": attribute,
        "type": _type(field.type),
        "required": field.required,
        "presence": field.presence.value,
        "access": field.access.value,
        "default": None if field.default_value is None else {"value": _json(field.default_value.json)},
        "constraints": _constraints(field.constraints),
        "nullable": field.nullable,
        "description": field.description,
        "deprecated": field.deprecated,
        "examples": [_value(example, value) for example, value in zip(field.examples, field.values, strict=True)],
        "is_evidence": is_evidence,
        "typed_by": field.typed_by,
        "wire": None if field.wire is None else {"name": field.wire.name, "evidence": field.wire.evidence},
        "place": _place(field.place),
    }


def _constraints(constraints: Constraints) -> dict[str, Json]:
    """The limits in the docs, by their names in JSON Schema."""
    stated = {field.name: getattr(constraints, field.name) for field in dataclasses.fields(constraints)}
    return {camel(name): value for name, value in stated.items() if value not in (None, "", False)}


def _member(member: Member, name: str | None) -> Json:
    return {
        "name": member.name,
        "value": member.value,
        "python": name,
        "description": member.description,
        "place": _place(member.place),
    }


def _value(example: RawValue, value: Json) -> Json:
    """The value of an example; its text if a number in it is too large for JSON."""
    return value if _is_writable(value) else example.text


def _json(value: Json) -> Json:
    return value if _is_writable(value) else str(value)


def _is_writable(value: Json) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True


def _discriminator(discriminator: Discriminator | None) -> Json:
    if discriminator is None:
        return None
    return {
        "field": discriminator.field,
        "wire": discriminator.wire,
        "tags": list(discriminator.tags),
        "is_open": discriminator.is_open,
    }


def _type(type_: Type) -> Json:
    """A type as JSON. The parser of the type bounds its depth."""
    match type_:
        case Primitive(scalar):
            return {"kind": "scalar", "scalar": scalar.value}
        case ListOf(item):
            return {"kind": "list", "item": _type(item)}
        case MapOf(value):
            return {"kind": "map", "value": _type(value)}
        case UnionOf(members):
            return {"kind": "union", "members": [_type(member) for member in members]}
        case Nullable(item):
            return {"kind": "nullable", "item": _type(item)}
        case Constant(values):
            return {"kind": "constant", "values": list(values)}
        case Ref(target):
            return {"kind": "ref", "key": str(target)}
        case Unknown(label) | Link(label=label):
            return {"kind": "unknown", "label": label}


def _place(place: Place) -> Json:
    return {"path": place.path, "line": place.line, "column": place.column}
