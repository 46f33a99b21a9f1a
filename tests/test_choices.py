"""Lists of values that people write: none is narrower than the text that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from docmodels.markdown import Inline
from docmodels.model.types import ANY, NULL, STRING, Constant, Nullable, Primitive, Scalar, Type, walk
from docmodels.tables.choices import cell_choices, choices
from docmodels.tables.lexicon import Words, languages, lexicon, words
from docmodels.tables.lexicon.entries import split
from docmodels.tables.narrowing import narrowed_to
from docmodels.tables.typed_cells import read_type_cell
from hypothesis import example, given
from hypothesis import strategies as st

ALL = words(languages())
VALUES = ("visa", "amex", "open-loop", "T2", "in_use", "none", "long")
DRESSES = ("`{}`", '"{}"', "'{}'", "“{}”")


def spoken(language: str) -> Words:
    return words((language, "en")) if language != "en" else words(("en",))


def incomplete(language: str) -> Sequence[str]:
    """Sentences of a language that list values, and say that there are others."""
    words = lexicon(language)
    known = split(words.values)[:4]
    lists = ("`dark`, `light`", '"dark", "light"')
    made = [f"{cue} {listed}" for cue in split(words.such_as) for listed in lists]
    made += [f"{cue}: {example} {listed}" for cue in known for example in split(words.such_as) for listed in lists]
    made += [f"{cue}: {listed}, {more}" for cue in known for more in split(words.more) for listed in lists]
    made += [f"{cue}: {listed}{more}" for cue in known for more in (", …", " ...", "…") for listed in lists]
    return made


def constants(kind: Type) -> list[str]:
    return [str(value) for part in walk(kind) if isinstance(part, Constant) for value in part.values]


def is_closed(kind: Type) -> bool:
    inner = kind.item if isinstance(kind, Nullable) else kind
    return isinstance(inner, Constant)


@pytest.mark.parametrize("language", languages())
class TestEveryLanguage:
    def test_closes_no_list_that_is_not_complete(self, language: str) -> None:
        sentences = incomplete(language)
        assert len(set(sentences)) >= 40
        for sentence in sentences:
            chosen = choices(sentence, spoken(language))
            assert chosen is None or chosen.is_open, sentence

    def test_closes_a_list_that_a_phrase_announces(self, language: str) -> None:
        for cue in split(lexicon(language).values):
            chosen = choices(f"{cue}: `dark`, `light`", spoken(language))
            assert chosen is not None, cue
            assert (chosen.values, chosen.is_open) == (("dark", "light"), False), cue

    def test_knows_which_of_its_words_no_real_page_has_shown(self, language: str) -> None:
        words = lexicon(language)
        assert all(getattr(words, entry) for entry in split(words.unverified))


class TestACellOfTypes:
    @given(
        st.sampled_from(languages()),
        st.lists(st.sampled_from(VALUES), min_size=1, max_size=5, unique=True),
        st.sampled_from(DRESSES),
        st.sampled_from((", ", " | ", " or ", "; ")),
        st.sampled_from(("{}", "enum: {}", "enum ({})", "string ({})", "one of {}", "string, one of {}")),
        st.sampled_from(("", " (default)", " or null", ", …", " or your own", " when it is open")),
    )
    @example("en", ["visa"], '"{}"', ", ", "{}", " (default)")
    def test_loses_no_value(
        self, language: str, values: Sequence[str], dress: str, joint: str, frame: str, rest: str
    ) -> None:
        """No value of the cell is missing from a type that has constants, and none is closed with words left over."""
        source = frame.format(joint.join(map(dress.format, values))) + rest
        kind = read_type_cell(Inline(source, 1, 1), "a.md", spoken(language)).type
        values_ = constants(kind)
        assert not values_ or set(values) <= set(values_), source
        if rest in (", …", " or your own", " when it is open"):
            assert not is_closed(kind), source
        if len(values_) == 1 and is_closed(kind):
            assert (len(values), rest) == (1, "") or rest == " or null", source

    @given(st.sampled_from(languages()), st.data())
    def test_finds_no_null_inside_of_a_word(self, language: str, data: st.DataObject) -> None:
        """A word of a script without blanks is a whole word: an unsigned integer is not null."""
        known = spoken(language)
        nulls = [word for word, kind in known.types.items() if kind == NULL and word.isalpha() and not word.isascii()]
        kinds = [word for word, kind in known.types.items() if isinstance(kind, Primitive) and kind != NULL]
        if not nulls:
            return
        before = data.draw(st.sampled_from(("符号", "改行", "부호", "限定")))
        cell = (
            before
            + data.draw(st.sampled_from(nulls))
            + data.draw(st.sampled_from([w for w in kinds if not w.isascii()]))
        )
        kind = read_type_cell(Inline(cell, 1, 1), "a.md", known).type
        assert not any(part == NULL or isinstance(part, Nullable) for part in walk(kind)), cell


def test_digits_are_texts_where_they_stand_in_quotes() -> None:
    assert narrowed_to(ANY, choices('One of "0", "1".', ALL)) == Constant(("0", "1"))
    assert narrowed_to(ANY, choices("One of `0`, `1`.", ALL)) == Constant((0, 1))
    assert narrowed_to(STRING, choices("One of `0`, `1`.", ALL)) == Constant(("0", "1"))


def test_values_that_do_not_fit_leave_the_type() -> None:
    integer = Primitive(Scalar.INTEGER)
    assert narrowed_to(integer, choices("One of `few`, `many`.", ALL)) == integer


@pytest.mark.parametrize("text", ["4-16", "any text", "BTC, ETH …", "default 20, max 200", "see below", ""])
def test_a_column_of_values_may_describe_them(text: str) -> None:
    assert cell_choices(text, ALL) is None


TAILS = (
    "",
    " (deprecated: {})",
    ". Deprecated: {}.",
    " (also {})",
    "; formerly {}",
    ", and {} for guests",
    " ({} is for guests)",
)


class TestADescription:
    @given(
        st.sampled_from(languages()),
        st.lists(st.sampled_from(VALUES), min_size=3, max_size=5, unique=True),
        st.sampled_from(("`{}`", '"{}"')),
        st.sampled_from(TAILS),
    )
    def test_closes_no_list_without_a_value_that_it_names(
        self, language: str, values: Sequence[str], dress: str, tail: str
    ) -> None:
        cue = split(lexicon(language).values)[0]
        *listed, last = (dress.format(value) for value in values)
        chosen = choices(f"{cue}: {', '.join(listed)}{tail.format(last)}", spoken(language))
        assert chosen is not None
        assert chosen.is_open or not tail or set(values) <= set(chosen.values)
