"""The forms of `docmodels diff`: safe whatever the docs hold, and short enough for where they go."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from docmodels.changes import KINDS, Change, Subject, Whom
from docmodels.diagnostics import Place
from docmodels.reporting.review import Origin, Review
from docmodels.reporting.review_annotations import as_commands
from docmodels.reporting.review_json import as_json
from docmodels.reporting.review_markdown import LIMIT, as_markdown
from docmodels.reporting.review_text import WIDTH, as_text
from docmodels.reporting.text import cells, visible
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.scaled import scaled

OLD, NEW = Origin("HEAD:docs", "HEAD:docs/", "docs/"), Origin("docs", "docs/", "docs/")


def subject(title: str = "Boat", **more: object) -> Subject:
    place = Place(f"{title}.md", 1)
    values = {"kind": "object", "used": tuple(Whom), "is_used": False, "old": place, "new": place}
    return Subject(title, **{**values, **more})  # type: ignore[arg-type]


def change(
    kind: str = "field-optional", owner: Subject | None = None, part: str = "name", old: str = "", new: str = ""
) -> Change:
    owner = owner or subject()
    place = Place(owner.new.path if owner.new else "", 7)
    return Change(kind, owner, part, "", old, new, KINDS[kind].breaks, place, place)


def review(*changes: Change) -> Review:
    return Review(changes, OLD, NEW)


def parsed(markdown: str) -> Sequence[Token]:
    """The comment as GitHub reads it, as far as CommonMark and its tables go."""
    return MarkdownIt("commonmark").enable("table").parse(markdown)


def inlines(tokens: Sequence[Token], kind: str) -> Iterator[Token]:
    return (child for token in tokens for child in token.children or () if child.type == kind)


def rows(tokens: Sequence[Token]) -> list[int]:
    """How many cells each row of each table has."""
    counts: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            counts.append(0)
        elif token.type in ("td_open", "th_open"):
            counts[-1] += 1
    return counts


HOSTILE = st.text(alphabet="ab|`\\<>&*_[]()!#@:/.\"'\n\r\t -~\u202e\x1b1", min_size=1, max_size=12)


class TestMarkdown:
    @given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    def test_the_docs_own_text_is_text(self, title: str, part: str, old: str, new: str) -> None:
        """A row has five cells whatever is in them, and nothing in them is a link, a mention, markup or HTML."""
        owner = subject(title, old=Place(f"{old}.md", 1), new=Place(f"{new}.md", 1))
        text = as_markdown(
            review(
                change("type-changed", owner, part, old, new),
                change("field-removed", owner, part, old),
                change("model-renamed", subject(new, kind="union"), "", old, new),
            )
        )
        tokens = parsed(text)
        assert rows(tokens) == [5] * 5
        assert not list(inlines(tokens, "link_open"))
        assert not list(inlines(tokens, "em_open"))
        assert {inline.content for inline in inlines(tokens, "html_inline")} <= {"<code>", "</code>"}
        assert not [token for token in tokens if token.type == "html_block"]
        assert not {"\x1b", "\u202e", "\r"} & set(text)
        for mentioned in outside_code(tokens):
            assert "@" not in mentioned

    @given(HOSTILE, st.integers(min_value=21, max_value=25))
    def test_a_long_table_is_folded_under_what_is_no_markup_either(self, title: str, number: int) -> None:
        tokens = parsed(as_markdown(review(*[change(owner=subject(title))] * number)))
        blocks = [token.content for token in tokens if token.type == "html_block"]
        assert len(blocks) == 2
        assert blocks[0].count("<") == 5  # of details, summary and code; the last two are closed
        assert rows(tokens) == [5] * (number + 1)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("roomId", "`roomId`"),
            ("list of `a`", "<code>list of &#96;a&#96;</code>"),
            ("a|b", "<code>a&#124;b</code>"),
            ("a\\", "<code>a&#92;</code>"),
            (" a", "<code> a</code>"),
            ("<b>@you</b>", "`<b>@you</b>`"),
        ],
    )
    def test_code(self, text: str, code: str) -> None:
        assert f"| {code} |" in as_markdown(review(change(part=text)))

    def test_the_breaking_changes_come_first(self) -> None:
        text = as_markdown(review(change("field-added", part="motto", new="string"), change(part="name")))
        assert (
            text.index("### 1 breaking change\n") < text.index("`name`") < text.index("### 1 change that breaks nobody")
        )

    def test_models_that_come_and_go_share_a_table(self) -> None:
        text = as_markdown(
            review(
                *(change("model-removed", subject(title, new=None), "", "an alias") for title in "ABC"),
                change(owner=subject("D")),
            )
        )
        assert rows(parsed(text)) == [5] * 6
        assert text.count("**Models**") == 1
        assert "| `A` | is removed; it was an alias | everybody | model-removed | `docs/A.md` |" in text

    def test_what_breaks_nobody_is_folded_where_it_is_long(self) -> None:
        few, many = ([change("field-added", new="string")] * number for number in (10, 11))
        assert "<details>" not in as_markdown(review(*few))
        assert "<details>\n<summary>11 changes that break nobody</summary>\n\n" in as_markdown(review(*many))

    def test_once_many_rows_are_shown_the_others_are_folded(self) -> None:
        text = as_markdown(review(*(change(owner=subject(f"Boat{number}")) for number in range(60))))
        assert text.count("<details>") == text.count("</details>") == 10

    def test_no_change_is_said(self) -> None:
        assert as_markdown(review()) == "**No changes** from `HEAD:docs` to `docs`.\n"

    @scaled(0.3)
    @given(st.integers(min_value=400, max_value=3000), st.integers(min_value=1, max_value=80))
    def test_what_does_not_fit_is_counted(self, number: int, length: int) -> None:
        breaking = number // 2
        changes = [
            change(
                "field-optional" if number_ < breaking else "field-restored", subject(f"Boat{number_}"), "n" * length
            )
            for number_ in range(number)
        ]
        text = as_markdown(review(*changes))
        assert len(text) <= LIMIT
        assert text.count("<details>") == text.count("</details>")
        counts = text.count("is optional now"), text.count("is no longer deprecated")
        left = breaking - counts[0], number - breaking - counts[1]
        assert not (left[0] and counts[1]), "the breaking ones come first"
        if sum(left):
            assert f"**{sum(left)} change" in text
            assert f"more, {left[0]} of them breaking, did not fit in here.**" in text
            more = as_markdown(review(*changes[: sum(counts) + 1]))
            assert len(more) > LIMIT - 1000, "as many as fit are shown"
        else:
            assert "did not fit" not in text


def outside_code(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        depth = 0
        for child in token.children or ():
            depth += {"<code>": 1, "</code>": -1}.get(child.content, 0) if child.type == "html_inline" else 0
            if child.type == "text" and not depth:
                yield child.content


WIDE = st.text(alphabet="ab 名é_", min_size=1, max_size=200)


def text_of(review: Review, columns: int = WIDTH) -> list[str]:
    """The lines of the text form."""
    return ["".join(text for text, _ in line) for line in as_text(review, columns)]


class TestText:
    @given(HOSTILE, HOSTILE, HOSTILE)
    def test_a_change_is_a_line(self, title: str, part: str, new: str) -> None:
        owner = subject(title, new=Place(f"{new}.md", 1))
        lines = text_of(review(change("field-added", owner, part, "", new)), 1000)
        assert len(lines) == 4
        assert all(line.isprintable() for line in lines)

    @given(st.lists(st.tuples(HOSTILE, WIDE, WIDE), min_size=1, max_size=3), st.integers(min_value=40, max_value=200))
    def test_a_line_fits_the_terminal(self, texts: list[tuple[str, str, str]], columns: int) -> None:
        """But for a place that is alone on its line; less room leaves no words out."""
        changes = [change("type-changed", subject(title), part, part, new) for title, part, new in texts]
        narrow, wide = (text_of(review(*changes), room) for room in (columns, 100_000))
        places = {f"docs/{visible(title)}.md:7" for title, _, _ in texts}
        assert all(cells(line) <= columns or line.strip() in places for line in narrow)
        assert Counter("".join(narrow).replace(" ", "")) == Counter("".join(wide).replace(" ", ""))

    def test_what_does_not_fit_beside_its_place_goes_below(self) -> None:
        assert text_of(review(change(), change("field-added", part="flag", new="string")), 60)[1:5] == [
            "  breaks receivers  docs/Boat.md:7",
            "    name is optional now  [field-optional]",
            "  breaks nobody     docs/Boat.md:7",
            "    flag is new, optional: string  [field-added]",
        ]

    def test_a_long_type_is_cut(self) -> None:
        assert max(map(len, text_of(review(change("field-added", new="x" * 999)), 1000))) < 200

    def test_places_and_words_are_columns(self) -> None:
        owner = subject()
        wide = Change("field-optional", owner, "b", "", "", "", (), Place("Boat.md", 7), Place("Boat.md", 1234))
        first, second = text_of(review(change(owner=owner), wide))[1:3]
        assert first == "  docs/Boat.md:7     breaks receivers  name is optional now  [field-optional]"
        assert second == "  docs/Boat.md:1234  breaks nobody     b is optional now  [field-optional]"


class TestCommands:
    @given(HOSTILE, HOSTILE, HOSTILE)
    def test_nothing_in_the_docs_is_a_command(self, title: str, part: str, new: str) -> None:
        owner = subject(title, new=Place(f"{new}.md", 7))
        lines = list(as_commands(review(change("field-added", owner, part, "", new)), "docs/"))
        assert len(lines) == 2
        for line in lines:
            assert line.count("\n") == 1
            properties, _, _ = line.removeprefix("::notice ").partition("::")
            assert len(properties.split(",")) == line.startswith("::notice file") * 2 + 1

    def test_a_percent_sign_stands_for_itself(self) -> None:
        (line, _) = as_commands(review(change(part="50%0A", owner=subject("a,b:c"))), "docs/")
        assert line == (
            "::warning file=docs/a%2Cb%3Ac.md,line=7,title=field-optional (breaks receivers)"
            "::docs/a,b:c.md:7: a,b:c.50%250A is optional now; breaks receivers\n"
        )

    def test_the_breaking_ones_come_first(self) -> None:
        changes = change("field-added", new="string"), change(), change("field-added", new="string")
        levels = [line.split(" ")[0] for line in as_commands(review(*changes), "")]
        assert levels == ["::warning", "::notice", "::notice", "::notice"]

    def test_a_page_that_is_gone_has_no_place(self) -> None:
        gone = subject(new=None)
        removed = Change("model-removed", gone, "", "", "an alias", "", (), Place("Boat.md", 1), None)
        assert next(as_commands(review(removed), "docs/")).startswith("::notice title=")

    def test_nor_has_one_outside_of_a_repository(self) -> None:
        assert next(as_commands(review(change()), None)).startswith("::warning title=")


@given(HOSTILE, HOSTILE)
def test_json_holds_what_the_docs_hold(title: str, part: str) -> None:
    (change_,) = json.loads(as_json(review(change(part=part, owner=subject(title)))))["changes"]
    assert (change_["model"], change_["part"]) == (title, part)


def test_incomplete_sides_are_told() -> None:
    both = Review((), Origin("a", "a/", "a/", 2), Origin("b", "b/", "b/", 1))
    sentence = (
        "The old docs have 2 errors and the new docs have 1 error, none of them new, so changes may be missing or wrong"
        " here."
    )
    assert both.incomplete == sentence
    assert f"> [!WARNING]\n> {sentence}\n" in as_markdown(both)
