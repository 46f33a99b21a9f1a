"""The values of a list in a text, and whether there are more."""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import frozen
from .lexicon import Words
from .listing import Listing
from .tokens import NULLS, Kind, Token, tokens

MOST = 500  # values that anybody lists in a cell


@frozen()
class Choices:
    """The values of a list, spelled as in the text.

    is_open     other values may occur: the text says so, or does not say that these are all
    has_null    null is among them
    are_quoted  the text shows them in quotes, so that digits are a text
    are_codes   the text shows them in code or as numbers, with a meaning each, so that digits may be a text
    is_announced  the text says that these are values
    default     the value that is marked as the default; None where none is
    remarks     the words beside each value, "" without one; empty where the list is not one of values with remarks
    """

    values: tuple[str, ...]
    is_open: bool
    has_null: bool = False
    are_quoted: bool = False
    are_codes: bool = False
    is_announced: bool = True
    default: str | None = None
    remarks: tuple[str, ...] = ()


def chosen_from(shown: Listing, *, is_open: bool, least: int = 2) -> Choices | None:
    """The values of a list, null and twins left out; None where too few are left to be a choice."""
    remarks = dict(reversed([pair for pair in zip(shown.values, shown.remarks, strict=True) if pair[0] not in NULLS]))
    values = tuple(dict.fromkeys(value for value in shown.values if value not in NULLS))
    if not least <= len(values) <= MOST:
        return None
    has_null = shown.has_null or any(value in NULLS for value in shown.values)
    are_codes = shown.kind in (Kind.CODE, Kind.NUMBER) and shown.is_told
    told = tuple(remarks[value] for value in values)
    return Choices(values, is_open, has_null, shown.kind is Kind.QUOTED, are_codes, default=shown.default, remarks=told)


def ends_clean(found: Sequence[Token], shown: Listing, words: Words) -> bool:
    """Whether a list ends its sentence, but for the default and the marks of the field."""
    at = shown.behind
    while at < len(found) and found[at].kind is Kind.BRACKET:
        at += 1
    if at < len(found) and found[at].text.casefold() in words.copulas:
        at += 1
    if at < len(found) and found[at].text.casefold().startswith(words.one_of_behind):
        at += 1
    if at >= len(found) or found[at].kind in (Kind.END, Kind.LINE):
        return True
    if found[at].kind is Kind.COMMA and at + 1 < len(found):
        at += 1
        rest = " ".join(token.text for token in found[at : at + 4]).casefold()
        return words.default_phrase.match(rest) is not None or words.mark_phrase.match(rest) is not None
    return False


def is_more(found: Sequence[Token], shown: Listing, words: Words) -> bool:
    """Whether the text has a phrase for more values than those of a list."""
    before = shown.begin
    while before and found[before - 1].kind is not Kind.END:
        before -= 1
    lead = " ".join(token.text for token in found[before : shown.begin]).casefold()
    behind = " ".join(token.text for token in found[shown.behind :]).casefold()
    return (
        has_phrase(lead, words.such_as)
        or has_phrase(lead, words.more)
        or has_phrase(behind, words.more)
        or any(has_phrase(remark.casefold(), words.more) for remark in shown.remarks[-1:])
        or any(token.kind is Kind.MORE for token in found[shown.begin : shown.behind + 2])
        or _names_another(found, shown, words)
    )


def _names_another(found: Sequence[Token], shown: Listing, words: Words) -> bool:
    """Whether a value that is none of the list stands at it: `` `a`, `b` (`c` for partners) ``, `` `a`, `b`; formerly `c` ``."""
    if shown.kind not in (Kind.CODE, Kind.QUOTED):
        return False
    near: list[Token] = []
    only_last = not any(shown.remarks[:-1])  # other remarks explain their value
    for token in found[shown.begin : shown.behind]:
        near += _head(token, words) if token.kind is Kind.BRACKET else (token,) if only_last else ()
    for token in found[shown.behind :]:
        if token.kind in (Kind.END, Kind.LINE):
            break
        near += _head(token, words) if token.kind is Kind.BRACKET else (token,)
    known = {*shown.values, *NULLS}
    return any(token.kind is shown.kind and token.text.strip("\"'") not in known for token in near)


def _head(bracket: Token, words: Words) -> Sequence[Token]:
    """The place of another value in a bracket: its head, behind a word. Anything further in explains a value."""
    return tokens(bracket.text, words)[:3]


def has_phrase(text: str, phrases: Sequence[str]) -> bool:
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
