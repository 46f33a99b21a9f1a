"""What links lead to: anchors of headings, front matter, labels and shortcodes of site generators."""

from __future__ import annotations

import pytest
from docmodels.markdown import Inline, Item, ItemList, Page, Prose, Section, Span, SpanKind, Table, read_page


def read(text: str, path: str = "room.md") -> Page:
    page, diagnostics = read_page(path, text.encode())
    assert page is not None
    assert diagnostics == ()
    return page


def anchors(text: str) -> list[tuple[str, ...]]:
    return [section.anchors for section in read(text).sections]


# -- slugs --


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Room", "room"),
        ("Room settings", "room-settings"),
        ("A & B", "a--b"),
        ("`max_players` (since 2.0)", "max_players-since-20"),
        ("**Room** *states*", "room-states"),
        ("[Region](region.md) of a room", "region-of-a-room"),
        ("A/B: c, d!", "ab-c-d"),
        ("room-id", "room-id"),
        ("snake_case_name", "snake_case_name"),
        ("房间对象(Room)", "房间对象room"),
        ("Größe", "größe"),
        ("ประเภท", "ประเภท"),
        ("Preis in €", "preis-in-"),
        ("a &lt;b&gt;", "a-b"),
        ("![icon](a.png) Room", "room"),
        ("~~Old~~ x²", "old-x"),
    ],
)
def test_a_slug_is_that_of_github(heading: str, slug: str) -> None:
    assert anchors(f"# {heading}\n") == [(slug,)]


def test_slugs_of_one_page_are_numbered() -> None:
    text = "# Room\n## Fields\n# Hall\n## Fields\n## Fields\n"
    assert anchors(text) == [("room",), ("fields",), ("hall",), ("fields-1",), ("fields-2",)]


def test_a_heading_of_punctuation_has_no_slug() -> None:
    assert anchors("# ???\n") == [()]


# -- explicit ids --


@pytest.mark.parametrize("given", ["{#the-room}", "{: #the-room}", "{#the-room .wide}", '{id="the-room"}'])
def test_an_id_behind_a_heading_is_no_part_of_it(given: str) -> None:
    (section,) = read(f"## Room fields {given}\n").sections
    assert section.heading == Inline("Room fields", 1, 4)
    assert section.anchors == ("the-room", "room-fields")


@pytest.mark.parametrize("heading", ["GET /rooms/{id}", "a{#b}", "{a}"])
def test_braces_of_another_kind_stay(heading: str) -> None:
    (section,) = read(f"# {heading}\n").sections
    assert section.heading.source == heading


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ('<a id="r"></a> Room', 18),
        ("<a name='r'></a>Room", 19),
        ("<span id=r></span> Room", 22),
        ('Room <a id="r"></a>', 3),
        ('<a id="r">Room</a>', 13),
        ('<a id="r"/> Room', 15),
    ],
)
def test_a_tag_in_a_heading_gives_it_an_id(heading: str, column: int) -> None:
    (section,) = read(f"# {heading}\n").sections
    if not heading.startswith("Room"):
        assert column == 3 + heading.index("Room")
    assert section.heading == Inline("Room", 1, column)
    assert section.anchors == ("r", "room")


@pytest.mark.parametrize("heading", ["List<a>", '<a href="b">c</a>', "Map<String, a>", '<b id="x">c</b>'])
def test_other_tags_in_a_heading_stay(heading: str) -> None:
    (section,) = read(f"# {heading}\n").sections
    assert section.heading.source == heading


@pytest.mark.parametrize(
    "before",
    [
        '<a id="r"></a>',
        '<a name="r"></a>\n',
        '\n<span id="r"></span>\n\n',
        '<a name="r"></a>\n<p align="right"><a href="#top">Top</a></p>\n',
        '<Anchor id="r" />',
        '<div id="r"></div>\n\n<!-- a room -->\n',
    ],
)
def test_a_line_above_a_heading_gives_it_an_id(before: str) -> None:
    first, second = read(f"# Rooms\n\nAll of them.\n\n{before}\n## Room\n").sections
    assert second.anchors == ("r", "room")
    assert first.blocks[0] == Prose(3, "All of them.")
    assert all('id="r"' not in block.source for block in first.blocks if isinstance(block, Prose))


def test_a_line_below_a_heading_gives_it_an_id_too() -> None:
    assert anchors('# Room\n<a id="a"></a>\n<a id="b"></a>\n\n<a id="c"></a>\n\n## Hall\n') == [
        ("a", "b", "room"),
        ("c", "hall"),
    ]


def test_anchors_elsewhere_are_prose() -> None:
    (section,) = read('# Room\n\nA room.\n\n<a id="a"></a>\n\nThe end.\n').sections
    assert section.anchors == ("room",)
    assert section.blocks == (Prose(3, "A room."), Prose(5, '<a id="a"></a>'), Prose(7, "The end."))


# -- front matter --


def test_plain_values_of_front_matter_are_text() -> None:
    page = read(
        "---\ntitle: A room\nid: \"the \\\"room\\\"\"\nslug: 'it''s' # a comment\nn: 3\nwhen: 2024-01-02\nempty:\n"
        "tags: [a, b]\nmap: {a: b}\nnested:\n  title: no\ntext: |\n  no\nfolded: a\n  b\nlink: &a b\nc: d # e\n---\n# A\n"
    )
    assert page.matter == {
        "title": "A room",
        "id": 'the "room"',
        "slug": "it's",
        "n": "3",
        "when": "2024-01-02",
        "c": "d",
    }


