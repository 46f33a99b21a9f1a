"""Headings and tables written in HTML, and rows that break off inside of a cell."""

from __future__ import annotations

import pytest
from docmodels.markdown import Inline, Page, Prose, Row, Section, Span, SpanKind, Table, read_page
from hypothesis import given
from hypothesis import strategies as st

from tests.counted import assert_quick


def read(text: str) -> Page:
    page, diagnostics = read_page("room.md", text.encode())
    assert page is not None
    assert diagnostics == ()
    return page


def table(text: str) -> Table:
    (section,) = read(text).sections
    (table_,) = section.tables
    return table_


def grid(table: Table) -> list[list[str]]:
    return [[cell.source for cell in cells] for cells in (table.header, *(row.cells for row in table.rows))]


# -- headings --


def test_a_heading_in_html_starts_a_section() -> None:
    text = '<h2 id="tocS_Room">Room</h2>\n<!-- old -->\n<a id="schemaroom"></a>\n<a id="toc"></a>\n\nA room.\n'
    assert read(text).sections == (
        Section(2, Inline("Room", 1, 20), (Prose(6, "A room."),), ("tocS_Room", "schemaroom", "toc", "room")),
    )


def test_a_heading_in_html_may_have_marks_and_several_lines() -> None:
    text = '<div>\n<h3>\n  <a name="r"></a>The <code>Room</code>\n</h3>\n</div>\n'
    (section,) = read(text).sections
    assert section.heading.text == "The Room"
    assert (section.heading.line, section.anchors) == (3, ("r", "the-room"))


@pytest.mark.parametrize("text", ["<h2>Room\n", "<pre>\n<h2>Room</h2>\n</pre>\n", "```\n<h2>Room</h2>\n```\n"])
def test_what_is_no_heading(text: str) -> None:
    assert [section.level for section in read(text).sections] == [0]


@pytest.mark.parametrize(
    "text",
    [
        '<RouteHeader method="GET" url="/rooms" mfa>\n  List Rooms\n</RouteHeader>\n\nAll of them.\n',
        '<RouteHeader method="GET" url="/rooms" mfa>List Rooms</RouteHeader>\n\nAll of them.\n',
    ],
)
def test_a_component_with_a_request_is_a_heading(text: str) -> None:
    (section,) = read(text).sections
    assert (section.level, section.heading.text, section.anchors) == (3, "List Rooms", ("list-rooms",))
    opening, prose = section.blocks
    assert opening == Prose(1, '<RouteHeader method="GET" url="/rooms" mfa>')
    assert isinstance(prose, Prose)
    assert prose.source == "All of them."


@pytest.mark.parametrize(
    "text",
    [
        '<Route method="GET">/rooms</Route>\n',
        '<Route method="GET">\n/rooms\n</Route>\n',
        '<Card title="Rooms">\nList Rooms\n</Card>\n',
        '<Route method="GET" url="/rooms" />\n\nList Rooms\n\n</Route>\n',
        '<Route method="GET">\nList Rooms\n',
    ],
)
def test_a_component_that_is_no_heading(text: str) -> None:
    assert [section.level for section in read(text).sections] == [0]


# -- tables --


def test_headings_for_which_no_row_has_a_cell_are_kept() -> None:
    (section,) = read("<table><td colspan=2>Room</td><th>Size</th></table>\n").sections
    prose, table_ = section.blocks
    assert prose == Prose(1, "Size")
    assert isinstance(table_, Table)
    assert [cell.source for cell in table_.header] == ["Room", ""]


def test_a_table_in_html() -> None:
    text = (
        "<table>\n  <thead>\n    <tr><th>Name</th><th>Type</th></tr>\n  </thead>\n  <tbody>\n    <tr>\n"
        "      <td><code>id</code></td>\n      <td>\n        string\n      </td>\n    </tr>\n  </tbody>\n</table>\n"
    )
    assert table(text) == Table(
        1,
        (Inline("Name", 3, 13), Inline("Type", 3, 26)),
        (Row(6, (Inline("`id`", 7, 11), Inline("string", 9, 9)), 2),),
    )


