"""The words of human languages in references: a language is a module here with its `LEXICON`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from .lexicon import Claimed, Lexicon, Mark, Part, Role
from .words import Words

_ENGLISH = "en"
_OF_NO_LANGUAGE = {"entries", "lexicon", "limits", "mark_sentences", "words"}


def languages() -> tuple[str, ...]:
    """The languages that there are words of; English, whose words references in every language use, is the last."""
    return _languages(tuple(__path__))


@cache
def _languages(folders: tuple[str, ...]) -> tuple[str, ...]:
    found = {module.name for module in pkgutil.iter_modules(folders)} - _OF_NO_LANGUAGE
    return (*sorted(found - {_ENGLISH}), _ENGLISH)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language."""
    module = importlib.import_module(f"{__name__}.{language}")
    found: Lexicon = module.LEXICON
    return found


@cache
def words(spoken: tuple[str, ...]) -> Words:
    """The words of several languages; where two disagree about one, the first decides."""
    return Words(tuple(map(lexicon, spoken)))


__all__ = ["Claimed", "Lexicon", "Mark", "Part", "Role", "Words", "languages", "lexicon", "words"]
