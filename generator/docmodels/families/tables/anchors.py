"""The anchors of the models of a page, and models that show the fields of another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import chain, count

from ...frozen import replace
from ...markdown import Fence, Page, Prose, Section, SpanKind
from ...model.names import folded, singular
from ...patterns import regex
from ...tables.lexicon import Role, Words
from ...tables.names import read_name
from .candidates import Candidate
from .columns.recognised import Kind
from .headings.headings import framed, name_in
from .headings.page_names import title_key
from .headings.titles import cleaned, heading_text

_REFERENCE = regex(
    r"(?:(?:an?|the|array of|list of|map of)[ \t]+)?\[[^\[\]\n]{1,80}\]\([^()\s]{0,100}#[^()\s]{1,100}\)[^\n]{0,100}\Z",
    re.I,
)
_FIELD = regex(r"[a-z_]\w{0,60}")  # a heading with the name of a field


def placed(models: Sequence[Candidate], page: Page) -> Iterator[Candidate]:
    """The models with their anchors: those of their sections, and those of sections above.

    The anchor of a section above leads to the model with its name or with a table right there, else to all models right
    below it. It leads to none of them if a section beside them only links to a further model.
    """
    taken = _mixed(models, page)
    ids: set[str] = set()
    meant = _alternatives(models)
    for model in models:
        anchors: list[str] = []
        shared: set[str] = set()
        for page_table in model.tables:
            own = page_table.trail[-1]
            slug = own.anchors[-1] if own.anchors else ""
            outer = [section.anchors[-1] for section in page_table.trail[:-1] if section.anchors]
            anchors += own.anchors
            anchors += [f"{above}-{slug}" for above in outer if slug]
            outers = [
                section
                for section in reversed(page_table.trail[:-1])
                if id(model) in meant.get(id(section), (id(model),))
            ]
            anchors += [anchor for section in outers for anchor in section.anchors]
            shared.update(anchor for section in outers if id(section) in meant for anchor in section.anchors)
            if page_table.label:
                anchors.append(_slug(page_table.label))
            if page_table.anchor:
                anchors.append(page_table.anchor)
        fresh = [anchor for anchor in dict.fromkeys(anchors) if anchor not in taken or anchor in shared]
        taken.update(fresh)
        base = next(iter(model.first.trail[-1].anchors[-1:]), "") or _slug(model.named.title)
        anchor = _identity(base, _slug(model.named.title), ids)
        ids.add(anchor)
        yield replace(
            model,
            anchor=anchor if len(models) > 1 else "",
            anchors=tuple(alias for alias in fresh if alias != anchor or len(models) == 1),
        )


def _mixed(models: Sequence[Candidate], page: Page) -> set[str]:
    """The anchors of sections around both models and links to a model: `A [Room](#room).`"""
    held = {id(section) for model in models for page_table in model.tables for section in page_table.trail}
    named = {title_key(model.named.title) for model in models}
    outers: list[Section] = []
    mixed: set[str] = set()
    for section in page.sections:
        while outers and outers[-1].level >= section.level:
            outers.pop()
        outer = outers[-1] if outers else None
        if outer is not None and outer.level and id(outer) in held and id(section) not in held and _refers(section):
            own = any(id(page_table.trail[-1]) == id(outer) for model in models for page_table in model.tables)
            if not own and title_key(cleaned(heading_text(outer))) not in named:
                mixed.update(outer.anchors)
        outers.append(section)
    return mixed


def _refers(section: Section) -> bool:
    """Whether a line of a section links to its model elsewhere: `Array of [Room](#room) objects.`"""
    first = section.blocks[0] if section.blocks else None
    return isinstance(first, Prose) and _REFERENCE.match(first.source.strip()) is not None


def _alternatives(models: Sequence[Candidate]) -> Mapping[int, frozenset[int]]:
    """Section -> models that a link to it means, if it has several below and none of its own; all by `id`."""
    below: dict[int, list[Candidate]] = {}
    headings: dict[int, str] = {}
    own = {id(page_table.trail[-1]) for model in models for page_table in model.tables}
    for model in models if len(models) > 1 else ():
        for section in reversed(model.first.trail[:-1]):
            if id(section) in own or not section.level:
                break
            headings[id(section)] = cleaned(heading_text(section))
            below.setdefault(id(section), []).append(model)
    return {key: frozenset(map(id, _meant(inner, headings[key]))) for key, inner in below.items() if len(inner) > 1}


def _meant(models: Sequence[Candidate], heading: str) -> Sequence[Candidate]:
    """The model below a heading with its name. Else all models below it, but only the objects if there are any."""
    title, item = title_key(heading), title_key(singular(heading))
    called = [model for model in models if model.named.part is not None or title_key(model.named.title) in title]
    if called:
        return called[:1]
    near = [model for model in models if item in title_key(model.named.title)]
    return near if len(near) == 1 else [model for model in models if model.kind is Kind.FIELDS] or models


def with_parts(models: Sequence[Candidate], page: Page, words: Words) -> Iterator[Candidate]:
    """The models with their parts: models with the name of a field in their heading.

    A part stands in a section below, or in one on the same level. Headings without a table may stand between:
    `### Details` above `#### host`.
    """
    headed = _Headed(models, page, words)
    for model in models:
        trail = model.first.trail
        outer = id(trail[-2]) if len(trail) > 1 else 0
        parts: dict[str, str] = {}
        is_outer = model.kind is Kind.FIELDS and not headed.outers.isdisjoint((id(trail[-1]), outer))
        for page_table in model.tables if is_outer else ():
            for row in page_table.table.rows:
                name = read_name(row.cells[page_table.what.roles[Role.NAME]], words).text
                anchor = headed.anchor(name, id(trail[-1]), outer)
                if anchor and anchor != model.anchor:
                    parts[name] = anchor
        yield replace(model, parts=parts) if parts else model


class _Headed:
    """The anchors of models by the `id` of the section around theirs, and the field in their heading.

    below   headings with the exact name: `` `url` ``
    behind  headings with nothing but the name, also for models on the same level
    framed  headings with the name and a part: `URL attributes`
    beside  headings with the name and a word for fields, on the same level: `Payload fields`
    near    headings with the name in any spelling, alone on their level: `Home address` for `homeAddress`
    about   headings with the name and an empty word: `Seat information`
    names   the names in the headings of these
    outers  the sections around all of these
    """

    def __init__(self, models: Sequence[Candidate], page: Page, words: Words) -> None:
        self.below: dict[tuple[int, str], str] = {}
        self.behind: dict[tuple[int, str], str] = {}
        self.framed: dict[tuple[int, str], str] = {}
        self.beside: dict[tuple[int, str], str] = {}
        self.near: dict[tuple[int, str], str] = {}
        self.about: dict[tuple[int, str], str] = {}
        self.names: dict[tuple[int, str], str] = {}
        self._page = page
        own = {id(page_table.trail[-1]) for model in models for page_table in model.tables}
        for model in models:
            if model.kind is Kind.FIELDS and len(model.first.trail) > 1:
                self._see(model, own, words)
        self.outers = {outer for outer, _ in (*self.below, *self.behind)}

    def _see(self, model: Candidate, own: Collection[int], words: Words) -> None:
        trail = model.first.trail
        heading, outer = trail[-1].heading, id(trail[-2])
        code = next((span.text for span in heading.spans[:1] if span.kind is SpanKind.CODE), "")
        name = code or name_in(cleaned(heading.text), words)
        self.below.setdefault((outer, name), model.anchor)
        if model.named.part is not None:
            self.framed.setdefault((outer, folded(name)), model.anchor)
            if framed(cleaned(heading.text), words) == name != cleaned(heading.text):
                self.beside.setdefault((outer, folded(name)), model.anchor)
        elif not model.first.label:
            subject = _without_about(name, words)
            key = outer, folded(subject)
            anchors = self.near if subject == name else self.about
            anchors[key] = model.anchor if key not in anchors else ""
            self.names[key] = subject
        plain = heading.text.strip()
        if _FIELD.fullmatch(plain) is None:
            return
        self.behind.setdefault((outer, plain), model.anchor)
        for above in reversed(trail[:-2]) if outer not in own else ():
            self.below.setdefault((id(above), plain), model.anchor)
            self.behind.setdefault((id(above), plain), model.anchor)
            if id(above) in own or not above.level:
                break

    def anchor(self, name: str, section: int, outer: int) -> str:
        """The anchor of the model for a field of a model; "" without one."""
        key = folded(name)
        return (
            self.below.get((section, name))
            or self.behind.get((outer, name))
            or self.framed.get((section, key))
            or self._near(key, section, outer)
        )

    def _near(self, key: str, section: int, outer: int) -> str:
        """The anchor for the letters of a field's name: below in any form, or the singular; else on the same level."""
        item = singular(key)
        for anchors in (self.near, self.about):
            if anchor := anchors.get((section, key)):
                return anchor
            if item and (anchor := anchors.get((section, item))) and not self._is_key(self.names[section, item]):
                return anchor
        return self.near.get((outer, key)) or self.about.get((outer, key)) or self.beside.get((outer, key), "")

    def _is_key(self, name: str) -> bool:
        """Whether the JSON of the page has a key of that name: `{"seats": [{"Seat": {}}]}` shows no seat in `seats`."""
        return name in self._page.once(_quoted)


def _quoted(page: Page) -> frozenset[str]:
    """The texts in quotes in the fences of a page."""
    fences = (block for section in page.sections for block in section.blocks if isinstance(block, Fence))
    return frozenset(text for fence in fences for text in fence.text.split('"')[1:-1])


def _without_about(name: str, words: Words) -> str:
    """A heading without the empty word behind the name: `Seat` for `Seat information`."""
    head, _, last = name.rpartition(" ")
    return head if words.roles.get(last.casefold()) is Role.DESCRIPTION else name


def _identity(anchor: str, title: str, taken: Container[str]) -> str:
    """The identity of a model on its page: its anchor, or its title, or its title with a number.

    Identities of the kit are titles. Here they are anchors, as in the `page#anchor` of links and settings.
    """
    identities = chain((anchor, title), (f"{title}-{number}" for number in count(3)))
    return next(identity for identity in identities if identity not in taken)


def _slug(text: str) -> str:
    return re.sub(r"[^\w-]", "", text.strip().lower().replace(" ", "-"))
