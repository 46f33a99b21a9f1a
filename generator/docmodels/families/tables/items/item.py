"""A field as an item of a list: its name, its type and its marks, in several forms.

**`name`** *type*, REQUIRED        `name` (type, optional): …        `name` `(type: <required>)` - …        name?: type
name (*type*): …        `name` - **required** - type, …        `name` Type (optional) - …
"""

from __future__ import annotations

import re
import string

from ....frozen import frozen, replace
from ....markdown import Inline
from ....patterns import regex
from ....tables.lexicon import Mark, Words
from ....tables.marks import OPPOSITE
from .item_forms import usual_form
from .item_types import begins_with_type, codes_in, presence_mark, read_item_type

_LETTERS = string.ascii_letters + "_$@"
_NAMES = (
    ("bold code", "*_", regex(r"(?P<bold>\*\*|__)`(?P<name>[^`\n]{1,255})`(?P=bold)")),
    (
        "code",
        "`",
        regex(
            r"(?P<tick>`{1,2})(?P<name>[^`\n]{1,255})(?P=tick)(?P<others>(?:,[ \t]*(?P=tick)[^`\s]{1,100}(?P=tick)(?=[ \t]*[,–—-]))*)"
        ),
    ),
    ("struck", "~", regex(r"~~(?P<code>`?)(?P<name>[^~`\n]{1,255})(?P=code)~~")),
    ("bold", "*_", regex(r"(?P<bold>\*\*|__)(?P<name>[^*`\n]{1,255}?)(?P=bold)")),
    (
        "plain",
        _LETTERS,
        regex(r"(?P<name>[A-Za-z_$@](?:[\w.$@\[\]-]|\\[_*\[\]]){0,100}(?:\(\w{1,20}\))?\??)(?=\s*:\s)"),
    ),
    (
        "word",
        _LETTERS,
        regex(r"(?P<name>[A-Za-z_$@][\w.$@\[\]-]{0,100}\??)(?=[ \t]+\([^()\n]{1,100}\)[ \t]*(?:[:：–—-]|\Z))"),
    ),
)
"""How a name is written, with the first characters of texts with such a name."""
_ITALIC = ("italic", "*_", regex(r"(?P<dress>[*_])[A-Za-z_]\w{0,100}(?P=dress)\s"))
_SIGN = regex(r"[`*_~\":(<&–—-]")
_CODED = regex(r"`(?P<name>[\w.$@-]{1,100}\??)\s*:\s*(?P<type>[^`\n]{1,200})`")
_WORD = regex(r"(?:[\w.$@:/\[\]-]|\\[_*\[\]]){1,255}(?:\(\w{1,20}\))?[?*]?")
_BETWEEN = regex(r"[?*]?[ \t]*(?:[:：·–—-][ \t]*)?")
_SQUARE = "square brackets"
_TYPES = (
    (
        "brackets",
        regex(
            r"(?P<dress>[*_`]{0,2})(?:<code>)?\((?P<type>(?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\)){1,300})\)"
            r"(?:</code>)?(?P=dress)"
        ),
    ),
    ("emphasis", regex(r"(?P<dress>\*|_)(?![*_\s])(?P<type>[^\n]{1,200}?)(?P=dress)(?![\w*])")),
    (
        "code",
        regex(r"`(?P<type>[^`\n]{1,200}(?:`[ \t]+`[A-Za-z][\w -]{1,30}){0,3})`"),
    ),  # `integer` `required`
    (_SQUARE, regex(r"\[(?P<type>[A-Za-z][^\[\]\n]{0,100})\](?![(\[])")),
)
_BARE_END = r"[ \t]*(?:\n|\Z|(?=[(（])|(?<=[ \t])(?=[–—-][ \t]))"  # a line ends, or a remark begins
_BARE = regex(r"(?P<dress>\*\*|__|)(?P<type>[A-Za-z][^\n*`(（]{0,80}?)(?P=dress)" + _BARE_END)
_ALTERNATIVE = r"(?:\"[^\"|\n]{1,60}\"|[A-Za-z][\w.+-]{0,60})"  # `"on" | "off"`, `User | Bot`
_BARE_VALUES = regex(rf"(?P<type>(?:{_ALTERNATIVE}[ \t]*\|[ \t]*)+(?:{_ALTERNATIVE}|null))" + _BARE_END)
_BARE_LINK = regex(r"(?P<type>\[[^\[\]\n]{1,80}\]\([^()\s]{1,200}\)(?:\\?\[\\?\]|[ \t]objects?)?)" + _BARE_END)
_PLAIN_CODES = regex(
    r"(?:`[A-Za-z][^`\n]{0,80}`(?:[ \t]*\|[ \t]*`[^`\n]{1,80}`){0,9}|\"[^\"\n]{1,60}\")(?=[ \t]*(?:\n|\Z|[,;(（–—]|-[ \t]))"
)  # `string`, `Room` | `null`, "open"
_TO_THE_END = regex(r"(?P<type>.+)")
_TYPE_LIKE = regex(r"\A[A-Z]|[\[<|\"]")
_SET_OFF = regex(r"[:：–—]|\s-\s")
_BARE_TYPE = regex(r"[\w.]+(?:\\?\[\\?\])*(?:\s*(?:\||or)\s*[\w.]+(?:\\?\[\\?\])*)*")
_LEAD = regex(r"(?P<type>[A-Za-z][\w<>\[\]| -]{0,40}?)[.,;](?:[ \t]+|\n|\Z)")  # `string. The name`
_MARKED_LEAD = regex(
    r"(?P<type>[A-Za-z][\w<>\[\]| -]{0,40}?[,;][ \t]*(?P<mark>[A-Za-z][A-Za-z -]{0,20}))(?:[.,;:](?:[ \t]+|\n|\Z)|\Z)"
)  # `string, required. The name`
_LINKED_LEAD = regex(
    r"(?P<type>(?:[A-Za-z][A-Za-z -]{0,20}[ \t])?\[[^\[\]\n]{1,80}\]\([^()\s]{1,200}\)(?:\[\]|[ \t]objects?)?)(?:[.,;](?:[ \t]+|\n)|\s*\Z)"
)  # `array of [Rooms](#room), in order`
_REMARK = regex(r"(?P<dress>\*\*|__|\*|_)(?P<text>[^\W\d_][^*_\n]{0,40})(?P=dress)[ \t]*[:：,–—-][ \t]+")
_ATOM = r"(?:\[[^\[\]\n]{1,80}\]\([^()\s]{1,200}\)|'[^'\s]{0,60}'|[A-Za-z][\w.]{0,60}(?:<[^<>\n]{1,80}(?:<[^<>\n]{1,80}>)?>)?)"
_SPACED = regex(
    rf"(?P<type>{_ATOM}(?:\\?\[\\?\])*(?:[ \t]*(?:\||\bor\b)[ \t]*{_ATOM}(?:\\?\[\\?\])*){{0,9}})"
    r"(?=(?:[ \t]+(?:[(_*][^()_*\n]{1,40}[)_*]){1,2}){0,3}[ \t]*(?:[ \t][–—-][ \t]|\n|\Z))"
)  # `Number - the size`, `Room[] (optional)`
_MARK = regex(
    r"[\s,;:·–—-]*(?P<open>[*_`(\[<]{0,3})(?P<word>[A-Za-z][A-Za-z-]*)(?P<close>[*_`)\]>]{0,3})(?P<end>[.,;:：·\s–—-]*)"
)
_ANSWER = regex(r"[*_`]{0,3}(?P<sign>[^\W_]{1,12})[*_`]{0,3}(?=[.,;:\s–—-]|\Z)")  # `*Required*: no`
PLAIN_CODE = "plain, code"
"""The form of items with a plain name and a type in code."""
_MOST_WORDS = 8
_MOST_LEAD_WORDS = 4


