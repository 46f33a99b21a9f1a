"""Find the configuration and read it."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from ..frozen import replace
from ..patterns import regex
from .kinds import KnownNames
from .places import At, ConfigError, Mistakes, find, kind, quoted, suggestion
from .records import Record
from .settings import LIKELY, NO_KEYS, Config, check_names
from .versions import fits_version, is_version

Found = tuple[dict[str, object], At]
"""The table `[tool.docmodels]`, and its place."""

_RECORD = Record(Config, without=NO_KEYS)
PACKAGES = "packages"
"""The table of the packages of a project."""
_PACKAGE = regex(r"[A-Za-z0-9_-]+")


FILES = ("docmodels.toml", "pyproject.toml")
"""The names of files with a configuration."""


def load(
    folder: Path,
    file: Path | None = None,
    names: KnownNames = MappingProxyType({}),
    version: str = "",
    package: str = "",
    beyond: Callable[[Config], object] = lambda _: None,
) -> Config:
    """The configuration for a folder.

    It is in the nearest docmodels.toml or pyproject.toml with a table `[tool.docmodels]`, in the folder or above it. Paths
    in it, and default paths, are relative to that file. Without such a file, the result has the defaults, relative to
    `folder`. By default, the docs are in the first folder of `LIKELY` that exists.

    file     the file with the configuration, in place of the nearest one
    names    the families, languages and flavours that a run knows; without any, `load` does not check these: see
             `check_names`
    version  the running version of docmodels; without one, `load` does not check `required_version`
    package  the name of the package, if the configuration has several
    beyond   checks a configuration further, and raises ConfigError. If some values are wrong, it checks the others, so that
             one error has all mistakes

    Raises ConfigError for a file that cannot be read, for all unknown keys and wrong values, for a package that does not
    exist, and if there are several packages and none is named.
    """
    tables = _table_of(folder, file)
    if tables is not None:
        table, at, base = tables
        if version:
            _check_version(table, at, version)
        return _config(_of_package((table, replace(at, names=names)), package), base, package, beyond)
    if package:
        raise ConfigError(f'--package: no configuration has a package "{package}"')
    return replace(Config(), docs=folder / _likely(folder), out=folder / Config().out)


def package_names(folder: Path, file: Path | None = None, names: KnownNames = MappingProxyType({})) -> tuple[str, ...]:
    """The names of the packages in `[tool.docmodels.packages]`, in their order; see `load` for the rest."""
    tables = _table_of(folder, file)
    return tuple(_packages(tables[0], replace(tables[1], names=names))) if tables is not None else ()


def _table_of(folder: Path, file: Path | None) -> tuple[dict[str, object], At, Path] | None:
    """The table of a configuration, its place, and the folder that its paths are relative to."""
    if file is not None:
        if not file.is_file():
            raise ConfigError(f'--config: no file "{file.as_posix()}"')
        return *_needed(file), file.absolute().parent
    for place in _folders(folder):
        own, shared = (place / name for name in FILES)
        table = _read(shared)
        if own.is_file():
            if table is not None:
                raise ConfigError(f"[tool.docmodels] is in {shared.name} too; keep one of them", own)
            table = _needed(own)
        if table is not None:
            return *table, place
    return None


def _folders(folder: Path) -> Sequence[Path]:
    """The folders that may have the configuration, nearest first."""
    return (folder.absolute(), *folder.absolute().parents)


def candidates(folder: Path, config: Config) -> Sequence[Path]:
    """The files and folders that `load` looks for: if one appears or disappears, the configuration may be another one.

    folder  see `load`
    config  the result of `load`
    """
    folders = _folders(folder)
    base = config.file.absolute().parent if config.file is not None else folders[0]
    nearer = folders[: folders.index(base) + 1] if config.file is not None and base in folders else folders
    return [*(place / name for place in nearer for name in FILES), *(base / name for name in LIKELY)]


def _packages(table: Mapping[str, object], at: At) -> Mapping[str, Mapping[str, object]]:
    """The tables of the packages. If there are any, raises ConfigError for all mistakes in them and at the top."""
    packages = table.get(PACKAGES, {})
    if not isinstance(packages, dict) or not all(isinstance(package, dict) for package in packages.values()):
        raise at.below(PACKAGES).error(f"{PACKAGES}: expected tables like [tool.docmodels.{PACKAGES}.rooms]")
    if packages:
        mistakes, outs = Mistakes(), dict[tuple[str, ...], str]()
        _RECORD.read_right(_top(table), at, mistakes)
        if "learned" in table:
            with mistakes.collected():
                raise at.below("learned").error("learned: each package needs a file of its own")
        for name, own in packages.items():
            place = at.below(PACKAGES).below(name)
            with mistakes.collected():
                if not _PACKAGE.fullmatch(name):  # it becomes part of file names
                    raise place.error(f'packages: "{name}" has characters other than A-Z, a-z, 0-9, - and _')
            _RECORD.read_right(own, place, mistakes)
            with mistakes.collected():
                outs[_separate_out(own, place, outs)] = name
        mistakes.report()
    return packages


def _top(table: Mapping[str, object]) -> Mapping[str, object]:
    """The keys for all packages."""
    return {key: value for key, value in table.items() if key != PACKAGES}


def _separate_out(package: Mapping[str, object], at: At, outs: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    """The output folder of a package, in parts. Raises ConfigError if it is missing, or overlaps with another package's.

    outs  output folder → name of its package, for the other packages
    """
    name = ".".join(at.keys)
    if "out" not in package:
        raise at.error(f"{name}: a package needs an out of its own")
    folder = Path(os.path.normpath(str(package["out"]).casefold())).parts
    for taken, other in outs.items():
        if folder == taken:
            raise at.error(f"{name}: {PACKAGES}.{other} has the same out")
        if folder[: len(taken)] == taken or taken[: len(folder)] == folder:
            raise at.error(f"{name}: one of out and that of {PACKAGES}.{other} is inside of the other")
    return folder


def _of_package(tables: Found, package: str) -> Found:
    """The table of one package: the keys at the top, replaced by its own."""
    table, at = tables
    packages = _packages(table, at)
    if not package and not packages:
        return tables
    if package not in packages:
        problem = f'no package "{package}"{suggestion(package, tuple(packages))}' if package else "several packages"
        raise at.below(PACKAGES).error(
            f"--package: {problem}; there are {quoted(packages)}" if packages else f"--package: {problem}"
        )
    top = _top(table)
    return {**top, **{key: _merged(top.get(key), value) for key, value in packages[package].items()}}, at


def _merged(top: object, own: object) -> object:
    """A value of a package. A table has the keys of the table at the top too, before its own; any other value replaces it."""
    if not isinstance(top, dict) or not isinstance(own, dict):
        return own
    return {key: value for key, value in top.items() if key not in own} | own


def _needed(file: Path) -> Found:
    table = _read(file)
    if table is None:
        raise ConfigError("expected a table [tool.docmodels]", file)
    return table


def project(config: Config) -> Mapping[str, object]:
    """The table `[project]` of the pyproject.toml with the configuration or beside it; empty without one."""
    if config.file is None:
        return {}
    import tomllib

    try:
        table = tomllib.loads(config.file.with_name("pyproject.toml").read_text(encoding="utf-8")).get("project")
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def is_from_file(config: Config, key: str) -> bool:
    """Whether a path comes from the configuration file, not from an option or a default."""
    tables = _read(config.file) if config.file is not None else None
    if tables is None or config.file is None:
        return False
    table, _ = _of_package(tables, config.package)
    return key in table and config.file.absolute().parent / str(table[key]) == getattr(config, key)


def _likely(folder: Path) -> Path:
    return next((Path(name) for name in LIKELY if (folder / name).is_dir()), Config().docs)


def _config(tables: Found, base: Path, package: str, beyond: Callable[[Config], object]) -> Config:
    table, at = tables
    mistakes = Mistakes()
    values = {"docs": _likely(base), "out": Config().out, **_RECORD.read_right(table, at, mistakes)}
    paths = {key: base / value for key, value in values.items() if isinstance(value, Path)}
    config = Config(**{**values, **paths, "file": at.file, "package": package})
    with mistakes.collected():
        if at.names:
            check_names(config, at.names)
    if mistakes:
        with mistakes.collected():
            beyond(config)
    mistakes.report()
    return config


def _check_version(table: Mapping[str, object], at: At, version: str) -> None:
    """Raise ConfigError if the project requires another version, which may know other keys."""
    wanted = table.get("required_version")
    if isinstance(wanted, str) and is_version(wanted) and not fits_version(version, wanted):
        raise at.below("required_version").wrong(f'this is docmodels {version}, and the project requires "{wanted}"')


def _read(file: Path) -> Found | None:
    """The table `[tool.docmodels]` of a file and its place; None if there is no such file or table."""
    try:
        source = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", file) from error
    if source.startswith(codecs.BOM_UTF8):
        raise ConfigError("TOML allows no byte order mark; save the file as UTF-8 without one", file, 1, 1)
    try:
        text = source.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise ConfigError("not UTF-8 text", file, line, column) from error
    import tomllib  # takes longer than all else that a run without a configuration imports for it

    try:
        data: object = tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError("invalid TOML: nested too deeply", file) from error
    except ValueError as error:  # TOMLDecodeError, and the ValueError of int() for huge numbers
        message, line, column = _without_place(str(error))
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


def _without_place(message: str) -> tuple[str, int, int]:
    """The message of a TOMLDecodeError without the place at its end, and the place."""
    match = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    return (match[1], int(match[2]), int(match[3])) if match else (message, 0, 0)
