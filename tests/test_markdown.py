"""Reading Markdown: what a page is made of, and that none of it is lost on the way."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator

import pytest
from docmodels.markdown import (
    Block,
    Fence,
    Inline,
    Item,
    ItemList,
    Page,
    Prose,
    Row,
    Section,
    Span,
    SpanKind,
    Table,
    plain_text,
    prose,
    read_page,
)
from docmodels.markdown.inline import parse_inline, parsed
from hypothesis import example, given
from hypothesis import strategies as st


def read(text: str) -> Page:
    """A page that there is nothing to say about."""
    page, diagnostics = read_page("berth.md", text.encode())
    assert page is not None
    assert diagnostics == ()
    return page


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a page without headings."""
    (section,) = read(text).sections
    return section.blocks


def table(text: str) -> Table:
    """The table that is all of the page."""
    (block,) = blocks(text)
    assert isinstance(block, Table)
    return block


def grid(table: Table) -> list[list[str]]:
    rows = [table.header, *(row.cells for row in table.rows)]
    return [[cell.source for cell in cells] for cells in rows]


def inlines(page: Page) -> Iterator[Inline]:
    """Whatever on a page has a column."""
    for section in page.sections:
        if section.level:
            yield section.heading
        for block in section.blocks:
            if isinstance(block, Table):
                yield from block.header
                for row in block.rows:
                    yield from row.cells
                    yield from row.surplus
            elif isinstance(block, ItemList):
                for item in block.entries:
                    yield from (item.text, *item.more)


def texts(page: Page) -> list[str]:
    """All text of a page, some of it twice."""
    texts_ = [inline.source for inline in inlines(page)]
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Fence):
                texts_ += (block.info, block.text)
            elif isinstance(block, Prose | ItemList):
                texts_.append(block.source)
    return texts_


# -- sections --


def test_a_heading_of_any_level_starts_a_section() -> None:
    assert read("# Berth\n\nA place for a ship.\n\n### Fields ###\nNone.\n") == Page(
        "berth.md",
        (
            Section(1, Inline("Berth", 1, 3), (Prose(3, "A place for a ship."),), ("berth",)),
            Section(3, Inline("Fields", 5, 5), (Prose(6, "None."),), ("fields",)),
        ),
    )


def test_an_underlined_heading_starts_a_section_too() -> None:
    page = read(" Berth\nof a ship\n---\n")
    assert page.sections == (Section(2, Inline("Berth\nof a ship", 1, 2), (), ("berthof-a-ship",)),)


def test_what_precedes_the_first_heading_is_a_section_of_level_0() -> None:
    assert read("A place.\n\n# Berth\n").sections == (
        Section(0, Inline("", 1, 1), (Prose(1, "A place."),)),
        Section(1, Inline("Berth", 3, 3), (), ("berth",)),
    )


def test_a_heading_in_a_quotation_or_among_items_is_no_section() -> None:
    assert blocks("> # Quoted\n\n- # Listed\n- item\n") == (
        Prose(1, "> # Quoted"),
        ItemList(3, (Item(Inline("Listed", 3, 5)), Item(Inline("item", 4, 3))), "- # Listed\n- item"),
    )


