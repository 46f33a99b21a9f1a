"""The cache of a docs folder: the claims and readings of its pages."""

from __future__ import annotations

from functools import cache

from ..cache.codec import Codec, classes_of
from ..cache.store import Cache, open_cache
from ..config import Config
from ..families import FAMILIES, Reading
from ..installation import PROGRAM
from .choose import Claims


@cache
def codec(*more: type) -> Codec:
    """The codec for claims and readings, and for instances of more classes."""
    return Codec(classes_of(Claims, Reading, *more))


def remembered(config: Config) -> Cache:
    """The results of earlier runs for a docs folder. They are void after a change of any code that reads pages."""
    return _opened(config, codec(), "pages")


def remembered_history(config: Config, *more: type) -> Cache:
    """The results of earlier runs for the history of a docs folder, separate from those for its current state.

    A run keeps only the results that it uses, and a run over the current state uses none of older pages.

    more  the classes of further results, besides claims and readings
    """
    return _opened(config, codec(*more), "history")


def _opened(config: Config, codec: Codec, purpose: str) -> Cache:
    return open_cache(config.docs, codec, [PROGRAM], FAMILIES.installed, purpose)
