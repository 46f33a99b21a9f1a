"""Items of lists in rarer forms, rewritten in the usual form: `` `name` (type): … ``.

integer `size`: …        `size` <integer>: …        `size`, integer: …        `"size"`: …        size: integer. …
`size` = integer         size - integer - …         `size` | integer | …         size (integer required) …
**size** (required) integer: …        **size:** integer        size `integer` - …
`size`: how large (integer)           `size`: How large. Type: integer. Required.
"""

from __future__ import annotations

import re
import string

from ....patterns import regex
from ....tables.lexicon import Role, Words
from .item_types import is_type_text, presence_mark, read_item_type

_NAME = r"[A-Za-z_$@][\w$@.\[\]-]{0,100}"
_DRESSED = rf"(?:`(?P<code>{_NAME})`|(?P<mark>\*\*|__)`?(?P<bold>{_NAME})`?(?P=mark))"
_TYPE = r"(?P<type>[A-Za-z][\w\[\]]{1,30}(?: (?:of )?[A-Za-z][\w\[\]]{1,30}){0,3})"
_BRACKETED = regex(r"\(([^\W\d_]{1,30})")
_AT_END = rf"{_DRESSED}(?P<text>\s*[:：–—-]\s.*\S)\s\({_TYPE}\)[.\s]*"
_SET_OFF = r"(?P<text>\s*(?:[:：–—-]\s.*)?)"
_WORD_AND_CODE = rf"(?![A-Z])(?P<word>{_NAME})\s{{1,3}}`{_TYPE}`{_SET_OFF}"
_NO_NAMES = frozenset(  # before a type in code: "a `string`", "returns `boolean`"
    {"a", "an", "the", "any", "each", "every", "some", "one", "is", "are", "be", "as", "of", "or", "if", "when"}
    | {"with", "use", "uses", "takes", "accepts", "returns", "throws", "contains", "holds", "has", "optional"}
    | {"required"}
)
_CODE, _LOWER = "`*_", string.ascii_lowercase + "_$@"
_WORD = string.ascii_uppercase + _LOWER
"""The first characters of texts in the forms: of a name in code or in bold, and of a word."""
_FORMS = tuple(
    (begins, frozenset(signs), regex(form, re.DOTALL))
    for begins, signs, form in (
        (_WORD, "`", rf"{_TYPE} `(?P<code>{_NAME})`{_SET_OFF}"),
        (_CODE, " ", rf"`{_TYPE} (?P<code>{_NAME})`{_SET_OFF}"),
        (_LOWER, "`", _WORD_AND_CODE),
        (
            _CODE + _WORD,
            "<&",
            rf"(?:{_DRESSED}|(?P<word>{_NAME}))\s{{0,3}}(?:\\?<|&lt;){_TYPE}(?:>|&gt;)(?P<text>.*)",
        ),
        (_CODE, ",", rf"{_DRESSED},\s{{1,3}}{_TYPE}(?P<text>\s?[:：–—-]\s.*)"),
        (_CODE, "|", rf"{_DRESSED}\s?\|\s?{_TYPE}(?P<text>\s?\|\s.*)"),
        (_CODE, ":：", rf"{_DRESSED}\s?[:：]\s{{1,3}}{_TYPE}(?P<text>\s?[:：]\s.*)"),
        (
            _CODE,
            "=→",
            rf"{_DRESSED}\s{{0,3}}(?:=>?|→)\s{{0,3}}{_TYPE}(?P<text>\s*(?:[.,;:–—-]\s.*|\([^()]*\))?)",
        ),
        (_CODE, "=→", rf"{_DRESSED}\s{{0,3}}(?:=>?|→)\s{{0,3}}`{_TYPE}`{_SET_OFF}"),
        (
            _CODE,
            "(",
            rf"{_DRESSED}\s?(?:[:：]\s?)?\((?P<presence>[^(),\n]{{1,30}})\)\s{{1,3}}[*_`]?{_TYPE}[*_`]?(?P<text>\s?[:：–—-]\s.*)",
        ),
        # Lower case alone: `Money: integer.` is a glossary's.
        (_LOWER, ":", rf"(?![A-Z])(?P<word>{_NAME}):\s{{1,3}}{_TYPE}(?P<text>(?:[.,;]|\s(?://|\#))\s.*)"),
        (_WORD, "–—-", rf"(?P<word>{_NAME})\s[–—-]\s{_TYPE}(?P<text>\s[–—-]\s.*)"),
        (_WORD, "(", rf"(?P<word>{_NAME})\s{{1,3}}\((?P<bracketed>[^()\n]{{1,80}})\)(?P<text>\s+[^\s:：–—-].*)"),
        (_CODE, "(", _AT_END),
        (
            _CODE,
            ":：",
            rf"{_DRESSED}(?P<text>\s*[:：–—-]\s[^\n]*[.!?])\s+(?P<label>[^\W\d_]{{1,20}})\s?[:：]\s?`?{_TYPE}`?(?P<behind>(?:[.,;]\s.*)?)[.\s]*",
        ),
    )
)
"""Each form with the first characters of texts in it, and with signs of which they have one: a quick look, which spares
most patterns.
"""
_SIGNS = frozenset().union(*(signs for _, signs, _ in _FORMS))
_QUOTED = regex(rf"(?P<tick>`?)\"(?P<name>{_NAME})\"(?P=tick)(?=\s*[:：(–—-])")
_STRESSED = regex(rf"(?P<mark>[*_])(?P<name>{_NAME})(?P=mark)(?=\s*[:：(–—-]|\s{_TYPE};)")
_MARKS = '`"*_'  # the first characters of both
_ENDED = r"\s*(?:[.,;:：(|–—-]|\Z)"
# `**size:** integer`; not `**Note:** `integer` fields have a sign`, nor `**Hint:** Text is trimmed`
_COLONS_INSIDE = tuple(
    regex(rf"(?P<mark>\*\*|__)(?P<name>`?{_NAME}`?)\s?(?P<colon>[:：])(?P=mark)(?=\s{{1,3}}{behind})")
    for behind in (rf"[(*_]{{1,2}}{_TYPE}[,;)*_]", rf"`{_TYPE}`{_ENDED}", rf"{_TYPE}{_ENDED}")
)
_LONGEST = 3_000  # characters