def test_a_list_whose_items_all_begin_with_headings_is_sections() -> None:
    sections = read("* #### Parameters\n\n  Text.\n\n* #### Response\n\nMore.\n").sections
    assert [(section.level, section.heading, section.blocks) for section in sections] == [
        (4, Inline("Parameters", 1, 8), (Prose(3, "Text."),)),
        (4, Inline("Response", 5, 8), (Prose(7, "More."),)),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n", "<!-- nothing -->\n"])
def test_a_page_without_content_has_no_section(text: str) -> None:
    assert read(text).sections == ()


# -- blocks --


def test_prose_and_lists_keep_their_lines_but_no_indentation() -> None:
    text = "  Depth in *metres*,  \n   at low tide.\n\n * `A`\n   1. b\n\n * `C`\n\n"
    assert blocks(text) == (
        Prose(1, "Depth in *metres*,\n at low tide."),
        ItemList(
            4,
            (Item(Inline("`A`", 4, 4)), Item(Inline("b", 5, 7), 1), Item(Inline("`C`", 7, 4))),
            "* `A`\n  1. b\n\n* `C`",
        ),
    )


def test_an_item_stands_behind_its_marker() -> None:
    assert blocks("1. 1\n10. 1\n") == (ItemList(1, (Item(Inline("1", 1, 4)), Item(Inline("1", 2, 5))), "1. 1\n10. 1"),)


def test_an_item_without_text_has_an_empty_inline() -> None:
    assert blocks("- \n- b\n- ```\n  code\n  ```\n") == (
        ItemList(
            1,
            (Item(Inline("", 1, 3)), Item(Inline("b", 2, 3)), Item(Inline("", 3, 6))),
            "-\n- b\n- ```\n  code\n  ```",
        ),
    )


def test_code_is_taken_as_it_stands() -> None:
    text = "~~~ json title\n| a   | b |\n\n|---|\n  {}  \n~~~\n\n    x\n     y\n"
    assert blocks(text) == (
        Fence(1, "json title", "| a   | b |\n\n|---|\n  {}  "),
        Fence(8, "", "x\n y", is_indented=True),
    )


def test_code_in_an_indented_fence_loses_that_indentation() -> None:
    assert blocks("  ```\n  a\n    b\n c\n  ```\n") == (Fence(1, "", "a\n  b\nc"),)


def test_rules_quotations_html_and_link_definitions_are_prose() -> None:
    text = "***\n\n> | a |\n> |---|\n\n<div>\n| b |\n</div>\n\n[c]: https://d.example\n"
    assert blocks(text) == (
        Prose(1, "***"),
        Prose(3, "> | a |\n> |---|"),
        Table(3, (Inline("a", 3, 5),), ()),
        Prose(6, "<div>\n| b |\n</div>"),
        Prose(10, "[c]: https://d.example"),
    )


def test_a_comment_is_no_content() -> None:
    text = "<!-- a\n\n| b |\n|---| -->\nc\n<!-- d --> <!---->\n<!-->\n<!-- e --> f\n"
    assert blocks(text) == (Prose(5, "c"), Prose(8, "<!-- e --> f"))


@pytest.mark.parametrize("matter", ["---\n# a\n---", "---\na\n\n---", "---\na: b"])
def test_a_rule_at_the_top_is_not_front_matter(matter: str) -> None:
    assert read(matter).sections[0].blocks[0] == Prose(1, "---")


@pytest.mark.parametrize("matter", ["title: Berth\n# c\n\n---", "a: b\n...", "---"])
def test_front_matter_is_no_content_but_its_lines_count(matter: str) -> None:
    text = f"---\n{matter}\na\n"
    assert blocks(text) == (Prose(text.count("\n"), "a"),)


# A line that starts with a pipe is a row, or it is something else and keeps its text.


def test_a_heading_may_start_with_a_pipe() -> None:
    (section,) = read("a\n| b   | c\n---\n").sections
    assert section.heading == Inline("a\n| b   | c", 1, 1)


def test_an_item_may_go_on_with_a_pipe() -> None:
    assert blocks("- a\n| b   | c\n") == (ItemList(1, (Item(Inline("a\n| b   | c", 1, 3)),), "- a\n| b   | c"),)


def test_a_paragraph_may_start_with_a_pipe() -> None:
    assert blocks("| a   | b |\n") == (Prose(1, "| a   | b |"),)


def test_html_may_end_on_a_line_with_a_pipe() -> None:
    assert blocks("<!-- a\n| b -->\nc\n") == (Prose(3, "c"),)


# -- tables --


def test_a_cell_is_what_stands_between_two_pipes() -> None:
    text = "| Name  | Type |\n|-------|:----:|\n| `a` b |      |\n"
    assert blocks(text) == (
        Table(
            1,
            (Inline("Name", 1, 3), Inline("Type", 1, 11)),
            (Row(3, (Inline("`a` b", 3, 3), Inline("", 3, 10)), 2),),
        ),
    )


def test_an_escaped_pipe_is_part_of_its_cell() -> None:
    # GitHub Flavored Markdown, example 200: even in a code span.
    first, second = table("| a | b |\n|---|---|\n| x \\| `\\|` | y |\n").rows[0].cells
    assert first == Inline("x | `|`", 3, 3)
    assert second == Inline("y", 3, 15)
    assert grid(table("|a \\| b|\\|\n|-|-|\n|c \\| d\\\n")) == [
        ["a | b", "|"],
        ["c | d\\", ""],
    ]


def test_the_outer_pipes_may_be_left_out() -> None:
    # A pipe at the end of a row that has none at its start parts an empty cell off: nothing is missing in line 4.
    assert table("a | b\n-|-\nc | d\n e |\n| f | g\n") == Table(
        1,
        (Inline("a", 1, 1), Inline("b", 1, 5)),
        (
            Row(3, (Inline("c", 3, 1), Inline("d", 3, 5)), 2),
            Row(4, (Inline("e", 4, 2), Inline("", 4, 5)), 2),
            Row(5, (Inline("f", 5, 3), Inline("g", 5, 7)), 2),
        ),
    )


def test_a_row_tells_what_it_leaves_out_and_what_is_too_much() -> None:
    short, long, empty = table("|a|b|\n|-|-|\n| c |\n|d|e| f | |\n|\n").rows
    assert short == Row(3, (Inline("c", 3, 3), Inline("", 3, 6)), 1)
    assert long == Row(
        4,
        (Inline("d", 4, 2), Inline("e", 4, 4)),
        4,
        (Inline("f", 4, 7), Inline("", 4, 10)),
    )
    assert empty == Row(5, (Inline("", 5, 2), Inline("", 5, 2)), 0)


def test_a_table_ends_with_its_rows_and_needs_no_blank_line_before() -> None:
    assert blocks("a\n| b |\n|---|\n| c |\n> d\n") == (
        Prose(1, "a"),
        Table(2, (Inline("b", 2, 3),), (Row(4, (Inline("c", 4, 3),), 1),)),
        Prose(5, "> d"),
    )


def test_a_table_with_too_few_delimiters_is_prose_and_reported() -> None:
    text = "| a | b |\n|---|\n| c | d |"
    page, (diagnostic,) = read_page("berth.md", text.encode())
    assert page is not None
    assert page.sections[0].blocks == (Prose(1, text),)
    assert (diagnostic.code, str(diagnostic.place)) == ("uneven-table", "berth.md:1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b | |\n|---|---|\n| c | d |\n", [["a", "b"], ["c", "d"]]),
        (
            "| a | b | c |\n|---|---|\n| d | e | f |\n| g | h | i |\n",
            [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]],
        ),
        ("a | b | c\n---|---\nd | e | f\n", [["a", "b", "c"], ["d", "e", "f"]]),
    ],
)
def test_a_table_with_too_few_delimiters_is_read_if_its_rows_show_it(text: str, expected: list[list[str]]) -> None:
    page, (diagnostic,) = read_page("berth.md", text.encode())
    assert page is not None
    (table_,) = page.sections[0].tables
    assert grid(table_) == expected
    assert (diagnostic.code, str(diagnostic.place)) == ("uneven-table", "berth.md:1")


