"""The names and values of an enumeration's members in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic
from ..frozen import replace
from ..markdown import Inline, Span, SpanKind
from ..model.declarations import Member
from ..model.names import folded
from ..notation.phrases import undressed
from ..patterns import regex

SINGLE_QUOTED = regex(r"'([^'\\\n]*)'")
"""A text in single quotes, without escapes."""
_SHIFT = regex(r"\b(?P<base>1|0x1)[UuLl]{0,3}\s*<<\s*(?P<by>\d{1,3})\b")
_DIGIT = regex(r"\d")
_POWER = regex(r"(?<![\w.])2\s*(?:\^|\*\*)\s*(?P<by>\d{1,3})(?![\w.])")
_HEX = regex(r"(?<![\w.])(?P<sign>-?)0[xX](?P<digits>[0-9a-fA-F]{1,40})[UuLl]{0,3}(?![\w.])")
_BINARY = regex(r"(?<![\w.])0[bB](?P<digits>[01]{1,128})(?![\w.])")
_NOTED = regex(r"(?P<value>-?(?:0|[1-9]\d{0,30}))(?:\s*\\?\*+|\s*\[\d+\]|\s*[(（].*[)）]|\s*[†‡¹²³])?", re.DOTALL)
_RANGE = regex(r"\d+\s*(?:-|–|—|~|\.\.|to)\s*\d+|\d+[xX*]+")
_TOKEN = regex(r"[^\s|<>{}\"'`()（）,，;；]{1,100}")


def number(cell: Inline) -> int | None:
    """The integer in a cell: `6`, `0x40`, `1 << 6`; None for anything else."""
    text = _text(cell)
    if not _DIGIT.search(text):
        return None
    if (shift := _SHIFT.search(text)) and int(shift["by"]) < 128:
        return 1 << int(shift["by"])
    if (power := _POWER.match(text)) and int(power["by"]) < 128:
        return 1 << int(power["by"])
    if (match := _HEX.search(text)) and len(text) < 100:
        return int(match["sign"] + match["digits"], 16)
    if (match := _BINARY.search(text)) and len(text) < 200:
        return int(match["digits"], 2)
    match = _NOTED.fullmatch(text)
    return int(match["value"]) if match else None


def shows_bits(cell: Inline) -> bool:
    """Whether a cell shows a shift or a hexadecimal number."""
    text = _text(cell)
    return any(pattern.search(text) is not None for pattern in (_SHIFT, _HEX)) or _POWER.match(text) is not None


_REMARK = regex(r"(?:\\?\*+|\[\d+\]|\([^()]*\))$")
_FOOTNOTE = regex(r"(?:\\?\*+|[†‡¹²³]|\[\d+\])$")


def is_blank(cell: Inline) -> bool:
    """Whether a cell is empty, or a dash."""
    return not cell.text.strip(" -–—")


def is_value(cell: Inline) -> bool:
    """Whether a cell is one value: a number, code, a text in quotes, a word."""
    if number(cell) is not None:
        return True
    text = _text(cell)
    spans = tuple(span for span in undressed(cell.spans) if span.text.strip())
    if spans and spans[0].kind is SpanKind.CODE:
        return len(spans) == 1 or not any(span.kind is SpanKind.CODE for span in spans[1:])
    if len(text) > 1 and text[0] in "\"'“" and text[-1] in "\"'”":
        return True
    text = _FOOTNOTE.sub("", text).rstrip()
    if _RANGE.fullmatch(text):
        return False
    return _TOKEN.fullmatch(text) is not None and "://" not in text and re.search(r"\w", text) is not None


def value(cell: Inline) -> str | int:
    """The value in a cell: an integer, code without quotes, or else the text."""
    integer = number(cell)
    if integer is not None:
        return integer
    spans = tuple(span for span in undressed(cell.spans) if span.text.strip())
    text = spans[0].text if spans and spans[0].kind is SpanKind.CODE else _text(cell)
    return (
        text[1:-1] if len(text) > 1 and text[0] in "\"'“" and text[-1] in "\"'”" else _FOOTNOTE.sub("", text).rstrip()
    )


def written_value(cell: Inline) -> str:
    """The value in a cell as it is written, without backticks around all of it: `_a_` has no emphasis."""
    source = cell.source
    return source[1:-1] if len(source) > 2 and source[0] == source[-1] == "`" else source


def member_name(cell: Inline) -> str:
    """The name of a member in a cell: the code at its start, or else the text, without marks and notes."""
    spans = tuple(span for span in undressed(cell.spans) if span.text.strip())
    if spans and spans[0].kind is SpanKind.CODE:
        return spans[0].text.strip()
    name = cell.text.strip()
    return _REMARK.sub("", name.strip("*_` ")).strip() or name


def _text(cell: Inline) -> str:
    spans: Iterable[Span] = undressed(cell.spans)
    return "".join(span.text for span in spans).replace(" ; ", " ").strip()


def of_one_kind(members: Iterable[Member]) -> tuple[Member, ...]:
    """The members; their values become texts unless all are integers."""
    listed = tuple(members)
    if all(isinstance(member.value, int) for member in listed):
        return listed
    return tuple(replace(member, value=str(member.value)) for member in listed)


def distinct(members: Iterable[Member], diagnostics: list[Diagnostic]) -> Iterator[Member]:
    """The members without repeated ones. Adds a diagnostic for each repeated name.

    A repeated value without a name counts as a repeated name: `open` twice. Two names for one value are two members.
    """
    values: dict[str | int, dict[str, int]] = {}
    names: dict[str, int] = {}
    for member in members:
        known = values.setdefault(member.value, {})
        if known and (not folded(member.name) or "" in known or folded(member.name) in known):
            line = known.get(folded(member.name), min(known.values()))
            message = f'the value "{member.value}" is in line {line} already; this row is left out'
            diagnostics.append(Diagnostic(member.place, "repeated-value", message, "Remove one of the rows."))
            continue
        if member.name in names:
            message = f'the name "{member.name}" is in line {names[member.name]} already, for another value'
            diagnostics.append(Diagnostic(member.place, "repeated-name", message, "Rename one of them."))
        known[folded(member.name)] = member.place.line
        if member.name:
            names[member.name] = member.place.line
        yield member