def test_front_matter_may_be_toml() -> None:
    page = read('+++\ntitle = "A room"\ndraft = false\ntags = ["a"]\n[menu]\ntitle = "no"\n+++\n# A\n')
    assert page.matter == {"title": "A room", "draft": "false"}
    assert page.sections == (Section(1, Inline("A", 8, 3), (), ("a",)),)


def test_a_line_of_pluses_is_no_front_matter() -> None:
    assert read("+++\nA room.\n+++\n").matter == {}


# -- links --


def cell(text: str, below: str) -> tuple[Span, ...]:
    (section,) = read(f"| a |\n|---|\n| {text} |\n\n{below}\n").sections
    return section.tables[0].rows[0].cells[0].spans


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("[Room][]", "[room]: room.md"),
        ("[Room][the  room]", "[The Room]: <room.md>"),
        ("[Room]", '[Room]: room.md "A room"'),
        ("[Room]", "[Hall]: hall.md\n[Room]: room.md\n[Room]: other.md"),
    ],
)
def test_a_link_may_refer_to_a_definition(text: str, definition: str) -> None:
    assert cell(text, definition) == (Span(SpanKind.TEXT, "Room", href="room.md"),)


@pytest.mark.parametrize("definition", ["", "[^Room]: room.md", "[Room]: of a host", "A room.\n[Room]: room.md"])
def test_brackets_without_a_definition_are_text(definition: str) -> None:
    assert cell("[Room]", definition) == (Span(SpanKind.TEXT, "[Room]"),)


def test_definitions_are_those_of_the_page() -> None:
    assert cell("[Room]", "[Room]: a.md") != cell("[Room]", "[Room]: b.md")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ('{{< relref "models/Room" >}}', "models/Room"),
        ('{{% ref "Room.md#fields" %}}', "Room.md#fields"),
        ("{{<relref `Room`>}}", "Room"),
        ('{{< relref path="Room" lang="en" >}}', "Room"),
        ("{% link models/room.md %}", "models/room.md"),
        ("{{ site.baseurl }}/room", "/room"),
    ],
)
def test_a_shortcode_is_the_target_of_a_link(target: str, href: str) -> None:
    assert cell(f"[Room]({target})", "") == (Span(SpanKind.TEXT, "Room", href=href),)


def test_a_cell_that_is_a_shortcode_for_nothing_is_still_a_cell() -> None:
    (section,) = read("[a](b.md)\n\na | b\n--|--\n{{ site.url }} | c\n").sections
    assert section.tables[0].rows[0].cells == (Inline("", 5, 1), Inline("c", 5, 18))


# -- lists --


def test_items_keep_what_is_in_them() -> None:
    text = "- `A`\n\n  The first.\n\n  - b\n    1. c\n\n- # D\n"
    (section,) = read(text).sections
    (block,) = section.blocks
    assert isinstance(block, ItemList)
    assert block.entries == (
        Item(Inline("`A`", 1, 3), 0, (Inline("The first.", 3, 3),)),
        Item(Inline("b", 5, 5), 1),
        Item(Inline("c", 6, 8), 2),
        Item(Inline("D", 8, 5)),
    )
    assert block.items == (Inline("`A`", 1, 3), Inline("D", 8, 5))


@pytest.mark.parametrize(
    "text", ["- a\n\n  | b | c |\n  |---|---|\n  | d | e |\n", "> | b | c |\n> |---|---|\n> | d | e |\n"]
)
def test_a_table_in_a_list_or_quotation_follows_it(text: str) -> None:
    (section,) = read(text).sections
    block = section.blocks[-1]
    assert isinstance(block, Table)
    line = text[: text.index("| d")].count("\n") + 1
    assert block.rows[0].cells == (Inline("d", line, 5), Inline("e", line, 9))


def test_a_table_may_start_behind_a_marker() -> None:
    (section,) = read("- | b |\n  |---|\n  | d |\n").sections
    assert section.tables[0].header == (Inline("b", 1, 5),)


# -- components of site generators --


def test_a_component_hides_nothing() -> None:
    text = "import Tabs from '@theme/Tabs'\n\n# Rooms\n\n<Tabs>\n| a |\n|---|\n| b |\n</Tabs>\n<Anchor id='c' />\n## Hall\n"
    rooms, hall = read(text, "room.mdx").sections
    assert [type(block) for block in rooms.blocks] == [Prose, Table, Prose]
    assert len(rooms.tables[0].rows) == 1
    assert hall.anchors == ("c", "hall")


def test_indented_text_in_mdx_is_no_code() -> None:
    text = "<Tab>\n\n    | a |\n    |---|\n    | b |\n\n</Tab>\n"
    assert read(text, "room.mdx").sections[0].tables[0].rows[0].cells == (Inline("b", 5, 7),)
    assert read(text).sections[0].tables == ()


@pytest.mark.parametrize("text", [":::note\nA room.\n:::\n", "> info\n> A room.\n", "import a room.\n"])
def test_admonitions_are_prose(text: str) -> None:
    assert read(text).sections[0].blocks == (Prose(1, text.strip()),)
