"""The values that a field may have, as a cell or a description lists them: one reader for all that people write.

Possible values: `low`, `high`            complete, so closed
One of low, normal or high.               complete
`asc` or `desc`                           the whole cell is the list: complete
Such as `low`, `high`                     examples, so open
Account status (working, lock)            no word says that these are all: open
1 = open, 2 = closed                      open
1=open 2=closed                           open
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frozen import frozen
from ..model.types import (
    ANY,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    Link,
    ListOf,
    Nullable,
    Primitive,
    Scalar,
    Type,
    nullable,
    union,
)
from .bounds import is_range
from .constants import integer
from .lexicon import Words
from .listing import DRESSED, NULLS, Kind, Listing, Token, is_value, listing, plain, tokens
from .paired import paired

_LONGEST = 6_000  # characters of a text that is looked through
_LEAD = 7  # words between the phrase that announces values and the first of them
_LOOSE = frozenset({"either"})  # what it is about may stand behind the list: `either A or B objects`
_MOST = 500  # values that anybody lists in a cell
_FLAT = frozenset({Kind.NUMBER, Kind.WORD})
_RANGE = re.compile(r"\d+\s*[-~–]\s*\d+")
# `["disk", "memory"]`. Numbers in brackets may be the ends of a range.
_ARRAY = re.compile(r"\[\s*(?P<values>[\"'“`][^\[\]]{0,2000}[\"'”`])\s*\]")
_HINTS = re.compile(r"[`\"“「«„'‘|/(（,、，=:：;；\n]")


@frozen()
class Choices:
    """The values that a text lists, as it shows them.

    is_open     other values may occur: the text says so, or does not say that these are all
    has_null    null is among them
    are_quoted  the text shows them in quotes, so that digits are a text
    is_announced  the text says that these are values
    default     the value that is marked as the default; None where none is
    """

    values: tuple[str, ...]
    is_open: bool
    has_null: bool = False
    are_quoted: bool = False
    is_announced: bool = True
    default: str | None = None


def choices(text: str, words: Words, name: str = "") -> Choices | None:
    """The values that a description lists; None where it lists none, or where it is not plain that these are values.

    name  the name of the field
    """
    text = plain(text[:_LONGEST])
    has_cue = words.has_cue(text.casefold())
    if not has_cue and not _HINTS.search(text) and not _is_short(text):
        return None
    found = tokens(text, words)
    if has_cue and (announced := _announced(text, found, words)) is not None:
        return announced
    if (followed := _announced_behind(text, found, words)) is not None:
        return followed
    if (constant := _constant(text, found, words)) is not None:
        return constant
    alone = _unannounced(found, words, name)
    if alone is None and (values := paired(text)):
        alone = Choices(values, is_open=True)
    return None if alone is None else replace(alone, is_announced=False)


def cell_choices(text: str, words: Words) -> Choices | None:
    """The values that a cell lists which holds nothing else, as in a column of values: closed where the cell says no more."""
    text = plain(text[:_LONGEST]).strip()
    if is_range(text):
        return None
    if (array := _ARRAY.fullmatch(text)) is not None:
        text = array["values"]
    found = tokens(text, words)
    if (announced := _announced(text, found, words)) is not None:
        return announced
    start = 0
    while start < len(found) and found[start].kind in (Kind.LINE, Kind.REMARK):
        start += 1
    shown = listing(found, start, words)
    if shown is None or len(shown.values) > _MOST:
        return None
    rest = [token for token in found[shown.behind :] if token.kind not in (Kind.LINE, Kind.END)]
    is_open = bool(rest) or _is_more(found, shown, words)
    if shown.kind in _FLAT and (is_open or any(token.kind is not Kind.BRACKET for token in rest)):
        return None  # words, or a list that is cut off: `BTC, ETH …`
    if any(_RANGE.fullmatch(value) for value in shown.values):
        return None
    if shown.kind in _FLAT and len(shown.values) == 1 and (shown.is_told or not _is_token(shown.values[0])):
        return None  # a word in another script describes the values; two ends of codes are a range
    return _chosen(shown, is_open=is_open, least=2 if is_open else 1)


def found_in_cell(text: str, words: Words) -> tuple[str, Choices, Sequence[Token]] | None:
    """What a cell of types says before a list of values, these, and what it says behind them; None where it lists none.

    `string ("a", "b")`, `enum: a, b`, `string, one of "a", "b"`, `"a", "b" or null`
    """
    text = plain(text[:_LONGEST])
    found = tokens(text, words)
    cue = next((match for match in words.cue.finditer(text) if not _is_inside(text, match.start(), match.end())), None)
    is_announced = cue is not None
    start = next((index for index, token in enumerate(found) if cue is not None and token.start >= cue.end()), 0)
    before = text[: cue.start()] if cue is not None else None
    for at in range(start, len(found)):
        token = found[at]
        if token.kind is Kind.BRACKET:
            inner = tokens(token.text, words)
            chosen = _bracketed_in_cell(token.text, inner, words, is_announced=is_announced)
            if chosen is not None:
                return text[: token.start] if before is None else before, chosen, found[at + 1 :]
        elif is_value(token):
            shown = listing(found, at, words)
            is_typed = _is_typed(text[: token.start], words)
            if shown is None or not _are_values(shown, words, is_announced=is_announced, is_typed=is_typed):
                if is_announced or token.kind in DRESSED:
                    return None
                continue
            chosen = _chosen(shown, is_open=_is_more(found, shown, words))
            lead = text[: token.start] if before is None else before
            return None if chosen is None else (lead, chosen, found[shown.behind :])
    return None


def _bracketed_in_cell(text: str, inner: Sequence[Token], words: Words, *, is_announced: bool) -> Choices | None:
    announced = _announced(text, inner, words)
    if announced is not None:
        return announced
    shown = listing(inner, 0, words)
    if shown is None or shown.behind < len(inner) or not _are_values(shown, words, is_announced=is_announced):
        return None
    return _chosen(shown, is_open=False)


def _is_typed(lead: str, words: Words) -> bool:
    """Whether only a type stands before a list, and a mark that parts them: ``string, `a` or `b` ``."""
    return lead.rstrip()[-1:] in tuple(",;:，；：") and lead.strip(" \t,;:，；：").casefold() in words.types


def _are_values(shown: Listing, words: Words, *, is_announced: bool, is_typed: bool = False) -> bool:
    """Whether a list in a cell of types is one of values: in quotes, or announced, or in code and named like no model."""
    strange = [value.casefold() in words.types for value in shown.values]
    are_types = (all(strange) and not is_announced) if shown.kind is Kind.QUOTED else any(strange)
    if len(shown.values) < 2 or are_types:
        return False
    if shown.kind is Kind.QUOTED or is_announced:
        return True
    is_plain = is_typed or not shown.is_parted
    return shown.kind is Kind.CODE and is_plain and all(v.islower() or v.isupper() for v in shown.values)


def narrowed_to(kind: Type, chosen: Choices | None, *, is_enumeration: bool = False) -> Type:
    """The type, with the values that it may have; the type itself where these are no values of it.

    is_enumeration  the type only says that there is a fixed set of values, which may be numbers
    """
    if chosen is None:
        return kind
    match kind:
        case Nullable(item):
            return nullable(narrowed_to(item, chosen, is_enumeration=is_enumeration))
        case ListOf(item):
            return ListOf(narrowed_to(item, chosen, is_enumeration=is_enumeration))
        case Link(href="", fallback=None):
            constant = _as_constant(chosen, ANY)
            return kind if constant is None else _with_fallback(kind, constant, chosen)
        case Primitive() if is_enumeration or kind == ANY:
            constant = _as_constant(chosen, ANY)
            base: Type = INTEGER if constant is not None and isinstance(constant.values[0], int) else STRING
        case Primitive():
            constant = _as_constant(chosen, kind)
            base = INTEGER if kind == NUMBER and constant is not None else kind  # values without a fraction
        case _:
            return kind
    if constant is None:
        return kind
    whole = union(constant, base) if chosen.is_open else constant
    return nullable(whole) if chosen.has_null else whole


def _with_fallback(link: Link, constant: Constant, chosen: Choices) -> Type:
    base: Type = INTEGER if isinstance(constant.values[0], int) else STRING
    whole = union(constant, base) if chosen.is_open else constant
    return Link(link.href, link.label, link.place, whole, link.is_whole, link.is_hint)


def _as_constant(chosen: Choices, kind: Primitive) -> Constant | None:
    """The values in a field of a type; None where one does not fit it."""
    numbers = [integer(value) for value in chosen.values]
    whole = tuple(number for number in numbers if number is not None)
    match kind.scalar:
        case Scalar.STRING if not kind.format:
            is_plain = chosen.is_announced or chosen.are_quoted or len(whole) < len(numbers)
            return Constant(chosen.values) if is_plain else None
        case Scalar.ANY if len(whole) == len(numbers) and not chosen.are_quoted:
            return Constant(whole)
        case Scalar.ANY:
            return Constant(chosen.values)
        case Scalar.INTEGER | Scalar.NUMBER | Scalar.DECIMAL if len(whole) == len(numbers):
            return Constant(whole)
        case _:
            return None


def may_choose(kind: Type) -> bool:
    """Whether a text may list the values of a type."""
    match kind:
        case Nullable(item) | ListOf(item):
            return may_choose(item)
        case Primitive(Scalar.STRING, ""):
            return True
        case Primitive(Scalar.ANY | Scalar.INTEGER | Scalar.NUMBER | Scalar.DECIMAL):
            return True
        case Link(href="", fallback=None):
            return True
        case _:
            return False


def _is_short(text: str) -> bool:
    return len(text) <= 80


def _chosen(shown: Listing, *, is_open: bool, least: int = 2) -> Choices | None:
    """The values of a list, null and twins left out; None where too few are left to be a choice."""
    values = tuple(dict.fromkeys(value for value in shown.values if value not in NULLS))
    if not least <= len(values) <= _MOST:
        return None
    has_null = shown.has_null or any(value in NULLS for value in shown.values)
    return Choices(values, is_open, has_null, shown.kind is Kind.QUOTED, default=shown.default)


# Lists behind a phrase that announces them


def _announced(text: str, found: Sequence[Token], words: Words) -> Choices | None:
    """The values behind a phrase that announces all of them."""
    for match in words.cue.finditer(text):
        if _is_inside(text, match.start(), match.end()):
            continue
        at = next((index for index, token in enumerate(found) if token.start >= match.end()), len(found))
        phrase = " ".join(match[0].casefold().split())
        inside = next(
            (t for t in found if t.kind is Kind.BRACKET and t.start < match.start() and match.end() <= t.end), None
        )
        if inside is not None:
            inner = _announced_inside(inside.text, words)
            if inner is not None:
                return inner
            continue
        chosen = _behind(found, at, phrase, words)
        if chosen is not None:
            return chosen
    return None


def _announced_inside(text: str, words: Words) -> Choices | None:
    """The values that a bracket announces: `(order enum: asc or desc, default to desc)`."""
    return _announced(text, tokens(text, words), words)


def _announced_behind(text: str, found: Sequence[Token], words: Words) -> Choices | None:
    """The values before a phrase that says that these are all: `` `a`、`b`のいずれか ``."""
    if not _has(text.casefold(), words.one_of_behind):
        return None
    for at in range(len(found)):
        if not is_value(found[at]) or (at and found[at - 1].kind is found[at].kind):
            continue
        shown = listing(found, at, words)
        if shown is None or len(shown.values) < 2 or shown.behind >= len(found):
            continue
        behind = text[found[shown.behind - 1].end :].lstrip()
        if behind.casefold().startswith(words.one_of_behind):
            return _chosen(shown, is_open=_is_more(found, shown, words))
    return None


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a phrase is a part of a longer word."""
    if (
        start
        and text[start].isascii()
        and text[start].isalnum()
        and (text[start - 1].isalnum() or text[start - 1] in "_`")
    ):
        return True
    return (
        end < len(text)
        and text[end - 1].isascii()
        and text[end - 1].isalnum()
        and text[end].isalnum()
        and text[end].isascii()
    )


