"""The declarations of a page's types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...frozen import replace
from ...markdown import Inline, Page
from ...model.declarations import Member, Presence
from ...model.types import ANY, INTEGER, STRING, DeclarationId, Ref, Type
from ...notation.kubebuilder import read_rules
from ...notation.kubernetes import KUBERNETES
from ...tables.texts import joined
from ...tables.typed_names import typed_name
from ..family import Reading
from ..kit import Builder
from .outline import KubernetesType, drafts
from .references import References
from .rows import embedded_types, field_values, marks_optional, read_fields

_Values = Mapping[DeclarationId, tuple[str, ...]]
"""The values of types without a list of their own."""


def read_page(page: Page, packages: str) -> Reading:
    """Declare the kinds, their types, and the enumerations of a page.

    packages  the prefix to leave out of titles
    """
    types = page.once(drafts)
    builder = Builder(page.path, types, packages)
    references = References(types, builder)
    values = _values_of_bare_types(types, references, builder)
    silence = Presence.REQUIRED if marks_optional(types) else Presence.UNKNOWN
    for draft in types:
        _declare(draft, values, silence, references, builder)
    return builder.reading()


def _declare(
    draft: KubernetesType, values: _Values, silence: Presence, references: References, builder: Builder
) -> None:
    rules = read_rules(draft.rules)
    description = joined((draft.description, rules.text))
    if draft.fields or (draft.underlying is None and not draft.values):
        fields = read_fields(draft, silence, references, builder)
        bases = tuple(embedded_types(draft, references, builder))
        extra = None if fields or bases else ANY  # a type without a table may have any fields
        builder.object(draft, description, fields, extra=extra, bases=bases)
        return
    type_: Type = STRING
    if draft.underlying is not None:
        type_ = references.resolved(builder.type(draft.underlying, KUBERNETES), draft)
    place = builder.place(draft)
    members = builder.members(draft.values, _value) or tuple(
        Member("", value, place) for value in rules.values or values.get(builder.id(draft), ())
    )
    if not members:
        builder.alias(draft, joined((draft.description, rules.all_text)), type_)
        return
    if type_ == INTEGER:
        members = tuple(replace(member, value=_integer(member.value)) for member in members)
    builder.enumeration(draft, description, members)


def _values_of_bare_types(types: Sequence[KubernetesType], references: References, builder: Builder) -> _Values:
    """The values of types without a list, from fields of these types: those with a list must agree."""
    bare = {builder.id(draft) for draft in types if draft.underlying and not draft.values}
    listed: dict[DeclarationId, set[tuple[str, ...]]] = {}
    for draft in types if bare else ():
        for type_, values in field_values(draft, references, builder):
            if isinstance(type_, Ref) and type_.id in bare:
                listed.setdefault(type_.id, set()).add(values)
    return {target: next(iter(values)) for target, values in listed.items() if len(values) == 1}


def _value(cell: Inline) -> str:
    return typed_name(cell).name.strip('"')


def _integer(value: str | int) -> str | int:
    text = str(value)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 40 else value
