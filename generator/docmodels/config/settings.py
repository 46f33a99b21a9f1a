"""The configuration: `[tool.docmodels]` in pyproject.toml, and the defaults of what it leaves out.

[tool.docmodels]
docs = "docs_in"
out = "generated"
exclude = ["drafts/*"]

[tool.docmodels.wire_names]
"Room.RoomId" = "room_id"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Literal, cast, get_args

from ..limits import Limits

WireCase = Literal["", "camel", "snake", "as_written"]


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is told.

    docs        the folder of the Markdown pages
    out         the folder that becomes the package of the models
    language    the notation of the types, one of `families.LANGUAGES`; "" finds it out
    wire_case   how the JSON spells the fields' names; "" learns it from the docs
    wire_names  the name in the JSON by `Title.Field`, both as the docs show them
    templates   a folder of templates to use instead of the ones that come along
    strict      warnings fail the run, as errors do
    exclude     glob patterns, relative to `docs`, of pages to leave out
    limits      how much is read of one page
    file        the pyproject.toml that all of this was read from, None where it was not
    """

    docs: Path = Path("docs_in")
    out: Path = Path("generated")
    language: str = ""
    wire_case: WireCase = ""
    wire_names: Mapping[str, str] = field(default_factory=dict, hash=False)
    templates: Path | None = None
    strict: bool = False
    exclude: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    file: Path | None = None