def _behind(found: Sequence[Token], at: int, phrase: str, words: Words) -> Choices | None:
    """The values of the list that a phrase leads to; bare words must stand right behind it."""
    is_direct = phrase in words.one_of or phrase in words.may_be or phrase.endswith((":", "：", "="))
    skipped, is_led = 0, False
    bracketed = at < len(found) and found[at].kind is Kind.BRACKET
    if bracketed and phrase in words.values:
        inner = tokens(found[at].text, words)
        shown = listing(inner, 0, words)
        if shown is not None and len(shown.values) > 1 and shown.behind == len(inner):
            return _chosen(shown, is_open=False)
    while at < len(found) and skipped <= _LEAD:
        token = found[at]
        if token.kind in (Kind.REMARK, Kind.LINE):
            is_direct = is_led = True
        elif token.kind in DRESSED or (token.kind in VALUES_IN_TEXT and is_direct):
            shown = listing(found, at, words)
            if shown is not None and (chosen := _complete(found, shown, phrase, words, is_led=is_led)) is not None:
                return chosen
            if token.kind in DRESSED:
                if not is_led and token.kind is not Kind.STRONG and phrase in words.values:
                    skipped += 1
                    at += 1
                    is_direct = False
                    continue
                return None
            is_direct = False
        elif token.kind in (Kind.END, Kind.MORE) or (token.kind is Kind.BRACKET and "`" in token.text):
            return None
        if token.kind is Kind.WORD and token.text.casefold() in words.copulas:
            is_direct = is_led = True
        elif token.kind not in (Kind.REMARK, Kind.LINE):
            if phrase in words.may_be:
                return None
            is_direct = False
            skipped += 1
        at += 1
    return None


