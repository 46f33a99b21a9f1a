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
    if not _has_null(text):
        return False
    sentences = (sentence.strip(" *_()（）-–—") for sentence in _SENTENCE.split(text) if _has_null(sentence))
    return any(_has_case(sentence, words) and not _denies_null(sentence) for sentence in sentences)


def _has_null(text: str) -> bool:
    folded = text.casefold()
    return "null" in folded or "nil" in folded


def _denies_null(sentence: str) -> bool:
    return any_language().never_null.search(sentence) is not None or _ADVICE.match(sentence) is not None


def _has_case(sentence: str, words: Words) -> bool:
    """Whether a sentence has null and a condition behind or before it."""
    first = any_language().null_first.match(sentence)
    if first is not None and words.condition.match(first["rest"].casefold()) is not None:
        return True
    if not may_end_with_null(sentence):
        return False
    last = any_language().null_last.fullmatch(sentence)
    return last is not None and any_language().case.search(last["case"]) is not None


def may_end_with_null(sentence: str) -> bool:
    """Whether a sentence may end with null: a quick look. A word behind it, as in `nullとなる`, is in another script."""
    behind = sentence.casefold().rpartition("null")[2].strip("` ")
    return not behind or not behind.isascii()