class ConfigError(Exception):
    """The configuration or the command line is wrong; `str` gives `file:line:column: message`.

    message  one line, without the place
    file     the file that is wrong, None where it is no file
    line     counted from 1, 0 where it is not known
    column   counted from 1 in characters, 0 where it is not known
    """

    def __init__(self, message: str, file: Path | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__(message, file, line, column)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        if self.file is None:
            return self.message
        place = [str(number) for number in (self.line, self.column) if number]
        return f"{':'.join([self.file.as_posix(), *place])}: {self.message}"


def load(folder: Path, languages: Sequence[str]) -> Config:
    """The configuration that holds in a folder.

    It stands in the nearest pyproject.toml, in the folder or above it, that has a table `[tool.docmodels]`.
    Paths in it, and the defaults of paths, are relative to where it stands. Without one, the defaults hold,
    relative to `folder`.

    Raises `ConfigError` for a pyproject.toml that cannot be read, and for a key or a value that does not exist.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        table = _read(place / "pyproject.toml")
        if table is not None:
            return _config(table, place, languages)
    defaults = Config()
    return replace(defaults, docs=folder / defaults.docs, out=folder / defaults.out)


def place_of(file: Path, *keys: str) -> tuple[int, int]:
    """Line and column of the key that `keys` lead to in a file of valid TOML, 0 and 0 where it cannot be told."""
    return _find(file.read_text(encoding="utf-8"), keys)


@dataclass(frozen=True, slots=True)
class _Table:
    """The table `[tool.docmodels]` of a file, and the file's text, in which to find the lines of its keys."""

    file: Path
    text: str
    values: Mapping[str, object]

    def error(self, message: str, *keys: str) -> ConfigError:
        """What is wrong with the value that `keys` lead to, from the table on."""
        line, column = _find(self.text, ("tool", "docmodels", *keys))
        return ConfigError(message, self.file, line, column)

    def mistyped(self, wanted: str, value: object, *keys: str) -> ConfigError:
        message = f"{'.'.join(keys)}: expected {wanted}, got {_kind(value)}"
        return self.error(message, *keys)

    def string(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.mistyped("a string", value, key)
        return value

    def choice(self, key: str, choices: Iterable[str]) -> str:
        """One of `choices`, or "" where there is none."""
        value = self.string(key)
        known = [choice for choice in choices if choice]
        if value and value not in known:
            raise self.error(
                f"{key}: expected {_quoted(known)}, got {_quoted([value])}" + _suggestion(value, known),
                key,
            )
        return value

    def path(self, key: str) -> Path | None:
        if key not in self.values:
            return None
        value = self.values[key]
        if not isinstance(value, str):
            raise self.mistyped("a path", value, key)
        if not value or "\0" in value:
            raise self.error(f"{key}: expected a path, got {_quoted([value])}", key)
        return Path(value)

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.mistyped("true or false", value, key)
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.mistyped("an array of strings", value, key)
        for item in value:
            if not isinstance(item, str):
                message = f"an array of strings, got {_kind(item)} in it"
                raise self.error(f"{key}: expected {message}", key)
        return tuple(value)

    def names(self, key: str) -> dict[str, str]:
        """Names by `Title.Field`."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.mistyped("a table", value, key)
        for name, wire in value.items():
            if isinstance(wire, dict):
                message = "expected a string, got a table; is a key without quotes?"
                raise self.error(f"{key}.{name}: {message}", key, name)
            if not isinstance(wire, str):
                raise self.mistyped("a string", wire, key, name)
            if not all(name.partition(".")):
                message = f"expected a key like {_quoted(['Title.Field'])}"
                raise self.error(f"{key}: {message}, got {_quoted([name])}", key, name)
            if not wire:
                message = f"{key}.{name}: expected a name, got {_quoted([wire])}"
                raise self.error(message, key, name)
        return dict(value)

    def limits(self, key: str) -> Limits:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.mistyped("a table", value, key)
        known = [setting.name for setting in fields(Limits)]
        for name, number in value.items():
            if name not in known:
                raise self.error(_unknown(name, f"tool.docmodels.{key}", known), key, name)
            if isinstance(number, bool) or not isinstance(number, int):
                raise self.mistyped("an integer", number, key, name)
            if number < 1:
                raise self.error(f"{key}.{name}: expected at least 1, got {number}", key, name)
        return Limits(**value)


def _config(table: _Table, base: Path, languages: Sequence[str]) -> Config:
    known = [setting.name for setting in fields(Config) if setting.name != "file"]
    for key in table.values:
        if key not in known:
            raise table.error(_unknown(key, "tool.docmodels", known), key)
    templates = table.path("templates")
    if templates and not (base / templates).is_dir():
        missing = f'templates: no folder "{templates.as_posix()}"'
        raise table.error(missing, "templates")
    defaults = Config()
    return Config(
        docs=base / (table.path("docs") or defaults.docs),
        out=base / (table.path("out") or defaults.out),
        language=table.choice("language", languages),
        wire_case=cast(WireCase, table.choice("wire_case", get_args(WireCase))),
        wire_names=table.names("wire_names"),
        templates=base / templates if templates else None,
        strict=table.flag("strict"),
        exclude=table.strings("exclude"),
        limits=table.limits("limits"),
        file=table.file,
    )


def _read(file: Path) -> _Table | None:
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
        line, column = _find(text, ("tool", "docmodels"))
        message = f"tool.docmodels: expected a table, got {_kind(data)}"
        raise ConfigError(message, file, line, column)
    return _Table(file, text, data)


def _taken_apart(message: str) -> tuple[str, int, int]:
    """The message of a TOMLDecodeError without the place at its end, and the place."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    return (found[1], int(found[2]), int(found[3])) if found else (message, 0, 0)


def _find(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """Line and column of the key that `keys` lead to in a valid TOML text, 0 and 0 where it cannot be told.

    It is on the last line that names the key and has nothing but whole statements without the key before it.
    """
    lines = text.split("\n")
    found = (0, 0)
    for number, line in enumerate(lines):
        if keys[-1] not in line:
            continue
        try:
            before: object = tomllib.loads("\n".join(lines[:number]))
        except ValueError:
            continue
        for key in keys:
            before = before.get(key) if isinstance(before, dict) else None
        if before is not None:
            break
        found = (number + 1, line.index(keys[-1]) + 1)
    return found


def _kind(value: object) -> str:
    """What a TOML value is, in the words of the TOML specification."""
    kinds: Mapping[type, str] = {
        str: "a string",
        bool: "a boolean",
        int: "an integer",
        float: "a float",
        list: "an array",
        dict: "a table",
    }
    return kinds.get(type(value), "a date or time")


def _quoted(words: Iterable[str]) -> str:
    """`"a"`, `"a" or "b"`, `"a", "b" or "c"`."""
    *others, last = [f'"{word}"' for word in words]
    return f"{', '.join(others)} or {last}" if others else last


def _unknown(key: str, table: str, known: Sequence[str]) -> str:
    remedy = _suggestion(key, known) or f"; it may have {_quoted(known)}"
    return f'unknown key "{key}" in [{table}]{remedy}'


def _suggestion(word: str, known: Sequence[str]) -> str:
    import difflib  # only where something is wrong

    close = difflib.get_close_matches(word, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
