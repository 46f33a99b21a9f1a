"""Translate types in human words to tokens of the notation, which the one parser reads.

    array of [user](…) objects         [] user
    map of strings to lists of numbers  map[string] [] number
    ?string, integer, or boolean       ? string | integer | boolean
    number (int64)                     int64
    `[Role](…) 对象数组`                 Role []

A remark behind a type is no part of it; it comes back as `Spoken.rest`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import frozen
from .phrases import Phrases, Sense, separated
from .spoken_marks import ALL_OF, read_mark
from .spoken_state import State
from .spoken_words import read_list, read_name, read_word
from .tokens import Token, TokenKind


@frozen()
class Spoken:
    """A type in words, translated.

    tokens  the tokens of the notation
    marks   the marks of the field among the words
    rest    pieces that are no part of the type, with the brackets around them: `(0-100)`, `in ms`
    before  unknown words right before a type: the `hex` of `hex string`
    """

    tokens: tuple[Token, ...]
    marks: frozenset[str]
    rest: tuple[str, ...]
    before: tuple[str, ...]


def spoken(tokens: Sequence[Token], phrases: Phrases) -> Spoken:
    """Translate the tokens of a type in words to tokens of the notation."""
    state = State(tuple(separated(_unindexed(tokens), phrases)), phrases)
    while state.at < len(state.tokens) and _step(state):
        pass
    state.written.end()
    return Spoken(tuple(state.written.tokens), frozenset(state.marks), tuple(state.rest()), tuple(state.before))


def adds_type(piece: str) -> bool:
    """Whether a piece of `Spoken.rest` adds a type to the value: the `& Seat` of `Room & Seat`."""
    return piece.startswith(ALL_OF) and piece != ALL_OF


def _unindexed(tokens: Sequence[Token]) -> Sequence[Token]:
    """TypeScript's `{ [key: string]: Room }` as `map[string] Room`."""
    texts = [token.text for token in tokens]
    if texts[:2] != ["{", "["] or texts[3:4] != [":"] or texts[5:7] != ["]", ":"] or texts[-1] != "}":
        return tokens
    body = tokens[7:-2] if texts[-2] == ";" else tokens[7:-1]
    return (Token(TokenKind.NAME, "map", None), tokens[1], tokens[4], tokens[5], *body)


def _step(state: State) -> bool:
    """Read the next word, name, value or mark; False where nothing more belongs to the type."""
    token = state.tokens[state.at]
    length, phrase = state.ahead.phrase(state.at)
    senses = state.phrases.senses.get(phrase, frozenset()) if phrase else frozenset[Sense]()
    if phrase and not (
        token.link is not None and length <= state.ahead.link_length(state.at) and not _leads(state, senses)
    ):
        done = read_word(state, phrase, length, senses)
        if done is not None:
            return done
    if token.text == "[" and state.ahead.text(state.at + 1) == "]":
        return read_list(state)
    if token.kind is TokenKind.NAME or (token.link is not None and not state.has_type):
        return read_name(state, token)
    if token.kind is TokenKind.VALUE:
        return _read_value(state, token)
    return read_mark(state, token)


def _leads(state: State, senses: frozenset[Sense]) -> bool:
    """Whether a phrase in a link makes the rest of its text a list or a map: `[list of tags](#tags)`."""
    return bool(senses & {Sense.LIST_OF, Sense.MAP_OF, Sense.MAP_BY}) and state.ahead.link_length(state.at) > 1


def _read_value(state: State, token: Token) -> bool:
    if not state.has_type and (token.text[0] in "\"'" or _is_alternative(state)):
        state.written.tokens.append(token)
        state.has_type = True
    else:
        state.leave_out()
    state.at += 1
    return True


def _is_alternative(state: State) -> bool:
    """Whether the next token is a complete alternative: the `1` of `1 | "auto"`."""
    follows = state.at + 1
    if state.at - 2 in state.beside:  # `int 0/1`
        return False
    if state.ahead.text(follows) == "|" or Sense.OR in state.ahead.senses(follows):
        return True
    return (
        bool(state.written.tokens) and state.written.tokens[-1].text == "|" and state.ahead.text(follows) in ("", "(")
    )
