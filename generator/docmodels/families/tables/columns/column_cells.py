"""The cells of columns, as evidence for the roles of these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ....markdown import Inline, Table
from ....patterns import regex
from ....tables.dressing import undressed_cell
from ....tables.lexicon import Role, Words
from ....tables.lexicon.elsewhere import REQUIRED, SIGNS
from ....tables.names import read_name
from ....tables.values import is_value
from .column_headings import heading_words

IDENTIFIER = regex(r"[A-Za-z_$@][\w.$@:/\-\[\]{}]{0,99}")
_WORD = regex(r"[^\W\d_]+")
_MOST = 0.7  # the share of cells that must fit a role
_FEWEST_TYPES = 2  # one cell in so many must be a known type
_LINKED = regex(r"\s*\[[^\[\]\n]{1,80}\](?:\([^()\s]{1,200}\)|\[)")
_STRUCK = regex(r"~~[^~\n]{1,300}~~")  # a former name
ONE_CODE = 2  # backticks around one piece of code
_TICKS = " *_`✓✔✅✗✘❌☑\ufe0f"  # marks beside the words for yes and no
_REMARK = regex(r"\s*[(（,;]")
_MARK_END = regex(r"[\s*(（,;]")
_NO_LETTERS = frozenset({"", "-", "△"})


def fits(role: Role, table: Table, index: int, words: Words) -> bool:
    """Whether the cells of a column fit a role."""
    test = _TESTS.get(role)
    cells = [row.cells[index] for row in table.rows if row.cells[index].source.strip(" -–—^")]
    return test is None or (bool(cells) and test(cells, words))


def names_in(cells: Iterable[Inline], words: Words) -> Iterator[str]:
    """The names in cells of a column of names."""
    return (read_name(undressed_cell(cell)[0], words).text for cell in cells)


def ticks(source: str) -> int:
    """The number of backticks in a cell. Two in a row, as in reStructuredText, count as one."""
    return source.replace("``", "`").count("`")


def are_identifiers(cells: Sequence[Inline], words: Words) -> bool:
    """Whether each cell is a different name of code."""
    names = list(names_in(cells, words))
    single = (ticks(_STRUCK.sub("", cell.source)) <= ONE_CODE for cell in cells)
    good = sum(is_one and IDENTIFIER.fullmatch(name) is not None for is_one, name in zip(single, names, strict=True))
    return good >= _MOST * len(names) and len(set(names)) * 2 > len(names)


def are_types(cells: Sequence[Inline], words: Words) -> bool:
    """Whether most cells are known types, and not all of them yes or no. Beside types, links lead to models."""
    texts = [type_words(cell.text) for cell in cells]
    are_known = [text in words.types or (text[-1:] == "s" and text[:-1] in words.types) for text in texts]
    known = sum(are_known)
    links = sum(
        not is_one and _LINKED.match(cell.source) is not None for is_one, cell in zip(are_known, cells, strict=True)
    )
    signs = sum(cell.text.strip().casefold() in words.signs for cell in cells)
    return known >= _MOST * (len(texts) - links) and known * _FEWEST_TYPES >= len(texts) and signs < len(texts)


@lru_cache(maxsize=1 << 12)  # most tables share a few types
def type_words(text: str) -> str:
    """Texts that may be a known type: its first word, and the text before a bracket or a comma."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    head = re.split(r"[\n;,(<|]| - | or ", plain, maxsplit=1)[0].strip(" `?*_[]\"'")
    if not head.isascii():
        return head
    word = _WORD.match(head)
    return word[0] if word else head


def _are_marks(cells: Sequence[Inline], words: Words) -> bool:
    texts = [cell.text.strip().strip("*_`. ").casefold() for cell in cells]
    heads = [_REMARK.split(text, maxsplit=1)[0].rstrip(" *_`") for text in texts]  # `yes (on Sundays)`
    return sum(head in words.signs or head in words.marks for head in heads) >= _MOST * len(texts)


def has_letters(table: Table, index: int, words: Words) -> bool:
    """Whether each cell of a column has a letter for mandatory, optional or conditional: `M`, `O`, `C`.

    If `O` begins the word for "required", as in French, `R` beside it may mean "recommended", except below `R/O`.
    """
    letters = {row.cells[index].text.strip(" *_`") for row in table.rows}
    if "O" not in letters or letters <= {"O", "C"}:
        return False
    is_headed = words.signs.get("o") is not True or heading_words(table.header[index]).startswith("r/o")
    return letters <= {"M", "O", "C"} or (is_headed and letters <= {"R", "O", "C"})


def has_circles(table: Table, index: int) -> bool:
    """Whether the cells of a column are circles for yes and crosses for no, as letters: `O`, `X`; `O` below `M/O` is optional."""
    if heading_words(table.header[index]).endswith("/o"):
        return False
    letters = {row.cells[index].text.strip(" *_`").upper() for row in table.rows}
    return letters - _NO_LETTERS == {"O", "X"}


def unknown_marks(table: Table, taken: Collection[int], words: Words) -> Inline | None:
    """The heading of a column of yes and no in a language without a lexicon, by its cells or its heading; else None.

    taken  the columns with a role
    """
    return next(
        (
            heading
            for index, heading in enumerate(table.header)
            if index not in taken and has_unknown_marks(table, index, words)
        ),
        None,
    )


def has_unknown_marks(table: Table, index: int, words: Words) -> bool:
    texts = [text for row in table.rows if (text := _mark(row.cells[index].text))]
    if texts and heading_words(table.header[index]) in REQUIRED:
        return True
    are_signs = len(set(texts)) > 1 and not SIGNS.isdisjoint(texts)
    return are_signs and sum(text in SIGNS or text in words.signs for text in texts) >= _MOST * len(texts)


def _mark(text: str) -> str:
    """The sign or the word at the head of a cell: `tak` of `Tak (tylko B2B)`, `sì` of `✓ Sì`."""
    text = text.strip(" *_`").casefold()
    bare = text.strip(_TICKS) or text
    return bare if bare in SIGNS else _MARK_END.split(bare, maxsplit=1)[0]


_TESTS: Mapping[Role, Callable[[Sequence[Inline], Words], bool]] = {
    Role.NAME: are_identifiers,
    Role.MEMBER: are_identifiers,
    Role.TYPE: are_types,
    Role.REQUIRED: _are_marks,
    Role.OPTIONAL: _are_marks,
    Role.NULLABLE: _are_marks,
    Role.DESCRIPTION: lambda cells, _: sum(" " in cell.text.strip() for cell in cells) >= _MOST * len(cells),
    Role.VALUES: lambda cells, _: any("," in cell.source or ticks(cell.source) > ONE_CODE for cell in cells),
    Role.VALUE: lambda cells, _: all(map(is_value, cells)),
}
