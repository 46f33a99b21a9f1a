"""The names of models, by the headings above their tables."""

from __future__ import annotations

from collections.abc import Container, Sequence
from http import HTTPStatus

from ....frozen import frozen
from ....model.names import folded, singular
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words, any_language
from ....tables.requests import request_of_cell
from .headings import OTHER_SCRIPT, OUTERMOST, STATUS, framed, name_in, part_of, pieces_of, says_presence, variant_of
from .titles import cleaned

_STATUS_LINE = regex(r"^([1-5]\d\d)\b.*$")  # `200 OK`
_CALLED = regex(r"[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*")  # `Response (RoomStats)`
_NO_TYPES = frozenset(
    {folded(status.phrase) for status in HTTPStatus} | {"formdata", "javascript", "typescript", "graphql", "websocket"}
)
"""Words in brackets in the form of a name of a type: `Response (NotFound)`, `Body (FormData)`."""


@frozen()
class Named:
    """The title of a model, by headings.

    title  the name
    part   the part of something that a generic heading announces
    why    the reason for the name, in a clause; "" for a heading as it is
    above  the names above the heading, the innermost first, to distinguish twins
    is_numbered  whether only a number distinguishes it from a twin
    """

    title: str
    part: Part | None = None
    why: str = ""
    above: tuple[str, ...] = ()
    is_numbered: bool = False


def named(headings: Sequence[str], words: Words, page: str = "", specific: Container[str] = ()) -> Named:
    """The title of a model by its headings, the outermost first. A label above the table is the last one.

    page      the name of the page, for a generic heading without a name above
    specific  headings of generic words that are names on this page
    """
    texts = [text for heading in headings if (text := cleaned(heading))]
    if not texts:
        return Named("")
    called = variant_of(texts[-1], words)[1]
    texts = [_status_of(text, texts[:index], words) or text for index, text in enumerate(texts)]
    texts = [_without_depth(text, words) if "level" in text.lower() else text for text in texts]
    own = texts[-1]
    parts = [part_of(text, words) for text in texts]
    parts = [None if part is not None and text in specific else part for text, part in zip(texts, parts, strict=True)]
    names = [index for index in reversed(range(len(texts) - 1)) if parts[index] is None]
    stop = len(texts) - 1
    while len(names) > 1 and parts[-1] is Part.RECEIVED and _ends_in_request(texts[names[0]], words):
        stop = names.pop(0)  # a response is no part of "Market order parameters"
    outer = [name_in(texts[index], words) for index in names]
    part = parts[-1]
    if part is None:
        title = name_in(own, words)
        why = "" if title == own else f'after the heading "{own}", without the words that only frame the name'
        return Named(title, None, why, tuple(outer))
    if part is Part.SENT and Part.RECEIVED in parts[names[0] + 1 if names else 0 :]:
        part = Part.RECEIVED  # "Parameters" below "Response"
    above = texts[names[0]] if names else cleaned(page)
    base = outer[0] if names else name_in(above, words)
    if part in (Part.SENT, Part.RECEIVED) and _CALLED.fullmatch(called) and folded(called) not in _NO_TYPES:
        return Named(called, part, f'after the name in "{own}"', (base, *outer[1:]))
    among = range(names[0] + 1 if names else 0, stop)
    between = [texts[index] for index in among if not (parts[-1] is Part.RECEIVED and parts[index] is Part.SENT)]
    ends = [end for text in (*between, own) if (end := _end(_unrepeated(text, base), base, words))]
    title = _joined(base, ends) or own
    why = f'after the heading "{above}"; "{own}" shows a part of it' if above else ""
    if ends and ends[-1] == _end(_unrepeated(own, base), base, words):
        why = f'after the headings "{above}" and "{own}"' if above else ""
    return Named(title, part, why, tuple(outer[1:]))


def _without_depth(text: str, words: Words) -> str:
    """A generic heading without words about the depth of fields: `fields` of "Top-level fields"."""
    rest = OUTERMOST.sub("", text)
    return rest if part_of(rest, words) is not None else text


def _ends_in_request(text: str, words: Words) -> bool:
    """Whether the last of several words of a heading is one for parts of a request: `Market order parameters`.

    `New withdrawal request` is an operation, and `Pull requests` are a resource.
    """
    *others, last = text.casefold().split()
    is_plural = singular(last) != last or not last.isascii()
    is_part = is_plural and words.parts.get(last) is Part.SENT
    return bool(others) and is_part and words.roles.get(singular(last)) is Role.NAME


def _status_of(text: str, above: Sequence[str], words: Words) -> str:
    """The status at the head of a heading below `Responses`: `200 List of rooms`; else ""."""
    status = STATUS.match(text.strip("`"))
    if status is None or not text.strip("`")[status.end() :].startswith((" ", "`", ":")):
        return ""
    is_response = any(request_of_cell(near) is not None or part_of(near, words) is Part.RECEIVED for near in above)
    return status[0] if is_response else ""