@pytest.mark.parametrize("form", ["html", "pipes"])
def test_a_table_in_a_cell_follows_the_table_with_its_place(form: str) -> None:
    inner = "<table><caption>of it</caption><tr><th>B</th></tr><tr><td>b</td></tr></table>"
    if form == "html":
        text, start = f"<table>\n<tr><th>A</th></tr>\n<tr><td>a {inner}</td></tr>\n</table>\n", 11
    else:
        text, start = f"| A |\n| - |\n| a {inner} |\n", 5
    (section,) = read(text).sections
    outer, inner_ = section.tables
    assert [grid(outer), grid(inner_)] == [[["A"], ["a of it"]], [["B"], ["b"]]]
    assert (outer.inside, inner_.inside) == ((), outer.rows)
    assert inner_.rows[0].cells[0].column == start + inner.index("b</td>")
    assert inner_.line == 3


def test_a_table_deep_in_others_is_text_of_its_cell() -> None:
    text = "<table><tr><th>A</th></tr><tr><td>a " * 6 + "</td></tr></table>" * 6 + "\n"
    (section,) = read(text).sections
    assert [len(table.inside) for table in section.tables] == [0, 1, 2, 3]


def test_a_head_that_is_never_closed_is_one_row() -> None:
    text = "<table><thead><tr><td>A</td><tr><thead><tr><td>a</td></tr><tr><td>b</td></tr></table>\n"
    assert grid(table(text)) == [["A"], ["a"], ["b"]]


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("a <code>b*</code> c", "a `b*` c"),
        ("<code>List&lt;Room&gt;</code>", "`List<Room>`"),
        ("List&lt;Room&gt;", "List&lt;Room&gt;"),
        ("<code>a`b</code>", "``a`b``"),
        ("<code>Room<wbr>Id</code> of <tt>a</tt><tt>b</tt>", "`RoomId` of `ab`"),
        ("a<code> b </code>c", "a `b` c"),
        ('<a href="room.md#a">Room</a>[]', "[Room](room.md#a)[]"),
        ('<code>List&lt;<a href="room.md">Room</a>&gt;</code>', "`List<`[`Room`](room.md)`>`"),
        ('<a href="a b(">c</a>', "[c](<a b(>)"),
        ('<a name="x"></a>a', "a"),
        ("<b>a</b> <strong>b </strong>c <em>d</em> <i>e</i> <del>f</del>", "**a** **b** c *d* *e* ~~f~~"),
        ("a<br>b<br/>c", "a<br>b<br>c"),
        ("<p>a</p>\n<p>b</p>", "a</br>b"),
        ("<ul><li>a</li><li>b</li></ul>", "- a<br>- b"),
        ("a\n   b", "a b"),
        ("List<String>", "List<String>"),
        ("<span class='x'>a</span> | b", "a | b"),
        ("`a` [b](c.md)", "`a` [b](c.md)"),
        ('<img alt="a" src="b.png">', "![a](b.png)"),
        ("x<sup>2</sup>", "x<sup>2</sup>"),
        ("a<!-- b -->", "a"),
        ("1<<2", "1<<2"),
        ("<b>a", "**a**"),
        ("a</b>", "a"),
        ("", ""),
    ],
)
def test_a_cell_shows_the_same_in_markdown(html: str, markdown: str) -> None:
    cell = table(f"<table><tr><th>A</th></tr><tr><td>{html}</td></tr></table>\n").rows[0].cells[0]
    assert cell.prose.replace("\n", " ").split() == Inline(markdown, 1, 1).prose.replace("\n", " ").split()


def test_a_link_in_a_cell_is_a_link() -> None:
    cell = (
        table('<table><tr><th>A</th></tr><tr><td><a href="b.md"><code>B</code></a></td></tr></table>\n')
        .rows[0]
        .cells[0]
    )
    assert cell.spans == (Span(SpanKind.CODE, "B", href="b.md"),)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr>", [["a", "b"], ["c", "d"]]),
        ("<tr><td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><th>a</th><th>b</th></tr><tr><th>c</th><td>d</td></tr>", [["a", "b"], ["c", "d"]]),
        ("<tr><td>c</td></tr><thead><tr><th>a</th><th>b</th></tr></thead>", [["a", "b"], ["c", ""]]),
        ("<thead><th>a</th><th>b</th></thead><tbody><td>c</td></tbody>", [["a", "b"], ["c", ""]]),
        ("<tr><th>a<th>b<tr><td colspan=2>c", [["a", "b"], ["c", ""]]),
        ("<tr><th colspan='2'>a</th></tr><tr><td>b</td><td>c</td></tr>", [["a", ""], ["b", "c"]]),
        (
            "<tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e<tr><td>f<td>g",
            [["a", "b"], ["c", "d"], ["c", "e"], ["f", "g"]],
        ),
        ("<tr><th>a<tr><td colspan=x rowspan=0>b<tr><td rowspan=99999>c", [["a"], ["b"], ["c"]]),
        ("<TR><TH>a</TH></TR>", [["a"]]),
        ("<tr></tr><tr><td>a</td></tr>", [["a"]]),
    ],
)
def test_rows_and_spans(rows: str, expected: list[list[str]]) -> None:
    assert grid(table(f"<table>{rows}</table>\n")) == expected


