"""The table `[tool.docmodels]`, read key by key, with an error at its place for what is not as it should be."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Literal, cast, get_args

from ..diagnostics.codes import CODES
from ..frozen import frozen
from ..limits import Limits
from .places import find
from .settings import ConfigError, FieldSettings, OwnTables, WireCase


@frozen()
class Table:
    """A table of a file, and the file's text, to find the lines of its keys.

    keys  where it is, from `[tool.docmodels]` on
    """

    file: Path
    text: str
    values: Mapping[str, object]
    keys: tuple[str, ...] = ()

    def error(self, message: str, *keys: str) -> ConfigError:
        """What is wrong with the value that `keys` lead to, from this table on."""
        line, column = find(self.text, ("tool", "docmodels", *self.keys, *keys))
        return ConfigError(message, self.file, line, column)

    def named(self, *keys: str) -> str:
        """What messages call the value that `keys` lead to."""
        return ".".join((*self.keys, *keys))

    def wrong(self, wanted: str, value: object, *keys: str) -> ConfigError:
        got = quoted([value]) if isinstance(value, str) else kind(value)
        return self.error(f"{self.named(*keys)}: expected {wanted}, got {got}", *keys)

    def mistyped(self, wanted: str, value: object, *keys: str) -> ConfigError:
        return self.error(f"{self.named(*keys)}: expected {wanted}, got {kind(value)}", *keys)

    def check_keys(self, known: Sequence[str]) -> None:
        for key in self.values:
            if key not in known:
                remedy = suggestion(key, known) or f"; it may have {quoted(known)}"
                table = ".".join(("tool", "docmodels", *self.keys))
                raise self.error(f'unknown key "{key}" in [{table}]{remedy}', key)

    def string(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.mistyped("a string", value, key)
        return value

    def choice(self, key: str, choices: Iterable[str]) -> str:
        """One of `choices`, or "" without the key."""
        return self._chosen(self.string(key), [choice for choice in choices if choice], key)

    def choices(self, key: str, choices: Sequence[str]) -> str | dict[str, str]:
        """One of `choices`, "" without the key, or one of them by patterns of paths."""
        if not isinstance(self.values.get(key), dict):
            if isinstance(self.values.get(key, ""), str):
                return self.choice(key, choices)
            raise self.mistyped("a string, or a table of patterns of paths", self.values[key], key)
        table = self.table(key)
        return {pattern: table.choice(pattern, choices) for pattern in table.values}

    def _chosen(self, value: str, known: Sequence[str], key: str) -> str:
        if value and value not in known:
            message = f"{self.named(key)}: expected {quoted(known)}, got {quoted([value])}"
            raise self.error(message + suggestion(value, known), key)
        return value

    def path(self, key: str) -> Path | None:
        if key not in self.values:
            return None
        value = self.values[key]
        if not isinstance(value, str):
            raise self.mistyped("a path", value, key)
        if not value or "\0" in value:
            raise self.wrong("a path", value, key)
        return Path(value)

    def flag(self, key: str) -> bool | None:
        """A boolean, None without the key."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.mistyped("true or false", value, key)
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.mistyped("an array of strings", value, key)
        for item in value:
            if not isinstance(item, str):
                message = f"an array of strings, got {kind(item)} in it"
                raise self.error(f"{self.named(key)}: expected {message}", key)
        return tuple(value)

    def table(self, key: str) -> Table:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.mistyped("a table", value, key)
        return Table(self.file, self.text, value, (*self.keys, key))

    def tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """Tables by selectors."""
        table = self.table(key)
        for selector, value in table.values.items():
            if isinstance(value, dict):
                yield selector, table.table(selector)
            else:
                raise table.mistyped("a table like { nullable = true }", value, selector)


