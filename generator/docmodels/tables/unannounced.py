"""Lists of values without a phrase that announces them: a sentence, brackets, or a remark at each value.

`asc` or `desc`        Account status (working, lock)        1 = open, 2 = closed
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from ..model.types import NULL
from ..patterns import regex
from .chosen import MOST, Choices, chosen_from, ends_clean, has_phrase, is_more
from .constants import integer
from .lexicon import Words, any_language
from .listing import Listing, may_begin, read_listing
from .tokens import DRESSED, Kind, Token, is_unpacked, tokens

_PARTING = regex(r"[\W_]+|(?<=[a-z0-9])(?=[A-Z])")
_LEAD = 6  # tokens before a list that may deny its values
_FEWEST_SLASHED = 3  # `image/png` is one value


def unannounced(pieces: Sequence[Token], words: Words, *, has_values: bool) -> Choices | None:
    """The values of a list without a phrase before it: a sentence, brackets, or a remark at each value.

    has_values  whether the name or the type of the field suggests a few fixed values
    """
    if has_values and (slashed := _slashed(pieces, words)) is not None:
        return slashed
    behind = 0  # the end of the last list with too many values
    for at in _starts(pieces, words):
        listing = read_listing(pieces, at, words) if at >= behind and may_begin(pieces, at) else None
        if listing is None or len(listing.values) < 2:
            continue
        if _is_apposition(pieces, at) and (
            not listing.has_conjunction
            or _has_both(pieces, listing, words)
            or not (has_values or is_kind(pieces[at - 2].text, words) or is_kind(pieces[0].text, words))
        ):
            continue  # ``Sorted by name, `asc`, `desc` ``, ``Overrides the ends, `min` and `max` ``, ``On Windows, `a` or `b` ``
        if len(listing.values) > MOST:
            behind = listing.behind
            continue
        fills_text = at == 0 and all(token.kind in (Kind.END, Kind.LINE) for token in pieces[listing.behind :])
        is_clean = ends_clean(pieces, listing, words) or _ends_with_default(listing, words)
        if (
            _are_examples(pieces, listing, words)
            or _are_excluded(pieces, listing)
            or _have_meanings_before(pieces, listing, words)
            or not words.ends.isdisjoint(listing.remarks)  # `0以上、100未満`
        ):
            continue
        has_null = any(words.types.get(value.casefold()) == NULL for value in listing.values)
        if is_unpacked(pieces[listing.begin]) and (
            has_null or not has_values
        ):  # `Format: lat, lng` in one span of code
            continue
        if listing.kind in (Kind.CODE, Kind.QUOTED) and (is_clean or listing.has_remarks):
            return chosen_from(listing, is_open=not fills_text or is_more(pieces, listing, words))
        if _is_list_of_names(pieces, listing, words, at=at, is_clean=is_clean, has_values=has_values):
            return chosen_from(listing, is_open=True)
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
    """The values of a text of three or more words with slashes between them, and nothing else: `local/dev/staging`."""
    values = pieces[0].text.split("/") if len(pieces) == 1 and pieces[0].kind is Kind.WORD else ()
    if len(values) < _FEWEST_SLASHED or not all(
        is_token(v) and v.islower() and v not in words.no_values for v in values
    ):
        return None
    return Choices(tuple(dict.fromkeys(values)), is_open=True)


def _are_examples(pieces: Sequence[Token], listing: Listing, words: Words) -> bool:
    """Whether a phrase right before a list calls it examples or the default: `e.g. "EUR", "USD"`."""
    lead = " ".join(token.text for token in pieces[max(listing.begin - 4, 0) : listing.begin]).casefold()
    is_default = words.default_words.is_remark(lead.removesuffix(":").strip().removesuffix(" values"))
    lead = lead.replace(" .", ".")  # `bijv.` is two tokens
    return has_phrase(lead, words.such_as) or lead.replace(" ", "").endswith(("e.g.", "i.e.", "ex.")) or is_default


def _are_excluded(pieces: Sequence[Token], listing: Listing) -> bool:
    """Whether the sentence before a list forbids its values: `must not be used: "a", "b"`."""
    lead = takewhile(lambda token: token.kind not in (Kind.END, Kind.LINE), reversed(pieces[: listing.begin]))
    return any(
        token.kind is Kind.WORD and token.text.casefold() in any_language().excluded for token in islice(lead, _LEAD)
    )


def _have_meanings_before(pieces: Sequence[Token], listing: Listing, words: Words) -> bool:
    """Whether meanings may stand before the values, not behind: `ascending: asc, descending: desc`, `Draft: draft`."""
    if listing.kind in DRESSED:
        return False
    if listing.values[0].casefold() in words.values:
        return True  # `Values: none, basic: the basic one`
    if listing.first_remark == 0 and listing.values[0].casefold() in words.chosen:
        return True  # `Estado: abierto: open, cerrado: closed`
    is_behind_word = listing.begin > 0 and pieces[listing.begin - 1].kind is Kind.REMARK
    if is_behind_word and listing.first_remark:
        return True
    is_pair = (
        listing.first_remark is not None and listing.kind is not Kind.NUMBER and all(map(is_token, listing.remarks))
    )
    if not is_pair or are_symbols(listing.values):
        return False
    is_shorter = sum(map(len, listing.remarks)) < sum(map(len, listing.values))
    return is_shorter or any(v.casefold() == r.casefold() for v, r in zip(listing.values, listing.remarks, strict=True))


def _ends_with_default(listing: Listing, words: Words) -> bool:
    """Whether a list ends with a default, behind which the sentence goes on: `"asc", "desc" (default is "asc"), see below`."""
    last = listing.remarks[-1].casefold()
    return listing.kind in DRESSED and words.default_words.phrase.match(last) is not None


def _is_apposition(pieces: Sequence[Token], at: int) -> bool:
    """Whether a value stands between a word with a comma and another value: ``Side, `buy` or `sell` ``."""
    before, after = (
        [token.kind for token in pieces[max(at - 2, 0) : at]],
        [token.kind for token in pieces[at : at + 2]],
    )
    return before == [Kind.WORD, Kind.COMMA] and after[0] in DRESSED and after[1:] in ([Kind.COMMA], [Kind.OR])


def _starts(pieces: Sequence[Token], words: Words) -> Iterator[int]:
    """The places at which a list may begin: the start, and behind a sentence, a line, a colon, or a word with a comma."""
    is_conditional = bool(pieces) and words.condition.match(pieces[0].text.casefold()) is not None
    if pieces:
        yield 0
    kinds = [token.kind for token in pieces]
    for at, (kind, following) in enumerate(pairwise(kinds), 1):
        if at == 1 and kind is Kind.BRACKET:
            yield at  # a mark: `[Optional] …`
        elif kind is Kind.WORD:
            if following is Kind.NUMBER and kinds[at + 1 : at + 2] == [Kind.REMARK]:
                yield at  # `Status 0: open, 1: closed`
        elif kind is Kind.COMMA:
            is_listed = following is Kind.NUMBER or all(value is Kind.CODE for value in kinds[at : at + 2])
            if is_listed or (not is_conditional and _is_apposition(pieces, at)):
                yield at
        elif kind in (Kind.END, Kind.LINE, Kind.REMARK) and following is not kind:
            yield at


def _is_list_of_names(
    pieces: Sequence[Token], listing: Listing, words: Words, *, at: int, is_clean: bool, has_values: bool
) -> bool:
    """Whether bare words or numbers are values. Remarks, capitals, or a field name such as "status" show it."""
    if _are_types(listing, words, has_values=has_values):
        return False
    has_remarks = listing.has_remarks and len(set(listing.remarks)) > 1
    if listing.kind is Kind.NUMBER:
        return has_remarks and all(integer(value) is not None for value in listing.values)
    if listing.kind is Kind.STRONG and all(map(is_token, listing.values)):
        return is_clean or has_remarks or (at == 0 and listing.has_conjunction)
    if listing.kind not in (Kind.WORD, Kind.EMPHASIS):
        return False
    if are_symbols(listing.values):
        return has_remarks or is_clean or (at == 0 and listing.has_conjunction)
    has_values = has_values or (at > 1 and is_kind(pieces[at - 2].text, words))
    if has_remarks:
        return has_values and all(map(is_token, listing.values))
    if not is_clean or not all(map(is_token, listing.values)):
        return False
    if at == 0:
        marks = {token.text for token in pieces[: listing.behind] if token.kind is Kind.COMMA}
        is_parted = (
            listing.has_conjunction
            or marks == {"|"}
            or (marks == {"/"} and has_values and listing.behind == len(pieces))
        )
        return (
            is_parted
            and (has_values or not _has_both(pieces, listing, words))  # `trim and sort` is no list of values
            and len(set(listing.values)) == len(listing.values)
            and all(value.islower() for value in listing.values)
        )
    return has_values and pieces[at - 1].kind is Kind.REMARK


def _has_both(pieces: Sequence[Token], listing: Listing, words: Words) -> bool:
    """Whether a list has a word for all its values together: `trim and sort`."""
    return any(token.text.casefold() in words.both for token in pieces[listing.begin : listing.behind])


def _bracketed(pieces: Sequence[Token], at: int, words: Words, *, has_values: bool) -> Choices | None:
    """The values in brackets without other text: `(CALL, URL, REPLY)`, `(1=normal, 2=halted)`."""
    inner = tokens(pieces[at].text, words)
    listing = read_listing(inner, 0, words)
    if listing is None or len(listing.values) < 2:
        return None
    rest = inner[listing.behind :]
    if any(token.kind not in (Kind.END, Kind.LINE) for token in rest) or _have_meanings_before(inner, listing, words):
        return None
    if _are_types(listing, words, has_values=has_values):
        return None
    has_values = has_values or is_kind(pieces[at - 1].text, words)
    is_first = not any(token.kind is Kind.END for token in pieces[:at])
    has_remarks = listing.has_remarks and len(set(listing.remarks)) > 1
    if listing.kind is Kind.NUMBER:
        is_choice = has_remarks
    elif listing.kind in (Kind.CODE, Kind.QUOTED) or are_symbols(listing.values):
        is_choice = is_first or has_values
    elif has_remarks and all(value.isascii() and value.isupper() for value in listing.values):
        is_choice = True  # `(F: female, M: male)`
    else:
        is_choice = has_values and all(map(is_token, listing.values)) and listing.kind is Kind.WORD
    return chosen_from(listing, is_open=True) if is_choice else None


def _are_types(listing: Listing, words: Words, *, has_values: bool) -> bool:
    """Whether a list has types or marks, not values: `string or number`, `optional, nullable`."""
    strange = [v in words.types or v in words.marks or v in words.empty for v in map(str.casefold, listing.values)]
    return not has_values and (all(strange) if are_symbols(listing.values) else any(strange))


def are_symbols(values: Sequence[str]) -> bool:
    """Whether all values look like constants: `OPEN`, `PARTLY_FILLED`, `VD`."""
    return all(len(v) > 1 and v.isascii() and v.upper() == v and any(map(str.isalpha, v)) for v in values)


def is_token(value: str) -> bool:
    return value.isascii() and re.fullmatch(r"[A-Za-z0-9][\w.+-]*", value) is not None


def is_kind(text: str, words: Words) -> bool:
    """Whether the last word of a name or text is a word such as "status": `accountStatus`."""
    last = _PARTING.split(text.strip())[-1:]
    return bool(last) and last[0].casefold() in words.chosen
