"""Marks of a field: what cells, and fixed phrases in a description, say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..frozen import frozen
from ..markdown import Inline
from ..model.declarations import Access, Presence
from .lexicon import Mark, Words

_ICON = re.compile(r"\{\{[<%][^{}]{0,100}[%>]\}\}|\{[\w-]{1,40}\}")  # `{check-circle} Yes`
_ROUNDS = 8  # no description has more marks at an end
_LEAD = re.compile(r"[\s*_`(\[{【（<~-]*")
_BEHIND = re.compile(
    r"[*_`~)\]}】）>]*\s*(?:[.:;,!|。：；，、！\n]|[–—-]\s|$)|[*_`~]*[)\]}】）>]|[*_`]+(?=\s|$)|\s*[(（]"
)
_TAIL = " \t\n.*_`~)]}】）。!；;,，"
_BOUNDARY = ".。;；,，(（[【:：!！?？\n*_`|–—"
_CODE = re.compile(
    r"\s*(?:[:：=]|is|are|to)?\s*(?:`(?P<code>[^`\n]+)`|\"(?P<text>[^\"\n]*)\"|“(?P<quoted>[^”\n]*)”|\*{1,2}(?P<strong>[^*\n]+)\*{1,2})",
    re.I,
)
_BARE = re.compile(r"\s*(?:[:：=])?\s*(?P<bare>-?\d+(?:\.\d+)?(?=[\s.,;)）。，；]|$)|(?:true|false|null)\b)", re.I)


@frozen()
class Said:
    """What marks say about a field; None where they are silent."""

    presence: Presence | None = None
    nullable: bool = False
    access: Access = Access.BOTH
    deprecated: bool = False


def said(marks: frozenset[Mark] | set[Mark]) -> Said:
    """What marks say together. Whatever says "sometimes" or "optional" makes code do without the field."""
    presence = None
    if marks & {Mark.OPTIONAL, Mark.CONDITIONAL}:
        presence = Presence.OPTIONAL
    elif Mark.REQUIRED in marks:
        presence = Presence.REQUIRED
    access = Access.BOTH
    if Mark.READ_ONLY in marks:
        access = Access.READ_ONLY
    elif Mark.WRITE_ONLY in marks:
        access = Access.WRITE_ONLY
    return Said(presence, Mark.NULLABLE in marks, access, Mark.DEPRECATED in marks)


class UnknownMark(Exception):
    """A cell of a column of marks says something that no lexicon has."""


def sign(cell: Inline, words: Words) -> bool | None:
    """What a cell in a column of marks says: yes, no, or None for sometimes.

    Raises UnknownMark.
    """
    whole = cell.text.replace("\ufe0f", "").strip().strip("*_`").strip()
    whole = _ICON.sub("", whole).strip() or whole
    folded = whole.casefold()
    for text in (folded, folded.strip(" .()[]（）。:")):
        if text in words.signs:
            return words.signs[text]
        if text in words.marks:
            return {Mark.REQUIRED: True, Mark.OPTIONAL: False}.get(words.marks[text])
    if words.condition.match(folded):
        return None
    if any(folded.endswith(word) for word in words.unspaced_signs):
        return None  # a condition, and yes or no behind it: `群聊时必填`
    head = re.split(r"[\s,，;；(（/。.:：<]", folded, maxsplit=1)[0]
    known = words.signs.get(head, words.marks.get(head))
    if not head or (known is None and head not in words.signs):
        raise UnknownMark(whole)
    if known is False or known is Mark.OPTIONAL:
        return False
    return None  # yes, and a condition behind it


def description_marks(text: str, words: Words) -> frozenset[Mark]:
    """The marks at the head and at the end of a description; what stands in the midst of it is prose."""
    found: set[Mark] = set()
    at = 0
    for _ in range(_ROUNDS):
        lead = _LEAD.match(text, at)
        start = lead.end() if lead else at
        match = words.mark_phrase.match(text, start)
        mark = words.marks[_plain(match[0])] if match else None
        end = _BEHIND.match(text, match.end()) if match else None
        if match is not None and end is None and mark is Mark.DEPRECATED:
            end = words.reason.match(text, match.end())
        if mark is None or end is None:
            break
        found.add(mark)
        at = end.end()
    rest = text[at:].rstrip(_TAIL)
    for _ in range(_ROUNDS):
        phrase = _phrase_at_end(rest, words)
        if phrase is None:
            break
        found.add(words.marks[_plain(phrase)])
        rest = rest[: -len(phrase)].rstrip().rstrip(_TAIL)
    found.update(_alone(text, words))
    return frozenset(found)


_SET_OFF = re.compile(r"\s*(?:[-–—:：(（]|$)")
_SENTENCE = re.compile(r"[.。;；\n]\s*")
_BRACKET_AT_END = re.compile(r"[(（](?P<inner>[^()（）]{1,200})[)）]\W{0,9}\Z")


def _alone(text: str, words: Words) -> Iterator[Mark]:
    """The marks that are sentences of their own, or that a dash or bracket sets off at the head of one."""
    bracket = _BRACKET_AT_END.search(text)
    for sentence in (*_SENTENCE.split(text), *(_SENTENCE.split(bracket["inner"])[:1] if bracket else ())):
        plain = _plain(sentence.strip(" *_`()（）[]【】"))
        if plain in words.marks:
            yield words.marks[plain]
        elif (
            (match := words.mark_phrase.match(sentence))
            and words.marks[_plain(match[0])] is Mark.DEPRECATED
            and _SET_OFF.match(sentence, match.end())
        ):
            yield Mark.DEPRECATED


def _plain(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def _phrase_at_end(text: str, words: Words) -> str | None:
    """The phrase of a mark that ends a text, with a boundary before it."""
    start = max((text.rfind(mark) for mark in _BOUNDARY), default=-1) + 1
    match = words.mark_phrase.fullmatch(text[start:].strip(" *_`("))
    return match[0] if match and (start > 0 or match[0] == text) else None


def default_in(text: str, words: Words) -> str | None:
    """The value that a description calls the default, as it shows it; None where it calls none."""
    for match in words.default_phrase.finditer(text):
        if match.start() and text[match.start() - 1].isalnum() and text[match.start()].isascii():
            continue
        value = _CODE.match(text, match.end())
        if value:
            code = value["code"]
            return (
                code
                if code is not None
                else next((v for v in (value["text"], value["quoted"], value["strong"]) if v is not None), None)
            )
        bare = _BARE.match(text, match.end())
        if bare:
            return bare["bare"]
    return None