def fields_of(table: Table) -> dict[str, FieldSettings]:
    """The settings of fields."""
    found: dict[str, FieldSettings] = {}
    known = [setting.name for setting in fields(FieldSettings)]
    for selector, settings in table.tables("fields"):
        nested = next((key for key, value in settings.values.items() if isinstance(value, dict)), None)
        if nested is not None:
            message = f"{settings.named(nested)}: expected a setting, got a table; is a key without quotes?"
            raise settings.error(message, nested)
        settings.check_keys(known)
        for key in ("type", "wire"):
            if settings.values.get(key) == "":
                raise settings.wrong("a name" if key == "wire" else "a type", "", key)
        found[selector] = FieldSettings(
            nullable=settings.flag("nullable"),
            required=settings.flag("required"),
            type=settings.string("type"),
            wire=settings.string("wire"),
            wire_case=cast(WireCase, settings.choice("wire_case", get_args(WireCase))),
        )
    return found


def names_of(table: Table) -> dict[str, str | Literal[False]]:
    """The names of classes, False for those that are left out."""
    names = table.table("names")
    found: dict[str, str | Literal[False]] = {}
    for selector, value in names.values.items():
        if value is False:
            found[selector] = False
        elif isinstance(value, str) and value.isidentifier() and not keyword.iskeyword(value):
            found[selector] = value
        else:
            raise names.wrong("the name of a class, or false", value, selector)
    return found


def ignore_of(table: Table) -> dict[str, tuple[str, ...]]:
    """The codes that are ignored, by patterns of paths."""
    ignore = table.table("ignore")
    found = {pattern: ignore.strings(pattern) for pattern in ignore.values}
    known = [code for code in CODES if CODES[code].is_ignorable]
    for pattern, codes in found.items():
        for code in codes:
            if code not in known:
                why = "cannot be ignored" if code in CODES else f"is not a code{suggestion(code, known)}"
                raise ignore.error(f'{ignore.named(pattern)}: "{code}" {why}', pattern)
    return found


def recordings_of(table: Table) -> dict[str, str | tuple[str, ...]]:
    """The selectors of models, by patterns of the paths of recordings."""
    recordings = table.table("recordings")
    found: dict[str, str | tuple[str, ...]] = {}
    for pattern, value in recordings.values.items():
        names = (value,) if isinstance(value, str) else recordings.strings(pattern)
        if not names or not all(names):
            raise recordings.wrong("the name of a model, or several", value, pattern)
        found[pattern] = value if isinstance(value, str) else names
    return found


def own_tables_of(table: Table) -> tuple[OwnTables, ...]:
    """The words that a team teaches for its own tables."""
    values = table.values.get("tables", [])
    if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
        raise table.mistyped("an array of tables, like [[tool.docmodels.tables]]", values, "tables")
    known = [setting.name for setting in fields(OwnTables)]
    found = []
    for value in values:
        own = Table(table.file, table.text, value, (*table.keys, "tables"))
        own.check_keys(known)
        columns, types = own.table("columns"), own.table("types")
        found.append(
            OwnTables(
                pages=own.strings("pages"),
                columns={role: columns.strings(role) for role in columns.values},
                yes=own.strings("yes"),
                no=own.strings("no"),
                types={word: types.string(word) for word in types.values},
                frames=own.strings("frames"),
                models=own.strings("models"),
                not_models=own.strings("not_models"),
            )
        )
    return tuple(found)


def limits_of(table: Table) -> Limits:
    limits = table.table("limits")
    limits.check_keys([setting.name for setting in fields(Limits)])
    found: dict[str, int] = {}
    for name, number in limits.values.items():
        if isinstance(number, bool) or not isinstance(number, int):
            raise limits.mistyped("an integer", number, name)
        if number < 1:
            raise limits.error(f"{limits.named(name)}: expected at least 1, got {number}", name)
        found[name] = number
    return Limits(**found)


def base_of(table: Table) -> str:
    """The dotted name of a class, "" without the key."""
    base = table.string("base")
    parts = base.split(".")
    if base and (len(parts) < 2 or not all(part.isidentifier() and not keyword.iskeyword(part) for part in parts)):
        raise table.wrong('a class with its module, like "acme.Model"', base, "base")
    return base


def kind(value: object) -> str:
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


def quoted(words: Iterable[str]) -> str:
    """`"a"`, `"a" or "b"`, `"a", "b" or "c"`."""
    *others, last = [f'"{word}"' for word in words]
    return f"{', '.join(others)} or {last}" if others else last


def suggestion(word: str, known: Sequence[str]) -> str:
    import difflib  # only where something is wrong

    close = difflib.get_close_matches(word, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
