"""Places in the configuration: keys, their lines in a TOML file, and the error with a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from datetime import date, datetime, time
from pathlib import Path

from ..frozen import frozen, replace


class ConfigError(Exception):
    """A mistake in the configuration or the command line. `str` has a line `file:line:column: message` for each mistake.

    message  one line, without the place
    file     the file with the mistake; None for the command line or Python
    line     counted from 1; 0 if unknown
    column   counted from 1 in characters; 0 if unknown
    errors   all mistakes, each as its own error; this error has the message and the place of the first one
    """

    def __init__(self, message: str, file: Path | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__(message, file, line, column)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.errors: tuple[ConfigError, ...] = (self,)

    def __str__(self) -> str:
        return "\n".join(error._line for error in self.errors)

    @property
    def _line(self) -> str:
        if self.file is None:
            return self.message
        place = [str(number) for number in (self.line, self.column) if number]
        return f"{':'.join([self.file.as_posix(), *place])}: {self.message}"


class Mistakes:
    """Collects the mistakes of several steps, and raises them as one error.

    mistakes = Mistakes()
    for key in keys:
        with mistakes.collected():
            read(key)
    mistakes.report()
    """

    def __init__(self) -> None:
        self._errors: list[ConfigError] = []

    @contextmanager
    def collected(self) -> Iterator[None]:
        """One step. Its ConfigError is kept for `report`."""
        try:
            yield
        except ConfigError as error:
            self._errors += error.errors

    def __bool__(self) -> bool:
        return bool(self._errors)

    def report(self) -> None:
        """Raise one ConfigError for the mistakes of all steps, each once, in the order of the file; nothing without any."""
        if not self._errors:
            return
        errors = sorted({str(error): error for error in self._errors}.values(), key=_in_file)
        joined = ConfigError(errors[0].message, errors[0].file, errors[0].line, errors[0].column)
        joined.errors = tuple(errors)
        raise joined


def _in_file(error: ConfigError) -> tuple[int, int]:
    return error.line, error.column


@frozen()
class At:
    """The keys that lead to a value, from `[tool.docmodels]` on.

    file   the file with the value; None for a value from Python
    text   the text of the file
    names  the names that a run knows: see `kinds.KnownNames`; without any, names are not checked
    """

    keys: tuple[str, ...] = ()
    file: Path | None = None
    text: str = ""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)

    def below(self, key: str) -> At:
        """The place of a key in the table at this place."""
        return replace(self, keys=(*self.keys, key))

    def error(self, message: str) -> ConfigError:
        """The error for the value at this place; its message is complete."""
        line, column = find(self.text, ("tool", "docmodels", *self.keys)) if self.text else (0, 0)
        return ConfigError(message, self.file, line, column)

    def wrong(self, problem: str) -> ConfigError:
        """The error for the value at this place; its message begins with the keys."""
        return self.error(f"{'.'.join(self.keys)}: {problem}")

    def unexpected(self, wanted: str, value: object, within: str = "") -> ConfigError:
        """The error for a value of a wrong type. `within` is the end of the message: " in it"."""
        return self.wrong(f"expected {wanted}, got {kind(value)}{within}")


def place_of(file: Path, *keys: str) -> tuple[int, int]:
    """The line and column of a key in a file of valid TOML; 0 and 0 if unknown."""
    try:
        return find(file.read_text(encoding="utf-8"), keys)
    except (OSError, UnicodeDecodeError):  # the file has changed meanwhile
        return 0, 0


def find(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """The line and column of a key in a valid TOML text; 0 and 0 if unknown.

    It is the last line with the key's name that has only complete statements above it, none of them with the key.
    """
    import tomllib  # few configurations have mistakes

    lines = text.split("\n")
    place = (0, 0)
    for index, line in enumerate(lines):
        if keys[-1] not in line:
            continue
        try:
            value: object = tomllib.loads("\n".join(lines[:index]))
        except ValueError:
            continue
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            break
        place = (index + 1, line.index(keys[-1]) + 1)
    return place


def kind(value: object) -> str:
    """The type of a value, in the words of the TOML specification if TOML has the type."""
    if isinstance(value, date | time | datetime):
        return "a date or time"
    kinds = {str: "a string", bool: "a boolean", int: "an integer", float: "a float", list: "an array", dict: "a table"}
    return kinds.get(type(value)) or ("None" if value is None else f"a value of the type {type(value).__name__}")


def quoted(words: Iterable[str]) -> str:
    """`"a"`, `"a" or "b"`, `"a", "b" or "c"`."""
    *others, last = [f'"{word}"' for word in words]
    return f"{', '.join(others)} or {last}" if others else last


def suggestion(word: str, known: Sequence[str]) -> str:
    """`; did you mean "docs"?`; "" if no known word is close, and not just one begins with the word.

    Dashes before an option do not count.
    """
    import difflib  # only for errors

    folded = {name.casefold().lstrip("-"): name for name in reversed(known)}
    wanted = word.casefold().lstrip("-")
    begun = [name for name in folded if len(wanted) > 1 and name.startswith(wanted)]
    close = begun if len(begun) == 1 else difflib.get_close_matches(wanted, folded, n=1)
    return f'; did you mean "{folded[close[0]]}"?' if close else ""
