"""Examples with types in place of values: `{"id": "String (identifier)", "count": "integer", "open": true}`."""

from __future__ import annotations

from collections.abc import Iterator

from ....examples import Document
from ....frozen import replace
from ....model.declarations import Json
from ....model.shapes import ELIDED
from ....model.types import BOOLEAN, DATE, DATETIME, INTEGER, NUMBER, STRING, Type
from ....patterns import regex
from ....tables.lexicon import Words

_HEAD = regex(r"[\s<{(]*(?:Edm\.)?(?P<word>[^\s()<>{}|,:;/]{1,40})")
_SURE = regex(r"(?:String|Integer|Number|Boolean|Date|DateTime|Edm\.\w{1,40})|\w{1,40} \([^()]{1,60}\)")
_QUALIFIED = regex(r"#?[a-z]\w{0,40}(?:\.[A-Za-z]\w{0,60}){2,5}")
_LONGEST = 100  # characters of a type
_VALUES: dict[Type, Json] = {
    STRING: "string",
    INTEGER: 0,
    NUMBER: 0.5,
    BOOLEAN: False,
    DATE: "2000-01-01",
    DATETIME: "2000-01-01T00:00:00Z",
}
"""A value of each type."""


def with_values(document: Document, words: Words) -> Document:
    """The document with a value for each type, not to be checked, if most of its texts are names of types."""
    texts = list(_texts(document.value))
    types = [text for text in texts if _type(text, words) is not None]
    beside = sum(" | " in text or _QUALIFIED.fullmatch(text) is not None for text in texts if text not in types)
    is_sure = any(map(_SURE.fullmatch, types))
    if 2 * (len(types) + beside) < len(texts) or len(types) < (1 if is_sure else 2):
        return document
    return replace(document, value=_filled(document.value, words), is_elided=True)


def _texts(value: Json) -> Iterator[str]:
    """The texts in a value, without those of `@odata.type`."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key[:1] not in "@$#":
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


def _type(text: str, words: Words) -> Type | None:
    head = _HEAD.match(text) if len(text) <= _LONGEST else None
    return words.types.get(head["word"].casefold()) if head is not None else None


def _filled(value: Json, words: Words) -> Json:
    if isinstance(value, dict):
        return {key: _filled(part, words) for key, part in value.items()}
    if isinstance(value, list):
        return [_filled(part, words) for part in value]
    if not isinstance(value, str):
        return value
    kind = _type(value, words)
    return ELIDED if kind is None else _VALUES.get(kind, ELIDED)
