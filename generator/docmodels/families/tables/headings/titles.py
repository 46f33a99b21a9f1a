"""The text of a heading, without decoration."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ....frozen import replace
from ....markdown import Inline, ItemList, Prose, Section, Span, SpanKind
from ....patterns import regex
from ....tables.dressing import without_badges
from ....tables.lexicon import any_language
from ....tables.lexicon import words as words_of
from ....tables.prefixes import local_name
from ....tables.requests import beside_request, request_of_cell

_COUNT = r"\d{1,3}(?:[.．-]\d{1,3}){0,5}"
_NUMBERING = regex(
    rf"(?:{_COUNT}[.．)）、:]?\s+|{_COUNT}[.．)）、]\s*|[（(]\d{{1,3}}[)）]\s*"
    # `一、`, `第三章`, `①`, `가.`, `(나)`, `a)`
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*|第[一二三四五六七八九十\d]{1,4}[章节節部编編]\s*|[①-⑳]\s*"
    r"|[（(]?[가나다라마바사아자차카타파하][.)）]\s*|[a-zа-я][)）]\s+)"
)
_KEYCAP = regex(r"[0-9#*]\ufe0f?\u20e3\s*")  # 1️⃣
_RAISED = regex(r"v?\d{1,3}(?:\.\d{1,3}){0,3}\+|[*†‡§]{1,3}|\[\d{1,2}\]")
"""Raised text behind a name: its first version, the mark of a footnote."""
_HTTP_STATUS = regex(r"[1-5]\d\d\b")
_TEMPLATE = regex(r"\{%.{0,200}?%\}|\{\{.{0,200}?\}\}|\{\s*\$?\w{1,60}(?:\.\w{1,60}){1,6}\s*\}")
_TAG = regex(r"</?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?/?>")
_ELEMENT = regex(r"<(?P<name>[A-Za-z][\w:-]{0,60})\s*/?>")
_ICON = regex(r"(?:\A|(?<=\s)):[a-z][a-z0-9_+-]{1,40}:(?=\s|\Z)")
_KINDS = frozenset({"class", "enum", "enumeration", "interface", "message", "object", "struct", "type", "union"})
TYPE_NAME = regex(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*")
_GLOSS = regex(r"(?:\d[\d.]*[.)]?\s+)?[(（][^()（）]*\s[^()（）]*[)）]")
_CODED = regex(r"[A-Za-z_$][\w.$-]{0,100}")
_EXPLAINED = regex(r"`(?P<name>[A-Za-z_$][\w.$-]{0,100})`\s*(?:[–—:：]|-(?=\s))\s*(?P<rest>[^`]+)")
_CALLED = regex(
    r"[>\s*_`+-]{0,6}(?P<key>operation[ _-]?id|summary)[*_`]{0,3}\s*[:：][*_`\s]{0,5}(?P<name>[^\s*_`][^\n*`]{0,80})[*_`]{0,3}\s*",
    re.IGNORECASE,
)  # `**operationId:** openRoom`
_SIGNS = frozenset({"So", "Sk", "Mn", "Cf"})
_PATH_MARKS = regex(r"[\W_]+")
_LONGEST = 2_000  # the most characters of a block to search
_BLOCKS = 4  # the number of blocks behind the heading of an operation to search
_LATIN_LETTER = regex(r"[A-Za-z\u00c0-\u024f]")
_PUNCTUATION = "#*_`:：;；-–—•·> "


def heading_text(section: Section) -> str:
    """The text of a heading without images, tags, the request of an operation, and a kind in italics beside the name.

    The name may be a part of the text:
    - its own id at its head: `## Field attributes {#Field}`
    - the title behind the path of a field, if that is the id: `## seats[].legs: Leg {#seatslegs}`
    - code beside a kind: ``## Type `Room` ``
    - for a request, the id or the summary of the operation, in a line below
    """
    text, is_request = _text(section.heading, section.anchors)
    return (_called(section) or text) if is_request else text


@lru_cache(maxsize=1 << 12)  # every step of reading asks for headings
def _text(heading: Inline, anchors: Sequence[str]) -> tuple[str, bool]:
    """The text of a heading, without a look at the lines below, and whether it is a request.

    anchors  the anchors of its section
    """
    raised = without_raised(heading.spans)
    spans = [span for span in raised if span.kind is not SpanKind.IMAGE and not _is_tag(span)]
    spans = [replace(span, text=tag["name"]) if (tag := _tag_in_code(span)) is not None else span for span in spans]
    words = [span for span in spans if span.kind is not SpanKind.CODE or request_of_cell(span.text) is None]
    if len(words) > 1 and _is_kind(words[0]) and not words[1].emphasis:
        words = words[1:]  # `_message_ Room`
    elif len(words) > 1 and _is_kind(words[-1]) and words[-1].text in _KINDS and not words[-2].emphasis:
        words = words[:-1]  # `Room _class_`
    if (coded := coded_name(words)) is not None:
        return coded, False
    entire = "".join(span.text for span in spans)
    text = "".join(span.text for span in words).strip() or entire
    if len(words) < len(spans) and beside_request(entire) is not None and not _LATIN_LETTER.search(text):
        return next(span.text for span in spans if span.kind is SpanKind.CODE and span not in words), False
    is_request = request_of_cell(text) is not None
    explicit = anchors[0] if len(anchors) > 1 else ""
    path, _, title = text.partition(": ")
    if title.strip() and explicit and path.isascii() and _PATH_MARKS.sub("", path) == _PATH_MARKS.sub("", explicit):
        return title, is_request
    return (explicit if explicit[:1].isupper() and text.startswith(f"{explicit} ") else text), is_request


def without_raised(spans: Sequence[Span]) -> Sequence[Span]:
    """A text without raised versions and marks of footnotes: `Room<sup>11+</sup>`."""
    kept: list[Span] = []
    is_raised = False
    for span in spans:
        is_tag = span.kind is SpanKind.HTML
        is_raised = span.text.casefold() == "<sup>" if is_tag else is_raised
        if is_tag or not is_raised or _RAISED.fullmatch(span.text.strip()) is None:
            kept.append(span)
    return kept


def coded_name(spans: Sequence[Span]) -> str | None:
    """The code in a text, if nothing else is there but a word for its kind: ``Type `Room` ``, ``Table `room_seats` ``."""
    codes = [span.text.strip() for span in spans if span.kind is SpanKind.CODE]
    beside = "".join(span.text for span in spans if span.kind is not SpanKind.CODE).strip(" :：").casefold()
    if len(codes) == 1 and TYPE_NAME.fullmatch(codes[0]) and _GLOSS.fullmatch(beside):
        return codes[0]  # ``1.2 `RoomState` (where a room stands)``
    return codes[0] if len(codes) == 1 and _CODED.fullmatch(codes[0]) and beside in words_of(("en",)).declared else None


def explained_name(section: Section) -> tuple[str, str] | None:
    """The code at the head of a heading, and the words behind a dash: `open_door` and `lets people in`."""
    match = _EXPLAINED.fullmatch(_NUMBERING.sub("", section.heading.source.strip("# "), count=1))
    return (match["name"], Inline(match["rest"], 1, 1).text.strip()) if match is not None else None


def _called(section: Section) -> str:
    """The id of a section's operation, or else its summary; "" without a line for either."""
    blocks = (block for block in section.blocks[:_BLOCKS] if isinstance(block, Prose | ItemList))
    lines = (line for block in blocks for line in block.source[:_LONGEST].split("\n"))
    values = {
        match["key"][:1].casefold(): match["name"].strip(" ._") for line in lines if (match := _CALLED.fullmatch(line))
    }
    return values.get("o") or values.get("s", "")


