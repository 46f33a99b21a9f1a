"""Values that a text allows besides its limits: `1 to 100 (or 0)`, `Minimum 1. -1 means no limit.`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..frozen import replace
from ..model.declarations import UNCONSTRAINED, Constraints
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
    """The limits without those that a value at the head of a clause breaks: `1 to 100 (or 0)`.

    text  the texts of the row about the values, line by line
    """
    if limits == UNCONSTRAINED:
        return limits
    sizes = tuple(_sizes(limits, text, words))
    broken: dict[str, Any] = {
        name: None
        for name, sign in _BOUNDS
        if (bound := getattr(limits, name)) is not None and any((size - bound) * sign < 0 for size in sizes)
    }
    return replace(limits, **broken) if broken else limits


def _sizes(limits: Constraints, text: str, words: Words) -> Iterator[float]:
    """The numbers at the head of a clause or in code, 0 and -1; the lengths of the texts behind an `or`, where the limits are lengths."""
    heads, texts = _patterns(words.alternatives)
    if limits.min_length is None and limits.max_length is None:
        yield from (float(match["number"]) for match in heads.finditer(text))
        yield from (float(match["code"] or match["bare"]) for match in _special().finditer(text))
    else:
        yield from (len(match["code"] or match["text"] or "") for match in texts.finditer(text))


@cache
def _patterns(alternatives: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number at the head of a clause, and a text behind an `or`."""
    joints = rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(alternatives)))})(?![A-Za-z])"
    heads = rf"(?:^|[(（\[，;；。、]|(?<!\d),|,(?!\d{{3}}(?!\d))|\.\s|{joints}){_NUMBER}"
    return re.compile(heads, re.IGNORECASE | re.MULTILINE), re.compile(rf"{joints}{_TEXT}", re.IGNORECASE)


@cache
def _special() -> re.Pattern[str]:
    """A number in code, and 0 and -1, which often mean "none" and "all": `Use 0 to disable`."""
    behind = rf"[-–~〜～…]|\.\.|(?:{any_language().through})\b"
    return re.compile(rf"`(?P<code>[+-]?\d{{1,15}})`|(?<![\w.,`+-])(?P<bare>0|-1)(?![\w`]|[.,]\d|\s*(?:{behind})\s*\d)")
