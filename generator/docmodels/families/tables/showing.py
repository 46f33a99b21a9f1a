"""The models in examples: the model of a section that shares most keys with an example there, at any depth.

    {"code": 0, "data": {"items": [{"id": 7, "name": "Lobby"}]}}

below the table of Room, with `id` and `name`, shows Room at `data.items[]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...diagnostics import Diagnostic, Place
from ...diagnostics.census import Verdict
from ...examples import Document, Unreadable, key_count
from ...frozen import frozen, replace
from ...markdown import Section
from ...model.declarations import Declaration, Json, Object, Usage
from ...model.types import DeclarationId
from ...tables.lexicon import Part, Words
from ..family import Sighting
from .examples.examples import PARTS, Example
from .examples.levels import several_levels
from .headings.headings import part_of
from .headings.titles import cleaned, heading_text

if TYPE_CHECKING:
    from .candidates import Candidate

_MOST_MODELS = 300
"""The most models of a section. Among more, keys are no evidence."""

_MOST_NODES = 200
"""The most paths of objects in a document."""


_FILES = frozenset({"$schema", "scripts", "dependencies", "devDependencies", "compilerOptions", "mcpServers"})
"""Keys of files of programs, which show no model of an API."""


@frozen()
class Target:
    """A model that an example may show: its object, the part that it is of something, the sections around it."""

    owner: Object
    part: Part | None
    trail: tuple[Section, ...]
    names: frozenset[str]
    needed: frozenset[str]


def target(owner: Object, part: Part | None, trail: tuple[Section, ...]) -> Target:
    names = {field.wire.name if field.wire is not None else field.name: field for field in owner.fields}
    required = frozenset(name for name, field in names.items() if field.required)
    return Target(owner, part, trail, frozenset(names), required or frozenset(names))


@frozen()
class Decision:
    """The decision that an example shows a model: the usage, and the reason, in a clause."""

    owner: DeclarationId
    usage: Usage
    why: str
    finding: Diagnostic | None = None


@dataclass(slots=True)
class _Node:
    """The objects at one path of a document, and the index of the first key of each among all keys."""

    path: str
    objects: list[dict[str, Json]] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


class Showing:
    """The models of a page, by the sections around them."""

    def __init__(self, targets: Sequence[Target], words: Words) -> None:
        self._words = words
        self._all = targets
        self._inside: dict[int, list[Target]] = {}
        for candidate in targets:
            for section in candidate.trail:
                self._inside.setdefault(id(section), []).append(candidate)

    def decisions(self, example: Example, document: Document) -> Iterator[Decision]:
        """The models in a document: those of the innermost section with one."""
        nodes = _nodes(document.value)
        part = example.part_of(document)
        is_near = True
        for section in (*reversed(example.trail), None):
            inside = self._inside.get(id(section), ()) if section is not None else self._all
            if len(inside) > _MOST_MODELS:
                return
            fitting = [candidate for candidate in inside if not _is_other(candidate.part, part)]
            assigned = list(_assigned(fitting, nodes, part, is_near=is_near)) if fitting else []
            if assigned:
                for chosen, node in assigned:
                    yield from _decided(chosen, node, nodes, example, document)
                return
            if section is not None and section.level and part_of(cleaned(heading_text(section)), self._words) is None:
                is_near = False


def _is_other(mine: Part | None, other: Part | None) -> bool:
    return other in PARTS.values() and mine in PARTS.values() and mine is not other


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
    """The models, each with its objects: they have most keys of the model, and fewer keys of any other model.

    is_near  whether the headings connect the models to the example; else every key must belong to the model
    """
    everywhere = {key for node in nodes for key in node.keys}
    ranked: list[tuple[tuple[int, float, bool], int, int]] = []
    for number, candidate in enumerate(targets):
        if is_near and 2 * len(everywhere & candidate.needed) < len(candidate.needed):
            continue
        for at, node in enumerate(nodes):
            common = len(node.keys & candidate.names)
            if common and (is_near or _has_only_keys(node, candidate, common)):
                ranked.append(((common, common / len(candidate.names), candidate.part is part), number, at))
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


def _has_only_keys(node: _Node, target: Target, common: int) -> bool:
    """Whether objects have nothing but keys of a model, and enough of them."""
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
    objects = {other.path: other.objects for other in nodes}
    finding = several_levels(chosen.owner, node.path, objects, example.place) if document.is_json else None
    yield Decision(chosen.owner.id, usage, f"{common} of {len(chosen.names)} fields{where}", finding)
    elsewhere = _elsewhere(chosen, node, nodes)
    if elsewhere:
        yield Decision(chosen.owner.id, Usage(elsewhere, document.is_json), "")


def _elsewhere(chosen: Target, node: _Node, nodes: Sequence[_Node]) -> Json:
    """The values of a model's open fields in other objects of the document: a table may have nested fields."""
    missing = {field.name for field in chosen.owner.fields if field.is_open} - node.keys
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
) -> tuple[Mapping[DeclarationId, Sequence[Usage]], tuple[Sighting, ...], tuple[Place, ...], tuple[Diagnostic, ...]]:
    """The use of the examples of a page: usages of its models, sightings for `inspect`, unreadable blocks, and findings."""
    usages: dict[DeclarationId, list[Usage]] = {}
    findings: dict[DeclarationId, Diagnostic] = {}
    sightings: list[Sighting] = []
    unread: list[Place] = []
    alone = {usage.place: model for model in models if (only := model.first.alone) for usage in only.usages}
    showing = Showing(targets, words)
    titles = {candidate.owner.id: candidate.owner.title for candidate in targets}
    for example in examples:
        if example.place in alone:
            sightings.append(Sighting(example.place, alone[example.place].named.title, "no table shows the model"))
            continue
        try:
            documents = example.read(words)
        except Unreadable:
            unread.append(example.place)
            continue
        decisions = [decision for document in documents for decision in showing.decisions(example, document)]
        if example.is_error:
            decisions = []
        for decision in decisions:
            usages.setdefault(decision.owner, []).append(decision.usage)
            if decision.finding is not None:
                findings.setdefault(decision.owner, decision.finding)
            if decision.why:
                sightings.append(Sighting(example.place, titles[decision.owner], decision.why))
        if documents and not decisions:
            is_lost = not example.is_error and any(map(_has_objects, documents))
            is_lost = is_lost and (example.part is not None or not any(map(_is_file, documents)))
            verdict = Verdict.UNREAD if is_lost else Verdict.NONE
            why = "no model near it has most of its required keys"
            sightings.append(Sighting(example.place, "no model", why, verdict=verdict))
    return usages, tuple(sightings), tuple(unread), tuple(findings.values())


def _has_objects(document: Document) -> bool:
    """Whether a document is JSON with an object of two keys or more, at its top or in a list there."""
    values = document.value if isinstance(document.value, list) else [document.value]
    return document.is_json and any(isinstance(value, dict) and len(value) > 1 for value in values)


def _is_file(document: Document) -> bool:
    """Whether a document is a file of settings by its keys: `{"scripts": {…}}`, `{"editor.tabSize": 2, …}`."""
    keys = document.value.keys() if isinstance(document.value, dict) else ()
    return not _FILES.isdisjoint(keys) or sum("." in key for key in keys) * 2 > len(keys) > 0


def with_usages(declaration: Declaration, usages: Mapping[DeclarationId, Sequence[Usage]]) -> Declaration:
    """The declaration with its examples."""
    if not isinstance(declaration, Object) or declaration.id not in usages:
        return declaration
    return replace(declaration, usages=(*declaration.usages, *usages[declaration.id]))