@pytest.mark.parametrize("rows", ["| d | e |\n", "d\n", "\n"])
def test_rows_that_do_not_show_it_make_no_table(rows: str) -> None:
    page, _ = read_page("berth.md", f"| a | b | c |\n|---|---|\n{rows}".encode())
    assert page is not None
    assert not page.sections[0].tables


@pytest.mark.parametrize(
    "tag",
    [
        '<div markdown="1">',
        "<div markdown>",
        '<section class="a" markdown="block">',
        "<details markdown='1'><summary>x</summary>",
    ],
)
def test_a_tag_may_say_that_markdown_follows(tag: str) -> None:
    name = tag[1:].split()[0].rstrip(">")
    page = read(f"<div>\n{tag}\n## a\n| b | c |\n|---|---|\n| d | e |\n</{name}>\n</div>\n\n## f\n")
    assert [section.heading.source for section in page.sections if section.level] == ["a", "f"]
    assert [len(section.tables) for section in page.sections if section.level] == [1, 0]


@pytest.mark.parametrize("tag", ["<div>", '<div markdown="0">', "<details><summary>x</summary>"])
def test_a_table_that_html_hides_is_reported(tag: str) -> None:
    text = f"{tag}\n| b | c |\n|---|---|\n| d | e |\n"
    page, (diagnostic,) = read_page("berth.md", text.encode())
    assert page is not None
    assert not any(section.tables for section in page.sections)
    assert (diagnostic.code, diagnostic.place.line) == ("table-in-html", 2)


