"""Kinds of single values. A kind reads a value of TOML or Python, and has a JSON Schema for editors.

    text("a name", str.isidentifier).read("room", at)  ->  "room"

records.py has the kinds that consist of others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol

from ..frozen import frozen
from .places import At, quoted, suggestion

Schema = dict[str, Any]
KnownNames = Mapping[str, Sequence[str]]
""""family", "language", "flavour" or "change" → the names that a run knows."""


class Kind(Protocol):
    """See the module. `wanted` describes the value in messages: "a path"."""

    @property
    def wanted(self) -> str: ...

    def read(self, value: object, at: At) -> Any:
        """The value for `Config`. Raises ConfigError for an invalid value."""
        ...

    def schema(self, names: KnownNames) -> Schema: ...


def _always(value: object) -> bool:
    return True


def _same(value: Any) -> Any:
    return value


@frozen()
class Scalar:
    """A text, a boolean, an integer or a path.

    types     its types in Python
    rule      its JSON Schema
    is_valid  whether a value of these types is valid
    make      makes the value for `Config`
    """

    types: tuple[type, ...]
    wanted: str
    rule: Schema = field(hash=False)
    is_valid: Callable[[Any], bool] = _always
    make: Callable[[Any], Any] = _same

    def read(self, value: object, at: At) -> Any:
        if not isinstance(value, self.types) or (isinstance(value, bool) and bool not in self.types):
            raise at.unexpected(self.wanted, value)
        if not self.is_valid(value):
            raise at.wrong(f"expected {self.wanted}, got {value if isinstance(value, int) else quoted([str(value)])}")
        return self.make(value)

    def schema(self, names: KnownNames) -> Schema:
        return self.rule


def text(wanted: str, is_valid: Callable[[str], bool] = bool, pattern: str = "") -> Scalar:
    """The kind of valid texts; `pattern` is a regular expression for editors."""
    return Scalar(
        (str,), wanted, {"type": "string", **({"pattern": pattern} if pattern else {"minLength": 1})}, is_valid
    )


STRING = text("a string", _always)


@frozen()
class Known:
    """A name that a run knows, such as a flavour's. If `at` has no names, `check_names` checks it later."""

    of: str
    wanted: str = "a string"

    def read(self, value: object, at: At) -> str:
        name = str(STRING.read(value, at))
        if at.names and not self.is_known(name, at.names):
            raise at.wrong(not_known(name, at.names[self.of]))
        return name

    def is_known(self, name: str, names: KnownNames) -> bool:
        """Whether a run knows the name. "" stands for no choice of a family or language."""
        return (not name and self.of != "flavour") or name in names[self.of]

    def schema(self, names: KnownNames) -> Schema:
        return {"enum": list(names[self.of])}


@frozen()
class Choice:
    """One of some texts."""

    choices: tuple[str, ...]
    wanted: str = "a string"

    def read(self, value: object, at: At) -> str:
        text: str = STRING.read(value, at)
        if text not in self.choices:
            raise at.wrong(not_known(text, [choice for choice in self.choices if choice]))
        return text

    def schema(self, names: KnownNames) -> Schema:
        return {"enum": [choice for choice in self.choices if choice]}


def not_known(text: str, known: Sequence[str]) -> str:
    """The message about an unknown text."""
    return f"expected {quoted(known)}, got {quoted([text])}{suggestion(text, known)}"
