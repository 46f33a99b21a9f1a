"""Prose as docstrings: readable, as black would leave them, and whatever the text, nothing but a docstring."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap

import pytest
from docmodels.targets.python.docstrings import docstring
from docmodels.targets.python.formatter import black_format, fits
from docmodels.targets.python.literals import HIDDEN
from hypothesis import example, given
from hypothesis import strategies as st

from tests.scaled import scaled


def assert_written(text: str, expected: str) -> None:
    """What becomes of a text in a class, with the indentation of the class left out."""
    written = docstring(textwrap.dedent(text), 4)
    assert textwrap.dedent(written) == textwrap.dedent(expected).strip("\n")
    assert_black_agrees([text])


def assert_black_agrees(texts: list[str]) -> None:
    """As docstrings of a module, of classes and of their attributes."""
    module = docstring(texts[0], 0) + "\n"
    for number, text in enumerate(texts):
        inside = docstring(text, 4)
        module += f"\n\nclass N{number}:\n{inside}\n\n    x: int\n{inside}\n    y: int\n"
    assert black_format(module) == module


def value(text: str, indent: int) -> str:
    """What Python makes of the docstring of a text."""
    blocks = "".join(" " * column + "if _:\n" for column in range(0, indent, 4))
    written = ast.parse(blocks + docstring(text, indent))
    # Nothing but the blocks, the expression and the constant: no text gets out of its docstring.
    kinds = [type(node) for node in ast.walk(written) if isinstance(node, ast.stmt)]
    assert kinds == [ast.If] * (indent // 4) + [ast.Expr]
    (constant,) = (n for n in ast.walk(written) if isinstance(n, ast.Constant))
    assert isinstance(constant.value, str)
    return constant.value


# -- how it looks --


def test_a_short_text_is_one_line() -> None:
    assert_written("A room of players.", '"""A room of players."""')


def test_a_blank_text_has_no_docstring() -> None:
    assert docstring(" \n\t\u2003\n", 4) == ""


def test_long_lines_are_wrapped_and_the_closing_quotes_stand_alone() -> None:
    assert_written(
        "A room of players. It is made when the first of them comes, and it is gone when the last leaves.",
        '''
        """A room of players. It is made when the first of them comes, and it is gone
        when the last leaves.
        """
        ''',
    )


def test_paragraphs_and_lists_stay_what_they_are() -> None:
    assert_written(
        """\
        A room is

        - open: everybody may come in, whether they know somebody inside of it or they do not
        - closed

        1. first
           - a nested item that goes on for longer than a line, so it has to be wrapped
        """,
        '''
        """A room is

        - open: everybody may come in, whether they know somebody inside of it or they do
          not
        - closed

        1. first
           - a nested item that goes on for longer than a line, so it has to be wrapped
        """
        ''',
    )


def test_code_tables_and_headings_are_not_wrapped() -> None:
    line = "longer than a line may be, " * 4 + "as it were"
    assert_written(
        f"""\
        # {line}

        ```
          {line}
        ```

        | a | {line} |
        |---|---|
        | 1 | {line} |

            {line}
        """,
        f'''
        """
        # {line}

        ```
          {line}
        ```

        | a | {line} |
        |---|---|
        | 1 | {line} |

            {line}
        """
        ''',
    )


def test_a_tab_is_four_columns() -> None:
    assert_written(
        "```\n{\n\t1\n}\n```",
        '''
        """
        ```
        {
            1
        }
        ```
        """
        ''',
    )


def test_a_wrapped_line_does_not_begin_with_a_mark_of_markdown() -> None:
    assert_written(
        "The price of a year is what you pay in a month, times twelve, less what is free: 10 - 5",
        '''
        """The price of a year is what you pay in a month, times twelve, less what is
        free: 10 - 5
        """
        ''',
    )


def test_a_text_with_nothing_at_the_margin_below_its_first_line_starts_there() -> None:
    """Python and black would take the indentation away."""
    assert_written(
        "For example\n\n    room = 1",
        '''
        """
        For example

            room = 1
        """
        ''',
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # Black sets a quote off from the quotes of the docstring.
        ('the "room"', '"""the "room" """'),
        ('"room" it is', '""" "room" it is"""'),
        ('a """ b', r'"""a \"\"\" b"""'),
        ("C:\\", r'"""C:\\"""'),
        ("\\N{DASH}", r'"""\\N{DASH}"""'),
        # What is invisible is an escape, and a blank is a space.
        ("a\u202eb\x00c\u200bd", r'"""a\u202eb\x00c\u200bd"""'),
        ("10\xa0km", '"""10 km"""'),
        ("Zürich, 東京, 🚀", '"""Zürich, 東京, 🚀"""'),
    ],
)
def test_odd_characters_are_written_for_a_reader(text: str, written: str) -> None:
    assert_written(text, written)


# -- what holds for all --

PARTS = [
    *("'", '"', '"""', "'''", "\\", "\\\n", "\\N{DASH}", "\\xAB"),
    *("\n", "\n\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"),
    *("\x00", "\xa0", "\u202e", "\u200b", "\ufeff", "\ud800", "é", "東京", "🚀"),
    *("room ", "of players ", " " * 4, "- ", "1. ", "# ", "> ", "--- "),
    *("```\n", "~~~", "| a | b |\n", "|---|---|\n", "# fmt: off", "# type: ignore"),
    *("It has many words in a line. ", f"https://example.com/{'a' * 80} "),
]
texts = st.lists(st.sampled_from(PARTS) | st.characters(exclude_categories=()), max_size=25).map("".join)
filled = texts.filter(str.split)


@scaled(3)
@given(filled, st.sampled_from([0, 4, 8]))
@example("room\n\\", 4)
@example("\\\n room", 4)
@example('"', 4)
def test_cleandoc_gives_the_text_back(text: str, indent: int) -> None:
    assert inspect.cleandoc(value(text, indent)).split() == text.split()


@scaled(1.5)
@given(st.lists(filled, min_size=10, max_size=15))
@example([f"https://example.com/{'a' * length}" for length in range(50, 80)])
def test_black_leaves_a_docstring_alone(many: list[str]) -> None:
    assert_black_agrees(many)


@scaled(3)
@given(filled)
def test_no_hidden_character_and_no_trailing_blank_is_in_a_docstring(text: str) -> None:
    lines = docstring(text, 4).split("\n")
    assert not re.search(f"[{HIDDEN}]", "".join(lines))
    assert [line.rstrip() for line in lines] == lines


@given(st.lists(st.sampled_from(["a", "room", "\n", "- ", "東京東京", '"', "\\"])))
def test_prose_fits(words: list[str]) -> None:
    text = "words " + " ".join(words)
    assert all(fits(line) for line in docstring(text, 4).split("\n"))


@pytest.mark.parametrize("text", [" " * 20000 + "a " * 20000, "- " * 20000, "`" * 40000])
def test_the_work_and_the_output_grow_with_the_text_alone(text: str) -> None:
    assert len(docstring(text, 4)) < 20 * len(text)
