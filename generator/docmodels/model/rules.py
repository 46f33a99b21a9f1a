"""The settings for single fields and models, and the fields and models that they match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..frozen import frozen
from .conventions import Case
from .declarations import Declaration
from .model import Model
from .selectors import NOTHING_ELSE, Called, Selector
from .types import DeclarationId, FieldId, Type


@frozen()
class FieldRule:
    """The settings for the fields that a selector matches; None and "" leave the decision to the docs.

    key   the selector in the configuration
    type  its links have no target but a label, which is a selector of models
    """

    key: str
    selector: Selector
    nullable: bool | None = None
    required: bool | None = None
    type: Type | None = None
    wire: str = ""
    wire_case: Case | None = None

    def properties(self) -> Iterator[str]:
        """What it sets."""
        values = {"nullable": self.nullable, "required": self.required, "type": self.type, "wire_case": self.wire_case}
        yield from (name for name, value in values.items() if value is not None)
        if self.wire:
            yield "wire"


@frozen()
class NameRule:
    """What the models are called that a selector points at; "" leaves them out."""

    key: str
    selector: Selector
    name: str


@frozen()
class Rules:
    """All of them, in the order of the configuration."""

    fields: tuple[FieldRule, ...] = ()
    names: tuple[NameRule, ...] = ()


@frozen()
class Matched:
    """The rules for each field and model. Where several set the same property, the last one decides.

    fields     by field, the rule for each property
    names      by model, the rule that names it or leaves it out
    unmatched  the rules that match nothing
    """

    fields: Mapping[FieldId, Mapping[str, FieldRule]]
    names: Mapping[DeclarationId, NameRule]
    unmatched: tuple[FieldRule | NameRule, ...]


NOTHING_SET = Matched(MappingProxyType({}), MappingProxyType({}), ())


def match_rules(rules: Rules, model: Model, called: Called = NOTHING_ELSE) -> Matched:
    """Find what each rule points at.

    called  names that the model does not have
    """
    fields: dict[FieldId, dict[str, FieldRule]] = {}
    names: dict[DeclarationId, NameRule] = {}
    unmatched: list[FieldRule | NameRule] = []
    for rule in rules.fields:
        found = rule.selector.fields_of(model, called)
        for owner, field in found:
            fields.setdefault((owner.id, field.name), {}).update(dict.fromkeys(rule.properties(), rule))
        if not found:
            unmatched.append(rule)
    for name in rules.names:
        models: tuple[Declaration, ...] = name.selector.declarations(model, called)
        names.update((each.id, name) for each in models)
        if not models:
            unmatched.append(name)
    return Matched(fields, names, tuple(unmatched))
