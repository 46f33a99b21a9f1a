"""Lists of values in running text: `` `asc`, `desc` ``, `"visa" (default) or "amex"`, `0: none, 1: weekly`, `<ul>` and lines.

This module only knows the form of lists. `choices` decides whether a list has the values of a field.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import frozen
from ..patterns import regex
from .lexicon import Mark, Role, Words
from .tokens import CJK, DRESSED, NULLS, Kind, Token, is_value, may_have_cjk, tokens

_TOKENS = regex(r"[\w.+:/@-]+")
_TRIM = " \t*_"
_UNSPACED = regex(rf"[{CJK}]+")
_LONGEST_REMARK = 400  # tokens
_SHORTEST_GLOSS = 2  # `3 个` counts
_TO = frozenset("-–—~〜～")
_MEANT = regex(
    rf"(?P<value>[\w.+-]+?)(?:\s*[:：=]\s*|\s+|(?=[(（]))[{CJK}（(].*|(?P<number>-?\d+)\s*[:：=]\s*\S.*|(?P<code>\d+)\s+-\s+\S.*"
)
_NAMED_NUMBER = regex(r"(?P<name>[A-Za-z_][\w ]{0,60}?)\s*=\s*(?P<number>-?\d{1,9})")
_HEADINGS = frozenset({Role.EXAMPLE, Role.DEFAULT, Role.DESCRIPTION, Role.REQUIRED, Role.OPTIONAL})
_PARTING = frozenset({Kind.LINE, Kind.COMMA, Kind.OR})


@frozen()
class Listing:
    """The values of a list.

    kind             how each value is written: in code, in quotes, …
    remarks          the words beside each value, "" without any
    begin            the index of the first token
    behind           the index of the first token behind the list
    has_remarks      whether each value has a remark
    has_conjunction  whether a word such as `or` stands between two values
    has_null         whether null is an alternative: `"near", "far" or null`
    default          the value with a remark such as "default"; None without one
    first_remark     the index of the first value with a colon or a dash behind it; None without one
    are_named        whether the values are numbers in one span of code with their names: `None=0`
    """

    kind: Kind
    values: tuple[str, ...]
    remarks: tuple[str, ...]
    begin: int
    behind: int
    has_remarks: bool
    has_conjunction: bool
    has_null: bool = False
    default: str | None = None
    first_remark: int | None = None
    are_named: bool = False


def may_begin(pieces: Sequence[Token], at: int) -> bool:
    """Whether several values may begin at a place: a quick look before `read_listing`. In prose, a word follows."""
    behind = pieces[at + 1 : at + 3]
    if not behind or behind[0].kind is not Kind.WORD or may_have_cjk(behind[0].text):
        return bool(behind)
    return len(behind) > 1 and behind[1].kind is Kind.REMARK  # `open deprecated: closed`


def read_listing(pieces: Sequence[Token], at: int, words: Words) -> Listing | None:
    """The list that begins with the token at a place; None if that token is no value."""
    if at >= len(pieces) or not is_value(pieces[at]) or _announces_values(pieces, at, words):
        return None
    begin, kind = at, pieces[at].kind
    values, remarks, defaults = [pieces[at].text], [], []
    has_conjunction = False
    first_remark: int | None = None
    at += 1
    while True:
        if _leads_to_end(pieces, at, kind):
            return None
        last = at
        remark, at, mark = _remark(pieces, at, kind, words)
        remarks.append(remark)
        first_remark = len(values) - 1 if mark and first_remark is None else first_remark
        if not mark and words.default_words.is_remark(remark):  # `0: default` may be the name of a mode
            defaults.append(values[-1])
        following = _parted(pieces, at, kind, words, mark)
        if following is None or (not any(remarks) and _is_label(pieces, at, following, len(values))):
            break
        if _heads(pieces, following, values[0], words):
            break
        has_conjunction = has_conjunction or any(token.kind is Kind.OR for token in pieces[at:following])
        values.append(pieces[following].text)
        at = following + 1
    if len(values) > 1 and not any(remarks[:-1]) and _is_gloss(pieces, last):  # `` `a`、`b` 参数 `` is about both
        remarks[-1], at = "", last
    deprecated, at = _deprecated(pieces, last, at, kind, words)
    if deprecated and at <= last + 1:  # the last value's remark is the list of deprecated values
        remarks[-1] = ""
    values += deprecated
    remarks += [str(Mark.DEPRECATED)] * len(deprecated)
    behind = _or_null(pieces, at)
    listed = tuple(value.strip().strip("\"'") if kind is Kind.CODE else value.strip() for value in values)
    if kind is Kind.QUOTED:
        listed = _without_stops(listed)
    are_named = kind is Kind.CODE and _are_named_numbers(listed)
    if kind is Kind.CODE:
        listed, remarks = _without_meanings(listed, remarks)
    default = defaults[0].strip().strip("\"'") if len(defaults) == 1 else None
    return Listing(
        kind,
        listed,
        tuple(remarks),
        begin,
        behind,
        all(remarks),
        has_conjunction,
        behind > at,
        default,
        first_remark,
        are_named,
    )


def _leads_to_end(pieces: Sequence[Token], at: int, kind: Kind) -> bool:
    """Whether a dash and the end of a range stand behind a number: `` `3`-`10` ``."""
    if at + 1 >= len(pieces) or pieces[at + 1].kind is not kind:
        return False
    is_sign = pieces[at].text in _TO or pieces[at].kind is Kind.MORE
    return is_sign and pieces[at - 1].text.lstrip("-").isdigit() and pieces[at + 1].text.lstrip("-").isdigit()


def _deprecated(pieces: Sequence[Token], last: int, at: int, kind: Kind, words: Words) -> tuple[list[str], int]:
    """The deprecated values behind a list, and the place behind them: ``(deprecated: `c`)``.

    last  the place behind the last value of the list
    at    the place behind its remark
    """
    inside = pieces[last] if last < at and pieces[last].kind is Kind.BRACKET else None
    pieces = tokens(inside.text, words) if inside is not None else pieces
    start = 0 if inside is not None else at
    while start < len(pieces) and pieces[start].kind in (Kind.END, Kind.LINE, Kind.COMMA):
        start += 1
    is_mark = start < len(pieces) and words.marks.get(pieces[start].text.casefold()) is Mark.DEPRECATED
    if not is_mark or start + 1 >= len(pieces) or pieces[start + 1].kind is not Kind.REMARK:
        return [], at
    more = read_listing(pieces, start + 2, words) if pieces[start + 2 : start + 3] else None
    if more is None or more.kind is not kind:
        return [], at
    behind = pieces[more.behind : more.behind + 1]
    if any(token.kind not in (Kind.END, Kind.LINE) for token in behind):
        return [], at
    return list(more.values), at if inside is not None else more.behind


def _without_meanings(values: tuple[str, ...], remarks: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The values, without meanings in the same code: `buy 买入`, `0: none`, `None=0`."""
    if _are_named_numbers(values):
        names, numbers = zip(*(value.split("=") for value in values), strict=True)
        return tuple(map(str.strip, numbers)), list(map(str.strip, names))
    matches = [_MEANT.fullmatch(value) for value in values] if len(values) > 1 else []
    if not matches or None in matches:
        return values, remarks
    meant = tuple(next(filter(None, match.groups())) for match in matches if match is not None)
    return meant, [value[len(short) :].strip(" :：=-") for value, short in zip(values, meant, strict=True)]


