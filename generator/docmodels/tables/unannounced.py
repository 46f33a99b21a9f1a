"""Lists that no phrase announces: a sentence of its own, values in brackets, or values with a remark each.

`asc` or `desc`        Account status (working, lock)        1 = open, 2 = closed
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from ..model.types import NULL
from ..regexes import regex
from .chosen import MOST, Choices, chosen_from, ends_clean, has_phrase, is_more
from .constants import integer
from .lexicon import Words, any_language
from .listing import Listing, listing
from .tokens import DRESSED, Kind, Token, is_unpacked, tokens

_PARTING = regex(r"[\W_]+|(?<=[a-z0-9])(?=[A-Z])")
_LEAD = 6  # tokens before a list that may say that these are no values
_FEWEST_SLASHED = 3  # `image/png` is one value


def unannounced(pieces: Sequence[Token], words: Words, *, has_values: bool) -> Choices | None:
    """The values of a list that is a sentence of its own, stands in brackets, or has a remark at each value.

    has_values  whether the name or the type of the field is one for a few values
    """
    if has_values and (slashed := _slashed(pieces, words)) is not None:
        return slashed
    behind = 0  # where the last list that is too long ends
    for at in _starts(pieces):
        listed = listing(pieces, at, words) if at >= behind else None
        if listed is None or len(listed.values) < 2:
            continue
        if len(listed.values) > MOST:
            behind = listed.behind
            continue
        is_whole = at == 0 and all(token.kind in (Kind.END, Kind.LINE) for token in pieces[listed.behind :])
        is_clean = ends_clean(pieces, listed, words)
        if (
            _are_examples(pieces, listed, words)
            or _are_excluded(pieces, listed)
            or _have_meanings_before(pieces, listed, words)
        ):
            continue
        has_null = any(words.types.get(value.casefold()) == NULL for value in listed.values)
        if is_unpacked(pieces[listed.begin]) and (has_null or not has_values):  # `Format: lat, lng` in one span of code
            continue
        if listed.kind in (Kind.CODE, Kind.QUOTED) and (is_clean or listed.is_told):
            return chosen_from(listed, is_open=not is_whole or is_more(pieces, listed, words))
        if _is_list_of_names(pieces, listed, words, at=at, is_clean=is_clean, has_values=has_values):
            return chosen_from(listed, is_open=True)
    for at, token in enumerate(pieces):
        is_beside_word = at > 0 and pieces[at - 1].kind is Kind.WORD
        if (
            token.kind is Kind.BRACKET
            and is_beside_word
            and (chosen := _bracketed(pieces, at, words, has_values=has_values)) is not None
        ):
            return chosen
    return None


def _slashed(pieces: Sequence[Token], words: Words) -> Choices | None:
    """The values of a text that is nothing but three or more words between slashes: `local/dev/staging`."""
    values = pieces[0].text.split("/") if len(pieces) == 1 and pieces[0].kind is Kind.WORD else ()
    if len(values) < _FEWEST_SLASHED or not all(
        is_token(v) and v.islower() and v not in words.no_values for v in values
    ):
        return None
    return Choices(tuple(dict.fromkeys(values)), is_open=True)


def _are_examples(pieces: Sequence[Token], listed: Listing, words: Words) -> bool:
    """Whether a phrase right before a list calls it examples or the default: `e.g. "EUR", "USD"`."""
    lead = " ".join(token.text for token in pieces[max(listed.begin - 4, 0) : listed.begin]).casefold()
    is_default = words.is_default(lead.removesuffix(":").strip().removesuffix(" values"))
    return has_phrase(lead, words.such_as) or lead.replace(" ", "").endswith(("e.g.", "i.e.", "ex.")) or is_default


def _are_excluded(pieces: Sequence[Token], listed: Listing) -> bool:
    """Whether the sentence before a list forbids its values: `must not be used: "a", "b"`."""
    lead = takewhile(lambda token: token.kind not in (Kind.END, Kind.LINE), reversed(pieces[: listed.begin]))
    return any(
        token.kind is Kind.WORD and token.text.casefold() in any_language().excluded for token in islice(lead, _LEAD)
    )


def _have_meanings_before(pieces: Sequence[Token], listed: Listing, words: Words) -> bool:
    """Whether words stand before the values that they mean, or may: `ascending: asc, descending: desc`, `Draft: draft`."""
    if listed.kind in DRESSED:
        return False
    if listed.values[0].casefold() in words.values:
        return True  # `Values: none, basic: the basic one`
    if listed.told_from == 0 and listed.values[0].casefold() in words.chosen:
        return True  # `Estado: abierto: open, cerrado: closed`
    is_behind_word = listed.begin > 0 and pieces[listed.begin - 1].kind is Kind.REMARK
    if is_behind_word and listed.told_from:
        return True
    is_pair = listed.told_from is not None and listed.kind is not Kind.NUMBER and all(map(is_token, listed.remarks))
    if not is_pair or are_symbols(listed.values):
        return False
    is_shorter = sum(map(len, listed.remarks)) < sum(map(len, listed.values))
    return is_shorter or any(v.casefold() == r.casefold() for v, r in zip(listed.values, listed.remarks, strict=True))


def _starts(pieces: Sequence[Token]) -> Iterator[int]:
    """The places at which a list may begin: the start, and behind a sentence, a line or a colon."""
    if pieces:
        yield 0
    for index, token in enumerate(pieces[:-1]):
        if index == 0 and token.kind is Kind.BRACKET:
            yield 1  # a mark: `[Optional] …`
        if token.kind is Kind.WORD and [each.kind for each in pieces[index + 1 : index + 3]] == [
            Kind.NUMBER,
            Kind.REMARK,
        ]:
            yield index + 1  # `Status 0: open, 1: closed`
        is_numbered = token.kind is Kind.COMMA and pieces[index + 1].kind is Kind.NUMBER
        is_coded = token.kind is Kind.COMMA and all(each.kind is Kind.CODE for each in pieces[index + 1 : index + 3])
        if (
            is_numbered
            or is_coded
            or (token.kind in (Kind.END, Kind.LINE, Kind.REMARK) and pieces[index + 1].kind is not token.kind)
        ):
            yield index + 1


def _is_list_of_names(
    pieces: Sequence[Token], listed: Listing, words: Words, *, at: int, is_clean: bool, has_values: bool
) -> bool:
    """Whether a list of bare words or numbers is one of values: by remarks, capitals, or a word such as "status"."""
    if _are_types(listed, words, has_values=has_values):
        return False
    has_remarks = listed.is_told and len(set(listed.remarks)) > 1
    if listed.kind is Kind.NUMBER:
        return has_remarks and all(integer(value) is not None for value in listed.values)
    if listed.kind is Kind.STRONG and all(map(is_token, listed.values)):
        return is_clean or has_remarks or (at == 0 and listed.is_parted)
    if listed.kind not in (Kind.WORD, Kind.EMPHASIS):
        return False
    if are_symbols(listed.values):
        return has_remarks or is_clean or (at == 0 and listed.is_parted)
    has_values = has_values or (at > 1 and is_kind(pieces[at - 2].text, words))
    if has_remarks:
        return has_values and all(map(is_token, listed.values))
    if not is_clean or not all(map(is_token, listed.values)):
        return False
    if at == 0:
        marks = {token.text for token in pieces[: listed.behind] if token.kind is Kind.COMMA}
        is_both = any(token.text.casefold() in words.both for token in pieces[listed.begin : listed.behind])
        is_parted = (
            listed.is_parted or marks == {"|"} or (marks == {"/"} and has_values and listed.behind == len(pieces))
        )
        return (
            is_parted
            and (has_values or not is_both)  # `trim and sort` tells what is done
            and len(set(listed.values)) == len(listed.values)
            and all(value.islower() for value in listed.values)
        )
    return has_values and pieces[at - 1].kind is Kind.REMARK


def _bracketed(pieces: Sequence[Token], at: int, words: Words, *, has_values: bool) -> Choices | None:
    """The values in brackets that hold nothing else: `(CALL, URL, REPLY)`, `(1=normal, 2=halted)`."""
    inner = tokens(pieces[at].text, words)
    listed = listing(inner, 0, words)
    if listed is None or len(listed.values) < 2:
        return None
    rest = inner[listed.behind :]
    if any(token.kind not in (Kind.END, Kind.LINE) for token in rest) or _have_meanings_before(inner, listed, words):
        return None
    if _are_types(listed, words, has_values=has_values):
        return None
    has_values = has_values or is_kind(pieces[at - 1].text, words)
    is_first = not any(token.kind is Kind.END for token in pieces[:at])
    has_remarks = listed.is_told and len(set(listed.remarks)) > 1
    if listed.kind is Kind.NUMBER:
        is_choice = has_remarks
    elif listed.kind in (Kind.CODE, Kind.QUOTED) or are_symbols(listed.values):
        is_choice = is_first or has_values
    elif has_remarks and all(value.isascii() and value.isupper() for value in listed.values):
        is_choice = True  # `(F: female, M: male)`
    else:
        is_choice = has_values and all(map(is_token, listed.values)) and listed.kind is Kind.WORD
    return chosen_from(listed, is_open=True) if is_choice else None


def _are_types(listed: Listing, words: Words, *, has_values: bool) -> bool:
    """Whether a list is one of types or marks instead of values: `string or number`, `optional, nullable`."""
    strange = [v in words.types or v in words.marks or v in words.empty for v in map(str.casefold, listed.values)]
    return not has_values and (all(strange) if are_symbols(listed.values) else any(strange))


def are_symbols(values: Sequence[str]) -> bool:
    """Whether all values are written as constants are: `OPEN`, `PARTLY_FILLED`, `VD`."""
    return all(len(v) > 1 and v.isascii() and v.upper() == v and any(map(str.isalpha, v)) for v in values)


def is_token(value: str) -> bool:
    return value.isascii() and re.fullmatch(r"[A-Za-z0-9][\w.+-]*", value) is not None


def is_kind(text: str, words: Words) -> bool:
    """Whether the last word of a name or text is one such as "status": `accountStatus`."""
    last = _PARTING.split(text.strip())[-1:]
    return bool(last) and last[0].casefold() in words.chosen