def test_a_table_in_html_tells_what_is_too_much() -> None:
    (row,) = table("<table><tr><td>a<tr><td>b<td>c</table>").rows
    assert (row.written, [cell.source for cell in row.surplus]) == (2, ["c"])


def test_a_table_in_html_goes_on_over_blank_lines() -> None:
    text = (
        "<div>\n<table>\n<tr><th>A</th></tr>\n\n<tr>\n<td>\n\n**b**\n\n    c\n</td>\n</tr>\n\n</table>\n</div>\n\nd\n"
    )
    (section,) = read(text).sections
    first, second = section.blocks
    assert isinstance(first, Table)
    assert grid(first) == [["A"], ["**b** c"]]
    assert second == Prose(17, "d")


def test_a_table_in_html_ends_at_a_heading() -> None:
    first, second = read("<table>\n<tr><th>A</th></tr>\n\n# B\n\n</table>\n").sections
    assert [grid(table) for table in first.tables] == [[["A"]]]
    assert second.heading.source == "B"


def test_text_around_and_in_a_table_is_prose() -> None:
    text = "<p>a</p><table><caption>b</caption><tr><td>c</td></tr>d</table>e\n"
    (section,) = read(text).sections
    assert [block.source for block in section.blocks if isinstance(block, Prose)] == ["<p>a</p>", "b", "d", "e"]


@pytest.mark.parametrize("text", ["<table></table>\n", "<table>\n", "</table>\n", "<table><tr></tr></table>"])
def test_a_table_without_cells_is_none(text: str) -> None:
    assert all(not section.tables for section in read(text).sections)


def test_a_table_in_html_that_leaves_out_too_much_is_reported() -> None:
    text = "<table>\n<tr>" + "<th>a" * 1000 + "\n" + "<tr><td>b\n" * 70 + "</table>\n"
    page, (diagnostic,) = read_page("room.md", text.encode())
    assert page is not None
    assert len(page.sections[0].tables[0].rows) == 65
    assert (diagnostic.code, str(diagnostic.place)) == ("table-cut-short", "room.md:68")


TAGS = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3>", "<th colspan=4>", "<thead>", "</thead>"),
        *("<b>", "</b>", "<a href=x>", "</a>", "<code>", "</code>", "<h1>", "</h1>", "<!--", "-->"),
        *("\n", "\n\n", " ", "<", "a", "|"),
    ]
)


@given(st.lists(TAGS).map("".join))
def test_a_table_in_html_is_whole_whatever_is_in_it(text: str) -> None:
    page, _ = read_page("room.md", f"<table>{text}</table>".encode())
    assert page is not None
    lines = f"<table>{text}</table>".split("\n")
    for section in page.sections:
        for table in section.tables:
            for row in table.rows:
                assert len(row.cells) == len(table.header)
                assert row.written == len(table.header) + len(row.surplus) or row.written < len(table.header)
            for cell in (*table.header, *(cell for row in table.rows for cell in row.cells)):
                assert 1 <= cell.line <= len(lines)
                assert 1 <= cell.column <= len(lines[cell.line - 1]) + 1


@given(st.text("ab*`_ &;<>/br"))
def test_no_letter_of_a_cell_is_lost(text: str) -> None:
    page, _ = read_page("room.md", f"<table><tr><td>x{text.replace('<', '&lt;')}</td></tr></table>".encode())
    assert page is not None
    (table_,) = page.sections[0].tables
    assert [char for char in table_.header[0].source if char in "ab"] == [char for char in text if char in "ab"]


