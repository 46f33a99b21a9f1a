"""Models in JSON alone: a response, a request or an event with a heading and no table.

## GET /rooms/{id}
### Response
{"id": 7, "name": "Lobby"}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from ....diagnostics import Place
from ....examples import Document, Unreadable, is_call, key_count
from ....frozen import frozen
from ....limits import NAME_CHARACTERS
from ....markdown import Inline, Page, Row, Section, Table
from ....model.declarations import Field, Json, Presence, Usage, WireName
from ....model.evidence import SHOWN
from ....model.shapes import is_map, type_of
from ....model.types import ANY, Type, Unknown
from ....tables.lexicon import Part, Words
from ..headings.titles import cleaned, heading_text
from .documented import Documented, Tables
from .examples import PARTS, Example


@frozen()
class Alone:
    """A model in examples alone.

    trail   the sections around the examples, the outermost first
    above   the sections that name the model: a line above an example wins over the heading of another part
    label   the line above the examples that announces them; "" if the heading does
    usages  the objects in the examples
    keys    the keys of these objects, each with its place
    """

    trail: tuple[Section, ...]
    above: tuple[Section, ...]
    label: str
    part: Part
    usages: tuple[Usage, ...]
    keys: tuple[tuple[str, Place], ...]

    @property
    def table(self) -> Table:
        """A table with a row for each key."""
        rows = (Row(place.line, (Inline(key, place.line, place.column),), 1) for key, place in self.keys)
        first = self.keys[0][1]
        return Table(first.line, (Inline("Key", first.line, 1),), tuple(rows))

    def fields(self) -> tuple[Field, ...]:
        """The fields. Examples give them their types, after linking."""
        return tuple(
            Field(key, ANY, Presence.UNKNOWN, place, wire=WireName(key, SHOWN), is_open=True)
            for key, place in self.keys
        )

    @property
    def shape(self) -> Type:
        """A value that is equal for two models with the same keys and types."""
        return type_of((value for usage in self.usages for value in _objects(usage.value)), _digest)


def models_alone(page: Page, examples: Sequence[Example], tables: Tables, words: Words) -> Iterator[Alone]:
    """The models of a page in examples alone.

    examples  the examples that may define a model, see `tells`
    tables    the parts of something that tables show, with their trails
    """
    groups: dict[tuple[int, str], list[Example]] = {}
    firsts: dict[tuple[int, Part | None], tuple[int, str]] = {}
    documented = Documented(page, tables, words)
    for example in examples:
        if _is_alone(example, documented, words):
            section = id(example.trail[-1])
            key = firsts.setdefault((section, example.part), (section, example.heading))
            key = key if _illustrates(example, words) else (section, example.heading)
            groups.setdefault(key, []).append(example)
    for group in groups.values():
        made = _made(group, documented, words)
        if made is not None:
            yield made


def tells(example: Example) -> bool:
    """Whether an example may define a model: it is no error, and not an entire call."""
    return example.part in PARTS.values() and not example.is_error and not is_call(example.fence.text)


def _is_alone(example: Example, documented: Documented, words: Words) -> bool:
    """Whether only the example shows its model: its section has no table and no link to a model.

    An "Example response" merely illustrates. But under such a heading or line, it may be the only docs of an operation.
    """
    at = documented.naming(example.trail)
    owner = example.trail[at] if at is not None else None
    if (
        not example.defines
        or documented.has_table(owner, example.part)
        or documented.has_link(example.trail, example.part)
    ):
        return False
    if documented.says_nothing(example.trail[-1], example.part):
        return False
    if _illustrates(example, words):
        return example.heading not in example.fence.info and documented.is_operation(owner)
    return not example.is_sentence or documented.is_operation(owner)


def _illustrates(example: Example, words: Words) -> bool:
    """Whether the announcement of an example has a word for examples: "Example response"."""
    return any(word in example.heading.casefold() for word in words.examples)


def _made(group: Sequence[Example], documented: Documented, words: Words) -> Alone | None:
    """The model of some examples; None without an object whose keys are names."""
    usages: list[Usage] = []
    keys: dict[str, Place] = {}
    for example in group:
        try:
            documents = example.read(words)
        except Unreadable:
            continue
        for document in documents:
            objects = _objects(document.value)
            if (
                not document.is_json
                or not any(objects)
                or is_map(objects)
                or example.part_of(document) is not example.part
            ):
                continue
            value = document.value
            usages.append(Usage(value, True, example.place, example.keys(document.offsets), document.is_elided))
            for key, place in _places(example, document):
                keys.setdefault(key, place)
    first = group[0]
    is_heading = first.heading == cleaned(heading_text(first.trail[-1]))
    part = first.part
    if not keys or part is None:
        return None
    at = documented.naming(first.trail)
    above = first.trail if is_heading or at is None else first.trail[: at + 1]
    return Alone(first.trail, above, "" if is_heading else first.heading, part, tuple(usages), tuple(keys.items()))


def _objects(value: Json) -> list[dict[str, Json]]:
    """The objects of a document: itself, or its items."""
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]


def _places(example: Example, document: Document) -> Iterator[tuple[str, Place]]:
    """The keys of the objects of a document, each with its place."""
    marks = example.keys(document.offsets)
    number = 0
    for value in _objects(document.value):
        for key, inner in value.items():
            line, column = marks[2 * number : 2 * number + 2] if marks else (example.place.line, 0)
            if 0 < len(key.strip()) <= NAME_CHARACTERS:
                yield key, Place(example.place.path, line, column, len(key) + 2 if column else 1)
            number += 1 + key_count(inner)


def _digest(objects: Sequence[dict[str, Json]]) -> Type:
    """The type of some objects, the same for the same keys and types."""
    by_key: dict[str, list[Json]] = {}
    for value in objects:
        for key, inner in value.items():
            by_key.setdefault(key, []).append(inner)
    members = [(key, type_of(values, _digest), None in values) for key, values in by_key.items()]
    return Unknown(blake2b(repr(members).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())
