"""The parts of a declaration, as tables of an inspection's text form.

All text from the docs goes through `visible`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ..model.code_names import Names
from ..model.declarations import Access, Enumeration, Field, Object, Presence, Value
from ..model.names import snake
from ..model.rules import Matched
from ..model.types import Discriminator, FieldId, Type
from ..model.wording import Wording, counted, limits, literal
from .columns import columns, shortened
from .text import visible

WIDTH = 100
"""The columns of a line."""

_INDENT = "  "
_DEFAULT = 40  # the most columns of a default


def fields(owner: Object, words: Wording) -> Iterator[str]:
    """The fields of an object."""
    rows = [
        (
            field.name,
            words.type(field.type),
            _presence(field),
            field.wire.name if field.wire else "",
            str(len(field.examples)) if field.examples else "none",
        )
        for field in owner.fields
    ]
    return _table([("Field", "Type", "Presence", "On the wire", "Examples"), *rows])


def wire_names(owner: Object, words: Wording) -> Iterator[str]:
    """The evidence for the names on the wire; the evidence for most of them comes last."""
    by_reason: dict[str, list[str]] = {}
    for wire in (field.wire for field in owner.fields if field.wire is not None):
        example_field = wire.shown_by
        reason = (
            f"as in the example of {words.title(example_field[0])}.{example_field[1]}"
            if example_field is not None
            else wire.evidence
        )
        by_reason.setdefault(reason, []).append(wire.name)
    *special, (usual, names) = sorted(by_reason.items(), key=lambda group: len(group[1]))
    rows = [(", ".join(known), reason) for reason, known in special]
    rows.append((names[0] if len(names) == 1 else "the others" if special else "all", usual))
    yield "Why these names on the wire:"
    yield from _table(rows, _INDENT)


def types(owner: Object) -> Iterator[str]:
    """The fields whose types the docs leave open, and the evidence for the types; nothing without such a field."""
    by_source: dict[str, list[str]] = {}
    for field in owner.fields:
        if field.typed_by:
            by_source.setdefault(field.typed_by, []).append(field.name)
    if by_source:
        yield "Types that the docs leave open, and their evidence:"
        yield from _table([(", ".join(names), source) for source, names in by_source.items()], _INDENT)


def evidence(owner: Object, named: Mapping[FieldId, int]) -> Iterator[str]:
    """The fields whose examples are evidence for names on the wire; nothing without such a field.

    named  field → the number of names that its examples show
    """
    rows = [
        (field.name, f"for {counted(number, 'name')}")
        for field in owner.fields
        if (number := named.get((owner.id, field.name), 0))
    ]
    if rows:
        yield "Examples that were evidence for names on the wire:"
        yield from _table(rows, _INDENT)


def contents(owner: Object) -> Iterator[str]:
    """The defaults and limits of the fields; nothing without any."""
    rows = [
        (
            field.name,
            f"{literal_of(field.default_value)} by default" if field.default_value is not None else "",
            restrictions,
        )
        for field in owner.fields
        if (restrictions := limits(field.constraints)) or field.default_value is not None
    ]
    if rows:
        yield "Values:"
        yield from _table([(name, ", ".join(filter(None, parts))) for name, *parts in rows], _INDENT)


def settings(owner: Object, matched: Matched) -> Iterator[str]:
    """The fields that the configuration changes, with the keys that change them; nothing without such a field."""
    rows = [
        (field.name, ", ".join(f'{name} by "{rule.key}"' for name, rule in rules.items()))
        for field in owner.fields
        if (rules := matched.fields.get((owner.id, field.name)))
    ]
    if rows:
        yield "Set in the configuration:"
        yield from _table(rows, _INDENT)


def python_names(owner: Object, names: Names[str]) -> Iterator[str]:
    """The attributes that are not the field's name in snake_case; nothing without any, and nothing if code uses keys."""
    rows = [
        (field.name, attribute)
        for field in (() if names.is_json else owner.fields)
        if (attribute := names.attribute(owner, field)) != snake(field.name)
    ]
    if rows:
        yield "Names that Python does not allow:"
        yield from _table(rows, _INDENT)


def members(enumeration: Enumeration, names: Names[str]) -> Iterator[str]:
    """The members of an enumeration: their values, and their names in the docs and in Python if they have any."""
    parts: Mapping[str, Sequence[str]] = {
        "Name": [member.name for member in enumeration.members],
        "Value": [literal(member.value) for member in enumeration.members],
        "Python": names.members(enumeration),
    }
    return _table(list(zip(*([heading, *cells] for heading, cells in parts.items() if any(cells)), strict=True)))


def alternatives(types: Sequence[Type], discriminator: Discriminator | None, words: Wording) -> Iterator[str]:
    """The members of a union, each with its tag."""
    if discriminator is None:
        return _table([("Member",), *((words.type(part),) for part in types)])
    rows = [(words.type(part), literal(tag)) for part, tag in zip(types, discriminator.tags, strict=True)]
    return _table([("Member", f'Value of {discriminator.field}, "{discriminator.wire}" on the wire'), *rows])


PRESENCE_WORDS = MappingProxyType(
    {Presence.REQUIRED: "required", Presence.OPTIONAL: "optional", Presence.UNKNOWN: "not said"}
)


def literal_of(value: Value) -> str:
    """A default as JSON, shortened."""
    return shortened(visible(json.dumps(value.json, ensure_ascii=False)), _DEFAULT)


def _presence(field: Field) -> str:
    marks = (
        PRESENCE_WORDS[field.presence],
        "nullable" if field.nullable else "",
        "" if field.access is Access.BOTH else field.access.value,
        "deprecated" if field.deprecated is not None else "",
    )
    return ", ".join(filter(None, marks))


def _table(rows: Sequence[Sequence[str]], indent: str = "") -> Iterator[str]:
    cells = [tuple(map(visible, row)) for row in rows]
    return (indent + line for line in columns(cells, WIDTH - len(indent)))