# -- rows that break off --

HEAD = "| Name | Type | Description |\n|---|---|---|\n"


def test_a_row_that_breaks_off_goes_on_in_the_lines_below() -> None:
    text = f"{HEAD}| a | b | One\nand\n\n- two. |\n| c | d | e |\n\nf\n"
    (section,) = read(text).sections
    table_, prose = section.blocks
    assert prose == Prose(9, "f")
    assert isinstance(table_, Table)
    assert table_.rows == (
        Row(3, (Inline("a", 3, 3), Inline("b", 3, 7), Inline("One\nand\n\n- two.", 3, 11)), 3),
        Row(7, (Inline("c", 7, 3), Inline("d", 7, 7), Inline("e", 7, 11)), 3),
    )


def test_the_cells_behind_the_break_have_their_own_place() -> None:
    (row,) = table(f"{HEAD}| a |\n  b | c |\n").rows[:1]
    assert [(cell.source, cell.line, cell.column) for cell in row.cells] == [("a", 3, 3), ("", 3, 6), ("", 3, 6)]
    (row,) = table(f"{HEAD}| a | b\nc | d |\n").rows
    assert [(cell.source, cell.line, cell.column) for cell in row.cells] == [("a", 3, 3), ("b\nc", 3, 7), ("d", 4, 5)]


def test_a_row_may_end_with_a_line_of_pipes() -> None:
    rows = table(f"{HEAD}| a | b\nc\n| d |\n| e | f | g |\n").rows
    assert [[cell.source for cell in row.cells] for row in rows] == [["a", "b\nc", "d"], ["e", "f", "g"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}| a | b\n| c | d | e |\n",
        f"{HEAD}| a | b\n\nNot a row.\n",
        f"{HEAD}| a | b\n\n# Heading\n\n| c |\n",
        f"{HEAD}| a | b\n\nc | d | e | f\n",
        "Name | Type | Description\n---|---|---\n| a | b\n\nc | d |\n",
    ],
)
def test_a_row_that_nothing_completes_leaves_cells_out(text: str) -> None:
    row = next(table for section in read(text).sections for table in section.tables).rows[0]
    assert (row.written, [cell.source for cell in row.cells]) == (2, ["a", "b", ""])


def test_a_comment_that_is_never_closed_hides_no_other_paragraph() -> None:
    page, (diagnostic,) = read_page("room.md", b"<!-- a\nb\n\n# C\n")
    assert page is not None
    assert [section.heading.source for section in page.sections] == ["C"]
    assert (diagnostic.code, str(diagnostic.place)) == ("unclosed-block", "room.md:1")


# -- hostile pages --


@pytest.mark.parametrize(
    ("start", "piece", "end"),
    [
        ("", "<table>\n\n", ""),
        ("", "<table><tr><td>", ""),
        ("<div>", "<h1><h2>", ""),
        ("<table><td>", "<a \"'", ""),
        ("<table><td>", "<b>x", "</table>"),
        ("<table><td ", "id  ", ">x</table>"),
        ("<table><tr><th>a<th>b", "<tr><td rowspan=60000 colspan=999>", "</table>"),
        ("", "<div>\n\n<!--\n", ""),
        ("", '<a id="x"></a>\n\n<p>x</p>\n\n', "# h"),
        ("# ", '<a id="x">', ""),
        ("# x {#", "a", "{}"),
        (HEAD, "| a\nb\n\n", ""),
        (f"{HEAD}| a\n", "b\n\n", "| c"),
        ("[a]: b\n\n# ", "[a", "]"),
        ("[a]: b", " ", "c"),
        ("# [a](b) ", "{{<ref a ", ""),
        ("---\na: '", "''", "x\n---"),
        ("<A ", "{}", ""),
        ("", "- a\n  - b\n", ""),
    ],
)
def test_reading_takes_time_in_proportion_to_the_page(start: str, piece: str, end: str) -> None:
    """Of a quadratic reading, these pages would take a minute or more."""
    text = start + piece * (100_000 // len(piece)) + end

    def work() -> None:
        page, _ = read_page("room.md", text.encode())
        assert page is not None
        for section in page.sections:
            assert section.anchors or not section.heading.source or section.heading.is_long

    assert_quick(work, seconds=20)
