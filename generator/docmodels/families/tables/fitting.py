"""Enumerations for fields of the same page: the field `type`, and further down `## Type options`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...model.declarations import Declaration, Enumeration, Field, Object
from ...model.names import folded, singular, words
from ...model.types import ANY, INTEGER, STRING, Constant, DeclarationId, ListOf, Ref, Type
from ...patterns import regex
from ...tables.lexicon import Words

_LINK = regex(r"\[([^\[\]\n]{1,100})\]\(#?([^()\s]{1,200})\)")


def with_enumerations(
    declarations: Sequence[Declaration], known: Words, named: Mapping[DeclarationId, tuple[str, ...]]
) -> list[Declaration]:
    """The declarations of a page; a field gets the type of the enumeration with its name.

    The type of the field must be open, and only one field and one enumeration of the page may have the name. If a heading
    of an enumeration names fields, all fields of these names get it.

    named  enumeration -> names of fields in its heading
    """
    enumerations = [declaration for declaration in declarations if isinstance(declaration, Enumeration)]
    objects = [declaration for declaration in declarations if isinstance(declaration, Object)]
    if not enumerations or not objects:
        return list(declarations)
    titles = {folded(owner.title) for owner in objects}
    spelled: dict[str, list[tuple[int, str]]] = {}
    for index, owner in enumerate(objects):
        for field in owner.fields:
            name = folded(field.name)
            for spelling in {name, name.removesuffix("s")}:
                spelled.setdefault(spelling, []).append((index, field.name))
    matches: dict[tuple[int, str], list[Enumeration]] = {}
    for enumeration in enumerations:
        names = set(_names(enumeration.title, titles, known))
        fitting = {place for name in names for place in spelled.get(name, ())}
        if len(fitting) == 1:
            matches.setdefault(fitting.pop(), []).append(enumeration)
    for name in {name for names in named.values() for name in names}:
        meant = [enumeration for enumeration in enumerations if name in named.get(enumeration.id, ())]
        if len(meant) == 1:
            owners = (at for at, owner in enumerate(objects) if any(field.name == name for field in owner.fields))
            matches.update({(at, name): meant for at in owners})
    chosen = {
        **dict(_linked(objects, enumerations, known)),
        **{place: candidates[0] for place, candidates in matches.items() if len(candidates) == 1},
    }
    if not chosen:
        return list(declarations)
    number = {id(owner): index for index, owner in enumerate(objects)}
    return [
        replace(
            declaration,
            fields=tuple(
                _with_enumeration(field, chosen.get((number[id(declaration)], field.name)))
                for field in declaration.fields
            ),
        )
        if isinstance(declaration, Object)
        else declaration
        for declaration in declarations
    ]


def _linked(
    objects: Sequence[Object], enumerations: Sequence[Enumeration], known: Words
) -> Iterator[tuple[tuple[int, str], Enumeration]]:
    """The fields with one link in the description, to an enumeration with a name like the field's.

    `The [webcam source](#sources).` for the field `source`, but not `No [source](#sources).`
    """
    by_anchor = {
        anchor: enumeration for enumeration in enumerations for anchor in (enumeration.id.anchor, *enumeration.anchors)
    }
    for index, owner in enumerate(objects):
        for field in owner.fields:
            if "](#" in field.description and not known.negation.search(field.description):
                links = _LINK.findall(field.description)
                enumeration = by_anchor.get(links[0][1]) if len(links) == 1 else None
                if enumeration is not None and all(
                    _is_called(field.name, text) for text in (links[0][0], enumeration.title)
                ):
                    yield (index, field.name), enumeration


def _is_called(name: str, label: str) -> bool:
    """Whether a link or a title has the first or the last word of a field's name."""
    own = [singular(word.casefold()) for word in words(name)]
    return bool(own) and not {singular(word.casefold()) for word in words(label)}.isdisjoint((own[0], own[-1]))


def _names(title: str, owners: set[str], known: Words) -> Iterator[str]:
    """The folded names of fields that the title of an enumeration may mean, also in the singular."""
    parts = [part.casefold() for part in words(title)]
    while parts:
        name = folded("".join(parts))
        for spelling in (
            name,
            *(name.removeprefix(owner) for owner in owners if name.startswith(owner) and name != owner),
        ):
            yield spelling
            yield spelling.removesuffix("s")
        if parts[-1] not in known.values_of and parts[-1] not in known.enumerations:
            return
        parts.pop()


def _with_enumeration(field: Field, enumeration: Enumeration | None) -> Field:
    if enumeration is None:
        return field
    kind = _with_values(field.type, enumeration)
    return field if kind is None else replace(field, type=kind, is_open=False)


def _with_values(kind: Type, enumeration: Enumeration) -> Type | None:
    """The type with the values of an enumeration; None if they do not fit it."""
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