@frozen()
class ItemParts:
    """The parts of an item.

    name      the cell of the name, in code
    dress     how the name is written: in code, in bold, …
    form      the places of the name and the type; "" for an item without a type
    is_known  whether the type begins with a known word, or a mark of presence stands at it
    required  the mark of presence; None without one
    rest      the rest of the first paragraph
    """

    name: Inline
    dress: str
    form: str
    type: Inline | None
    is_known: bool
    required: Mark | None
    default: Inline | None
    rest: Inline


def may_have_name(source: str) -> bool:
    """Whether a text has one of the signs that an item with a name has. It is a quick look before a thorough one."""
    return _SIGN.search(source) is not None


def begins_with_name(text: Inline) -> bool:
    """Whether an item begins like one of a field: `name: …`, `` `name` … ``, `name (…)`, `*name* …`."""
    first = text.source[:1]
    forms = ((begins, pattern) for _, begins, pattern in (*_NAMES, _ITALIC))
    return not text.is_long and any(first in begins and pattern.match(text.source) for begins, pattern in forms)


def split_item(text: Inline, words: Words) -> ItemParts | None:
    """The parts of the first paragraph of an item; None without a name at its head."""
    if text.is_long or not may_have_name(text.source):
        return None
    usual = usual_form(text.source, words)
    text = text if usual == text.source else replace(text, source=usual)
    first = text.source[:1]
    coded = _CODED.match(text.source) if first == "`" else None
    if coded is not None and begins_with_type(coded["type"], words):
        return _typed_item(text, "code", coded, "code with type", coded, words)
    for dress, begins, pattern in _NAMES:
        match = pattern.match(text.source) if first in begins else None
        if match is None:
            continue
        if _WORD.fullmatch(match["name"]) is None:
            return None
        if match["name"].endswith(":"):  # `**Note:** `integer` fields are signed.`
            return (
                _untyped(text, dress, match) if dress == "bold" and match.end() == len(text.source.rstrip()) else None
            )
        between = _BETWEEN.match(text.source, match.end())
        at = between.end() if between else match.end()
        if (remarked := _remarked(text, dress, match, at, words)) is not None:
            return remarked
        if dress != "plain":
            for kind, form in _TYPES:
                typed = (codes_in(text.source, at, words) if kind == "code" else None) or form.match(text.source, at)
                if dress == "word" and (typed is None or not _may_be_type(typed["type"], words)):
                    return None  # a word with a remark in brackets
                if typed is not None and kind == _SQUARE and not begins_with_type(typed["type"], words):
                    continue  # `[beta]`
                if typed is not None and len(typed["type"].replace("|", " ").split()) <= _MOST_WORDS:
                    return _typed_item(text, dress, match, f"{dress}, {kind}", typed, words)
        bare = _BARE.match(text.source, at)
        is_set_off = _SET_OFF.search(text.source, match.end(), at) is not None
        if bare is not None and is_set_off and _is_bare_type(bare["type"], words):
            return _typed_item(text, dress, match, f"{dress}, bare", bare, words)
        if dress == "plain" and (codes := _PLAIN_CODES.match(text.source, at)) is not None:
            return _plain_item(text, match, codes, at, words)
        values = _bare_values(text.source, at, words) if is_set_off else None
        if values is not None:
            return _typed_item(text, dress, match, f"{dress}, bare", values, words)
        spaced = _SPACED.match(text.source, at) if dress in ("code", "bold code") and not is_set_off else None
        if spaced is not None and at > match.end():
            return _typed_item(text, dress, match, f"{dress}, spaced", spaced, words)
        lead = _lead(text.source, at, words) if dress != "plain" else None
        if lead is not None:
            return _typed_item(text, dress, match, f"{dress}, lead", lead, words)
        is_parted = at < len(text.source) and at > match.end() and not text.source[match.end() : at].isspace()
        if dress == "plain" or not (is_parted or match.end() == len(text.source)):
            return None
        return ItemParts(_name(text, match), dress, "", None, False, None, None, _rest(text, at))
    return None


