"""markdown-it, set up for docs: CommonMark, GitHub's tables, and additions of site generators."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import overload

from markdown_it import MarkdownIt
from markdown_it.common.html_blocks import block_names
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, html_block, lheading, list_block, table
from markdown_it.rules_block.table import MAX_AUTOCOMPLETED_CELLS
from markdown_it.token import Token

from ..patterns import regex
from .table import columns_of, count_cells, has_outer_pipes, is_closed, is_cut_off, is_delimiter, row_end

Rule = Callable[[StateBlock, int, int, bool], bool]
"""A rule of markdown-it: the state, the first line, the line after the last; and whether to look only. Returns whether it
takes the lines."""

NESTING = 50
"""The deepest nesting of lists (two levels each) and quotations (one level each).

For markdown-it, a deeper list and the rest of the page are part of the outermost list; a finding reports it.
"""

_COMPONENT = regex(r"""</?([A-Z][\w.]*)(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*+>\s*""")
_MARKDOWN = regex(
    r"""<(?P<name>[A-Za-z][\w-]*)(?:\s[^<>]{0,200})?\smarkdown(?:\s*=\s*["']?(?:1|block|span|true|markdown)?["']?)?(?:\s[^<>]{0,200})?>(?P<rest>.*)""",
    re.IGNORECASE,
)
_CLOSING = regex(r"</(?P<name>[A-Za-z][\w-]*)\s*>\s*")
_RAW = ("pre", "script", "style", "textarea")
_HTML_NAMES = frozenset(block_names) | {*_RAW}


def parse(text: str, components: bool) -> list[Token]:
    """The tokens of a page's blocks. Inline Markdown is parsed later, by `Inline.spans`.

    components  whether the page is MDX, in which indented text is no code
    """
    return _parser(components).parse(text)


@cache
def _parser(components: bool) -> MarkdownIt:
    # Without `reference`, link definitions stay as prose. `inline` and `text_join` would parse text that may not be
    # needed. The reader does `normalize`, so that lines are counted once.
    off = ["reference", "inline", "text_join", "normalize", *(["code"] if components else [])]
    marked = ["fence", "blockquote", "hr", "list", "html_block", "heading"]  # `by mark` asks these
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table").disable([*off, *marked])
    rules = parser.block.ruler
    rules.at("table", _table, {"alt": ["paragraph"]})
    ends = {"`": fence, "~": fence, ">": blockquote, "*": hr, "-": hr, "_": hr}
    lists = {"*": _hr_or_list, "-": _hr_or_list, **dict.fromkeys("+0123456789", list_block)}
    by_mark = _by_mark({**ends, **lists, "<": _html_block, "#": heading})
    rules.after("table", "by mark", by_mark, {"alt": ["paragraph", "blockquote"]})
    rules.at("lheading", _lheading)
    # `paragraph` takes any line, so this one behind it only ends lists.
    rules.push("end of list", _by_mark(ends), {"alt": ["list"]})
    return parser


def _by_mark(rules: Mapping[str, Rule]) -> Rule:
    """The rule for blocks that begin with a mark: it asks the rule for the first character, and markdown-it asks no other.

    markdown-it's own chain asks each of its rules about each line.
    """

    def by_mark(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        position = state.bMarks[start] + state.tShift[start]
        rule = rules.get(state.src[position : position + 1])
        return rule is not None and rule(state, start, end, silent)

    return by_mark


def _hr_or_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return hr(state, start, end, silent) or list_block(state, start, end, silent)


def _lheading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for headings above a line of `=` or `-`: not for the last line of a paragraph."""
    return start + 1 < end and not state.isEmpty(start + 1) and lheading(state, start, end, silent)


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for HTML, in which a component's tag (`<Tabs>`) is a block of one line, and hides no text below it."""
    position = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<", position) or state.is_code_block(start):
        return False
    if state.src.startswith("<!--", position) and _is_open_comment(state, position):
        return _up_to_blank(state, start, end, silent)
    match = _COMPONENT.fullmatch(state.src, position, state.eMarks[start])
    is_component = match is not None and match[1].lower() not in _HTML_NAMES
    if not is_component and not _parts_markdown(state, start):
        return html_block(state, start, end, silent) and (silent or _up_to_markdown(state, start))
    if not silent:
        _push_html(state, start, start + 1)
    return True


def _parts_markdown(state: StateBlock, number: int) -> bool:
    """Whether a line has a tag around Markdown, `<div markdown="1">`, or its closing tag.

    Python-Markdown and kramdown know the attribute.
    """
    position, end = state.bMarks[number] + state.tShift[number], state.eMarks[number]
    if (closing := _CLOSING.fullmatch(state.src, position, end)) is not None:
        return closing["name"].lower() in state.env.get("parts", ())
    match = _MARKDOWN.fullmatch(state.src, position, end)
    if match is None or match["name"].lower() in _RAW:
        return False
    name = match["name"].lower()
    state.env.setdefault("parts", set()).add(name)
    return f"</{name}" not in match["rest"].lower()


def _up_to_markdown(state: StateBlock, start: int) -> bool:
    """End the last HTML token above a tag around Markdown."""
    token = state.tokens[-1]
    first = token.content.lstrip().lower()
    if first.startswith(("<!", "<?", *(f"<{name}" for name in _RAW))):
        return True
    number = next((number for number in range(start + 1, state.line) if _parts_markdown(state, number)), state.line)
    if number < state.line:
        state.tokens.pop()
        _push_html(state, start, number)
    return True


def _is_open_comment(state: StateBlock, position: int) -> bool:
    """Whether no `-->` stands behind the position."""
    if "last comment" not in state.env:
        state.env["last comment"] = state.src.rfind("-->")
    last: int = state.env["last comment"]
    return last < position + len("<!")  # `<!-->` is a whole comment (CommonMark 6.6)


def _up_to_blank(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for a comment without an end: it hides the lines up to the next blank line, not the rest of the page."""
    if silent:
        return True
    number = start + 1
    while number < end and not state.isEmpty(number) and state.sCount[number] >= state.blkIndent:
        number += 1
    _push_html(state, start, number)
    return True


def _push_html(state: StateBlock, start: int, stop: int) -> None:
    state.line = stop
    token = state.push("html_block", "", 0)
    token.map = [start, stop]
    token.content = state.getLines(start, stop, state.blkIndent, True)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for tables. There are no tokens for their rows: `read_table` reads them from the lines.

    A table starts where markdown-it finds one. It also starts if there are more delimiters than header cells, as in old
    versions of markdown-it, and if there are fewer and the rows look like a table. Its rows end where markdown-it ends them,
    except below a row that breaks off inside a cell; such a row does not leave the item of its list.
    """
    if start + 1 >= end or not state.src.startswith(("|", "-", ":"), state.bMarks[start + 1] + state.tShift[start + 1]):
        return False
    if state.src.find("|", state.bMarks[start], state.eMarks[start]) < 0:  # the header of any table has a pipe
        return False
    lines = _Lines(state)
    is_code = state.is_code_block(start) or state.is_code_block(start + 1)
    is_even = not is_code and state.sCount[start + 1] >= state.blkIndent and _is_table(lines[start], lines[start + 1])
    if not is_even and not _is_uneven(state, start, end):
        return False
    if silent:
        return True
    columns = columns_of(lines, start)
    may_break = has_outer_pipes(lines, start)
    parent, state.parentType = state.parentType, "table"
    ends = state.md.block.ruler.getRules("blockquote")
    number = start + 2
    filled = 0
    while number < end and state.sCount[number] >= state.blkIndent and not state.is_code_block(number):
        line = lines[number]
        if not line.startswith("|"):  # no other block begins with a pipe
            if not line.strip(MD_TRIM_CHARS):
                break
            is_nested = line.startswith(">") and columns > 1 and count_cells(line) == columns  # `> name | type`
            if not is_nested and any(rule(state, number, end, True) for rule in ends):
                break
        filled += columns - count_cells(line)
        if filled > MAX_AUTOCOMPLETED_CELLS:
            break
        stop = row_end(lines, number, end, columns) if may_break and not is_closed(line) else number + 1
        number = number + 1 if stop > number + 1 and _leaves_item(state, number + 1, stop) else stop
    state.parentType = parent
    state.line = number
    state.push("table_open", "table", 1).map = [start, number]
    state.push("table_close", "table", -1)
    return True


@lru_cache(maxsize=1024)  # most outlines of tables are alike
def _is_table(header: str, delimiter: str) -> bool:
    """Whether markdown-it finds a table in two lines without indentation."""
    return table(StateBlock(f"{header}\n{delimiter}\n", _parser(False), {}, []), 0, 2, True)


def _leaves_item(state: StateBlock, start: int, stop: int) -> bool:
    """Whether a line stands outside of the item of a list that the parser is in: a row that breaks off ends there."""
    return any(state.sCount[number] < state.blkIndent and not state.isEmpty(number) for number in range(start, stop))


def _is_uneven(state: StateBlock, start: int, end: int) -> bool:
    """Whether a table starts here whose header and row of dashes differ in their number of cells."""
    lines = _Lines(state)
    if state.is_code_block(start) or state.sCount[start + 1] < state.blkIndent or not is_delimiter(lines[start + 1]):
        return False
    if "|" in lines[start] and 0 < count_cells(lines[start]) < count_cells(lines[start + 1]):
        return True
    return is_cut_off(lines, start, end)


class _Lines(Sequence[str]):
    """The lines of markdown-it's state, without their indentation."""

    def __init__(self, state: StateBlock) -> None:
        self._state = state

    def __len__(self) -> int:
        return self._state.lineMax

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[index] for index in range(*number.indices(len(self)))]
        state = self._state
        return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
