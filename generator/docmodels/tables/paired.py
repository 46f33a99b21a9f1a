"""Numbers or constants with their meanings right behind them, as texts list them that no phrase announces.

0=off 1=on           1 - low 2 - high
0 未支付 1 已支付      0否 1是            1、普通 2、加急

The numbers count up from -1, 0 or 1. Constants are in Latin letters, and what they mean in Chinese or Japanese:
BUY=买, SELL=卖        Y=是 N=否        Y是 N否
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .tokens import CJK

_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9_.,+/-])(?P<value>-?\d{{1,3}})"
    rf"(?:\s*[:：=、．)）–—-]\s*(?P<named>[^\W\d][^\d\n,，;；|。()（）:：=]{{0,60}})|\s*(?P<meaning>[{CJK}][^\d\n,，;；|。()（）:：=]{{0,60}}))"
    r"(?:(?<!\.)[(（][^()（）\n]{0,40}[)）])?"
)
_CONSTANT = re.compile(
    rf"(?<![\w.])(?P<value>[A-Za-z][A-Za-z0-9_]{{0,40}}(?=\s*[:：=-])|[A-Z](?=[{CJK}]))\s*[:：=-]?\s*"
    rf"(?P<named>[{CJK}][^\n,，;；|。()（）:：=]{{0,40}}?)(?=[\s,，;；、|。)）]|$)"
)
_COUNTER = re.compile("[次个個张張条條页頁天秒元米人份位倍年月日周週回件本枚円개차]|小时|小時|分钟|分鐘|時間|시간")
"""Words for counted things: in `3次` and `10分钟`, the number is no value."""
_BETWEEN = re.compile(r"[\s,，;；、|/。]*")
_STARTS = tuple(" \t\n,，;；:：(（。、")
_FEWEST = 2
_MOST = 100


def paired(text: str) -> tuple[str, ...]:
    """The values of the first list in a text with a meaning right behind each value; none without such a list."""
    for values, meanings in _runs(text, _NUMBER):
        if _is_list(values, meanings) and _counts_up(values) and not any(map(_COUNTER.match, meanings)):
            return values
    return next((values for values, meanings in _runs(text, _CONSTANT) if _is_list(values, meanings)), ())


def _is_list(values: tuple[str, ...], meanings: tuple[str, ...]) -> bool:
    return _FEWEST <= len(values) <= _MOST and len(set(meanings)) == len(set(values)) == len(values)


def _runs(text: str, pair: re.Pattern[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Values and meanings of pairs that follow each other with nothing but blanks and marks between them."""
    values: list[str] = []
    meanings: list[str] = []
    end = 0
    for match in pair.finditer(text):
        if values and not _BETWEEN.fullmatch(text, end, match.start()):
            yield tuple(values), tuple(meanings)
            values, meanings = [], []
        if not values and match.start() and not text.endswith(_STARTS, 0, match.start()):
            continue
        value, meaning = filter(None, match.groups())
        values.append(value)
        meanings.append(meaning.strip())
        end = match.end()
    yield tuple(values), tuple(meanings)


def _counts_up(values: tuple[str, ...]) -> bool:
    numbers = sorted(map(int, values))
    return numbers[0] in (-1, 0, 1) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
