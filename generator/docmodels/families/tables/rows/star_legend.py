"""The meaning of a star at the name of a field, by a legend on the page: `\\* required`, `Fields with an asterisk are optional`.

So of bold type: `Required fields are in **bold**`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ....frozen import frozen, replace
from ....markdown import Inline, ItemList, Page, Prose, SpanKind
from ....patterns import regex
from ....tables.lexicon import Mark, Words
from ....tables.lexicon.entries import has_any, lowered
from ....tables.names import FieldName

_SENTENCE = regex(r"(?<=[.!?])\s+|[。！？;；\n]")
_STAR = regex(
    r"(?<![\w*])(?<!\d\s)[(（\"'“‘「]?\*{1,2}[)）\"'”’」]?(?![\w*])|^\*{1,2}\s?(?=\w)|(?<=[^\x00-\x7f])\*(?=[^\x00-\x7f])"
)
_NOTE = regex(r"\s*\\?\*{1,2}(?!\*)\s*\S")
_MOST = 20  # words of a sentence that explains a star
_BOLD = ("**", "__", "<b>", "<strong>")
_LONGEST = 2_000  # the most characters of a block to search


@frozen()
class Star:
    """The meaning of a star at a name.

    required      whether the field must be there; None if the star refers to a note
    is_explained  whether the page explains it
    bold          whether a field in bold type must be there, and no other; None if the page does not say
    """

    required: bool | None
    is_explained: bool
    bold: bool | None = None

    def among(self, names: Sequence[FieldName]) -> bool | None:
        """The meaning of stars at names of one table without a column of presence; None for stars without a meaning.

        Without a legend, stars mean nothing if all names have one, or if other names have marks for "required".
        """
        are_idle = all(name.starred for name in names) or any(Mark.REQUIRED in name.marks for name in names)
        return None if are_idle and not self.is_explained else self.required


def star_of(page: Page, words: Words) -> Star:
    """The meaning of a star on a page. Without a legend it is "required", as in forms.

    A line that begins with a star comes before any other. Lines that disagree do not count.
    """
    return replace(_star_of(page, words), bold=_bold_of(page, words))


def _star_of(page: Page, words: Words) -> Star:
    blocks = (block for section in page.sections for block in section.blocks if isinstance(block, Prose | ItemList))
    lines = [
        (line, is_note)
        for block in blocks
        if _may_tell(block.source, words)
        for line in block.source[:_LONGEST].split("\n")
        if (is_note := isinstance(block, Prose) and _NOTE.match(line) is not None)
        or (_may_tell(line, words) and words.may_mark_presence(lowered(line)))
    ]
    for candidates in ([line for line, is_note in lines if is_note], [line for line, is_note in lines if not is_note]):
        sentences = (sentence for line in candidates for sentence in _SENTENCE.split(Inline(line, 1, 1).text))
        meanings = {required for sentence in sentences if (required := _meaning(sentence.strip(), words)) is not None}
        if meanings:
            return Star(meanings.pop(), is_explained=True) if len(meanings) == 1 else Star(True, is_explained=False)
    has_notes = any(is_note for _, is_note in lines)
    return Star(None if has_notes else True, is_explained=has_notes)


def _bold_of(page: Page, words: Words) -> bool | None:
    """Whether names in bold type are required or optional, and all others the opposite; None without one legend."""
    if not words.may_tell_bold(page.running_text.replace("*", "").casefold()):
        return None
    sources = (
        block.source[:_LONGEST]
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Prose) and words.may_tell_bold(block.source.replace("*", "").casefold())
    )
    sentences = (sentence.strip() for source in sources for sentence in _SENTENCE.split(Inline(source, 1, 1).text))
    about = [sentence for sentence in sentences if words.bold.search(sentence) is not None]
    meanings = {required for sentence in about if (required := _marked(sentence, words)) is not None}
    return meanings.pop() if len(meanings) == 1 and _has_both(page) else None


def _has_both(page: Page) -> bool:
    """Whether some first cells of a page's tables are in bold type, and others are not: where all are, it is only a style."""
    types = {is_bold(row.cells[0]) for section in page.sections for table in section.tables for row in table.rows}
    return len(types) > 1


def is_bold(cell: Inline) -> bool:
    """Whether the name in a cell is in bold type."""
    return cell.source.startswith(_BOLD) and any(span.strong or span.kind is SpanKind.HTML for span in cell.spans[:1])


def _may_tell(source: str, words: Words) -> bool:
    if "*" in source:
        return True
    folded = source.casefold()
    return has_any(words.stars, folded)


def _meaning(sentence: str, words: Words) -> bool | None:
    """The meaning of a star in a sentence; None for a sentence about anything else."""
    folded = sentence.casefold()
    star = _STAR.search(sentence)
    if star is None and not has_any(words.stars, folded):
        return None
    return _marked(sentence, words)


def _marked(sentence: str, words: Words) -> bool | None:
    """Whether a sentence about a sign says "required" or "optional"; None if it says neither."""
    if len(sentence.split()) > _MOST:
        return None
    for match in _marks(words).finditer(sentence):
        mark = words.marks[lowered(match[0])]
        if mark in (Mark.REQUIRED, Mark.OPTIONAL):
            if words.negation.search(f"{sentence[: match.start()]} {sentence[match.end() :]}"):
                return None  # `Fields without a star are optional`
            behind = sentence[match.end() :].lstrip(" ,(（")
            is_conditional = words.condition.match(behind.casefold()) is not None
            return mark is Mark.REQUIRED and not is_conditional
    return None


@lru_cache(maxsize=64)
def _marks(words: Words) -> re.Pattern[str]:
    """A pattern for phrases of marks, not as parts of longer words: `required`, but not the `must` of `mustard`."""
    return re.compile(rf"(?<![A-Za-z0-9])(?:{words.mark_phrase.pattern})(?![A-Za-z0-9])", re.IGNORECASE)
