"""Enumerations that a page shows below the field that has their values: `type`, and further down `## Type options`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...model.declarations import Declaration, Enumeration, Field, Object
from ...model.names import folded, singular, words
from ...model.types import ANY, INTEGER, STRING, Constant, DeclarationId, ListOf, Ref, Type
from ...regexes import regex
from ...tables.lexicon import Words

_LINK = regex(r"\[([^\[\]\n]{1,100})\]\(#?([^()\s]{1,200})\)")


def with_enumerations(
    declarations: Sequence[Declaration], known: Words, named: Mapping[DeclarationId, tuple[str, ...]]
) -> list[Declaration]:
    """The declarations of a page; a field becomes that of an enumeration that bears its name.

    Only where the field's own type is open, and one field of the page, and one enumeration, has the name. Fields that the
    heading of an enumeration names are of it wherever they stand.

    named  the names of fields that the headings of enumerations name
    """
    enumerations = [each for each in declarations if isinstance(each, Enumeration)]
    objects = [each for each in declarations if isinstance(each, Object)]
    if not enumerations or not objects:
        return list(declarations)
    titles = {folded(each.title) for each in objects}
    found: dict[tuple[int, str], list[Enumeration]] = {}
    for enumeration in enumerations:
        names = set(_names(enumeration.title, titles, known))
        fitting = [
            (index, field.name)
            for index, owner in enumerate(objects)
            for field in owner.fields
            if {folded(field.name), folded(field.name).removesuffix("s")} & names
        ]
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).append(enumeration)
    for name in {name for names in named.values() for name in names}:
        meant = [each for each in enumerations if name in named.get(each.id, ())]
        if len(meant) == 1:
            owners = (at for at, owner in enumerate(objects) if any(field.name == name for field in owner.fields))
            found.update({(at, name): meant for at in owners})
    told = {
        **dict(_linked(objects, enumerations)),
        **{place: each[0] for place, each in found.items() if len(each) == 1},
    }
    if not told:
        return list(declarations)
    number = {id(owner): index for index, owner in enumerate(objects)}
    return [
        replace(each, fields=tuple(_told(field, told.get((number[id(each)], field.name))) for field in each.fields))
        if isinstance(each, Object)
        else each
        for each in declarations
    ]


def _linked(
    objects: Sequence[Object], enumerations: Sequence[Enumeration]
) -> Iterator[tuple[tuple[int, str], Enumeration]]:
    """The untyped fields with one link in the description, to an enumeration of the page with a name like the field's."""
    by_anchor = {anchor: each for each in enumerations for anchor in (each.id.anchor, *each.anchors)}
    for index, owner in enumerate(objects):
        for field in owner.fields:
            if field.type == ANY and "](#" in field.description:
                links = _LINK.findall(field.description)
                enumeration = by_anchor.get(links[0][1]) if len(links) == 1 else None
                if enumeration is not None and _is_called(field.name, links[0][0]):
                    yield (index, field.name), enumeration


def _is_called(name: str, label: str) -> bool:
    """Whether a link is called like a field: the first or the last word of the field's name is in it."""
    own = [singular(word.casefold()) for word in words(name)]
    return bool(own) and not {singular(word.casefold()) for word in words(label)}.isdisjoint((own[0], own[-1]))


def _names(title: str, owners: set[str], known: Words) -> Iterator[str]:
    """The folded names of fields that the title of an enumeration may mean, in the singular as well."""
    parts = [part.casefold() for part in words(title)]
    while parts:
        name = folded("".join(parts))
        for each in (name, *(name.removeprefix(owner) for owner in owners if name.startswith(owner) and name != owner)):
            yield each
            yield each.removesuffix("s")
        if parts[-1] not in known.values_of and parts[-1] not in known.enumerations:
            return
        parts.pop()


def _told(field: Field, enumeration: Enumeration | None) -> Field:
    if enumeration is None:
        return field
    whole = _with_values(field.type, enumeration)
    return field if whole is None else replace(field, type=whole, is_open=False)


def _with_values(kind: Type, enumeration: Enumeration) -> Type | None:
    """The type with the values of an enumeration; None where these do not fit it."""
    if isinstance(kind, ListOf):
        item = _with_values(kind.item, enumeration)
        return None if item is None else ListOf(item)
    values = enumeration.values
    are_numbers = all(isinstance(value, int) for value in values)
    fits = (
        kind == ANY
        or (kind == STRING and not are_numbers)
        or (kind == INTEGER and are_numbers)
        or (isinstance(kind, Constant) and set(kind.values) <= set(values))
    )
    return Ref(enumeration.id) if fits else None
