"""The settings for single fields and models, and the fields and models that they match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TypeVar

from ..frozen import frozen
from .code_names import NO_CLASSES, Classes
from .conventions import Case
from .model import Model
from .selectors import Attributes, Selector, no_attributes
from .types import DeclarationId, FieldId, Type


@frozen()
class FieldRule:
    """The settings for the fields that a selector matches; None and "" leave the decision to the docs.

    key      the text of the selector in the configuration
    type     a type whose links have only a label, which is a selector of models
    values   the values that the fields may have, as texts
    is_open  whether other values may occur
    """

    key: str
    selector: Selector
    nullable: bool | None = None
    required: bool | None = None
    type: Type | None = None
    wire: str = ""
    wire_case: Case | None = None
    values: tuple[str, ...] = ()
    is_open: bool | None = None

    def properties(self) -> Iterator[str]:
        """The properties that the rule sets."""
        values = {
            "nullable": self.nullable,
            "required": self.required,
            "type": self.type,
            "wire_case": self.wire_case,
            "open": self.is_open,
        }
        yield from (name for name, value in values.items() if value is not None)
        if self.wire:
            yield "wire"
        if self.values:
            yield "values"


@frozen()
class NameRule:
    """A name for the models that a selector points at; "" leaves them out."""

    key: str
    selector: Selector
    name: str


@frozen()
class ClassRule:
    """The base of the classes of some models, or the class in their place; "" if the rule has none.

    base  a class with its module: `acme.Base`
    use   a class behind its module: `acme.money:Money`
    """

    key: str
    selector: Selector
    base: str = ""
    use: str = ""


R = TypeVar("R", NameRule, ClassRule)


@frozen()
class Rules:
    """All rules, in the order of the configuration."""

    fields: tuple[FieldRule, ...] = ()
    names: tuple[NameRule, ...] = ()
    classes: tuple[ClassRule, ...] = ()


@frozen()
class Matched:
    """The rules for each field and model. If several set the same property, the last one decides.

    fields     field → property → the rule that sets it
    names      model → the rule that names it or leaves it out
    unmatched  the rules that match nothing
    classes    model → the rule for its class
    """

    fields: Mapping[FieldId, Mapping[str, FieldRule]]
    names: Mapping[DeclarationId, NameRule]
    unmatched: tuple[FieldRule | NameRule | ClassRule, ...]
    classes: Mapping[DeclarationId, ClassRule] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_SET = Matched(MappingProxyType({}), MappingProxyType({}), ())


def match_fields(
    rules: Iterable[FieldRule], model: Model, classes: Classes[str], attributes: Attributes = no_attributes
) -> tuple[Mapping[FieldId, Mapping[str, FieldRule]], tuple[FieldRule, ...]]:
    """Match rules with fields. Returns field → property → rule, and the rules that match no field."""
    matched: dict[FieldId, dict[str, FieldRule]] = {}
    unmatched: list[FieldRule] = []
    for rule in rules:
        fields = rule.selector.fields_of(model, classes, attributes)
        for owner, row in fields:
            matched.setdefault((owner.id, row.name), {}).update(dict.fromkeys(rule.properties(), rule))
        if not fields:
            unmatched.append(rule)
    return matched, tuple(unmatched)


def match_models(
    rules: Iterable[R], model: Model, classes: Classes[str] = NO_CLASSES
) -> tuple[Mapping[DeclarationId, R], tuple[R, ...]]:
    """Match rules with models. Returns model → the last rule that points at it, and the rules that match no model."""
    matched: dict[DeclarationId, R] = {}
    unmatched: list[R] = []
    for rule in rules:
        models = rule.selector.declarations(model, classes)
        matched.update((id_.id, rule) for id_ in models)
        if not models:
            unmatched.append(rule)
    return matched, tuple(unmatched)
