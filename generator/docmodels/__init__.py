"""docmodels: typed Python models from API documentation in Markdown.

    from docmodels import Config, generate

    result = generate(Config(docs=Path("docs"), out=Path("models")))
    for diagnostic in result.diagnostics:
        print(diagnostic.place, diagnostic.message)

The names in `__all__` are public; everything else may change. The package imports each of them on first use.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # typing takes as long to import as all else that `--version` needs
if TYPE_CHECKING:
    from .config import Config, ConfigError
    from .diagnostics import Diagnostic, Place, Severity
    from .pipeline.build import Counts, Result, check, generate
    from .targets.python import TemplateFault

__version__ = "0.1.0"

__all__ = [
    "Config",
    "ConfigError",
    "Counts",
    "Diagnostic",
    "Place",
    "Result",
    "Severity",
    "TemplateFault",
    "check",
    "generate",
]

_MODULES = {
    "Config": "config",
    "ConfigError": "config",
    "Counts": "pipeline.build",
    "Diagnostic": "diagnostics",
    "Place": "diagnostics",
    "Result": "pipeline.build",
    "Severity": "diagnostics",
    "TemplateFault": "targets.python",
    "check": "pipeline.build",
    "generate": "pipeline.build",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
