"""What a page without a title of its own is about."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from ...markdown import Page

_LONGEST = 12  # words of a title that are looked through
_CAPITAL = re.compile(r"[a-z][A-Z]")
_GUESS = ("index", "readme", "_index", "model", "models", "api", "reference", "overview")


def page_name(page: Page) -> str:
    """What a page without a title of its own is about: its front matter's title, or its file's name."""
    if any(section.level == 1 for section in page.sections):
        return ""
    titles = (page.matter[key] for key in ("title", "name") if page.matter.get(key))
    title = next(titles, "")
    return _with_stem(title, page) if title else file_name(page)


def _with_stem(title: str, page: Page) -> str:
    """The words of a page's title that its file is named after: `The Acme RoomSeat` of room-seat.md, `Acme Log Manual`.

    They have words on both sides, or a capital inside: the verb of `Query rooms` in query.md says too little.
    """
    stem = title_key(posixpath.splitext(posixpath.basename(page.path))[0])
    words = title.split()
    if len(words) > _LONGEST:
        return title
    runs = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    for start, end in runs:
        run = " ".join(words[start:end])
        is_inside = start > 0 and end < len(words)
        if title_key(run) == stem and (is_inside or _CAPITAL.search(run) is not None):
            return run
    return title


def file_name(page: Page) -> str:
    """What the name of a page's file, or else of its folder, says."""
    stem = posixpath.splitext(posixpath.basename(page.path))[0]
    if stem.casefold() in _GUESS:
        stem = posixpath.basename(posixpath.dirname(page.path)) or stem
    return stem.replace("-", " ").replace("_", " ")


@lru_cache(maxsize=1 << 12)
def title_key(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())
