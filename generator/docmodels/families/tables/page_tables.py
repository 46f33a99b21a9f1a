"""The tables of a page, each with its headings and its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import zip_longest

from ...frozen import frozen
from ...markdown import Block, Inline, Page, Prose, Section, Table
from ...model.declarations import Presence
from ...model.names import folded
from ...patterns import regex
from ...tables.lexicon import Words
from ...tables.requests import beside_request
from ...tables.split import split
from ...tables.type_definitions import defined_by_tables
from .columns.cell_tables import with_unread_tables
from .columns.owners import by_owner
from .columns.placeholder_names import keys_of_placeholders, with_keys
from .columns.positions import with_positions
from .columns.recognise import recognise
from .columns.recognised import Kind, Recognised
from .columns.typed import nested, typed
from .examples.alone import Alone
from .headings.headings import announced, part_of
from .headings.page_names import page_name
from .headings.titles import TYPE_NAME, explained_name, heading_text
from .labels.labels import Labels, is_led
from .labels.named_lines import announces_other, named_lines
from .lists.sublists import with_listed_fields
from .rows.json_keys import keys_beside
from .rows.presence_sentences import presence_beside

_LINK = regex(r"\[[^\[\]\n]{1,200}\]\([^()\s]{0,300}#(?P<anchor>[^()\s]{1,100})\)")


@frozen()
class PageTable:
    """A table of the page.

    trail       the sections around it, the outermost first
    label       the line right above that names it; "" without one
    headings    the texts of the page's name, of the headings, and of the label
    is_first    whether it is the first table of its section
    inside      the path of the field whose fields it has, in a table above; () for an object of its own
    alone       the model in examples that it stands for; None for a table of the docs
    anchor      the id of its caption; "" without one
    presence    the presence of all of its fields, by its heading
    stated      the presence of all of its fields, by a sentence beside it; None for a table that is no model
    is_led      whether it is a model, and the sentence right above has words of its own: "You can filter rooms by:"
    is_other    whether it has fields, and the line right above may announce another model than the table before
    owner       the cell or the row with its name, if it is a part of a table in the docs
    """

    table: Table
    trail: tuple[Section, ...]
    label: str
    headings: tuple[str, ...]
    what: Recognised
    is_first: bool
    inside: tuple[str, ...] = ()
    alone: Alone | None = None
    anchor: str = ""
    presence: Presence | None = None
    stated: Presence | None = None
    owner: Inline | None = None
    is_led: bool = False
    is_other: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether it comes from items, headings or paragraphs of the page."""
        return any(row.depth is not None for row in self.table.rows[:1])


def tables_of(page: Page, words: Words) -> Iterator[PageTable]:
    root = page_name(page, words)
    trails = tuple(page.trails())
    beside = keys_beside(page)
    texts: dict[int, Sequence[str]] = {}
    for index, trail in enumerate(trails):
        section = trail[-1]
        if not section.tables:
            continue
        keys, placeholders = beside(index), keys_of_placeholders(section)
        for outer in trail:
            if id(outer) not in texts:
                texts[id(outer)] = _texts(outer, words)
        above = (*((root,) if root else ()), *(text for outer in trail for text in texts[id(outer)]))
        before: Block | None = None
        is_first = True
        labels = Labels(words)
        names = {**named_lines(section, words), **defined_by_tables(section, words)}
        for number, (block, after) in enumerate(zip_longest(section.blocks, section.blocks[1:]), 1):
            if not isinstance(block, Table):
                if not (isinstance(block, Prose) and _is_comment(block.source)):
                    before = block
                    labels.see(block)
                continue
            if isinstance(after, Table) and after.inside and not block.inside:
                unread = partial(_is_unread, headings=above, words=words, keys=keys)
                block = with_unread_tables(block, section.blocks[number:], unread, words)
            cell_of = labels.of_rows(block.inside)
            label = cell_of[-1] if cell_of else labels.label(before, block)
            label = names.get(block.line, label) if not cell_of else label
            for piece in (part for part_table in split(block) for part in by_owner(part_table, words)):
                if piece.label is not None:
                    label = piece.label.text.strip()
                headings = (*above, *((label,) if label else ()))
                table = with_listed_fields(nested(typed(piece.table, words), words), words)
                table = with_positions(with_keys(table, placeholders, words), words)
                what = recognise(table, headings, words, keys)
                is_idle = what.kind is Kind.VALUES and _only_announces(label, above, words)
                headings = above if is_idle else headings
                lead = cell_of or labels.inside(before) or labels.lead(before, table, what)
                inside = lead if what.kind is Kind.FIELDS else ()
                is_model = what.kind is not Kind.OTHER
                yield PageTable(
                    table,
                    trail,
                    "" if is_idle else label,
                    headings,
                    what,
                    is_first,
                    inside,
                    anchor=piece.anchor,
                    presence=announced(headings, words),
                    stated=presence_beside(before, after, words) if is_model else None,
                    owner=piece.label,
                    is_led=is_model and is_led(before, words),
                    is_other=what.kind is Kind.FIELDS and announces_other(before, words),
                )
                is_first = False
                labels.add_table(table, what)
            before = block


def _only_announces(label: str, above: Sequence[str], words: Words) -> bool:
    """Whether a label adds nothing to the name of a type above it: "Possible values:" below `RoomState`."""
    is_named = bool(above) and TYPE_NAME.fullmatch(above[-1]) is not None and above[-1].casefold() not in words.generic
    return is_named and label.strip(" *_:：").casefold() in words.values


def _is_unread(table: Table, headings: Sequence[str], words: Words, keys: Collection[str]) -> bool:
    """Whether a table in a cell has neither fields nor values. Its label is the first cell of the row."""
    label = table.inside[-1].cells[0].text
    return recognise(nested(typed(table, words), words), (*headings, label), words, keys).kind is Kind.OTHER


def headings_above(root: str, trail: Sequence[Section], label: str, words: Words) -> tuple[str, ...]:
    """The texts above a table: the page's name, the headings of its sections, the line right above it."""
    texts = (text for section in trail for text in _texts(section, words))
    return (*((root,) if root else ()), *texts, *((label,) if label else ()))


def _is_link(section: Section) -> bool:
    """Whether a heading only labels a link to a part of another page, with the same name.

    ### Namespace
    [Service](service.md#namespace)
    """
    first = section.blocks[0] if section.blocks and section.level > 1 else None
    link = _LINK.fullmatch(first.source.strip()) if isinstance(first, Prose) else None
    return link is not None and folded(link["anchor"]) == folded(section.heading.text)


def _texts(section: Section, words: Words) -> Sequence[str]:
    """The texts of a heading. A request with a part, `GET /rooms` response, makes two.

    For code with an explanation behind a dash, the text is the code.
    """
    if not section.level or _is_link(section):
        return ()
    beside, explained = beside_request(section.heading.text), explained_name(section)
    for pair in (beside, explained):
        if pair is not None and part_of(pair[1], words) is not None:
            return pair
    return (explained[0],) if explained is not None else (heading_text(section),)


def _is_comment(source: str) -> bool:
    return source.startswith(("<!--", "{/*", "<ManualAnchor", "<a ", "<a>", "import ", "export "))
