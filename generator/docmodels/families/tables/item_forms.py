"""Items of lists in rarer forms, in the form that most people write: `` `name` (type): … ``.

integer `size`: …        `size` <integer>: …        `size`, integer: …        `"size"`: …        size: integer. …
`size` = integer         `size`: how large (integer)        `size`: How large. Type: integer. Required.
"""

from __future__ import annotations

import re

from ...regexes import regex
from ...tables.lexicon import Role, Words
from .item_types import is_whole_type, presence_mark

_NAME = r"[A-Za-z_$@][\w$@.\[\]-]{0,100}"
_DRESSED = rf"(?:`(?P<code>{_NAME})`|(?P<mark>\*\*|__)`?(?P<bold>{_NAME})`?(?P=mark))"
_TYPE = r"(?P<type>[A-Za-z][\w\[\]]{1,30}(?: (?:of )?[A-Za-z][\w\[\]]{1,30}){0,3})"
_AT_END = regex(rf"{_DRESSED}(?P<text>\s*[:：–—-]\s.*\S)\s\({_TYPE}\)[.\s]*", re.DOTALL)
_BRACKETED = regex(r"\(([^\W\d_]{1,30})")
_FORMS = (
    regex(rf"{_TYPE} `(?P<code>{_NAME})`(?P<text>\s*(?:[:：–—-]\s.*)?)", re.DOTALL),
    regex(rf"`{_TYPE} (?P<code>{_NAME})`(?P<text>\s*(?:[:：–—-]\s.*)?)", re.DOTALL),
    regex(rf"(?:{_DRESSED}|(?P<word>{_NAME}))\s{{0,3}}(?:\\?<|&lt;){_TYPE}(?:>|&gt;)(?P<text>.*)", re.DOTALL),
    regex(rf"{_DRESSED},\s{{1,3}}{_TYPE}(?P<text>\s?[:：–—-]\s.*)", re.DOTALL),
    regex(rf"{_DRESSED}\s?[:：]\s{{1,3}}{_TYPE}(?P<text>\s?[:：]\s.*)", re.DOTALL),
    regex(rf"{_DRESSED}\s{{0,3}}=>?\s{{0,3}}{_TYPE}(?P<text>\s*(?:[.,;:–—-]\s.*)?)", re.DOTALL),
    regex(
        rf"(?![A-Z])(?P<word>{_NAME}):\s{{1,3}}{_TYPE}(?P<text>[.,;]\s.*)", re.DOTALL
    ),  # `Money: integer.` is a glossary's
    regex(
        rf"(?P<word>{_NAME})\s{{1,3}}\({_TYPE}(?P<marks>(?:,[^(),\n]{{1,30}}){{0,3}})\)(?P<text>\s+[^\s:：–—-].*)",
        re.DOTALL,
    ),
    _AT_END,
    regex(
        rf"{_DRESSED}(?P<text>\s*[:：–—-]\s[^\n]*[.!?])\s+(?P<label>[^\W\d_]{{1,20}})\s?[:：]\s?`?{_TYPE}`?(?P<behind>(?:[.,;]\s.*)?)[.\s]*",
        re.DOTALL,
    ),
)
_QUOTED = regex(rf"(?P<tick>`?)\"(?P<name>{_NAME})\"(?P=tick)(?=\s*[:：(–—-])")
_STRESSED = regex(rf"(?P<mark>[*_])(?P<name>{_NAME})(?P=mark)(?=\s*[:：(–—-])")
_LONGEST = 3_000  # characters


def usual_form(source: str, words: Words) -> str:
    """The text of an item in the usual form; the text itself where it has none of the rarer ones with a type that is known."""
    if len(source) > _LONGEST:
        return source
    if (quoted := _QUOTED.match(source) or _STRESSED.match(source)) is not None:
        source = f"`{quoted['name']}`{source[quoted.end() :]}"
    for form in _FORMS:
        match = form.fullmatch(source)
        if match is not None and form is _AT_END and has_bracketed_type(match["text"], words):
            continue
        if match is not None and _fits(match, words):
            shown = match.groupdict(default="")
            name = shown.get("code") or shown.get("bold") or shown.get("word") or ""
            text = shown["text"].strip(" \t:：.,;–—-")
            behind = shown.get("behind", "").strip(" .,;")
            return f"`{name}` ({shown['type']}{shown.get('marks', '')}): " + ". ".join(
                filter(None, (text.rstrip("."), behind))
            )
    return source


def has_bracketed_type(text: str, words: Words) -> bool:
    """Whether a type stands in brackets in a text: `The old name (string) or the new number`."""
    return any(word.casefold() in words.types for word in _BRACKETED.findall(text))


def _fits(match: re.Match[str], words: Words) -> bool:
    """Whether each word of the type is one, each mark is one, and the label is a word for types."""
    shown = match.groupdict(default="")
    marks = [mark.strip() for mark in shown.get("marks", "").split(",") if mark.strip()]
    label = shown.get("label", "")
    return (
        is_whole_type(shown["type"], words)
        and all(presence_mark(mark, words) is not None for mark in marks)
        and (not label or words.roles.get(label.casefold()) is Role.TYPE)
    )