VALUES_IN_TEXT = frozenset({Kind.NUMBER, Kind.WORD, Kind.EMPHASIS})


def _complete(found: Sequence[Token], shown: Listing, phrase: str, words: Words, *, is_led: bool) -> Choices | None:
    """The values of a list behind a phrase; open where the text goes on in its sentence, or says that there are more."""
    if len(shown.values) < 2:
        return None
    is_clean = _ends_clean(found, shown, words)
    is_more = _is_more(found, shown, words)
    if not is_clean and not is_more and (phrase in words.may_be or phrase in _LOOSE):
        return None
    if shown.kind in (Kind.WORD, Kind.EMPHASIS):
        if phrase in words.may_be and (is_more or (not is_led and not (is_clean and len(shown.values) > 2))):
            return None
        if not is_clean and not is_more:
            return None
        if any(value.casefold() in words.no_values for value in shown.values):
            return None
    return _chosen(shown, is_open=is_more or not is_clean or (phrase in words.may_be and shown.kind is Kind.WORD))


def _ends_clean(found: Sequence[Token], shown: Listing, words: Words) -> bool:
    """Whether a list ends its sentence, or what follows only tells of the default and the marks of the field."""
    at = shown.behind
    while at < len(found) and found[at].kind is Kind.BRACKET:
        at += 1
    if at < len(found) and found[at].text.casefold() in words.copulas:
        at += 1
    if at >= len(found) or found[at].kind in (Kind.END, Kind.LINE):
        return True
    if found[at].kind is Kind.COMMA and at + 1 < len(found):
        at += 1
        rest = " ".join(token.text for token in found[at : at + 4]).casefold()
        return words.default_phrase.match(rest) is not None or words.mark_phrase.match(rest) is not None
    return False


