"""The documentation as values: the examples and tables of README.md and docs/, for the tests that hold them true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docmodels.markdown import Fence, Page, Section, Table, read_page

ROOT = Path(__file__).parents[1]


def document(path: str) -> Page:
    """A page of the documentation."""
    page, problems = read_page(path, (ROOT / path).read_bytes())
    assert page is not None
    assert problems == ()
    return page


def section(page: Page, heading: str) -> Section:
    """The only section under the heading."""
    (section_,) = [section for section in page.sections if section.heading.text == heading]
    return section_


def fences(page: Page, info: str) -> list[str]:
    """What the page's fences of a kind hold, in their order; each line with its end."""
    blocks = (block for section in page.sections for block in section.blocks)
    return [f"{block.text}\n" for block in blocks if isinstance(block, Fence) and block.info == info]


def recipe(heading: str, info: str, index: int = 0) -> str:
    """What a fence of docs/ci.md holds: one of a kind, counted within the section under the heading."""
    blocks = section(document("docs/ci.md"), heading).blocks
    texts = [f"{block.text}\n" for block in blocks if isinstance(block, Fence) and block.info == info]
    return texts[index]


def tables(page: Page, first_column: str) -> Iterator[Table]:
    """The page's tables whose first column has the heading, in their order."""
    return (table for section in page.sections for table in section.tables if table.header[0].text == first_column)


def column(table: Table, heading: str) -> Sequence[str]:
    """The text of a table's cells under a heading."""
    (index,) = [index for index, cell in enumerate(table.header) if cell.text == heading]
    return [row.cells[index].text for row in table.rows]
