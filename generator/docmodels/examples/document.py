"""A value that docs show, with the places of its keys."""

from __future__ import annotations

from ..frozen import frozen
from ..model.declarations import Direction, Json
from ..model.shapes import ELIDED
from ..patterns import regex

_ELLIPSIS = frozenset({"...", "…", "....", "[...]", "{...}", "(...)", "[…]", "{…}"})
_KEY = regex(r'"((?:[^"\\]|\\.)*+)"(?=(\s*+:)?)')


class Unreadable(ValueError):
    """A block that looks like an example but cannot be read."""


@frozen()
class Document:
    """One value of a block.

    offsets     the positions of the keys of its objects in the block, in the order of the docs; there may be none for a
                text that is no strict JSON, or that has a key twice
    is_elided   whether the example leaves something out, or breaks off
    is_json     whether it is JSON, with names on the wire as keys; if not, it is YAML or TOML
    direction   whether a client sends or receives it; None if the block does not show that
    lead        the line of words right above it in the block: `# Response`
    """

    value: Json
    offsets: tuple[int, ...] = ()
    is_elided: bool = False
    is_json: bool = True
    direction: Direction | None = None
    lead: str = ""


def with_elisions(value: Json) -> Json:
    """The value with ELIDED in place of each text that is an ellipsis."""
    if isinstance(value, dict):
        return {key: with_elisions(part) for key, part in value.items() if key not in _ELLIPSIS}
    if isinstance(value, list):
        return [with_elisions(part) for part in value]
    return ELIDED if isinstance(value, str) and value in _ELLIPSIS else value


def key_offsets(text: str, start: int, end: int) -> tuple[int, ...]:
    """The positions of the keys in strict JSON."""
    return tuple(match.start() for match in _KEY.finditer(text, start, end) if match[2] is not None)


def key_count(value: Json) -> int:
    """The number of keys in a value, at any depth."""
    if isinstance(value, dict):
        return len(value) + sum(map(key_count, value.values()))
    return sum(map(key_count, value)) if isinstance(value, list) else 0