def _without_stops(values: tuple[str, ...]) -> tuple[str, ...]:
    """Values in quotes, without the commas and the full stop that some writers put inside: `"near," or "far."`."""
    *others, last = values
    if not others or not last.endswith(".") or any("." in value for value in others):
        return values
    return (*(value.rstrip(",") for value in others), last[:-1])


def _are_named_numbers(values: Sequence[str]) -> bool:
    """Whether values are different numbers with different names: `None=0`, `Some=1`."""
    matches = [match for value in values if (match := _NAMED_NUMBER.fullmatch(value)) is not None]
    names, numbers = ({match[group] for match in matches} for group in ("name", "number"))
    return len(values) > 1 and len(names) == len(numbers) == len(values)


def _parted(pieces: Sequence[Token], at: int, kind: Kind, words: Words, mark: str) -> int | None:
    """The place of the next value, behind a comma or a word such as `or`; None at the end of the list."""
    start = at
    while at < len(pieces) and (pieces[at].kind in _PARTING or (mark and pieces[at].kind is Kind.END)):
        at += 1
    if at < len(pieces) and at > start and pieces[at].kind is Kind.QUOTED and not pieces[at].text:
        return at  # `admin`, `""`
    if at >= len(pieces) or pieces[at].kind is not kind or not is_value(pieces[at]):
        return None
    if at == start:  # `` `buy` `sell` ``, `BUY("a") SELL("b")`
        is_glossed = (
            pieces[at - 1].kind is Kind.BRACKET and at + 1 < len(pieces) and pieces[at + 1].kind is Kind.BRACKET
        )
        is_next = (kind is Kind.CODE and not mark) or (kind is Kind.WORD and is_glossed)
        return at if is_next and _TOKENS.fullmatch(pieces[at].text) else None
    if kind is Kind.WORD and (not _is_alone(pieces, at) or pieces[at].text.casefold() in words.more):
        return None  # `River, Mountain, etc`
    has_comma = any(token.kind in (Kind.COMMA, Kind.OR) for token in pieces[start:at])
    if mark and not has_comma and not _leads_on(pieces, at, kind, mark) and not _is_item(pieces, at):
        return None
    return at


