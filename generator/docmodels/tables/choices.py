"""The values of a field, in a cell or a description: one reader for all forms of lists.

Possible values: `low`, `high`            complete, so closed
One of low, normal or high.               complete
`asc` or `desc`                           nothing else in the cell: complete
Such as `low`, `high`                     examples, so open
Account status (working, lock)            no word for all values: open
1 = open, 2 = closed                      open
1=open 2=closed                           open
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ..frozen import replace
from ..model.types import NULL
from ..patterns import regex
from .announced import announced_behind, announced_values, constant_value
from .bounds import is_range
from .chosen import MOST, Choices, chosen_from, is_inside, is_more
from .lexicon import Words
from .listing import Listing, read_listing
from .paired import paired
from .patterned import without_patterns
from .tokens import DRESSED, Kind, Token, is_value, plain, tokens
from .unannounced import is_kind, is_token, unannounced

_LONGEST = 6_000  # the most characters to read
_SHORT = 80  # the most characters of a text that may be nothing but values
_FLAT = frozenset({Kind.NUMBER, Kind.WORD})
_RANGE = regex(r"\d+\s*[-~–]\s*\d+")
# `["disk", "memory"]`. Numbers in brackets may be the ends of a range.
_ARRAY = regex(r"\[\s*(?P<values>[\"'“`][^\[\]]{0,2000}[\"'”`])\s*\]")
_PLAIN_ARRAY = regex(r"\[\s*(?P<values>[A-Za-z][\w.-]{0,60}(?:\s*,\s*[A-Za-z][\w.-]{0,60}){1,60})\s*\]")
_ENDS = frozenset({"min", "max", "from", "to", "start", "end", "lat", "lon", "lng", "x", "y", "width", "height"})
_NUMBERED = regex(r"\d\s*[、．)）]")  # `1、` counts notes as well
_BRACED = regex(r"\{\s*(?P<values>[\w.-]{1,60}(?:\s*[,|/]\s*[\w.-]{1,60}){1,60})\s*\}")  # `The season {spring, fall}`
_HINTS = regex(r"[`\"“「«„'‘|/(（,、，=:：;；\n]")
_PLAIN = (
    r"(?:[a-z ,;!?\n]++|(?<!\d)[A-Z](?![A-Z\d])|(?<![A-Z])\d|\.(?=[a-z\s]|\Z)|(?<=\d)\.(?=\d)"
    r"|(?<=[A-Za-z])['’/-](?=[a-z])|\[[A-Za-z][a-z ]{0,80}+\]\([^()\s]{1,300}+\))*+"
)
_PROSE = regex(
    rf"[A-Za-z]+(?:['’]s)? (?P<second>[A-Za-z]+)(?![^ ,.;\n])"
    rf"{_PLAIN}(?:`[\w.-]+`{_PLAIN})?(?:\((?P<inner>[A-Za-z0-9 .]{{1,120}})\){_PLAIN})?"
)
"""Words, numbers and links, with one piece of code and one bracket at most, and no words in capitals and no colons."""


_CODE_LIST = regex(
    r"`\s*(?P<values>[\w.-]{1,60}(?:\s*\|\s*[\w.-]{1,60}){1,60}|[A-Z][A-Z0-9_]{1,60}(?:\s+/\s+[A-Z][A-Z0-9_]{1,60}){1,60})\s*`"
)

_SLASHED = regex(r"`\s*(?P<values>[\w.-]{1,60}(?:\s*/\s*[\w.-]{1,60}){1,60})\s*`")  # enum `open / closed`
_UNSPACED_LIST = regex(r"[A-Za-z][\w-]{0,40}(?:,[A-Za-z][\w-]{0,40}){2,60}")  # `red,green,blue`
_LEADING = (":", "：", ")", "）")  # ends of lines before a list


def choices(text: str, words: Words, name: str = "", *, is_enumeration: bool = False) -> Choices | None:
    """The values that a description lists; None without a list, or if the list may be anything else.

    name            the name of the field
    is_enumeration  whether the type means a fixed set of values, as `enum` does
    """
    has_values = is_enumeration or is_kind(name, words)
    if is_enumeration and "{" in text:
        text = _BRACED.sub(r"(\g<values>)", text)
    if "`" in text and ("|" in text or " / " in text):
        text = _CODE_LIST.sub(partial(_as_spans, words=words), text)
    text = plain(text[:_LONGEST])
    if "\n" in text:
        text = _before_examples(text, words)
    return without_patterns(_choices(text, words, name, has_values=has_values), name)


def _before_examples(text: str, words: Words) -> str:
    """The lines of a text before a line for examples: `例:`, `e.g.:`."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        line = line.strip()
        if line.endswith(_LEADING) and (
            line.casefold() in words.such_as or line.rstrip("".join(_LEADING)).casefold() in words.such_as
        ):
            return "\n".join(lines[:at])
    return text