@lru_cache(maxsize=1 << 12)
def cleaned(text: str) -> str:
    """A heading without numbering, tags, templates, icons such as `:gear:`, and marks at its ends."""
    text = _ICON.sub("", text) if ":" in text else text
    text = " ".join(_TEMPLATE.sub(" ", _TAG.sub(" ", without_badges(text))).replace("\u200b", "").split())
    if not text.isascii():
        text = _KEYCAP.sub("", text).lstrip(_signs_in(text) + " ") or text
    if _NUMBERING.match(text) and not _HTTP_STATUS.match(text):
        text = _NUMBERING.sub("", text, count=1) or text
    if (":" in text or "：" in text or any(map(str.isdigit, text))) and (
        caption := any_language().caption.match(text)
    ) is not None:
        text = text[caption.end() :]
    text, _ = local_name(text) or (text, "")
    return text.strip("#").strip(_PUNCTUATION + _signs_in(text)).strip() or text.strip()


def _signs_in(text: str) -> str:
    """The characters of a text for pictures."""
    return "" if text.isascii() else "".join({char for char in text if unicodedata.category(char) in _SIGNS})


def _is_tag(span: Span) -> bool:
    return span.kind is SpanKind.HTML and _TAG.fullmatch(span.text) is not None


def _tag_in_code(span: Span) -> re.Match[str] | None:
    """The name of an element, as code shows it: `<seat>`."""
    return _ELEMENT.fullmatch(span.text.strip()) if span.kind is SpanKind.CODE else None


def _is_kind(span: Span) -> bool:
    return span.emphasis and span.text.isalpha() and span.text.islower()
