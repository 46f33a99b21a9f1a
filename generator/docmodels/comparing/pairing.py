"""Pairs of fields: one of a class, one of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..changes.similarity import mutual, similar
from ..model.code_names import key_of
from ..model.names import folded, words
from .fitting import Fitting, Relation
from .members import Owned


def paired_fields(
    fitting: Fitting, docs: Mapping[str, Owned], code: Mapping[str, Owned]
) -> Iterator[tuple[Owned | None, Owned | None]]:
    """Pairs of fields; then the fields of the docs alone, as `(field, None)`, and of the code alone, as `(None, field)`.

    Two fields are a pair by the name in the JSON; by another name that the code reads; by the letters of any name; or
    because their names differ in the spelling of one word, their types are the same, and no other field is as similar.
    """
    rest_docs, rest_code = dict(docs), dict(code)
    pairs: list[tuple[Owned, Owned]] = []

    def take(key: str, other: str) -> None:
        pairs.append((rest_docs.pop(key), rest_code.pop(other)))

    for key in [key for key in rest_docs if key in rest_code]:
        take(key, key)
    for docs_names, code_names in ((_read_names, _read_names), (_docs_letters, _code_letters)):
        by_name = {name: key for key, owned in reversed(rest_code.items()) for name in code_names(owned)}
        for key, owned in list(rest_docs.items()):
            other = next((by_name[name] for name in docs_names(owned) if name in by_name), None)
            if other is not None and other in rest_code:
                take(key, other)
    likeness = {
        (key, other): 1.0
        for key, one in rest_docs.items()
        for other, two in rest_code.items()
        if len(words(key)) == len(words(other))
        and similar(key, other)
        and fitting.relation(one.field.type, two.field.type) is Relation.SAME
    }
    for key, other in mutual(likeness).items():
        take(key, other)
    yield from pairs
    yield from ((one, None) for one in rest_docs.values())
    yield from ((None, other) for other in rest_code.values())


def _read_names(owned: Owned) -> tuple[str, ...]:
    return (key_of(owned.field), *owned.field.also)


def _code_letters(owned: Owned) -> tuple[str, ...]:
    field = owned.field
    return tuple(map(folded, (key_of(field), field.name, *field.also)))


def _docs_letters(owned: Owned) -> tuple[str, ...]:
    field = owned.field
    return tuple(map(folded, filter(None, (key_of(field), field.name, field.original))))