def test_a_table_may_have_more_delimiters_than_columns() -> None:
    # Markdown that GitHub does not show, and older site generators do.
    table_ = table("| a | b |\n|---|---|---|\n| c | d | e |\n| f |\n")
    assert grid(table_) == [["a", "b"], ["c", "d"], ["f", ""]]
    assert [cell.source for cell in table_.rows[0].surplus] == ["e"]


def test_a_table_that_leaves_out_too_much_is_reported() -> None:
    # markdown-it fills in 65,536 cells and no more: after 65 rows of this table.
    text = "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + "| b |\n" * 70
    page, (diagnostic,) = read_page("berth.md", text.encode())
    assert (diagnostic.code, str(diagnostic.place)) == (
        "table-cut-short",
        "berth.md:68",
    )
    assert page is not None
    read_rows, rest = page.sections[0].blocks
    assert isinstance(read_rows, Table)
    assert len(read_rows.rows) == 65
    assert rest == Prose(68, "\n".join(["| b |"] * 5))


# -- what hides the rest of a page --


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n\n```\nb\n", "unclosed-block", 3),
        ("a\n<!-- b\n\n| c |\n", "unclosed-block", 2),
        ("a\n\n" + "> " * 50 + "b\n\n# c\n", "nested-too-deep", 3),
        ("".join(" " * 2 * n + "- a\n" for n in range(30)), "nested-too-deep", 25),
    ],
)
def test_a_block_that_takes_the_rest_of_the_page_is_reported(text: str, code: str, line: int) -> None:
    page, (diagnostic,) = read_page("berth.md", text.encode())
    assert page is not None
    assert (diagnostic.code, diagnostic.place.line) == (code, line)


@pytest.mark.parametrize(
    "text",
    ["```\na\n```", "```\n```", "> ```\n> a\n\nb", "- <!-- a\n\nb", ">" * 40 + "a", "|a|\n|-|\n\xa0\nb"],
)
def test_a_block_that_ends_is_not_reported(text: str) -> None:
    read(text)


# -- bytes and lines --


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_and_a_byte_order_mark_make_the_same_page(end: str) -> None:
    text = "---\na: b\n---\n# c\n\n| d |\n|---|\n| e |\n\n```\nf\n```\n- g\n  h\n"
    page, diagnostics = read_page("berth.md", b"\xef\xbb\xbf" + text.replace("\n", end).encode())
    assert page == read(text)
    assert diagnostics == ()


def test_only_line_ends_count_as_lines() -> None:
    (_, second) = read("a\0\x0b\x0c\x1c\x85\u2028\u2029b\n\n# c\n").sections
    assert second.heading == Inline("c", 3, 3)


def test_a_null_character_is_replaced() -> None:
    # CommonMark 2.3
    assert grid(table("| \0 |\n|---|\n")) == [["\ufffd"]]


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xff\xfe#\0", "berth.md:1:1", "0xff"),
        ("é\r\n\n# Großer ".encode() + b"\xe4hm", "berth.md:3:10", "0xe4"),
        (b"\xef\xbb\xbfa\xc3", "berth.md:1:2", "0xc3"),
    ],
)
def test_bytes_that_are_not_utf8_are_reported(data: bytes, place: str, byte: str) -> None:
    page, (diagnostic,) = read_page("berth.md", data)
    assert page is None
    assert (diagnostic.code, str(diagnostic.place)) == ("not-utf8", place)
    assert byte in diagnostic.message


# -- inline Markdown --


def test_a_span_has_the_marks_around_it() -> None:
    assert parse_inline("a *b **`c`*** ~~d~~ [*e*](f.md#g)") == (
        Span(SpanKind.TEXT, "a "),
        Span(SpanKind.TEXT, "b ", emphasis=True),
        Span(SpanKind.CODE, "c", emphasis=True, strong=True),
        Span(SpanKind.TEXT, " "),
        Span(SpanKind.TEXT, "d", strike=True),
        Span(SpanKind.TEXT, " "),
        Span(SpanKind.TEXT, "e", href="f.md#g", emphasis=True),
    )


