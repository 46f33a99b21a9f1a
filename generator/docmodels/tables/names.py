"""The cell of a field's name: the name, its depth, and the marks beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from posixpath import commonprefix

from ..frozen import frozen, replace
from ..markdown import Inline, Span
from ..patterns import regex
from .lexicon import Mark, Words
from .name_spans import NESTS, STAR, name_code, name_spans

_QUESTIONED = regex(r"[?？][A-Za-z_$@][\w.\[\]-]{0,100}\??\Z")  # `?room`, but not `?page=1`
_SIGNS = regex(
    r"[\\*?？\s]*[*?？]|\s*[(\[]\s*\*\s*[)\]]"
)  # stars and question marks, with blanks and escapes between them
_BRACKETED_STAR = regex(r"(?<=\S)\s*[(\[]\s*\*\s*[)\]]\Z")  # `id (*)`
_MAY_MISS = regex(
    r"\[(?P<name>[A-Za-z_$][\w$-]{0,60}(?:(?:\[\])?\.[\w$-]{1,60}){0,9}(?:\[\])?)(?:\s*=\s*(?P<default>[^\[\]\s][^\[\]]{0,60}|\[[^\[\]]{0,60}\]))?\]",
    re.ASCII,
)
_NOTE = regex(r"(?:\[\s*\d{1,3}\s*\]|\[\^[^\[\]\n]{1,40}\]|[†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\^\d{1,3}\^?)$")
_BRACKETS = regex(
    r"[(（\[【]\s*(?P<text>[^\s()（）\[\]【】](?:[^()（）\[\]【】]{0,58}[^\s()（）\[\]【】])?)\s*[)）\]】]\s*$"
)
_FURTHER = regex(r"\s*(?P<join>[/,、，&]|[^\W\d_]{1,6}\s)\s*(?P<name>[A-Za-z_$@][\w.$@-]{0,60}(?:\[\])?)")
_STEP = r"[^\W\d][\w$@.\[\]-]{0,60}"
_STEPS = regex(rf"{_STEP}(?:\s+>\s+{_STEP}){{1,8}}")  # `options > page`
_MOST_NAMES = 8  # the most names of one row
_LEAST_SHARED = 3  # the fewest common letters of names on both sides of a slash
_LISTED = regex(r"(?P<name>[A-Za-z_$@][\w.$@-]{0,60}(?:\[\])?)(?P<rest>\s*[,、，].+)", re.DOTALL)  # `width, height`
_SLASHED = regex(r"[A-Za-z_]\w{0,60}(?:/[A-Za-z_]\w{0,60}){1,4}", re.ASCII)  # `width/height`
_MEDIA = regex(r"(?:application|audio|font|image|message|model|multipart|text|video)/")
_SNAKE = regex(r"(?P<stem>\w*[a-z0-9]_)[A-Za-z0-9]+", re.ASCII)
_CAMEL = regex(r"(?P<stem>[a-z]\w*?)[A-Z][a-z0-9]*", re.ASCII)
_HUMP = regex(r"[A-Z][a-z0-9]*", re.ASCII)
_QUOTES = frozenset(('""', "''", "“”", "‘’", "「」"))
_QUOTED_PATH = regex(r'"[\w$@-]{1,60}"(?:\."[\w$@-]{1,60}"){1,9}')  # `"door"."lock"`
_JOINTS = frozenset("/,、，&")
_GLOSSED = regex(  # `用户编号(user_id)`
    r"(?P<label>[^\x00-\x7f][^A-Za-z()（）]{0,60})(?:\s*[(（]\s*|\s+)(?P<key>(?=\w*(?:_|[a-z][A-Z]))[A-Za-z]\w{0,60})\s*[)）]?",
    re.ASCII,
)
_WILDCARD = regex(r"(?:[\w.-]{0,60}[_.-])?\*")  # `x-*`
_BRACKET_BEHIND = regex(r"(?P<name>[^\s(（]+)\s*(?P<rest>[(（].*)", re.DOTALL)
_PARTING = regex(r"[;,\n]")
_COUNTED = regex(
    r"\[(?:0\s{0,2}(?:\.{2,3}|…)\s{0,2}(?:\d{1,9}|[nN*])|1\s{0,2}(?:\.{2,3}|…)\s{0,2}[nN*])\](?=[.\[]|\Z)"
)  # `tags[0...50]`
_ARROW = regex(r"(?<=[\w\]])(?:→|->)(?P<key>[A-Za-z_$@](?:[\w$@]|-(?!>)){0,60})")  # `data→id`
_ONE_INDEX = regex(r"(?P<name>[\w.-]*\w)\[(?P<index>\d{1,3})\]\W*\Z")


@frozen()
class FieldName:
    """The content of the cell of a field's name.

    text     the name without marks, perhaps a path: `history[][day]`
    indent   the depth that marks or blanks before the name show
    marks    the marks at the name
    starred  whether it has a star; a legend on the page explains the star
    struck   whether it is struck through
    beside   the other words of the cell
    others   further names that the row describes: `width / height`
    default  the default: `4` of `[seats=4]`; None without one
    bracketed  whether brackets alone mark it as optional: `[seats]`, without a default
    """

    text: str
    indent: int = 0
    marks: frozenset[Mark] = frozenset()
    starred: bool = False
    struck: bool = False
    beside: str = ""
    others: tuple[str, ...] = ()
    default: str | None = None
    bracketed: bool = False


def read_name(cell: Inline, words: Words) -> FieldName:
    """The name in a cell; its text is "" without one."""
    return _read(cell.source, cell.limit, cell.references, words)


@lru_cache(maxsize=1 << 12)  # every step of reading asks for names, and many fields share one
def _read(source: str, limit: int, references: tuple[tuple[str, str], ...], words: Words) -> FieldName:
    spans = name_spans(Inline(source, 1, 1, limit, references))
    code = name_code(spans, words)
    indent, text, beside = _located("".join(span.text for span in spans), code)
    marks: set[Mark] = set()
    default, bracketed = None, False
    if text[:1] == "[" and (may_miss := _MAY_MISS.fullmatch(text)) is not None:  # `[seats=4]`, as JSDoc writes it
        marks.add(Mark.OPTIONAL)
        text, default = may_miss["name"], may_miss["default"]
        bracketed = default is None
    if " > " in text and _STEPS.fullmatch(text) is not None:
        outer, *inner = text.replace(">", " ").split()
        text = outer + "".join(f".{step}" if set(step) & set(".[]") else f"[{step}]" for step in inner)
    text, starred = _marked(text, marks, words)
    more = False
    if beside:
        beside, more = _beside(beside, marks, words)
    elif (split := _split(text, words)) is not None:
        text, beside = split
        text, more = _marked(text, marks, words)
    others, beside = _others(beside, words)
    if not others:
        text, others = _slashed(_unquoted(text.strip()))
    beside = _bare(beside, marks, words)
    text = text.strip().rstrip(":：").rstrip() or text.strip()  # `room_id:`, as YAML writes it
    text = _COUNTED.sub("[]", text) if "[" in text else text
    text = _ARROW.sub(r"[\g<key>]", text) if "→" in text or "->" in text else text
    struck = _is_struck(spans, code, text)
    return FieldName(
        _unquoted(text), indent, frozenset(marks), starred or more, struck, beside, others, default, bracketed
    )


def _located(text: str, code: str | None) -> tuple[int, str, str]:
    """The indent of the name in a cell, the name, and the text before and behind it.

    code  the code that is the name; if None, the cell is the name
    """
    indent, name = _indented(text)
    if code is None:
        return indent, name, ""
    deeper, inner = _indented(code)
    is_first = text.lstrip().startswith(code)  # then the marks stand in the code
    before, _, behind = name.partition(inner)
    if before.rstrip()[-1:] in tuple("(（[【") and behind.lstrip()[:1] in tuple(")）]】"):
        before, behind = before.rstrip()[:-1], behind.lstrip()[1:]
    return max(indent, deeper) if is_first else indent + deeper, inner, f"{before.strip()} {behind.strip()}".strip()


def _is_struck(spans: Sequence[Span], code: str | None, name: str) -> bool:
    """Whether the name is struck through: its span, or all spans if no single one is the name."""
    named = [span for span in spans if span.text.strip() and (code is None or span.text == code)]
    is_first = code is not None or (bool(named) and named[0].text.strip() == name)
    return bool(named) and all(span.strike for span in named[: 1 if is_first else None])


def with_indexes(names: Sequence[FieldName], cells: Sequence[Inline]) -> list[FieldName]:
    """Names with the indexes in their cells: `point[0]`, `point[1]`.

    A number in brackets may also refer to a note. It is an index if a row of the table has the index 0.
    """
    indexes = [_ONE_INDEX.search(cell.text) if "[" in cell.text else None for cell in cells]
    first = {match["name"] for match in indexes if match is not None and match["index"] == "0"}
    return [
        replace(name, text=f"{name.text}[{match['index']}]")
        if match is not None and match["name"] in first and match["name"] == name.text
        else name
        for name, match in zip(names, indexes, strict=True)
    ]


def is_indexed(text: str) -> bool:
    """Whether a name stands for one item of a list: `point[0]`."""
    return _ONE_INDEX.fullmatch(text) is not None


def is_wildcard(text: str) -> bool:
    """Whether a name stands for all names with its prefix: `x-*`, `meta_*`, `*`."""
    return text.endswith("*") and _WILDCARD.fullmatch(text) is not None


def _unquoted(text: str) -> str:
    if _QUOTED_PATH.fullmatch(text):
        return text.replace('"', "")
    return text[1:-1] if len(text) > 2 and f"{text[0]}{text[-1]}" in _QUOTES else text


_DRAWN = "├└┣┗┕─━"  # characters at no end of a name


def _indented(text: str) -> tuple[int, str]:
    match = NESTS.match(text)
    if match is None or (match.end() == len(text) and text.strip()[-1:] not in tuple(_DRAWN)):
        return 0, text.strip()
    return _depth(match[0].replace("\n", "")), text[match.end() :].strip()


def _depth(marks: str) -> int:
    """The indent that marks before a name make. Blanks only count before the first mark."""
    blanks = len(marks) - len(marks.lstrip())
    return blanks + sum(not char.isspace() and char != "\u200b" for char in marks)


def _marked(text: str, marks: set[Mark], words: Words) -> tuple[str, bool]:
    """The text without the marks at its ends, and whether one is a star. Adds the marks to `marks`."""
    starred = False
    for _ in range(8):  # the most marks of a name
        before = text
        text = text.strip()
        if (match := STAR.match(text)) and match.end() < len(text):
            starred, text = True, text[match.end() :]
        if text.endswith("*") and len(text) > 1 and not is_wildcard(text):
            starred, text = True, text.rstrip("*\\ ")
        if text.endswith(("*)", "*]", "* )")) and (bracketed := _BRACKETED_STAR.search(text)) is not None:
            starred, text = True, text[: bracketed.start()]
        text = _NOTE.sub("", text) if len(_NOTE.sub("", text)) else text
        if _QUESTIONED.match(text):
            marks.add(Mark.OPTIONAL)
            text = text[1:]
        if len(text) > 1 and text[-1] in "?？":
            marks.add(Mark.OPTIONAL)
            text = text[:-1]
        match = _BRACKETS.search(text)
        if match and (mark := words.marks.get(match["text"].casefold())):
            marks.add(mark)
            text = text[: match.start()].rstrip(" ;\n")
        if text.strip() == before.strip():
            break
    return text.strip(), starred


def _beside(beside: str, marks: set[Mark], words: Words) -> tuple[str, bool]:
    """The words beside a name in code without marks, and whether a star stands there: `` `id`? (a remark) ``."""
    match = _SIGNS.match(beside)
    signs = match[0] if match is not None else ""
    if "?" in signs or "？" in signs:
        marks.add(Mark.OPTIONAL)
    rest = beside[len(signs) :].lstrip()
    rest, is_starred = _marked(f" {'' if _NOTE.fullmatch(rest) else rest}", marks, words)
    return rest, is_starred or "*" in signs


def _split(text: str, words: Words) -> tuple[str, str] | None:
    """A name and the text behind it: a line, brackets, or words; None for a name alone."""
    listed = _LISTED.fullmatch(text)
    if listed is not None and listed["name"][0].isupper() == listed["rest"].lstrip(" ,、，")[:1].isupper():
        return listed["name"], listed["rest"]
    glossed = _GLOSSED.fullmatch(text)
    if glossed is not None:
        return glossed["key"], glossed["label"].strip()
    for cut in (" ; ", "\n"):  # a line end in the cell
        name, separator, rest = text.partition(cut)
        if separator and name.strip():
            return name.strip(), rest.strip(" ;\n")
    match = _BRACKET_BEHIND.match(text)
    if match:
        return match["name"], match["rest"]
    name, _, rest = text.partition(" ")
    is_gloss = name[:1].islower() and rest[:1].isalpha() and not any(map(str.isascii, filter(str.isalpha, rest)))
    return (name, rest.strip()) if rest and _is_plain(name) and (is_gloss or not _is_title(rest, words)) else None


def _others(beside: str, words: Words) -> tuple[tuple[str, ...], str]:
    """Further names behind a first one, and the rest of the words beside it.

    `/ height`, `, height, depth`, `and height`.
    """
    names: list[str] = []
    at = 0
    while match := _FURTHER.match(beside, at):
        is_mark = match["join"] in _JOINTS or match["join"].strip().casefold() in words.alternatives
        if not is_mark or match["name"].removesuffix("[]").casefold() in words.marks.keys() | words.types:
            return (), beside
        names.append(match["name"])
        at = match.end()
    return (tuple(names), "") if at == len(beside) and len(names) <= _MOST_NAMES else ((), beside)


def _slashed(text: str) -> tuple[str, tuple[str, ...]]:
    """The names on both sides of a slash, if they share letters: `first_name/last_name`; or `_` in each.

    `date_from/to` is `date_from` and `date_to`. Without common letters, it is one name: `km/h`, `client/server`.
    """
    if _SLASHED.fullmatch(text) is None or _MEDIA.match(text):
        return text, ()
    first, *further = text.split("/")
    snake, camel = _SNAKE.fullmatch(first), _CAMEL.fullmatch(first)
    if snake is not None and not any("_" in name for name in further):
        return first, tuple(snake["stem"] + name for name in further)
    if camel is not None and all(map(_HUMP.fullmatch, further)):
        return first, tuple(camel["stem"] + name for name in further)
    names = (first, *further)
    if all("_" in name for name in names):
        return first, tuple(further)  # `create_by/create_time`
    shared = max(len(commonprefix(names)), len(commonprefix([name[::-1] for name in names])))
    return (first, tuple(further)) if shared >= _LEAST_SHARED else (text, ())


def _is_plain(name: str) -> bool:
    return name.isascii() and re.fullmatch(r"[\w.@$\[\]{}:/#-]+", name) is not None


def _is_title(rest: str, words: Words) -> bool:
    """Whether words continue the name: `Order Number`, `content type`."""
    first, _, last = rest.partition(" ")
    if first.casefold() in words.alternatives and " " not in last.strip() and _is_plain(last.strip()):
        return last.strip().istitle()  # `Terms and Conditions`, but `width and height`
    return not rest.startswith(("-", "–", "—", ":", "/", ",", "or ", "required", "optional", "Required", "Optional"))


def _bare(beside: str, marks: set[Mark], words: Words) -> str:
    """The words beside a name, without marks."""
    left = []
    for part in _PARTING.split(beside):
        word = part.strip(" \t()（）[]{}【】*_`.:!-–—").casefold()
        if (mark := words.marks.get(word)) is not None:
            marks.add(mark)
        elif word:
            left.append(part.strip())
    return ", ".join(left)
