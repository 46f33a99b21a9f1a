"""The pages of the family, and their evidence for decisions about the tree."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence

from ...markdown import Fence, ItemList, Page, Prose, Section, Table
from ...notation.choice import tally_types
from ...patterns import regex
from ..family import Claim, Sureness
from ..kit import RoleTable
from . import CAMEL, LANGUAGES, MARK, MARKED, OTHER, SNAKE, WRAPPING
from .cells import field_name, is_marked_required
from .outline import ModelPage, Shape, field_table, is_fields, is_of_operations, model_page
from .rows import EVERY_NAME, FieldRow, model_rows
from .type_info import schemas

_FOOTER = "Back to Model list"
_PLACE = "The class is defined in **["
_UNIONS = ("openapi_one_of", "openapi_any_of")
_VALUE = "(value: "
_TYPED_VALUES = ("name", "type", "value")
_PARTS = frozenset({"model", "models", "api", "apis"})
_SNAKE = regex(r"_*[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+_*")
_CAMEL = regex(r"_*[a-z0-9]+[A-Z][A-Za-z0-9]*_*")
_BARE = regex(r"\[?\*\*(?:List|Set|Map)\*\*")
"""Types of the Markdown generator: a list or a map without items."""
_PLAIN = regex(r"\w*")


def claim(page: Page) -> Claim | None:
    """See `families.Family`."""
    if is_of_operations(page):
        return Claim(Sureness.CERTAIN, 0, "the page says where the paths of operations begin", group=_group(page.path))
    draft = page.once(model_page)
    if draft is None and schemas(page):
        evidence = 'the section "Model Type Info" is built as in the docs of generated clients'
        return Claim(Sureness.CERTAIN, 1, evidence, {f"{MARK}python": 1}, _group(page.path))
    if draft is None:
        return None
    tables = tuple(filter(is_fields, draft.shape.tables))
    if not _is_certain(page, draft, tables):
        return None
    rows = page.once(model_rows)
    tally = Counter(tally_types((row.type for row in rows if row.type), LANGUAGES))
    tally.update(_marks(page, draft, rows))
    tally.update(_styles(rows))
    tally[MARKED] += sum(is_marked_required(row.name) for row in rows)
    tally[WRAPPING] += any(field_name(row.name) == EVERY_NAME for row in rows)
    heading = draft.shape.heading.text.strip()
    return Claim(
        Sureness.CERTAIN,
        1,
        f'the section "{heading}" is built as in the docs of generated clients',
        dict(+tally),
        _group(page.path),
    )


def _group(path: str) -> str:
    """The folder of a client's docs. Some clients have folders for models and operations in it."""
    folder, name = posixpath.split(posixpath.dirname(path))
    return folder if name.lower() in _PARTS else posixpath.dirname(path)


def _is_certain(page: Page, draft: ModelPage, tables: tuple[Table, ...]) -> bool:
    """Whether a page has a mark of these docs: one of their tables, or a frame around the model."""
    has_frame = _has_text(page.sections[-1], _FOOTER) or _has_text(draft.intro, _PLACE)
    match draft.kind:
        case Shape.FIELDS:
            return bool(tables) and (has_frame or _is_dressed(field_table(tables[0])))
        case Shape.VALUES:
            return has_frame or any(
                (isinstance(block, ItemList | Prose) and _VALUE in block.source)
                or (isinstance(block, Fence) and not block.info and _VALUE in block.text)
                or (isinstance(block, Table) and block.headings[:3] == _TYPED_VALUES)
                for block in draft.shape.blocks
            )
        case Shape.VARIANTS:
            return bool(draft.shape.tables)
        case Shape.METHODS:
            return any(section.heading.text.strip() in _UNIONS for section in draft.below)
        case Shape.ONE_OF | Shape.ANY_OF:
            return True


def _has_text(section: Section, text: str) -> bool:
    return any(isinstance(block, Prose) and text in block.source for block in section.blocks)


def _is_dressed(table: RoleTable) -> bool:
    """Whether a table has notes, and types in bold as of these generators: `**string**`, `[**Room**](…)`."""
    if "notes" not in table.columns:
        return False
    kinds = [cell.source for row in table.rows if (cell := row.get("type")) is not None and cell.source]
    return not kinds or any("**" in kind for kind in kinds)


def _marks(page: Page, draft: ModelPage, rows: Sequence[FieldRow]) -> dict[str, int]:
    """The languages of the page's code, of its title, and of lists without items."""
    names = {block.info.strip() for section in page.sections for block in section.blocks if isinstance(block, Fence)}
    text = draft.heading.text.strip()
    if text.startswith("# "):
        names.add("php")
    elif "::" in text:
        names.update(("ruby", "perl", "r", "crystal"))
    kinds = (row.type.source for row in rows if row.type)
    if text.startswith("./") or any(map(_BARE.match, kinds)):
        names.add("markdown")
    if "ruby" in names:
        names.add("crystal")  # the generator marks its code as Ruby
    return {MARK + language: 1 for language in LANGUAGES if language in names}


def _styles(rows: Sequence[FieldRow]) -> Counter[str]:
    """The case of each name of several words."""
    styles: Counter[str] = Counter()
    for name in (field_name(row.name) for row in rows):
        if _SNAKE.fullmatch(name):
            styles[SNAKE] += 1
        elif _CAMEL.fullmatch(name):
            styles[CAMEL] += 1
        elif not _PLAIN.fullmatch(name) and name != EVERY_NAME:
            styles[OTHER] += 1
    return styles
