"""The report: all models and findings of a docs folder as one HTML page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from .. import output
from ..config import Config, project
from ..diagnostics import Diagnostic
from ..frozen import replace
from ..pipeline import result
from ..pipeline.making import rendered
from ..pipeline.result import Result
from ..pipeline.understand import Understanding
from ..sources.paths import absolute
from ..sources.revisions import state_of
from .html_page import MARK, html_page
from .inspection import understood
from .report_data import About, report_data
from .sources import sources
from .text import visible


def report(config: Config, path: str | os.PathLike[str]) -> Result:
    """Write all models and findings as one HTML page.

    Raises ConfigError for an invalid configuration.
    """
    planned, understanding = understood(config)
    findings = result.of(config, planned).diagnostics
    page, file = as_report(config, understanding, findings), Path(path)
    plan = output.compare_file(file, page.encode(), MARK.encode())
    return result.write(config, replace(planned, plan=plan, folder=file.parent))


def as_report(config: Config, understanding: Understanding, findings: Sequence[Diagnostic]) -> str:
    """The page. The same docs, configuration and version give the same bytes.

    findings  the findings to show

    Raises TemplateFault for a template that cannot be used.
    """
    docs = absolute(config.docs)
    named = project(config).get("name")
    about = About(docs.name, named if isinstance(named, str) else "", state_of(docs), config.docs_url)
    classes = sources(rendered(config, understanding)) if understanding.model.declarations else {}
    data = report_data(understanding, findings, about, classes)
    return html_page(f"{visible(about.project or about.docs)}: models", "report.js", data)