@pytest.mark.parametrize("href", ["a b", "ä%20", "javascript:f()", "data:text/plain,x", "a_(b)", "../a.md#b"])
def test_a_link_target_stays_as_written(href: str) -> None:
    assert parse_inline(f"[x](<{href}>)") == (Span(SpanKind.TEXT, "x", href=href),)


def test_an_autolink_is_a_link_to_its_text_even_inside_another_link() -> None:
    url = "https://b.example/ä%20"
    assert parse_inline(f"[a <{url}>](c)") == (
        Span(SpanKind.TEXT, "a ", href="c"),
        Span(SpanKind.TEXT, url, href=url),
    )


def test_an_image_has_its_own_address_and_the_target_of_its_link() -> None:
    assert parse_inline("[![a *b*](c.png)](d.md)") == (Span(SpanKind.IMAGE, "a *b*", href="d.md", src="c.png"),)


@pytest.mark.parametrize("source", ["<br>", "<br/>", "<BR />", "</br>", "\n", "  \n", "\\\n"])
def test_a_line_break_in_any_spelling(source: str) -> None:
    assert parse_inline(f"a{source}b") == (
        Span(SpanKind.TEXT, "a"),
        Span(SpanKind.BREAK, "\n"),
        Span(SpanKind.TEXT, "b"),
    )


def test_escapes_and_character_references_are_text() -> None:
    assert parse_inline(r"a\*b &lt;&#99;&gt; \d") == (Span(SpanKind.TEXT, r"a*b <c> \d"),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("List<String>", "List<String>"),
        ("Dictionary<String, *object*>", "Dictionary<String, object>"),
        ("List&lt;[Berth](berth.md)&gt;", "List<Berth>"),
        ("`a`<br/>*b* <i>c</i> ![d](e)", "a\nb <i>c</i> d"),
    ],
)
def test_plain_text_drops_marks_only(source: str, text: str) -> None:
    assert Inline(source, 1, 1).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a  <br/>b &lt;c&gt; <br/><br/><BR> d<br>", "a\nb <c>\n\nd"),
        ("`` a`b `` ` `` ` `c`", "``a`b`` ` `` ` `c`"),
        ("` ` `  a  `", "`   ` `  a  `"),
        ("[a](<b(>) [c](d_(e))", "[a](<b(>) [c](d_(e))"),
        ("*a **b*** _c_ __d__ ~~e~~", "*a **b*** *c* **d** ~~e~~"),
        ("***a** b* and **[c](d) e**", "***a** b* and **[c](d) e**"),
        ("[**a** b](c)[d](<e f>)", "[**a** b](c)[d](<e f>)"),
        ("*a<br/>b* **c<br/>**", "*a\nb* **c**"),
        ("[a<br/>](b)c", "[a](b)\nc"),
        ("<https://a.example/b_c> ![d](e.png) <i>f</i>",) * 2,
    ],
)
def test_prose_is_markdown_for_outside_a_table(source: str, text: str) -> None:
    assert Inline(source, 1, 1).prose == text


def test_a_source_beyond_the_limit_is_plain_text() -> None:
    source = "*a* " * 5
    assert len(Inline(source, 1, 1, limit=20).spans) == 10
    assert Inline(source, 1, 1, limit=19).spans == (Span(SpanKind.TEXT, source),)


@pytest.mark.parametrize("text", ["# {}\n", "- {}\n", "| a |\n| - |\n| {} |\n", "| {} |\n| - |\n"])
def test_a_text_beyond_the_limit_is_reported(text: str) -> None:
    """Wherever Markdown would be read: in a heading, an item or a cell."""
    _, problems = read_page("Page.md", text.format("a" * 20).encode(), 20)
    assert problems == ()
    _, problems = read_page("Page.md", text.format("a" * 21).encode(), 20)
    assert [problem.code for problem in problems] == ["text-too-long"]


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "~~", "`", "<a ", "<!--", "[a]("])
def test_marks_that_are_never_closed_are_text(piece: str) -> None:
    source = piece * 3000
    assert plain_text(parse_inline(source)) == source


