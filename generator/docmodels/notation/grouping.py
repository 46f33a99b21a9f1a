"""The pages of each language in a tree with the docs of several languages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_DEEPEST = 8
"""Folders in which languages are looked for one by one; what is below them belongs together."""

_FEWEST = 3
_ALIKE = 0.7
"""A folder is in another language than the one around it if that reads this much less of its types, and that many less."""

_Pages = Mapping[str, Mapping[str, int]]
"""By path, how many types of the page each language understands."""


def by_language(pages: _Pages, languages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The pages in groups of one language each, the paths in their order; one group where all folders agree.

    A folder has the language of the folder around it, unless that leaves much of it unread and another language does
    not.
    """
    if not pages:
        return ()
    groups: dict[str, list[str]] = {}
    for language, paths in _split(pages, languages, 0, _best(_total(pages.values()), languages)):
        groups.setdefault(language, []).extend(paths)
    return tuple(tuple(sorted(paths)) for paths in groups.values())


def _split(pages: _Pages, languages: Sequence[str], level: int, around: str) -> list[tuple[str, Iterable[str]]]:
    """The groups of a folder at a depth, each with its language; `around` is that of the folder that holds it."""
    known = _total(pages.values())
    best = _best(known, languages)
    language = best if known[best] - known[around] >= _FEWEST and known[around] <= _ALIKE * known[best] else around
    folders: dict[str, dict[str, Mapping[str, int]]] = {}
    for path, tally in pages.items():
        parts = path.split("/")
        folders.setdefault(parts[level] if level < len(parts) - 1 else "", {})[path] = tally
    if level == _DEEPEST or not any(folders):
        return [(language, pages)]
    found = [
        each
        for name, inner in folders.items()
        for each in (_split(inner, languages, level + 1, language) if name else [(language, inner)])
    ]
    return found if len({name for name, _ in found}) > 1 else [(found[0][0], pages)]


def _total(tallies: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for tally in tallies:
        total.update(tally)
    return total


def _best(known: Mapping[str, int], languages: Sequence[str]) -> str:
    """The language that understands most; the first one of several."""
    return max(languages, key=lambda language: known.get(language, 0))
