"""The tokens of running text, for lists of values: values, commas, words between them, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum, auto
from functools import lru_cache

from ..frozen import frozen
from ..patterns import regex
from .lexicon import Words

CJK = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""The characters of scripts without blanks between words, as ranges of a regular expression."""
_FIRST_CJK = "\u3005"


def _token(letter: str, unspaced: str) -> re.Pattern[str]:
    """A pattern for tokens.

    letter    the source for a letter or digit of a script with blanks between words
    unspaced  the source for a word of another script
    """
    source = rf"""
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
      | (?P<number> -?\d+ (?= \s*[:：=＝→－-] ) (?! -\d ) | -?\d+(?:\.\d+)? (?! {letter}|[.-]\w ) ) )
    | (?P<word> (?:(?<![\w`"'])[-$@])?{letter} (?:{letter}|[$#+]|[.+@\#/'’-](?={letter}))* | {unspaced} )
    | (?P<line> \n\s*(?:[-*+•·]\s+)? )
    | (?P<comma> [,，、;；|/•·] )
    | (?P<remark> [:：=＝→] | [–—－-] )
    | (?P<end> [.。！？!?] )
    | (?P<other> \S )
    """
    return regex(source, re.VERBOSE | re.DOTALL)


_TOKEN = _token(rf"[^\W{CJK}]", rf"[{CJK}]+")
_SPACED_TOKEN = _token(r"\w", "(?!)")
"""The same for texts without CJK: sets of these characters take long to compile."""
NARROW = {ord("０") + digit: ord("0") + digit for digit in range(10)}
"""A table from wide digits, as in Chinese and Japanese, to ASCII."""
_TAGS = regex(r"<br\s*/?>|</?(?:li|ul|ol|p|div)\b[^<>]*>", re.IGNORECASE)
_STRESSED = regex(
    r"(?<![\w*_`])(?P<mark>\*{1,3}|_{1,3})(?=[^\W_])(?P<text>[^*_`\"\n:：]{2,40}[:：][^*_\n]{0,300}?)(?<=\S)(?P=mark)(?![\w*_])"
)
_FRAMED_NULL = regex(r"(?:&lt;|\\?<)\s*`?null`?\s*(?:&gt;|\\?>)")  # <`null`>
_WORD = r"[$@+.-]{0,3}\w[\w$@+-]{0,60}"  # with a dot inside, it may be a name of code
_PACKED = regex(rf"\s*{_WORD}(?:(?:\s*\|\s*{_WORD})+|(?:,\s+{_WORD})+)\s*")  # `` `red | green` ``
_PACKED_LISTS = regex(
    r"`[^`\n]{0,80}?,\s[^`\n]{0,80}`[^`.:;()\n]{1,6}`[^`\n]{0,80}?,\s"
)  # `` `name, size` or `size, name` ``
_PIECE = regex(rf"{_WORD}|[|,]")
_ESCAPES = regex(r"\\([\\`*_{}\[\]()#+.!|<>-])")


class Kind(StrEnum):
    """The kind of a token: a value, by the way it is written, or a mark between values."""

    CODE = auto()
    QUOTED = auto()
    STRONG = auto()
    EMPHASIS = auto()
    NUMBER = auto()
    WORD = auto()
    LINE = auto()
    COMMA = auto()
    OR = auto()
    REMARK = auto()  # a colon or a dash before a remark
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
    """A token of running text.

    text        the characters, without quotes, backticks or brackets around them
    start, end  its place in the text"""

    kind: Kind
    text: str
    start: int
    end: int


def may_have_cjk(text: str) -> bool:
    """Whether a text may have a character of CJK: a quick look."""
    return not text.isascii() and max(text) >= _FIRST_CJK


@lru_cache(maxsize=1 << 12)  # many fields share their description
def tokens(text: str, words: Words) -> tuple[Token, ...]:
    """The tokens of a text in Markdown."""
    text = plain(text)
    pieces: list[Token] = []
    alternatives = words.alternatives
    are_values = _PACKED_LISTS.search(text) is not None
    for match in (_TOKEN if may_have_cjk(text) else _SPACED_TOKEN).finditer(text):
        form = match.lastgroup or ""
        kind, content = _KINDS.get(form, Kind.OTHER), match[0]
        if kind is Kind.WORD:  # as most tokens are
            kind = Kind.OR if content.casefold() in alternatives else kind
        elif form == "code":
            content = match["inner"]
            if _PACKED.fullmatch(content) is not None and not (are_values and "," in content):
                pieces += _unpacked(content, match.start("inner"))
                continue
            content = content.strip()
        elif form == "link":
            content = match["text"]
            is_code = len(content) > 2 and content[0] == content[-1] == "`"
            kind, content = (Kind.CODE, content.strip("`")) if is_code else (Kind.WORD, content)
        elif kind is Kind.NUMBER:
            content = content.translate(NARROW)
        elif kind is Kind.QUOTED:
            content = content[1:-1]
        elif kind is Kind.STRONG:
            content = content[2:-2].strip()
            if len(content) > 2 and content[0] == content[-1] == "`":
                kind, content = Kind.CODE, content[1:-1]
        elif kind in (Kind.EMPHASIS, Kind.BRACKET):
            content = content[1:-1].strip()
            if kind is Kind.EMPHASIS and content[:1] in "(（[" and content[-1:] in ")）]":
                kind, content = Kind.BRACKET, content[1:-1]
            elif len(content) > 2 and content[0] == content[-1] == "`" and "`" not in content[1:-1]:
                kind, content = (Kind.CODE, content[1:-1]) if kind is Kind.EMPHASIS else (kind, content)
            elif kind is Kind.EMPHASIS and content.count("`") > 2:  # `*Values: `a`, `b`*`
                kind = Kind.BRACKET
        pieces.append(Token(kind, content, match.start(), match.end()))
    return tuple(_with_letters(pieces))


def is_unpacked(token: Token) -> bool:
    """Whether a token shares a span of code with others."""
    return token.kind is Kind.CODE and token.end - token.start == len(token.text)


def _unpacked(code: str, start: int) -> Iterator[Token]:
    """The values of one span of code, with the marks between them."""
    for match in _PIECE.finditer(code):
        kind = Kind.COMMA if match[0] in "|," else Kind.CODE
        yield Token(kind, match[0], start + match.start(), start + match.end())


def _with_letters(pieces: Sequence[Token]) -> Iterator[Token]:
    """The tokens; a letter between commas is a value, even if it means "and" in some language: `A, E, I`."""
    for at, token in enumerate(pieces):
        if token.kind is Kind.OR and len(token.text) == 1 and token.text.isalpha():
            beside = (*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2])
            begins = at == 0 or pieces[at - 1].kind in _LETTER_BOUNDS
            ends = at + 1 == len(pieces) or pieces[at + 1].kind in _LETTER_BOUNDS
            if begins and ends and any(neighbour.kind is Kind.COMMA for neighbour in beside):
                token = Token(Kind.WORD, token.text, token.start, token.end)
        yield token


def unstressed(text: str) -> str:
    """The text without emphasis around a label: `*Default value: 8*`, `**Allowed values:** a`."""
    return _STRESSED.sub(r"\g<text>", text) if "*" in text or "_" in text else text


def plain(text: str) -> str:
    """The text with line ends for tags such as `<br>`, without escapes and stressed labels outside of code."""
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
    """Whether a token may be a value of a list: one line without a sentence."""
    is_bare = token.kind in (Kind.EMPHASIS, Kind.WORD)
    return token.kind in VALUES and len(token.text) <= 60 and not (is_bare and " " in token.text)
