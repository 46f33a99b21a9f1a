"""The model of a page that an example shows: the one of its section that shares most keys with it, at any depth.

    {"code": 0, "data": {"items": [{"id": 7, "name": "Lobby"}]}}

below the table of Room, with `id` and `name`, shows Room at `data.items[]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...diagnostics import Place
from ...diagnostics.census import Verdict
from ...examples import Document, Unreadable, key_count
from ...frozen import frozen, replace
from ...markdown import Section
from ...model.declarations import Declaration, Json, Object, Usage
from ...model.types import DeclarationId
from ...tables.lexicon import Part, Words
from ..family import Sighting
from .examples import PARTS, Example
from .headings import part_of
from .titles import cleaned, heading_text

if TYPE_CHECKING:
    from .candidates import Candidate

_MOST_MODELS = 300
"""Models of a section: where there are more, keys do not tell which one an example shows."""

_MOST_NODES = 200
"""Paths of a document with objects that may show a model."""


@frozen()
class Target:
    """A model that an example may show: its object, the part of something that it is, the sections that it is inside of."""

    owner: Object
    part: Part | None
    trail: tuple[Section, ...]
    names: frozenset[str]
    needed: frozenset[str]


def target(owner: Object, part: Part | None, trail: tuple[Section, ...]) -> Target:
    names = {each.wire.name if each.wire is not None else each.name: each for each in owner.fields}
    required = frozenset(name for name, each in names.items() if each.required)
    return Target(owner, part, trail, frozenset(names), required or frozenset(names))


@frozen()
class Decision:
    """That an example shows a model: the usage of it, and the reason, in a clause."""

    owner: DeclarationId
    usage: Usage
    why: str


@dataclass(slots=True)
class _Node:
    """The objects at one path of a document, and the number of the first key of each among all keys."""

    path: str
    objects: list[dict[str, Json]] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


class Showing:
    """The models of a page, by the sections that they are in."""

    def __init__(self, targets: Sequence[Target], words: Words) -> None:
        self._words = words
        self._all = targets
        self._inside: dict[int, list[Target]] = {}
        for each in targets:
            for section in each.trail:
                self._inside.setdefault(id(section), []).append(each)

    def decisions(self, example: Example, document: Document) -> Iterator[Decision]:
        """The models that a document shows: those of the innermost section that has one."""
        nodes = _nodes(document.value)
        part = example.part_of(document)
        is_near = True
        for section in (*reversed(example.trail), None):
            inside = self._inside.get(id(section), ()) if section is not None else self._all
            if len(inside) > _MOST_MODELS:
                return
            fitting = [each for each in inside if not _is_other(each.part, part)]
            found = list(_assigned(fitting, nodes, part, is_near=is_near)) if fitting else []
            if found:
                for chosen, node in found:
                    yield from _decided(chosen, node, nodes, example, document)
                return
            if section is not None and section.level and part_of(cleaned(heading_text(section)), self._words) is None:
                is_near = False


def _is_other(mine: Part | None, shown: Part | None) -> bool:
    return shown in PARTS.values() and mine in PARTS.values() and mine is not shown


def _nodes(value: Json) -> Sequence[_Node]:
    """The objects of a document by their paths: `data.items[]` for all items of a list."""
    by_path: dict[str, _Node] = {}
    count = 0

    def see(part: Json, path: str) -> None:
        nonlocal count
        if isinstance(part, dict):
            node = by_path.setdefault(path, _Node(path))
            node.objects.append(part)
            node.firsts.append(count)
            node.keys.update(part)
            for key, inner in part.items():
                count += 1
                see(inner, f"{path}.{key}" if path else key)
        elif isinstance(part, list):
            for inner in part:
                see(inner, f"{path}[]")

    see(value, "")
    return tuple(by_path.values())[:_MOST_NODES]


def _assigned(
    targets: Sequence[Target], nodes: Sequence[_Node], part: Part | None, *, is_near: bool
) -> Iterator[tuple[Target, _Node]]:
    """The models, each with the objects that show it: those with most of its keys, which have more of them than of others.

    is_near  whether the models belong to the example by the headings; else every key must be one of the model
    """
    everywhere = {key for node in nodes for key in node.keys}
    ranked: list[tuple[tuple[int, float, bool], int, int]] = []
    for number, each in enumerate(targets):
        if is_near and 2 * len(everywhere & each.needed) < len(each.needed):
            continue
        for at, node in enumerate(nodes):
            common = len(node.keys & each.names)
            if common and (is_near or _is_whole(node, each, common)):
                ranked.append(((common, common / len(each.names), each.part is part), number, at))
    ranked.sort(key=lambda rank: (tuple(-value for value in rank[0]), rank[2], rank[1]))
    rivals: dict[tuple[tuple[int, float, bool], int], set[int]] = {}
    for score, number, at in ranked:
        rivals.setdefault((score, at), set()).add(number)
    taken: set[int] = set()
    used: set[int] = set()
    for score, number, at in ranked:
        if number in taken or at in used:
            continue
        used.add(at)
        if len(rivals[score, at] - taken) == 1:
            taken.add(number)
            yield targets[number], nodes[at]


def _is_whole(node: _Node, target: Target, common: int) -> bool:
    """Whether objects hold nothing but keys of a model, and enough of them."""
    named = sum(key[:1] not in "@_$" for key in node.keys)
    is_enough = common > 1 or common == len(target.names)
    return is_enough and common >= named and 2 * len(node.keys & target.needed) >= len(target.needed)


def _decided(
    chosen: Target, node: _Node, nodes: Sequence[_Node], example: Example, document: Document
) -> Iterator[Decision]:
    spans = (
        document.offsets[first : first + key_count(value)]
        for first, value in zip(node.firsts, node.objects, strict=True)
    )
    offsets = tuple(offset for span in spans for offset in span)
    value: Json = node.objects[0] if len(node.objects) == 1 else [*node.objects]
    usage = Usage(value, document.is_json, example.place, example.keys(offsets), document.is_elided)
    common = len(node.keys & chosen.names)
    where = f" at {node.path}" if node.path.strip("[]") else ""
    yield Decision(chosen.owner.id, usage, f"{common} of {len(chosen.names)} fields{where}")
    elsewhere = _elsewhere(chosen, node, nodes)
    if elsewhere:
        yield Decision(chosen.owner.id, Usage(elsewhere, document.is_json), "")


def _elsewhere(chosen: Target, node: _Node, nodes: Sequence[_Node]) -> Json:
    """The values of open fields in other objects of the document: one table may show nested fields."""
    missing = {each.name for each in chosen.owner.fields if each.is_open} - node.keys
    return [
        {key: value[key]}
        for key in sorted(missing)
        for other in nodes
        if other is not node and key in other.keys
        for value in other.objects
        if key in value
    ]


def decide(
    examples: Sequence[Example], targets: Sequence[Target], models: Sequence[Candidate], words: Words
) -> tuple[Mapping[DeclarationId, Sequence[Usage]], tuple[Sighting, ...], tuple[Place, ...]]:
    """The use of the examples of a page: usages of its models, lines for `inspect`, and unreadable blocks."""
    usages: dict[DeclarationId, list[Usage]] = {}
    sightings: list[Sighting] = []
    unread: list[Place] = []
    alone = {usage.place: model for model in models if (only := model.shown[0].alone) for usage in only.usages}
    showing = Showing(targets, words)
    titles = {each.owner.id: each.owner.title for each in targets}
    for example in examples:
        if example.place in alone:
            sightings.append(Sighting(example.place, alone[example.place].named.title, "no table shows the model"))
            continue
        try:
            documents = example.read(words)
        except Unreadable:
            unread.append(example.place)
            continue
        decisions = [each for document in documents for each in showing.decisions(example, document)]
        if example.is_error:
            decisions = []
        for each in decisions:
            usages.setdefault(each.owner, []).append(each.usage)
            if each.why:
                sightings.append(Sighting(example.place, titles[each.owner], each.why))
        if documents and not decisions:
            is_lost = not example.is_error and any(map(_has_objects, documents))
            verdict = Verdict.UNREAD if is_lost else Verdict.NONE
            why = "no model near it has most of its required keys"
            sightings.append(Sighting(example.place, "no model", why, verdict=verdict))
    return usages, tuple(sightings), tuple(unread)


def _has_objects(document: Document) -> bool:
    """Whether a document is JSON with an object of two keys or more, at its top or in a list there."""
    values = document.value if isinstance(document.value, list) else [document.value]
    return document.is_json and any(isinstance(value, dict) and len(value) > 1 for value in values)


def with_usages(declaration: Declaration, usages: Mapping[DeclarationId, Sequence[Usage]]) -> Declaration:
    """The declaration with the examples that show it."""
    if not isinstance(declaration, Object) or declaration.id not in usages:
        return declaration
    return replace(declaration, usages=(*declaration.usages, *usages[declaration.id]))