def _as_spans(listed: re.Match[str], words: Words) -> str:
    """A span of several values as one span each: `` `OPEN / CLOSED` ``; but `` `Room | None` `` is a type."""
    values = [value.strip() for value in re.split(r"[|/]", listed["values"])]
    is_type = any(words.types.get(value.casefold()) == NULL for value in values)
    return listed[0] if is_type else ", ".join(f"`{value}`" for value in values)


def _choices(text: str, words: Words, name: str, *, has_values: bool) -> Choices | None:
    folded = text.casefold()
    has_cue = words.has_cue(folded)
    if not has_cue and (_is_prose(text, folded, words) or (len(text) > _SHORT and not _HINTS.search(text))):
        return None
    pieces = tokens(text, words)
    if has_cue and (announced := announced_values(text, pieces, words, name)) is not None:
        return (
            announced
            if announced.is_open
            else _with_explained(announced, unannounced(pieces, words, has_values=has_values))
        )
    if (followed := announced_behind(text, pieces, words)) is not None:
        return followed
    if (constant := constant_value(text, pieces, words)) is not None:
        return constant
    alone = unannounced(pieces, words, has_values=has_values)
    may_go_on = alone is None or ("\n" in text and alone.values[0].lstrip("-").isdigit())
    values = paired(text, words, has_values=has_values) if may_go_on else ()
    if values and (alone is None or set(alone.values) < set(values)):  # `0:a 1:b` in one line, `2:c 3:d` in the next
        alone = Choices(values, is_open=True, are_codes=_NUMBERED.search(text) is None)
    return None if alone is None else replace(alone, is_announced=False)


def _is_prose(text: str, folded: str, words: Words) -> bool:
    """Whether a text begins with two words, and has no signs of values that nothing announces: a quick look.

    folded  the text in lower case
    """
    match = _PROSE.fullmatch(text)
    if match is None or match["second"].casefold() in words.alternatives or words.has_constant_cue(folded):
        return False
    return match["inner"] is None or words.alternatives.isdisjoint(match["inner"].casefold().split())


def _with_explained(announced: Choices, explained: Choices | None) -> Choices:
    """The announced values, and further ones of a list with remarks: `[on, off]. "on" - lit, "dim" - a little`."""
    if explained is None or set(announced.values).isdisjoint(explained.values):
        return announced
    more = tuple(value for value in explained.values if value not in announced.values)
    return replace(announced, values=(*announced.values, *more), remarks=(), is_open=True) if more else announced


def cell_choices(text: str, words: Words, name: str = "") -> Choices | None:
    """The values in a cell of a column of values. They are closed if the cell has no other words.

    name  the name of the field
    """
    chosen = without_patterns(_cell_choices(plain(text[:_LONGEST]).strip(), words), name)
    if chosen is not None and len(chosen.values) == 1 and _UNSPACED_LIST.fullmatch(chosen.values[0]):
        return replace(chosen, values=tuple(chosen.values[0].split(",")), is_open=True)  # or one value with commas
    return chosen


def _are_ends(text: str, words: Words) -> bool:
    """Whether words between commas are types, or name the ends of a range or the parts of a pair: `min, max`."""
    pieces = [piece.strip().casefold() for piece in text.split(",")]
    return not _ENDS.isdisjoint(pieces) or all(piece in words.types for piece in pieces)


def _cell_choices(text: str, words: Words) -> Choices | None:
    if is_range(text):
        return None
    array = _ARRAY.fullmatch(text) or _PLAIN_ARRAY.fullmatch(text)
    if array is not None and not _are_ends(array["values"], words):
        text = array["values"]
    pieces = tokens(text, words)
    if (announced := announced_values(text, pieces, words)) is not None:
        return announced
    start = 0
    while start < len(pieces) and pieces[start].kind in (Kind.LINE, Kind.REMARK):
        start += 1
    listing = read_listing(pieces, start, words)
    if listing is None or len(listing.values) > MOST:
        return None
    rest = [token for token in pieces[listing.behind :] if token.kind not in (Kind.LINE, Kind.END)]
    tells_default = words.default_words.phrase.match(
        " ".join(token.text for token in rest if token.kind is not Kind.COMMA)
    )
    is_open = (bool(rest) and tells_default is None) or is_more(pieces, listing, words)
    if listing.kind in _FLAT and (is_open or any(token.kind is not Kind.BRACKET for token in rest)):
        return None  # prose, or an incomplete list: `BTC, ETH …`
    if any(_RANGE.fullmatch(value) for value in listing.values):
        return None
    if listing.kind in _FLAT and len(listing.values) == 1 and (listing.has_remarks or not is_token(listing.values[0])):
        return None  # a word in another script describes the values; two ends of codes are a range
    return chosen_from(listing, is_open=is_open, least=2 if is_open else 1)


