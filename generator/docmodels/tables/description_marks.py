"""The marks in a description: at its head, at its end, and in sentences of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..patterns import regex
from .conditions import has_condition, is_case
from .lexicon import Mark, Words, any_language
from .lexicon.entries import lowered
from .mark_sentences import leads_to_case, lists_values, sentence_marks
from .marks import OPPOSITE
from .null_cases import has_null_case

_BRACKET_AT_HEAD = regex(r"[\s*_]{0,4}[(（\[【](?P<inner>[^()（）\[\]【】]{1,200})[)）\]】]")
_STRESSED_AT_HEAD = regex(
    r"\s*(?P<dress>\*\*|__|\*|_)(?P<inner>[^*_\n]{1,60}?)(?:[.:：。,，](?P=dress)|(?P=dress)(?:[.:：。,，;；]|\s[–—-]))(?=\s|\Z|[^\x00-\x7f])"
)
_BOLD_AT_HEAD = regex(
    r"\s*(?P<dress>\*\*|__)(?P<inner>[^*_\n]{1,60}?)(?P=dress)(?=[^\S\n]*\n|[^\S\n]+(?:[^\W\d_a-z]|<p>))"
)
"""A mark in bold before a sentence: `**optional** The name`, but not `**optional** stops`."""
_NEAR_END = 10  # the most characters of a bracket at the end
_LONGEST_CASE = 200  # the most characters of a condition before a mark
_ROUNDS = 8  # the most marks at an end
_LEAD = regex(r"[\s*_`(\[{【（<~-]*")
_BEHIND = regex(r"[*_`~)\]}】）>]*\s*(?:[.:;,!|。：；，、！\n]|[–—-]\s|$)|[*_`~]*[)\]}】）>]|[*_`]+(?=\s|$)|\s*[(（]")
_TAIL = " \t\n.*_`~)]}】）。!；;,，"
_BOUNDARY = ".。;；,，(（[【:：!！?？\n*_`|–—"
_LABEL_BEHIND = regex(
    r"[*_`\s]{0,4}[:：=][*_`\s]{0,4}(?P<sign>[^\s*_`.。,，;；()（）]{1,20})[*_`]{0,3}(?=\s*(?:[.。,，;；!|\n)）]|$))"
)
_SIGN_BEHIND = regex(r"[:：=][*_`\s]{0,4}(?P<sign>[^\s*_`.。,，;；()（）]{1,20})")  # a quick look before a thorough one
_LEAD_ON = regex(r"[*_`\s]{0,4}(?:[:：(（]|[–—-]\s)[*_`\s]{0,4}")
_COMMA_BEHIND = regex(r"[*_`]{0,4}(?:,\s{1,4}|[，、]\s{0,4})")
_CLAUSE = regex(r"[^,，、;；。.!！?？)）\]】\n]{1,80}")
_KANA_OR_HANGUL = regex(r"[\u3040-\u30ff\uac00-\ud7af]")
_COMMAS = tuple(",，、:：")
_CLAUSES = regex(r"[,，、:：]")
_SENTENCE_END = regex(r"[.!?]\s|[。;；！？\n(（\[【|]")
_OF_VALUE = regex(r"\s*[:：]\s*`")  # `(deprecated: `c`)` is about a value
_BRACKET_AT_END = regex(r"[(（](?P<inner>[^()（）]{1,200})[)）]\W{0,9}\Z")


@lru_cache(maxsize=1 << 12)  # a claim and a reading ask for the same text
def bracket_marks(text: str, words: Words) -> frozenset[Mark]:
    """The marks in brackets or emphasis at the ends of a description: `_(May be omitted)_`, `*Optional*. The …`."""
    marks: set[Mark] = set()
    end = text[-_NEAR_END:]
    at_end = _BRACKET_AT_END.search(text) if ")" in end or "）" in end else None
    for match in (_BRACKET_AT_HEAD.match(text), _STRESSED_AT_HEAD.match(text) or _BOLD_AT_HEAD.match(text), at_end):
        if match is None:
            continue
        plain = lowered(match["inner"].strip(" *_`.。"))
        mark = words.marks.get(plain)
        if mark is None and (phrase := words.mark_phrase.match(plain)) is not None:
            rest = plain[phrase.end() :]
            mark = words.marks[lowered(phrase[0])] if not rest[:1].isalnum() else None
            if _OF_VALUE.match(rest):
                mark = None
            if mark is Mark.REQUIRED and rest:
                mark = Mark.CONDITIONAL if has_condition(rest, words) else mark
        if mark is not None and not (mark is Mark.DEPRECATED and lists_values(text[: match.start()], words)):
            marks.add(mark)
    return frozenset(marks)


def description_marks(text: str, words: Words, values: Iterable[object] = (), name: str = "") -> frozenset[Mark]:
    """The marks at the head, at the end, and in own sentences of a description; all else is prose.

    values  the values of the field: `Read only` is no mark if it is one of them
    name    the field's own name, for sentences such as `` `old` is deprecated``
    """
    if not words.mark_sentences.may_stand_in(text):
        return frozenset((Mark.NULLABLE,) if has_null_case(text, words) else ())
    text = _without_values(text, values, words)
    labelled, text = _labelled(text, words)
    at_head, end = _marks_at_head(text, words)
    null = (Mark.NULLABLE,) if has_null_case(text, words) else ()
    marks = frozenset((*labelled, *at_head, *_marks_at_end(text[end:], words), *null))
    return marks | bracket_marks(text, words) | sentence_marks(text, words, name)


def _marks_at_head(text: str, words: Words) -> tuple[set[Mark], int]:
    """The marks at the head of a text, and the place behind them."""
    marks: set[Mark] = set()
    at = 0
    for _ in range(_ROUNDS):
        lead = _LEAD.match(text, at)
        match = words.mark_phrase.match(text, lead.end() if lead else at)
        if match is None:
            break
        mark, rest = words.marks[lowered(match[0])], text[match.end() :]
        end = _BEHIND.match(text, match.end())
        if end is None:
            is_condition = words.condition.match(rest.lstrip(" *_`,，（(:").casefold()) is not None
            marks |= {Mark.CONDITIONAL} if mark is Mark.REQUIRED and is_condition else set()
            break
        if mark is Mark.DEPRECATED and leads_to_case(rest, words):
            break
        is_conditional = mark is Mark.REQUIRED and _leads_to_condition(text, match.end(), words)
        marks.add(Mark.CONDITIONAL if is_conditional else mark)
        at = end.end()
    return marks, at


def _marks_at_end(text: str, words: Words) -> Iterator[Mark]:
    """The marks at the end of a text, from the last one on."""
    rest = text.rstrip(_TAIL)
    for _ in range(_ROUNDS):
        phrase = _phrase_at_end(rest, words)
        if phrase is None:
            return
        mark = words.marks[lowered(phrase)]
        rest = rest[: -len(phrase)]
        if mark is Mark.DEPRECATED and lists_values(rest, words):
            return
        yield Mark.CONDITIONAL if mark is Mark.REQUIRED and _has_case_before(rest) else mark
        rest = rest.rstrip().rstrip(_TAIL)


def _without_values(text: str, values: Iterable[object], words: Words) -> str:
    """The text with "…" in place of values that look like marks. A mark at its head stays: `Deprecated. …`."""
    for value in values:
        if isinstance(value, str) and value.casefold() in words.marks:
            spelled = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
            at = spelled.match(text)
            start = at.end() if at is not None and text[at.end() :].startswith((".", ":", " -", " –", " —")) else 0
            text = text[:start] + spelled.sub("…", text[start:])
    return text


def labelled_marks(text: str, words: Words) -> frozenset[Mark]:
    """The marks before yes or no in a text: `Required: true`."""
    return _labelled(text, words)[0]


def _labelled(text: str, words: Words) -> tuple[frozenset[Mark], str]:
    """The marks before yes or no, and the text without them: `*Required*: No`, `Required: false.`"""
    if not any(match["sign"].casefold() in words.signs for match in _SIGN_BEHIND.finditer(text)):
        return frozenset(), text
    marks: set[Mark] = set()
    kept, at = [], 0
    for match in words.mark_phrase.finditer(text):
        behind = _LABEL_BEHIND.match(text, match.end())
        before = text[: match.start()].rstrip(" *_`-")
        if behind is None or match.start() < at or (before and before[-1] not in _BOUNDARY):
            continue
        meaning = words.signs.get(behind["sign"].casefold())
        if meaning is None:
            continue
        mark = words.marks[lowered(match[0])]
        if meaning:
            marks.add(mark)
        elif mark in OPPOSITE:
            marks.add(OPPOSITE[mark])
        kept.append(text[at : match.start()].rstrip(" *_`"))
        at = behind.end()
    return frozenset(marks), "".join((*kept, text[at:])).lstrip(" .;,。；，\n") if marks or at else text


def _leads_to_condition(text: str, at: int, words: Words) -> bool:
    """Whether a mark has a condition behind it: `Required (if open)`, `Required: if open`, `Required, if open`.

    Behind a comma, other words for conditions may be about values: `Required, one of the following`.
    """
    comma = _COMMA_BEHIND.match(text, at)
    if comma is not None:
        clause = _CLAUSE.match(text, comma.end())
        is_exception = any_language().unless.match(text, at) is not None  # `Required, unless otherwise noted`
        return clause is not None and is_case(clause[0]) and not (is_exception or _has_consequence(text, clause))
    match = _LEAD_ON.match(text, at)
    if match is None:
        return False
    rest = text[match.end() :][:40]
    is_head = rest[:1].islower() or not rest[:1].isascii() or "(" in match[0]
    clause = _CLAUSE.match(rest)
    is_unspaced = clause is not None and not clause[0].isascii() and is_case(clause[0])  # in brackets: `企业时`
    return is_head and (is_unspaced or words.condition.match(rest.casefold()) is not None)


def _has_consequence(text: str, clause: re.Match[str]) -> bool:
    """Whether more than the mark follows from a condition: `必須、空の場合、全件を返す`."""
    if any_language().if_then.match(text, clause.start()) is not None:
        return True
    is_open = text[clause.end() : clause.end() + 1] in tuple(",，、")
    return is_open and _KANA_OR_HANGUL.search(clause[0]) is not None


def _has_case_before(text: str) -> bool:
    """Whether the clause at the end of a text is a condition: `The seed. If there is no level, `."""
    rest = text.rstrip(" *_`")
    if rest[-1:] not in _COMMAS:
        return False
    sentence = _SENTENCE_END.split(rest[-_LONGEST_CASE:])[-1]
    return is_case(_CLAUSES.split(sentence.lstrip(), maxsplit=1)[0])


def _phrase_at_end(text: str, words: Words) -> str | None:
    """The phrase of a mark at the end of a text, behind a boundary."""
    start = max(map(text.rfind, _BOUNDARY)) + 1
    phrase = text[start:].strip(" *_`(")
    is_mark = lowered(phrase) in words.marks and words.mark_phrase.fullmatch(phrase) is not None
    return phrase if is_mark and (start > 0 or phrase == text) else None
