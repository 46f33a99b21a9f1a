"""pyproject.toml, written to: the only module that does, and the only one that knows tomlkit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomlkit

from ..output import write_file
from .settings import ConfigError, place_of


def add_table(file: Path, settings: Mapping[str, str]) -> str:
    """Add `[tool.docmodels]` at the end of a pyproject.toml that has no such table; make the file if there is none.

    What is in the file stays byte for byte; the lines that are added end as its first one does. The file is replaced in
    one step and keeps its mode. A symbolic link stays one: what it leads to is replaced.

    Returns the table as text, with a line end. Raises ConfigError for a file whose `tool` cannot have another table in it,
    and OSError for one that cannot be written.
    """
    real = file.resolve()
    try:
        with real.open("r+b") as stream:  # a file that must not be written is not to be replaced either
            before, mode = stream.read().decode("utf-8"), real.stat().st_mode
    except FileNotFoundError:
        before, mode = "", None
    table = _table(settings)
    added = _gap(before) + table
    newline = "\r\n" if before.partition("\n")[0].endswith("\r") else "\n"
    after = before + added.replace("\n", newline)
    if not _has(after, settings):
        message = "tool: expected a table that [tool.docmodels] can be added to; write it as tables like [tool.name]"
        raise ConfigError(message, file, *place_of(file, "tool"))
    write_file(real, after.encode("utf-8"), mode)
    return table


def _table(settings: Mapping[str, str]) -> str:
    table, tool, document = tomlkit.table(), tomlkit.table(is_super_table=True), tomlkit.document()
    table.update(settings)
    tool.append("docmodels", table)
    document.append("tool", tool)
    return tomlkit.dumps(document)


def _gap(before: str) -> str:
    """What ends the last line of a text, and leaves one blank behind it."""
    if not before:
        return ""
    *_, last, rest = f"\n{before}".split("\n")
    if rest:
        return "\n\n"
    return "\n" if last.strip() else ""


def _has(text: str, settings: Mapping[str, str]) -> bool:
    """Whether a text is valid TOML with these settings in its table."""
    try:
        tool = tomllib.loads(text).get("tool")
    except tomllib.TOMLDecodeError:
        return False
    return isinstance(tool, dict) and tool.get("docmodels") == settings