def usual_form(source: str, words: Words) -> str:
    """The text of an item in the usual form; the same text if it has no rarer form with a known type."""
    if len(source) > _LONGEST:
        return source
    quoted = (_QUOTED.match(source) or _STRESSED.match(source)) if source[:1] in _MARKS else None
    if quoted is not None:
        source = f"`{quoted['name']}`{source[quoted.end() :]}"
    for colon_inside in _COLONS_INSIDE if source.startswith(("**", "__")) else ():
        bold = colon_inside.match(source)
        if bold is not None and is_type_text(bold["type"], words):
            source = f"{bold['mark']}{bold['name']}{bold['mark']}{bold['colon']}{source[bold.end() :]}"
            break
    first, own_signs = source[:1], frozenset(filter(source.__contains__, _SIGNS))
    for begins, signs, form in _FORMS:
        match = form.fullmatch(source) if first in begins and not signs.isdisjoint(own_signs) else None
        if match is not None and _fits(match, words):
            parts = match.groupdict(default="")
            name = parts.get("code") or parts.get("bold") or parts.get("word") or ""
            kind = parts.get("bracketed") or ", ".join(filter(None, (parts["type"], parts.get("presence"))))
            texts = (parts["text"].strip(" \t:：.,;|/#–—-"), parts.get("behind", "").strip(" .,;"))
            return f"`{name}` ({kind}): " + ". ".join(text.rstrip(".") for text in texts if text)
    return source


def has_bracketed_type(text: str, words: Words) -> bool:
    """Whether a text has a type in brackets: `The old name (string) or the new number`."""
    return any(word.casefold() in words.types for word in _BRACKETED.findall(text))


def _fits(match: re.Match[str], words: Words) -> bool:
    """Whether each word of the type is one, the mark is one, and the label is a word for types."""
    parts = match.groupdict(default="")
    if "bracketed" in parts:
        kind = read_item_type(parts["bracketed"], words)
        return is_type_text(kind.type, words) and not kind.remarks
    if match.re.pattern == _AT_END and has_bracketed_type(parts["text"], words):
        return False
    if match.re.pattern == _WORD_AND_CODE and parts["word"] in _NO_NAMES:
        return False
    mark, label = parts.get("presence"), parts.get("label")
    return (
        is_type_text(parts["type"], words)
        and (not mark or presence_mark(mark, words) is not None)
        and (not label or words.roles.get(label.casefold()) is Role.TYPE)
    )
