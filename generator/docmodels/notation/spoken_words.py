"""Words and names in a type that is written in words."""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import replace
from ..model.types import Type
from .ahead import CLOSING
from .generics import GENERICS
from .phrases import Sense
from .refining import exact, refines
from .spoken_state import State
from .tokens import Token, TokenKind

_LONGEST_NAME = 8  # the most words of a type without a page, but for the last one


def read_word(state: State, phrase: str, length: int, senses: frozenset[Sense]) -> bool | None:
    """Read a phrase. None: it has no meaning here and is a name like any other."""
    following = state.ahead.text(state.at + length)
    mark = state.phrases.marks.get(phrase)
    kind = state.phrases.types.get(phrase)
    if Sense.OR in senses and state.has_type:
        state.written.end_maps()
        state.written.mark("|")
        state.has_type = False
    elif Sense.TO in senses and state.has_type and state.written.in_map:
        state.written.begin_values()
        state.has_type = False
    elif mark is not None and not _is_generic(state, following) and not (kind and not state.has_type and not following):
        state.marks.add(mark)
    elif state.has_type:
        return _read_behind(state, phrase, length, senses, kind)
    elif Sense.LIST_OF in senses and (following or kind is None):
        state.written.list()
    elif senses & {Sense.MAP_OF, Sense.MAP_BY}:
        state.written.open_map(by_keys=Sense.MAP_OF not in senses)
    elif Sense.LIST in senses and following not in CLOSING and state.is_before_type(length):
        state.written.list()
    elif Sense.FILLER in senses and following not in ("", "<") and (kind is None or state.is_before_type(length)):
        state.fillers.update(range(state.at, state.at + length))
    elif senses & {Sense.MAP, Sense.OBJECT} and state.ahead.is_named(state.at + length):
        pass  # `array of objects [Tag](…)`
    elif kind is not None:
        first = state.tokens[state.at]
        state.written.name(first.text if _names_object(state, first) else phrase, first)
        state.has_type = True
    elif Sense.OR in senses or Sense.OF in senses:
        pass
    else:
        return None
    state.at += length
    return True


def _is_generic(state: State, following: str) -> bool:
    """Whether a word for marks names a type with arguments here: `Optional[int]`, `Readonly<Tag>`."""
    return following == "<" or (following == "[" and state.tokens[state.at].text in GENERICS)


def _read_behind(state: State, phrase: str, length: int, senses: frozenset[Sense], kind: Type | None) -> bool:
    """Read a phrase behind a type."""
    if Sense.LIST in senses:
        state.written.list()
    elif Sense.OBJECT in senses or Sense.OF in senses:
        pass
    elif kind is not None and state.written.tokens[-1].kind is TokenKind.NAME:
        last, word = state.written.tokens[-1], state.tokens[state.at].text
        before = state.phrases.types.get(last.text)
        are_capital = last.text[:1].isupper() and word[:1].isupper()
        if before is None and length == 1 and are_capital and last.link is None:  # a model's name
            state.written.tokens[-1] = Token(TokenKind.NAME, f"{last.text} {word}", None)
        elif before is None or refines(before, kind):  # the last word counts: `hex string`, `role ids`
            state.before += [last.text] if before is None else []
            state.written.tokens[-1] = Token(TokenKind.NAME, exact(before, phrase, state.phrases.types), None)
        else:
            state.leave_out(length)
    else:
        return state.skip_rest()
    state.at += length
    return True


def read_list(state: State) -> bool:
    """Read the brackets of a list, as in `[]string`, `string[]` and `[[]Tag](#tag)`."""
    state.written.list()
    state.at += 2
    return True


def read_name(state: State, token: Token) -> bool:
    """Read a name or a link; False where nothing more belongs to the type."""
    if token.link is not None:
        length = state.ahead.link_length(state.at)
        words = [word.text for word in state.tokens[state.at : state.at + length]]
        if state.has_type:
            if not state.is_unknown():
                return state.skip_rest()
            before = state.written.tokens.pop()  # words before a link describe it: `thread-specific [channel](…)`
            if state.ahead.points(state.at, length):  # `channel [see](…)`
                words = [before.text]
            else:
                state.before.append(before.text)
        state.at += length
        words, lists = state.ahead.unlisted(words)
        state.written.name(_label(state, words, token), token)
        for _ in range(lists):
            state.written.list()
    elif state.has_type and state.is_unknown():
        last = state.written.tokens[-1]
        if last.text.count(" ") < _LONGEST_NAME:
            state.written.tokens[-1] = replace(last, text=f"{last.text} {token.text}")
        state.at += 1
    elif state.has_type and state.ahead.ends_in_list(state.at):
        state.at += 1
    elif state.has_type:
        return state.skip_rest()
    else:
        opens = state.ahead.text(state.at + 1) in ("<", "(")
        known = token.text.casefold().replace("::", ".").rsplit(".", 1)[-1]  # `std::string`
        scalar = known if known in state.phrases.types and not opens else token.text
        state.written.name(scalar, token)
        state.at += 1
    state.has_type = True
    return True


def _names_object(state: State, token: Token) -> bool:
    """Whether a word for a scalar names a model here: the `Link` of `Link Object`."""
    is_thing = token.text[:1].isupper() and token.text.casefold() in state.phrases.things
    behind = state.ahead.text(state.at + 1)
    if f"{token.text} {behind}".casefold() in state.phrases.types:
        return False  # `JSON Object` is a phrase
    return is_thing and behind[:1].isupper() and Sense.OBJECT in state.ahead.senses(state.at + 1)


def _label(state: State, words: Sequence[str], token: Token) -> str:
    """The name in the words of a link, without the words that only frame it."""
    text = " ".join(words)
    if text.casefold() in state.phrases.types:
        leads_out = token.link is not None and "://" in token.link[1]
        return text if text.casefold() in state.phrases.things and not leads_out else text.casefold()
    kept = list(words)
    while len(kept) > 1 and Sense.OBJECT in state.phrases.senses.get(kept[-1].casefold(), ()):
        kept.pop()
    while len(kept) > 1 and Sense.FILLER in state.phrases.senses.get(kept[0].casefold(), ()):
        kept.pop(0)
    return " ".join(kept)
