"""Where the configuration is, and what it says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import cast, get_args

from .places import find
from .settings import LIKELY, Config, ConfigError, Extra, Layout, Unknown, WireCase
from .table import Table, base_of, fields_of, ignore_of, kind, limits_of, names_of, own_tables_of, recordings_of


def load(folder: Path, languages: Sequence[str], families: Sequence[str], flavours: Sequence[str]) -> Config:
    """The configuration for a folder.

    It is in the nearest pyproject.toml, in the folder or above it, that has a table `[tool.docmodels]`. Paths in it,
    and the defaults of paths, are relative to that file. Without one, the result has the defaults, relative to
    `folder`. The docs are by default in the first of `LIKELY` that is there.

    languages, families, flavours  the known names

    Raises `ConfigError` for a pyproject.toml that cannot be read, and for a key or a value that does not exist.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        table = _read(place / "pyproject.toml")
        if table is not None:
            return _config(table, place, languages, families, flavours)
    return replace(Config(), docs=folder / _likely(folder), out=folder / Config().out)


def _likely(folder: Path) -> Path:
    return next((Path(name) for name in LIKELY if (folder / name).is_dir()), Config().docs)


def _config(
    table: Table, base: Path, languages: Sequence[str], families: Sequence[str], flavours: Sequence[str]
) -> Config:
    table.check_keys([setting.name for setting in fields(Config) if setting.name != "file"])
    templates = table.path("templates")
    if templates and not (base / templates).is_dir():
        missing = f'templates: no folder "{templates.as_posix()}"'
        raise table.error(missing, "templates")
    samples, learned = table.path("samples"), table.path("learned")
    defaults = Config()
    return Config(
        docs=base / (table.path("docs") or _likely(base)),
        out=base / (table.path("out") or defaults.out),
        family=table.choices("family", families),
        language=table.choices("language", languages),
        wire_case=cast(WireCase, table.choice("wire_case", get_args(WireCase))),
        fields=fields_of(table),
        names=names_of(table),
        base=base_of(table),
        extra=cast(Extra, table.choice("extra", get_args(Extra)) or defaults.extra),
        unknown=cast(Unknown, table.choice("unknown", get_args(Unknown)) or defaults.unknown),
        samples=base / samples if samples else None,
        learned=base / learned if learned else None,
        recordings=recordings_of(table),
        flavour=table.choice("flavour", flavours) or defaults.flavour,
        layout=cast(Layout, table.choice("layout", get_args(Layout)) or defaults.layout),
        templates=base / templates if templates else None,
        strict=table.flag("strict") or False,
        exclude=table.strings("exclude"),
        ignore=ignore_of(table),
        tables=own_tables_of(table),
        limits=limits_of(table),
        file=table.file,
    )


def _read(file: Path) -> Table | None:
    """The table `[tool.docmodels]` of a file, None where there is no such file or table."""
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
    return Table(file, text, data)


def _taken_apart(message: str) -> tuple[str, int, int]:
    """The message of a TOMLDecodeError without the place at its end, and the place."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    return (found[1], int(found[2]), int(found[3])) if found else (message, 0, 0)
