"""Headings: the name in one, or the part of something that it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ....model.declarations import Presence
from ....model.names import folded, singular
from ....model.types import ANY, MapOf
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words, any_language
from ....tables.marks import meaning
from ....tables.requests import operation_name, request_of_cell
from ....tables.tokens import may_have_cjk
from .titles import cleaned

BRACKETS = regex(
    r"[(（\[【]\s*(?P<inner>[^\s()（）\[\]【】](?:[^()（）\[\]【】]{0,78}[^\s()（）\[\]【】])?)\s*[)）\]】]\s*$"
)
_TWICE = regex(r"`?(?P<first>[^\s`]{2,60})`?\s+(?:[-–—]\s+|[(（])`?(?P<second>[^`()（）]{2,80}?)`?[)）]?")
_EXPLAINED = regex(
    r"(?P<name>[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)+|[a-z]+[A-Z][A-Za-z0-9]*)\s+(?:--?|[–—])\s+\S+(?:\s+\S+){2,}"
)  # `list-rooms -- Shows all rooms`
_WITH_TYPE = regex(r"(?P<part>[^:：]{3,40}?)\s*[:：]\s*`?(?P<rest>[A-Za-z]\w{0,60})(?:\[\])?`?")
"""A part, and its type: `Response: RoomPage`, `Response body: array`."""
OUTERMOST = regex(r"(?:root|top)[ -]level (?=\S)", re.IGNORECASE)
"""Words about the depth of fields, before a generic heading: "Top-level fields"."""
_LATIN = regex(r"[#$@]?[A-Za-z][\w.\-/$]*#?")
_LATIN_HEAD = regex(_LATIN.pattern, re.ASCII)
OTHER_SCRIPT = regex(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")
_KATAKANA = regex(r"[\u30a1-\u30ff]")
_SCRIPTS = regex(r"(?<=[a-z])(?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff])(?=[a-z])")
_MEDIA_TYPE = regex(r"(?:application|multipart|text|image)/", re.IGNORECASE)
_NAMED = regex(r"[^\W\d_a-zA-Z\u00aa-\u024f]+ +(?P<name>(?=[A-Z0-9]+[a-z])[A-Z][A-Za-z0-9]*)")  # `房间 Room`
_WORDS_OF_OTHER_SCRIPT = regex(rf"(?:{OTHER_SCRIPT.pattern}|\s)+")
_LONGEST_PIECE = 40  # the most characters of words without blanks
_BETWEEN = regex(r"[\s/&,，、:：()（）+-]+")
_MOST_VARIANT = 5  # the most words of a variant in brackets
STATUS = regex(r"[1-5]\d\d")  # a status of HTTP
_CONSTANT = regex(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]+-[0-9]+")  # `USER_DATA`, `OBJ-030`
_DECLARED = regex(r"(?P<kind>[a-z]+)\s+(?P<name>[A-Z]\w*)")  # `message Room`


@lru_cache(maxsize=1 << 12)  # every step of reading asks for headings
def part_of(text: str, words: Words) -> Part | None:
    """The part of something that a heading announces; None for a heading with a name of its own."""
    base, _ = variant_of(cleaned(text), words)
    folded = base.casefold()
    pieces = pieces_of(folded if folded in words.parts else OUTERMOST.sub("", folded), words)
    are_sent = any(words.parts.get(piece) in (Part.SENT, Part.RECEIVED) for piece in pieces)
    are_generic = all(_is_generic(piece, words) or (are_sent and _names_columns(piece, words)) for piece in pieces)
    if not pieces or not are_generic:
        return None
    parts = [Part.RECEIVED if STATUS.fullmatch(piece) else words.parts.get(piece, Part.OWN) for piece in pieces]
    of_values = any(
        part is Part.PIECE and (piece in words.flags or piece in words.values_of)
        for piece, part in zip(pieces, parts, strict=True)
    )
    if of_values and {Part.SENT, Part.RECEIVED} & set(parts):
        return None  # `Result Enum`, `Request Type`
    return next(part for part in (Part.RECEIVED, Part.SENT, Part.PIECE, Part.OWN) if part in parts)


def announced(headings: Sequence[str], words: Words) -> Presence | None:
    """The presence of all fields of a table by its headings: `Optional attributes`."""
    if not headings or part_of(headings[-1], words) is None:
        return None
    return presence_in(headings[-1], words)


def presence_in(heading: str, words: Words) -> Presence | None:
    """The presence in the words of a heading; None without one."""
    marks = {mark for word in cleaned(heading).casefold().split() if (mark := words.marks.get(word)) is not None}
    return meaning(marks).presence


def without_presence(text: str, words: Words) -> str:
    """A heading without its word for a presence: `Optional Card` is `Card`."""
    return " ".join(word for word in text.split() if not says_presence(word.casefold(), words))


def without_deprecation(text: str, words: Words) -> str:
    """A heading without a mark for deprecated: `[Deprecated] Room`, `Room - deprecated`. `Room Deprecated` stays."""
    if not words.mark_sentences.may_deprecate(text):
        return text
    match = words.mark_sentences.deprecated_heading.search(text)
    if match is None or ((bare := match["bare"]) is not None and bare != bare.casefold() and not bare.isupper()):
        return text
    return (text[: match.start()] + text[match.end() :]).strip() or text


def _is_generic(piece: str, words: Words) -> bool:
    return piece in words.generic or piece in words.marks or STATUS.fullmatch(piece) is not None


def _names_columns(piece: str, words: Words) -> bool:
    """Whether a word is the plural of a heading of a column of names: `Response Tags` above a column `Tag`."""
    return singular(piece) != piece and words.roles.get(singular(piece)) is Role.NAME


def pieces_of(lowered: str, words: Words) -> list[str]:
    """The words of a heading. It may be one phrase of the lexicon; words of another script may need no blanks."""
    if lowered in words.generic and (
        lowered in words.parts or not (may_have_cjk(lowered) and _SCRIPTS.search(lowered))
    ):
        return [lowered]
    pieces = [piece for piece in _BETWEEN.split(lowered) if piece]
    parts = (
        part
        for piece in pieces
        for part in ([piece] if piece in words.parts or not may_have_cjk(piece) else _SCRIPTS.split(piece))
    )
    return [word for part in parts for word in ([part] if part.isascii() else _words_of(part, words))]


def _words_of(text: str, words: Words) -> Sequence[str]:
    """The generic words in a text without blanks, the longest first; the text itself if it has other words."""
    made: list[Sequence[str] | None] = [()]
    for end in range(1, min(len(text), _LONGEST_PIECE) + 1):
        starts = (at for at in range(end) if made[at] is not None and text[at:end] in words.generic)
        start = next(starts, None)
        before = made[start] if start is not None else None
        made.append(None if start is None or before is None else (*before, text[start:end]))
    return made[len(text)] or (text,) if len(text) < len(made) else (text,)


@lru_cache(maxsize=1 << 12)
def name_in(text: str, words: Words) -> str:
    """The name in a heading, without the words that frame it."""
    if (request := request_of_cell(text)) is not None:
        return operation_name(request)
    match = BRACKETS.search(text)
    if (
        match
        and not re.search(r"[A-Za-z]", text[: match.start()])
        and _LATIN.fullmatch(match["inner"].replace(" ", "_"))
        and not _MEDIA_TYPE.match(match["inner"])
    ):
        return match["inner"]
    base, variant = variant_of(_unrepeated(text), words)
    base = framed(base, words) or base
    if (called := _NAMED.fullmatch(base)) is not None:
        base = called["name"]
    if OTHER_SCRIPT.search(base) and (latin := _LATIN_HEAD.match(base)):
        base = _with_latin_name(base, latin[0], words)
    return f"{base} {variant}".strip()


def _unrepeated(text: str) -> str:
    """A heading without a repetition of its name in another spelling, or a sentence: `priceAlert — Price Alert`."""
    if (explained := _EXPLAINED.fullmatch(text)) is not None:
        return explained["name"]
    match = _TWICE.fullmatch(text.replace("(s)", "s"))
    return match["first"] if match is not None and folded(match["first"]) == folded(match["second"]) else text


def _with_latin_name(text: str, latin: str, words: Words) -> str:
    """The identifier at the head of a heading in another script, and the English word for a kind behind it."""
    rest = text[len(latin) :].strip()
    if re.search(r"[A-Za-z]", rest) or not OTHER_SCRIPT.search(rest):
        return text
    if _KATAKANA.match(text, len(latin)) is not None and not _known(rest, words):
        return text  # `Webフック`
    kinds = [words.english[piece] for piece in _known(rest, words) if piece in words.english]
    return " ".join((latin.strip("#"), *kinds))


def _known(text: str, words: Words) -> Sequence[str]:
    """The words with an English name in a text without blanks; () if it has other words."""
    pieces = _words_of(text, words) if text not in words.english else (text,)
    return pieces if all(piece in words.english or piece in words.hollow for piece in pieces) else ()


@lru_cache(maxsize=1 << 12)
def variant_of(text: str, words: Words) -> tuple[str, str]:
    """A heading, and the variant in brackets behind it. Badges and marks are left out: `(beta)`, `[Deprecated]`."""
    text = without_deprecation(text, words)
    introduced = _WITH_TYPE.fullmatch(text) if ":" in text or "：" in text else None
    if introduced is not None and part_of(introduced["part"], words) in (Part.SENT, Part.RECEIVED):
        return introduced["part"], introduced["rest"] if introduced["rest"][:1].isupper() else ""
    while (match := BRACKETS.search(text)) is not None and match.start():
        base, variant = text[: match.start()].strip(), match["inner"]
        if _is_badge(variant, words):
            text = base
            continue
        name = framed(base, words) or base
        is_remark = folded(base).endswith(folded(variant)) or _MEDIA_TYPE.match(variant) is not None
        is_remark = is_remark or _is_table_of(variant, name, words) or _is_gloss(variant, base, name)
        is_remark = is_remark or words.types.get(variant.casefold()) == MapOf(ANY)  # `Room (object)`
        is_remark = is_remark or len(variant.split()) > _MOST_VARIANT or _is_same_part(variant, base, words)
        is_remark = is_remark or (variant.isdecimal() and STATUS.fullmatch(variant) is None)  # a count of rows
        return base, "" if is_remark else variant
    return text, ""


def _is_gloss(variant: str, base: str, name: str) -> bool:
    """Whether the text in brackets repeats a Latin name in another script: `Room (房间)`, `Order (订单、明细)`.

    base  the text before the brackets
    name  the same, without words that frame a name
    """
    if re.search(r"[A-Za-z]", variant) or not OTHER_SCRIPT.search(variant):
        return False
    return _LATIN.fullmatch(name) is not None or (
        base.isascii() and _WORDS_OF_OTHER_SCRIPT.fullmatch(variant) is not None
    )


def _is_same_part(variant: str, base: str, words: Words) -> bool:
    """Whether the English word in brackets says the same as a word for a part of an operation: `요청 (Request)`."""
    part = words.parts.get(variant.casefold())
    return part in (Part.SENT, Part.RECEIVED) and not base.isascii() and part_of(base, words) is part


def _is_table_of(variant: str, base: str, words: Words) -> bool:
    """Whether the text in brackets names a table or class for the name before it: ``Order (`orders` table)``."""
    kept = [word for word in variant.replace("`", "").split() if word.casefold() not in words.declared]
    return len(kept) == 1 < len(variant.split()) and singular(folded(kept[0])) == singular(folded(base))


def _is_badge(text: str, words: Words) -> bool:
    return _CONSTANT.fullmatch(text) is not None or text.casefold() in words.marks or text.casefold() in words.badges


@lru_cache(maxsize=1 << 12)
def framed(text: str, words: Words) -> str:
    """The text without the words that frame a name; "" without other words."""
    if (declared := _DECLARED.fullmatch(text)) is not None and declared["kind"] in words.declared:
        return declared["name"]
    frames = words.frames
    text = text.replace(" :", ":")  # as in French
    for _ in range(4):
        lowered = text.casefold()
        before = words.frames_before if lowered.startswith(words.frames_before) else ()
        cut = next((frame for frame in before if _begins(lowered, frame)), None)
        if cut is not None and text[len(cut) :].strip(" :：-–—"):
            text = text[len(cut) :].strip(" :：-–—")
            continue
        behind = frames if lowered.endswith(frames) else ()
        cut = next((frame for frame in behind if _ends(lowered, frame)), None)
        rest = (
            text[: len(text) - len(cut)].strip(" :：-–—" + "".join(any_language().particles)) if cut is not None else ""
        )
        if not rest:
            break
        text, frames = rest, words.object_frames
    return text


def _begins(text: str, frame: str) -> bool:
    return text.startswith(frame) and (
        not frame[-1].isalnum() or not text[len(frame) : len(frame) + 1].isalnum() or not frame.isascii()
    )


def _ends(text: str, frame: str) -> bool:
    before = text[: len(text) - len(frame)][-1:]
    return text.endswith(frame) and (not frame.isascii() or not (before.isalnum() or before == "_"))


def says_presence(word: str, words: Words) -> bool:
    """Whether a word in lower case is a mark of presence: `required`, `optional`."""
    return word in words.marks and meaning({words.marks[word]}).presence is not None