def _is_more(found: Sequence[Token], shown: Listing, words: Words) -> bool:
    """Whether the text says that there are values besides those of a list."""
    before = shown.begin
    while before and found[before - 1].kind is not Kind.END:
        before -= 1
    lead = " ".join(token.text for token in found[before : shown.begin]).casefold()
    behind = " ".join(token.text for token in found[shown.behind :]).casefold()
    return (
        _has(lead, words.such_as)
        or _has(lead, words.more)
        or _has(behind, words.more)
        or any(_has(remark.casefold(), words.more) for remark in shown.remarks[-1:])
        or any(token.kind is Kind.MORE for token in found[shown.begin : shown.behind + 2])
    )


def _has(text: str, phrases: Sequence[str]) -> bool:
    """Whether one of some phrases stands in a text as words of their own."""
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            before = at and text[at - 1].isalnum() and text[at].isascii()
            behind = end < len(text) and text[end].isalnum() and text[end - 1].isascii() and text[end - 1].isalnum()
            if not before and not behind:
                return True
            at = text.find(phrase, at + 1)
    return False


# "Always `card`."


def _constant(text: str, found: Sequence[Token], words: Words) -> Choices | None:
    """The one value of a sentence that says no more: `Always "card"`, `Must be "card".`"""
    if not words.has_constant_cue(text.casefold()):
        return None
    for match in words.constant_phrase.finditer(text):
        if _is_inside(text, match.start(), match.end()) or not _begins_sentence(text, match.start(), words):
            continue
        at = next((index for index, token in enumerate(found) if token.start >= match.end()), len(found))
        while at < len(found) and found[at].kind is Kind.REMARK:
            at += 1
        if at >= len(found) or found[at].kind not in DRESSED or not is_value(found[at]):
            continue
        behind = at + 1
        while behind < len(found) and found[behind].kind is Kind.BRACKET:
            behind += 1
        if behind < len(found) and found[behind].kind not in (Kind.END, Kind.LINE):
            continue
        value = found[at].text.strip("\"'")
        if value.casefold() in NULLS or _has(text.casefold(), words.more):
            continue
        return Choices((value,), is_open=False, are_quoted=found[at].kind is Kind.QUOTED)
    return None


