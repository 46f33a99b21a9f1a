"""Languages side by side: which pages are read together."""

from __future__ import annotations

from docmodels.notation.grouping import by_language
from hypothesis import given
from hypothesis import strategies as st

LANGUAGES = ("go", "java", "python")


def test_a_tree_of_one_language_is_one_group() -> None:
    pages = {"a/Room.md": {"go": 5, "java": 1}, "a/b/App.md": {"go": 4}, "Guide.md": {}}
    assert by_language(pages, LANGUAGES) == (("Guide.md", "a/Room.md", "a/b/App.md"),)


def test_folders_of_two_languages_are_two_groups() -> None:
    pages = {
        "go/models/Room.md": {"go": 9, "python": 2},
        "go/App.md": {"go": 1, "python": 1},
        "python/models/Room.md": {"go": 2, "python": 9},
        "python/App.md": {"go": 1, "python": 1},
    }
    assert by_language(pages, LANGUAGES) == (
        ("go/App.md", "go/models/Room.md"),
        ("python/App.md", "python/models/Room.md"),
    )


def test_the_folders_may_stand_deeper() -> None:
    pages = {
        f"clients/{name}/docs/Room.md": {"go": 1, "java": 1, "python": 1} | {name: 9}
        for name in ("go", "java", "python")
    }
    assert len(by_language(pages, LANGUAGES)) == 3


def test_a_few_types_that_another_language_knows_too_divide_nothing() -> None:
    pages = {"a/Room.md": {"python": 30}, "a/errors/Error.md": {"go": 3, "java": 3, "python": 3}, "b/X.md": {"java": 2}}
    assert len(by_language(pages, LANGUAGES)) == 1


_PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=12).map("/".join)
_TALLIES = st.dictionaries(st.sampled_from(LANGUAGES), st.integers(0, 20))


@given(st.dictionaries(_PATHS, _TALLIES))
def test_every_page_is_in_one_group(pages: dict[str, dict[str, int]]) -> None:
    assert sorted(path for group in by_language(pages, LANGUAGES) for path in group) == sorted(pages)
