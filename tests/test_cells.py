"""Cells of types: what stands behind a type becomes a part of the model, stands in the docs of the field, or is a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from docmodels.markdown import Inline
from docmodels.model.declarations import UNCONSTRAINED, Constraints
from docmodels.model.types import INTEGER, STRING, ListOf, Type
from docmodels.tables.beside import read_beside
from docmodels.tables.description_marks import description_marks
from docmodels.tables.excepted import without_exceptions
from docmodels.tables.lexicon import Mark, Words, languages, lexicon, words
from docmodels.tables.lexicon.entries import split
from docmodels.tables.typed_cells import read_type_cell
from hypothesis import given
from hypothesis import strategies as st

ALL = words(languages())
REMARKS = (
    "in cents",
    "(seconds)",
    "; default 7",
    "(max 10)",
    "(1-5)",
    ", expandable",
    "of the room",
    "= 3",
    "- see below",
    "<= 9",
)


def spoken(language: str) -> Words:
    return words((language, "en")) if language != "en" else words(("en",))


@given(
    st.sampled_from(languages()), st.sampled_from(("integer", "string")), st.lists(st.sampled_from(REMARKS), max_size=3)
)
def test_nothing_behind_a_type_is_lost(language: str, kind: str, remarks: list[str]) -> None:
    """Each number and each word of a remark is in the default, in the limits or in a note."""
    known = spoken(language)
    reading = read_type_cell(Inline(" ".join((kind, *remarks)), 1, 1), "a.md", known)
    assert reading.type in (INTEGER, STRING)
    beside = read_beside(reading.rest, reading.type, known)
    if beside.notes:
        return  # the docs of the field show the whole cell
    facts = {str(limit) for limit in vars_of(beside.constraints).values()} | {beside.default}
    numbers = [remark.strip("()").split()[-1].strip("()") for remark in remarks if any(map(str.isdigit, remark))]
    assert all(set(number.split("-")) & facts for number in numbers), (remarks, beside)
    assert not any(remark in ("in cents", "(seconds)", ", expandable", "of the room") for remark in remarks)


def vars_of(constraints: Constraints) -> Mapping[str, object]:
    return {name: getattr(constraints, name) for name in constraints.__dataclass_fields__}


@pytest.mark.parametrize(
    ("piece", "kind", "limits"),
    [
        ("(0-100)", INTEGER, Constraints(minimum=0, maximum=100)),
        ("[1..5]", INTEGER, Constraints(minimum=1, maximum=5)),
        (">= 1", INTEGER, Constraints(minimum=1)),
        ("(32)", STRING, Constraints(max_length=32)),
        ("(max. 36 Zeichen)", STRING, Constraints(max_length=36)),
        ("(max 10)", ListOf(STRING), Constraints(max_items=10)),
        ("(1-5)", ListOf(INTEGER), UNCONSTRAINED),  # of the numbers, or of how many there are
        ("(10,2)", INTEGER, UNCONSTRAINED),  # the digits of a database
    ],
)
def test_limits_behind_a_type(piece: str, kind: Type, limits: Constraints) -> None:
    assert read_beside((piece,), kind, ALL).constraints == limits


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("*Required*: No", Mark.OPTIONAL),
        ("The room. Required: false.", Mark.OPTIONAL),
        ("**Required:** true", Mark.REQUIRED),
        ("Required (if open). The room", Mark.CONDITIONAL),
        ("Required. If set, it wins", Mark.REQUIRED),
        ("必須: いいえ", Mark.OPTIONAL),
        ("Pflicht: nein. Der Raum", Mark.OPTIONAL),
        ("Obligatorio: Sí", Mark.REQUIRED),
        ("必填：否", Mark.OPTIONAL),
    ],
)
def test_yes_and_no_behind_a_mark(text: str, mark: Mark) -> None:
    assert description_marks(text, ALL) == {mark}


@given(
    st.sampled_from(languages()),
    st.integers(1, 50),
    st.integers(51, 99),
    st.sampled_from((0, -1, 100)),
    st.sampled_from(
        (
            " ({other})",
            " ({word} {other})",
            ". {other} = all",
            ", {word} {other}",
            "; `{other}`: all",
            ". Use `{other}` for all",
        )
    ),
)
def test_no_limit_refuses_a_value_that_the_text_names(
    language: str, least: int, most: int, other: int, tail: str
) -> None:
    known = spoken(language)
    word = min(known.alternatives & set(split(lexicon(language).or_)), key=lambda text: (not text.isalpha(), text))
    text = f"{least}-{most}{tail.format(other=other, word=word)}"
    limits = without_exceptions(replace(UNCONSTRAINED, minimum=least, maximum=most), text, known)
    assert limits.minimum is None or limits.minimum <= other
    assert limits.maximum is None or limits.maximum >= other
