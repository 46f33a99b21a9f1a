"""The words of a team for its own tables, beside those of human languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ....config import OwnTables
from ....frozen import cached_property
from ....markdown import Inline, Page
from ....model.declarations import Presence
from ....model.types import Type
from ....notation.parser import read_type
from ....patterns import Pattern
from ....tables.lexicon import Lexicon, Role, Words, languages, lexicon, words
from ....tables.lexicon.meanings import DEFINED
from ....tables.type_definitions import KINDS
from ..headings.languages import spoken
from .column_headings import EMPTY


class UnusableWords(ValueError):
    """A setting for tables has no meaning; `str` gives the reason."""


class Own:
    """The words of a team, by patterns for the paths of pages."""

    def __init__(
        self,
        tables: Sequence[OwnTables] = (),
        *,
        makes_models: bool = True,
        defined: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """The words for a tree.

        makes_models  whether examples without a table of their own become models
        defined       the types that the docs define: name -> kind, see `type_definitions`
        """
        self.makes_models = makes_models
        self._tables = tuple(tables)
        self._patterns = tuple(tuple(map(Pattern.parse, setting.pages)) for setting in tables)
        self._defined = (_defining(defined),) if defined else ()
        self._known: dict[tuple[tuple[int, ...], tuple[str, ...]], Words] = {}

    @cached_property
    def _lexicons(self) -> Sequence[Lexicon]:
        return tuple(map(_lexicon, self._tables))

    def unmarked(self, path: str) -> Presence | None:
        """The presence that a team sets for unmarked fields of a page; None without a setting."""
        presences = [self._tables[index].unmarked for index in self._of(path)]
        return next((Presence(presence) for presence in reversed(presences) if presence), None)

    def check(self) -> None:
        """Raises UnusableWords for words without a meaning."""
        assert len(self._lexicons) == len(self._tables)

    def words(self, page: Page) -> Words:
        """The words of a page: those of the team, then those of its languages."""
        mine = self._of(page.path)
        languages_ = spoken(page)
        if not mine and not self._defined:
            return words(languages_)
        key = (mine, languages_)
        if key not in self._known:
            own = [self._lexicons[index] for index in mine]
            decided = [decision for index in mine for decision in _decided(self._tables[index])]
            self._known[key] = Words((*own, *self._defined, *map(lexicon, languages_)), decided)
        return self._known[key]

    def _of(self, path: str) -> tuple[int, ...]:
        return tuple(
            index
            for index, patterns in enumerate(self._patterns)
            if not patterns or any(pattern.matches(path) for pattern in patterns)
        )


def _decided(tables: OwnTables) -> Iterator[tuple[Pattern, bool]]:
    yield from ((Pattern.parse(text.casefold()), False) for text in tables.not_models)
    yield from ((Pattern.parse(text.casefold()), True) for text in tables.models)


def _lexicon(tables: OwnTables) -> Lexicon:
    roles = {str(role): role for role in Role}
    for role in tables.columns:
        if role not in roles:
            raise UnusableWords(f'columns: "{role}" is not a meaning of columns; these are: {", ".join(roles)}')
    scalars: dict[Type, str] = {}
    for word, meaning in tables.types.items():
        kind = _type(word, meaning)
        scalars[kind] = f"{scalars[kind]}, {_word(word)}" if kind in scalars else _word(word)
    return Lexicon(
        language="own",
        columns={roles[role]: ", ".join(map(_heading, headings)) for role, headings in tables.columns.items()},
        yes=_joined(tables.yes),
        no=_joined(tables.no),
        scalars=scalars,
        frames=_joined(tables.frames),
    )


def _defining(defined: Mapping[str, str]) -> Lexicon:
    """The types that the docs define, as a lexicon."""
    names = {kind: ", ".join(name for name, defined_kind in defined.items() if defined_kind == kind) for kind in KINDS}
    maps = names.pop("object")
    return Lexicon(
        language=DEFINED, scalars={KINDS[kind]: listed for kind, listed in names.items() if listed}, maps=maps
    )


def _type(word: str, meaning: str) -> Type:
    reading = read_type(Inline(meaning, 1, 1), "", words(languages()).vocabulary)
    if reading.diagnostics or reading.strange:
        raise UnusableWords(f'types.{word}: "{meaning}" is not a type that docmodels knows')
    return reading.type


def _joined(texts: Sequence[str]) -> str:
    return ", ".join(map(_word, texts))


def _heading(text: str) -> str:
    """A heading of a column, for the lexicon; it may be empty."""
    return _word(text) if text.strip() else EMPTY


def _word(text: str) -> str:
    if "," in text or not text.strip():
        raise UnusableWords(f'"{text}" is not a word: a word has letters, and no commas')
    return " ".join(text.split())