def _plain_item(text: Inline, name: re.Match[str], codes: re.Match[str], at: int, words: Words) -> ItemParts | None:
    """The parts of an item with a plain name and types in code behind a colon: ``owner: `User` | `null` ``."""
    kind = codes[0].replace("`", "")
    text = replace(text, source=f"{text.source[:at]}{kind}{text.source[codes.end() :]}")
    typed = _TO_THE_END.fullmatch(text.source, at, at + len(kind))
    return _typed_item(text, "plain", name, PLAIN_CODE, typed, words) if typed is not None else None


def _bare_values(source: str, at: int, words: Words) -> re.Match[str] | None:
    """Values, or a link to a model, in the place of a type behind a dash or a colon; None for anything else."""
    if source.startswith("`", at):
        return codes_in(source, at, words)
    if source.startswith("[", at):
        return _BARE_LINK.match(source, at)
    return _BARE_VALUES.match(source, at) if "|" in source else None


def _untyped(text: Inline, dress: str, match: re.Match[str]) -> ItemParts:
    """The parts of an item that is nothing but a name with a colon: `**data:**`."""
    name = _placed(text, match.start("name"), f"`{match['name'].rstrip(':')}`")
    return ItemParts(name, dress, "", None, False, None, None, _rest(text, match.end()))


def _remarked(text: Inline, dress: str, name: re.Match[str], at: int, words: Words) -> ItemParts | None:
    """The parts of an item with a mark between the name and the type: `` `size` - **required** - integer, … ``."""
    remark = _REMARK.match(text.source, at) if dress != "plain" else None
    if remark is None:
        return None
    lead = _lead(text.source, remark.end(), words)
    bare = _BARE.match(text.source, remark.end()) if lead is None else None
    typed = bare if bare is not None and _is_bare_type(bare["type"], words) else lead
    if typed is None:
        return None
    parts = _typed_item(text, dress, name, f"{dress}, lead", typed, words)
    if (mark := presence_mark(remark["text"], words)) is not None:
        return replace(parts, required=mark)
    return replace(parts, rest=replace(parts.rest, source=f"{remark['text']}\n\n{parts.rest.source}".strip()))


