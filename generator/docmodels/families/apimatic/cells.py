"""Cells of types with one link around all, and of descriptions with limits, defaults and constants behind."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import Any

from ...frozen import frozen, replace
from ...markdown import Inline
from ...model.declarations import UNCONSTRAINED, Constraints, Json
from ...model.names import folded
from ...model.strict_json import read_json, read_number
from ...patterns import regex
from ...tables.texts import joined

_LINKED = regex(r"\[`?(?P<type>(?:[^\[\]]|\[[^\[\]]*\])*?)`?\]\((?P<href>[^()\s]*)\)\s*")
_NAME = regex(r"[A-Za-z_][\w.\\]*")
_MISSING = regex(r"\s*\\?\|\s*undefined\b")
_INDEXED = regex(r"\s+this\[.*\]\s*\Z")
_LIST_OF = regex(r"\b(?P<list>List|Array) of (?P<item>[^|]*[^|\s\\])")
_MAP_OF = regex(r"\b(?P<map>Hash|Dict|dict) of (?P<item>[^|]*[^|\s\\])")
_HASH = regex(r"(?<=\w) Hash\b")
_MODELS = "/models/"
_NOTES = regex(r"\s*(?:<br\s*/?>)?\s*\*\*(?P<name>Constraints|Default|Value)\*\*:\s*")
_LIMIT = regex(
    r"\*(?P<name>[A-Z][A-Za-z ]+)\*: `(?P<value>[^`]*)`|`(?P<sign>[<>]=?) ?(?P<bound>[^`]*)`|\*(?P<mark>[A-Z][A-Za-z ]+)\*"
)
_WORD = regex(r"\w")
_CODE = regex(r"`(?P<code>[^`]*)`")
_SUFFIXED = regex(r"(-?\d+(?:\.\d+)?)[dDfFlLmM]")
_WORDS = {"True": True, "False": False}
_NAMES = {
    "Minimum Length": "min_length",
    "Maximum Length": "max_length",
    "Minimum Items": "min_items",
    "Maximum Items": "max_items",
    "Multiple Of": "multiple_of",
    "Pattern": "pattern",
}
_BOUNDS = {">=": "minimum", "<=": "maximum", ">": "exclusive_minimum", "<": "exclusive_maximum"}


@frozen()
class Description:
    """The parts of a cell of descriptions.

    default  as JSON writes it; None without one, and for a name of code
    value    a tuple with the only value of a constant; () for other fields
    """

    text: str
    constraints: Constraints = UNCONSTRAINED
    default: str | None = None
    value: tuple[Json, ...] = ()


def plain_type(cell: Inline, path: str) -> Inline:
    """A type with a link around the name alone: `[Room](room.md)[] | null` for ``[`Room[] | null`](room.md)``.

    path  the page that the cell stands in
    """
    match = _LINKED.fullmatch(cell.source)
    source = match["type"] if match is not None else cell.source.strip("` ")
    source = _HASH.sub("", _INDEXED.sub("", _MISSING.sub("", source)))
    source = _LIST_OF.sub(r"\g<list>[\g<item>]", _MAP_OF.sub(r"\g<map>[String, \g<item>]", source))
    if match is not None:
        href = _near(match["href"], path)
        stem = folded(posixpath.splitext(posixpath.basename(href))[0])
        source = _NAME.sub(lambda name: f"[{name[0]}]({href})" if folded(_last(name[0])) == stem else name[0], source)
    return replace(cell, source=source.replace("\\|", "|"))


def _last(name: str) -> str:
    return re.split(r"[.\\]", name)[-1]


def _near(href: str, path: str) -> str:
    """The link from below the folder of models. Docs may have been moved out of the folder in their links."""
    if _MODELS not in href or _MODELS not in f"/{path}":
        return href
    root = f"/{path}".rpartition(_MODELS)[0].lstrip("/")
    target = posixpath.join(root, f"models/{href.rpartition(_MODELS)[2]}")
    return posixpath.relpath(target, posixpath.dirname(path) or ".")


def read_description(cell: Inline | None) -> Description:
    """The parts of a cell of descriptions."""
    if cell is None or cell.source.strip() == "-":
        return Description("")
    first = _NOTES.search(cell.source)
    if first is None:
        return Description(cell.prose)
    parts = _NOTES.split(cell.source)
    description = Description("")
    texts = [parts[0]]
    for name, note in zip(parts[1::2], parts[2::2], strict=True):
        description, rest = _with_note(description, name, note)
        texts.append(f"{name}: {rest}" if _WORD.search(rest) else "")
    return replace(description, text=joined(replace(cell, source=text).prose.strip() for text in texts))


def _with_note(description: Description, name: str, note: str) -> tuple[Description, str]:
    """The description with the facts of a note, and the rest of the note: `State.OPEN`, `*Precision*: 2`."""
    if name == "Constraints":
        rest = _LIMIT.sub(lambda match: "" if _limit(match) else match[0], note)
        return replace(description, constraints=_constraints(note)), rest.strip(", ")
    value, rest = _json(note), _CODE.sub("", note, count=1).strip()
    if name == "Default" and value:
        return replace(description, default=json.dumps(value[0], ensure_ascii=False)), rest
    if name == "Value" and value and isinstance(value[0], str | int | bool):
        return replace(description, value=value), rest
    return description, note.strip()


def _json(text: str) -> tuple[Json, ...]:
    """The value in code as JSON; None for a name of code, such as `State.OPEN`."""
    match = _CODE.search(text)
    code = match["code"].strip() if match is not None else ""
    if len(code) > 1 and code[0] == code[-1] and code[0] in "'\"":
        return (code[1:-1],)
    if code in _WORDS:
        return (_WORDS[code],)
    number = _SUFFIXED.fullmatch(code)
    try:
        return (read_json(number[1] if number is not None else code),)
    except ValueError:
        return ()


def _constraints(text: str) -> Constraints:
    limits: dict[str, Any] = {}
    for match in _LIMIT.finditer(text):
        limits |= _limit(match)
    return Constraints(**limits) if limits else UNCONSTRAINED


def _limit(match: re.Match[str]) -> Mapping[str, Any]:
    """The limit in a constraint; None for a constraint that models lack."""
    if match["mark"]:
        return {"unique_items": True} if match["mark"] == "Unique Items Required" else {}
    name = _BOUNDS[match["sign"]] if match["sign"] else _NAMES.get(match["name"], "")
    text = match["bound"] if match["sign"] else match["value"]
    value = text if name == "pattern" else read_number(text.strip())
    return {name: value} if name and value is not None else {}
