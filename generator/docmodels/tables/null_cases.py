"""Sentences that say when a field is null: `Null if there is none.`, `If there is none, null.`"""

from __future__ import annotations

import re

from .lexicon import Words

_SENTENCE = re.compile(r"[.!?。；;！？\n]\s*")
_NULL_FIRST = re.compile(
    r"(?:(?:it|this|the|value|field|(?:will|may|can|could) be|is|are|returns?|set to)\s+){0,4}`?(?:null|nil)`?,?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NULL_LAST = re.compile(
    r"(?P<case>[^,，、]{1,100}?)(?:[,，、]|면|则|則|时|時は?|場合は?)\s*"
    r"(?:(?:then|es|será|devuelve|devolverá|retorna|retornará|renvoie|wird|то|返回|为|為|是|値は|値が)\s*){0,2}`?null`?(?:です)?",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:if|when|unless|wenn|falls|si|cuando|lorsque|se|caso|quando|если|когда)\b|[若如没沒无無未]|없|아니|않|ない|しない|未"
    r"|无",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:if|when) (?:missing|empty|absent|unset|unknown|omitted|unused|none) (?:is|are) (?:not|never|forbidden|prohibited|disallowed)\b",
    re.IGNORECASE,
)  # `Null if missing is not allowed`, but not `Null if the user is not allowed in`


def has_null_case(text: str, words: Words) -> bool:
    """Whether a sentence of a description says that the field is null in some case."""
    if "null" not in text.casefold() and "nil" not in text.casefold():
        return False
    return any(_is_null_case(sentence.strip(" *_()（）-–—"), words) for sentence in _SENTENCE.split(text))


def _is_null_case(sentence: str, words: Words) -> bool:
    first = _NULL_FIRST.match(sentence)
    if _FORBIDDEN.search(sentence) is not None:
        return False
    if first is not None and words.condition.match(first["rest"].casefold()) is not None:
        return True
    last = _NULL_LAST.fullmatch(sentence)
    return last is not None and _CASE.search(last["case"]) is not None
