"""The data of the report on a docs folder, as JSON for its page.

    document   {"docs": the name of the folder, "project", "revision", "docsUrl", "census": [[verdict, place, headings, reason], …],
                "coverage": [{"title", "rows": [[label, figure, more, filter], …]}, …],
                "skipped": [path, …], "models": [model, …], "findings": [finding, …]}
    model      {"key", "title", "kind", "shape", "place", "refs": [number of a model, …]}, and unless empty
               "class", "namedBy", "use", "description", "deprecated", "bases": [type, …], "fields": [field, …],
               "members": [{"name", "value", "python", "description", "place"}, …], "type", "facts": [text, …],
               "findings": [number of a finding, …]
    field      {"name", "type", "presence", "wire", "evidence", "place"}, and unless empty "python",
               "description", "deprecated", "facts": [text, …], "examples": [text, …], "isAny", "isGuess"
    finding    {"severity", "code", "message", "place"}, and unless empty "help" and "model", a number
    type       [text or [title, number of a model], …]

A description is a text, or a list of pieces: see `markup.marked`. Numbers are indices of the lists, from 0. Text is the
docs' own, with escapes for characters that cannot be printed: see `visible`.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ..diagnostics import Diagnostic, Place, Severity
from ..families import Verdict
from ..frozen import frozen
from ..model.declarations import Access, Alias, Declaration, Enumeration, Field, Member, Object
from ..model.direction import reached
from ..model.model import references
from ..model.names import snake
from ..model.types import Type
from ..model.wording import Wording, kind, limits, literal, shape
from ..pipeline.understand import Understanding
from .census import headings
from .coverage import coverage, is_any
from .inspection_tables import PRESENCE_WORDS
from .markup import marked
from .text import visible, visible_lines

Json = Mapping[str, object]

_SKIPPED = "skipped-page"

_WEIGHT = list(Severity)


@frozen()
class About:
    """The docs as a whole.

    docs      the name of the docs folder
    project   the name of the project, "" without one
    revision  the commit of the docs, "" without one
    url       the address of a page: `docs_url` of the configuration
    """

    docs: str
    project: str = ""
    revision: str = ""
    url: str = ""


def report_data(
    understanding: Understanding,
    diagnostics: Sequence[Diagnostic],
    about: About,
    sources: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Json:
    """The data of the report.

    diagnostics  the findings, without those that the configuration ignores
    sources      module and name of a class → its Python code
    """
    findings = sorted(
        (item for item in diagnostics if item.code != _SKIPPED), key=lambda item: (_WEIGHT.index(item.severity), item)
    )
    model = understanding.model
    owners = _owners(model.declarations, findings)
    models = _Models(understanding, sources)
    of_models: dict[int, list[int]] = defaultdict(list)
    for number, owner in enumerate(owners):
        if owner is not None:
            of_models[owner].append(number)
    return {
        "docs": visible(about.docs),
        "project": visible(about.project),
        "revision": about.revision,
        "docsUrl": about.url,
        "census": [
            [str(entry.verdict), _place(entry.place), headings(entry.headings), visible(entry.reason)]
            for entry in understanding.docs.census
            if entry.verdict is not Verdict.READ
        ],
        "coverage": [
            {
                "title": title,
                "rows": [[visible(label), figure, visible(more), value] for label, figure, more, value in rows],
            }
            for title, rows in coverage(understanding)
            if rows
        ],
        "skipped": [visible(path) for path in sorted(understanding.docs.pages - understanding.docs.modelled)],
        "models": [
            _known({**models.model(item), "findings": of_models.get(number)})
            for number, item in enumerate(model.declarations)
        ],
        "findings": [
            _known(
                {
                    "severity": item.severity.value,
                    "code": item.code,
                    "message": visible(item.message),
                    "help": visible(item.help),
                    "place": _place(item.place),
                    "model": owner,
                }
            )
            for item, owner in zip(findings, owners, strict=True)
        ],
    }


def _owners(declarations: Sequence[Declaration], findings: Sequence[Diagnostic]) -> list[int | None]:
    """For each finding, the number of its model: the last one that begins above it on its page; None without one."""
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, declaration in enumerate(declarations):
        if declaration.part_of is None:
            starts[declaration.place.path].append((declaration.place.line, number))
    owners: list[int | None] = []
    for finding in findings:
        pages = sorted(starts.get(finding.place.path, ()))
        at = bisect_right(pages, finding.place.line, key=lambda start: start[0])
        alone = pages[0][1] if len(pages) == 1 else None
        owners.append(pages[at - 1][1] if at else alone)
    return owners


class _Models:
    """The data of each model."""

    def __init__(self, understanding: Understanding, sources: Mapping[tuple[str, str], str]) -> None:
        self._sources = sources
        model = understanding.model
        self._understanding = understanding
        self._words = Wording(model)
        self._numbers = {declaration.id: number for number, declaration in enumerate(model.declarations)}
        self._names = understanding.names
        directions = understanding.directions
        self._sent, self._received = (reached(model, ids) for ids in (directions.sent, directions.received))

    def model(self, declaration: Declaration) -> Json:
        location = self._names.classes.get(declaration.id)
        uses = ("sent", self._sent), ("received", self._received)
        return {
            "key": str(declaration.id),
            "title": visible(declaration.title),
            "kind": kind(declaration),
            "shape": shape(declaration),
            "class": f"{location.dotted}.{location.name}" if location else "",
            "place": _place(declaration.place),
            "namedBy": visible(declaration.named_by),
            "use": " and ".join(word for word, ids in uses if declaration.id in ids),
            "description": marked(declaration.description),
            "deprecated": _notice(declaration.deprecated),
            "source": visible_lines(self._sources.get((location.dotted, location.name), "")) if location else "",
            "refs": [self._numbers[reference] for reference in references(declaration)],
            **self._body(declaration),
        }

    def _body(self, declaration: Declaration) -> Json:
        match declaration:
            case Object(fields=fields, extra=extra, bases=bases):
                other = "" if extra is None else f"other keys: {visible(self._words.type(extra))}"
                return {
                    "bases": [self._type(base) for base in bases],
                    "fields": [
                        self._field(declaration, field, self._names.attribute(declaration, field)) for field in fields
                    ],
                    "facts": [other] if other else [],
                }
            case Enumeration(members=members):
                names = self._names.members(declaration) or ("",) * len(members)
                facts = {"open: other values may occur": declaration.is_open, "flags": declaration.is_flags}
                return {
                    "members": [
                        _member(member, name, declaration.place.path)
                        for member, name in zip(members, names, strict=True)
                    ],
                    "facts": [fact for fact, holds in facts.items() if holds],
                }
            case Alias(type=type_, discriminator=discriminator):
                if discriminator is None:
                    return {"type": self._type(type_)}
                tags = ", ".join(map(literal, discriminator.tags))
                more = "; other members may occur" if discriminator.is_open else ""
                return {
                    "type": self._type(type_),
                    "facts": [visible(f'"{discriminator.wire}" distinguishes the members: {tags}{more}')],
                }

    def _field(self, owner: Object, field: Field, attribute: str) -> Json:
        wire = field.wire
        set_by = self._understanding.settings.fields.get((owner.id, field.name), {})
        facts = [
            f"default {json.dumps(field.default_value.json, ensure_ascii=False)}" if field.default_value else "",
            limits(field.constraints),
            *(f'{name} set by "{rule.key}"' for name, rule in set_by.items()),
        ]
        marks = (
            PRESENCE_WORDS[field.presence],
            "nullable" if field.nullable else "",
            "" if field.access is Access.BOTH else field.access.value,
        )
        return _known(
            {
                "name": visible(field.name),
                "python": attribute if not self._names.is_json and attribute != snake(field.name) else "",
                "type": self._type(field.type),
                "presence": ", ".join(filter(None, marks)),
                "wire": visible(wire.name) if wire else "",
                "evidence": visible(wire.evidence) if wire else "",
                "isGuess": wire is not None and wire.is_guess,
                "isAny": is_any(field.type, self._understanding.model),
                "description": marked(field.description),
                "deprecated": _notice(field.deprecated),
                "facts": [visible(fact) for fact in facts if fact],
                "examples": [visible_lines(example.text) for example in field.examples],
                "place": _place(field.place, owner.place.path),
            }
        )

    def _type(self, type_: Type) -> Sequence[object]:
        return [
            visible(text) if target is None else [visible(text), self._numbers[target]]
            for text, target in self._words.pieces(type_)
        ]


def _member(member: Member, name: str | None, page: str) -> Json:
    return _known(
        {
            "name": visible(member.name),
            "value": visible(literal(member.value)),
            "python": name or "",
            "description": marked(member.description),
            "place": _place(member.place, page),
        }
    )


def _known(values: Json) -> Json:
    """The entries with a value. To the page, a missing entry is an empty one."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}


def _notice(deprecated: str | None) -> str:
    return "" if deprecated is None else visible_lines(deprecated) or "deprecated"


def _place(place: Place, page: str = "") -> str:
    """`Room.md:7`; just `line 7` for a place on the page `page`."""
    if place.line and place.path == page:
        return f"line {place.line}"
    return visible(f"{place.path}:{place.line}" if place.line else place.path)
