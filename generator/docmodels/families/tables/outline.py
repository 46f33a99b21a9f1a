"""The outline of a page: its models, each with its tables and its name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field

from ...diagnostics import Diagnostic
from ...examples import Unreadable
from ...frozen import frozen, replace
from ...markdown import Page
from ...patterns import regex
from ...tables.keys import keys
from ...tables.lexicon import Claimed, Part, Role, Words
from ...tables.names import read_name
from . import Bare
from .anchors import placed, with_parts
from .candidates import Candidate, candidates
from .classes import without_members
from .columns.own import Own
from .columns.recognised import Kind, Recognised
from .examples.alone import models_alone, tells
from .examples.documented import operations
from .examples.examples import Example, find_examples
from .groups import grouped
from .headings.naming import named
from .headings.page_names import page_name
from .lists.enum_lists import with_enumeration_lists
from .lists.part_lists import with_part_lists
from .page_tables import PageTable, headings_above, tables_of
from .tools.code_docs import code_docs
from .tools.details import with_details
from .tools.gitbook import with_operations
from .tools.magic_blocks import with_magic_blocks
from .tools.option_blocks import with_options
from .tools.possible_values import with_possible_values
from .tools.typespec import with_typespec
from .tools.zod import with_zod
from .twins import apart
from .untabled import drawn_page
from .value_sections import with_value_sections

_BESIDE_BODY = regex(r"\b(?:path|query|url|uri|headers?)\b")
_FIELDS = Recognised(Kind.FIELDS, {Role.NAME: 0}, "an example shows the fields")


@frozen()
class Outline:
    """The models of a page in their order, all of its tables, and its examples.

    page         the page, with tables for fields in other forms
    diagnostics  the findings about these forms
    aliases      the lines of the tables with one row for an alias
    """

    page: Page
    words: Words
    models: tuple[Candidate, ...]
    tables: tuple[PageTable, ...] = field(default=())
    diagnostics: tuple[Diagnostic, ...] = ()
    examples: tuple[Example, ...] = field(default=())
    aliases: frozenset[int] = frozenset()


def read_outline(page: Page, own: Own, bare: Bare | None = None) -> Outline | None:
    """The outline of a page; None for a page with neither tables nor models in examples.

    own   the words of a team for its own tables
    bare  the tables of the tree with nothing but names and descriptions; None before the tree is settled
    """
    as_models = page.once(_outline, own)
    if (
        as_models is None
        or bare is None
        or bare.are_read
        or not any(page_table.what.is_bare for page_table in as_models.tables)
    ):
        return as_models
    why = f"{bare.count} of {bare.fields} tables of fields show names and descriptions alone, too few to be models"
    return _outline(page, own, Recognised(Kind.OTHER, {}, why))


def _outline(page: Page, own: Own, as_bare: Recognised | None = None) -> Outline | None:
    """as_bare: the kind of tables with nothing but names and descriptions; None keeps them models."""
    contents = page.once(_contents, own)
    if contents is None:
        return None
    page, words, tables = contents.page, contents.words, contents.tables
    if as_bare is not None:
        tables = tuple(replace(table, what=as_bare) if table.what.is_bare else table for table in tables)
    sent = _sent_tables(page, contents.examples, tables, words)
    alone = _alone(page, contents.examples, tables, sent, words) if own.makes_models else ()
    if not contents.has_tables and not alone and not contents.diagnostics:
        return None
    joined = candidates(_in_order((*tables, *alone)), words, page)
    joined = [_with_part(model, Part.SENT) if model.first.table.line in sent else model for model in joined]
    models = tuple(with_parts(tuple(placed(apart(joined, words), page)), page, words))
    return Outline(page, words, models, tuple(tables), contents.diagnostics, contents.examples, contents.aliases)


@frozen()
class _Contents:
    """The contents of a page, before the tree decides about bare tables. See `Outline`.

    tables  its tables
    """

    page: Page
    words: Words
    tables: Sequence[PageTable]
    has_tables: bool
    diagnostics: tuple[Diagnostic, ...]
    examples: tuple[Example, ...]
    aliases: frozenset[int]


def _contents(page: Page, own: Own) -> _Contents | None:
    """The tables and models of a page; None without any."""
    words = own.words(page)
    code = code_docs(page)
    page = with_operations(page) if code is None else code.page
    page, unread = with_options(page)
    page, unread_json = with_magic_blocks(page)
    page = with_enumeration_lists(with_part_lists(page, words), words)
    page, aliases = with_zod(with_possible_values(with_details(with_typespec(page))))
    page, diagnostics = drawn_page(with_value_sections(page, words), words)
    diagnostics = (*unread, *unread_json, *diagnostics)
    examples = find_examples(page, words)
    has_tables = any(section.tables for section in page.sections)
    if not has_tables and not examples and not diagnostics:
        return None
    tables: Sequence[PageTable] = tuple(tables_of(page, words)) if has_tables else ()
    tables = grouped(without_members(tables, page), page, words)
    if code is not None:
        tables = tuple(_of_code(table, code.reason(table.trail)) for table in tables)
        aliases |= code.aliases
    return _Contents(page, words, tables, has_tables, diagnostics, examples, aliases)


def _of_code(table: PageTable, why: str) -> PageTable:
    return replace(table, what=Recognised(Kind.OTHER, {}, why, Claimed.METHODS)) if why else table


def _with_part(model: Candidate, part: Part) -> Candidate:
    return replace(model, named=replace(model.named, part=part))


def _alone(
    page: Page, examples: Sequence[Example], page_tables: Sequence[PageTable], sent: Collection[int], words: Words
) -> Sequence[PageTable]:
    """The models in examples alone, as tables of their keys.

    sent  the lines of tables of requests, below a heading that names no part
    """
    examples = [example for example in examples if tells(example)]
    if not examples:
        return ()
    tables = [
        (Part.SENT if table.table.line in sent else named(table.headings, words).part, table.trail)
        for table in page_tables
        if table.what.kind is Kind.FIELDS and not _is_beside_body(table, examples, words)
    ]
    root = page_name(page, words)
    return [
        PageTable(
            model.table,
            model.trail,
            model.label,
            headings_above(root, model.above, model.label, words),
            _FIELDS,
            True,
            alone=model,
        )
        for model in models_alone(page, examples, tables, words)
    ]


def _is_beside_body(table: PageTable, examples: Sequence[Example], words: Words) -> bool:
    """Whether a table has parameters beside a body, by its heading: "Path Parameters".

    It may be the body after all if the JSON of the section has one of its names for a key.
    """
    if not table.headings or _BESIDE_BODY.search(table.headings[-1].casefold()) is None:
        return False
    return not any(_shared(table, example, words) for example in examples if example.trail[-1] is table.trail[-1])


def _sent_tables(page: Page, examples: Sequence[Example], tables: Sequence[PageTable], words: Words) -> frozenset[int]:
    """The lines of tables of requests, below a heading that names no part.

    Such a table is the only one of an operation, above the JSON of the response. That JSON has few of the names in the
    table, or the JSON of a request has most of them.
    """
    beside: dict[int, list[Example]] = {}
    for example in examples:
        beside.setdefault(id(example.trail[-1]), []).append(example)
    return frozenset(
        table.table.line
        for table in tables
        if table.what.kind is Kind.FIELDS
        and id(table.trail[-1]) in beside
        and len(table.trail[-1].tables) == 1
        and id(table.trail[-1]) in page.once(operations)
        and named(table.headings, words).part is None
        and _is_sent(table, beside[id(table.trail[-1])], words)
    )


def _is_sent(table: PageTable, examples: Sequence[Example], words: Words) -> bool:
    answers = [example for example in examples if tells(example) and example.part is Part.RECEIVED]
    if not answers or any(example.place.line < table.table.line for example in answers):
        return False
    rows = len(table.table.rows)
    are_others = all(_shared(table, example, words) * 2 < rows for example in answers)
    return are_others or any(
        _sends(example, words) and _shared(table, example, words) * 2 >= rows for example in examples
    )


def _sends(example: Example, words: Words) -> bool:
    """Whether a block of code has a request, and nothing else."""
    try:
        documents = example.read(words)
    except Unreadable:
        return False
    return bool(documents) and all(example.part_of(document) is Part.SENT for document in documents)


def _shared(table: PageTable, example: Example, words: Words) -> int:
    """The number of names of a table that are keys of the JSON in an example."""
    names = {keys(read_name(row.cells[table.what.roles[Role.NAME]], words).text)[-1][0] for row in table.table.rows}
    return sum(f'"{name}"' in example.fence.text for name in names)


def _in_order(tables: Sequence[PageTable]) -> Sequence[PageTable]:
    return sorted(tables, key=lambda table: table.table.line) if any(table.alone for table in tables) else tables
