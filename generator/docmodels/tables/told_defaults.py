"""Defaults that sentences tell: `10 by default`, ``If omitted, `asc` is used``."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from .lexicon import Words
from .tokens import unstressed
from .units import is_in_another_unit

_SHOWN = r"`(?P<code>[^`\n]{1,100})`|\"(?P<text>[^\"\n]{1,100})\""
_VALUE = rf"(?:{_SHOWN}|(?<![A-Za-z0-9_.,-])(?P<bare>-?\d{{1,15}}(?:\.\d{{1,9}})?|[A-Za-z][\w-]{{0,40}}))"
_AT_HEAD = rf"(?:{_SHOWN}|(?:^|[.,;:]\s+|[(\n][ \t]*)(?P<bare>-?\d{{1,15}}(?:\.\d{{1,9}})?|[A-Za-z][\w-]{{0,40}}))"
_END = r"(?=\s*(?:[.。;；)）\n]|$))"
_LAST = re.compile(r"\s*(?:[.。,，;；)）\n]|$)")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?|true|false", re.IGNORECASE)
_CODE = re.compile(
    r"(?:\s*(?:[:：=]|is|are|to)\s*|[ \t]*)(?:`(?P<code>[^`\n]+)`|\"(?P<text>[^\"\n]*)\"|“(?P<quoted>[^”\n]*)”|\*{1,2}(?P<strong>[^*\n]+)\*{1,2})",
    re.I,
)
_QUOTATIONS = re.compile(r"`[^`\n]*`|\"[^\"\n]*\"|“[^”\n]*”")
_BARE_WORD = re.compile(r"\s*[:：]?\s*(?P<word>[A-Za-z][\w.-]{0,60}?)(?=[.。,，;；)）\s]|$)")
_BARE = re.compile(  # a number, and a unit at most: `2 days ago` is no number
    r"\s*(?:[:：=])?\s*(?P<bare>(?:-?\d{1,3}(?:,\d{3})+(?![\d,])|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b)"
    r"(?=(?:\s+(?!(?:if|or|for|when|unless|otherwise|and)\b)[^\W\d_]+|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,3})?\s*(?:[;；)）(（\]，。、|\n]|[.,](?!\d)|$)|\s+(?:and|und|et|y|e|и|with)\s))",
    re.I,
)


def default_in(text: str, words: Words, values: Container[str] = ()) -> str | None:
    """The value that a description calls the default, as it shows it; None where it calls none.

    values  those that the field may have, of which one may stand there as a bare word
    """
    told = unstressed(text)
    text = words.left_out.sub("", told)  # a default always counts then: `Defaults to 1 when omitted`
    shown = tuple(match.span() for match in _QUOTATIONS.finditer(text))
    for match in words.default_phrase.finditer(text):
        if any(start < match.start() < end for start, end in shown):
            continue
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
            if is_in_another_unit(text, match.start(), bare.end("bare")):
                continue
            return bare["bare"]
        word = _BARE_WORD.match(text, match.end())
        is_last = word is not None and _LAST.match(text, word.end()) is not None
        if word and word["word"] in values and is_last:
            return word["word"]
    return _default_behind(told, words, values)


def _default_behind(text: str, words: Words, values: Container[str]) -> str | None:
    """The value that a text calls the default in words behind it; None where it calls none.

    values  those that the field may have, of which one may stand there as a bare word
    """
    for pattern in _patterns(words):
        for match in pattern.finditer(text):
            shown = match["code"] or match["text"]
            bare = match["bare"]
            if shown is not None or (bare is not None and (_PLAIN.fullmatch(bare) or bare in values)):
                return shown or bare
    return None


@lru_cache(maxsize=64)
def _patterns(words: Words) -> Sequence[re.Pattern[str]]:
    left_out = rf"(?:{words.left_out.pattern}|{words.default_phrase.pattern})[\s,，、:：]*(?:the\s+value\s+|the\s+)?"
    used = rf"{left_out}{_VALUE}\s*(?:{words.used.pattern}){_END}"
    uses = rf"(?:{words.left_out.pattern})[\s,，、:：]*(?:{words.uses.pattern})\s*{_VALUE}(?:\s*(?:{words.used.pattern}))?{_END}"
    by_default = rf"{_AT_HEAD}\s+(?:{words.by_default.pattern})(?=\s*(?:[.,;:()\n]|$))"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (used, uses, by_default))
