"""A quick look at a text decides that a thorough one would find nothing: it never hides what that would have found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from docmodels.families.tables.columns import column_headings, recognise
from docmodels.families.tables.items import item, item_forms, shared_items
from docmodels.families.tables.labels import labels
from docmodels.families.tables.lists import bullet_lists
from docmodels.families.tables.rows import row_type
from docmodels.families.tables.tools import unread
from docmodels.markdown import Inline, component_tags, components, hidden, parser, references, table, tabs
from docmodels.model.declarations import UNCONSTRAINED
from docmodels.model.types import (
    ANY,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Scalar,
    Type,
    union,
)
from docmodels.notation.parser import read_type
from docmodels.tables import (
    announced,
    bounds,
    dates,
    default_sentences,
    names,
    null_cases,
    requests,
    tokens,
)
from docmodels.tables import choices as module
from docmodels.tables import paired as paired_module
from docmodels.tables.choices import choices
from docmodels.tables.default_sentences import default_in
from docmodels.tables.description_marks import description_marks
from docmodels.tables.lexicon import Mark, Role, Words, any_language, languages, lexicon
from docmodels.tables.lexicon.default_words import DefaultWords
from docmodels.tables.lexicon.entries import alternatives, longest_first, lowered, split
from docmodels.tables.listing import may_begin, read_listing
from docmodels.tables.paired import paired
from docmodels.tables.unannounced import unannounced
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

_LEXICONS = tuple(map(lexicon, languages()))


class _ThoroughDefaults(DefaultWords):
    def may_stand_in(self, text: str) -> bool:
        return True


class _Thorough(Words):
    """Words that leave out the quick looks."""

    @cached_property
    def default_words(self) -> DefaultWords:
        headings = frozenset(word for word, role in self.roles.items() if role is Role.DEFAULT)
        return _ThoroughDefaults(_LEXICONS, headings)


_QUICK, _THOROUGH = Words(_LEXICONS), _Thorough(_LEXICONS)
_BETWEEN = (
    "`a`",
    '"b"',
    "c",
    "5",
    "true",
    ".",
    ",",
    ":",
    "(",
    ")",
    "**",
    "*",
    "_",
    "\n",
    "  ",
    " ",
    "\u0130",
    "\u0131",
)


def _spelled(phrase: str) -> st.SearchStrategy[str]:
    dotted = phrase.replace("i", "\u0131", 1), phrase.upper().replace("I", "\u0130", 1)  # `re` takes these for an `i`
    return st.sampled_from((phrase, phrase.upper(), phrase.title(), phrase.replace(" ", " \n "), *dotted))


def _sentences(entries: Sequence[str]) -> st.SearchStrategy[str]:
    """Texts with phrases of some entries of the lexicons, in any case and with any blanks, and what stands beside them."""
    phrases = sorted(
        {phrase for lexicon_ in _LEXICONS for entry in entries for phrase in split(getattr(lexicon_, entry))}
    )
    pieces = st.sampled_from(phrases).flatmap(_spelled) | st.sampled_from(_BETWEEN)
    return st.lists(pieces, max_size=8).flatmap(lambda parts: st.sampled_from((" ".join(parts), "".join(parts))))


@given(_sentences(("defaults", "left_out", "by_default", "used", "uses")))
@example("If omitted, `a` is used")
@example("5 BY DEFAULT")
@example("\u0130f om\u0131tted, `a` \u0131s used")
@example("**Default value: 8**")
def test_defaults(text: str) -> None:
    assert default_in(text, _QUICK) == default_in(text, _THOROUGH)


@given(_sentences(("defaults", "values", "one_of")))
@example("`a` (default), `b`")
@example("One of `a` - DEFAULT VALUE, `b`")
def test_values_with_a_remark_for_the_default(text: str) -> None:
    chosen = choices(text, _QUICK)
    assert chosen is None or chosen.default is None or _QUICK.default_words.may_be_remark_in(text)


@given(_sentences(("conditions",)), st.sampled_from(sorted(_QUICK.marks)).flatmap(_spelled))
@example("The rate. ", "OPT\u0130ONAL")
@example("", "opt\u0131onal")
def test_marks_in_any_letters(text: str, mark: str) -> None:
    """`re` finds marks with a letter of Turkish in them, too."""
    assert description_marks(f"{mark}. {text}", _QUICK)
    assert description_marks(f"{text}{mark}", _QUICK) <= set(Mark)


_MARKS = sorted({phrase for words in _LEXICONS for phrases in words.marks.values() for phrase in split(phrases)})


@given(st.lists(st.sampled_from(_MARKS).flatmap(_spelled) | st.sampled_from(_BETWEEN), max_size=4).map(" ".join))
@example("Room (NO  LONGER supported)")
def test_headings_of_deprecated_models(text: str) -> None:
    sentences = _QUICK.mark_sentences
    assert sentences.deprecated_heading.search(text) is None or sentences.may_deprecate(text)


@given(_sentences(("values", "values_for")), st.sampled_from(("", "state", " order_side", "`a`")))
@example("ALLOWED  VALUES for", " order_side")
def test_headings_of_values(text: str, name: str) -> None:
    heading = f"{text}{name}"
    assert _QUICK.values_heading.fullmatch(heading.strip()) is None or _QUICK.may_head_values(heading)


@given(_sentences(("length", "least", "most", "characters")))
@example("MAX  Length (characters)")
def test_headings_of_lengths(text: str) -> None:
    matches = map(_QUICK.limit_words.heading.fullmatch, (part.strip(" *_") for part in text.split("/")))
    assert not any(matches) or column_headings.length_heading(Inline(text, 1, 1), _QUICK) is not None


_PHRASES = st.lists(st.sampled_from(("if", "not", "set", "a", "ab", "默认", "默认值")), min_size=1, max_size=3)


@given(
    st.sets(_PHRASES.map(" ".join), min_size=1, max_size=8),
    st.lists(st.sampled_from(("If", "NOT", "set", "a", "ab", "默认", "默认值", " ", "\n")), max_size=8).map("".join),
)
@example({"a", "ab", "a b"}, "a  b ab")
def test_phrases_that_share_a_word_are_found_as_each_alone(phrases: set[str], text: str) -> None:
    """The longest phrase wins, also where a word must end behind it."""
    apart = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first(phrases))
    for behind in ("", r"(?![^\W_])"):
        matches, wanted = (
            [match.span() for match in re.finditer(f"(?:{source}){behind}", text, re.IGNORECASE)]
            for source in (alternatives(phrases), apart)
        )
        assert matches == wanted


_OF_ITEMS = (
    *(pattern for _, _, pattern in item._NAMES),
    item._CODED,
    *(form for _, _, form in item_forms._FORMS),
    *item_forms._COLONS_INSIDE,
    item_forms._QUOTED,
    item_forms._STRESSED,
)


@given(st.sampled_from(_OF_ITEMS).flatmap(lambda form: st.from_regex(re.compile(form.pattern, form.flags))))
@example("size - string - how large")
@example("size &lt;string&gt;")
def test_names_of_items(text: str) -> None:
    """Each form of an item, as the patterns have it, has a sign of a name."""
    assert item.may_have_name(text)


@given(
    st.sampled_from(item_forms._FORMS).flatmap(
        lambda form: st.tuples(
            st.just(form[:2]), st.from_regex(re.compile(form[2].pattern, form[2].flags), fullmatch=True)
        )
    )
)
@example((("`*_", frozenset(",")), "**size**, string: how large"))
def test_first_characters_and_signs_of_items(form: tuple[tuple[str, frozenset[str]], str]) -> None:
    (begins, signs), text = form
    assert text[0] in begins
    assert any(sign in text for sign in signs)


_BEGINS = (
    *((begins, pattern) for _, begins, pattern in item._NAMES),
    ("`", item._CODED),
    (item_forms._MARKS, item_forms._QUOTED),
    (item_forms._MARKS, item_forms._STRESSED),
    ("`*", shared_items._FIELD),
    *((unread._HEADS, pattern) for _, pattern in unread._HEADINGS),
    ("-", recognise._FLAG),
)


@given(
    st.sampled_from(_BEGINS).flatmap(
        lambda name: st.tuples(st.just(name[0]), st.from_regex(re.compile(r"\A" + name[1].pattern, name[1].flags)))
    )
)
@example(("`*", "`a`, `b` (string)"))
def test_first_characters(name: tuple[str | frozenset[str], str]) -> None:
    begins, text = name
    assert text[0] in begins


@given(st.lists(st.sampled_from(_MARKS).flatmap(_spelled) | st.sampled_from(_BETWEEN), max_size=4).map(" ".join))
@example("string (*not* required)")
@example("オブジェクト(省略可)")
def test_marks_for_presence_in_types(text: str) -> None:
    cell = Inline(text, 1, 1)
    marks = read_type(cell, "", _QUICK.vocabulary).marks
    is_marked = not marks.isdisjoint((Mark.REQUIRED, Mark.OPTIONAL, Mark.CONDITIONAL))
    assert not is_marked or _QUICK.may_mark_presence(lowered(cell.text))


_TOKENS = (
    "`a`",
    "5",
    "0:",
    "é",
    "ß",
    "ー",
    "々",
    "값",
    "房间",
    "’",
    "…",
    "😀",
    "ж",
    "、",
    "：",
    "-1",
    " ",
    "\n",
    "word's",
    "[a]",
)


@given(st.lists(st.sampled_from(_TOKENS), max_size=8).map("".join))
@example("5é")
def test_tokens_of_scripts_with_blanks(text: str) -> None:
    if not tokens.may_have_cjk(text):
        assert [match.span() for match in tokens._TOKEN.finditer(text)] == [
            match.span() for match in tokens._SPACED_TOKEN.finditer(text)
        ]
        assert re.search(f"[{tokens.CJK}]", text) is None


_NEEDED = (
    (names._COUNTED, ("[",)),
    (names._ARROW, ("→", "->")),
    (names._ONE_INDEX, ("[",)),
    (names._WILDCARD, ("*",)),
    (requests._REQUEST, ("/",)),
    (recognise._CALLABLE, ("(",)),
    (recognise._ACCESSOR, ("{",)),
    (recognise._SQL, recognise._SQL_WORDS),
    (unread._JSII, ("<sup>",)),
    (unread._OBJECTS, (" Objects",)),
    (bullet_lists._CAPTION, (":", "：")),
    (item._BARE_VALUES, ("|",)),
    (row_type._IN_PLACE, ("{",)),
    (labels._QUOTED_ROW, ("|",)),
)


@given(
    st.sampled_from(_NEEDED).flatmap(
        lambda needed: st.tuples(st.just(needed[1]), st.from_regex(re.compile(needed[0].pattern, needed[0].flags)))
    )
)
@example((("→", "->"), "data->id"))
def test_characters_that_patterns_need(needed: tuple[tuple[str, ...], str]) -> None:
    marks, text = needed
    assert any(mark in text for mark in marks)


_LINES = (
    *("", "\t", "text", "# heading", "#", "#heading", "===", "---", "--", "- - -", "***", "_ _ _", "_a_", "**a**"),
    *("- item", "* item", "+ item", "-", "+1", "1. item", "1) item", "2. item", "12345678901. item", "1.5"),
    *(
        "```",
        "~~~ python",
        "``code``",
        "> quoted",
        ">",
        "| a | b |",
        "a | b",
        "--- | ---",
        "| - | - |",
        "<div>",
        "<Tabs>",
    ),
    *("<!--", "-->", "<b>text</b>", "</div>", "[a]: b", "\\# text", "\u00a0# text", "=", "\x0b- item", "\u0661. item"),
)


def _asking_all(components: bool) -> MarkdownIt:
    """The parser of blocks, which asks each rule about each line."""
    off = ["reference", "inline", "text_join", "normalize", *(["code"] if components else [])]
    thorough = MarkdownIt("commonmark", {"maxNesting": parser.NESTING}).enable("table").disable(off)
    thorough.block.ruler.at("html_block", parser._html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    thorough.block.ruler.at("table", parser._table, {"alt": ["paragraph", "reference"]})
    return thorough


_ASKING_ALL = {components: _asking_all(components) for components in (False, True)}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("", "", "", " ", "   ", "    ", "> ", "- ", "  - ", "1. ")), st.sampled_from(_LINES)
        ),
        max_size=12,
    ),
    st.booleans(),
)
@example([("", "- item"), ("", "===")], False)
@example([("> ", "text"), ("", "- item"), ("  - ", "text"), ("    ", "---")], False)
def test_rules_for_the_first_character_of_a_block(lines: Sequence[tuple[str, str]], components: bool) -> None:
    text = "".join(f"{before}{line}\n" for before, line in lines)
    assert parser.parse(text, components) == _ASKING_ALL[components].parse(text)


def _joined(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=10).map("".join)


@given(_joined("<", "/", "A", "a", ">", " ", "{", "%", "-", "end", "`", "<!--", "\n"))
@example("{%- a %}")
@example("</A>")
def test_tags_of_components(text: str) -> None:
    is_tag = any(mark["name"] or mark["block"] for mark in component_tags._MARK.finditer(text))
    assert component_tags.has_tags(text) or not is_tag


@given(_joined("<Get", "</Get>", " ", "\n", "method=", "method", "=", '"GET"', ">", "/>", "Title"))
@example('<Get method="GET">Title</Get>')
@example('<Get method="GET">')
def test_component_headings(text: str) -> None:
    if components._OPENED.fullmatch(text) or components._WHOLE.fullmatch(text):
        assert components.may_open(text)


@given(_joined("a", " ", " " * 20, "\t" * 20, "\u00a0" * 20, "\u3000" * 20, " \u00a0" * 10))
@example("a" + " " * 40)
@example("a" + " \u00a0" * 20)
def test_gaps(text: str) -> None:
    assert references.may_have_gaps(text) or references._GAP.search(text) is None


@given(_joined(" ", "=", "===", "!", "!!!", "?", "???", "+", "a", '"a"'))
@example('===! "a"')
@example('===!+ "a"')
@example("???+ note")
def test_tabs(line: str) -> None:
    assert tabs.has_tabs(line) or tabs._OPENING.fullmatch(line) is None


@given(
    st.lists(st.sampled_from(("<!--", "-->", "key", ":", "=", "[a]", '["b", c]', " ", "\n")), max_size=8).map("".join)
)
@example("<!-- key: [a] -->")
def test_lists_in_comments(text: str) -> None:
    assert "<" in text or not list(hidden._lists(text, ""))


@given(
    st.lists(st.sampled_from(("|", "a", "\\", " ", "\t", "\x1c", "\u00a0", "\u3000")), min_size=1, max_size=12).map(
        "".join
    )
)
@example("|\x1ca| ")
def test_blanks_around_cells(line: str) -> None:
    assert table._placed(line, 1, table._blanks([line])) == table._placed(line, 1, table.MD_TRIM_CHARS)


_OF_PROSE = (
    *(
        "The",
        "always",
        "open",
        "closed",
        "or",
        "and",
        "status",
        "mode",
        "A",
        "ID",
        "OPEN",
        "A.B",
        "D.3",
        "3D",
        "D-3",
        "I/O",
        "e.g.",
    ),
    *(
        "10",
        "1.5",
        "it's",
        "a/b",
        "re-sent",
        "`a`",
        "`b`",
        "`a, b`",
        "[open](#o)",
        "[OPEN](#o)",
        "(a, b)",
        "(a b)",
        "(a or b)",
        "(1)",
        "(A.B C)",
        "**a**",
        "'a'",
    ),
    *(" ", " ", ", ", ". ", "; ", "\n", "\n- ", ": ", " - ", "=", "/", "|"),
)


@given(st.lists(st.sampled_from(_OF_PROSE), max_size=9).map("".join), st.booleans())
@example("The modes D.3, 3D", False)
@example("open closed, `a` or `b`", False)
@example("The open or closed", True)
@example("This is always `a`.", False)
def test_prose_without_values(text: str, has_values: bool) -> None:
    """No list that nothing announces stands in prose."""
    if module._is_prose(text, text.casefold(), _QUICK):
        pieces = tokens.tokens(text, _QUICK)
        assert unannounced(pieces, _QUICK, has_values=has_values) is None
        assert paired(text, _QUICK, has_values=has_values) == ()
        assert announced.announced_behind(text, pieces, _QUICK) is None
        assert announced.constant_value(text, pieces, _QUICK) is None


@given(st.lists(st.sampled_from(_OF_PROSE), max_size=9).map("".join))
@example("open deprecated: closed")
def test_places_of_lists(text: str) -> None:
    pieces = tokens.tokens(text, _QUICK)
    for at in range(len(pieces)):
        listing = read_listing(pieces, at, _QUICK)
        assert listing is None or len(listing.values) < 2 or may_begin(pieces, at)


@given(st.sampled_from((dates._ISO_FORMAT, dates._OTHER_FORMAT)).flatmap(lambda form: st.from_regex(form.pattern)))
@example("ГГГГ-ММ-ДД")
def test_formats_with_years(text: str) -> None:
    assert dates.may_have_year(text)


_PAIRED = ("1", "0", "12", ":", " ", "=", "-", "、", ". ", ")", "open", "closed", "开", "否", ", ", "\n", "a")


@given(st.lists(st.sampled_from(_PAIRED), max_size=10).map("".join))
@example("1 - low 2 - high")
@example("0否1是")
@example("0=off1=on")
def test_numbers_with_meanings(text: str) -> None:
    if not paired_module.may_have_numbers(text):
        for pair in (paired_module._NUMBER, paired_module._CODE):
            assert all(len(values) < 2 for values, _ in paired_module._runs(text, pair))
    if not tokens.may_have_cjk(text):
        signed, any_ = (
            paired_module._runs(text, pair) for pair in (paired_module._SIGNED_NUMBER, paired_module._NUMBER)
        )
        assert list(signed) == list(any_)


@given(_sentences(("closings", "null_verbs", "behind_case")), st.sampled_from(("null", "`null`", "Null", "NULL、")))
@example("If there is none, ", "null")
@example("空の場合、", "nullです")
def test_sentences_that_end_with_null(text: str, null: str) -> None:
    for sentence in (f"{text}{null}", f"{null}{text}", f"{text}, {null}{text}"):
        if any_language().null_last.fullmatch(sentence) is not None:
            assert null_cases.may_end_with_null(sentence)


@given(_sentences(("this_model", "this_field", "links", "soon", "reasons")), st.sampled_from(sorted(_QUICK.marks)))
@example("This object is ", "deprecated")
def test_sentences_that_deprecate(text: str, mark: str) -> None:
    sentence = f"{text} {mark} {text}"
    match = _QUICK.mark_sentences.of_model.match(sentence)
    meant = _QUICK.marks[lowered(match["mark"])] if match is not None else None
    if meant is Mark.DEPRECATED or _QUICK.mark_sentences.deprecated_clause.search(sentence) is not None:
        assert _QUICK.mark_sentences.may_deprecate(sentence)


_KINDS = (
    *map(Primitive, Scalar),
    ListOf(STRING),
    MapOf(ANY),
    union(INTEGER, NUMBER),
    Constant((1,)),
    Nullable(INTEGER),
)


@given(
    st.sampled_from(_KINDS),
    st.sampled_from(("least", "most", "least_of")),
    st.sampled_from(("", "items", "characters")),
)
def test_types_with_limits(kind: Type, end: str, unit: str) -> None:
    if not bounds._may_have_limits(kind):
        assert bounds._with(UNCONSTRAINED, {end: "5", unit: unit}, kind) == UNCONSTRAINED
        assert bounds.with_exclusive(UNCONSTRAINED, "greater than 0", kind, _QUICK) == UNCONSTRAINED


@given(
    _sentences(("least", "most", "between", "exactly", "characters")),
    st.sampled_from((STRING, INTEGER, ListOf(STRING))),
)
@example("-", STRING)
def test_limits_have_digits(text: str, kind: Type) -> None:
    text = text.replace("5", "")
    assert bounds._with_sentence(UNCONSTRAINED, text, kind, _QUICK) == UNCONSTRAINED


@given(_sentences(("defaults", "left_out", "by_default", "used", "uses")))
@example("If omitted, `a` is used")
@example("`a` by default")
def test_words_that_defaults_before_a_phrase_need(text: str) -> None:
    for needed, pattern in default_sentences._patterns(_QUICK):
        assert pattern.search(text) is None or needed.search(text) is not None
