"""The anchors of a heading: the ids in its source, and the slug that GitHub makes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from ..patterns import regex
from .inline import SpanKind
from .page import Inline
from .tags import TAG, attribute

_PLAIN = regex(r"[A-Za-z0-9 -]*")
_PUNCTUATION = regex(r"[^\w -]")
_IN_BRACKETS = regex(r"(?<=\s)\[#([\w-]{1,200})\]$")
_GIVEN = regex(r"(?:^|(?<=\s))\{:?[ \t]*(?:#|id=[\"']?)([^\s{}\"']++)[^{}]*+\}$")
_CLASSES = regex(r"(?<=\s)\{:?[ \t]*\.[A-Za-z][\w-]*+(?:\s[^{}]*+)?\}$")  # `{.unnumbered}`
_CARRIERS = ("a", "span")
_WORD = ("L", "M", "Nd", "Nl", "Pc")
"""The Unicode categories of characters that GitHub keeps in a slug, besides hyphens and spaces."""


@dataclass(slots=True)
class Slugs:
    """Makes the slugs of one page's headings, in the order of the page."""

    _seen: dict[str, int] = field(default_factory=dict)

    def of(self, heading: Inline) -> str:
        """The heading's slug, with `-1` and so on if the page had the same slug before; "" if no character is left."""
        slug = slug_of(heading)
        count = self._seen.get(slug, 0)
        self._seen[slug] = count + 1
        return f"{slug}-{count}" if count and slug else slug


def slug_of(heading: Inline) -> str:
    """The heading in lower case, without marks, tags and punctuation, with hyphens for spaces."""
    if _PLAIN.fullmatch(heading.source):
        text = heading.source
    else:
        texts = (span.text for span in heading.spans if span.kind in (SpanKind.TEXT, SpanKind.CODE))
        text = "".join(texts).strip()
        text = _PUNCTUATION.sub("", text) if text.isascii() else "".join(filter(_stays, text))
    return text.lower().replace(" ", "-")


def given_ids(heading: Inline) -> tuple[Inline, tuple[str, ...]]:
    """The heading without its marks of ids and classes, and the ids.

    Marks are `{#id}`, `{.class}`, `{id="…"}`, `[#id]`, `<a id="…"></a>`, `<span id="…"></span>`.
    """
    source = heading.source
    ids: list[str] = []
    forms = {"}": _GIVEN, "]": _IN_BRACKETS}
    if (form := forms.get(source[-1:])) is not None and (given := form.search(source)):
        ids.append(given[1])
        source = source[: given.start()].rstrip()
    elif source.endswith("}") and (classes := _CLASSES.search(source)) is not None:
        source = source[: classes.start()].rstrip()
    if "<" in source:
        source = _without_carriers(source, ids)
    if source == heading.source:
        return heading, ()
    before = heading.source[: heading.source.find(source)] if source in heading.source else ""
    line = heading.line + before.count("\n")
    column = len(before) - before.rfind("\n") if "\n" in before else heading.column + len(before)
    return Inline(source, line, column, heading.limit, heading.references), tuple(ids)


def anchor_ids(source: str) -> tuple[str, ...]:
    """The ids in a text of invisible tags alone: `<a id="…"></a>`, `<Anchor id="…" />`; none for any other text."""
    if "=" not in source or not source.lstrip().startswith("<"):
        return ()
    ids: list[str] = []
    position = 0
    for tag in TAG.finditer(source):
        if source[position : tag.start()].strip() or not _is_carrier(tag[2], tag[0]):
            return ()
        position = tag.end()
        if given := _id(tag[3]):
            ids.append(given)
    return () if source[position:].strip() else tuple(ids)


def _is_carrier(name: str, tag: str) -> bool:
    return name.lower() in (*_CARRIERS, "div", "p") or (name[:1].isupper() and tag.endswith("/>"))


def _without_carriers(source: str, ids: list[str]) -> str:
    """The source without invisible tags that carry ids. The ids are added to the list."""
    open_tags: list[tuple[str, bool]] = []
    kept: list[str] = []
    position = 0
    for tag in TAG.finditer(source):
        name = tag[2].lower()
        if name not in _CARRIERS:
            continue
        if tag[1]:
            carries = bool(open_tags) and open_tags[-1][0] == name and open_tags.pop()[1]
        else:
            given = _id(tag[3])
            carries = given is not None and attribute(tag[3], "href") is None
            if given:
                ids.append(given)
            if not tag[0].endswith("/>"):
                open_tags.append((name, carries))
        if carries:
            kept.append(source[position : tag.start()])
            position = tag.end()
    return ("".join(kept) + source[position:]).strip()


def _id(attributes: str) -> str | None:
    return attribute(attributes, "id") or attribute(attributes, "name")


def _stays(char: str) -> bool:
    return char in " -" or unicodedata.category(char).startswith(_WORD)
