"""What a model is called after: the headings above its table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...frozen import frozen
from ...model.declarations import Presence
from ...model.names import folded
from ...tables.lexicon import Part, Words
from ...tables.marks import said

_NUMBERING = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,5}[.)、:]?\s+|\d{1,3}[.)、]\s*|[（(]\d{1,3}[)）]\s*)")
_BRACKETS = re.compile(
    r"[(（\[【]\s*(?P<inner>[^\s()（）\[\]【】](?:[^()（）\[\]【】]{0,78}[^\s()（）\[\]【】])?)\s*[)）\]】]\s*$"
)
_LATIN = re.compile(r"[#$@]?[A-Za-z][\w.\-/$]*#?")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")
_SCRIPTS = re.compile(r"(?<=[a-z])(?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff])(?=[a-z])")
_MEDIA_TYPE = re.compile(r"(?:application|multipart|text|image)/", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f]+ +(?P<name>(?=[A-Z0-9]+[a-z])[A-Z][A-Za-z0-9]*)")  # `房间 Room`
_LONGEST_PIECE = 40  # characters of words without blanks
_BETWEEN = re.compile(r"[\s/&,，、:：()（）+-]+")


@frozen()
class Named:
    """What headings make a model's title.

    title  the name
    part   which part of something the heading announces, if it says no more
    why    the reason for the name, in a clause; "" if the page has the heading as it is
    above  the names of what the heading is below, the innermost first, to distinguish twins
    """

    title: str
    part: Part | None = None
    why: str = ""
    above: tuple[str, ...] = ()


def named(headings: Sequence[str], words: Words) -> Named:
    """The title that headings make, the outermost first; a label above a table is one of them."""
    texts = [text for text in map(cleaned, headings) if text]
    if not texts:
        return Named("")
    own = texts[-1]
    naming = [text for text in reversed(texts[:-1]) if part_of(text, words) is None]
    above = naming[0] if naming else ""
    part = part_of(own, words)
    if part is None:
        title = name_in(own, words)
        why = "" if title == own else f'after the heading "{own}", less the words that only frame the name'
        return Named(title, None, why, tuple(name_in(text, words) for text in naming))
    base, variant = _variant(own)
    if announced([own], words) is not None:  # says which fields, and not of what
        base = " ".join(word for word in base.split() if word.casefold() not in words.marks) or base
    kept = base if part is Part.OWN or not base.isascii() else _framed(base, words) or base
    if part is Part.OWN and not _says_more(base, words):
        title = f"{name_in(above, words)} {variant}".strip() or base
        why = f'after the heading "{above}", of which "{own}" shows a part'
        return Named(title, part, why, tuple(name_in(text, words) for text in naming[1:]))
    between = (
        [_framed(_variant(text)[0], words) or text for text in texts[texts.index(above) + 1 : -1]]
        if above
        else texts[:-1]
    )
    title = " ".join(filter(None, (_whole(above, words), *between, kept, variant)))
    return Named(title, part, f'after the headings "{above}" and "{own}"' if above else "")


def cleaned(text: str) -> str:
    """A heading without numbering and marks at its ends."""
    text = " ".join(text.replace("​", "").split())
    text = _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text
    return text.strip("#").strip(" *_`:：;；-–—•·>").strip() or text.strip()


def part_of(text: str, words: Words) -> Part | None:
    """Which part of something a heading announces; None where it names something itself."""
    base, _ = _variant(text)
    lowered = base.casefold()
    pieces = _pieces(lowered, words)
    if not pieces or not all(piece in words.generic for piece in pieces):
        return None
    parts = {words.parts[piece] for piece in pieces if piece in words.parts}
    return next((part for part in (Part.RECEIVED, Part.SENT, Part.OWN) if part in parts), None)


def announced(headings: Sequence[str], words: Words) -> Presence | None:
    """What the heading of a table says about the presence of all of its fields: `Optional attributes`."""
    if not headings or part_of(headings[-1], words) is None:
        return None
    marks = {mark for word in headings[-1].casefold().split() if (mark := words.marks.get(word)) is not None}
    return said(marks).presence


def _pieces(lowered: str, words: Words) -> list[str]:
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


def name_in(text: str, words: Words) -> str:
    """The name that a heading shows, less the words around it."""
    match = _BRACKETS.search(text)
    if (
        match
        and not re.search(r"[A-Za-z]", text[: match.start()])
        and _LATIN.fullmatch(match["inner"].replace(" ", "_"))
        and not _MEDIA_TYPE.match(match["inner"])
    ):
        return match["inner"]
    base, variant = _variant(text)
    base = _framed(base, words) or base
    if (called := _NAMED.fullmatch(base)) is not None:
        base = called["name"]
    if _OTHER_SCRIPT.search(base) and (latin := _LATIN.match(base)) and _OTHER_SCRIPT.search(base, latin.end()):
        rest = base[latin.end() :]
        if not re.search(r"[A-Za-z]", rest):
            base = latin[0].strip("#")
    return f"{base} {variant}".strip()


def _whole(text: str, words: Words) -> str:
    """A heading that names an operation, or whatever else the part belongs to."""
    match = _BRACKETS.search(text)
    if match and not re.search(r"[A-Za-z]", text[: match.start()]):
        return name_in(text, words)
    base, variant = _variant(text)
    return f"{_framed(base, words) or base} {variant}".strip()


def _variant(text: str) -> tuple[str, str]:
    """A heading and the text in brackets behind it."""
    match = _BRACKETS.search(text)
    if match is None or not match.start():
        return text, ""
    base, variant = text[: match.start()].strip(), match["inner"]
    is_said = folded(base).endswith(folded(variant)) or _MEDIA_TYPE.match(variant) is not None
    return base, "" if is_said else variant


def _framed(text: str, words: Words) -> str:
    """The text less the words that frame a name; "" where nothing else is there."""
    frames = words.frames
    for _ in range(4):
        lowered = text.casefold()
        before = words.frames_before if lowered.startswith(words.frames_before) else ()
        cut = next((frame for frame in before if _begins(lowered, frame)), None)
        if cut is not None and text[len(cut) :].strip(" :：-–—"):
            text = text[len(cut) :].strip(" :：-–—")
            continue
        behind = frames if lowered.endswith(frames) else ()
        cut = next((frame for frame in behind if _ends(lowered, frame)), None)
        rest = text[: len(text) - len(cut)].strip(" :：-–—的") if cut is not None else ""
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


def _says_more(text: str, words: Words) -> bool:
    """Whether the heading of a part says which one: `Additional Fields`."""
    lowered = text.casefold()
    pieces = _pieces(lowered, words)
    return any(words.parts.get(piece) is not Part.OWN and piece not in words.frames for piece in pieces)