def _is_label(pieces: Sequence[Token], at: int, following: int, count: int) -> bool:
    """Whether the word behind some values is a label on a line of its own: the `note` of `a, b⏎note: c`."""
    behind = following + 1
    is_new_line = all(token.kind is Kind.LINE for token in pieces[at:following])
    leads_on = behind < len(pieces) and pieces[behind].kind is Kind.REMARK
    return count > 1 and is_new_line and pieces[following].kind is Kind.WORD and leads_on


def _heads(pieces: Sequence[Token], at: int, first: str, words: Words) -> bool:
    """Whether a word is a label such as columns have, and no value: `Example: a`, `Default: a`.

    In bold, it is one behind values in small letters: `**open**: …`, `**Default**: open`.

    first  the first value of the list
    """
    leads_on = at + 1 < len(pieces) and pieces[at + 1].kind is Kind.REMARK
    is_label = leads_on and words.roles.get(pieces[at].text.casefold()) in _HEADINGS
    is_strong = pieces[at].kind is Kind.STRONG and pieces[at].text[:1].isupper() and first.islower()
    return is_label and (pieces[at].kind is Kind.WORD or is_strong)


def _announces_values(pieces: Sequence[Token], at: int, words: Words) -> bool:
    """Whether bold words and a colon announce the values below, or a fact of the field: `**Values**:`, `**Type**: text`."""
    leads_on = at + 1 < len(pieces) and pieces[at + 1].kind is Kind.REMARK
    word = pieces[at].text.casefold()
    is_fact = pieces[at].text[:1].isupper() and words.roles.get(word) in {Role.TYPE, *_HEADINGS}
    return leads_on and pieces[at].kind is Kind.STRONG and (word in words.values or is_fact)


def _is_item(pieces: Sequence[Token], at: int) -> bool:
    """Whether a value fills its line, as the last one of a list may: the others have remarks."""
    is_last = at + 1 >= len(pieces) or pieces[at + 1].kind in (Kind.LINE, Kind.BRACKET)
    return is_last and _TOKENS.fullmatch(pieces[at].text) is not None


def _is_alone(pieces: Sequence[Token], at: int) -> bool:
    """Whether a bare word fills its place in a list, but for brackets and a remark."""
    behind = at + 1
    while behind < len(pieces) and pieces[behind].kind is Kind.BRACKET:
        behind += 1
    if behind >= len(pieces) or _is_gloss(pieces, behind):
        return True
    return pieces[behind].kind in (*_PARTING, Kind.END, Kind.REMARK, Kind.MORE)


