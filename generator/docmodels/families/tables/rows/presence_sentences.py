"""The presence of all fields of a table, in a sentence such as "All fields are optional" beside it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from ....markdown import Block, Inline, Prose
from ....model.declarations import Presence
from ....model.names import singular
from ....model.types import Primitive
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words, any_language
from ....tables.lexicon.entries import has_any
from ....tables.marks import meaning

_SENTENCE = regex(r"[.。!！\n]+(?=[\s)）]|\Z|[^\x00-\x7f])|\s[–—-]\s")
_HEDGED = regex(r"\b(?:usually|normally|typically|generally|often|mostly|sometimes|conditionally)\b")
_VALUE = regex(r"`(?:null|nil|true|false)`")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_HEAD, _MOST_WORDS, _LONGEST = 7, 16, 2_000  # words of the subject, words of a sentence, characters of a paragraph
_PARTS = frozenset({Part.OWN, Part.SENT, Part.RECEIVED})


def presence_beside(before: Block | None, after: Block | None, words: Words) -> Presence | None:
    """The presence in the paragraph right above or right below a table; None without one.

    A paragraph below that ends in a colon announces something else.
    """
    above = _presence_in(before, words) or _announced(before, words)
    is_of_next = isinstance(after, Prose) and after.source.rstrip("*_ )").endswith((":", "："))
    return above or (None if is_of_next else _presence_in(after, words))


def _presence_in(block: Block | None, words: Words) -> Presence | None:
    if not isinstance(block, Prose) or len(block.source) > _LONGEST:
        return None
    if "`" in _VALUE.sub("", block.source):
        return None  # the code may be the owner: "All fields of `Seat` are required."
    text = Inline(block.source, 1, 1).text.casefold()
    if not has_any(words.every, text) and any_language().unless.search(text) is None:
        return None
    presences = {presence for sentence in _SENTENCE.split(text) if (presence := _of_all(sentence, words)) is not None}
    return next(iter(presences)) if len(presences) == 1 else None


def _announced(block: Block | None, words: Words) -> Presence | None:
    """The presence in the sentence right above a table that announces its fields: "The following keys are required:"."""
    source = block.source.rstrip("*_ ") if isinstance(block, Prose) else ""
    if not source.endswith((":", "：")) or len(source) > _LONGEST or "`" in source:
        return None
    text = Inline(source, 1, 1).text.casefold().rstrip(":： ")
    last = [sentence for sentence in _SENTENCE.split(text) if sentence.strip()][-1:]
    return _of_all(last[0], words, words.following) if last else None


def _of_all(sentence: str, words: Words, subjects: Collection[str] = ()) -> Presence | None:
    """The presence in a sentence about all fields: it begins with a word for all, and ends with a mark.

    With an exception, it needs no word for all: "Fields are required unless otherwise noted".

    subjects  the words that it may begin with instead
    """
    if _HEDGED.search(sentence) is not None:
        return None
    bare = sentence.strip(" \t*_()（）[]>:：")
    plain = _closing().sub("", any_language().unless.sub("", bare)).strip()
    has_exception = len(plain) < len(bare)
    pieces = _WORD.findall(plain)
    if len(pieces) > 2 and _is_thing(pieces[-1], words) and pieces[-2] in words.marks:
        plain = plain[: plain.rindex(pieces.pop())].strip()  # `All fields are required keys`
    if not pieces or len(pieces) > _MOST_WORDS:
        return None
    every = next((word for word in (subjects or words.every) if plain.startswith(word)), None)
    if every is None and has_exception and not subjects:
        every = ""  # `Fields are required unless otherwise noted`
    if every is None:
        return None
    heads = pieces[1 if every else 0 : _HEAD if every else 1]
    unspaced = [word for word in words.parts if not word.isascii() and word in plain[len(every) :]]
    things = [word for word in unspaced if words.parts[word] in _PARTS]
    if not things and not any(_is_thing(word, words) for word in heads):
        return None
    mark = max((word for word in words.marks if _ends(plain, word)), key=len, default="")
    return meaning({words.marks[mark]}).presence if mark and not _negates(plain, mark, words) else None


def _is_thing(word: str, words: Words) -> bool:
    """Whether a word means fields: `fields`, `keys`."""
    return words.parts.get(word) in _PARTS or words.roles.get(singular(word)) is Role.NAME


def _ends(text: str, word: str) -> bool:
    before = text[: len(text) - len(word)][-1:]
    return text.endswith(word) and (not word.isascii() or not before.isalnum())


def _negates(text: str, mark: str, words: Words) -> bool:
    """Whether a word before the mark limits the sentence to some fields: `not`, `other`, `marked`, a type."""
    before = text[: len(text) - len(mark)]
    pieces = set(_WORD.findall(before))
    return any(word in (pieces if word.isascii() else before) for word in words.others) or any(
        piece in words.marks or isinstance(words.types.get(piece), Primitive) for piece in pieces
    )


@cache
def _closing() -> re.Pattern[str]:
    """An empty word at the end of a sentence: `です`."""
    return re.compile(rf"(?:{any_language().closings})\Z")
