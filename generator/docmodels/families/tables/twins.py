"""Models of one name on a page, with distinct titles."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ...frozen import replace
from ...patterns import regex
from ...tables.lexicon import Role, Words
from .candidates import Candidate
from .columns.recognised import Kind
from .headings.headings import BRACKETS, name_in
from .headings.naming import Named
from .headings.page_names import title_key
from .headings.titles import cleaned, heading_text

_STEM = regex(r"[a-z]{2,8}(?=[A-Z]|$)|[A-Z]{2,12}(?=_)")


def apart(models: Sequence[Candidate], words: Words) -> list[Candidate]:
    """The models, with a distinct title for each of several twins: by their headings if possible, else by their order."""
    if len(models) < 2:
        return list(models)
    objects = {model.named.title for model in models if model.kind is Kind.FIELDS}
    distinct = list(_of_fields([_behind_object(model, objects) for model in models]))
    twins: dict[str, list[int]] = {}
    for index, model in enumerate(distinct):
        twins.setdefault(title_key(model.named.title), []).append(index)
    for indexes in twins.values():
        for index, model in zip(indexes, _by_headings([distinct[index] for index in indexes]), strict=True):
            distinct[index] = model
    return _by_order(distinct, words)


def _by_headings(twins: Sequence[Candidate]) -> Sequence[Candidate]:
    """Twins with titles by the brackets in their headings, or by a heading above that the others do not have."""
    brackets = [_bracket(model) for model in twins]
    if len(twins) > 1 and len(set(brackets)) == len(twins):
        return [_with_bracket(model, bracket) for model, bracket in zip(twins, brackets, strict=True)]
    if len({id(model.first.trail[-1]) for model in twins}) < 2:
        return twins
    outer = [_above(model.named) for model in twins]
    times = Counter(name for names in outer for name in set(map(title_key, names)))
    own = (next((name for name in names if times[title_key(name)] == 1), names[0] if names else "") for names in outer)
    return [_with_heading(model, above) for model, above in zip(twins, own, strict=True)]


def _with_bracket(model: Candidate, bracket: str) -> Candidate:
    title = model.named.title
    why = f'there are several "{title}" on the page; this one has "{bracket}" in brackets'
    return _renamed(model, f"{title} {bracket}", why) if bracket else model


def _with_heading(model: Candidate, above: str) -> Candidate:
    title = model.named.title
    why = f'there are several "{title}" on the page; this one is below "{above}"'
    return _renamed(model, f"{above} {title}", why) if above else model


def _by_order(models: Sequence[Candidate], words: Words) -> list[Candidate]:
    """The models; further ones of a title get their label, a common prefix, their own name or a number behind it."""
    distinct: list[Candidate] = []
    times: Counter[str] = Counter()
    first: dict[str, Candidate] = {}
    for model in models:
        key = title_key(model.named.title)
        times[key] += 1
        renamed = model
        if times[key] > 1:
            label = model.first.label if title_key(model.first.label) not in key else ""
            number = str(times[key])
            extras = (label, _stem(model), _own_name(model, first[key], words))
            extra = next((extra for extra in extras if extra and not times[key + title_key(extra)]), number)
            name = replace(model.named, title=f"{model.named.title} {extra}", is_numbered=extra == number)
            renamed = replace(model, named=name)
            times[title_key(name.title)] += 1
        distinct.append(renamed)
        first.setdefault(key, model)
    return distinct


def _own_name(model: Candidate, first: Candidate, words: Words) -> str:
    """The name in the heading of a model, if its twin has another heading: `Payload` of "Payload fields"; else ""."""
    own, other = (cleaned(heading_text(candidate.first.trail[-1])) for candidate in (model, first))
    return name_in(own, words) if own != other and not model.first.label and model.first.trail[-1].level else ""


def _of_fields(models: Sequence[Candidate]) -> Iterator[Candidate]:
    """The models. Several enumerations of one name are each named after the object above with a field of that name."""
    titles = [title_key(model.named.title) for model in models]
    counts = Counter(titles)
    if not any(model.kind is Kind.VALUES and counts[title] > 1 for model, title in zip(models, titles, strict=True)):
        yield from models
        return
    owners: dict[str, Candidate] = {}  # name of a field -> last object so far with it
    for model, title in zip(models, titles, strict=True):
        owner = owners.get(title)
        if model.kind is Kind.VALUES and counts[title] > 1 and owner is not None:
            why = f"there are several enumerations {model.named.title} on the page; a field of {owner.named.title} has this one"
            yield _renamed(model, f"{owner.named.title} {model.named.title}", why)
            continue
        yield model
        if model.kind is Kind.FIELDS:
            owners.update((title_key(name), model) for name in _names(model))


def _names(model: Candidate) -> Iterator[str]:
    """The names in the rows of a model."""
    for page_table in model.tables:
        yield from (row.cells[page_table.what.roles[Role.NAME]].text for row in page_table.table.rows)


def _stem(model: Candidate) -> str:
    """The common prefix of several members of an enumeration: the `tf` of `tfClose` and `tfRenew`."""
    if model.kind is not Kind.VALUES:
        return ""
    at = [page_table.what.roles.get(Role.MEMBER, page_table.what.roles[Role.VALUE]) for page_table in model.tables]
    names = [
        row.cells[column].text.strip("`* ")
        for page_table, column in zip(model.tables, at, strict=True)
        for row in page_table.table.rows
    ]
    shared = posixpath.commonprefix(names)
    match = _STEM.match(shared)
    return match[0] if match and len(names) > 1 else ""


def _bracket(model: Candidate) -> str:
    """The text in brackets at the end of the innermost heading with brackets, unless the title has it; else ""."""
    for heading in reversed(model.first.headings):
        match = BRACKETS.search(heading)
        if match is not None and title_key(match["inner"]) not in title_key(model.named.title):
            return match["inner"]
    return ""


def _above(named: Named) -> Sequence[str]:
    """The names above a title, without those at its head, the innermost first."""
    return [name for name in named.above if not title_key(named.title).startswith(title_key(name))]


def _renamed(model: Candidate, title: str, why: str) -> Candidate:
    return replace(model, named=replace(model.named, title=title, why=why, above=()))


def _behind_object(model: Candidate, objects: Collection[str]) -> Candidate:
    """The model. Values below the heading of an object belong to one of its fields, with the name of their column."""
    if model.kind is not Kind.VALUES or model.named.title not in objects:
        return model
    page_table = model.first
    column = page_table.table.header[page_table.what.roles[Role.VALUE]].text.strip()
    why = f'after {model.named.title} and the column "{column}"'
    return _renamed(model, f"{model.named.title} {column}", why)
