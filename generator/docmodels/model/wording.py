"""Types and kinds in words, for readers of the docs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType

from .declarations import Alias, Constraints, Declaration, Enumeration, Object
from .model import Model
from .types import (
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Ref,
    Scalar,
    Type,
    UnionOf,
    Unknown,
)

_SCALARS = MappingProxyType({Scalar.ANY: "any value", Scalar.DATETIME: "date and time", Scalar.BYTES: "binary data"})


class Wording:
    """Words for the types of one model. They hold text of the docs, of any length.

    by_id  whether a declaration has its identity in place of its title
    """

    def __init__(self, model: Model, *, by_id: bool = False) -> None:
        self._model = model
        self._by_id = by_id
        self._shared = Counter(declaration.title for declaration in model.declarations)

    def title(self, declaration: DeclarationId) -> str:
        """A declaration's title; its identity if another declaration has the same title."""
        title = self._model.by_id[declaration].title
        return title if self._shared[title] == 1 and not self._by_id else str(declaration)

    def type(self, type_: Type) -> str:
        """`list of ExposedPort`, `RoomReadyStatus (enumeration)`, `string or null`. The parser of a type bounds its depth."""
        return "".join(text for text, _ in self.pieces(type_))

    def pieces(self, type_: Type) -> Iterator[tuple[str, DeclarationId | None]]:
        """The words of a type in pieces; a piece that is a declaration's name comes with its id, any other with None."""
        match type_:
            case Primitive(scalar):
                yield _SCALARS.get(scalar, scalar.value), None
            case ListOf(item):
                yield "list of ", None
                yield from self._inner(item)
            case MapOf(value):
                yield "map of ", None
                yield from self._inner(value)
            case Nullable(item):
                yield from self.pieces(item)
                yield " or null", None
            case UnionOf(members):
                for number, member in enumerate(members):
                    if number:
                        yield " or ", None
                    yield from self._inner(member)
            case Constant(values):
                yield " or ".join(map(literal, values)), None
            case Ref(target):
                yield from self._named(self._model.by_id[target])
            case Unknown(label) | Link(label=label):
                yield f"any value (no page for {label})", None

    def _named(self, target: Declaration) -> Iterator[tuple[str, DeclarationId | None]]:
        yield self.title(target.id), target.id
        match target:
            case Object():
                pass
            case Alias(type=Primitive() as type_):
                yield f" ({self.type(type_)})", None
            case _:
                yield f" ({kind(target)})", None

    def _inner(self, part: Type) -> Iterator[tuple[str, DeclarationId | None]]:
        if isinstance(part, UnionOf | Nullable) or (isinstance(part, Constant) and len(part.values) > 1):
            yield "(", None
            yield from self.pieces(part)
            yield ")", None
        else:
            yield from self.pieces(part)


def kind(declaration: Declaration) -> str:
    match declaration:
        case Object():
            return "object"
        case Enumeration():
            return "enumeration"
        case Alias(type=UnionOf()):
            return "union"
        case Alias():
            return "alias"


def literal(value: str | int | bool) -> str:
    """A value as JSON writes it."""
    return json.dumps(value, ensure_ascii=False)


def size(declaration: Declaration) -> str:
    """The parts of a declaration, counted: "3 fields"; "" for an alias that is no union."""
    match declaration:
        case Object(fields=fields):
            return counted(len(fields), "field")
        case Enumeration(members=members):
            return counted(len(members), "value")
        case Alias(type=UnionOf(members)):
            return counted(len(members), "type")
        case Alias():
            return ""


def shape(declaration: Declaration) -> str:
    """`an object of 2 fields`, `a union of 3 types`, `an alias`."""
    article = "a" if kind(declaration) == "union" else "an"
    made_of = size(declaration)
    return f"{article} {kind(declaration)}{f' of {made_of}' if made_of else ''}"


def counted(number: int, noun: str) -> str:
    """`1 field`, `2 fields`, `2 aliases`."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def limits(constraints: Constraints) -> str:
    """The limits of values: `at least 1, at most 10`; "" without any."""
    known = {
        "at least {}": constraints.minimum,
        "more than {}": constraints.exclusive_minimum,
        "at most {}": constraints.maximum,
        "less than {}": constraints.exclusive_maximum,
        "a multiple of {}": constraints.multiple_of,
        "at least {} characters": constraints.min_length,
        "at most {} characters": constraints.max_length,
        "like {}": constraints.pattern or None,
        "at least {} items": constraints.min_items,
        "at most {} items": constraints.max_items,
        "no item twice": True if constraints.unique_items else None,
    }
    return ", ".join(text.format(value) for text, value in known.items() if value is not None)
