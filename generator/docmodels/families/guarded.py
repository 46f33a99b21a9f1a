"""Families of other distributions, with checks of their results. Errors name the distribution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..cache.keys import key_of
from ..config.installed import Source
from ..frozen import frozen
from .family import Claim, Family, Notation, Reader, Reading

if TYPE_CHECKING:
    from ..markdown import Page


def guarded(value: object, source: Source) -> Family:
    """A family with checks around it. Raises ConfigError for a value that is no family."""
    name, languages = getattr(value, "name", None), getattr(value, "languages", None)
    if not (callable(getattr(value, "claim", None)) and callable(getattr(value, "settle", None))):
        raise source.error("is no family: it needs the methods claim and settle")
    if name != source.name:
        raise source.error(f"has another name in its code: {name!r}")
    if not isinstance(languages, tuple) or not all(isinstance(language, str) for language in languages):
        raise source.error("is no family: languages must be a tuple of texts")
    family: Family = value  # type: ignore[assignment]  # as far as can be seen without a page
    return GuardedFamily(family, source) if source.distribution else family


@frozen()
class GuardedFamily:
    """A family of another distribution; see `Family`. Its failures raise ConfigError."""

    family: Family
    source: Source

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def languages(self) -> tuple[str, ...]:
        return self.family.languages

    def claim(self, page: Page) -> Claim | None:
        try:
            claim = self.family.claim(page)
        except Exception as error:  # code of other people, which may fail in any way
            raise self.source.failure(f"claim {page.path}", error) from error
        if claim is not None and not isinstance(claim, Claim):
            raise self.source.error(f"claims {page.path} with {type(claim).__name__}, not with Claim")
        return claim

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> GuardedReader:
        try:
            reader = self.family.settle(claims, language)
            key_of(reader)
            notation: object = reader.notation
        except Exception as error:  # as above
            raise self.source.failure("settle", error) from error
        if not isinstance(notation, Notation):
            raise self.source.error("settles with a reader without a Notation")
        return GuardedReader(reader, self.source)


@frozen()
class GuardedReader:
    """The reader of a family of another distribution; see `Reader`. Its failures raise ConfigError."""

    reader: Reader
    source: Source

    @property
    def notation(self) -> Notation:
        return self.reader.notation

    def read(self, page: Page) -> Reading:
        try:
            reading = self.reader.read(page)
        except Exception as error:  # as above
            raise self.source.failure(f"read {page.path}", error) from error
        if not isinstance(reading, Reading):
            raise self.source.error(f"reads {page.path} as {type(reading).__name__}, not as Reading")
        return reading
