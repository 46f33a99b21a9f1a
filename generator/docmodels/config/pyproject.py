"""Write into pyproject.toml. No other module does, and no other knows tomlkit."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import tomlkit

from ..output import write_file
from .places import ConfigError, place_of


def add_table(file: Path, settings: Mapping[str, object]) -> str:
    """Add `[tool.docmodels]` at the end of a pyproject.toml that has no such table; make the file if it is missing.

    What is in the file stays byte for byte; the lines that are added end as its first one does. The file is replaced in
    one step and keeps its mode. A symbolic link stays one: what it leads to is replaced.

    Returns the table as text, with a line end. Raises ConfigError for a file whose `tool` cannot have another table in it,
    and OSError for one that cannot be written.
    """
    before, mode = _read(file)
    table = _table(settings)
    after = before + (_gap(before) + table).replace("\n", _newline(before))
    if _settings(after) != settings:
        message = "tool: expected a table that [tool.docmodels] can be added to; write it as tables like [tool.name]"
        raise ConfigError(message, file, *place_of(file, "tool"))
    write_file(file.resolve(), after.encode("utf-8"), mode)
    return table


def add_ignored(file: Path, codes: Mapping[str, Collection[str]]) -> None:
    """Add codes to `ignore` in `[tool.docmodels]` of a pyproject.toml, by path; make the file, or the table, if need be.

    All else in the file stays byte for byte. Raises ConfigError for a file that cannot have the table in it, and OSError
    for one that cannot be written.
    """
    known = (_settings(_read(file)[0]) or {}).get("ignore", {})
    ignore = {
        path: [*known.get(path, ()), *sorted(set(new_codes) - set(known.get(path, ())))]
        for path, new_codes in codes.items()
    }
    _add(file, "ignore", ignore)


def add_names(file: Path, names: Mapping[str, str]) -> None:
    """Add names of classes to `names` in `[tool.docmodels]` of a pyproject.toml, by selector; see `add_ignored`."""
    _add(file, "names", names)


def _add(file: Path, key: str, values: Mapping[str, object]) -> None:
    """Add values to a table inside of `[tool.docmodels]`, in place of those that have their keys."""
    before, mode = _read(file)
    newline = _newline(before)
    document = tomlkit.parse(before.replace("\r\n", "\n"))
    known = _settings(before) or {}
    if key in known:
        document["tool"]["docmodels"][key].update(values)
        after = tomlkit.dumps(document)
    else:
        text = tomlkit.dumps({"tool": {"docmodels": {key: values}}})
        after = before.replace("\r\n", "\n") + _gap(before) + text
    if _settings(after) != {**known, key: {**known.get(key, {}), **values}}:
        message = (
            f"tool: expected a table that [tool.docmodels.{key}] can be added to; write it as tables like [tool.name]"
        )
        raise ConfigError(message, file, *place_of(file, "tool"))
    write_file(file.resolve(), after.replace("\n", newline).encode("utf-8"), mode)


def _read(file: Path) -> tuple[str, int | None]:
    """The text of a file and its mode; nothing of one that is not there."""
    real = file.resolve()
    try:
        with real.open("r+b") as stream:  # a file that must not be written is not to be replaced either
            return stream.read().decode("utf-8"), real.stat().st_mode
    except FileNotFoundError:
        return "", None


def _newline(text: str) -> str:
    return "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"


def _table(settings: Mapping[str, object]) -> str:
    table, tool, document = tomlkit.table(), tomlkit.table(is_super_table=True), tomlkit.document()
    table.update(settings)
    tool.append("docmodels", table)
    document.append("tool", tool)
    return tomlkit.dumps(document)


def _gap(before: str) -> str:
    """The line ends that are missing for one blank line at the end of a text."""
    if not before:
        return ""
    *_, last, rest = f"\n{before}".split("\n")
    if rest:
        return "\n\n"
    return "\n" if last.strip() else ""


def _settings(text: str) -> dict[str, Any] | None:
    """The table of a text; None where it has none, or is no TOML."""
    try:
        tool = tomllib.loads(text).get("tool")
    except tomllib.TOMLDecodeError:
        return None
    table = tool.get("docmodels") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None
