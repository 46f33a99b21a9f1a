"""The headings of columns, and their roles by these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ....markdown import Inline, Table
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words
from ....tables.lexicon.entries import has_any, lowered

_TAG = regex(r"</?[a-zA-Z][^<>]{0,200}>")
_UNSPACED = regex(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)  # letters of words without blanks between them
_LEFT_OUT = "*_`:： []?？!！"
_SHORTEST_MISSPELT = 5  # letters
_MOST_WORDS = 4  # of a heading with a known word in it
_NEGATIONS = frozenset({"not", "no", "non", "without", "never"})
WEAK = frozenset(
    {"name", "key", "element", "variable", "term", "tag", "header", "column", "input", "output", "identifier"}
    | {"option", "setting", "directive"}
)
"""Headings of columns that may also have names of other things."""
EMPTY = '""'
"""The heading without letters, as lexicons write it."""


def heading_words(heading: Inline) -> str:
    """The text of a heading in lower case, with narrow characters, without marks and tags."""
    return _heading_words(heading.text)


@lru_cache(maxsize=1 << 12)
def _heading_words(text: str) -> str:
    plain = unicodedata.normalize("NFKC", _TAG.sub(" ", text)).replace("ʼ", "'")  # `обовʼязкове`
    return " ".join(plain.split()).strip(_LEFT_OUT).casefold() or EMPTY


def role_of(heading: Inline, words: Words) -> Role | None:
    """The role of a column, by its heading."""
    return _role_of(heading_words(heading), words)


def header_roles(table: Table, words: Words) -> Sequence[Role | None]:
    """The roles of the columns of a table, by their headings."""
    return _header_roles(tuple([heading.text for heading in table.header]), words)


@lru_cache(maxsize=1 << 12)  # each step asks for them, and most tables have one of a few headers
def _header_roles(texts: tuple[str, ...], words: Words) -> Sequence[Role | None]:
    return tuple(_role_of(_heading_words(text), words) for text in texts)


@lru_cache(maxsize=1 << 12)
def _role_of(text: str, words: Words) -> Role | None:
    if text in words.roles:
        return words.roles[text]
    plain = re.split(r"[(\[]", text, maxsplit=1)[0].rstrip() if text.endswith((")", "]")) else text
    if plain in words.roles:
        return words.roles[plain]
    parts = [part.strip() for part in text.replace("・", "/").split("/")]
    return next((words.roles[part] for part in parts if part in words.roles), None) if len(parts) > 1 else None


def length_heading(heading: Inline, words: Words) -> re.Match[str] | None:
    """The match of a heading for lengths, or of a part of it: `Tamanho/Formato`; None for any other heading."""
    if not has_any(words.lengths, lowered(heading.text)):
        return None
    parts = (part.strip(" *_") for part in heading.text.split("/"))
    return next(filter(None, map(words.limit_words.heading.fullmatch, parts)), None)


def owner_in(heading: Inline, words: Words) -> str:
    """The model in the heading of a column of names: `Room fields`; "" without one."""
    owner, _, last = " ".join(heading.text.split()).strip("*_`:： ").rpartition(" ")
    is_part = words.parts.get(last.casefold()) is Part.OWN and words.roles.get(last.casefold()) is Role.NAME
    is_name = owner[:1].isupper() and not any(word.casefold() in words.roles for word in owner.split())
    return owner if is_part and is_name else ""


def near_role(heading: Inline, words: Words) -> Role | None:
    """The possible role of a heading with a known or misspelt word in it: `JSON type`, `Filed`, `JSONの型`; else None."""
    return _near(heading_words(heading), words)


@lru_cache(maxsize=1 << 12)
def _near(text: str, words: Words) -> Role | None:
    roles = words.roles
    if not text.isascii() and _UNSPACED.search(text) is not None:
        ends = (text[cut:] for cut in range(1, len(text)))
        starts = (text[:cut] for cut in range(len(text) - 1, 0, -1))
        return next(
            (roles[part] for part in (*ends, *starts) if part in roles and roles[part] is not Role.FOREIGN), None
        )
    parts = text.split()
    if 1 < len(parts) <= _MOST_WORDS and parts[0] not in _NEGATIONS:
        known = [roles.get(part) for part in (" ".join(parts[-2:]), parts[-1], parts[0])]
        return next((role for role in known if role not in (None, Role.FOREIGN)), None)
    if len(text) < _SHORTEST_MISSPELT or len(parts) != 1:
        return None
    return next((role for word, role in roles.items() if role is not Role.FOREIGN and _is_misspelt(text, word)), None)


def _is_misspelt(text: str, word: str) -> bool:
    """Whether two letters of a word have changed places, or one letter is missing, doubled or wrong.

    The singular is no misspelling of the plural: `Option` heads names, `Options` values.
    """
    if f"{text}s" == word or text[0] != word[:1] or abs(len(text) - len(word)) > 1 or len(word) < _SHORTEST_MISSPELT:
        return False
    at = next(
        (index for index, (a, b) in enumerate(zip(text, word, strict=False)) if a != b), min(len(text), len(word))
    )
    rest, other = text[at:], word[at:]
    if len(text) != len(word):
        return rest[1:] == other if len(text) > len(word) else rest == other[1:]
    return sorted(rest[:2]) == sorted(other[:2]) and rest[2:] == other[2:] and rest[:2] != other[:2]
