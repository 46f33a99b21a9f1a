"""The texts of the blocks beside a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..markdown import Block, Fence, Inline, ItemList, Prose, Table
from ..patterns import regex

_FURNITURE = regex(r"(?:\s|<(?:a|p)\b[^<>]*/?>|</(?:a|p)>|(?<=\">)Top(?=</a>))+", re.IGNORECASE)
_RULE = regex(r"(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}")
_NOTICE = regex(r"^[ \t>*_-]{0,20}deprecated\b[*_]{0,2}[:.]", re.IGNORECASE | re.MULTILINE)
_NOTHING = ("n/a", "no description", "no description provided", "-", "–", "—")
_NONE = "none"
_AROUND = "*_. "


def text_of(block: Block) -> str:
    """The text of a block, as Markdown; "" for a table, a rule, and HTML with nothing but an anchor."""
    match block:
        case Prose(source=source):
            is_furniture = source.startswith("<") and _FURNITURE.fullmatch(source)
            return "" if is_furniture or is_rule(source) else source
        case ItemList(source=source):
            return source
        case Fence(info=info, text=text):
            return f"```{info}\n{text.rstrip()}\n```"
        case Table():
            return ""


def is_rule(line: str) -> bool:
    """Whether a line is only a rule between parts of a page: `***`."""
    return _RULE.fullmatch(line.strip()) is not None


def joined(texts: Iterable[str]) -> str:
    """The texts as paragraphs, without empty ones."""
    return "\n\n".join(text for text in texts if text)


def deprecation(text: str) -> str | None:
    """ "" if a line begins with `Deprecated:`, as in comments of Go, else None. The notice itself stays in the text."""
    return "" if "deprecated" in text.casefold() and _NOTICE.search(text) else None


def description_text(cell: Inline | None) -> str:
    """The description in a cell, as Markdown; "" without a cell, for words such as "n/a", and for "none"."""
    text = written_text(cell)
    return "" if text.casefold().strip(_AROUND) == _NONE else text


def written_text(cell: Inline | None) -> str:
    """The description in a cell that people write, as Markdown; "" without a cell, for a dash, and for words such as "n/a"."""
    prose = cell.prose if cell is not None else ""
    return "" if prose.casefold().strip(_AROUND) in _NOTHING else prose
