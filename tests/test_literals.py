"""Values from the docs as Python literals: the one way in which a text becomes code."""

from __future__ import annotations

import ast
import io
import math
import sys
import tokenize
import unicodedata

import pytest
from docmodels.model.declarations import Json
from docmodels.targets.python.formatter import black_format
from docmodels.targets.python.layout import flat
from docmodels.targets.python.literals import DEPTH_LIMIT, depth, literal, string
from hypothesis import given
from hypothesis import strategies as st

from tests.scaled import scaled

NASTY = [
    "'",
    '"',
    "'''",
    '"""',
    "\\",
    "\\\\",
    "\\N{DASH}",
    "\\xAB",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\x00",
    "\x0c",
    "\x1c",
    "\x85",
    "\xa0",
    "\u2028",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ud800",
    "\U000e0041",
    "é中ع",
    "❤️🏽👩‍🚀",
    "{x} %s {{",
    "# fmt: off\n",
]
any_character = st.characters(exclude_categories=())
any_text = st.lists(st.sampled_from(NASTY) | any_character, max_size=20).map("".join)


# -- strings --


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("room", '"room"'),
        # Double quotes, unless single ones need fewer backslashes.
        ("it's", '"it\'s"'),
        ('the "room"', "'the \"room\"'"),
        ('it\'s the "room"', "'it\\'s the \"room\"'"),
        ("'\"", '"\'\\""'),
        # What is invisible is an escape, what can be read stays.
        ("a\tb\r\n", r'"a\tb\r\n"'),
        ("C:\\new", r'"C:\\new"'),
        ("\x00\x1b\x85", r'"\x00\x1b\x85"'),
        ("12\xa0km, zero\u200bwidth", r'"12\xa0km, zero\u200bwidth"'),
        ("admin\u202enimda", r'"admin\u202enimda"'),
        ("a\u061cb", r'"a\u061cb"'),
        ("\ud83d", r'"\ud83d"'),
        ("\U000e0041", r'"\U000e0041"'),
        ("Zürich, 東京, Δ, 🚀", '"Zürich, 東京, Δ, 🚀"'),
    ],
)
def test_a_string_is_written_for_a_reader(text: str, written: str) -> None:
    assert string(text) == written


@given(any_text)
def test_a_string_is_read_back_as_it_was(text: str) -> None:
    assert ast.literal_eval(string(text)) == text


@given(any_text)
def test_a_string_is_one_line_and_one_token(text: str) -> None:
    written = string(text)
    assert written.splitlines() == [written]
    tokens = list(tokenize.generate_tokens(io.StringIO(written).readline))
    assert [token.string for token in tokens if token.string.strip()] == [written]


@scaled(0.5)
@given(st.lists(any_text, min_size=20, max_size=40))
def test_black_would_write_a_string_in_the_same_way(texts: list[str]) -> None:
    lines = "".join(f"    {string(text)},\n" for text in texts)
    module = f"texts = [\n{lines}]\n"
    assert black_format(module) == module


def test_no_character_that_a_reader_would_not_see_stands_in_a_string() -> None:
    """Checked against the database of the Python that runs the tests, because the table is written out by hand."""
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        if character != " " and unicodedata.category(character) in {
            "Cc",
            "Cf",
            "Co",
            "Cs",
            "Zl",
            "Zp",
            "Zs",
        }:
            assert string(character).isascii(), f"U+{number:04X}"


def test_a_character_that_a_reader_would_see_is_not_hidden_from_him() -> None:
    invisible = (
        "COMBINING GRAPHEME JOINER",
        "HANGUL CHOSEONG FILLER",
        "HANGUL JUNGSEONG FILLER",
        "HANGUL FILLER",
        "HALFWIDTH HANGUL FILLER",
        "KHMER VOWEL INHERENT",
        "MONGOLIAN FREE VARIATION SELECTOR",
        "VARIATION SELECTOR-",
        "BRAILLE PATTERN BLANK",
        "MUSICAL SYMBOL NULL NOTEHEAD",
    )
    for number in range(0x80, sys.maxunicode + 1):
        character = chr(number)
        if unicodedata.category(character)[0] in "LMNPS" and string(character).isascii():
            assert unicodedata.name(character).startswith(invisible), f"U+{number:04X}"


# -- other values --

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | any_text
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "None"),
        (True, "True"),
        (-7, "-7"),
        (2.50, "2.5"),
        (1e300, "1e300"),
        (-1e-7, "-1e-07"),
        (math.inf, 'float("inf")'),
        (-math.inf, 'float("-inf")'),
        (math.nan, 'float("nan")'),
        ([], "[]"),
        ({}, "{}"),
        (
            {"host": "example.com", "ports": [80, 443]},
            '{"host": "example.com", "ports": [80, 443]}',
        ),
    ],
)
def test_a_value_is_written_as_python(value: Json, written: str) -> None:
    assert flat(literal(value)) == written


@given(values)
def test_a_value_is_read_back_as_it_was(value: Json) -> None:
    written = flat(literal(value))
    # repr tells 1 from 1.0 and True, and 0.0 from -0.0.
    assert repr(ast.literal_eval(written)) == repr(value)


@pytest.mark.parametrize("sign", [1, -1])
def test_an_integer_that_python_refuses_in_decimal_is_hexadecimal(sign: int) -> None:
    huge = sign * 10**5000
    written = flat(literal(huge))
    assert ast.literal_eval(written) == huge
    module = f"x = [\n    {written},\n]\n"
    assert black_format(module) == module


def test_depth_counts_lists_and_dicts() -> None:
    assert depth("text") == 0
    assert depth([]) == 1
    assert depth({"a": 1}) == 1
    assert depth([1, {"a": [2]}, []]) == 3


def nested(levels: int) -> Json:
    value: Json = 1
    for _ in range(levels):
        value = [value]
    return value


def test_a_value_as_deep_as_the_limit_is_written() -> None:
    assert ast.literal_eval(flat(literal(nested(DEPTH_LIMIT)))) == nested(DEPTH_LIMIT)


@pytest.mark.parametrize("levels", [DEPTH_LIMIT + 1, 100_000])
def test_a_deeper_value_is_refused(levels: int) -> None:
    value = nested(levels)
    assert depth(value) == levels
    with pytest.raises(ValueError, match=f"deeper than {DEPTH_LIMIT} levels"):
        literal(value)


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="not a JSON value: bytes"):
        literal([b"raw"])  # type: ignore[list-item]
