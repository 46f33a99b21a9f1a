"""The claim to a page, and its tally for decisions about the tree."""

from __future__ import annotations

from collections import Counter

from ...markdown import Page
from ...tables.lexicon import Role, Words
from ...tables.type_definitions import may_define, type_definitions
from ..family import Claim, Sureness
from . import DEFINED, DESCRIBED, FIELDS, MEMBERS, NUMBERED_MEMBERS, UNREAD
from .columns.column_headings import role_of
from .columns.own import Own
from .columns.recognised import Kind
from .members import has_members
from .outline import Outline, read_outline
from .rows.named_rows import field_name
from .rows.presence import count_marks, has_column
from .rows.star_legend import is_bold, star_of
from .tools.declared_code import declared_code
from .tools.unread import unread


def claim(page: Page, own: Own) -> Claim | None:
    """See `families.Family`."""
    foreign = page.once(unread)
    if foreign is not None:
        evidence = f"the page has the mark of {foreign.generator}, which docmodels does not read yet"
        return Claim(Sureness.LIKELY, 0, evidence, {UNREAD + foreign.generator: 1})
    outline = read_outline(page, own)
    if (outline is None or not outline.models) and (declared := page.once(declared_code)) is not None:
        return Claim(Sureness.FALLBACK, 0, f"no model, but {declared.generator}", {UNREAD + declared.generator: 1})
    if outline is None:
        defined = _defined(page, own.words(page)) if may_define(page) else {}
        return Claim(Sureness.FALLBACK, 0, "the page defines types", defined) if defined else None
    defined = _defined(page, outline.words)
    if not outline.models:
        return Claim(Sureness.FALLBACK, 0, "no table of the page shows fields or values", defined)
    tally = {key: count for key, count in _marks(page, outline).items() if count}
    for page_table in outline.tables:
        if page_table.what.kind is Kind.FIELDS:
            tally[FIELDS] = tally.get(FIELDS, 0) + 1
            tally[DESCRIBED] = tally.get(DESCRIBED, 0) + page_table.what.is_bare
    for model in outline.models:
        if model.kind is Kind.VALUES:
            if has_members(model, outline.words):
                tally[NUMBERED_MEMBERS] = tally.get(NUMBERED_MEMBERS, 0) + 1
            elif all(
                role_of(page_table.table.header[page_table.what.roles[Role.VALUE]], outline.words) is Role.MEMBER
                for page_table in model.tables
            ):
                tally[MEMBERS] = tally.get(MEMBERS, 0) + 1
    tally.update(defined)
    first = outline.models[0].first
    is_drawn = any(page_table.is_drawn for model in outline.models for page_table in model.tables)
    sure = Sureness.POSSIBLE if is_drawn else Sureness.FALLBACK
    return Claim(sure, len(outline.models), first.what.why, tally)


def _defined(page: Page, words: Words) -> dict[str, int]:
    """The types that a page defines, for the tally."""
    return {f"{DEFINED}{name}={kind}": 1 for name, kind in type_definitions(page, words).items()}


def _marks(page: Page, outline: Outline) -> Counter[str]:
    """The marks of presence in tables without a column for it."""
    tally: Counter[str] = Counter()
    for model in outline.models:
        for page_table in model.tables if model.kind is Kind.FIELDS and not model.first.alone else ():
            if not has_column(page_table.what.roles):
                at = page_table.what.roles[Role.NAME]
                has_bold = any(is_bold(row.cells[at]) for row in page_table.table.rows)
                if has_bold and page.once(star_of, outline.words).bold is not None:
                    continue  # a legend is as good as a column
                names = [field_name(row.cells[at], outline.words) for row in page_table.table.rows]
                is_starred = any(name.starred for name in names)
                star = page.once(star_of, outline.words).among(names) if is_starred else None
                tally.update(count_marks(page_table.table, page_table.what.roles, names, outline.words, star))
    return tally
