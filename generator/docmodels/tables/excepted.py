"""Exceptions to limits: `1 to 100 (or 0)`, `Minimum 1. -1 means no limit.`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..frozen import replace
from ..model.declarations import Constraints
from .lexicon import Words, any_language

_DRESS = r"[\s`\"'*_]{0,4}"
_NUMBER = rf"{_DRESS}(?P<number>[+-]?\d{{1,15}}(?:\.\d{{1,10}})?)(?![\w.,]*\d|-\d)"
_TEXT = r"\s{0,4}(?:`(?P<code>[^`\n]*)`|\"(?P<text>[^\"\n]*)\")"
_BOUNDS = (
    ("minimum", 1),
    ("exclusive_minimum", 1),
    ("maximum", -1),
    ("exclusive_maximum", -1),
    ("min_length", 1),
    ("max_length", -1),
)


def without_exceptions(limits: Constraints, text: str, words: Words) -> Constraints:
    """The limits, without those that an allowed value breaks: `1 to 100 (or 0)` has only the upper one.

    text  the texts of the row about the values, one a line
    """
    sizes = tuple(_sizes(limits, text, words))
    broken: dict[str, Any] = {
        name: None
        for name, sign in _BOUNDS
        if (bound := getattr(limits, name)) is not None and any((size - bound) * sign < 0 for size in sizes)
    }
    return replace(limits, **broken) if broken else limits


def _sizes(limits: Constraints, text: str, words: Words) -> Iterator[float]:
    """The numbers that the text allows: at the head of a clause, in code, 0 and -1.

    For limits of lengths, the lengths of the texts behind an `or`.
    """
    heads, texts = _patterns(words.alternatives)
    if limits.min_length is None and limits.max_length is None:
        yield from (float(match["number"]) for match in heads.finditer(text))
        yield from (float(match["code"] or match["bare"]) for match in _special().finditer(text))
    else:
        yield from (len(match["code"] or match["text"] or "") for match in texts.finditer(text))


@cache
def _patterns(alternatives: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for a number at the head of a clause, and for a text behind an `or`."""
    joints = rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(alternatives)))})(?![A-Za-z])"
    heads = rf"(?:^|[(（\[，;；。、]|(?<!\d),|,(?!\d{{3}}(?!\d))|\.\s|{joints}){_NUMBER}"
    return re.compile(heads, re.IGNORECASE | re.MULTILINE), re.compile(rf"{joints}{_TEXT}", re.IGNORECASE)


@cache
def _special() -> re.Pattern[str]:
    """A pattern for a number in code, and for 0 and -1, which often mean "none" and "all": `Use 0 to disable`."""
    behind = rf"[-–~〜～…]|\.\.|(?:{any_language().through})\b"
    return re.compile(rf"`(?P<code>[+-]?\d{{1,15}})`|(?<![\w.,`+-])(?P<bare>0|-1)(?![\w`]|[.,]\d|\s*(?:{behind})\s*\d)")