def _begins_sentence(text: str, at: int, words: Words) -> bool:
    """Whether a place begins a sentence, or only `this is` and the like stand before it."""
    before = re.split(r"[.。！!?\n;；]\s*", text[:at])[-1].strip(" *_`(（").casefold()
    return not before or before in words.subjects


# Lists that no phrase announces


def _unannounced(found: Sequence[Token], words: Words, name: str) -> Choices | None:
    """The values of a list that is a sentence of its own, stands in brackets, or has a remark at each value."""
    for at in _starts(found):
        shown = listing(found, at, words)
        if shown is None or len(shown.values) < 2:
            continue
        is_whole = at == 0 and all(token.kind in (Kind.END, Kind.LINE) for token in found[shown.behind :])
        is_clean = _ends_clean(found, shown, words)
        if _are_examples(found, shown, words):
            continue
        if shown.kind in (Kind.CODE, Kind.QUOTED) and (is_clean or shown.is_told):
            return _chosen(shown, is_open=not is_whole or _is_more(found, shown, words))
        if _is_list_of_names(found, shown, words, name, at=at, is_clean=is_clean):
            return _chosen(shown, is_open=True)
    for at, token in enumerate(found):
        is_beside_word = at > 0 and found[at - 1].kind is Kind.WORD
        if token.kind is Kind.BRACKET and is_beside_word and (chosen := _bracketed(found, at, words, name)) is not None:
            return chosen
    return None


def _are_examples(found: Sequence[Token], shown: Listing, words: Words) -> bool:
    """Whether a phrase right before a list says that these are only examples: `e.g. "EUR", "USD"`."""
    lead = " ".join(token.text for token in found[max(shown.begin - 4, 0) : shown.begin]).casefold()
    return _has(lead, words.such_as) or lead.replace(" ", "").endswith(("e.g.", "i.e.", "ex."))


