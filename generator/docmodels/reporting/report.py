"""The report: all models and findings of a docs folder as one HTML page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .. import output
from ..config import Config
from ..diagnostics import Diagnostic
from ..pipeline import result
from ..pipeline.result import Result
from ..pipeline.understand import Understanding
from ..sources.paths import absolute
from .html_page import MARK, html_page
from .inspection import understood
from .report_data import report_data
from .text import visible


def report(config: Config, path: str | os.PathLike[str]) -> Result:
    """Write all models and findings as one HTML page.

    Raises ConfigError for a configuration that cannot be used.
    """
    planned, understanding = understood(config)
    findings = result.of(config, planned).diagnostics
    page, file = as_report(understanding, findings, absolute(config.docs).name), Path(path)
    plan = output.compare_file(file, page.encode(), MARK.encode())
    return result.write(config, replace(planned, plan=plan, folder=file.parent))


def as_report(understanding: Understanding, findings: Sequence[Diagnostic], docs: str) -> str:
    """The page; the same docs, configuration and version give the same bytes.

    findings  the findings to show
    docs      the name of the docs folder
    """
    return html_page(f"{visible(docs)}: models", "report.js", report_data(understanding, findings, docs))
