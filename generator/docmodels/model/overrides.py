"""Put the settings for single fields and models into the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostic
from ..frozen import Keeping, cached_property, frozen, replace
from .choices import with_values
from .code_names import NO_CLASSES, Classes
from .declarations import Declaration, Enumeration, Field, Object, Presence, WireName
from .examples import parse
from .model import Model, map_fields, map_type, map_types
from .rules import FieldRule, Matched, NameRule
from .selectors import Selector
from .types import DeclarationId, Link, Nullable, Ref, Type, Unknown, walk
from .wire import Cases

_OF_TYPES = frozenset(
    {"type-syntax", "unknown-type", "ambiguous-title", "dead-link", "external-type", "unread-words"}
) | {"default-misfit", "missing-values"}
"""The codes of findings that a setting of the type or the values answers."""

_TELLING_TYPES = frozenset({"type", "values"})


@frozen()
class Overridden(Keeping):
    """A model with the settings of the configuration.

    strange  rules with a label in their type that names no model, or several
    """

    model: Model
    strange: tuple[tuple[FieldRule, str], ...]
    _before: Model
    _matched: Matched
    _out: frozenset[DeclarationId]

    @property
    def cases(self) -> Cases:
        """Field -> the convention of its name on the wire, for fields with a setting of it."""
        return {
            key: rule.wire_case
            for key, rules in self._matched.fields.items()
            if (rule := rules.get("wire_case")) is not None and rule.wire_case is not None
        }

    def is_answered(self, finding: Diagnostic) -> bool:
        """Whether a finding is about a type that the configuration replaces or leaves out."""
        place = finding.place
        line = (place.path, place.line)
        return place.path in self._pages or line in self._rows or (line in self._typed and finding.code in _OF_TYPES)

    @cached_property
    def _pages(self) -> frozenset[str]:
        return frozenset(id_.page for id_ in self._out if not id_.anchor)

    @cached_property
    def _rows(self) -> frozenset[tuple[str, int]]:
        return frozenset(
            line
            for declaration in self._before.declarations
            if declaration.id in self._out
            for line in _lines(declaration)
        )

    @cached_property
    def _typed(self) -> frozenset[tuple[str, int]]:
        return frozenset(
            (field.place.path, field.place.line)
            for owner in self._before.objects
            for field in owner.fields
            if not _TELLING_TYPES.isdisjoint(self._matched.fields.get((owner.id, field.name), ()))
        )


def rename(model: Model, rules: Mapping[DeclarationId, NameRule]) -> Model:
    """Give models the titles that rules set, without the models that rules leave out.

    The parts of a model that is left out are left out too.
    """
    if not rules:
        return model
    out = _left_out(model, rules)
    return Model(tuple(_renamed(declaration, rules) for declaration in model.declarations if declaration.id not in out))


def override(model: Model, matched: Matched, classes: Classes[str] = NO_CLASSES) -> Overridden:
    """Apply rules to a model with resolved links, before anything is inferred.

    A reference to a model that is left out is any value.

    classes  the locations of the models, since types of rules may use names of the written package
    """
    types = {rule: _resolved(rule.type, model, classes) for rule in _typing(matched) if rule.type is not None}

    def change(owner: Object, field: Field) -> Field:
        rules = matched.fields.get((owner.id, field.name))
        return _changed(field, rules, types, model) if rules else field

    out = _left_out(model, matched.names)
    changed = map_fields(model, change) if matched.fields else model
    strange = tuple((rule, label) for rule, (_, labels) in types.items() for label in labels)
    return Overridden(_without(rename(changed, matched.names), out, model), strange, model, matched, out)


def _typing(matched: Matched) -> dict[FieldRule, None]:
    return dict.fromkeys(rules["type"] for rules in matched.fields.values() if "type" in rules)


def _changed(
    field: Field, rules: Mapping[str, FieldRule], types: Mapping[FieldRule, tuple[Type, tuple[str, ...]]], model: Model
) -> Field:
    for name, rule in rules.items():
        match name:
            case "type" if not types[rule][1]:
                new_type, _ = types[rule]
                inner = new_type.item if isinstance(new_type, Nullable) else new_type
                is_null = field.nullable or isinstance(new_type, Nullable)
                field = replace(field, type=inner, nullable=is_null)
            case "required":
                field = replace(field, presence=Presence.REQUIRED if rule.required else Presence.OPTIONAL)
            case "wire":
                field = replace(field, wire=WireName(rule.wire, "the configuration names it"))
    if "values" in rules or "open" in rules:
        values = rules["values"].values if "values" in rules else ()
        is_open = rules["open"].is_open if "open" in rules else None
        field = replace(field, type=with_values(field.type, values, model.by_id, is_open=is_open))
    if (rule_ := rules.get("nullable")) is not None:
        field = replace(field, nullable=bool(rule_.nullable))
        if not field.nullable:  # null as an example would make it nullable again
            field = replace(
                field, examples=tuple(example for example in field.examples if parse(example.text) != (None,))
            )
    return field


def _resolved(type_: Type, model: Model, classes: Classes[str]) -> tuple[Type, tuple[str, ...]]:
    """A type of the configuration with its labels resolved; and the labels that point at no model or at several."""
    targets: dict[str, DeclarationId] = {}
    strange: list[str] = []
    for part in walk(type_):
        if isinstance(part, Link) and part.label not in targets:
            models = Selector.parse(part.label).declarations(model, classes)
            if len(models) == 1:
                targets[part.label] = models[0].id
            else:
                strange.append(part.label)

    def leaf(part: Type) -> Type:
        return Ref(targets[part.label]) if isinstance(part, Link) and part.label in targets else part

    return map_type(type_, leaf), tuple(dict.fromkeys(strange))


def _left_out(model: Model, rules: Mapping[DeclarationId, NameRule]) -> frozenset[DeclarationId]:
    """The models that rules leave out, and the parts of these."""
    out = {id_ for id_, rule in rules.items() if not rule.name}
    for declaration in model.declarations if out else ():
        chain: list[DeclarationId] = []
        at: Declaration | None = declaration
        while at is not None and at.id not in out and at.id not in chain:
            chain.append(at.id)
            at = model.by_id.get(at.part_of) if at.part_of is not None else None
        if at is not None and at.id in out:
            out.update(chain)
    return frozenset(out)


def _renamed(declaration: Declaration, rules: Mapping[DeclarationId, NameRule]) -> Declaration:
    rule = rules.get(declaration.id)
    if rule is None:
        return declaration
    return replace(declaration, title=rule.name, named_by=f'the configuration gives "{declaration.title}" this name')


def _without(model: Model, out: frozenset[DeclarationId], before: Model) -> Model:
    """The model without references to declarations that are left out."""
    if not out:
        return model

    def leaf(part: Type) -> Type:
        return Unknown(before.by_id[part.id].title) if isinstance(part, Ref) and part.id in out else part

    kept = (
        _without_bases(declaration, out) if isinstance(declaration, Object) else declaration
        for declaration in model.declarations
    )
    return Model(tuple(map_types(declaration, leaf) for declaration in kept))


def _without_bases(owner: Object, out: frozenset[DeclarationId]) -> Object:
    return replace(owner, bases=tuple(base for base in owner.bases if not (isinstance(base, Ref) and base.id in out)))


def _lines(declaration: Declaration) -> Iterator[tuple[str, int]]:
    """The lines of a declaration and its rows."""
    yield declaration.place.path, declaration.place.line
    match declaration:
        case Object(fields=rows) | Enumeration(members=rows):
            yield from ((row.place.path, row.place.line) for row in rows)
