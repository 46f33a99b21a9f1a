"""Numbers or constants with their meanings right behind them, without a phrase that announces values.

0=off 1=on           1 - low 2 - high
0 未支付 1 已支付      0否 1是            1、普通 2、加急

The numbers count up from -1, 0 or 1. With colons or equals signs, three or more may leave numbers out: `1:male 2:female
9:unknown`. Constants are in Latin letters, and what they mean in Chinese or Japanese:
BUY=买, SELL=卖        Y=是 N=否        Y是 N否

The meanings may also stand before their values:
关闭=0, 开启=1          下書き=draft, 送付済み=sent
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..patterns import regex
from .lexicon import Role, Words, any_language
from .tokens import CJK, NARROW, may_have_cjk

_DIGITS = r"(?<![A-Za-z0-9_.,+/-])(?P<value>-?\d{1,3})"
_TEXT = r"[^\d\n,，;；|。()（）:：=]{0,60}"
_REMARK = r"(?:(?<!\.)[(（][^()（）\n]{0,40}[)）])?"
_SIGNED = r"\s*[:：=＝、．)）–—－-]"
_NUMBER = regex(rf"{_DIGITS}(?:{_SIGNED}\s*(?P<named>[^\W\d]{_TEXT})|\s*(?P<meaning>[{CJK}]{_TEXT})){_REMARK}")
_SIGNED_NUMBER = regex(rf"{_DIGITS}{_SIGNED}\s*(?P<named>[^\W\d]{_TEXT}){_REMARK}")
"""The same for texts without CJK: sets of these characters take long to compile."""
_CODE = regex(rf"{_DIGITS}\s*[:：=＝]\s*(?P<named>[^\W\d]{_TEXT}){_REMARK}")
_CONSTANT = regex(
    rf"(?<![\w.])(?P<value>[A-Za-z][A-Za-z0-9_]{{0,40}}(?=\s*[:：=-])|[A-Z](?=[{CJK}]))\s*[:：=-]?\s*"
    rf"(?P<named>[{CJK}][^\n,，;；|。()（）:：=]{{0,40}}?)(?=[\s,，;；、|。)）]|$)"
)
_CYRILLIC = r"\u0400-\u04ff"
_OTHER_SCRIPT = rf"{CJK}{_CYRILLIC}"
_HAS_CYRILLIC = regex(rf"[{_CYRILLIC}]")
_TWO_DIGITS = regex(r"\d.*\d", re.DOTALL)
_TWO_SIGNED = regex(rf"\d{_SIGNED}.*\d{_SIGNED}", re.DOTALL)
_MEANT = rf"(?P<meaning>[{_OTHER_SCRIPT}][{_OTHER_SCRIPT} ]{{0,30}}?)"
_NUMBER_BEHIND = regex(
    rf"{_MEANT}\s*(?:[:：=＝]\s*|(?P<opening>[(（])\s*)(?P<value>-?\d{{1,3}})(?(opening)\s*[)）])(?![\w.%])"
)
_CONSTANT_BEHIND = regex(
    rf"{_MEANT}\s*[:：=＝]\s*(?P<dress>[`\"]?)(?P<value>[A-Za-z][A-Za-z0-9_-]{{0,40}})(?P=dress)(?![\w.:/@(（])"
)
_HEAD = regex(rf"[{_OTHER_SCRIPT}]{{1,20}}")
_BETWEEN = regex(r"[\s,，;；、|/。]*")
_STARTS = tuple(" \t\n,，;；:：(（。、")
_FEWEST = 2
_MOST = 100
_FEWEST_CODES = 3  # that do not count up


def paired(text: str, words: Words, *, has_values: bool) -> tuple[str, ...]:
    """The values of the first list in a text with a meaning right behind or before each value; () without such a list.

    has_values  whether the name or the type of the field suggests a few fixed values
    """
    number = _NUMBER if may_have_cjk(text) else _SIGNED_NUMBER
    for pair, are_in_order in ((number, _counts_up), (_CODE, _ascends)) if may_have_numbers(text) else ():
        for values, meanings in _runs(text, pair):
            is_list = _is_list(values, meanings) and are_in_order(values)
            if is_list and not any(_counter().match(meaning) or meaning in words.ends for meaning in meanings):
                return values
    if not may_have_cjk(text) and _HAS_CYRILLIC.search(text) is None:  # all other meanings are in another script
        return ()
    values = next((values for values, meanings in _runs(text, _CONSTANT) if _is_list(values, meanings)), ())
    return values or _meant(text, words, has_values=has_values)


def may_have_numbers(text: str) -> bool:
    """Whether a text may have two numbers with a meaning behind each: a quick look."""
    return (_TWO_DIGITS if may_have_cjk(text) else _TWO_SIGNED).search(text) is not None


def _meant(text: str, words: Words, *, has_values: bool) -> tuple[str, ...]:
    """The values of the first list with a meaning right before each value. A word for a limit is no meaning: `最小=0`."""
    for values, meanings in _runs(text, _NUMBER_BEHIND):
        if _is_list(values, meanings) and _counts_up(values) and not _are_labels(meanings, words):
            return () if _are_examples(text, meanings[0], words) else values
    for values, meanings in _runs(text, _CONSTANT_BEHIND) if has_values or _leads_to_values(text, words) else ():
        if _is_list(values, meanings) and not _are_labels(meanings, words):
            return values
    return ()


def _are_labels(meanings: tuple[str, ...], words: Words) -> bool:
    """Whether a word heads columns, or is one for a limit: `默认=0`, `最小=0, 最大=1`."""
    return any(
        meaning.endswith(tuple(any_language().labels))
        or meaning in words.ends
        or words.roles.get(meaning.split()[-1]) not in (None, Role.VALUE, Role.FOREIGN)
        for meaning in meanings
    )


def _are_examples(text: str, meaning: str, words: Words) -> bool:
    """Whether a phrase for examples stands right before the first of the meanings: `例: 東京=0, 大阪=1`."""
    lead = text[: text.find(meaning)].rstrip(" :：")
    return lead.endswith(words.such_as) or (" " in meaning and meaning.split()[0] in words.such_as)


def _leads_to_values(text: str, words: Words) -> bool:
    """Whether a text begins with a word for fields of fixed values: `状态`, `並び順`."""
    head = _HEAD.match(text)
    return head is not None and head[0].endswith(tuple(words.chosen))


def _is_list(values: tuple[str, ...], meanings: tuple[str, ...]) -> bool:
    return _FEWEST <= len(values) <= _MOST and len(set(meanings)) == len(set(values)) == len(values)


def _runs(text: str, pair: re.Pattern[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The values and meanings of each run of pairs. Only blanks and marks stand between the pairs of a run."""
    values: list[str] = []
    meanings: list[str] = []
    end = 0
    for match in pair.finditer(text):
        if values and not _BETWEEN.fullmatch(text, end, match.start()):
            yield tuple(values), tuple(meanings)
            values, meanings = [], []
        if not values and match.start() and not text.endswith(_STARTS, 0, match.start()):
            continue
        meaning = next(text for name, text in match.groupdict().items() if name in ("named", "meaning") and text)
        values.append(match["value"].translate(NARROW))
        meanings.append(meaning.strip())
        end = match.end()
    yield tuple(values), tuple(meanings)


def _counts_up(values: tuple[str, ...]) -> bool:
    numbers = sorted(map(int, values))
    return numbers[0] in (-1, 0, 1) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _ascends(values: tuple[str, ...]) -> bool:
    """Whether each number is larger than the one before, from -1, 0 or 1 on."""
    numbers = list(map(int, values))
    return len(numbers) >= _FEWEST_CODES and numbers[0] in (-1, 0, 1) and numbers == sorted(set(numbers))


@cache
def _counter() -> re.Pattern[str]:
    """A pattern for words of counted things: in `3次` and `10分钟`, the number is no value."""
    return re.compile(any_language().counters)