def test_inline_markdown_is_parsed_when_asked_for_and_can_be_pickled() -> None:
    page = read("# *a*\n\n| b |\n|---|\n| `c` |\n\n- d\n")
    before = pickle.loads(pickle.dumps(page))
    texts = [inline.text for inline in inlines(page)]
    after = pickle.loads(pickle.dumps(page))
    assert before == page == after
    assert texts == [inline.text for inline in inlines(after)] == ["a", "b", "c", "d"]


# -- what holds for any input --

LINES = st.sampled_from(
    [
        *("", "{}", "  {}", "    {}", "\t{}", "{}  ", "\xa0", "\x0b{}", "\x85{}"),
        *("# {}", "## {} ##", "===", "---", "***", "> {}", ">", "> | {} | {} |"),
        *("- {}", "- - {}", "1. {}", "-", "  | {} | {} |", "- | {} |", "  |---|"),
        *("| {} | {} |", "| {}", "|", "||", "{} | {}", "| {} \\| {} |", "|{}|{}|{}|"),
        *("| {} > {} |", "| `{} | {}` |", "| {}\\", "|---|---|", "|-|", "--|:-:", "| "),
        *("```", "``` {}", "~~~", "<div {}>", "</div>", "<!{}", "<?{}", "| {} ?>"),
        *("<pre>{}", "| {} </pre> |", "[{}]: {}", "<br/>{}", "<a {}=''>", "*{}*"),
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
@example(["| {} | {} |", "|---|---|", "| {}", "<div {}>", "| {} > {} |"], "\n")
def test_every_word_is_somewhere_on_the_page(templates: list[str], end: str) -> None:
    words = iter(f"w{number}w" for number in range(100))
    lines = [re.sub("{}", lambda _: next(words), line) for line in templates]
    text = end.join(["", *lines])  # a first line `---` would be front matter
    page, _ = read_page("berth.md", text.encode())
    assert page is not None
    texts_ = texts(page)
    assert set(re.findall(r"w\d+w", text)) <= set(re.findall(r"w\d+w", " ".join(texts_)))


TEMPLATE = st.sampled_from(
    [
        *(
            "",
            "{}",
            "{% table %}",
            "{% /table %}",
            "{} {% table %}",
            "{% table %} {}",
            "{% /table %} {}",
            "---",
            "# {}",
        ),
        *("* {}", "- {}", "  - {}", "  {}", "* ```", "  ```", "  <div>{}", "* {} {% width=2 %}", "* {}\n{% /table %}"),
        *("{% a %}", "{% enda %}", "w: {}", "  w: {}", "| {} |", "|-|", "> {}"),
    ]
)


@given(st.lists(TEMPLATE, max_size=12))
@example(["{% table %}", "* {}", "* {}", "  {}", "---", "* {}\n{% /table %}", "{}"])
@example(["{% a %}", "w: {}", "", "# {}", "{% enda %}", "{}"])
@example(["{% table %}", "", "{% /table %} {}", "{}"])
@example(["{% table %}", "* {}", "{% /table %} {}", "{}"])
def test_every_word_between_tags_of_a_template_is_somewhere_on_the_page(templates: list[str]) -> None:
    words = iter(f"w{number}w" for number in range(100))
    text = "\n".join(["", *(re.sub("{}", lambda _: next(words), line) for line in templates)])
    page, _ = read_page("berth.md", text.encode())
    assert page is not None
    assert set(re.findall(r"w\d+w", text)) <= set(re.findall(r"w\d+w", " ".join(texts(page))))


CONTAINERS = st.sampled_from(
    [
        *("", "{}", "    {}", "# {}", "| {} |", "|-|", "    | {} |", "    |-|", "- {}", "```", "~~~ {}", "````"),
        *('=== "{}"', '    === "{}"', "!!! note", '!!! note "{}"', "??? tip", "        {}", "    ```", "    # {}"),
        *("```{note}", "```{note} {}", ":::{tip} {}", ":::", "````{tab-set}", "```{tab-item} {}", "{} ```"),
        *("```{list-table} {}", ":::{list-table}", ":header-rows: 1", "* - {}", "  - {}", "    {}", "* {}", "  -"),
        *("```{csv-table}", ":header: {}, {}", '"{}", {}', '"{}', "{}, {}, {}"),
        *("+----+----+", "+====+====+", "| {} | {} |", "|    | {} |", "+----+", "| {} \\| {} |"),
    ]
)


@given(st.lists(CONTAINERS, max_size=14))
@example(["```{list-table} {}", ":header-rows: 1", "{}", "* - {}", "  - {}", "* - {}", "  - {}", "  - {}", "```"])
@example(["```{csv-table}", ":header: {}, {}", "", "{}, {}, {}", '"{}', "```"])
@example(["+----+----+", "| {} | {} |", "|    | {} |", "+====+====+", "| {} | {} |", "+----+----+"])
@example(["```{note} {}", "| {} |", "|-|", "```{tab-item} {}", "| {} |"])
@example(['=== "{}"', "", "    | {} |", "    |-|", "        {}", "{}"])
def test_every_word_in_tabs_and_directives_is_somewhere_on_the_page(templates: list[str]) -> None:
    words = iter(f"w{number}w" for number in range(100))
    text = "\n".join(["", *(re.sub("{}", lambda _: next(words), line) for line in templates)])
    page, _ = read_page("berth.md", text.encode())
    assert page is not None
    assert set(re.findall(r"w\d+w", text)) <= set(re.findall(r"w\d+w", " ".join(texts(page))))


MARKUP = st.sampled_from(
    [
        *("", "{}", "# {}", "| {} | {} |", "|---|---|", "| {}", "{} |", "- {}", "> {}"),
        *("<table>", "</table>", "<tr>", "<thead>", "<td>{}", "<th>{}</th>", "<td>{}</td></tr>", "<td colspan=2>{}"),
        *("<td rowspan=2>{}", "<h2>{}</h2>", "<h2>{}", "</h2>", "<a id='a'></a>", "<b>{}", "<code>{}", "{}</code>"),
        *("<div>", "</div>{}", "<Tabs>", "<Tab>{}</Tab>", "</Tabs>", "<!-- -->{}", "[{}]: a", "{{< ref a >}}{}"),
    ]
)


@given(st.lists(MARKUP, max_size=14), st.sampled_from(["berth.md", "berth.mdx"]))
def test_every_word_that_html_shows_is_somewhere_on_the_page(templates: list[str], path: str) -> None:
    words = iter(f"w{number}w" for number in range(100))
    text = "\n".join(["", *(re.sub("{}", lambda _: next(words), line) for line in templates)])
    page, _ = read_page(path, text.encode())
    assert page is not None
    text_ = " ".join(texts(page))
    assert set(re.findall(r"w\d+w", text)) <= set(re.findall(r"w\d+w", text_))


@given(st.binary() | st.text(st.characters(exclude_categories=["Cs"])))
@example("---\n---")
@example("|\n|-|\n|\\")
def test_no_bytes_are_too_odd(data: bytes | str) -> None:
    page, diagnostics = read_page("berth.md", data if isinstance(data, bytes) else data.encode())
    assert (page is None) == ("not-utf8" in [diagnostic.code for diagnostic in diagnostics])
    if page:
        for inline in inlines(page):
            assert "\0" not in inline.text + inline.prose


@given(st.text("ab<>/*_~!|(),\n "))
def test_no_letter_is_lost_in_inline_markdown(source: str) -> None:
    spans = parse_inline(source)
    letters = re.findall("[ab]", source)
    assert re.findall("[ab]", plain_text(spans)) == letters
    assert re.findall("[ab]", prose(spans)) == letters


INLINE = st.lists(
    st.sampled_from(
        [*"aé1 `_[]()!&;:.#<*\\\n\t-\u3000", "`b`", "[c](d)", "_e_", "f_g", "[h](i_j*k)", "&amp", "<br/>", "~~"]
    )
)


@given(
    st.tuples(st.sampled_from(("", "*", "**", "~~")), INLINE.map("".join)).map(
        lambda parts: parts[0].join(("", parts[1], ""))
    )
)
@example("a `b` [c](d)")
@example("`a``b`")
@example("![a](b)")
@example("[a](b`c) `d")
@example("[a](b)[c](d)!")
@example("List<[a](b)><br/>c")
@example("**[a](b)**")
@example("**a** b **c**")
@example("~~`a`~~")
@example("***a***")
@example("**a\u2003**")
def test_sources_that_need_no_parser_are_read_as_it_reads_them(source: str) -> None:
    assert parse_inline(source) == parsed(source)


@given(st.text("a*_`[](<br/>)! &#10;\n"))
def test_prose_has_no_loose_ends(source: str) -> None:
    text = prose(parse_inline(source))
    assert text == text.strip()
    assert not re.search(r"[ \t]\n|\n\n\n", text)


CELLS = st.text("ab1 `*_~<>&;:.-#[](){}!é\u00a0\u3000").map(lambda text: text.replace("1", "\\|"))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """The cells of a header and of rows that need not be as long."""
    header = draw(st.lists(CELLS, min_size=1, max_size=5))
    return [
        header,
        *draw(st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=5)),
    ]


def written(cells: list[str]) -> str:
    return "|" + "".join(f"{cell}|" for cell in cells)


def page_of(rows: list[str], columns: int, dashes: str = "-") -> str:
    return "\n".join([rows[0], written([dashes] * columns), *rows[1:]])


def trimmed(cell: str) -> str:
    """A cell without blanks around it, but for wide ones right before the text: they nest a name."""
    text = cell.strip()
    padding = cell[: len(cell) - len(cell.lstrip())] if text else ""
    return padding[len(padding.rstrip("\u2003\u3000")) :] + text


@given(tables())
def test_every_cell_of_a_row_is_read_at_its_place(rows: list[list[str]]) -> None:
    text = page_of([written(row) for row in rows], len(rows[0]))
    read_table = table(text)
    cells = [read_table.header, *(row.cells + row.surplus for row in read_table.rows)]
    for row, cells_ in zip(rows, cells, strict=True):
        expected = [trimmed(cell).replace("\\|", "|") for cell in row]
        blank = [""] * (len(rows[0]) - len(row))
        assert [cell.source for cell in cells_] == expected + blank
    assert [row.written for row in read_table.rows] == [len(row) for row in rows[1:]]
    lines = text.split("\n")
    for cells_ in cells:
        for cell in cells_:
            before = lines[cell.line - 1][: cell.column - 1]
            after = lines[cell.line - 1][cell.column - 1 :]
            assert after.replace("\\|", "|").startswith(cell.source)
            assert before.rstrip().endswith("|")
            assert cell.source or before.endswith("|")


@given(tables(), st.data())
def test_padding_and_indentation_change_nothing(rows: list[list[str]], data: st.DataObject) -> None:
    blanks = st.integers(0, 90).map(lambda number: " " * number)
    indents = st.integers(0, 3).map(lambda number: " " * number)
    padded = [
        data.draw(indents) + written([data.draw(blanks) + cell + data.draw(blanks) for cell in row]) + data.draw(blanks)
        for row in rows
    ]
    dashes = "-" * data.draw(st.integers(1, 90))
    plain = table(page_of([written(row) for row in rows], len(rows[0])))
    wide = table(page_of(padded, len(rows[0]), dashes))
    assert grid(wide) == grid(plain)
    assert [row.written for row in wide.rows] == [row.written for row in plain.rows]


# -- what needs no parser --

ODD = st.text(
    st.sampled_from("ab `*_~[]()<>&!\\\"'\t\x0b\x1c\x85\xa0\u3000é") | st.characters(codec="utf-8"), max_size=9
)


@given(text=ODD, target=ODD)
@example(" a ", "b")
@example("a", '"b"')
@example("[a", "b(c)")
@example("<a", "javascript:b")
def test_code_or_a_link_alone_is_what_it_is_above_other_text(text: str, target: str) -> None:
    for source in (f"`{text}`", f"[{text}]({target})"):
        assert (*parse_inline(source), *parse_inline("\nx")) == parse_inline(f"{source}\nx")


@given(source=ODD)
@example(" a\x85")
def test_text_and_prose_are_those_of_the_spans(source: str) -> None:
    cell = Inline(source, 1, 1)
    assert (cell.text, cell.prose) == (plain_text(cell.spans), prose(cell.spans))
