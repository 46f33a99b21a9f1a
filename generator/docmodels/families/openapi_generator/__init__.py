"""The docs of OpenAPI Generator and swagger-codegen for API clients: one model a page, a notation a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ...frozen import frozen, replace
from ..family import Claim, Notation, Reading
from ..packaged import Claiming

if TYPE_CHECKING:
    from ...markdown import Page

LANGUAGES = (
    *("java", "typescript", "python", "go", "csharp", "php"),
    *("ruby", "kotlin", "rust", "swift", "dart", "javascript", "powershell", "perl", "r", "c", "scala"),
    *("objc", "julia", "crystal", "bash", "eiffel", "markdown"),
)
"""The languages of the clients. If the evidence is equal, the first one counts."""

MARK = "mark-"
"""The prefix of keys of a tally: a language with other evidence than types."""

SNAKE, CAMEL, OTHER = "name-snake", "name-camel", "name-other"
"""Keys of a tally: names of several words, by their case."""

MARKED = "marked-required"
"""Key of a tally: rows with a mark for required behind the name. Rows without it are then optional."""

WRAPPING = "wrapping"
"""Key of a tally: objects with a row for other keys. Where they have one, `value` alone stands for a type without keys."""

_OF_ITS_OWN = {
    **dict.fromkeys(("python", "php", "ruby", "rust", "perl", "c", "crystal", "eiffel"), SNAKE),
    **dict.fromkeys(("java", "kotlin", "swift", "dart", "javascript", "typescript", "objc", "scala"), CAMEL),
}
"""The case of all names in a language, whatever they are on the wire; in Go and C#, the case of classes."""
_UNCHANGED = frozenset({"bash", "julia", "markdown", "r"})
"""The languages with all names as they are on the wire."""
_FEW = 10  # one name in so many may have another case: names in capitals stay as they are
_TELLING = 2
"""The fewest names that decide for TypeScript: its generators change all names of a client, or none."""


class GeneratedClientDocs(Claiming):
    """The family; see `families.Family`."""

    name, package, languages = "openapi-generator", __name__, LANGUAGES

    def settle(self, claims: Mapping[str, Claim], language: str = "") -> GeneratedClientReader:
        """See `Family`. Most code and titles decide on the language, then most understood types, then the case of names.

        By case, names in snake_case beside `String` are those of Ruby, since Java would have changed them.
        """
        tallies = [claim.tally for claim in claims.values()]
        marks = {name: _sum(tallies, MARK + name) for name in LANGUAGES}
        most = max(marks.values())
        counts = {kind: _sum(tallies, kind) for kind in (SNAKE, CAMEL, OTHER)}
        case = max(counts, key=lambda kind: counts[kind]) if any(counts.values()) else ""
        alike = [name for name in LANGUAGES if marks[name] == most]
        alike.sort(key=lambda name: bool(case) and _OF_ITS_OWN.get(name) != case)
        notation = self.notation(claims.values(), language, alike)
        if most and not language:
            evidence = f"{notation.evidence}, and code or titles on {most} {'page' if most == 1 else 'pages'}"
            notation = replace(notation, evidence=evidence, is_guess=False)
        return GeneratedClientReader(
            notation,
            _shows_wire(notation.language, tallies),
            marks_required=_sum(tallies, MARKED) > 0,
            wraps_types=_sum(tallies, WRAPPING) > 0,
        )


def _shows_wire(language: str, tallies: Sequence[Mapping[str, int]]) -> bool:
    """Whether the names are those on the wire, unchanged by the generator."""
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
    marks_required  whether a mark behind the name means required, and its absence optional
    wraps_types     whether a table with the row `value` alone shows a type that is no object
    """

    notation: Notation
    shows_wire: bool
    marks_required: bool
    wraps_types: bool

    def read(self, page: Page) -> Reading:
        from ...notation.languages import VOCABULARIES
        from .models import read_page

        vocabulary = VOCABULARIES[self.notation.language]
        return read_page(
            page,
            vocabulary,
            shows_wire=self.shows_wire,
            marks_required=self.marks_required,
            wraps_types=self.wraps_types,
        )
