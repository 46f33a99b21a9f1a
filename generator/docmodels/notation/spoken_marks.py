"""Brackets, commas and signs in a type that is written in words."""

from __future__ import annotations

from ..model.types import DECIMAL, INTEGER, NUMBER, STRING
from .ahead import CLOSING
from .generics import GENERICS
from .phrases import Sense
from .refining import exact, has_decimal_places, phrase_of, refines
from .spoken_state import State
from .tokens import Token, TokenKind

ALL_OF = "&"
_NOTES = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
_ENDS = frozenset(".:;–—-，。；：、!=≤≥")
_BOUNDS = ("≥", "≤", ">", "<", "＞", "＜")


def read_mark(state: State, token: Token) -> bool:
    """Read a bracket, a comma or a sign; False where nothing more belongs to the type."""
    text = token.text
    if text in CLOSING and (goes_on := _read_opening(state, token)) is not None:
        return goes_on
    if text == "|":
        state.written.end_maps()
        if state.has_type:
            state.written.mark("|")
        state.has_type = False
    elif state.written.closes(text):
        state.has_type = not _ends_keys(state, state.written.close())
    elif text in (",", "、"):
        return _read_comma(state)
    elif text == "?":
        state.written.mark("?")
    elif text in _NOTES:
        pass
    elif text == ALL_OF and state.has_type and state.is_argument(state.at + 1):
        return state.skip_rest()
    elif text == "." and state.written.is_open and state.written.tokens[-1].text == ",":
        state.written.tokens.pop()  # `tuple[Room, ...]`
    elif text in _ENDS:
        if state.has_type and not state.written.is_open and not _joins(state, text):
            return state.skip_rest()
    elif not state.has_type:
        state.written.tokens.append(token)
    else:
        state.leave_out()
    state.at += 1
    return True


def _read_opening(state: State, token: Token) -> bool | None:
    """Read an opening bracket. None: it is a sign like any other."""
    text = token.text
    if state.has_type:
        if text in ("(", "（") and not state.takes(Sense.LIST):
            return _read_values(state, token) if state.takes(Sense.MAP) else _read_remark(state)
        if text == "[" and _is_beside(state):
            end = state.ahead.end_of(state.at) + 1
            state.leave_out(end - state.at)
            state.at = end
            return True
        if text == "<" and _is_format(state):
            return _read_remark(state)
        if text == "<" and not state.is_argument(state.at + 1):
            return state.skip_rest()
    if text in ("（", "{"):
        return None
    state.written.open(text)
    state.has_type = False
    state.at += 1
    return True


def _is_beside(state: State) -> bool:
    """Whether square brackets behind a type hold no argument of it: `integer [0, 1]`."""
    return (
        state.ahead.text(state.at + 1) != "]"
        and state.written.tokens[-1].text not in GENERICS
        and not state.takes(Sense.LIST, Sense.MAP)
    )


def _read_values(state: State, bracket: Token) -> bool:
    """Read the bracket behind a word for a map: `map(User)`, or a name that takes its place: `object (User)`."""
    if _is_of_values(state, bracket):
        state.written.open(bracket.text)
    else:
        state.written.tokens.pop()
    state.has_type = False
    state.at += 1
    return True


def _is_of_values(state: State, bracket: Token) -> bool:
    """Whether the bracket behind a map word holds the type of its values: `map(User)`, `dict (string)`."""
    word = state.written.tokens[-1].text
    if Sense.OBJECT in state.phrases.senses.get(word, frozenset()) or not word.islower():
        return False
    if not bracket.is_spaced:
        return True
    is_alone = state.ahead.is_type(state.at + 1) and state.ahead.text(state.at + 2) in (")", "）")
    return is_alone and word not in state.phrases.things  # `hash (string)`


def _is_format(state: State) -> bool:
    """Whether the brackets ahead hold the format of a scalar: `string<date-time>`."""
    before = state.phrases.types.get(state.written.tokens[-1].text)
    return before in (STRING, NUMBER, INTEGER) and state.ahead.end_of(state.at) < len(state.tokens)


def _ends_keys(state: State, opened: int) -> bool:
    """Whether the closed bracket holds the keys of a map whose values follow: `map[string]Tag`.

    opened  the place of the opening bracket among the written tokens
    """
    following = state.at + 1
    if not opened or state.written.tokens[opened - 1].text != "map" or following >= len(state.tokens):
        return False
    is_name = state.tokens[following].kind is TokenKind.NAME and not state.ahead.phrase(following)[1]
    return state.ahead.is_type(following) or is_name or state.ahead.text(following) in ("[", "*")


def _joins(state: State, text: str) -> bool:
    """Whether the sign is a hyphen within a word: `thread-specific [channel](…)`."""
    return text == "-" and state.is_unknown()


def _read_comma(state: State) -> bool:
    """Read a comma: between arguments, between types before an `or`, or else before a remark."""
    if state.written.is_open and not state.written.in_map:
        state.written.end_maps()
        state.written.mark(",")
        state.has_type = False
    elif state.has_type and not state.ahead.is_mark(state.at + 1):
        follows = state.at + 1
        is_union = state.ahead.has_alternative(state.at) and state.ahead.begins_type(follows)
        if not is_union and not state.ahead.is_item(follows, links=state.written.tokens[-1].link is not None):
            return state.skip_rest()
        state.written.end_maps()
        state.written.mark("|")
        state.has_type = False
    state.at += 1
    return True


def _read_remark(state: State) -> bool:
    """Read brackets behind a type: a format, marks of the field, or a remark."""
    start, end = state.at, state.ahead.end_of(state.at)
    state.at += 1
    length, phrase = state.ahead.phrase(state.at)
    kind = state.phrases.types.get(phrase)
    before = state.phrases.types.get(state.written.tokens[-1].text) if state.written.tokens else None
    behind = state.at + length
    is_all = behind == end
    is_bound = state.ahead.text(behind)[:1] in _BOUNDS  # `number (integer ≥ 1)`
    is_clause = is_all or is_bound or state.ahead.text(behind) in (",", ";")  # `string (ISO 8601, UTC)`
    if kind is not None and before is not None and is_clause and refines(before, kind):
        state.written.tokens[-1] = Token(TokenKind.NAME, exact(before, phrase, state.phrases.types), None)
        state.beside.update(range(behind + 1 - is_bound, end))
    elif before == NUMBER and has_decimal_places(token.text for token in state.tokens[start + 1 : end]):
        state.written.tokens[-1] = Token(TokenKind.NAME, phrase_of(DECIMAL, state.phrases.types), None)
        state.beside.update(range(start, end + 1))
    elif not (is_all and (phrase in state.phrases.marks or kind == before)):
        state.beside.update(range(start, end + 1))
    while state.at < end:
        length, phrase = state.ahead.phrase(state.at)
        if phrase in state.phrases.marks:
            state.marks.add(state.phrases.marks[phrase])
        state.at += max(length, 1)
    state.at = end + 1
    return True