def _may_be_type(text: str, words: Words) -> bool:
    """Whether text in brackets behind a plain word may be a type: a known word, a name, a link, or a list of these."""
    return begins_with_type(text, words) or _TYPE_LIKE.search(text) is not None


def _is_bare_type(text: str, words: Words) -> bool:
    return _BARE_TYPE.fullmatch(text) is not None and begins_with_type(text, words)


def _lead(source: str, at: int, words: Words) -> re.Match[str] | None:
    """The first words of a text, up to a full stop or a comma, if they are a type, with or without a mark."""
    for pattern in (_MARKED_LEAD, _LEAD, _LINKED_LEAD):
        match = pattern.match(source, at)
        if match is None or ("mark" in pattern.groupindex and match["mark"].casefold() not in words.marks):
            continue
        if pattern is _LINKED_LEAD:
            return match if match["type"].split()[0].casefold() in words.types else None
        if begins_with_type(match["type"], words) and len(match["type"].split()) <= _MOST_LEAD_WORDS:
            return match
    return None


def _typed_item(
    text: Inline, dress: str, name: re.Match[str], form: str, typed: re.Match[str], words: Words
) -> ItemParts:
    """The parts of an item with a type.

    name, typed  the matches of the name and of the type in the text
    """
    kind = read_item_type(typed["type"], words)
    required, end = kind.required, typed.end()
    behind = _MARK.match(text.source, end)
    if not required and behind is not None and _is_mark(behind, text.source, words):
        required, end = _mark_behind(text.source, behind, words)
    rest = _rest(text, end)
    if kind.remarks:
        rest = replace(rest, source="\n\n".join(filter(None, (", ".join(kind.remarks), rest.source))))
    cell, default = (
        _placed(text, typed.start("type"), source) if source else None for source in (kind.type, kind.default)
    )
    known = begins_with_type(kind.type, words) if kind.type else bool(required)
    return ItemParts(_name(text, name), dress, form, cell, known, required, default, rest)


def _mark_behind(source: str, match: re.Match[str], words: Words) -> tuple[Mark | None, int]:
    """The mark of presence behind a type, and its end: `required`; `*Required*: no` is the opposite."""
    mark, end = presence_mark(match["word"], words), match.end()
    answer = _ANSWER.match(source, end) if ":" in match["end"] or "：" in match["end"] else None
    sign = words.signs.get(answer["sign"].casefold()) if answer is not None else None
    if answer is None or sign is None or mark is None:
        return mark, end
    return mark if sign else OPPOSITE.get(mark, mark), answer.end()


def _is_mark(match: re.Match[str], source: str, words: Words) -> bool:
    """Whether the word behind a type is a mark: in brackets, in capitals, stressed, or set off at both ends."""
    if words.marks.get(match["word"].casefold()) not in (Mark.REQUIRED, Mark.OPTIONAL):
        return False
    is_dressed = bool(match["open"]) and bool(match["close"])
    is_ended = match.end() == len(source) or match["end"].strip() != "" or "\n" in match["end"]
    return is_dressed or (
        (match["word"].isupper() or source[match.start() : match.start("word")].strip() == ",") and is_ended
    )


def _name(text: Inline, match: re.Match[str]) -> Inline:
    """The cell of the name, in code, with a mark for optional behind it."""
    name = match["name"].replace("\\", "")
    if text.source.startswith("~~", match.start()):
        return _placed(text, match.start("name"), f"~~`{name}`~~")
    others = match.groupdict().get("others") or ""
    behind = text.source[match.end() : match.end() + 1]
    mark, star = "?" if behind == "?" else "", " *" if behind == "*" else ""
    bare = re.fullmatch(r"(?P<name>[^()]+)(?P<marks>\(\w+\))?(?P<optional>\??)", name)
    if bare is not None:
        remark = (f" {bare['marks']}" if bare["marks"] else "") + star
        return _placed(text, match.start("name"), f"`{bare['name']}{bare['optional'] or mark}`{remark}{others}")
    return _placed(text, match.start("name"), f"`{name}{mark}`{star}{others}")


def _rest(text: Inline, at: int) -> Inline:
    source = text.source[at:]
    left = source.lstrip(" \t\n:：.,;–—-")
    return _placed(text, at + len(source) - len(left), left)


def _placed(text: Inline, at: int, source: str) -> Inline:
    above = text.source.count("\n", 0, at)
    column = text.column + at if not above else at - text.source.rfind("\n", 0, at)
    return replace(text, source=source.strip(), line=text.line + above, column=column)
