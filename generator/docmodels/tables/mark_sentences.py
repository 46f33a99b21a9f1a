"""Marks in whole sentences about a field or a model: `This parameter is deprecated, use `id`.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import regex
from .lexicon import Mark, Words
from .lexicon.entries import lowered

_SENTENCE = regex(r"[.!?](?=[\s*_)]|$)|[。；;！？\n]|\s[-–—]{1,2}\s")
_DRESS = regex(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_HEAD = regex(r"[^\w`({\[<（]+")  # bullets, quotation marks, `⚠️`
_BRACKET = regex(r"[(（](?P<inner>[^()（）]{1,200})[)）]?\s*$")  # a sentence may end within brackets
_LISTED = regex(r"[:：]|\*\*[^*]+\*\*\s*(?:[,，、]|$)")
_CLAUSE = regex(r"\s*(?:$|[,，、(（!！])")
_OF_VALUE = regex(r"[:：]\s*[`\"“\[]")  # `Deprecated since 2.0: `b``
_LABEL = regex(r"\s*[:：](?!\s*[`\"“\[])")  # a reason is no list of values


def sentence_marks(text: str, words: Words, name: str = "") -> frozenset[Mark]:
    """The marks in sentences about the field of a description.

    name  the field's name, which may be the subject: `` `old` is deprecated``
    """
    if not words.mark_sentences.may_stand_in(text):
        return frozenset()
    marks: set[Mark] = set()
    for sentence in _SENTENCE.split(text):
        marks.update(_marks(_plain(sentence), words, name))
        bracket = _BRACKET.search(sentence)
        if bracket is not None and not lists_values(sentence[: bracket.start()], words):
            marks.update(_marks(_plain(bracket["inner"]), words, name))
    return frozenset(marks)


def calls_model_deprecated(text: str, words: Words) -> bool:
    """Whether a description calls its model deprecated: `This object is deprecated.`, `Deprecated since 2.0.`"""
    phrases = words.mark_sentences
    if not phrases.may_stand_in(text):
        return False
    for index, sentence in enumerate(map(_plain, _SENTENCE.split(text))):
        match = phrases.of_model.match(sentence) if phrases.may_deprecate(sentence) else None
        if match is None or (match["subject"] is None and index > 0):
            continue
        has_verb = match["subject"] is not None
        mark = _as_continued(_mark(match, words), sentence[match.end() :], words, has_verb=has_verb)
        if mark is Mark.DEPRECATED:
            return True
    return False


def lists_values(before: str, words: Words) -> bool:
    """Whether a mark behind a text is about a value: ``one of `a`, `b` (deprecated)``, `State: active, deprecated`."""
    sentence = _SENTENCE.split(before.rstrip(" (（[*_`"))[-1]
    is_code = before.rstrip(" (（[*_").endswith("`") and before.count("`") % 2 == 0
    return is_code or bool(_LISTED.search(sentence)) or words.has_cue(sentence.casefold())


def _marks(sentence: str, words: Words, name: str) -> Iterator[Mark]:
    own = next((own for own in (f"`{name}` ", f"{name} ") if name and sentence.startswith(own)), "")
    match = words.mark_sentences.of_field.match(sentence, len(own))
    if match is not None:
        mark = _mark(match, words)
        has_verb = bool(own) or any(match[part] for part in ("subject", "link", "soon"))
        if has_verb or mark is Mark.DEPRECATED or match.end() == len(sentence):
            continued = _as_continued(mark, sentence[match.end() :], words, has_verb=has_verb)
            if continued is not None and (continued is Mark.DEPRECATED or not match["soon"]):
                yield continued
            return
    if words.mark_sentences.may_deprecate(sentence) and words.mark_sentences.deprecated_clause.search(sentence):
        yield Mark.DEPRECATED


def leads_to_case(rest: str, words: Words) -> bool:
    """Whether a condition follows a mark: `Do not use, unless …`, but not `Deprecated, see …`."""
    condition = words.condition.match(rest.casefold().lstrip(" ,，*_`"))
    return condition is not None and condition[0] != "see"


def _mark(match: re.Match[str], words: Words) -> Mark:
    return words.marks[lowered(match["mark"])]


def _as_continued(mark: Mark, rest: str, words: Words, *, has_verb: bool) -> Mark | None:
    """The mark in its whole sentence: a condition changes it. None if the sentence means no mark: `Required by law`.

    has_verb  whether the sentence has a verb: `This field is required`, and not only `Required`
    """
    folded = rest.casefold().lstrip(" ,，")
    is_conditional = leads_to_case(rest, words)
    if mark is Mark.REQUIRED and is_conditional:
        return Mark.CONDITIONAL
    if mark is Mark.DEPRECATED and (is_conditional or _OF_VALUE.search(rest)):
        return None
    if not rest.strip() or _CLAUSE.match(rest):
        return mark
    if mark is Mark.DEPRECATED and (_LABEL.match(rest) or words.mark_sentences.reason.match(folded)):
        return mark
    if has_verb and (
        words.mark_sentences.joint.match(folded) or (is_conditional and mark in (Mark.OPTIONAL, Mark.NULLABLE))
    ):
        return mark
    return None


def _plain(sentence: str) -> str:
    """A sentence without emphasis, and without signs at its head."""
    plain = " ".join(_DRESS.sub("", sentence).split())
    head = _HEAD.match(plain)
    return (plain[head.end() :] if head is not None else plain).lstrip("([（").rstrip(")]）")
