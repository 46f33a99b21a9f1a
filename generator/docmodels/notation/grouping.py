"""The pages of each language in a tree with the docs of several languages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_DEEPEST = 8
"""The number of levels of folders that may differ in language. Deeper folders have the language of their parent."""

_FEWEST = 3
_ALIKE = 0.7
"""A folder has another language than its parent if that reads at most this share of its types, and so many fewer."""

_Pages = Mapping[str, Mapping[str, int]]
"""By path, the tally of the page: language -> the number of types that it understands."""


def by_language(pages: _Pages, languages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Group the pages by language, each group in the order of paths. One group if all folders agree.

    A folder inherits the language of its parent, unless that one misses many of its types and another language does not.
    """
    if not pages:
        return ()
    groups: dict[str, list[str]] = {}
    for language, paths in _split(pages, languages, 0, _best(_total(pages.values()), languages)):
        groups.setdefault(language, []).extend(paths)
    return tuple(tuple(sorted(paths)) for paths in groups.values())


def _split(pages: _Pages, languages: Sequence[str], level: int, around: str) -> list[tuple[str, Iterable[str]]]:
    """The groups of a folder, each with its language. `level` is its depth, `around` the language of its parent."""
    known = _total(pages.values())
    best = _best(known, languages)
    language = best if known[best] - known[around] >= _FEWEST and known[around] <= _ALIKE * known[best] else around
    folders: dict[str, dict[str, Mapping[str, int]]] = {}
    for path, tally in pages.items():
        parts = path.split("/")
        folders.setdefault(parts[level] if level < len(parts) - 1 else "", {})[path] = tally
    if level == _DEEPEST or not any(folders):
        return [(language, pages)]
    groups = [
        group
        for name, inner in folders.items()
        for group in (_split(inner, languages, level + 1, language) if name else [(language, inner)])
    ]
    return groups if len({name for name, _ in groups}) > 1 else [(groups[0][0], pages)]


def _total(tallies: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for tally in tallies:
        for language, count in tally.items():
            total[language] += count
    return total


def _best(known: Mapping[str, int], languages: Sequence[str]) -> str:
    """The language that understands most; the first one of several."""
    return max(languages, key=lambda language: known.get(language, 0))
