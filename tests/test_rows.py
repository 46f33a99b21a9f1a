"""Rows composed of all that people write in their cells: a reading uses each cell up, or its text stays in the docs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from docmodels.diagnostics import Diagnostic
from docmodels.families.tables.rows.row_cells import RowCells
from docmodels.families.tables.rows.row_field import field_of
from docmodels.families.tables.rows.row_presence import Silence
from docmodels.markdown import Inline, Row, Table
from docmodels.model.declarations import UNCONSTRAINED, Field, Presence
from docmodels.model.types import Constant, walk
from docmodels.tables.lexicon import Mark, Role, languages, lexicon, words
from docmodels.tables.lexicon.words import split
from docmodels.tables.marks import meaning
from docmodels.tables.names import read_name
from hypothesis import given
from hypothesis import strategies as st

ROLES = {Role.NAME: 0, Role.TYPE: 1, Role.DEFAULT: 2, Role.DESCRIPTION: 3}
HEADINGS = ("Name", "Type", "Default", "Description")
VALUES = ("visa", "amex", "in_use")
LIMITS = ((), (2,), (2, 40))  # the least, and the most


class Composed(NamedTuple):
    """A row, and what its pieces say.

    cells    the sources of its cells
    marks    what marks it has, wherever they stand
    values   the values that it lists
    default  the default that it tells; "" without one
    limits   the least and the largest number
    """

    cells: tuple[str, ...]
    marks: frozenset[Mark]
    values: tuple[str, ...]
    default: str
    limits: tuple[int, ...]


def word(draw: st.DrawFn, entry: str) -> str:
    """A word of an entry of a lexicon."""
    return draw(st.sampled_from([text for text in split(entry) if not text.endswith((":", "：", "="))]))


@st.composite
def rows(draw: st.DrawFn, language: str) -> Composed:
    """Rows of a language: one field, with marks, values, limits and a default in any of its cells."""
    spoken = lexicon(language)
    is_text = draw(st.booleans())
    presence = draw(st.sampled_from((Mark.OPTIONAL, Mark.REQUIRED)))  # the marks of a row agree
    marks: set[Mark] = set()

    def mark(*kinds: Mark) -> str:
        kind = draw(st.sampled_from(kinds))
        marks.add(kind)
        return word(draw, spoken.marks[kind])

    name = "gate"
    dress = draw(st.sampled_from(("", "?", "mark")))
    if dress == "mark":
        name = f"gate ({mark(presence)})"
    elif dress and presence is Mark.OPTIONAL:
        name = "gate?"
        marks.add(Mark.OPTIONAL)
    kind = "string" if is_text else "integer"
    if draw(st.booleans()):
        kind = f"{kind}, {mark(presence, Mark.NULLABLE)}"
    values = tuple(draw(st.lists(st.sampled_from(VALUES), min_size=2, unique=True))) if is_text else ()
    values = values if draw(st.booleans()) else ()
    limits = () if values else draw(st.sampled_from(LIMITS))
    value_ = values[-1] if values else "long" if is_text else "3"
    place = draw(st.sampled_from(("", "cell", "sentence")))
    sentences = [_limits(draw, language, limits, is_text=is_text)] if limits else []
    if values:
        sentences.append(f"{word(draw, spoken.values)}: {', '.join(f'`{value}`' for value in values)}")
    if place == "sentence":
        sentences.append(f"{word(draw, spoken.defaults)} `{value_}`")
    sentences_ = draw(st.permutations(sentences))
    if draw(st.booleans()):
        sentences_ = ["Gate 9", *sentences_]
    if draw(st.booleans()):
        sentences_ = [f"**{mark(presence, Mark.READ_ONLY, Mark.DEPRECATED)}**", *sentences_]
    description = ". ".join(sentences_) + ("." if sentences_ else "")
    cells = (name, kind, f"`{value_}`" if place == "cell" else "", description)
    return Composed(cells, frozenset(marks), values, value_ if place else "", limits)


def _limits(draw: st.DrawFn, language: str, limits: tuple[int, ...], *, is_text: bool) -> str:
    spoken = lexicon(language)
    unit = f" {word(draw, spoken.characters)}" if is_text else ""
    least = f"{word(draw, spoken.least)} {limits[0]}{unit}"
    return least if len(limits) == 1 else f"{least}, {word(draw, spoken.most)} {limits[1]}{unit}"


def read(cells: Sequence[str], language: str) -> tuple[Field, Sequence[Diagnostic]]:
    """The field of a row, and the findings about it."""
    known = words((language, "en")) if language != "en" else words(("en",))
    row = Row(3, tuple(Inline(source, 3, 10 * at + 3) for at, source in enumerate(cells)), len(cells))
    header = tuple(Inline(heading, 1, 10 * at + 3) for at, heading in enumerate(HEADINGS))
    findings: list[Diagnostic] = []
    row_cells = RowCells("a.md", known, Table(1, header, (row,)), row, ROLES, frozenset(), findings.append)
    name = read_name(row.cells[0], known)
    return field_of(row_cells, Silence(Presence.UNKNOWN, False, None), name, name.text, {}), findings


@pytest.mark.parametrize("language", languages())
class TestARow:
    @given(data=st.data())
    def test_means_what_its_pieces_say(self, language: str, data: st.DataObject) -> None:
        row = data.draw(rows(language))
        field, findings = read(row.cells, language)
        constants = {value for part in walk(field.type) if isinstance(part, Constant) for value in part.values}
        assert not findings
        assert field.name == "gate"
        assert not constants or set(row.values) == constants
        assert field.nullable == (Mark.NULLABLE in row.marks)
        assert field.presence is (meaning(row.marks).presence or Presence.UNKNOWN)
        assert (field.deprecated is not None) == (Mark.DEPRECATED in row.marks)
        assert field.access is meaning(row.marks).access
        assert (field.default.text.strip("`") if field.default is not None else "") == row.default

    @given(data=st.data())
    def test_keeps_what_is_no_part_of_the_type(self, language: str, data: st.DataObject) -> None:
        """Values and limits are in the type or in the docs of the field, and no limit is one that nobody tells."""
        row = data.draw(rows(language))
        field, _ = read(row.cells, language)
        constants = {value for part in walk(field.type) if isinstance(part, Constant) for value in part.values}
        assert set(row.values) <= constants or all(value in field.description for value in row.values)
        limits = {
            limit
            for name in UNCONSTRAINED.__dataclass_fields__
            if (limit := getattr(field.constraints, name)) not in (None, "", False)
        }
        assert limits <= set(row.limits)
        assert all(limit in limits or str(limit) in field.description for limit in row.limits)
        assert "Gate 9" not in row.cells[3] or "Gate 9" in field.description
