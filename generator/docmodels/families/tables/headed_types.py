"""Types that look like texts by their names, `LangString`, and have a heading of their own."""

from __future__ import annotations

from collections.abc import Iterable

from ...frozen import replace
from ...markdown import Page, Prose, Section
from ...model.declarations import Declaration
from ...model.model import map_types
from ...model.types import STRING, Link, Type
from ...patterns import regex
from ...tables.lexicon import Words

_WORD = regex(r"[^\W_]+")
_FAR = 12  # the most words before the type in a paragraph


def with_headed_types(page: Page, declarations: Iterable[Declaration], words: Words) -> tuple[Declaration, ...]:
    """The declarations, with no text for a type that a section of the page explains as anything else.

    `LangString` is a text by the end of its name, but not below a heading "LangString" with "An object whose keys are
    language codes". The type then is unknown, unless a model has that name.
    """
    explained = {
        section.heading.text.strip(" `")
        for section in page.sections
        if "string" in section.heading.source.casefold() and _is_no_text(section, words)
    }
    if not explained:
        return tuple(declarations)

    def leaf(kind: Type) -> Type:
        is_explained = isinstance(kind, Link) and kind.label in explained and kind.fallback == STRING
        return replace(kind, fallback=None) if isinstance(kind, Link) and is_explained else kind

    return tuple(map_types(declaration, leaf) for declaration in declarations)


def _is_no_text(section: Section, words: Words) -> bool:
    """Whether the first type in the first paragraph of a section is no text, or there is none."""
    text = next((block.source for block in section.blocks if isinstance(block, Prose)), "")
    first = [match[0].casefold() for match in _WORD.finditer(text[:300])][:_FAR]
    return bool(first) and next((words.types[word] for word in first if word in words.types), None) != STRING
