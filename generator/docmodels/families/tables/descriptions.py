"""The prose around the tables of a model, as its description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise, zip_longest

from ...markdown import Block, Fence, ItemList, Page, Prose, Table
from ...patterns import regex
from ...tables.dressing import readable_paragraph
from ...tables.lexicon import Part, Words
from ...tables.texts import is_rule
from .candidates import Candidate
from .headings.headings import part_of
from .headings.value_headings import announces_errors
from .labels.example_labels import part_at_end
from .labels.labels import label_of

_FURNITURE = regex(
    r"<|import |export |:::|`{3,}\{|///|!!!|\?\?\?\+? |===|\{%|\{\{|\{/\*|---|\[[^\]]+\]:|\[[^\[\]\n]+\]\(#[^()\n]*\)\s*\Z|>\s*\Z"
)  # lines without a use for a reader
_BOLD = regex(r"(\*\*|__)[^*_\n]{1,60}\1\s*[:：]?")  # a label
_ROW = regex(r"(?:>\s?)*\s*\|")  # a row of a table in a paragraph
_LONGEST_LABEL = 5  # words
_PARTS = frozenset({Part.SENT, Part.RECEIVED})
_LEAD = regex(r"[^.。!?！？\n]{1,120}[:：][*_]{0,2}")


def described(model: Candidate, leads: Mapping[int, Prose], words: Words) -> Iterator[str]:
    """The prose right around the tables of a model, without lines that announce another table."""
    lines = {page_table.table.line for page_table in model.tables if not page_table.inside}
    for page_table in model.tables:
        lead = None if page_table.inside else leads.get(page_table.table.line)
        blocks = (
            (*_above(model), *page_table.trail[-1].blocks)
            if page_table.is_first
            else (lead,)
            if lead is not None
            else ()
        )
        is_of_other = False
        last = max((at for at, block in enumerate(blocks) if not isinstance(block, Prose)), default=-1)
        for at, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
            # A label at the end, `**Output:** None.`, has no table, list or example that anything else would read.
            is_other = is_of_other or (at < last and _announces_other(block, model, words))
            is_of_other = is_other and not isinstance(block, Table)
            if not isinstance(block, Prose) or is_of_other:
                continue
            if isinstance(following, Table) and following.line not in lines:
                continue
            text = "\n".join(line for line in block.source.split("\n") if not _ROW.match(line)).strip()
            if isinstance(following, Fence) and text.rstrip("*_ ").endswith((":", "：")):
                continue  # it announces an example
            if isinstance(following, Fence) and part_of(label_of(block, words), words) in _PARTS:
                continue  # ``**Response:** `200 OK` `` above an example
            if isinstance(following, Fence) and part_at_end(text, words) is not None:
                continue  # `Create room response` above an example
            if isinstance(following, ItemList) and _LEAD.fullmatch(text):
                continue  # it announces a list, which is no part of the description
            if text.startswith(">") and _is_label_of_example(text, words):
                continue
            if (
                text
                and not is_rule(text)
                and not _BOLD.fullmatch(text)
                and not _FURNITURE.match(text)
                and not (page_table.label and label_of(block, words) == page_table.label)
            ):
                yield readable_paragraph(text)


def _announces_other(block: Block, model: Candidate, words: Words) -> bool:
    """Whether a label announces another part than the model: the response, or errors."""
    if not isinstance(block, Prose) or model.named.part not in _PARTS:
        return False
    first = block.source.partition("\n")[0]
    label = label_of(Prose(block.line, first), words)
    if not label or label == model.first.label:
        return False
    return part_of(label, words) in _PARTS - {model.named.part} or announces_errors(label.casefold(), words)


def _above(model: Candidate) -> Iterator[Block]:
    """The first paragraphs below a heading that names a model, above a heading of a part: `Properties`."""
    first = model.first
    is_named_above = model.named.part is Part.OWN and not first.label and len(first.trail) > 1
    blocks = first.trail[-2].blocks if is_named_above else ()
    if any(isinstance(block, Table) for block in blocks):
        return
    for block in blocks:
        if not isinstance(block, Prose):
            return
        if not block.source.rstrip("*_ ").endswith((":", "：")):  # it announces a list
            yield block


def _is_label_of_example(text: str, words: Words) -> bool:
    """Whether a quotation only names an example: `> Response example`."""
    pieces = text.casefold().strip("> *_:：").split()
    return len(pieces) <= _LONGEST_LABEL and not words.examples.isdisjoint(pieces)


def leads(page: Page) -> Mapping[int, Prose]:
    """The prose right above each table, by the line of the table, without the line of an item that ends with a colon."""
    found: dict[int, Prose] = {}
    for section in page.sections:
        end_of_list = 0
        for block, following in pairwise(section.blocks):
            if isinstance(block, ItemList):
                end_of_list = block.line + block.source.count("\n")
            if not isinstance(block, Prose) or not isinstance(following, Table):
                continue
            if block.line > end_of_list or not block.source.rstrip("*_ ").endswith((":", "：")):
                found[following.line] = block
    return found
