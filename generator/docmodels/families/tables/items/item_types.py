"""The type of a field in an item of a list, with marks and a default: `integer, optional, default: 5`."""

from __future__ import annotations

import re

from ....frozen import frozen
from ....patterns import regex
from ....tables.lexicon import Mark, Words

_BETWEEN_CODE = regex(r"`[ \t]+`")
_PART = regex(r"(?:[,;]\s*|\s+-\s+(?=[A-Za-z]))(?![^<(\[{]*[>)\]}])")
_CODE = regex(r"`([^`\n]{1,60})`")
_CODES = regex(
    r"(?P<type>`[^`\n]{1,60}`(?:(?:\s*,\s*(?:or\s+)?|\s+or\s+|\s*\\?\|\s*|/)`[^`\n]{1,60}`){1,30})"
    r"(?=\s*[,;:(]|\s+[–—-]\s|\s*\Z)"
)
"""Values in place of a type: `` `open`, `shut` ``."""
_MARKED = regex(r"(?P<mark>[^\W\d_]{1,20})\s*\((?P<type>[^()]{1,200}(?:\([^()]{0,200}\)[^()]{0,200})?)\)")
_HEAD = regex(r"[\s(（*_`\[<{]*(?:(?:un)?signed[ \t]+)?(?P<word>[^\W_]+)", re.IGNORECASE)
_VALUE = regex(r"(?P<type>(?:\[[^\[\]\n]+\]\([^()\s]+\)|[\w.<>\[\]| ,-])+?)\s*[:=]\s*(?P<value>\S.*)", re.DOTALL)
_DEFAULT = regex(r"(?:defaults?(?:\s+(?:to|is))?|default\s*value)\s*[:=]?\s*(?P<value>\S.*)", re.IGNORECASE | re.DOTALL)
_WORDS = regex(r"[^\W\d_]+")
_JOINTS = frozenset(("of", "or", "unsigned", "signed"))
_SEVERAL = regex(r"[,|]|\bor\b")
_VALUE_HEAD = regex(r"[\"'`“\d<>=≤≥]|-\d")
_PAIR_MAP = regex(r"(?P<keys>\w+)-(?P<values>\w+) map|map\s*<(?P<from>\w+)\s*\|\s*(?P<to>\w+)>", re.IGNORECASE)


@frozen()
class ItemType:
    """The parts of the text of a type.

    type      the type alone: `integer`
    required  the mark of presence; None without one
    default   the default, in code
    remarks   the other parts
    """

    type: str = ""
    required: Mark | None = None
    default: str = ""
    remarks: tuple[str, ...] = ()


def read_item_type(text: str, words: Words) -> ItemType:
    """The parts of the text of a type, with commas or dashes between them; `required (integer)` and `integer required` too."""
    required: Mark | None = None
    default, kind, remarks = "", "", list[str]()
    if (codes := codes_in(text, 0, words)) is not None:
        kind, text = codes["type"], text[codes.end() :].lstrip(" ,;")
    text = _BETWEEN_CODE.sub(", ", text).strip("*_` ")
    marked = _MARKED.fullmatch(text)
    if marked is not None and presence_mark(marked["mark"], words) is not None:
        text = f"{marked['type']}, {marked['mark']}"
    for part in _parts(text, words) if text or not kind else ():
        part = part.strip("*_ ") if "default" in part.casefold() else part.strip("*_` ")
        if (match := _DEFAULT.fullmatch(part)) is not None:
            default = match["value"].strip("`")
        elif (mark := presence_mark(part, words)) is not None:
            required = required or mark
        elif kind and (_belongs_to_type(part, words) or (":" in kind and words.has_cue(kind.casefold()))):
            kind = f"{kind}, {part}"
        elif kind or ((required or remarks) and not begins_with_type(part, words)):
            remarks.append(part)
        else:
            kind = _plain_type(part)
    match = _VALUE.fullmatch(kind)
    is_about_values = words.has_cue(kind.casefold()) or words.limit_words.stand_in(
        kind.casefold()
    )  # `one of: a`, `max: 2`
    if match is not None and not is_about_values and not _SEVERAL.search(match["value"]):
        kind, value = match["type"], match["value"].strip("`")
        if value[:1] == "<":
            required = required or presence_mark(value.strip("<>"), words) or Mark.CONDITIONAL
        elif value in ("nil", "null", "none"):
            required = required or Mark.OPTIONAL
        elif value.casefold() not in words.such_as:  # `array: e.g., ["a", "b"]`
            default = default or value
    if default:
        required, default = required or Mark.OPTIONAL, default if "`" in default else f"`{default}`"
    return ItemType(kind, required, default, tuple(remarks))


def codes_in(source: str, at: int, words: Words) -> re.Match[str] | None:
    """Several values in code at a place of a text; None for anything else, and for types and marks: `` `string`, `required` ``."""
    match = _CODES.match(source, at)
    if match is None:
        return None
    codes = [code.casefold() for code in _CODE.findall(match["type"])]
    return None if any(code in words.marks or begins_with_type(code, words) for code in codes) else match


def _parts(text: str, words: Words) -> list[str]:
    """The parts of the text of a type; a type and a mark of presence with a blank between them are two."""
    parts = _PART.split(text)
    first, _, mark = parts[0].rpartition(" ")
    is_marked = is_type_text(first, words) and words.marks.get(mark.casefold()) in (Mark.REQUIRED, Mark.OPTIONAL)
    return [first, mark, *parts[1:]] if is_marked else parts


def _plain_type(text: str) -> str:
    """A type, in the usual words of columns of types."""
    pair = _PAIR_MAP.fullmatch(text)
    if pair is not None:
        return f"map of {pair['keys'] or pair['from']} to {pair['values'] or pair['to']}"
    return text


def is_type_text(text: str, words: Words) -> bool:
    """Whether each word of a text is a known type, or joins types: `array of strings`."""
    pieces = [piece.casefold() for piece in _WORDS.findall(text)]
    return not _JOINTS.issuperset(pieces) and all(piece in words.types or piece in _JOINTS for piece in pieces)


def begins_with_type(text: str, words: Words) -> bool:
    """Whether a text begins with the name of a type."""
    head = _HEAD.match(text)
    return head is not None and head["word"].casefold() in words.types


def _belongs_to_type(part: str, words: Words) -> bool:
    """Whether a part behind a type is about its values: `"slow"`, `one of: red`, `0-1`, `max 40`."""
    return (
        _VALUE_HEAD.match(part) is not None
        or words.has_cue(part.casefold())
        or words.limit_words.stand_in(part.casefold())
    )


def presence_mark(part: str, words: Words) -> Mark | None:
    """The mark of presence in a part: `required`, `required: no`; None without one."""
    mark = words.marks.get(part.casefold())
    if mark is None:
        first, _, rest = part.casefold().partition(" ")
        if words.marks.get(first) is not Mark.REQUIRED or not rest:
            return None
        return Mark.REQUIRED if words.signs.get(rest.strip()) else Mark.CONDITIONAL
    return mark if mark in (Mark.REQUIRED, Mark.OPTIONAL, Mark.CONDITIONAL) else None
