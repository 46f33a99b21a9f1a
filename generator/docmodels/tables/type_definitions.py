"""Types that the docs define: `Latitude - degrees, -90 to 90`, below a heading such as "Field types".

- **Timestamp** - int64, milliseconds       an integer, despite its name
| Money | A string with a decimal number |  a text
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..markdown import Inline, ItemList, Page, Prose, Section, Table
from ..model.examples import parse
from ..model.types import ANY, JSON_TYPES, ListOf, Primitive, Scalar, Type, json_type
from ..patterns import regex
from .lexicon import Role, Words, any_language
from .lexicon.entries import has_any

KINDS: Mapping[str, Type] = {name: kind for name, kind in JSON_TYPES.items() if name != "null"}
"""The types that a definition may give."""

_NAMED = regex(
    r"(?:<a\b[^<>]{0,100}>\s*(?:</a>)?\s*)?(?P<dress>\*\*|__|`|)(?P<name>[^\W\d_][\w -]{0,60}?)(?P=dress)\s*(?:\*?\([^()\n]{0,60}\)\*?\s*)?"
    r"(?:\s[–—-]|\s*[:：]|-(?=\s))(?:\*\*|__)?\s+(?P<text>\S.{0,1000})",
    re.DOTALL,
)
_WORD = regex(r"[^\W_]+(?:-\w+)?")
_FAR = 12  # the most words before the type in a definition
_HEAD = 2  # the words before which an array is named
_FEWEST = 2  # the fewest definitions of a section


def may_define(page: Page) -> bool:
    """Whether a page may define types: a quick look before a thorough one."""
    headings = "\n".join(section.heading.source for section in page.sections).casefold()
    return has_any(any_language().type_list_keys, headings)


def type_definitions(page: Page, words: Words) -> Mapping[str, str]:
    """The types that a page defines: name in lower case -> one of `KINDS`. A table below a heading says more of its type."""
    kinds: dict[str, str] = {}
    if not may_define(page):
        return kinds
    models = {section.heading.text.strip(" `*").casefold() for section in page.sections if section.tables}
    for section in page.sections:
        if _is_about_types(section.heading, words):
            pairs = list(_pairs(section, words))
            defined = {name.casefold(): kind for name, text in pairs if (kind := _kind(name, text, words))}
            if len(pairs) >= _FEWEST:
                kinds.update({name: kind for name, kind in defined.items() if name not in models})
    return kinds


def _is_about_types(heading: Inline, words: Words) -> bool:
    text = " ".join(heading.text.split()).strip("#:：. 0123456789").casefold()
    return text in words.type_lists


def defined_by_tables(section: Section, words: Words) -> Mapping[int, str]:
    """The lines of tables in items that define types: line -> the name of the type whose fields the table has.

    * Money - A JSON element with these pairs:

      | Name | Type | …
    """
    if not section.tables or not _is_about_types(section.heading, words):
        return {}
    names: dict[int, str] = {}
    items: list[Inline] = []
    end = 0  # the line behind the list
    for block in section.blocks:
        if isinstance(block, ItemList):
            items, end = list(reversed(block.items)), block.line + block.source.count("\n") + 1
        elif isinstance(block, Table) and block.line < end:
            while len(items) > 1 and items[-2].line < block.line:
                items.pop()
            if (match := _NAMED.match(items[-1].source.strip())) is not None:
                names[block.line] = match["name"].strip()
    return names


def _pairs(section: Section, words: Words) -> Iterator[tuple[str, str]]:
    """The names and definitions of a section: items of a list, lines, rows of a table of two columns or more."""
    with_tables = frozenset(defined_by_tables(section, words).values())
    for block in section.blocks:
        if isinstance(block, ItemList):
            lines = [item.source for item in block.items]
        elif isinstance(block, Prose):
            lines = block.source.split("\n")
        elif isinstance(block, Table):
            yield from _rows(block, words)
            continue
        else:
            continue
        for line in lines:
            if (match := _NAMED.match(line.strip())) is not None and match["name"].strip() not in with_tables:
                yield match["name"].strip(), match["text"]


def _rows(table: Table, words: Words) -> Iterator[tuple[str, str]]:
    """The first cell of each row, and the text of the others; nothing unless the first column has types or names."""
    heads = [words.roles.get(cell.text.strip(" *:").casefold()) for cell in table.header]
    if len(heads) < _FEWEST or heads[0] not in (Role.TYPE, Role.NAME) or Role.REQUIRED in heads:
        return
    for row in table.rows:
        yield row.cells[0].text.strip(" *`"), " ".join(cell.text for cell in row.cells[1:])


def _kind(name: str, text: str, words: Words) -> str:
    """The kind in the definition of a type; "" without one, or if the name means that kind anyway."""
    known = words.types.get(name.casefold())
    if known is not None and (not isinstance(known, Primitive) or known == ANY):
        return ""
    kind = _of_words(text, words, frozenset(match[0] for match in _WORD.finditer(name.casefold())))
    if known is not None:
        return kind if kind != _kind_of(known) else ""
    example = any_language().coded_example.search(text)
    example_kind = _of_example(example["value"]) if example is not None else ""
    if example_kind and kind not in ("object", example_kind) and not (kind == "number" and example_kind == "integer"):
        kind = example_kind
    return kind


def _of_words(text: str, words: Words, name: frozenset[str]) -> str:
    """The first type in a definition, apart from words of the name itself."""
    for at, word in enumerate([match[0].casefold() for match in _WORD.finditer(text[:300])][:_FAR]):
        if word.startswith("hex"):
            return "string"
        kind = words.types.get(word) if word not in name else None
        if isinstance(kind, ListOf):
            return _kind_of(kind) if at < _HEAD else ""  # `An array of …`, but no `comma-separated list`
        if kind is not None:
            return _kind_of(kind)
    return ""


def _of_example(text: str) -> str:
    parsed = parse(text)
    match parsed[0] if parsed is not None else text:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case dict():
            return "object"
        case _:
            return ""


def _kind_of(type_: Type) -> str:
    """The name in `KINDS` for the values of a type; "" without one, and for bytes."""
    if isinstance(type_, Primitive) and type_.scalar is Scalar.BYTES:
        return ""
    name = json_type(type_)
    return name if name in KINDS else ""