def _starts(found: Sequence[Token]) -> Iterator[int]:
    """Where a list may begin: at the start, behind a sentence, a line or a colon."""
    if found:
        yield 0
    for index, token in enumerate(found[:-1]):
        if index == 0 and token.kind is Kind.BRACKET:
            yield 1  # a mark: `[Optional] …`
        is_numbered = token.kind is Kind.COMMA and found[index + 1].kind is Kind.NUMBER
        is_coded = token.kind is Kind.COMMA and all(each.kind is Kind.CODE for each in found[index + 1 : index + 3])
        if (
            is_numbered
            or is_coded
            or (token.kind in (Kind.END, Kind.LINE, Kind.REMARK) and found[index + 1].kind is not token.kind)
        ):
            yield index + 1


def _is_list_of_names(
    found: Sequence[Token], shown: Listing, words: Words, name: str, *, at: int, is_clean: bool
) -> bool:
    """Whether a list of bare words or numbers is one of values: by remarks, capitals, or a word for what has values."""
    if _are_types(shown, words, name):
        return False
    has_remarks = shown.is_told and len(set(shown.remarks)) > 1
    if shown.kind is Kind.NUMBER:
        return has_remarks and all(integer(value) is not None for value in shown.values)
    if shown.kind is Kind.STRONG and all(map(_is_token, shown.values)):
        return is_clean or has_remarks or (at == 0 and shown.is_parted)
    if shown.kind not in (Kind.WORD, Kind.EMPHASIS):
        return False
    if _are_symbols(shown.values):
        return has_remarks or is_clean or (at == 0 and shown.is_parted)
    is_kind = _is_kind(name, words) or (at > 1 and _is_kind(found[at - 2].text, words))
    if has_remarks:
        return is_kind and all(map(_is_token, shown.values))
    if not is_clean or not all(map(_is_token, shown.values)):
        return False
    if at == 0:
        return (
            shown.is_parted
            and len(set(shown.values)) == len(shown.values)
            and all(value.islower() for value in shown.values)
        )
    return is_kind and found[at - 1].kind is Kind.REMARK


def _bracketed(found: Sequence[Token], at: int, words: Words, name: str) -> Choices | None:
    """The values in brackets that hold nothing else: `(CALL, URL, REPLY)`, `(1=normal, 2=halted)`."""
    inner = tokens(found[at].text, words)
    shown = listing(inner, 0, words)
    if shown is None or len(shown.values) < 2:
        return None
    rest = inner[shown.behind :]
    if any(token.kind not in (Kind.END, Kind.LINE) for token in rest) or _are_types(shown, words, name):
        return None
    is_kind = _is_kind(name, words) or _is_kind(found[at - 1].text, words)
    is_first = not any(token.kind is Kind.END for token in found[:at])
    has_remarks = shown.is_told and len(set(shown.remarks)) > 1
    if shown.kind is Kind.NUMBER:
        is_choice = has_remarks
    elif shown.kind in (Kind.CODE, Kind.QUOTED) or _are_symbols(shown.values):
        is_choice = is_first or is_kind
    else:
        is_choice = is_kind and all(map(_is_token, shown.values)) and shown.kind is Kind.WORD
    return _chosen(shown, is_open=True) if is_choice else None


def _are_types(shown: Listing, words: Words, name: str) -> bool:
    """Whether a list is one of types or marks instead of values: `string or number`, `optional, nullable`."""
    strange = [v in words.types or v in words.marks or v in words.empty for v in map(str.casefold, shown.values)]
    return (
        all(strange) and not _is_kind(name, words)
        if _are_symbols(shown.values)
        else any(strange) and not _is_kind(name, words)
    )


def _are_symbols(values: Sequence[str]) -> bool:
    """Whether all values are written as constants are: `OPEN`, `PARTLY_FILLED`, `VD`."""
    return all(len(v) > 1 and v.isascii() and v.upper() == v and any(map(str.isalpha, v)) for v in values)


def _is_token(value: str) -> bool:
    return value.isascii() and re.fullmatch(r"[A-Za-z0-9][\w.+-]*", value) is not None


def _is_kind(text: str, words: Words) -> bool:
    """Whether the last word of a name or text is one for what has a fixed set of values: `accountStatus`."""
    last = re.split(r"[\W_]+|(?<=[a-z0-9])(?=[A-Z])", text.strip())[-1:]
    return bool(last) and last[0].casefold() in words.chosen