def _unrepeated(text: str, base: str) -> str:
    """A heading without words that repeat the word before, or the end of the name above, in the plural or not.

    `URL Attributes` below `Room URL` is `Attributes`, and `argument Arguments` is `argument`.
    """
    kept: list[str] = []
    for word in text.split():
        before = kept[-1] if kept else ""
        if not _is_again(word, before):
            kept.append(word)
    above = base.split()
    size = next((n for n in range(min(len(kept), len(above)), 0, -1) if all(map(_is_again, kept[:n], above[-n:]))), 0)
    return " ".join(kept[size:])


def _is_again(word: str, other: str) -> bool:
    """Whether two words are the same, in the plural or not."""
    return word.isalpha() and singular(word.casefold()) == singular(other.casefold())


def _end(text: str, base: str, words: Words) -> str:
    """The end that a generic heading adds to the name above it: `JSON Params`, `Response`; "" for frame words alone."""
    own, variant = variant_of(text, words)
    variant = _STATUS_LINE.sub(r"\1", variant)
    own = _without_hollow_ends(own, words)
    pieces = pieces_of(own.casefold(), words)
    is_plain = all(words.parts.get(piece, Part.OWN) is Part.OWN and _is_hollow(piece, words) for piece in pieces)
    if is_plain and not any(map(STATUS.fullmatch, pieces)):
        return variant
    if base and base.isascii() and not own.isascii() and OTHER_SCRIPT.search(own):
        kept = " ".join(dict.fromkeys(filter(None, (_translated(piece, words) for piece in pieces))))
    else:
        kept = _telling(own, words) or own
        kept = kept if part_of(text, words) is Part.OWN or not own.isascii() else framed(kept, words) or kept
    return f"{_quiet(kept, words)} {variant}".strip()


def _quiet(text: str, words: Words) -> str:
    """A text whose generic words are not in capitals alone: `Return Value` of `RETURN VALUE`."""
    pieces = text.split()
    if len(pieces) < 2 or not text.isupper() or not text.isascii():
        return text
    are_generic = text.casefold() in words.generic or all(piece.casefold() in words.generic for piece in pieces)
    return " ".join(map(str.capitalize, pieces)) if are_generic else text


def _telling(text: str, words: Words) -> str:
    """The distinctive words of a generic heading: `JSON Params` of `All JSON Params`.

    The last word stays if no other word means a part: `Common metadata`. A word for fields goes beside one for sent or
    received: `réponse` of `Champs de la réponse`.
    """
    is_framed = part_of(text, words) in (Part.SENT, Part.RECEIVED)
    frames = frozenset(words.frames) if is_framed else frozenset()
    *others, last = [(word, word.casefold().strip(":：")) for word in text.split()]
    kept = [(word, key) for word, key in others if not _is_idle(key, words) and key not in frames]
    is_thing = any(key in words.parts for _, key in kept)
    is_idle = _is_idle(last[1], words) or last[1] in frames
    if not is_idle or (kept and not is_thing and not says_presence(last[1], words)):
        kept.append(last)
    return " ".join(word for word, _ in kept)


def _without_hollow_ends(text: str, words: Words) -> str:
    """A generic heading in a script without blanks, without the empty words at its ends.

    `返回参数说明` is `返回参数`, `成功响应` is `响应`.
    """
    while not text.isascii():
        particles = " " + "".join(any_language().particles)
        end = next((word for word in words.hollow_ends if text.endswith(word)), "")
        start = next((word for word in words.hollow_ends if text.startswith(word)), "") if not end else ""
        rest = text[len(start) : len(text) - len(end)].strip(particles)
        if not (start or end) or part_of(rest, words) is None:
            break
        text = rest
    return text


def _is_hollow(piece: str, words: Words) -> bool:
    """Whether a word of a generic heading cannot distinguish parts."""
    return piece in words.hollow or piece in words.frames or piece in words.marks or piece in words.parts


def _is_idle(word: str, words: Words) -> bool:
    return word in words.hollow or says_presence(word, words)


def _translated(piece: str, words: Words) -> str:
    if piece.isascii() or piece in words.hollow:
        return "" if piece in words.hollow else piece.capitalize()
    usual = {Part.SENT: "Request", Part.RECEIVED: "Response"}
    return words.english.get(piece) or usual.get(words.parts.get(piece, Part.OWN), "")


def _joined(base: str, ends: Sequence[str]) -> str:
    """A name and the words behind it, without words that a later heading repeats."""
    kept = [
        end
        for index, end in enumerate(ends)
        if not _singulars([end]) <= _singulars(ends[index + 1 :])
        and not (index and not end.isascii() and any(end in earlier for earlier in ends[:index]))
    ]
    return " ".join(filter(None, (base, *kept)))


def _singulars(ends: Sequence[str]) -> frozenset[str]:
    """The words of some ends in lower case, in the singular: `Responses` means the same as `200 Response`."""
    return frozenset(singular(word) for end in ends for word in end.casefold().split())
