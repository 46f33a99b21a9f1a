"""The Notes column: whether a field may be missing, who writes it, and its default."""

from __future__ import annotations

import html
import json
import re

from ...frozen import frozen
from ...model.strict_json import read_json

_MARK = re.compile(r"\s*\[(optional|readonly|writeonly)\]", re.IGNORECASE)
_DEFAULT = re.compile(r"\s*\[default to (?P<value>.*)\]\s*", re.DOTALL)
_SAID_DEFAULT = re.compile(r"\s*(?:if omitted the server will use the default value of|defaults to) (?P<value>[^,\n]+)")
_VALUES = re.compile(r",?\s*must be one of \[(?P<values>.*)\]\s*", re.DOTALL)
_FORM = re.compile(r"\s*value must (?:be (?:a )?|conform to )[\w. -]+?(?=$| if omitted | must be )")
_SUFFIXED = re.compile(r"(-?\d+(?:\.\d+)?)[DFLMdflm]")
_LITERALS = {"True": "true", "False": "false", "const []": "[]", "const {}": "{}"}
_NOTHING = frozenset({"", "null", "undefined", "None", "nil", "NULL", "nullptr"})
_NAME = re.compile(r"\w+(?:(?:\.|::)\w+)*")


@frozen()
class Notes:
    """What the notes of a field say.

    default  JSON, or the name of an enumeration's member in code; None without one
    values   the list of values as the notes show it; None without one
    """

    optional: bool = False
    read_only: bool = False
    write_only: bool = False
    default: str | None = None
    default_is_name: bool = False
    values: str | None = None


def read_notes(text: str) -> Notes | None:
    """What a cell says; None where it is no cell of notes.

    text  the cell's Markdown
    """
    rest = html.unescape(text).strip()
    marks: set[str] = set()
    while (mark := _MARK.match(rest)) is not None:
        marks.add(mark[1].lower())
        rest = rest[mark.end() :]
    default = _DEFAULT.fullmatch(rest)
    rest = "" if default is not None else rest
    values = None
    while (found := _VALUES.match(rest) or _SAID_DEFAULT.match(rest) or _FORM.match(rest)) is not None:
        rest = rest[found.end() :]
        values = found if found.re is _VALUES else values
        default = found if found.re is _SAID_DEFAULT else default
    if rest.strip():
        return None
    value, is_name = _default(default["value"].strip()) if default is not None else (None, False)
    return Notes(
        "optional" in marks,
        "readonly" in marks,
        "writeonly" in marks,
        value,
        is_name,
        values["values"] if values is not None else None,
    )


def _default(text: str) -> tuple[str | None, bool]:
    """A default as JSON or as a name, and whether it is a name; None for one that is neither, or null."""
    text = _LITERALS.get(text, text)
    if text in _NOTHING:
        return None, False
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return json.dumps(unescaped(text[1:-1]), ensure_ascii=False), False
    number = _SUFFIXED.fullmatch(text)
    if number is not None:
        return number[1], False
    try:
        read_json(text)
    except ValueError:
        return (text, True) if _NAME.fullmatch(text) else (None, False)
    return text, False


def unescaped(text: str) -> str:
    """A text as it stood before a generator put it between quotes."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
