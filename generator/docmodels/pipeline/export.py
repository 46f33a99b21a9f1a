"""Write the models of the docs in forms for other tools."""

from __future__ import annotations

import os
from pathlib import Path

from .. import output
from ..config import Config, ConfigError, project, quoted
from ..targets.json_schema import MARKS, Format, Style, documents
from . import result
from .read import Progress
from .result import Planned, Result, overview
from .settings import usable
from .understand import understand


def export(
    config: Config,
    path: str | os.PathLike[str],
    form: Format = "jsonschema",
    *,
    title: str = "",
    version: str = "",
    check: bool = False,
    progress: Progress | None = None,
) -> Result:
    """Write the models of the docs as JSON Schema or OpenAPI. Files that are up to date stay untouched.

    path      a document, if it ends with `.json`; else a folder with a file for each model (JSON Schema only)
    form      "jsonschema" or "openapi"
    title     the name of the API; by default, `name` of `[project]` beside the configuration, else the docs folder's
    version   the version of the API, for OpenAPI only; by default, `version` of `[project]`, else "0"
    check     whether to compare only: the result has the difference, and the run writes nothing
    progress  called with the number of steps done, and of all steps

    If no page describes a model, the run writes nothing.

    Raises ConfigError for an invalid configuration, path or form.
    """
    if form not in MARKS:
        raise ConfigError(f'form: expected {quoted(MARKS)}, got "{form}"')
    if form == "openapi" and not _is_document(Path(path)):
        raise ConfigError(f'OpenAPI is one document: name a file that ends in .json, not "{path}"')
    info = project(config)
    named = title or _text(info.get("name")) or config.docs.name, version or _text(info.get("version")) or "0"
    planned = _plan(usable(config, writes_models=False), form, Path(path), named, progress)
    return result.check(config, planned) if check else result.write(config, planned)


def _is_document(path: Path) -> bool:
    return path.suffix == ".json"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _plan(config: Config, form: Format, path: Path, named: tuple[str, str], progress: Progress | None) -> Planned:
    """The files of an export. `named` is the title and the version of the API."""
    understood = understand(config, progress=progress)
    model, docs = understood.model, understood.docs
    if not model.declarations:
        return Planned(overview(docs, 0, understood.diagnostics))
    style: Style = "document" if _is_document(path) else "files"
    files = documents(model, understood.directions.requests, form, style, *named)
    if style == "document":
        plan, folder = output.compare_file(path, files[""], MARKS[form]), path.parent
    else:
        plan, folder = output.compare(path, files, MARKS[form]), path
    return Planned(overview(docs, len(model.declarations), understood.diagnostics), plan, folder)
