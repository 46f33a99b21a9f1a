"""What a page says by itself of how its tree is to be read."""

from __future__ import annotations

import posixpath
import re
from collections import Counter

from ...markdown import Fence, Page, Prose, Table
from ...notation.choice import tally_types
from ..family import Claim, Sureness
from . import BARE, CAMEL, LANGUAGES, MARK, OTHER, SNAKE
from .fields import field_name, field_rows
from .outline import Outline, Shape, field_columns, is_fields, is_of_operations, outline

_FOOTER = "Back to Model list"
_VALUE = "(value: "
_SNAKE = re.compile(r"_*[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+_*")
_CAMEL = re.compile(r"_*[a-z0-9]+[A-Z][A-Za-z0-9]*_*")
_PLAIN = re.compile(r"\w*")


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    group = posixpath.dirname(page.path)
    if is_of_operations(page):
        return Claim(Sureness.CERTAIN, 0, "the page says what the paths of operations are relative to", group=group)
    shown = outline(page)
    if shown is None:
        return None
    tables = tuple(filter(is_fields, shown.shape.tables))
    sure = _sureness(shown, tables)
    if sure is None:
        return None
    tally = Counter(tally_types((row.type for table in tables for row in field_rows(table) if row.type), LANGUAGES))
    tally.update(_marks(page, shown))
    tally.update(_styles(tables))
    tally[BARE] += sum(len(table.header) == 2 for table in tables)
    heading = shown.shape.heading.text.strip()
    return Claim(sure, 1, f'the section "{heading}" is built as in the docs of generated clients', dict(+tally), group)


def _sureness(shown: Outline, tables: tuple[Table, ...]) -> Sureness | None:
    blocks = [block for section in (shown.shape, *shown.below, *shown.beside) for block in section.blocks]
    has_footer = any(isinstance(block, Prose) and _FOOTER in block.source for block in blocks)
    match shown.kind:
        case Shape.FIELDS:
            if not tables:
                return None
            return Sureness.CERTAIN if has_footer or "notes" in field_columns(tables[0]) else Sureness.POSSIBLE
        case Shape.VALUES:
            if not has_footer and not any(
                _VALUE in source for block in blocks if (source := getattr(block, "source", ""))
            ):
                return None
        case Shape.VARIANTS:
            if not shown.shape.tables:
                return None
        case Shape.METHODS:
            return (
                Sureness.CERTAIN if any(each.heading.text.strip() == "openapi_one_of" for each in shown.below) else None
            )
        case Shape.ONE_OF | Shape.ANY_OF:
            pass
    return Sureness.CERTAIN


def _marks(page: Page, shown: Outline) -> dict[str, int]:
    """The languages of the page's code, and of its title."""
    found = {block.info.strip() for section in page.sections for block in section.blocks if isinstance(block, Fence)}
    text = shown.title.heading.text.strip()
    if text.startswith("# "):
        found.add("php")
    elif "::" in text:
        found.add("ruby")
    return {MARK + language: 1 for language in LANGUAGES if language in found}


def _styles(tables: tuple[Table, ...]) -> Counter[str]:
    """How the names of several words are written."""
    found: Counter[str] = Counter()
    for name in (field_name(row.name) for table in tables for row in field_rows(table)):
        if _SNAKE.fullmatch(name):
            found[SNAKE] += 1
        elif _CAMEL.fullmatch(name):
            found[CAMEL] += 1
        elif not _PLAIN.fullmatch(name):
            found[OTHER] += 1
    return found
