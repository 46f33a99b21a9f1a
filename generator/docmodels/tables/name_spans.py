"""The spans of the cell of a name, without tags, old names and labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from ..frozen import replace
from ..markdown import Inline, Span, SpanKind
from ..notation.phrases import undressed
from ..patterns import regex
from .lexicon import Words

NESTS = regex(
    r"(?:[\s\u00a0\u2000-\u200b\u3000>＞»›└├│┃┕┖┗┠┡┣╚╠╰┝─━∟⌞⎿˪ㄴ↳→⇒➜➔➝⮑↪·・･•●◦▪▶►▸–—―ー|｜]|[-+－＋](?!\d)|\.(?=\.|\s|[\w]))+"
)
"""Marks before the name of a nested row. Each character is one step deeper."""

_RAISED_STAR = regex(r"\s*<sup>\s*\\?\*\s*</sup>", re.IGNORECASE)  # `id<sup>*</sup>`
STAR = regex(r"\s*(?:\\?\*)+\s*")
_KEY = regex(r"(?=[\w.$@\[\]-]*[a-z])[A-Za-z_$@][\w.$@\[\]-]{0,100}", re.ASCII)
_LABEL = regex(  # a title of up to four long words, or a word in another script
    r"\s*(?:(?P<first>[A-Z\u00c0-\u042f]\w{0,40})(?:[ -](?:[A-Z]\w*|\w{4,40})){0,3}|[^\x00-\u04ff]{1,40})[\s;]*[(（\[【]?\s*"
)
_UNITS = frozenset(
    {"px", "em", "rem", "pt", "ms", "sec", "min", "kg", "km", "cm", "mm", "kb", "mb", "gb", "v1", "v2", "v3"}
)


def name_spans(cell: Inline) -> tuple[Span, ...]:
    """The spans of a cell that show the name."""
    if "<sup" in cell.source:
        cell = replace(cell, source=_RAISED_STAR.sub(r" \\*", cell.source))
    return _without_old_name(tuple(_rejoined(_untagged(undressed(cell.spans)))))


def name_code(spans: Sequence[Span], words: Words) -> str | None:
    """The code that is the name, at the start or behind a label; None without one."""
    return _code_first(spans) or _labelled_code(spans, words)


def _without_old_name(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without an old name before a new one in code: ``~~`id`~~ → `key` ``. The arrow is no mark of nesting.

    With words, as in "use `id`", the new name is a remark, and the old one stays.
    """
    kept = [span for span in spans if not span.strike] if spans and spans[0].strike else []
    has_code = any(span.kind is SpanKind.CODE for span in kept)
    if not has_code or any(span.kind is not SpanKind.CODE and any(map(str.isalpha, span.text)) for span in kept):
        return spans
    return tuple(dropwhile(lambda span: span.kind is not SpanKind.CODE, kept))


def _untagged(spans: Iterable[Span]) -> Sequence[Span]:
    """The spans without tags; a name that is a tag stays: `<key>`. A blank behind an anchor is no indent."""
    given = list(spans)
    kept = [span for span in given if span.kind is not SpanKind.HTML]
    if not any(span.text.strip() for span in kept):
        return given
    if kept[0].kind is SpanKind.TEXT and kept[0].text.startswith(" "):
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(" "))
    return kept


def _rejoined(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, with the parts of a path joined: `` `rooms[].`<br>`name` ``, `` `room`.`name` ``."""
    last: Span | None = None
    for index, span in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        if last is not None and last.text.endswith("."):
            if not span.text.strip(" ;") and following is not None and following.kind is SpanKind.CODE:
                continue
            if span.kind is SpanKind.CODE:
                last = replace(last, text=last.text + span.text)
                continue
        if last is not None and span.text == "." and following is not None and following.kind is SpanKind.CODE:
            last = replace(last, text=f"{last.text}.")
            continue
        if last is not None:
            yield last
            last = None
        if span.kind is SpanKind.CODE:
            last = span
        else:
            yield span
    if last is not None:
        yield last


def _code_first(spans: Sequence[Span]) -> str | None:
    """The code at the start of a cell, behind any marks of nesting."""
    for span in spans:
        if span.kind is SpanKind.CODE and span.text.strip():
            return span.text
        if span.text.strip() and not NESTS.fullmatch(span.text) and not STAR.fullmatch(span.text):
            return None
    return None


def _labelled_code(spans: Sequence[Span], words: Words) -> str | None:
    """The code behind a label, at the end of a cell: ``Amount `amount` ``, ``金額 (`amount`)``; None without one.

    A label is a title, or in another script: ``width (`px`)`` and ``see `size` `` have no label.
    """
    codes = [span.text for span in spans if span.kind is SpanKind.CODE]
    if len(codes) != 1 or _KEY.fullmatch(codes[0].strip()) is None or codes[0].strip().casefold() in _UNITS:
        return None
    before, _, behind = "".join(span.text for span in spans).partition(codes[0])
    if _is_titled(spans, before, behind):
        return codes[0]
    label = _LABEL.fullmatch(before)
    is_label = (
        label is not None
        and (label["first"] or "").casefold() not in words.leading | words.marks.keys() | words.alternatives
    )
    return codes[0] if is_label and not behind.strip(" )）]】*?？") else None


def _is_titled(spans: Sequence[Span], before: str, behind: str) -> bool:
    """Whether code stands in brackets behind a title in bold, of any words: ``**Open the Door by Itself** (`autoOpen`)``."""
    is_bracketed = before.rstrip()[-1:] in tuple("(（") and behind.strip() in (")", "）")
    title = [span for span in spans if span.text.strip()][:1]
    return is_bracketed and bool(title) and title[0].strong and before.rstrip(" (（") == title[0].text.strip()
