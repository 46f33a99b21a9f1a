"""Find the configuration and read it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from .kinds import Record
from .places import At, ConfigError, find, kind
from .settings import LIKELY, Config

_RECORD = Record(Config, without=("file",))


def load(folder: Path) -> Config:
    """The configuration for a folder.

    It stands in the nearest pyproject.toml, in the folder or above it, with a table `[tool.docmodels]`. Paths in it, and
    the defaults of paths, are relative to that file. Without such a file, the result has the defaults, relative to
    `folder`. By default, the docs are in the first folder of `LIKELY` that exists.

    Raises `ConfigError` for a pyproject.toml that cannot be read, and for an unknown key or a wrong value. The names of
    families, languages and flavours are not checked: see `check_names`.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        table = _read(place / "pyproject.toml")
        if table is not None:
            return _config(*table, place)
    return replace(Config(), docs=folder / _likely(folder), out=folder / Config().out)


def _likely(folder: Path) -> Path:
    return next((Path(name) for name in LIKELY if (folder / name).is_dir()), Config().docs)


def _config(table: dict[str, object], at: At, base: Path) -> Config:
    values = {"docs": _likely(base), "out": Config().out, **_RECORD.read_fields(table, at)}
    paths = {key: base / value for key, value in values.items() if isinstance(value, Path)}
    return Config(**{**values, **paths, "file": at.file})


def _read(file: Path) -> tuple[dict[str, object], At] | None:
    """The table `[tool.docmodels]` of a file and its place; None if there is no such file or table."""
    try:
        source = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", file) from error
    try:
        text = source.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise ConfigError("not UTF-8 text", file, line, column) from error
    try:
        data: object = tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError("invalid TOML: nested too deeply", file) from error
    except ValueError as error:  # TOMLDecodeError, and what int() makes of huge numbers
        message, line, column = _taken_apart(str(error))
        raise ConfigError(f"invalid TOML: {message}", file, line, column) from error
    for key in ("tool", "docmodels"):
        if not isinstance(data, dict) or key not in data:
            return None
        data = data[key]
    if not isinstance(data, dict):
        line, column = find(text, ("tool", "docmodels"))
        message = f"tool.docmodels: expected a table, got {kind(data)}"
        raise ConfigError(message, file, line, column)
    return data, At((), file, text)


def _taken_apart(message: str) -> tuple[str, int, int]:
    """The message of a TOMLDecodeError without the place at its end, and the place."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    return (found[1], int(found[2]), int(found[3])) if found else (message, 0, 0)
