"""The values of a list in a text, and whether there are more."""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import frozen
from .lexicon import Words
from .listing import Listing
from .tokens import NULLS, Kind, Token, tokens

MOST = 500  # the most values of a list in a cell


@frozen()
class Choices:
    """The values of a list, spelled as in the text.

    is_open       whether other values may occur: the list has a phrase for more, or no phrase for all
    has_null      whether null is among them
    are_quoted    whether they stand in quotes: then digits are a text
    are_codes     whether they stand in code or are numbers, with a meaning each: then digits may be a text
    is_announced  whether a phrase announces them
    default       the value with a remark such as "default"; None without one
    remarks       the words beside each value, "" without any; or no remarks at all
    are_named     whether they are numbers in code behind their names, `None=0`: a text may be either
    """

    values: tuple[str, ...]
    is_open: bool
    has_null: bool = False
    are_quoted: bool = False
    are_codes: bool = False
    is_announced: bool = True
    default: str | None = None
    remarks: tuple[str, ...] = ()
    are_named: bool = False


def chosen_from(listing: Listing, *, is_open: bool, least: int = 2) -> Choices | None:
    """The values of a list without null and repetitions; None for fewer than `least`, or for too many."""
    remarks = dict(
        reversed([pair for pair in zip(listing.values, listing.remarks, strict=True) if pair[0] not in NULLS])
    )
    values = tuple(dict.fromkeys(value for value in listing.values if value not in NULLS))
    if not least <= len(values) <= MOST:
        return None
    has_null = listing.has_null or any(value in NULLS for value in listing.values)
    are_codes = listing.kind in (Kind.CODE, Kind.NUMBER) and listing.has_remarks
    meanings = tuple(remarks[value] for value in values)
    return Choices(
        values,
        is_open,
        has_null,
        listing.kind is Kind.QUOTED,
        are_codes,
        default=listing.default,
        remarks=meanings,
        are_named=listing.are_named,
    )


def ends_clean(pieces: Sequence[Token], listing: Listing, words: Words) -> bool:
    """Whether a list ends its sentence. The default and marks of the field may follow."""
    at = listing.behind
    while at < len(pieces) and pieces[at].kind is Kind.BRACKET:
        at += 1
    if at < len(pieces) and pieces[at].text.casefold() in words.copulas:
        at += 1
    if at < len(pieces) and pieces[at].text.casefold().startswith(words.one_of_behind):
        at += 1
    if at >= len(pieces) or pieces[at].kind in (Kind.END, Kind.LINE):
        return True
    if pieces[at].kind is Kind.COMMA and at + 1 < len(pieces):
        at += 1
        rest = " ".join(token.text for token in pieces[at : at + 4]).casefold()
        return words.default_words.phrase.match(rest) is not None or words.mark_phrase.match(rest) is not None
    return False


def is_more(pieces: Sequence[Token], listing: Listing, words: Words) -> bool:
    """Whether the text has a phrase for further values: `etc.`"""
    before = listing.begin
    while before and pieces[before - 1].kind is not Kind.END:
        before -= 1
    lead = " ".join(token.text for token in pieces[before : listing.begin]).casefold()
    behind = " ".join(token.text for token in pieces[listing.behind :]).casefold()
    return (
        has_phrase(lead, words.such_as)
        or has_phrase(lead, words.more)
        or has_phrase(behind, words.more)
        or any(has_phrase(remark.casefold(), words.more) for remark in listing.remarks[-1:])
        or any(token.kind is Kind.MORE for token in pieces[listing.begin : listing.behind + 2])
        or _names_another(pieces, listing, words)
    )


def _names_another(pieces: Sequence[Token], listing: Listing, words: Words) -> bool:
    """Whether another value stands beside the list: `` `a`, `b` (`c` for partners) ``, `` `a`, `b`; once `c` ``."""
    if listing.kind not in (Kind.CODE, Kind.QUOTED):
        return False
    near: list[Token] = []
    only_last = not any(listing.remarks[:-1])  # other remarks explain their value
    for token in pieces[listing.begin : listing.behind]:
        near += _head(token, words) if token.kind is Kind.BRACKET else (token,) if only_last else ()
    for token in pieces[listing.behind :]:
        if token.kind in (Kind.END, Kind.LINE):
            break
        near += _head(token, words) if token.kind is Kind.BRACKET else (token,)
    known = {*listing.values, *NULLS}
    return any(token.kind is listing.kind and token.text.strip("\"'") not in known for token in near)


def _head(bracket: Token, words: Words) -> Sequence[Token]:
    """The first tokens of a bracket, which may be a further value. Later ones explain a value."""
    return tokens(bracket.text, words)[:3]


def has_phrase(text: str, phrases: Sequence[str]) -> bool:
    """Whether a text has one of some phrases, not as a part of a longer word."""
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


def is_inside(text: str, start: int, end: int) -> bool:
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
