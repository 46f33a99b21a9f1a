"""Models of one name on a page, distinguished by their surroundings."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ...frozen import replace
from ...regexes import regex
from ...tables.lexicon import Role, Words
from .candidates import Candidate
from .headings import BRACKETS, name_in
from .naming import Named
from .page_names import title_key
from .recognised import Kind
from .titles import cleaned, heading_text

_STEM = regex(r"[a-z]{2,8}(?=[A-Z]|$)|[A-Z]{2,12}(?=_)")


def apart(models: Sequence[Candidate], words: Words) -> list[Candidate]:
    """Twins, distinguished by a heading above them that no other twin is below, else by their order."""
    objects = {each.named.title for each in models if each.kind is Kind.FIELDS}
    found = [_behind_object(each, objects) for each in models]
    found = list(_of_fields(found))
    twins: dict[str, list[int]] = {}
    for index, each in enumerate(found):
        twins.setdefault(title_key(each.named.title), []).append(index)
    for indexes in twins.values():
        brackets = [_bracket(found[index]) for index in indexes]
        if len(indexes) > 1 and len(set(brackets)) == len(indexes):
            for index, bracket in zip(indexes, brackets, strict=True):
                title = found[index].named.title
                why = f'there are several "{title}" on the page; this one has "{bracket}" in brackets'
                found[index] = _renamed(found[index], f"{title} {bracket}", why) if bracket else found[index]
            continue
        sections = {id(found[index].shown[0].trail[-1]) for index in indexes}
        outer = {index: _above(found[index].named) for index in indexes} if len(sections) > 1 else {}
        shared = Counter(name for names in outer.values() for name in set(map(title_key, names)))
        for index, names in outer.items():
            above = next((name for name in names if shared[title_key(name)] == 1), names[0] if names else "")
            if above:
                title = found[index].named.title
                why = f'there are several "{title}" on the page; this one is below "{above}"'
                found[index] = _renamed(found[index], f"{above} {title}", why)
    seen: Counter[str] = Counter()
    first: dict[str, Candidate] = {}
    for index, each in enumerate(found):
        key = title_key(each.named.title)
        seen[key] += 1
        label = each.shown[0].label
        if seen[key] > 1:
            own = _own_name(each, first[key], words)
            extras = (label if title_key(label) not in key else "", _stem(each), own, str(seen[key]))
            extra = next(
                extra for extra in extras if extra and not (seen[key + title_key(extra)] and extra != extras[-1])
            )
            is_numbered = extra is extras[-1]
            name = replace(each.named, title=f"{each.named.title} {extra}", is_numbered=is_numbered)
            found[index] = replace(each, named=name)
            seen[title_key(name.title)] += 1
        first.setdefault(key, each)
    return found


def _own_name(model: Candidate, first: Candidate, words: Words) -> str:
    """The name in the heading of a model, where its twin has another heading: `Payload` of "Payload fields"; else ""."""
    own, other = (cleaned(heading_text(each.shown[0].trail[-1])) for each in (model, first))
    return name_in(own, words) if own != other and not model.shown[0].label and model.shown[0].trail[-1].level else ""


def _of_fields(models: Sequence[Candidate]) -> Iterator[Candidate]:
    """The models, several enumerations of one name each called after the object above that has a field of the name."""
    titles = [title_key(model.named.title) for model in models]
    counts = Counter(titles)
    owners: dict[str, Candidate] = {}  # the last object so far that has a field of a name
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
    """The names that the rows of a model show."""
    for each in model.shown:
        yield from (row.cells[each.what.roles[Role.NAME]].text for row in each.table.rows)


def _stem(model: Candidate) -> str:
    """The common prefix of several members of an enumeration: the `tf` of `tfClose` and `tfRenew`."""
    if model.kind is not Kind.VALUES:
        return ""
    at = [each.what.roles.get(Role.MEMBER, each.what.roles[Role.VALUE]) for each in model.shown]
    names = [
        row.cells[column].text.strip("`* ")
        for each, column in zip(model.shown, at, strict=True)
        for row in each.table.rows
    ]
    shared = posixpath.commonprefix(names)
    match = _STEM.match(shared)
    return match[0] if match and len(names) > 1 else ""


def _bracket(model: Candidate) -> str:
    """The text in brackets at the end of the innermost heading with such, unless the title has it; else ""."""
    for heading in reversed(model.shown[0].headings):
        match = BRACKETS.search(heading)
        if match is not None and title_key(match["inner"]) not in title_key(model.named.title):
            return match["inner"]
    return ""


def _above(named: Named) -> Sequence[str]:
    """The names above a title that the title does not begin with, the innermost first."""
    return [name for name in named.above if not title_key(named.title).startswith(title_key(name))]


def _renamed(model: Candidate, title: str, why: str) -> Candidate:
    return replace(model, named=replace(model.named, title=title, why=why, above=()))


def _behind_object(model: Candidate, objects: Collection[str]) -> Candidate:
    """Values below the heading of an object, which are of one of its fields: the column of the values names it."""
    if model.kind is not Kind.VALUES or model.named.title not in objects:
        return model
    shown = model.shown[0]
    column = shown.table.header[shown.what.roles[Role.VALUE]].text.strip()
    why = f'after {model.named.title} and the column "{column}"'
    return _renamed(model, f"{model.named.title} {column}", why)
