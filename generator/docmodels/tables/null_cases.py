"""Sentences about fields that are null in some case: `Null if there is none.`, `If there is none, null.`"""

from __future__ import annotations

import re

from ..patterns import regex
from .lexicon import Words, any_language

_SENTENCE = regex(r"[.!?。；;！？\n]\s*")


_ADVICE = regex(r"return\s+\W{0,3}(?:null|nil)\b.{0,60}\byou\b", re.IGNORECASE)
"""A sentence about the reader's code: `Return null if you want to stop`."""


def has_null_case(text: str, words: Words) -> bool:
    """Whether a sentence of a description makes the field null in some case."""
    if "null" not in text.casefold() and "nil" not in text.casefold():
        return False
    return any(_is_null_case(sentence.strip(" *_()（）-–—"), words) for sentence in _SENTENCE.split(text))


def _is_null_case(sentence: str, words: Words) -> bool:
    phrases = any_language()
    if phrases.never_null.search(sentence) is not None or _ADVICE.match(sentence) is not None:
        return False
    first = phrases.null_first.match(sentence)
    if first is not None and words.condition.match(first["rest"].casefold()) is not None:
        return True
    last = phrases.null_last.fullmatch(sentence)
    return last is not None and phrases.case.search(last["case"]) is not None