def _remark(pieces: Sequence[Token], at: int, kind: Kind, words: Words) -> tuple[str, int, str]:
    """The remark at a value, the place behind it, and the colon or dash before it; "" for a remark in brackets."""
    texts: list[str] = []
    at = _or_empty(pieces, at, kind, words)
    while at < len(pieces) and (
        pieces[at].kind is Kind.BRACKET or (pieces[at].kind is Kind.EMPHASIS and kind is not Kind.EMPHASIS)
    ):
        texts.append(pieces[at].text)
        at += 1
    at = _or_empty(pieces, at, kind, words)
    if not texts and _is_gloss(pieces, at):
        return pieces[at].text, at + 1, ""
    mark = pieces[at].text if at < len(pieces) and pieces[at].kind is Kind.REMARK else ""
    if mark:
        end = _remark_end(pieces, at + 1, kind, mark)
        texts.extend(token.text for token in pieces[at + 1 : end])
        at = end
    return " ".join(texts).strip(_TRIM), at, mark


def _is_gloss(pieces: Sequence[Token], at: int) -> bool:
    """Whether the meaning of a value follows in another script, and nothing else: `buy 买入`, `0 全仓`."""
    if at >= len(pieces) or pieces[at].kind is not Kind.WORD or len(pieces[at].text) < _SHORTEST_GLOSS:
        return False
    meaning = pieces[at].text
    is_meant = pieces[at - 1].text.isascii() and may_have_cjk(meaning) and _UNSPACED.fullmatch(meaning) is not None
    return is_meant and (at + 1 >= len(pieces) or pieces[at + 1].kind in (*_PARTING, Kind.END))


def _or_empty(pieces: Sequence[Token], at: int, kind: Kind, words: Words) -> int:
    """The place behind words that allow an empty value: `or empty`."""
    if kind is Kind.WORD or at + 1 >= len(pieces) or pieces[at].kind is not Kind.OR:
        return at
    following = pieces[at + 1]
    return at + 2 if following.kind is Kind.WORD and following.text.casefold() in words.empty else at


def _or_null(pieces: Sequence[Token], at: int) -> int:
    """The place behind `or null`; the same place where something else follows."""
    after = at
    while after < len(pieces) and pieces[after].kind in (Kind.COMMA, Kind.OR):
        after += 1
    is_null = after > at and after < len(pieces) and pieces[after].text in NULLS
    return after + 1 if is_null else at


def _remark_end(pieces: Sequence[Token], at: int, kind: Kind, mark: str) -> int:
    """The end of a remark: before the comma to the next value, else the end of its sentence or line."""
    sentence = None
    limit = min(len(pieces), at + _LONGEST_REMARK)
    for index in range(at, limit):
        token = pieces[index]
        if token.kind not in (*_PARTING, Kind.END):
            continue
        following = index
        while following < len(pieces) and pieces[following].kind in (*_PARTING, Kind.END):
            following += 1
        if following < len(pieces) and pieces[following].kind is kind and _leads_on(pieces, following, kind, mark):
            return index
        if token.kind is Kind.LINE or (token.kind is Kind.END and sentence is None):
            if token.kind is Kind.LINE:
                return index if sentence is None else sentence
            sentence = index
    return limit if sentence is None else sentence


def _leads_on(pieces: Sequence[Token], at: int, kind: Kind, mark: str) -> bool:
    """Whether the value at a place has a remark, or is in code or quotes and ends there."""
    behind = at + 1
    while behind < len(pieces) and pieces[behind].kind is Kind.BRACKET:
        behind += 1
    if behind >= len(pieces):
        return kind in DRESSED
    if pieces[behind].kind is Kind.REMARK:
        return pieces[behind].text == mark
    if pieces[behind].kind is Kind.OR and kind in (*DRESSED, Kind.NUMBER):
        return True
    return (
        kind in DRESSED
        and pieces[behind].kind in (*_PARTING, Kind.END)
        and _TOKENS.fullmatch(pieces[at].text) is not None
    )
