"""A value that docs show, and where its keys stand."""

from __future__ import annotations

from ..frozen import frozen
from ..model.declarations import Direction, Json
from ..model.shapes import ELIDED
from ..regexes import regex

_ELLIPSIS = frozenset({"...", "…", "....", "[...]", "{...}", "(...)", "[…]", "{…}"})
_KEY = regex(r'"((?:[^"\\]|\\.)*+)"(?=(\s*+:)?)')


class Unreadable(ValueError):
    """A block that looks like an example, and cannot be read."""


@frozen()
class Document:
    """One value of a block.

    offsets     where the keys of its objects stand in the block, in the order of the docs; of a text that is no JSON
                in the strict sense of the word, and of one that has a key twice, there may be none
    is_elided   the example leaves something out, or breaks off
    is_json     it is JSON, so that its keys are names on the wire; else it is YAML or TOML
    direction   whether a client sends or receives it, where the block says so
    """

    value: Json
    offsets: tuple[int, ...] = ()
    is_elided: bool = False
    is_json: bool = True
    direction: Direction | None = None


def with_elisions(value: Json) -> Json:
    """The value with ELIDED for each text that is nothing but an ellipsis."""
    if isinstance(value, dict):
        return {key: with_elisions(part) for key, part in value.items() if key not in _ELLIPSIS}
    if isinstance(value, list):
        return [with_elisions(part) for part in value]
    return ELIDED if isinstance(value, str) and value in _ELLIPSIS else value


def key_offsets(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the keys of strict JSON stand."""
    return tuple(match.start() for match in _KEY.finditer(text, start, end) if match[2] is not None)


def key_count(value: Json) -> int:
    """How many keys a value has, at any depth."""
    if isinstance(value, dict):
        return len(value) + sum(map(key_count, value.values()))
    return sum(map(key_count, value)) if isinstance(value, list) else 0
