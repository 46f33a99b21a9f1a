"""The claim of a page, and its tally for the reading of the whole tree."""

from __future__ import annotations

from collections import Counter

from ...markdown import Page
from ...tables.lexicon import Role, Words
from ...tables.type_definitions import may_define, type_definitions
from ..family import Claim, Sureness
from . import DEFINED, DESCRIBED, FIELDS, MEMBERS, NUMBERED_MEMBERS, UNREAD
from .declared_code import declared_code
from .members import has_members
from .named_rows import field_name
from .outline import Outline, outline
from .own import Own
from .presence import count_marks, has_column
from .recognised import Kind
from .roles import role_of
from .star_legend import star_of
from .unread import unread


def claim(page: Page, own: Own) -> Claim | None:
    """See `families.Family`."""
    foreign = page.once(unread)
    if foreign is not None:
        evidence = f"the page has the mark of {foreign.generator}, which docmodels does not read yet"
        return Claim(Sureness.LIKELY, 0, evidence, {UNREAD + foreign.generator: 1})
    shown = outline(page, own)
    if (shown is None or not shown.models) and (declared := page.once(declared_code)) is not None:
        return Claim(Sureness.FALLBACK, 0, f"no model, but {declared.generator}", {UNREAD + declared.generator: 1})
    if shown is None:
        defined = _defined(page, own.words(page)) if may_define(page) else {}
        return Claim(Sureness.FALLBACK, 0, "the page defines types", defined) if defined else None
    defined = _defined(page, shown.words)
    if not shown.models:
        return Claim(Sureness.FALLBACK, 0, "no table of the page shows fields or values", defined)
    tally = {key: count for key, count in _marks(page, shown).items() if count}
    for each in shown.tables:
        if each.what.kind is Kind.FIELDS:
            tally[FIELDS] = tally.get(FIELDS, 0) + 1
            tally[DESCRIBED] = tally.get(DESCRIBED, 0) + each.what.is_bare
    for model in shown.models:
        if model.kind is Kind.VALUES:
            if has_members(model, shown.words):
                tally[NUMBERED_MEMBERS] = tally.get(NUMBERED_MEMBERS, 0) + 1
            elif all(
                role_of(each.table.header[each.what.roles[Role.VALUE]], shown.words) is Role.MEMBER
                for each in model.shown
            ):
                tally[MEMBERS] = tally.get(MEMBERS, 0) + 1
    tally.update(defined)
    first = shown.models[0].shown[0]
    is_drawn = any(
        row.depth is not None for model in shown.models for each in model.shown for row in each.table.rows[:1]
    )
    sure = Sureness.POSSIBLE if is_drawn else Sureness.FALLBACK
    return Claim(sure, len(shown.models), first.what.why, tally)


def _defined(page: Page, words: Words) -> dict[str, int]:
    """The types that a page defines, for the tally."""
    return {f"{DEFINED}{name}={kind}": 1 for name, kind in type_definitions(page, words).items()}


def _marks(page: Page, shown: Outline) -> Counter[str]:
    """The marks of presence in tables without a column for it."""
    tally: Counter[str] = Counter()
    for model in shown.models:
        for each in model.shown if model.kind is Kind.FIELDS and not model.shown[0].alone else ():
            if not has_column(each.what.roles):
                at = each.what.roles[Role.NAME]
                names = [field_name(row.cells[at], shown.words) for row in each.table.rows]
                is_starred = any(name.starred for name in names)
                star = page.once(star_of, shown.words).among(names) if is_starred else None
                tally.update(count_marks(each.table, each.what.roles, names, shown.words, star))
    return tally
