"""Examples of findings, changes and differences for the documentation, from what the golden cases expect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tests.golden.pages import Fence, all_cases

_FINDING = re.compile(
    r"\S.*?: (?:error|warning|note)\[(?P<name>[a-z0-9-]+)\]: |::(?:error|warning|notice) .*?,title=(?P<title>[a-z0-9-]+)::"
)
_ROW = re.compile(r"\s\[(?P<name>[a-z0-9-]+)\]$")
_WIDTH = 110  # columns that a page shows without a scroll bar


def examples() -> Mapping[str, str]:
    """By code or kind, what docmodels prints for one: the shortest that shows the line of the docs and is not too wide."""
    entries: dict[str, list[str]] = {}
    for case in all_cases():
        for fence in filter(_is_report, case.expected):
            for name, text in _entries(fence.content):
                entries.setdefault(name, []).append(text)
    return {name: min(texts, key=_rank) for name, texts in entries.items()}


def _is_report(fence: Fence) -> bool:
    return fence.language == "text"


def _rank(text: str) -> tuple[bool, bool, int, str]:
    is_wide = max(map(len, text.splitlines())) > _WIDTH
    return is_wide, " | " not in text, len(text), text


def _entries(report: str) -> Iterator[tuple[str, str]]:
    """The findings of a report, or its rows with the line above them that names the model; each with its code or kind."""
    for block in _blocks(report, indent=0):
        head, _, rows = block.partition("\n")
        if name := _FINDING.match(head):
            yield name["name"] or name["title"], block
            continue
        for row in _blocks(rows, indent=2):
            if name := _ROW.search(row):
                yield name["name"], f"{head}\n{row}"


def _blocks(text: str, indent: int) -> Iterator[str]:
    """The lines of some indentation, each with the lines below it that are indented more."""
    block: list[str] = []
    for line in text.splitlines():
        if block and line and len(line) - len(line.lstrip()) <= indent:
            yield "\n".join(block).rstrip()
            block = []
        block.append(line)
    if block:
        yield "\n".join(block).rstrip()
