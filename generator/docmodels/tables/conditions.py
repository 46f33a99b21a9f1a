"""Conditions beside marks of presence: `if the room is private`, `如果没有 x`, `法人の場合`."""

from __future__ import annotations

import re
from functools import lru_cache

from ..patterns import regex
from .lexicon import Role, Words, any_language
from .lexicon.entries import alternatives, is_spaced

_EQUATION = regex(r"(?<![\w<>!])(?P<name>[a-z_]\w{0,60})\s*(?:={1,3}|＝|!=|≠)\s*[`\"']?[^\W_]")
_NO_CASES = (Role.DEFAULT, Role.EXAMPLE, Role.VALUES)
_LONGEST_LEAD = 40  # characters before an equation
_CLAUSE_HEAD = r"(?:^|(?<=[\s,，、;；:：(（\[［【〔]))"


def has_condition(text: str, words: Words) -> bool:
    """Whether a text in lower case beside a mark has a phrase for a condition: `if`."""
    text = text if text.isascii() else any_language().if_then.sub(" ", text)
    if any(
        not (text[match.start()].isascii() and match.start() and text[match.start() - 1].isalnum())
        for match in words.condition.finditer(text)
    ):
        return True
    if text.isascii():
        return False
    plain = any_language().no_case.sub(" ", text)
    return _unspaced(words).search(plain) is not None or any_language().case_end.search(plain) is not None


def has_equation(text: str, words: Words) -> bool:
    """Whether a text in lower case beside a mark says which value another field has: `type=1`, but not `max=10`."""
    rules = words.ends | words.lengths | any_language().formats
    return any(
        match["name"] not in rules
        and words.roles.get(match["name"]) not in _NO_CASES
        and not _is_example(text[: match.start()], words)
        for match in _EQUATION.finditer(text)
    )


def _is_example(lead: str, words: Words) -> bool:
    """Whether words before an equation announce an example or a format: `e.g. page=2`, `(format: key=value)`."""
    before = lead[-_LONGEST_LEAD:].rstrip(" :：`\"'")
    return any(
        before.endswith(phrase) and (not phrase.isascii() or not before[: -len(phrase)][-1:].isalpha())
        for phrase in (*words.such_as, *any_language().formats)
        if len(phrase) > 1  # `如` may also begin a condition
    )


def is_case(clause: str) -> bool:
    """Whether a clause is a condition, by its first or its last word: `If there is no code`, `コードがない場合`."""
    if any_language().case_head.match(clause.lstrip(" *_`")) is not None:
        return True
    plain = any_language().no_case.sub(" ", clause)
    end = any_language().case_end.search(plain)
    return end is not None and not plain[end.end() :].strip(" *_`)）]］】")


@lru_cache(maxsize=64)
def _unspaced(words: Words) -> re.Pattern[str]:
    """A phrase for a condition in a script without blanks; one of a single character begins a clause: `当type为1`.

    A number behind it is a limit, `至少6位`, and `和后台一致` compares.
    """
    phrases = [phrase for phrase in words.conditions - words.both if not is_spaced(phrase)]
    short = alternatives(phrase for phrase in phrases if len(phrase) == 1)
    long = alternatives(phrase for phrase in phrases if len(phrase) > 1)
    return re.compile(rf"(?:{long})(?!\s*\d)|{_CLAUSE_HEAD}(?:{short})")
