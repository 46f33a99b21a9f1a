"""Operations in blocks of GitBook, as sections.

{% swagger method="post" path="/rooms" summary="Open a room" %}        ## Open a room
{% swagger-description %}
Makes one.                                                             Makes one.
{% endswagger-description %}
{% swagger-parameter in="body" name="name" type="String" %}
{% endswagger-parameter %}
{% swagger-response status="200: OK" description="Made" %}             ### Response 200
{% endswagger-response %}
{% endswagger %}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....frozen import replace
from ....markdown import Block, Inline, Page, Prose, Section
from ....patterns import regex

_TAG = regex(r"\s*\{%-?\s*(?P<name>(?:end)?swagger(?:-\w{1,20})?)\b(?P<attributes>[^%{}\n]{0,2000})-?%\}")
_FIRST = regex(r"\{%-?\s{0,9}(?:end)?swagger\b")
_PAIR = regex(r"(?P<key>[\w-]{1,50})=\"(?P<value>[^\"\n]{0,1000})\"")
_DEEPEST = 6


def with_operations(page: Page) -> Page:
    """The page with a section for each operation in a block, and in it one for each response."""
    blocks = (block for section in page.sections for block in section.blocks)
    if "swagger" not in page.running_text or not any(map(_is_operation, blocks)):
        return page
    return replace(page, sections=tuple(made for section in page.sections for made in _split(section)))


def _is_operation(block: Block) -> bool:
    return isinstance(block, Prose) and "swagger" in block.source and _FIRST.search(block.source) is not None


def _split(section: Section) -> Iterator[Section]:
    """A section, and those of the operations in it. Blocks behind an operation belong to the section again."""
    made: list[tuple[Section, list[Block]]] = [(section, [])]
    for block in section.blocks:
        if not isinstance(block, Prose) or not _is_operation(block):
            made[-1][1].append(block)
            continue
        for piece in _pieces(block):
            if isinstance(piece, Prose):
                made[-1][1].append(piece)
            elif (opened := _opened(*piece, section)) is not None:
                made.append((opened, list(opened.blocks)))
    for number, (opened, blocks) in enumerate(made):
        if blocks or not number or opened.heading is not section.heading:
            yield replace(opened, blocks=tuple(blocks))


def _pieces(block: Prose) -> Iterator[Prose | tuple[re.Match[str], int]]:
    """The tags and the texts of a paragraph, with their lines."""
    lines: list[str] = []
    for number, line in enumerate(block.source.split("\n"), block.line):
        tag = _TAG.match(line)
        if tag is None:
            lines.append(line)
            continue
        if "".join(lines).strip():
            yield Prose(number - len(lines), "\n".join(lines))
        lines = []
        yield tag, number
    if "".join(lines).strip():
        yield Prose(block.line + block.source.count("\n") + 1 - len(lines), "\n".join(lines))


def _opened(tag: re.Match[str], line: int, section: Section) -> Section | None:
    """The section for an opening tag; None for any other tag."""
    attributes = {pair["key"]: pair["value"].strip() for pair in _PAIR.finditer(tag["attributes"])}
    if tag["name"] == "swagger":
        call = f"{attributes.get('method', '').upper()} {attributes.get('path', '')}".strip()
        heading = Inline(attributes.get("summary") or call, line, 1)
        blocks = (Prose(line, f"`{call}`"),) if call else ()
        return Section(min(section.level + 1, _DEEPEST), heading, blocks)
    if tag["name"] == "swagger-response":
        heading = Inline(f"Response {attributes.get('status', '').partition(':')[0]}".strip(), line, 1)
        return Section(min(section.level + 2, _DEEPEST), heading, ())
    return replace(section, blocks=(), anchors=()) if tag["name"] == "endswagger" else None
