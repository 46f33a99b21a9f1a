"""The cells and blocks of these docs: names, notes on presence, access and default, descriptions."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import Any

from ...frozen import frozen, replace
from ...markdown import Block, Fence, Inline, ItemList, Prose, Section
from ...model.declarations import UNCONSTRAINED, Constraints
from ...model.strict_json import read_json
from ...patterns import regex
from ...tables.texts import joined

_SUPERSCRIPT = regex(r"<sup>(?P<mark>[^<]{0,40})</sup>\s*$")
_LIMIT = regex(r"\[(?P<name>Max|Min|Max\. length|Min\. length|Max\. items|Min\. items): (?P<value>-?\d+(?:\.\d+)?)\]")
_PATTERN = "[Pattern: "
_MARK = regex(r"\s*\[(optional|readonly|writeonly)(?: property)?\]", re.IGNORECASE)
_DEFAULT = regex(r"\s*\[default to (?P<value>.*)\]\s*", re.DOTALL)
_SOME = regex(r"Some\((?P<value>.*)\)", re.DOTALL)
"""A default in Rust's servers."""
_ENUM = regex(r"\s*\[Enum: (?:\[(?P<values>[^\[\]]*)\])?\]\s*$")
"""The values in R's notes; nothing for an enumeration on a page of its own."""
_WORDED_DEFAULT = regex(r"\s*(?:if omitted the server will use the default value of|defaults to) (?P<value>[^,\n]+)")
_VALUES = regex(r",?\s*must be one of \[(?P<values>.*)\]\s*", re.DOTALL)
_FORM = regex(r"\s*value must (?:be (?:a )?|conform to )[\w. -]+?(?=$| if omitted | must be )")
_SUFFIXED = regex(r"(-?\d+(?:\.\d+)?)[DFLMdflm]")
_LITERALS = {"True": "true", "False": "false", "TRUE": "true", "FALSE": "false", "const []": "[]", "const {}": "{}"}
_NOTHING = frozenset({"", "null", "undefined", "None", "nil", "NULL", "nullptr", "nothing"})
_NAME = regex(r"\w+(?:(?:\.|::)\w+)*")
_DEPRECATED = regex(r"\W{0,8}(?:DEPRECATED\b|[Dd]eprecated\s*(?:[\]).:;,!-]|$|since\b|in favou?r\b|use\b))")
_QUOTED_NAME = regex(r'var"(?P<name>[^"]+)"')
"""Julia quotes names so, and Rust as `r#type`."""
_ESCAPED = regex(r"\\(?=[\"'&])")
_FRAME = regex(r"\[\[Back to [^\[\]\n]*\]\]\([^()\n]*\)|The class is defined in \*\*\[[^\[\]\n]*\]\([^()\n]*\)\*\*")
"""The links at a page's foot, and the place of the class in the code of Micronaut's clients."""
_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|quot|amp|lt|gt|apos);")


_LIMITS = {
    "Max": "maximum",
    "Min": "minimum",
    "Max. length": "max_length",
    "Min. length": "min_length",
    "Max. items": "max_items",
    "Min. items": "min_items",
}
"""The names of limits in R's notes."""


@frozen()
class Notes:
    """The notes on a field.

    default  JSON, or the name of an enumeration's member in code; None without one
    values   the list of values, as written; None without one
    """

    optional: bool = False
    read_only: bool = False
    write_only: bool = False
    default: str | None = None
    default_is_name: bool = False
    values: str | None = None
    constraints: Constraints = UNCONSTRAINED


def read_notes(text: str) -> Notes | None:
    """The notes in the Markdown of a cell; None for a cell of anything else."""
    rest = html.unescape(text).strip()
    marks: set[str] = set()
    while (mark := _MARK.match(rest)) is not None:
        marks.add(mark[1].lower())
        rest = rest[mark.end() :]
    limits: dict[str, Any] = {}
    listed = _ENUM.search(rest)
    rest = rest[: listed.start()] if listed is not None else rest
    before, opening, pattern = rest.partition(_PATTERN)
    if opening and pattern.endswith("]"):
        limits["pattern"] = pattern[:-1].replace("\\\\", "\\")
        rest = before
    for limit in _LIMIT.finditer(rest):
        limits[_LIMITS[limit["name"]]] = read_json(limit["value"])
    rest = _LIMIT.sub("", rest)
    default = _DEFAULT.fullmatch(rest)
    rest = "" if default is not None else rest
    values = None
    while (match := _VALUES.match(rest) or _WORDED_DEFAULT.match(rest) or _FORM.match(rest)) is not None:
        rest = rest[match.end() :]
        values = match if match.re.pattern == _VALUES.pattern else values
        default = match if match.re.pattern == _WORDED_DEFAULT.pattern else default
    if rest.strip():
        return None
    if listed is not None and listed["values"]:
        values = listed
    value, is_name = _default(default["value"].strip()) if default is not None else (None, False)
    return Notes(
        "optional" in marks,
        "readonly" in marks,
        "writeonly" in marks,
        value,
        is_name,
        values["values"] if values is not None else None,
        Constraints(**limits),
    )


def _default(text: str) -> tuple[str | None, bool]:
    """A default as JSON or as a name, and whether it is a name; None for null, and for anything else."""
    some = _SOME.fullmatch(text)
    text = some["value"] if some is not None else text
    text = _LITERALS.get(text, text).removeprefix("@")  # Objective-C marks its texts so
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
    """A text without the escapes of a generator for quotes."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def field_name(cell: Inline) -> str:
    """The name in a cell, in bold or as code, without reading it as Markdown."""
    source = _SUPERSCRIPT.sub("", cell.source)
    name = html.unescape(source.replace("\\_", "_")).strip("*` ")
    quoted = _QUOTED_NAME.fullmatch(name)
    return quoted["name"] if quoted is not None else name.removeprefix("r#")


def is_marked_required(cell: Inline) -> bool:
    """Whether a mark behind the name makes the field required: `` `id`<sup>*_required_</sup> ``."""
    mark = _SUPERSCRIPT.search(cell.source)
    return mark is not None and mark["mark"].strip("*_ ").lower() == "required"


def described(cell: Inline) -> str:
    """The description in a cell, as Markdown, with quotes for those that a generator escaped twice."""
    return replace(cell, source=_ESCAPED.sub("", cell.source)).prose


def deprecation(description: str) -> str | None:
    """ "" if a description begins with a word for deprecated, else None."""
    return "" if _DEPRECATED.match(description) else None


def blocks_text(blocks: Iterable[Block]) -> str:
    """The text of blocks, as Markdown, without tables and what frames the text of a page."""
    return joined(map(_block_text, blocks))


def sections_text(sections: Iterable[Section]) -> str:
    """The text of sections, each with its heading."""
    texts = ((section.heading.source, blocks_text(section.blocks)) for section in sections)
    return joined(f"{heading}\n\n{text}" for heading, text in texts if text)


def _block_text(block: Block) -> str:
    match block:
        case Prose(source=source) | ItemList(source=source):
            text = _FRAME.sub("", source).strip()
            return _decoded(_ESCAPED.sub("", text)) if text else ""
        case Fence(info=info, text=text):
            return f"```{info}\n{text.rstrip()}\n```"
        case _:
            return ""


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
