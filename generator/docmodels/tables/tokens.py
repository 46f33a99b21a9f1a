"""The tokens of running text in Markdown that lists of values are made of: values, commas, words between them, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache

from ..frozen import frozen
from ..regexes import regex
from .lexicon import Words

CJK = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""The characters of scripts without blanks between words, as ranges of a regular expression."""

_LETTER = rf"[^\W{CJK}]"
_TOKEN = regex(
    rf"""
      (?![^\W\d_]) (?:  # a letter begins none of these
        (?P<code> (?<!`)(?P<ticks>`{{1,4}})(?!`) (?P<inner>(?:(?!(?P=ticks)).){{1,200}}) (?P=ticks) )
      | (?P<quoted> "[^"\n]{{0,60}}" | “[^”\n]{{0,60}}” | «[^»\n]{{0,60}}» | „[^“”\n]{{0,60}}[“”] | 「[^」\n]{{0,60}}」
                | ‘[^’\n]{{0,60}}’ | (?<!\w)'[^'\n]{{0,60}}'(?!\w) )
      | (?P<strong> \*\*[^*\n]{{1,60}}\*\* | __[^_\n]{{1,60}}__ )
      | (?P<emphasis> \*[^*\s][^*\n]{{0,200}}\* | (?<![^\W_])_[^_\s](?:[^_\n]|\w_\w){{0,200}}_(?![^\W_]) )
      | (?P<listed> \[ (?!`[^`]*`\]) (?=[^\[\]]{{0,100}}[\s,:：|、，]) [^\[\]]{{0,2000}} \] (?![(\[]) )
      | (?P<link> \[(?P<text>[^\[\]\n]{{1,200}})\](?:\([^()\n]{{0,300}}\)|\[[^\[\]\n]{{0,100}}\])? )
      | (?P<bracket> \( (?:[^()]|\([^()]{{0,200}}\)){{0,400}} \) | （ [^（）]{{0,400}} ） | \[ [^\[\]\n]{{0,200}} \] )
      | (?P<more> … | \.{{2,}} )
      | (?P<clock> (?<![\w.:]) \d{{1,2}}:[0-5]\d(?: :[0-5]\d )? (?![\w:]) )
      | (?P<number> -?\d+ (?= \s*[:：=＝→－-] ) (?! -\d ) | -?\d+(?:\.\d+)? (?! {_LETTER}|[.-]\w ) ) )
    | (?P<word> (?:(?<![\w`"'])[-$@])?{_LETTER} (?:{_LETTER}|[$#+]|[.+@\#/'’-](?={_LETTER}))* | [{CJK}]+ )
    | (?P<line> \n\s*(?:[-*+•·]\s+)? )
    | (?P<comma> [,，、;；|/•·] )
    | (?P<remark> [:：=＝→] | [–—－-] )
    | (?P<end> [.。！？!?] )
    | (?P<other> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
NARROW = {ord("０") + digit: ord("0") + digit for digit in range(10)}
"""Digits for those as wide as the characters of Chinese and Japanese."""
_TAGS = regex(r"<br\s*/?>|</?(?:li|ul|ol|p|div)\b[^<>]*>", re.IGNORECASE)
_STRESSED = regex(
    r"(?<![\w*_`])(?P<mark>\*{1,3}|_{1,3})(?=[^\W_])(?P<text>[^*_`\"\n:：]{2,40}[:：][^*_\n]{0,300}?)(?<=\S)(?P=mark)(?![\w*_])"
)
_FRAMED_NULL = regex(r"(?:&lt;|\\?<)\s*`?null`?\s*(?:&gt;|\\?>)")  # <`null`>
_WORD = r"[$@+.-]{0,3}\w[\w$@+-]{0,60}"  # with a dot inside, it may be a name of code
_PACKED = regex(rf"\s*{_WORD}(?:(?:\s*\|\s*{_WORD})+|(?:,\s+{_WORD})+)\s*")  # `` `red | green` ``
_PACKED_EACH = regex(
    r"`[^`\n]{0,80}?,\s[^`\n]{0,80}`[^`.:;()\n]{1,6}`[^`\n]{0,80}?,\s"
)  # `` `name, size` or `size, name` ``
_PIECE = regex(rf"{_WORD}|[|,]")
_ESCAPES = regex(r"\\([\\`*_{}\[\]()#+.!|<>-])")


class Kind(Enum):
    """The kind of a token: a value in one of its dresses, or a mark between values."""

    CODE = auto()
    QUOTED = auto()
    STRONG = auto()
    EMPHASIS = auto()
    NUMBER = auto()
    WORD = auto()
    LINE = auto()
    COMMA = auto()
    OR = auto()
    REMARK = auto()  # what leads to a remark: a colon, a dash
    BRACKET = auto()
    MORE = auto()
    END = auto()
    OTHER = auto()


VALUES = frozenset({Kind.CODE, Kind.QUOTED, Kind.STRONG, Kind.EMPHASIS, Kind.NUMBER, Kind.WORD})
DRESSED = frozenset({Kind.CODE, Kind.QUOTED, Kind.STRONG})
NULLS = frozenset({"null", "nil"})
_LETTER_BOUNDS = frozenset({Kind.LINE, Kind.COMMA, Kind.REMARK, Kind.END, Kind.BRACKET})
_KINDS = {kind.name.lower(): kind for kind in Kind} | {"listed": Kind.BRACKET}


@frozen()
class Token:
    """text: the characters, without quotes, backticks or brackets around them; start and end: where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 12)  # many fields have the same description
