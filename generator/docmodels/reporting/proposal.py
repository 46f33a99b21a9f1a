"""What `docmodels init` proposes: pages to leave out, and words for tables that were not read."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from itertools import takewhile

from ..patterns import Pattern
from ..pipeline.understand import Understanding

_SHORTEST = 4
"""Characters that the names of files must have in common for a pattern to say what they are."""


def excludes(understanding: Understanding) -> tuple[tuple[str, ...], int]:
    """Patterns of the pages that show nothing but an SDK's own machinery, and how many pages these are.

    No pattern matches another page.
    """
    paths = sorted(
        path
        for path, reading in understanding.docs.readings.items()
        if reading.declarations and len(reading.machinery) == len(reading.declarations)
    )
    others = understanding.docs.pages - set(paths)
    folders: dict[str, list[str]] = {}
    for path in paths:
        folders.setdefault(posixpath.dirname(path), []).append(path)
    patterns = (pattern for folder, inside in folders.items() for pattern in _patterns(folder, inside, others))
    return tuple(patterns), len(paths)


def _common_end(one: str, other: str) -> str:
    """The characters that two texts have in common at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one[len(one) - length :]


def _patterns(folder: str, paths: Sequence[str], others: Collection[str]) -> Iterator[str]:
    """One pattern for the pages of a folder if there is one that matches no other page, else each by itself."""
    prefix = f"{folder}/" if folder else ""
    end = reduce(_common_end, paths)
    name = posixpath.splitext(posixpath.basename(end))[0] if "/" not in end else ""
    for pattern in (f"{prefix}*", f"{prefix}*{end}" if len(name) >= _SHORTEST else ""):
        if len(paths) > 1 and pattern and not any(map(Pattern.parse(pattern).matches, others)):
            yield pattern
            return
    yield from paths


def own_tables(understanding: Understanding) -> tuple[str, str, int]:
    """The words that would make models of tables that were not read: where the first is, the TOML, and how many there are.

    "", "" and 0 where no such table looks like a model.
    """
    seen: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(understanding.docs.readings):
        for each in understanding.docs.sightings(path):
            if each.strange:
                seen.setdefault(each.strange, []).append(f"{each.place.path}:{each.place.line}")
    if not seen:
        return "", "", 0
    (names, types, *others), places = max(seen.items(), key=lambda item: len(item[1]))
    lines = ["[[tool.docmodels.tables]]", f"columns = {{ name = [{_quoted(names)}], type = [{_quoted(types)}] }}"]
    if others:
        lines.insert(1, f"# and what these are for: {', '.join(others)}")
    return places[0], "\n".join(lines), len(places)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
