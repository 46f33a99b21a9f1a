"""The words of human languages in references: a language is a module here with its `LEXICON`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from .any_language import AnyLanguage
from .elsewhere import ELSEWHERE
from .lexicon import Lexicon
from .meanings import Claimed, Mark, Part, Role, Unit
from .words import Words

_ENGLISH = "en"
_OF_NO_LANGUAGE = {
    "any_language",
    "default_words",
    ELSEWHERE,
    "entries",
    "lexicon",
    "limits",
    "mark_sentences",
    "meanings",
    "type_words",
    "words",
}


def languages() -> tuple[str, ...]:
    """The languages with a lexicon. English is the last one: references in every language use its words."""
    return _languages(tuple(__path__))


@cache
def _languages(folders: tuple[str, ...]) -> tuple[str, ...]:
    names = {module.name for module in pkgutil.iter_modules(folders)} - _OF_NO_LANGUAGE
    return (*sorted(names - {_ENGLISH}), _ENGLISH)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language."""
    module = importlib.import_module(f"{__name__}.{language}")
    own: Lexicon = module.LEXICON
    return own


@cache
def words(spoken: tuple[str, ...]) -> Words:
    """The words of several languages. If two disagree about a word, the first one decides."""
    return Words(tuple(map(lexicon, spoken)))


@cache
def any_language() -> AnyLanguage:
    """The words that count on every page, in any language: a cell may be in another one than the headings."""
    return AnyLanguage(tuple(map(lexicon, (*languages(), ELSEWHERE))))


__all__ = [
    "AnyLanguage",
    "Claimed",
    "Lexicon",
    "Mark",
    "Part",
    "Role",
    "Unit",
    "Words",
    "any_language",
    "languages",
    "lexicon",
    "words",
]
