"""Defaults in sentences: `10 by default`, ``If omitted, `asc` is used``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from ..patterns import regex
from .lexicon import Words, any_language
from .tokens import may_have_cjk, unstressed
from .units import is_in_another_unit

_LITERAL = r"`(?P<code>[^`\n]{1,100})`|\"(?P<text>[^\"\n]{1,100})\""
_VALUE = rf"(?:{_LITERAL}|(?<![A-Za-z0-9_.,-])(?P<bare>-?\d{{1,15}}(?:\.\d{{1,9}})?|[A-Za-z][\w-]{{0,40}}))"
_AT_HEAD = rf"(?:{_LITERAL}|(?:^|[.,;:]\s+|[(\n][ \t]*)(?P<bare>-?\d{{1,15}}(?:\.\d{{1,9}})?|[A-Za-z][\w-]{{0,40}}))"
_END = r"(?=\s*(?:[.。;；)）\n]|$))"
_LAST = regex(r"\s*(?:[.。,，;；)）\n]|$)")
_PLAIN = regex(r"-?\d+(?:\.\d+)?|true|false", re.IGNORECASE)
_DRESSED = regex(
    r"(?:\s*(?:[:：=]|is|are|to)\s*|[ \t]*)(?:`(?P<code>[^`\n]+)`|\"(?P<text>[^\"\n]*)\"|'(?P<single>[^'\n]*)'(?!\w)|“(?P<quoted>[^”\n]*)”|\*{1,2}(?P<strong>[^*\n]+)\*{1,2})",
    re.I,
)
_QUOTATIONS = regex(r"`[^`\n]*`|\"[^\"\n]*\"|“[^”\n]*”")
_BARE_WORD = regex(
    r"\s{0,4}[:：]?\s{0,4}(?P<word>[A-Za-z][\w.-]{0,60}?|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,4})(?=[.。,，;；)）\s]|$)"
)
_NO_WORDS = frozenset(
    "is to depends see now today yesterday all any unlimited random inherited current same".split()  # noqa: SIM905
)
_LAST_WORD = regex(r"\s*[:：=]?\s*(?P<word>[A-Za-z][\w.+-]{0,40}?)\s*[)）\]】.。]{0,2}\s*")


def default_in(text: str, words: Words, values: Container[str] = ()) -> str | None:
    """The default in a description, as written; None without one.

    values  the values of the field: one of them may be the default as a bare word
    """
    text = unstressed(text)
    if not words.default_words.may_stand_in(text):
        return None
    # No condition: `Defaults to 1 when omitted`.
    behind = _values_behind(words.default_words.left_out.sub("", text), words, values)
    return next(chain(behind, _values_before(text, words, values)), None)


def default_word(text: str, words: Words) -> str | None:
    """The bare word behind a phrase for a default at the end of a cell of marks: `no, default RUB`; None without one."""
    for phrase in words.default_words.phrase.finditer(text):
        match = _LAST_WORD.fullmatch(text, phrase.end())
        is_in_word = text[phrase.end() - 1].isascii() and text[phrase.end() - 1 : phrase.end() + 1].isalpha()
        if match is None or is_in_word or match["word"].casefold() in _no_words():
            continue
        lead = text[phrase.start() : match.start("word")]
        if not lead.isascii() or any(sign in lead for sign in ":=") or not match["word"].islower():
            return match["word"]  # but not `no, default is computed`
    return None


def begins_with_default(text: str, words: Words) -> bool:
    """Whether a text begins with a phrase for a default: `default: asc`."""
    return words.default_words.phrase.match(text) is not None


@cache
def _no_words() -> frozenset[str]:
    """The words that are no default: `none`, `auto`."""
    words = any_language()
    return words.nothing | words.no_default | words.computed | _NO_WORDS


def _values_behind(text: str, words: Words, values: Container[str]) -> Iterator[str]:
    """The values behind phrases for a default: `Defaults to 10`, ``Default: `asc` ``."""
    quotations = tuple(match.span() for match in _QUOTATIONS.finditer(text))
    for phrase in words.default_words.phrase.finditer(text):
        is_quoted = any(start < phrase.start() < end for start, end in quotations)
        is_in_word = phrase.start() and text[phrase.start() - 1].isalnum() and text[phrase.start()].isascii()
        if not is_quoted and not is_in_word:
            value = _dressed(text, phrase)
            value = _number(text, phrase) if value is None else value
            value = _word(text, phrase, values) if value is None else value
            if value is not None:
                yield value


def _dressed(text: str, phrase: re.Match[str]) -> str | None:
    """The value in code, in quotes or in bold behind a phrase."""
    match = _DRESSED.match(text, phrase.end())
    return match[match.lastgroup] if match is not None and match.lastgroup is not None else None


def _number(text: str, phrase: re.Match[str]) -> str | None:
    """The number or boolean behind a phrase, unless it has another unit than the field."""
    match = _bare(may_have_cjk(text)).match(text, phrase.end())
    if match is None or is_in_another_unit(text, phrase.start(), match.end("bare")):
        return None
    return match["bare"]


def _word(text: str, phrase: re.Match[str], values: Container[str]) -> str | None:
    """The bare word behind a phrase, if it is one of the values and ends its sentence."""
    match = _BARE_WORD.match(text, phrase.end()) if values else None
    if match is None or match["word"] not in values or _LAST.match(text, match.end()) is None:
        return None
    return match["word"]


def _values_before(text: str, words: Words, values: Container[str]) -> Iterator[str]:
    """The values before phrases for a default: `10 by default`, ``If omitted, `asc` is used``."""
    for needed, pattern in _patterns(words):
        for match in pattern.finditer(text) if needed.search(text) is not None else ():
            bare = match["bare"]
            if bare is None:
                yield match["code"] or match["text"]
            elif _PLAIN.fullmatch(bare) or bare in values:
                yield bare


@cache
def _bare(has_cjk: bool) -> re.Pattern[str]:
    """A pattern for a number, perhaps with a unit: `2 days ago` is no number.

    has_cjk  whether the text may have characters of CJK: sets of these take long to compile
    """
    words = any_language()
    unit = rf"\s+(?!(?:{words.conditioned})\b)[^\W\d_]+"
    unit += r"|(?-i:[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]){1,3}" if has_cjk else ""
    return re.compile(
        r"\s{0,4}(?:[:：=])?\s{0,4}(?P<bare>(?:-?\d{1,3}(?:,\d{3})+(?![\d,])|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b)"
        rf"(?=(?:{unit})?\s*(?:[;；)）(（\]，。、|\n]|[.,](?!\d)|$)|\s+(?:{words.and_}|{words.with_})\s))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _patterns(words: Words) -> Sequence[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Patterns for a default before or between the words that tell it, each behind one for words that it needs."""
    phrases = words.default_words
    left_out, used = phrases.left_out.pattern, phrases.used.pattern
    condition = rf"(?:{left_out}|{phrases.phrase.pattern})[\s,，、:：]*(?:(?:{any_language().articles})\s+)?"
    before_used = rf"{condition}{_VALUE}\s*(?:{used}){_END}"
    behind_uses = rf"(?:{left_out})[\s,，、:：]*(?:{phrases.uses.pattern})\s*{_VALUE}(?:\s*(?:{used}))?{_END}"
    by_default = rf"{_AT_HEAD}\s+(?:{phrases.by_default.pattern})(?=\s*(?:[.,;:()\n]|$))"
    needed = (phrases.used, before_used), (phrases.left_out, behind_uses), (phrases.by_default, by_default)
    return tuple((words_, regex(source, re.IGNORECASE)) for words_, source in needed)
