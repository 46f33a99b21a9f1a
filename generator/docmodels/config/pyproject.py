"""Write into pyproject.toml. Only this module does, and only this module knows tomlkit."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import tomlkit

from ..output import write_file
from .places import ConfigError, place_of


def add_table(file: Path, settings: Mapping[str, object]) -> str:
    """Add `[tool.docmodels]` at the end of a pyproject.toml without such a table; make the file if it is missing.

    The rest of the file stays, byte for byte. New lines end as the first line of the file does. The file is replaced in one
    step and keeps its mode. A symbolic link stays, and its target is replaced.

    Returns the table as text, with a line end. Raises ConfigError if `tool` in the file cannot have another table, and
    OSError if the file cannot be written.
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
    """Add codes to `ignore` in `[tool.docmodels]` of a pyproject.toml; make the file or the table if it is missing.

    The rest of the file stays, byte for byte. Raises ConfigError if the file cannot have the table, and OSError if it
    cannot be written.

    codes  pattern of paths → codes
    """
    known = (_settings(_read(file)[0]) or {}).get("ignore", {})
    ignore = {
        path: [*known.get(path, ()), *sorted(set(new_codes) - set(known.get(path, ())))]
        for path, new_codes in codes.items()
    }
    _add(file, "ignore", ignore)


def add_names(file: Path, names: Mapping[str, str]) -> None:
    """Add names of classes, by selector, to `names` in `[tool.docmodels]` of a pyproject.toml; see `add_ignored`."""
    _add(file, "names", names)


def _add(file: Path, key: str, values: Mapping[str, object]) -> None:
    """Add values to a table inside `[tool.docmodels]`, in place of values with the same keys."""
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
    """The text of a file and its mode; "" and None for a missing one."""
    real = file.resolve()
    try:
        with real.open("r+b") as stream:  # a read-only file must not be replaced either
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
    """The line ends that a text needs for one blank line at its end."""
    if not before:
        return ""
    *_, last, rest = f"\n{before}".split("\n")
    if rest:
        return "\n\n"
    return "\n" if last.strip() else ""


def _settings(text: str) -> dict[str, Any] | None:
    """The table `[tool.docmodels]` of a text; None if it has none, or is no TOML."""
    try:
        tool = tomllib.loads(text).get("tool")
    except tomllib.TOMLDecodeError:
        return None
    table = tool.get("docmodels") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None
