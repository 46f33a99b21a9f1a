"""What a page says by itself of how its tree is to be read."""

from __future__ import annotations

import posixpath
import re
from collections import Counter

from ...markdown import Fence, ItemList, Page, Prose, Table
from ...notation.choice import tally_types
from ..family import Claim, Sureness
from . import BARE, CAMEL, LANGUAGES, MARK, OTHER, SNAKE
from .fields import field_name, field_rows
from .outline import Outline, Shape, field_columns, is_fields, is_of_operations, outline
from .type_info import schemas

_FOOTER = "Back to Model list"
_VALUE = "(value: "
_PARTS = frozenset({"model", "models", "api", "apis"})
_SNAKE = re.compile(r"_*[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+_*")
_CAMEL = re.compile(r"_*[a-z0-9]+[A-Z][A-Za-z0-9]*_*")
_PLAIN = re.compile(r"\w*")


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    if is_of_operations(page):
        return Claim(Sureness.CERTAIN, 0, "the page says where the paths of operations begin", group=_group(page.path))
    shown = outline(page)
    if shown is None and schemas(page):
        evidence = 'the section "Model Type Info" is built as in the docs of generated clients'
        return Claim(Sureness.CERTAIN, 1, evidence, {f"{MARK}python": 1}, _group(page.path))
    if shown is None:
        return None
    tables = tuple(filter(is_fields, shown.shape.tables))
    if not _is_certain(page, shown, tables):
        return None
    tally = Counter(tally_types((row.type for table in tables for row in field_rows(table) if row.type), LANGUAGES))
    tally.update(_marks(page, shown))
    tally.update(_styles(tables))
    tally[BARE] += sum(len(table.header) == 2 for table in tables)
    heading = shown.shape.heading.text.strip()
    return Claim(
        Sureness.CERTAIN,
        1,
        f'the section "{heading}" is built as in the docs of generated clients',
        dict(+tally),
        _group(page.path),
    )


def _group(path: str) -> str:
    """The folder of a client's docs; some have models and operations in folders of their own."""
    folder, name = posixpath.split(posixpath.dirname(path))
    return folder if name.lower() in _PARTS else posixpath.dirname(path)


def _is_certain(page: Page, shown: Outline, tables: tuple[Table, ...]) -> bool:
    """Whether a page bears a mark of these docs: a table as they have it, or the links at their pages' foot."""
    has_footer = any(isinstance(block, Prose) and _FOOTER in block.source for block in page.sections[-1].blocks)
    match shown.kind:
        case Shape.FIELDS:
            return bool(tables) and (has_footer or "notes" in field_columns(tables[0]))
        case Shape.VALUES:
            return has_footer or any(
                (isinstance(block, ItemList | Prose) and _VALUE in block.source)
                or (isinstance(block, Fence) and not block.info and _VALUE in block.text)
                for block in shown.shape.blocks
            )
        case Shape.VARIANTS:
            return bool(shown.shape.tables)
        case Shape.METHODS:
            return any(section.heading.text.strip() == "openapi_one_of" for section in shown.below)
        case Shape.ONE_OF | Shape.ANY_OF:
            return True


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
