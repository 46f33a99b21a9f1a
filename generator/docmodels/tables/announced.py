"""Lists of values beside a phrase that announces them, and the one value of a constant field.

Possible values: `low`, `high`        `a`、`b`のいずれか        Always `card`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from ..frozen import replace
from ..model.names import folded
from ..patterns import regex
from .bounds import is_range
from .chosen import MOST, Choices, chosen_from, ends_clean, has_phrase, is_inside, is_more
from .conditions import has_condition, is_case
from .lexicon import Words, any_language
from .lexicon.entries import lowered
from .listing import Listing, read_listing
from .tokens import CJK, DRESSED, NULLS, Kind, Token, is_value, may_have_cjk, tokens

_LEAD = 7  # words between the phrase and the first value
_ELSEWHERE = regex(
    r"[ \t]+(?:[a-z]+[ \t]+){0,2}(?:depend(?:s|ing)?|documented|described|defined|listed|found|specified|taken|derived|come)"
    r"[ \t]+(?:up)?(?:on|in|by|from|at)\b",
    re.IGNORECASE,
)  # `are documented in`
_SENTENCE = regex(r"[.。！？!?;；\n]\s*")
_IDENTIFIER = regex(r"[A-Za-z_]\w{0,60}")
_LONGEST_SENTENCE = 200  # characters before a word of a condition
_LONGEST_DENIAL = 80  # characters before a phrase
_CLAUSE_END = regex(r"\s*(?:[.,;:。，；：\n]|\Z)")
_UNSPACED = regex(rf"[{CJK}]")
_PARTED = regex(r"[,，、|]")
_CASE_END = regex(r"[,，、|:：—–]|\s-\s|\Awhen\s+to\b", re.IGNORECASE)
_LOOSE = frozenset({"either"})  # the subject may follow the list: `either A or B objects`
_OF_WORDS = regex(r"[\s/]")  # `GET /zones`
_CONSTANT = regex(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+")  # `in_app`
_CAPITALS = regex(r"[A-Z][A-Z0-9]+")  # `USD`
_TWO_NUMBERS = regex(r"\s*(?P<least>-?\d{1,15}(?:\.\d{1,10})?)\s*[,，]\s*(?P<most>-?\d{1,15}(?:\.\d{1,10})?)\s*")
_VALUES_IN_TEXT = frozenset({Kind.NUMBER, Kind.WORD, Kind.EMPHASIS})


def announced_values(text: str, pieces: Sequence[Token], words: Words, name: str = "") -> Choices | None:
    """The values behind a phrase that announces all of them: ``One of `asc`, `desc` ``. None without such a list.

    name  the name of the field; the text may list the values of another field
    """
    for match in words.cue.finditer(text):
        if name and _is_of_other(text, pieces, match.start(), name):
            continue
        if is_inside(text, match.start(), match.end()) or words.denial.search(
            text, max(match.start() - _LONGEST_DENIAL, 0), match.start()
        ):
            continue
        if _ELSEWHERE.match(text, match.end()):
            continue
        at = next((index for index, token in enumerate(pieces) if token.start >= match.end()), len(pieces))
        phrase = lowered(match[0])
        if _is_in_condition(text, match.start()):
            continue
        if phrase in words.may_be and may_have_cjk(text) and _UNSPACED.match(text, match.end()):
            continue  # a longer word: `可选参数 `a`, `b``
        inside = next(
            (t for t in pieces if t.kind is Kind.BRACKET and t.start < match.start() and match.end() <= t.end), None
        )
        if inside is not None:
            inner = _announced_inside(inside.text, words)
            if inner is not None:
                return inner
            continue
        chosen = _behind(pieces, at, phrase, words)
        if chosen is not None:
            return chosen
    return None


def _is_in_condition(text: str, at: int) -> bool:
    """Whether a place is in a condition at the head of a sentence: `When it is one of "a", "b", users can move it`.

    A colon or a dash ends the condition, and `When to run` is none.
    """
    lead = _SENTENCE.split(text[max(at - _LONGEST_SENTENCE, 0) : at])[-1].lstrip("-*( ")
    return _CASE_END.search(lead) is None and any_language().case_head.match(lead) is not None


def _is_of_other(text: str, pieces: Sequence[Token], at: int, name: str) -> bool:
    """Whether a phrase is about another field: `` where `kind` can be `` in the text for `rooms`."""
    before = next((token for token in reversed(pieces) if token.end <= at), None)
    if before is None or before.kind is not Kind.CODE or text[before.end : at].strip("` "):
        return False
    subject, own = folded(before.text), folded(name)
    return _IDENTIFIER.fullmatch(before.text) is not None and not (own.endswith(subject) or subject.endswith(own))


def _announced_inside(text: str, words: Words) -> Choices | None:
    """The values that a bracket announces: `(order enum: asc or desc, default to desc)`."""
    return announced_values(text, tokens(text, words), words)


def announced_behind(text: str, pieces: Sequence[Token], words: Words) -> Choices | None:
    """The values before a phrase for all of them, perhaps in brackets: `` `a`、`b`のいずれか ``, `等級 (A, B 중 하나)`."""
    if not has_phrase(text.casefold(), words.one_of_behind):
        return None
    for before, token in pairwise(pieces):
        is_list = token.kind is Kind.BRACKET and token.text.casefold().rstrip().endswith(words.one_of_behind)
        if is_list and before.kind not in DRESSED and _CLAUSE_END.match(text, token.end):
            return announced_behind(token.text, tokens(token.text, words), words)
    end = 0  # the end of the last list with too many values
    for at in range(len(pieces)):
        if at < end or not is_value(pieces[at]) or (at and pieces[at - 1].kind is pieces[at].kind):
            continue
        listing = read_listing(pieces, at, words)
        if listing is None or len(listing.values) < 2 or listing.behind >= len(pieces):
            continue
        if len(listing.values) > MOST:
            end = listing.behind
            continue
        behind = text[pieces[listing.behind - 1].end :].lstrip()
        if behind.casefold().startswith(words.one_of_behind):
            return chosen_from(listing, is_open=is_more(pieces, listing, words))
    return _words_before(text, words)


def _words_before(text: str, words: Words) -> Choices | None:
    """Bare words in a script without blanks, before a phrase at the end of their sentence: `下書き、公開のいずれか`.

    The list is open: the words may be for people, with others on the wire.
    """
    phrase = next((phrase for phrase in words.one_of_behind if phrase in text), None)
    if phrase is None or _sentence_end().match(text, text.index(phrase) + len(phrase)) is None:
        return None
    sentence = _SENTENCE.split(text[: text.index(phrase)])[-1]
    pieces = tokens(_topic().sub("", sentence), words)
    listing = read_listing(pieces, 0, words)
    if listing is None or listing.kind is not Kind.WORD or listing.behind < len(pieces) or any(listing.remarks):
        return None
    return None if any(_is_filler(value, words) for value in listing.values) else chosen_from(listing, is_open=True)


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[。.)）\n]|$|{any_language().closings})")


@cache
def _topic() -> re.Pattern[str]:
    """The topic at the head of a sentence: `状態は`."""
    return re.compile(rf"^[^、,，/|]*(?:{any_language().topics}|[:：])\s*")


def _behind(pieces: Sequence[Token], at: int, phrase: str, words: Words) -> Choices | None:
    """The values of the list behind a phrase. Bare words must stand right behind it."""
    is_direct = phrase in words.one_of or phrase in words.may_be or phrase.endswith((":", "：", "="))
    skipped, is_led = 0, False
    held = next((token for token in pieces[at:] if token.kind not in (Kind.REMARK, Kind.LINE)), None)
    if held is not None and _holds_list(held, phrase, words):
        inner = tokens(held.text, words)
        listing = read_listing(inner, 0, words)
        if listing is not None and len(listing.values) > 1 and listing.behind == len(inner):
            is_open = is_more(inner, listing, words) or _goes_on(pieces[pieces.index(held) + 1 :], listing)
            return chosen_from(listing, is_open=is_open)
    is_set_off = phrase.endswith((":", "：", "=")) or (at < len(pieces) and pieces[at].kind is Kind.REMARK)
    is_described = False  # words describe the values: `Possible values: names in `a`, `b``
    while at < len(pieces) and skipped <= _LEAD:
        token = pieces[at]
        if token.kind in (Kind.REMARK, Kind.LINE):
            is_direct = is_led = True
        elif token.kind in DRESSED or (token.kind in _VALUES_IN_TEXT and is_direct):
            listing = read_listing(pieces, at, words)
            if listing is not None and (chosen := _complete(pieces, listing, phrase, words, is_led=is_led)) is not None:
                return replace(chosen, is_open=chosen.is_open or is_described)
            if token.kind in DRESSED:
                if not is_led and token.kind is not Kind.STRONG and phrase in words.values:
                    skipped += 1
                    at += 1
                    is_direct = False
                    continue
                return None
            is_direct = False
        elif token.kind is Kind.WORD and token.text.casefold() in any_language().excluded:
            return None  # `Allowed values: texts without `<` and `>``
        elif token.kind in (Kind.END, Kind.MORE) or (token.kind is Kind.BRACKET and "`" in token.text):
            return None
        if token.kind is Kind.WORD and token.text.casefold() in words.copulas:
            is_direct = is_led = True
        elif token.kind not in (Kind.REMARK, Kind.LINE):
            if phrase in words.may_be:
                return None
            is_direct = False
            skipped += 1
            is_described = is_described or (is_set_off and token.kind is Kind.WORD and not _leads(token.text, words))
        at += 1
    return None


def _holds_list(token: Token, phrase: str, words: Words) -> bool:
    """Whether a single token behind a phrase may hold the list: `enum: [a, b]`, `one of: *a, b*`."""
    if token.kind is Kind.BRACKET:
        return phrase.rstrip(":：=") in words.values and not _are_ends(token.text, phrase, words)
    return token.kind in (Kind.EMPHASIS, Kind.STRONG) and _PARTED.search(token.text) is not None


def _are_ends(text: str, phrase: str, words: Words) -> bool:
    """Whether a bracket has the ends of a range: `[1, 100]`. The numbers 0 and 1 may be values, except of a range."""
    match = _TWO_NUMBERS.fullmatch(text)
    if match is None:
        return False
    return words.limit_words.announces_range(phrase) or float(match["most"]) - float(match["least"]) > 1


def _goes_on(rest: Sequence[Token], listing: Listing) -> bool:
    """Whether the sentence behind a bracket of values shows one more: ``(a, b) are old; `c` is new``."""
    sentence = takewhile(lambda token: token.kind not in (Kind.END, Kind.LINE), rest)
    return any(token.kind in DRESSED and token.text not in listing.values for token in sentence)


def _leads(word: str, words: Words) -> bool:
    """Whether a word merely leads to values, and neither is one nor describes them: `the`, `either`, `string`."""
    folded = word.casefold()
    entries = (words.no_values, words.types, words.one_of, words.copulas, words.alternatives)
    return any(folded in entry for entry in entries)


def _complete(pieces: Sequence[Token], listing: Listing, phrase: str, words: Words, *, is_led: bool) -> Choices | None:
    """The values of a list behind a phrase. They are open if the sentence goes on or has a phrase for more values."""
    if len(listing.values) < 2:
        return _only(pieces, listing, phrase, words)
    is_clean = ends_clean(pieces, listing, words)
    has_more = is_more(pieces, listing, words)
    if not is_clean and not has_more and (phrase in words.may_be or phrase in _LOOSE):
        return None
    if listing.kind in (Kind.WORD, Kind.EMPHASIS):
        if phrase in words.may_be and (has_more or (not is_led and not (is_clean and len(listing.values) > 2))):
            return None
        if not is_clean and not has_more:
            return None
        if any(_is_filler(value, words) for value in listing.values):
            return None
    return chosen_from(
        listing, is_open=has_more or not is_clean or (phrase in words.may_be and listing.kind is Kind.WORD)
    )


def _is_filler(value: str, words: Words) -> bool:
    """Whether a bare word is never a value: `the`, but not the letter `A`."""
    return (value if len(value) == 1 else value.casefold()) in words.no_values


def _only(pieces: Sequence[Token], listing: Listing, phrase: str, words: Words) -> Choices | None:
    """The only value behind a phrase for all values, at the end of the text: ``Allowed values: `machine` ``.

    A bare word stays open, since it may describe the values. So does a value behind "supported values".
    """
    rest = [token for token in pieces[listing.behind :] if token.kind not in (Kind.END, Kind.LINE)]
    value = listing.values[0]
    folded = value.casefold()
    is_known = any(folded in entry for entry in (words.types, words.marks, words.no_values, words.empty, words.signs))
    if (
        phrase not in words.values
        or rest
        or listing.has_remarks
        or is_known
        or _OF_WORDS.search(value)
        or is_range(value)
        or pieces[listing.begin - 1].kind is not Kind.REMARK
    ):
        return None
    is_bare = listing.kind in (Kind.WORD, Kind.EMPHASIS, Kind.NUMBER)
    if is_bare and (not value.isascii() or has_phrase(folded, words.more)):
        return None
    is_open = is_bare or phrase.startswith("supported") or is_more(pieces, listing, words)
    return chosen_from(listing, is_open=is_open, least=1)


def constant_value(text: str, pieces: Sequence[Token], words: Words) -> Choices | None:
    """The one value of a constant field, in a sentence about nothing else: `Always "card"`, `固定为1`, `"card" 固定`."""
    if not words.has_constant_cue(text.casefold()) or has_phrase(text.casefold(), words.more):
        return None
    for match in words.constant_phrase.finditer(text):
        is_behind = not _begins_sentence(text, match.start(), words)
        if is_inside(text, *match.span()) or (is_behind and not _begins_clause(text, match.start(), words)):
            continue
        at = next((index for index, token in enumerate(pieces) if token.start >= match.end()), len(pieces))
        while at < len(pieces) and pieces[at].kind is Kind.REMARK:
            at += 1
        begins_text = not text[: match.start()].strip() and match[0].casefold() not in words.may_be
        if at >= len(pieces):
            continue
        is_led = text[match.start() : pieces[at].start].rstrip().endswith((":", "："))
        if is_behind and not is_led and pieces[at].kind not in DRESSED:
            continue  # it may be a length: `密码, 固定32`
        if _is_constant(pieces, at, begins_text=begins_text, is_led=is_led):
            return _constant(pieces[at])
    ends_text = len(pieces) > 1 and words.constant_phrase.fullmatch(text[pieces[0].end :].strip(" .。")) is not None
    is_value_alone = ends_text and pieces[0].kind in (*DRESSED, Kind.NUMBER) and is_value(pieces[0])
    return _constant(pieces[0]) if is_value_alone and pieces[0].text.casefold() not in NULLS else None


def _is_constant(pieces: Sequence[Token], at: int, *, begins_text: bool, is_led: bool) -> bool:
    """Whether a token is the value of a phrase such as "always": it ends the sentence.

    begins_text  whether the phrase begins the text. Then a bare `in_app` is a value, too
    is_led       whether a colon ends the phrase. Then `USD` is one: `Fixed value: USD`, but not in `Always HTTPS`
    """
    token, behind = pieces[at], at + 1
    while behind < len(pieces) and pieces[behind].kind is Kind.BRACKET:
        behind += 1
    is_end = behind >= len(pieces) or (pieces[behind].kind in (Kind.END, Kind.LINE))
    is_bare = (
        token.kind is Kind.WORD and begins_text and all(following.kind is Kind.END for following in pieces[behind:])
    )
    is_name = _CONSTANT.fullmatch(token.text) is not None or (is_led and _CAPITALS.fullmatch(token.text) is not None)
    is_dressed = token.kind in (*DRESSED, Kind.NUMBER) or (is_bare and is_name)
    return is_end and is_dressed and is_value(token) and token.text.strip("\"'").casefold() not in NULLS


def _constant(token: Token) -> Choices:
    return Choices((token.text.strip("\"'"),), is_open=False, are_quoted=token.kind is Kind.QUOTED)


def _begins_sentence(text: str, at: int, words: Words) -> bool:
    """Whether a place begins a sentence, perhaps behind `this is`."""
    before = re.split(r"[.。！!?\n;；]\s*", text[:at])[-1].strip(" *_`(（").casefold()
    return not before or before in words.subjects


def _begins_clause(text: str, at: int, words: Words) -> bool:
    """Whether a place begins a clause behind one without a condition: ``协议版本, 固定为`1.0` ``."""
    sentences = re.split(r"[.。！!?\n;；]\s*", text[max(at - _LONGEST_SENTENCE, 0) : at])
    if len(sentences) == 1 and at > _LONGEST_SENTENCE:
        return False  # a condition may stand further ahead
    before = sentences[-1].strip().casefold()
    return before.endswith("，") and not has_condition(before, words) and not any(map(is_case, before.split("，")))
