"""The report: all models of a docs folder as one HTML page."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Diagnostic
from ..pipeline.understand import Understanding
from .html_page import html_page
from .report_data import report_data
from .text import visible


def as_report(understanding: Understanding, found: Sequence[Diagnostic], docs: str) -> str:
    """The page; the same docs, configuration and version give the same bytes.

    found  the findings to show
    docs   what the docs folder is called
    """
    return html_page(f"{visible(docs)}: models", "report.js", report_data(understanding, found, docs))
