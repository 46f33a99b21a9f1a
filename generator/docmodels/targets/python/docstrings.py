"""Prose from the docs as docstrings that black leaves alone."""

from __future__ import annotations

from ...patterns import regex
from .formatter import fits
from .literals import escaped
from .syntax import Code

_BLANK = regex(r"[^\S ]")
_MARKER = r"(?:[-*+]|\d{1,9}[.)])"
_LIST_ITEM = regex(rf" *{_MARKER} {{1,4}}(?=[^ ])")
_FENCE = regex(r" *(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = regex(r" {0,3}#{1,6} ")
# A word, and the words behind it that would be marks of Markdown at the start of a line.
_WORD = regex(rf" *[^ ]+(?: +(?:{_MARKER}|#{{1,6}}|=+|-+|(?:[>|]|```|~~~)[^ ]*)(?![^ ]))*")
_GOES_ON = regex(r" *(?P<word>[^\W\d_]+)[,.)]*(?: +[\w`\"'(\[]|$)")
_ENDS = (".", ":", ";", "!", "?")
_INSTRUCTION = regex(r"#(?=[ :]*[A-Za-z])")
# The most columns by which a wrapped line continues the indentation of its first line.
_DEEPEST_INDENTATION = 40


def docstring(text: str, indent: int) -> Code:
    """The text as a docstring, indented, without a newline at the end; "" for a blank text.

    indent  in columns, a multiple of four

    The lines of the text stay, and so do its paragraphs and lists. A line of prose that is too long is wrapped, together
    with the next lines of its sentence; a line of a code block, a table or a heading is not. Hidden characters become
    escapes, as in `literals.escaped`; every blank becomes a space. `inspect.cleandoc` gives the text back, except for the
    amount of white space.
    """
    lines = _flowing(_lines(text), indent)
    if not lines:
        return Code("")
    margin = " " * indent
    # Black wants a space between the quotes of the docstring and a quote in the text.
    opening = margin + ('""" ' if lines[0].lstrip(" ").startswith('"') else '"""')
    if len(lines) == 1:
        closing = ' """' if lines[0].endswith('"') else '"""'
        if fits(opening + lines[0] + closing):
            return Code(opening + lines[0] + closing)

    verbatim = _verbatim(lines)
    taken = len(opening) if len(lines) > 1 else len(opening) + 3
    first = [lines[0]] if verbatim[0] else _wrapped(lines[0], taken)
    rest = first[1:] + [
        piece
        for line, keep in zip(lines[1:], verbatim[1:], strict=True)
        for piece in ([line] if keep else _wrapped(line, indent))
    ]
    # For Python and black, the least indentation below the first line is the docstring's own. And black joins closing
    # quotes to a first line without others below it.
    if verbatim[0] or all(line.startswith(" ") for line in rest if line):
        head = margin + '"""'
        rest.insert(0, first[0])
    else:
        head = opening + first[0].lstrip(" ")
    return Code("\n".join([head, *(margin + line if line else "" for line in rest), margin + '"""']))


def comment(text: str, indent: int) -> Code:
    """The text as comment lines that document the code below them, with `#:`; "" for a blank text.

    No tool reads an instruction behind `#:`, as mypy does behind `#`. A `#` in the text that could begin one is an escape.
    """
    margin = " " * indent + "#:"
    lines = [_INSTRUCTION.sub(r"\\x23", line) for line in _lines(text)]
    verbatim = _verbatim(lines)
    pieces = [
        piece
        for line, keep in zip(lines, verbatim, strict=True)
        for piece in ([line] if keep else _wrapped(line, indent + len("#: ")))
    ]
    return Code("\n".join(f"{margin} {piece}".rstrip() for piece in pieces))


def _lines(text: str) -> list[str]:
    """The text's lines, safe in triple quotes, without blank lines at the ends and without their common indentation."""
    lines = [_BLANK.sub(" ", line.expandtabs(4)).rstrip() for line in text.splitlines()]
    filled = [i for i, line in enumerate(lines) if line]
    if not filled:
        return []
    shared = min(_indentation(lines[i]) for i in filled)
    return [escaped(line[shared:]).replace('"""', r"\"\"\"") for line in lines[filled[0] : filled[-1] + 1]]


def _flowing(lines: list[str], indent: int) -> list[str]:
    """The lines; a line that is too long is joined with the next lines of its sentence.

    Without that, the last words of a wrapped line would stand alone above the rest of the sentence.
    """
    joined: list[str] = []
    is_open = False
    for line, keep in zip(lines, _verbatim(lines), strict=True):
        if is_open and not keep and _goes_on(line, joined[-1]):
            joined[-1] += f" {line.lstrip(' ')}"
        else:
            joined.append(line)
        taken = indent if len(joined) > 1 else indent + len('"""')
        is_open = not keep and not line.endswith(_ENDS) and not fits(" " * taken + joined[-1])
    return joined


def _goes_on(line: str, above: str) -> bool:
    """Whether a line begins in the middle of the sentence above it."""
    match = _GOES_ON.match(line)
    return match is not None and match["word"].islower() and _indentation(line) == _text_start(above)


def _text_start(line: str) -> int:
    """The column at which the text of a line begins, behind the mark of a list item."""
    item = _LIST_ITEM.match(line)
    return item.end() if item else _indentation(line)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _verbatim(lines: list[str]) -> list[bool]:
    """For each line, whether it must not be wrapped: lines of code blocks and tables, and headings."""
    verbatim = [False] * len(lines)
    fence = ""
    in_list = in_table = False
    for i, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            verbatim[i] = True
            if mark and mark[1].startswith(fence) and mark.end() == len(line):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            verbatim[i] = True
            continue
        if not line:
            in_table = False
            continue
        if _LIST_ITEM.match(line):
            in_list = in_list or _indentation(line) < 4
        elif not line.startswith(" ") and i and not lines[i - 1]:
            in_list = False
        if i and _is_delimiter_row(line) and "|" in lines[i - 1]:
            in_table = verbatim[i - 1] = True
        verbatim[i] = (
            in_table
            or line.lstrip(" ").startswith("|")
            or _HEADING.match(line) is not None
            or (line.startswith("    ") and not in_list)
        )
    return verbatim


def _is_delimiter_row(line: str) -> bool:
    return "-" in line and "|" in line and not set(line) - set(" |:-")


def _wrapped(line: str, taken: int) -> list[str]:
    """The line in pieces that fit behind `taken` columns; the later pieces begin at the column of its text."""
    if fits(" " * taken + line):
        return [line]
    start = _text_start(line)
    hanging = " " * min(start, _DEEPEST_INDENTATION)
    words = _WORD.findall(line[start:])
    pieces: list[str] = []
    piece = line[:start] + (words[0] if words else "")
    for word in words[1:]:
        if fits(" " * taken + piece + word):
            piece += word
        else:
            pieces.append(piece)
            piece = hanging + word.lstrip(" ")
    return [*pieces, piece]