def tokens(text: str, words: Words) -> tuple[Token, ...]:
    """The tokens of a text in Markdown."""
    text = plain(text)
    found: list[Token] = []
    are_values = _PACKED_EACH.search(text) is not None
    for match in _TOKEN.finditer(text):
        kind, shown = _KINDS.get(match.lastgroup or "", Kind.OTHER), match[0]
        is_packed = match["code"] is not None and _PACKED.fullmatch(match["inner"]) is not None
        if is_packed and not (are_values and "," in match["inner"]):
            found += _unpacked(match["inner"], match.start("inner"))
            continue
        if match["code"] is not None:
            kind, shown = Kind.CODE, match["inner"].strip()
        elif match["link"] is not None:
            shown = match["text"]
            is_code = len(shown) > 2 and shown[0] == shown[-1] == "`"
            kind, shown = (Kind.CODE, shown.strip("`")) if is_code else (Kind.WORD, shown)
        elif kind is Kind.NUMBER:
            shown = shown.translate(NARROW)
        elif kind is Kind.QUOTED:
            shown = shown[1:-1]
        elif kind is Kind.STRONG:
            shown = shown[2:-2].strip()
            if len(shown) > 2 and shown[0] == shown[-1] == "`":
                kind, shown = Kind.CODE, shown[1:-1]
        elif kind in (Kind.EMPHASIS, Kind.BRACKET):
            shown = shown[1:-1].strip()
            if kind is Kind.EMPHASIS and shown[:1] in "(（[" and shown[-1:] in ")）]":
                kind, shown = Kind.BRACKET, shown[1:-1]
            elif len(shown) > 2 and shown[0] == shown[-1] == "`" and "`" not in shown[1:-1]:
                kind, shown = (Kind.CODE, shown[1:-1]) if kind is Kind.EMPHASIS else (kind, shown)
            elif kind is Kind.EMPHASIS and shown.count("`") > 2:  # `*Values: `a`, `b`*`
                kind = Kind.BRACKET
        elif kind is Kind.WORD and shown.casefold() in words.alternatives:
            kind = Kind.OR
        found.append(Token(kind, shown, match.start(), match.end()))
    return tuple(_with_letters(found))


def is_unpacked(token: Token) -> bool:
    """Whether a token is one of several in one span of code."""
    return token.kind is Kind.CODE and token.end - token.start == len(token.text)


def _unpacked(code: str, start: int) -> Iterator[Token]:
    """The values of one span of code, with the marks between them."""
    for match in _PIECE.finditer(code):
        kind = Kind.COMMA if match[0] in "|," else Kind.CODE
        yield Token(kind, match[0], start + match.start(), start + match.end())


def _with_letters(found: Sequence[Token]) -> Iterator[Token]:
    """The tokens; a letter between commas is a value, also where it is a word for "and": `A, E, I` in Italian or Portuguese."""
    for at, token in enumerate(found):
        if token.kind is Kind.OR and len(token.text) == 1 and token.text.isalpha():
            beside = (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
            begins = at == 0 or found[at - 1].kind in _LETTER_BOUNDS
            ends = at + 1 == len(found) or found[at + 1].kind in _LETTER_BOUNDS
            if begins and ends and any(each.kind is Kind.COMMA for each in beside):
                token = Token(Kind.WORD, token.text, token.start, token.end)
        yield token


def unstressed(text: str) -> str:
    """The text without emphasis around a label: `*Default value: 8*`, `**Allowed values:** a`."""
    return _STRESSED.sub(r"\g<text>", text) if "*" in text or "_" in text else text


def plain(text: str) -> str:
    """The text with lines for tags that begin one, and without escapes and stressed labels outside of code."""
    text = unstressed(text)
    if "null" in text:
        text = _FRAMED_NULL.sub("`null`", text)
    if "<" in text:
        text = _TAGS.sub("\n", text)
    if "\\" in text:
        text = "".join(
            part if index % 2 else _ESCAPES.sub(r"\1", part) for index, part in enumerate(re.split(r"(`[^`]*`)", text))
        )
    return text


def is_value(token: Token) -> bool:
    """Whether a token may be a value of a list: a text of one line without sentences."""
    is_bare = token.kind in (Kind.EMPHASIS, Kind.WORD)
    return token.kind in VALUES and len(token.text) <= 60 and not (is_bare and " " in token.text)
