"""The docs of API clients that OpenAPI Generator and swagger-codegen make: one model a page, a notation a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..family import Claim, Notation, Reading

if TYPE_CHECKING:
    from ...markdown import Page

LANGUAGES = (
    *("java", "typescript", "python", "go", "csharp", "php"),
    *("ruby", "kotlin", "rust", "swift", "dart", "javascript", "powershell", "perl", "r", "c"),
    *("objc", "julia", "crystal", "bash", "eiffel", "markdown"),
)
"""The languages of the clients; where the docs speak for several alike, the first one counts."""

MARK = "mark-"
"""In a claim's tally: the prefix of a language for which a page has other evidence than types."""

SNAKE, CAMEL, OTHER = "name-snake", "name-camel", "name-other"
"""Of a claim's tally: names of several words, by how they are written."""

MARKED = "marked-required"
"""Of a claim's tally: rows with a mark for required behind the name, beside which the others are optional."""

_OF_ITS_OWN = {
    **dict.fromkeys(("python", "php", "ruby", "rust", "perl", "c", "crystal", "eiffel"), SNAKE),
    **dict.fromkeys(("java", "kotlin", "swift", "dart", "javascript", "typescript", "objc"), CAMEL),
}
"""How the generator writes all names in a language, whatever they are on the wire; in Go and C#, as those of classes."""
_UNCHANGED = frozenset({"bash", "julia", "markdown", "r"})
"""The languages in which the generator leaves all names as they are on the wire."""
_FEW = 10  # one name in so many may be written otherwise: names in capitals are left as they are
_TELLING = 2
"""Names that are enough in TypeScript, where a generator changes the names of a client in full or leaves them alone."""


class GeneratedClientDocs:
    """The family; see `families.Family`."""

    @property
    def name(self) -> str:
        return "openapi-generator"

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    def claim(self, page: Page) -> Claim | None:
        from .claim import claim

        return claim(page)

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> GeneratedClientReader:
        """See `Family`."""
        tallies = [claim.tally for claim in claims.values()]
        configured = Notation(self.name, language, "the configuration sets it")
        notation = configured if language else self._choose(tallies)
        return GeneratedClientReader(notation, _shows_wire(notation.language, tallies), _sum(tallies, MARKED) > 0)

    def _choose(self, tallies: Sequence[Mapping[str, int]]) -> Notation:
        """The language of most code and titles; of those alike in that, the one that understands most of the types.

        Of those alike in that, too, one in which the generator writes all names as most of these are: names in snake_case
        beside `String` are those of Ruby rather than names that Java left as they are on the wire.
        """
        from ...notation.choice import choose

        marks = {language: _sum(tallies, MARK + language) for language in LANGUAGES}
        most = max(marks.values())
        counts = {kind: _sum(tallies, kind) for kind in (SNAKE, CAMEL, OTHER)}
        case = max(counts, key=lambda kind: counts[kind]) if any(counts.values()) else ""
        alike = [language for language in LANGUAGES if marks[language] == most]
        choice = choose(tallies, sorted(alike, key=lambda language: bool(case) and _OF_ITS_OWN.get(language) != case))
        evidence = f"{choice.known} of {choice.types} types fit"
        if most:
            evidence += f", and code or titles on {most} {'page' if most == 1 else 'pages'}"
        return Notation(
            self.name, choice.language, evidence, is_guess=not choice.known and not most, is_strange=choice.is_strange
        )


def _shows_wire(language: str, tallies: Sequence[Mapping[str, int]]) -> bool:
    """Whether the names are those on the wire: the generator left them as they are."""
    if language in _UNCHANGED:
        return True
    own = _OF_ITS_OWN.get(language)
    if own is None:
        return False
    strange = sum(_sum(tallies, kind) for kind in (SNAKE, CAMEL, OTHER) if kind != own)
    if language == "typescript":
        return strange >= _TELLING
    return strange * _FEW > strange + _sum(tallies, own)


def _sum(tallies: Iterable[Mapping[str, int]], key: str) -> int:
    return sum(tally.get(key, 0) for tally in tallies)


@frozen()
class GeneratedClientReader:
    """See `families.Reader`.

    shows_wire      whether the names of fields are those on the wire
    marks_required  whether a mark behind their names says which fields are required
    """

    notation: Notation
    shows_wire: bool
    marks_required: bool

    def read(self, page: Page) -> Reading:
        from ...notation.languages import VOCABULARIES
        from .models import read_page

        vocabulary = VOCABULARIES[self.notation.language]
        return read_page(page, vocabulary, shows_wire=self.shows_wire, marks_required=self.marks_required)
