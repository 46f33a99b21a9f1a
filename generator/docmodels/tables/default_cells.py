"""Cells in a column of defaults: a value, words about one, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

from ..frozen import frozen, replace
from ..markdown import Inline, SpanKind
from ..model.examples import parse, written_value
from ..model.types import ANY, BOOLEAN, NULL, Type, constants_in
from ..patterns import regex
from .conditions import has_condition
from .lexicon import Role, Words, any_language
from .tokens import may_have_cjk

_SWITCHES = MappingProxyType({"on": "true", "off": "false", "enabled": "true", "disabled": "false"})
_FOLDERS, _ANY = frozenset({".", "..", "./", "../"}), frozenset({"/", "*"})
"""Defaults without letters: where a program runs, and, in code, the root and all there is."""
_LABELLED = regex(r"\*{0,2}(?P<label>[A-Za-z][A-Za-z ]{2,20})\s?[:：]\*{0,2}\s*(?P<rest>\S.*)", re.DOTALL)
"""A cell with a label of its own: `Default: 4`, `**Choices:** a, b`."""
_TOKEN = regex(r"[\w-]{1,40}")
_WITH_REMARK = regex(r"(?P<value>-?\d+(?:\.\d+)?(?=\s*[(（])|[^\s(（]+(?=\s+\(|\s*（)).*", re.DOTALL)
_QUOTED = regex(r""""[^"]*"|“[^”]*”|[\[{].*""", re.DOTALL)
_CURLY = regex('“(?P<text>[^“”"\\\\]*)”')
_SINGLE = regex(r"""'(?P<text>[^'"\\]*)'(?:::[\w ]+)?""")  # `'new'::text` of a database
_WRAPPED = regex(
    r"\({1,3}(?P<inner>N?'[^'\n]*'|-?\d{1,15}(?:\.\d{1,15})?|\w{1,40}\(\))\){1,3}"
)  # `((0))` of a database
_COMPUTED = regex(r"[\w.]+\(\)|nextval\(.*\)|current_(?:date|time|timestamp|user)", re.IGNORECASE)
_CLAUSE = regex(r"DEFAULT\s+(?P<value>-?\d+(?:\.\d+)?|true|false|null)", re.IGNORECASE)  # of a database
_SENTENCE = regex(r"""(?<![^\W\d_])[^\W\d_]{2,}[,;:]?\s+["'“(]?[^\W\d_]{2,}""")


_WORDS = regex(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)  # `当前时间`: words, where nothing shows that they are a value


@frozen()
class DefaultCell:
    """A cell of a column of defaults.

    value           the default; None without one
    has_remark      whether the cell has other words as well
    may_be_nothing  whether the value may be a word for "no default": `none`
    """

    value: str | None = None
    has_remark: bool = False
    may_be_nothing: bool = False


def read_default_cell(cell: Inline, words: Words, kind: Type = ANY) -> DefaultCell:
    """The default in a cell: `10`, `10 (at most 100)`. Other words are a remark: `the time of the call`.

    kind  the type of the field, with the values that the docs list: `none` or `required` may be one of them
    """
    label = _LABELLED.fullmatch(cell.source.strip())
    role = words.roles.get(label["label"].casefold()) if label is not None else None
    if label is not None and role is Role.DEFAULT:
        cell = replace(cell, source=label["rest"])
    elif role is Role.VALUES:
        return DefaultCell(None, True)
    spans = [span for span in cell.spans if span.text.strip()]
    plain = (spans[0].text if len(spans) == 1 else cell.text).strip()
    if (clause := _CLAUSE.fullmatch(plain)) is not None:
        plain = clause["value"]
    is_code = any(span.kind is SpanKind.CODE for span in spans) and plain != "None"
    word = plain.casefold().strip("().*_\\")
    if plain in constants_in(kind) or plain in _FOLDERS or (is_code and plain in _ANY):
        return DefaultCell(plain)
    if plain in ("NULL", "nil"):
        return DefaultCell("null")
    if kind == BOOLEAN and (meant := truth(plain.casefold(), words)) is not None:
        return DefaultCell(meant)
    if word in any_language().nothing or (not is_code and word in words.marks):
        return DefaultCell()
    if not is_code and word in any_language().no_default:
        return DefaultCell(plain, may_be_nothing=True) if _TOKEN.fullmatch(plain) else DefaultCell()
    if not is_code and words.types.get(word) == NULL and word != "null":  # `Ninguna`, `aucun`
        return DefaultCell()
    if (wrapped := _WRAPPED.fullmatch(plain)) is not None:
        plain = wrapped["inner"]
    if (quoted := _SINGLE.fullmatch(plain) or _CURLY.fullmatch(plain)) is not None:
        return DefaultCell(f'"{quoted["text"]}"')
    if _COMPUTED.fullmatch(plain):
        return DefaultCell(None, True)
    if is_code and len(spans) == 1:
        return DefaultCell(plain)
    if is_code and spans[0].kind is SpanKind.CODE and all(span.kind is not SpanKind.CODE for span in spans[1:]):
        rest = "".join(span.text for span in spans[1:]).strip(" .")
        is_remark = rest.startswith(("(", "（", ",", ";", "-", "–", "—"))
        return DefaultCell(
            spans[0].text.strip() if is_remark and not has_condition(rest.casefold(), words) else None, True
        )
    if sum(span.kind is SpanKind.CODE for span in spans) > 1:  # `a` if new, `b` otherwise
        return DefaultCell(None, True)
    if is_code and any(map(str.isalpha, spans[0].text)) and spans[0].kind is not SpanKind.CODE:
        return DefaultCell(None, True)  # ``the value of `name` ``
    if is_code or parse(plain) is not None or written_value(plain) is not None:
        return DefaultCell(plain)
    if word in any_language().computed or has_condition(plain.casefold(), words):
        return DefaultCell(None, True)
    remark = _WITH_REMARK.fullmatch(plain)
    if remark is not None:
        return DefaultCell(None if remark["value"] in any_language().nothing else remark["value"], True)
    has_words = _SENTENCE.search(plain) is not None or (may_have_cjk(plain) and _WORDS.search(plain) is not None)
    is_prose = has_words and _QUOTED.fullmatch(plain) is None
    return DefaultCell(None if is_prose else plain, is_prose)


@lru_cache(maxsize=64)
def truths(words: Words) -> frozenset[str]:
    """A pattern for words for yes and no, in any case: `on`, `Nein`, `TRUE`."""
    known = [word for word in (*words.signs, *_SWITCHES) if truth(word, words) is not None]
    return frozenset(spelled for word in known for spelled in (word, word.capitalize(), word.upper()))


def truth(word: str, words: Words) -> str | None:
    """The boolean that a word means as a default: "true" for `yes` and `是`, "false" for `off`; None for a mark or no word."""
    is_word = word.isalpha() and (len(word) > 1 or not word.isascii())
    if not is_word or word in words.marks or word in any_language().nothing or word in any_language().no_default:
        return None
    known = words.signs.get(word)
    return _SWITCHES.get(word) if known is None else "true" if known else "false"
