"""The value of a document, with the line of each key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...frozen import frozen
from ...patterns import regex
from ...recordings.parsing import load_pairs
from ...recordings.yaml_files import read_yaml_with_lines

Lines = Mapping[int, Mapping[str, int]]
"""`id` of an object → key → line."""

_TOKEN = regex(r'"(?:[^"\\]|\\.)*"|[{}:\n]', re.DOTALL)


@frozen()
class Document:
    """A file, its value, and the lines of its keys. `lines` knows objects by `id`, so `value` must live as long."""

    path: str
    value: object
    lines: Lines

    def line(self, owner: object, key: str) -> int:
        """The line of a key of an object; 0 if unknown."""
        return self.lines.get(id(owner), {}).get(key, 0)


def document(path: str, text: str) -> Document:
    """Read a document: YAML if its path ends with `.yml` or `.yaml`, else JSON. Raises ValueError for any other text."""
    if path.endswith((".yml", ".yaml")):
        return Document(path, *read_yaml_with_lines(text))
    lines: dict[int, Mapping[str, int]] = {}

    def made(pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        lines[id(value)] = dict(zip((key for key, _ in pairs), next(of_objects), strict=True))
        return value

    of_objects = _lines_of_keys(text)
    value = load_pairs(text, made)
    return Document(path, value, lines)


def _lines_of_keys(text: str) -> Iterator[list[int]]:
    """The lines of the keys of each object of a JSON text, in the order in which the objects end."""
    line, last, open_objects = 1, 1, list[list[int]]()
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "\n":
                line += 1
            case "{":
                open_objects.append([])
            case ":":
                if open_objects:
                    open_objects[-1].append(last)
            case "}":
                if open_objects:
                    yield open_objects.pop()
            case _:
                last = line
