"""The cache of a docs folder: the claims and readings of its pages."""

from __future__ import annotations

from pathlib import Path

from ..cache import Cache, Codec, classes_of, open_cache
from ..config import Config
from ..families import FAMILIES, Reading
from .read import Claims


def codec() -> Codec:
    """The codec for claims and readings."""
    return Codec(classes_of(Claims, Reading))


def remembered(config: Config) -> Cache:
    """The results of earlier runs for a docs folder. A change of any code that reads pages makes them worthless."""
    programs = [Path(__file__).parents[1], *(file for source in FAMILIES.installed for file in source.files)]
    return open_cache(config.docs, codec(), programs, "pages")
