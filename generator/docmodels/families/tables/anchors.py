"""The anchors of the models of a page, and the models that are fields of others by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...markdown import SpanKind
from ...model.names import folded, singular
from ...tables.lexicon import Role, Words
from ...tables.names import read_name
from .candidates import Candidate
from .headings import name_in
from .page_names import title_key
from .recognised import Kind
from .titles import cleaned, heading_text

_FIELD = re.compile(r"[a-z_]\w{0,60}")  # a heading that is a field's name


def placed(models: Sequence[Candidate]) -> Iterator[Candidate]:
    """The models with their anchors: of their sections, and of those above that they are below.

    The anchor of a section above leads to the model that is called after it or has its table there, else to all models
    right below it.
    """
    taken: set[str] = set()
    ids: set[str] = set()
    meant = _alternatives(models)
    for model in models:
        anchors: list[str] = []
        shared: set[str] = set()
        for each in model.shown:
            own = each.trail[-1]
            slug = own.anchors[-1] if own.anchors else ""
            outer = [section.anchors[-1] for section in each.trail[:-1] if section.anchors]
            anchors += own.anchors
            anchors += [f"{above}-{slug}" for above in outer if slug]
            outers = [
                section for section in reversed(each.trail[:-1]) if id(model) in meant.get(id(section), (id(model),))
            ]
            anchors += [anchor for section in outers for anchor in section.anchors]
            shared.update(anchor for section in outers if id(section) in meant for anchor in section.anchors)
            if each.label:
                anchors.append(_slug(each.label))
            if each.anchor:
                anchors.append(each.anchor)
        fresh = [anchor for anchor in dict.fromkeys(anchors) if anchor not in taken or anchor in shared]
        taken.update(fresh)
        base = next(iter(model.shown[0].trail[-1].anchors[-1:]), "") or _slug(model.named.title)
        anchor, count = base, 2
        while anchor in ids:
            anchor, count = f"{_slug(model.named.title)}-{count}" if count > 2 else _slug(model.named.title), count + 1
        ids.add(anchor)
        yield replace(
            model,
            anchor=anchor if len(models) > 1 else "",
            anchors=tuple(each for each in fresh if each != anchor or len(models) == 1),
        )


def _alternatives(models: Sequence[Candidate]) -> Mapping[int, frozenset[int]]:
    """The models that a link to a section means, where it has several below it and none of its own; all by identity."""
    below: dict[int, list[Candidate]] = {}
    headings: dict[int, str] = {}
    own = {id(each.trail[-1]) for model in models for each in model.shown}
    for model in models if len(models) > 1 else ():
        for section in reversed(model.shown[0].trail[:-1]):
            if id(section) in own or not section.level:
                break
            headings[id(section)] = cleaned(heading_text(section))
            below.setdefault(id(section), []).append(model)
    return {key: frozenset(map(id, _meant(inner, headings[key]))) for key, inner in below.items() if len(inner) > 1}


def _meant(models: Sequence[Candidate], heading: str) -> Sequence[Candidate]:
    """Of the models below a heading the one that is called after it, else all: objects, if there are any."""
    title, item = title_key(heading), title_key(singular(heading))
    called = [each for each in models if each.named.part is not None or title_key(each.named.title) in title]
    if called:
        return called[:1]
    near = [each for each in models if item in title_key(each.named.title)]
    return near if len(near) == 1 else [each for each in models if each.kind is Kind.FIELDS] or models


def with_parts(models: Sequence[Candidate], words: Words) -> Iterator[Candidate]:
    """The models with those that are headed by the name of a field of theirs.

    These stand in a section below, or in one behind on the same level that is headed by nothing but the name. Headings
    without a table may stand between: `### Details` above `#### host`.
    """
    below: dict[tuple[int, str], str] = {}
    behind: dict[tuple[int, str], str] = {}
    framed: dict[tuple[int, str], str] = {}  # `URL attributes` for a field `url`
    own = {id(each.trail[-1]) for model in models for each in model.shown}
    for model in models:
        trail = model.shown[0].trail
        if model.kind is Kind.FIELDS and len(trail) > 1:
            heading = trail[-1].heading
            code = next((span.text for span in heading.spans[:1] if span.kind is SpanKind.CODE), "")
            name = code or name_in(cleaned(heading.text), words)
            below.setdefault((id(trail[-2]), name), model.anchor)
            if model.named.part is not None:
                framed.setdefault((id(trail[-2]), folded(name)), model.anchor)
            plain = heading.text.strip()
            is_plain = _FIELD.fullmatch(plain) is not None
            if is_plain:
                behind.setdefault((id(trail[-2]), plain), model.anchor)
            for above in reversed(trail[:-2]) if is_plain and id(trail[-2]) not in own else ():
                below.setdefault((id(above), plain), model.anchor)
                behind.setdefault((id(above), plain), model.anchor)
                if id(above) in own or not above.level:
                    break
    outers = {outer for outer, _ in (*below, *behind)}
    for model in models:
        trail = model.shown[0].trail
        outer = id(trail[-2]) if len(trail) > 1 else 0
        parts: dict[str, str] = {}
        is_outer = model.kind is Kind.FIELDS and (id(trail[-1]) in outers or outer in outers)
        for each in model.shown if is_outer else ():
            for row in each.table.rows:
                name = read_name(row.cells[each.what.roles[Role.NAME]], words).text
                section = id(trail[-1])
                anchor = below.get((section, name)) or behind.get((outer, name)) or framed.get((section, folded(name)))
                if anchor and anchor != model.anchor:
                    parts[name] = anchor
        yield replace(model, parts=parts) if parts else model


def _slug(text: str) -> str:
    return re.sub(r"[^\w-]", "", text.strip().lower().replace(" ", "-"))
