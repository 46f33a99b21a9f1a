"""Models that only JSON shows: a response, request or event below whose heading no table stands.

## GET /rooms/{id}
### Response
{"id": 7, "name": "Lobby"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from ...diagnostics import Place
from ...examples import Document, Unreadable, is_call, key_count
from ...frozen import frozen
from ...limits import NAME_CHARACTERS
from ...markdown import Fence, Inline, Page, Prose, Row, Section, Table
from ...model.declarations import Field, Json, Presence, Usage, WireName
from ...model.shapes import is_map, type_of
from ...model.types import ANY, Type, Unknown
from ...tables.lexicon import Part, Words
from .examples import PARTS, Example
from .headings import part_of
from .titles import cleaned, heading_text

_LINK = re.compile(r"(?<!!)\[[^\]\n]{1,100}\]\((?!https?:|mailto:)[^()\s]{1,300}\)")
"""A link to another page or heading of the docs."""

_NOTHING = re.compile(
    r"\b(?:empty (?:object|body|response)|no content|no body|nothing)\b|空对象|空的对象|空物件|空のオブジェクト|빈 객체|пуст(?:ой|ое)"
    r"|\b(?:objet vide|objeto vac[ií]o|objeto vazio|leeres Objekt)\b",
    re.IGNORECASE,
)
"""Words of docs that say that nothing comes back, whatever an example shows."""

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.。])\s+|\n\n")
_REQUEST = re.compile(r"\b(?:GET|PUT|POST|PATCH|DELETE)\b[\s*_`|]{1,20}(?:/|https?://)")
_LONGEST = 2_000  # characters of a block that are looked at

Tables = Sequence[tuple[Part | None, tuple[Section, ...]]]
"""The models that tables show: which part of something each is, and the sections that it is inside of."""


@frozen()
class Alone:
    """A model that only examples show.

    trail   the sections that these are inside of, the outermost first
    above   those of them that name it: a line above an example says more than the heading of another part
    label   the line above them that says what they show; "" where the heading does
    usages  the objects that they show
    keys    the keys of these, each with its place
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
        """The fields; examples tell their types once all links are followed."""
        shown = "an example shows the name"
        return tuple(
            Field(key, ANY, Presence.UNKNOWN, place, wire=WireName(key, shown), is_open=True)
            for key, place in self.keys
        )

    @property
    def shape(self) -> Type:
        """What models of the same keys and types have in common."""
        return type_of((value for usage in self.usages for value in _objects(usage.value)), _digest)


def models_alone(page: Page, examples: Sequence[Example], tables: Tables, words: Words) -> Iterator[Alone]:
    """The models of a page that no table shows."""
    groups: dict[tuple[int, str], list[Example]] = {}
    for example in examples:
        if _tells(example, words) and _is_alone(page, example, tables, words):
            groups.setdefault((id(example.trail[-1]), example.heading), []).append(example)
    for group in groups.values():
        made = _made(group, words)
        if made is not None:
            yield made


def _tells(example: Example, words: Words) -> bool:
    """Whether an example defines something, below "Response", and does not only illustrate it, below "Example Response"."""
    if example.part not in PARTS.values() or example.is_error:
        return False
    is_example = any(word in example.heading.casefold() for word in words.examples)
    return not is_example and not is_call(example.fence.text)


def _is_alone(page: Page, example: Example, tables: Tables, words: Words) -> bool:
    """Whether nothing but the example tells what it shows: no table of its section, and no link to a model."""
    at = _naming(example.trail, words)
    owner = example.trail[at] if at is not None else None
    inside = [part for part, trail in tables if owner is None or any(each is owner for each in trail)]
    if any(part is example.part or part not in PARTS.values() for part in inside):
        return False
    if _has_link(page, example, words) or any(map(_NOTHING.search, _prose(example.trail[-1]))):
        return False
    return not example.is_sentence or _is_operation(page, owner)


def _has_link(page: Page, example: Example, words: Words) -> bool:
    """Whether the docs link to what is sent or received: in a section called so, or in a sentence above it."""
    outer = [section for section in example.trail if _is_naming(section, words)]
    if any(_links_to(source, example.part, words) for section in outer for source in _prose(section)):
        return True
    for trail in page.trails():
        at = _naming(trail, words)
        of_same = at is None or any(trail[at] is section for section in outer)
        parts = trail[0 if at is None else at + 1 :]
        is_part = of_same and any(part_of(cleaned(heading_text(each)), words) is example.part for each in parts)
        if is_part and any(_LINK.search(source) for source in _prose(trail[-1])):
            return True
    return False


def _links_to(source: str, part: Part | None, words: Words) -> bool:
    """Whether a sentence says what is sent or received, and links to it: `Returns a [room](#room) object.`"""
    return any(
        _LINK.search(sentence) is not None
        and any(words.parts.get(word.casefold()) is part for word in _WORD.findall(sentence))
        for sentence in _SENTENCE.split(source)
    )


def _is_operation(page: Page, owner: Section | None) -> bool:
    """Whether a section, or one below it, shows the request of an operation."""
    inside = (trail[-1] for trail in page.trails() if owner is None or any(each is owner for each in trail))
    return any(
        _REQUEST.search(text[:_LONGEST]) is not None
        for section in inside
        for text in (section.heading.text, *_prose(section), *(b.text for b in section.blocks if isinstance(b, Fence)))
    )


def _naming(trail: Sequence[Section], words: Words) -> int | None:
    """Which section of a trail, the innermost first, has a heading that names something; None where none has."""
    return next((at for at in reversed(range(len(trail))) if _is_naming(trail[at], words)), None)


def _is_naming(section: Section, words: Words) -> bool:
    text = cleaned(heading_text(section))
    return section.level > 0 and bool(text) and part_of(text, words) is None


def _prose(section: Section) -> Iterator[str]:
    return (block.source for block in section.blocks if isinstance(block, Prose))


def _made(group: Sequence[Example], words: Words) -> Alone | None:
    """The model of some examples; None where they show no object with names for keys."""
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
    at = _naming(first.trail, words)
    above = first.trail if is_heading or at is None else first.trail[: at + 1]
    return Alone(first.trail, above, "" if is_heading else first.heading, part, tuple(usages), tuple(keys.items()))


def _objects(value: Json) -> list[dict[str, Json]]:
    """The objects that a document shows: itself, or its items."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]


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
    """A type that stands for all objects of the same keys and types."""
    by_key: dict[str, list[Json]] = {}
    for value in objects:
        for key, inner in value.items():
            by_key.setdefault(key, []).append(inner)
    members = [(key, type_of(values, _digest), None in values) for key, values in by_key.items()]
    return Unknown(blake2b(repr(members).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())
