"""The outline of a page: the tables that are models, those that belong to one, and the names of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from ...diagnostics import Diagnostic
from ...frozen import frozen, replace
from ...markdown import Page
from ...regexes import regex
from ...tables.lexicon import Claimed, Part, Role, Words
from ...tables.names import read_name
from . import Bare
from .alone import models_alone, tells
from .anchors import placed, with_parts
from .candidates import Candidate, candidates
from .classes import without_members
from .code_docs import code_docs
from .details import with_details
from .documented import operations
from .examples import Example, find_examples
from .gitbook import with_operations
from .groups import grouped
from .magic_blocks import with_magic_blocks
from .naming import named
from .option_blocks import with_options
from .own import Own
from .page_names import page_name
from .page_tables import Shown, headings_above, shown_tables
from .part_lists import with_part_lists
from .possible_values import with_possible_values
from .recognised import Kind, Recognised
from .twins import apart
from .untabled import drawn_page
from .zod import with_zod

_BESIDE_BODY = regex(r"\b(?:path|query|url|uri|headers?)\b")
_FIELDS = Recognised(Kind.FIELDS, {Role.NAME: 0}, "an example shows the fields")


@frozen()
class Outline:
    """The models of a page, in its order, all of its tables, and the blocks that may be examples.

    page         the page, with tables for the fields that it shows in other ways
    diagnostics  the findings about these
    aliases      the lines of the tables whose one row is another name for a type
    """

    page: Page
    words: Words
    models: tuple[Candidate, ...]
    tables: tuple[Shown, ...] = field(default=())
    diagnostics: tuple[Diagnostic, ...] = ()
    examples: tuple[Example, ...] = field(default=())
    aliases: frozenset[int] = frozenset()


def outline(page: Page, own: Own, bare: Bare | None = None) -> Outline | None:
    """The outline of a page; None for one with neither tables nor models in examples.

    own   the words of a team for its own tables
    bare  the tables of the tree with names and descriptions alone; None while nobody knows
    """
    as_models = page.once(_outline, own)
    if as_models is None or bare is None or bare.are_read or not any(each.what.is_bare for each in as_models.tables):
        return as_models
    why = f"{bare.count} of {bare.fields} tables of fields show names and descriptions alone, too few to be models"
    return _outline(page, own, Recognised(Kind.OTHER, {}, why))


def _outline(page: Page, own: Own, as_bare: Recognised | None = None) -> Outline | None:
    """as_bare: what tables with names and descriptions alone are taken for; None for models."""
    seen = page.once(_seen, own)
    if seen is None:
        return None
    page, words, shown = seen.page, seen.words, seen.shown
    if as_bare is not None:
        shown = tuple(replace(each, what=as_bare) if each.what.is_bare else each for each in shown)
    alone = _alone(page, seen.examples, shown, words) if own.makes_models else ()
    if not seen.has_tables and not alone and not seen.diagnostics:
        return None
    joined = candidates(_in_order(page, (*shown, *alone)), words, page)
    models = tuple(with_parts(tuple(placed(apart(joined, words), page)), page, words))
    return Outline(page, words, models, tuple(shown), seen.diagnostics, seen.examples, seen.aliases)


@frozen()
class _Seen:
    """What a page shows, whatever the tree takes bare tables for. See `Outline`.

    shown  its tables
    """

    page: Page
    words: Words
    shown: Sequence[Shown]
    has_tables: bool
    diagnostics: tuple[Diagnostic, ...]
    examples: tuple[Example, ...]
    aliases: frozenset[int]


def _seen(page: Page, own: Own) -> _Seen | None:
    """The tables and models of a page; None without any."""
    words = own.words(page)
    code = code_docs(page)
    page = with_operations(page) if code is None else code.page
    page, unread = with_options(page)
    page, unread_json = with_magic_blocks(page)
    page = with_part_lists(page, words)
    page, aliases = with_zod(with_possible_values(with_details(page)))
    page, diagnostics = drawn_page(page, words)
    diagnostics = (*unread, *unread_json, *diagnostics)
    examples = find_examples(page, words)
    has_tables = any(section.tables for section in page.sections)
    if not has_tables and not examples and not diagnostics:
        return None
    shown: Sequence[Shown] = tuple(shown_tables(page, words)) if has_tables else ()
    shown = grouped(without_members(shown, page), page, words)
    if code is not None:
        shown = tuple(_of_code(table, code.reason(table.trail)) for table in shown)
        aliases |= code.aliases
    return _Seen(page, words, shown, has_tables, diagnostics, examples, aliases)


def _of_code(shown: Shown, why: str) -> Shown:
    return replace(shown, what=Recognised(Kind.OTHER, {}, why, Claimed.METHODS)) if why else shown


def _alone(page: Page, examples: Sequence[Example], shown: Sequence[Shown], words: Words) -> Sequence[Shown]:
    """The models that only examples show, as tables of their keys."""
    examples = [example for example in examples if tells(example)]
    if not examples:
        return ()
    tables = [
        (_part_of_operation(each, examples, page, words), each.trail)
        for each in shown
        if each.what.kind is Kind.FIELDS and not _is_beside_body(each, examples, words)
    ]
    root = page_name(page, words)
    return [
        Shown(
            each.table,
            each.trail,
            each.label,
            headings_above(root, each.above, each.label, words),
            _FIELDS,
            True,
            alone=each,
        )
        for each in models_alone(page, examples, tables, words)
    ]


def _is_beside_body(shown: Shown, examples: Sequence[Example], words: Words) -> bool:
    """Whether a table shows parameters beside a body, by its heading: "Path Parameters".

    It may be the body after all where the JSON of the section has one of its names for a key.
    """
    if not shown.headings or _BESIDE_BODY.search(shown.headings[-1].casefold()) is None:
        return False
    return not any(_shared(shown, example, words) for example in examples if example.trail[-1] is shown.trail[-1])


def _part_of_operation(shown: Shown, examples: Sequence[Example], page: Page, words: Words) -> Part | None:
    """The part of an operation that a table shows.

    The only table below the request of an operation is of what is sent, if the JSON below "Response" has few of its names.
    """
    part = named(shown.headings, words).part
    section = shown.trail[-1]
    if part is not None or id(section) not in page.once(operations):
        return part
    answers = [example for example in examples if example.trail[-1] is section and example.part is Part.RECEIVED]
    are_others = all(_shared(shown, example, words) * 2 < len(shown.table.rows) for example in answers)
    return Part.SENT if answers and are_others and len(section.tables) == 1 else part


def _shared(shown: Shown, example: Example, words: Words) -> int:
    """The number of names of a table that are keys of the JSON in an example."""
    names = {read_name(row.cells[shown.what.roles[Role.NAME]], words).text for row in shown.table.rows}
    return sum(f'"{name}"' in example.fence.text for name in names)


def _in_order(page: Page, shown: Sequence[Shown]) -> Sequence[Shown]:
    return sorted(shown, key=lambda each: each.table.line) if any(each.alone for each in shown) else shown
