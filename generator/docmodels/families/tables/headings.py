"""What a heading says: which part of something it announces, or the name that it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...model.declarations import Presence
from ...model.names import folded, singular
from ...regexes import regex
from ...tables.lexicon import Part, Role, Words, any_language
from ...tables.marks import meaning
from ...tables.requests import operation_name, request_of_cell
from .titles import cleaned

BRACKETS = regex(
    r"[(（\[【]\s*(?P<inner>[^\s()（）\[\]【】](?:[^()（）\[\]【】]{0,78}[^\s()（）\[\]【】])?)\s*[)）\]】]\s*$"
)
_TWICE = regex(r"`?(?P<first>[^\s`]{2,60})`?\s+(?:[-–—]\s+|[(（])`?(?P<second>[^`()（）]{2,80}?)`?[)）]?")
_SHOWN_AS = regex(r"(?P<part>[^:：]{3,40}?)\s*[:：]\s*`?(?P<rest>[A-Za-z]\w{0,60})(?:\[\])?`?")
"""A part, and what it holds: `Response: RoomPage`, `Response body: array`."""
OUTERMOST = regex(r"(?:root|top)[ -]level (?=\S)", re.IGNORECASE)
"""Words before a generic heading that say how deep its fields are: "Top-level fields"."""
_LATIN = regex(r"[#$@]?[A-Za-z][\w.\-/$]*#?")
_LATIN_HEAD = regex(_LATIN.pattern, re.ASCII)
OTHER_SCRIPT = regex(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")
_SCRIPTS = regex(r"(?<=[a-z])(?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff])(?=[a-z])")
_MEDIA_TYPE = regex(r"(?:application|multipart|text|image)/", re.IGNORECASE)
_NAMED = regex(r"[^\W\d_a-zA-Z\u00aa-\u024f]+ +(?P<name>(?=[A-Z0-9]+[a-z])[A-Z][A-Za-z0-9]*)")  # `房间 Room`
_WORDS_OF_OTHER_SCRIPT = regex(rf"(?:{OTHER_SCRIPT.pattern}|\s)+")
_LONGEST_PIECE = 40  # characters of words without blanks
_BETWEEN = regex(r"[\s/&,，、:：()（）+-]+")
_MOST_VARIANT = 5  # words in brackets that tell variants apart
STATUS = regex(r"[1-5]\d\d")  # of HTTP
_CONSTANT = regex(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]+-[0-9]+")  # `USER_DATA`, `OBJ-030`
_DECLARED = regex(r"(?P<kind>[a-z]+)\s+(?P<name>[A-Z]\w*)")  # `message Room`


@lru_cache(maxsize=1 << 12)  # each step of reading a page asks for its headings
def part_of(text: str, words: Words) -> Part | None:
    """Which part of something a heading announces; None where it names something itself."""
    base, _ = variant_of(cleaned(text), words)
    folded = base.casefold()
    pieces = pieces_of(folded if folded in words.parts else OUTERMOST.sub("", folded), words)
    are_sent = any(words.parts.get(piece) in (Part.SENT, Part.RECEIVED) for piece in pieces)
    are_generic = all(_is_generic(piece, words) or (are_sent and _names_columns(piece, words)) for piece in pieces)
    if not pieces or not are_generic:
        return None
    found = [Part.RECEIVED if STATUS.fullmatch(piece) else words.parts.get(piece, Part.OWN) for piece in pieces]
    of_values = any(
        part is Part.PIECE and (piece in words.flags or piece in words.values_of)
        for piece, part in zip(pieces, found, strict=True)
    )
    if of_values and {Part.SENT, Part.RECEIVED} & set(found):
        return None  # `Result Enum`, `Request Type`
    return next(part for part in (Part.RECEIVED, Part.SENT, Part.PIECE, Part.OWN) if part in found)


def announced(headings: Sequence[str], words: Words) -> Presence | None:
    """What the heading of a table says about the presence of all of its fields: `Optional attributes`."""
    if not headings or part_of(headings[-1], words) is None:
        return None
    return presence_in(headings[-1], words)


def presence_in(heading: str, words: Words) -> Presence | None:
    """What the words of a heading say about presence; None where they say nothing."""
    marks = {mark for word in cleaned(heading).casefold().split() if (mark := words.marks.get(word)) is not None}
    return meaning(marks).presence


def without_presence(text: str, words: Words) -> str:
    """A heading without the word that says whether fields must be there: `Optional Card` is `Card`."""
    return " ".join(word for word in text.split() if not says_presence(word.casefold(), words))


def without_deprecation(text: str, words: Words) -> str:
    """A heading less a mark that its model is deprecated: `[Deprecated] Room`, `Room - deprecated`; `Room Deprecated` is a name."""
    if not words.mark_sentences.may_stand_in(text):
        return text
    match = words.mark_sentences.deprecated_heading.search(text)
    if match is None or ((bare := match["bare"]) is not None and bare != bare.casefold() and not bare.isupper()):
        return text
    return (text[: match.start()] + text[match.end() :]).strip() or text


def _is_generic(piece: str, words: Words) -> bool:
    return piece in words.generic or piece in words.marks or STATUS.fullmatch(piece) is not None


def _names_columns(piece: str, words: Words) -> bool:
    """Whether a word is the plural of a heading of names: `Response Tags` are those below `Tag`."""
    return singular(piece) != piece and words.roles.get(singular(piece)) is Role.NAME


def pieces_of(lowered: str, words: Words) -> list[str]:
    """The words of a heading: it may be one of the lexicon, and a script that needs no blanks may follow another."""
    if lowered in words.generic and (lowered in words.parts or not _SCRIPTS.search(lowered)):
        return [lowered]
    pieces = [piece for piece in _BETWEEN.split(lowered) if piece]
    parts = (part for piece in pieces for part in ([piece] if piece in words.parts else _SCRIPTS.split(piece)))
    return [word for part in parts for word in ([part] if part.isascii() else _words_of(part, words))]


def _words_of(text: str, words: Words) -> Sequence[str]:
    """The generic words that a text without blanks is made of, the longest there are; the text itself where it is more."""
    made: list[Sequence[str] | None] = [()]
    for end in range(1, min(len(text), _LONGEST_PIECE) + 1):
        starts = (at for at in range(end) if made[at] is not None and text[at:end] in words.generic)
        start = next(starts, None)
        before = made[start] if start is not None else None
        made.append(None if start is None or before is None else (*before, text[start:end]))
    return made[len(text)] or (text,) if len(text) < len(made) else (text,)


@lru_cache(maxsize=1 << 12)
def name_in(text: str, words: Words) -> str:
    """The name that a heading shows, less the words around it."""
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
    """A heading that says its name twice, in two spellings, once: `priceAlert — Price Alert`."""
    match = _TWICE.fullmatch(text.replace("(s)", "s"))
    return match["first"] if match is not None and folded(match["first"]) == folded(match["second"]) else text


def _with_latin_name(text: str, latin: str, words: Words) -> str:
    """The identifier that a heading in another script begins with, and the English word for a kind behind it."""
    rest = text[len(latin) :].strip()
    if re.search(r"[A-Za-z]", rest) or not OTHER_SCRIPT.search(rest):
        return text
    kinds = [words.english[piece] for piece in _known(rest, words) if piece in words.english]
    return " ".join((latin.strip("#"), *kinds))


def _known(text: str, words: Words) -> Sequence[str]:
    """The words with an English name that a text without blanks is made of; nothing where it is more."""
    pieces = _words_of(text, words) if text not in words.english else (text,)
    return pieces if all(piece in words.english or piece in words.hollow for piece in pieces) else ()


@lru_cache(maxsize=1 << 12)
def variant_of(text: str, words: Words) -> tuple[str, str]:
    """A heading and the text in brackets behind it, less badges and marks: `(beta)`, `(USER_DATA)`, `[Deprecated]`."""
    text = without_deprecation(text, words)
    shown = _SHOWN_AS.fullmatch(text) if ":" in text or "：" in text else None
    if shown is not None and part_of(shown["part"], words) in (Part.SENT, Part.RECEIVED):
        return shown["part"], shown["rest"] if shown["rest"][:1].isupper() else ""
    while (match := BRACKETS.search(text)) is not None and match.start():
        base, variant = text[: match.start()].strip(), match["inner"]
        if _is_badge(variant, words):
            text = base
            continue
        name = framed(base, words) or base
        is_said = folded(base).endswith(folded(variant)) or _MEDIA_TYPE.match(variant) is not None
        is_said = is_said or _is_table_of(variant, name, words) or _is_gloss(variant, base, name)
        is_said = is_said or len(variant.split()) > _MOST_VARIANT  # a remark
        return base, "" if is_said else variant
    return text, ""


def _is_gloss(variant: str, base: str, name: str) -> bool:
    """Whether the text in brackets says a Latin name again in another script: `Room (房间)`, `Order (订单、明细)`.

    base  the text before the brackets
    name  the same, less the words that frame a name
    """
    if re.search(r"[A-Za-z]", variant) or not OTHER_SCRIPT.search(variant):
        return False
    return _LATIN.fullmatch(name) is not None or (
        base.isascii() and _WORDS_OF_OTHER_SCRIPT.fullmatch(variant) is not None
    )


def _is_table_of(variant: str, base: str, words: Words) -> bool:
    """Whether the text in brackets tells which table or class has the name before it: ``Order (`orders` table)``."""
    kept = [word for word in variant.replace("`", "").split() if word.casefold() not in words.declared]
    return len(kept) == 1 < len(variant.split()) and singular(folded(kept[0])) == singular(folded(base))


def _is_badge(text: str, words: Words) -> bool:
    return _CONSTANT.fullmatch(text) is not None or text.casefold() in words.marks or text.casefold() in words.badges


@lru_cache(maxsize=1 << 12)
def framed(text: str, words: Words) -> str:
    """The text less the words that frame a name; "" where nothing else is there."""
    if (declared := _DECLARED.fullmatch(text)) is not None and declared["kind"] in words.declared:
        return declared["name"]
    frames = words.frames
    text = text.replace(" :", ":")  # as French has it
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
