"""docmodels: typed Python models from API documentation in Markdown.

    from docmodels import Config, generate

    result = generate(Config(docs="docs", out="models"))
    for diagnostic in result.diagnostics:
        print(diagnostic.place, diagnostic.message)

The names in `__all__` are public; everything else may change. The package imports each of them on first use.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # typing takes as long to import as all else that `--version` needs
if TYPE_CHECKING:
    from .changes import Change
    from .comparing import Disagreement, Match
    from .config import CompareSettings, Config, ConfigError, ExceptionSettings, FieldSettings, OwnTables
    from .diagnostics import Diagnostic, Place, Severity
    from .limits import Limits
    from .pipeline.build import check, generate
    from .pipeline.compare import Compared, compare
    from .pipeline.diff import Difference, diff
    from .pipeline.export import export
    from .pipeline.learn import Learnt, learn
    from .pipeline.log import LogEntry, log
    from .pipeline.result import Counts, Result
    from .pipeline.sides import Side
    from .pipeline.verify import verify
    from .recordings import Contradiction, Verified
    from .reporting.inspection import Inspection, inspect
    from .reporting.report import report
    from .targets.python import TemplateFault

__version__ = "0.1.0"

_MODULES = {
    "Change": "changes",
    "CompareSettings": "config",
    "Compared": "pipeline.compare",
    "Config": "config",
    "ConfigError": "config",
    "Contradiction": "recordings",
    "Counts": "pipeline.result",
    "Diagnostic": "diagnostics",
    "Difference": "pipeline.diff",
    "Disagreement": "comparing",
    "ExceptionSettings": "config",
    "FieldSettings": "config",
    "Inspection": "reporting.inspection",
    "Learnt": "pipeline.learn",
    "Limits": "limits",
    "LogEntry": "pipeline.log",
    "Match": "comparing",
    "OwnTables": "config",
    "Place": "diagnostics",
    "Result": "pipeline.result",
    "Severity": "diagnostics",
    "Side": "pipeline.sides",
    "TemplateFault": "targets.python",
    "Verified": "recordings",
    "check": "pipeline.build",
    "compare": "pipeline.compare",
    "diff": "pipeline.diff",
    "export": "pipeline.export",
    "generate": "pipeline.build",
    "inspect": "reporting.inspection",
    "learn": "pipeline.learn",
    "log": "pipeline.log",
    "report": "reporting.report",
    "verify": "pipeline.verify",
}

__all__ = [
    "Change",
    "CompareSettings",
    "Compared",
    "Config",
    "ConfigError",
    "Contradiction",
    "Counts",
    "Diagnostic",
    "Difference",
    "Disagreement",
    "ExceptionSettings",
    "FieldSettings",
    "Inspection",
    "Learnt",
    "Limits",
    "LogEntry",
    "Match",
    "OwnTables",
    "Place",
    "Result",
    "Severity",
    "Side",
    "TemplateFault",
    "Verified",
    "check",
    "compare",
    "diff",
    "export",
    "generate",
    "inspect",
    "learn",
    "log",
    "report",
    "verify",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