def choices_in_type(text: str, words: Words) -> tuple[str, Choices, Sequence[Token]] | None:
    """The values in a cell of types, with the text before and the tokens behind them; None without values.

    `string ("a", "b")`, `enum: a, b`, `string, one of "a", "b"`, `"a", "b" or null`
    """
    text = plain(text[:_LONGEST])
    is_enumeration = text.partition("`")[0].strip(" :：(（").casefold() in words.enumerations
    if is_enumeration:
        text = _SLASHED.sub(partial(_as_spans, words=words), text)
    pieces = tokens(text, words)
    cue = next((match for match in words.cue.finditer(text) if not is_inside(text, match.start(), match.end())), None)
    is_announced = cue is not None
    around = next(
        (t for t in pieces if cue is not None and t.kind is Kind.BRACKET and t.start < cue.start() < t.end), None
    )
    if around is not None:  # `string (enum: a, b)`
        chosen = _bracketed_in_cell(around.text, tokens(around.text, words), words, is_announced=False)
        behind = pieces[pieces.index(around) + 1 :]
        return None if chosen is None else (text[: around.start], chosen, behind)
    start = next((index for index, token in enumerate(pieces) if cue is not None and token.start >= cue.end()), 0)
    before = text[: cue.start()] if cue is not None else None
    for at in range(start, len(pieces)):
        token = pieces[at]
        if token.kind is Kind.BRACKET:
            inner = tokens(token.text, words)
            chosen = _bracketed_in_cell(token.text, inner, words, is_announced=is_announced)
            if chosen is not None:
                return text[: token.start] if before is None else before, chosen, pieces[at + 1 :]
        elif is_value(token):
            listing = read_listing(pieces, at, words)
            is_typed = is_enumeration or _is_typed(text[: token.start], words)
            if listing is not None and len(listing.values) > MOST:
                return None
            if listing is None or not _are_values(
                listing, words, is_announced=is_announced, is_typed=is_typed, is_enumeration=is_enumeration
            ):
                if is_announced or token.kind in DRESSED:
                    return None
                continue
            chosen = without_patterns(chosen_from(listing, is_open=is_more(pieces, listing, words)))
            lead = text[: token.start] if before is None else before
            return None if chosen is None else (lead, chosen, pieces[listing.behind :])
    return None


def _bracketed_in_cell(text: str, inner: Sequence[Token], words: Words, *, is_announced: bool) -> Choices | None:
    announced = announced_values(text, inner, words)
    if announced is not None:
        return without_patterns(announced)
    listing = read_listing(inner, 0, words)
    if listing is None or listing.behind < len(inner) or not _are_values(listing, words, is_announced=is_announced):
        return None
    return without_patterns(chosen_from(listing, is_open=is_more(inner, listing, words)))


def _is_typed(lead: str, words: Words) -> bool:
    """Whether a type and a mark stand before a list, and no other words: ``string, `a` or `b` ``."""
    return lead.rstrip()[-1:] in tuple(",;:，；：") and lead.strip(" \t,;:，；：").casefold() in words.types


def _are_values(
    listing: Listing, words: Words, *, is_announced: bool, is_typed: bool = False, is_enumeration: bool = False
) -> bool:
    """Whether a list in a cell of types has values: in quotes, behind a phrase, or in code in one case only."""
    strange = [value.casefold() in words.types for value in listing.values]
    may_be_words = listing.kind is Kind.QUOTED or is_enumeration  # a value of an enumeration may be `unknown`
    are_types = (all(strange) and not is_announced) if may_be_words else any(strange)
    if len(listing.values) < 2 or are_types:
        return False
    if listing.kind is Kind.QUOTED or is_announced:
        return True
    is_plain = is_typed or not listing.has_conjunction
    return listing.kind is Kind.CODE and is_plain and all(v.islower() or v.isupper() for v in listing.values)
