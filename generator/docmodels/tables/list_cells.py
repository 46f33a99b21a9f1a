"""Cells of types with a list in notations of some tools, in the usual one.

one or more [Seat](#seat)    array of [Seat](#seat)
string...                    string[]
string, repeated             string[]
array: string                string[]
object - [Seat](#seat)       [Seat](#seat)
"""

from __future__ import annotations

from ..model.types import ANY, ListOf, MapOf
from ..patterns import regex
from .lexicon import Words

_LINK = r"\[[^\[\]\n]{1,80}\]\([^()\s]{1,200}\)"
_REPEATED = regex(rf"(?P<item>{_LINK}|`?[A-Za-z]\w{{0,40}}`?)\s?(?P<count>\.{{3}}|…)`?")
_COUNTED = regex(rf"(?P<item>{_LINK}|`?[A-Za-z]\w{{0,40}}`?)\s?[,(（]\s?(?P<count>[^()（）,]{{2,30}})[)）]?")
_KIND_AND_ITEM = regex(
    rf"(?P<kind>[^\W\d_]{{3,12}})\s{{0,3}}(?:[:：]|\s[–—-]\s|<br\s*/?>|\{{)\s{{0,3}}(?P<item>{_LINK}|`?[A-Za-z]\w{{0,30}}`?)\s?(?P<end>\}}?)"
)


def with_usual_list(source: str, words: Words) -> str:
    """The source of a cell of a type with `of` or `[]` for the list in it; as it is without one."""
    folded = source.casefold()
    phrases = (phrase for phrase in words.many if " " in phrase and folded.startswith(f"{phrase} "))
    lists_values = folded.startswith(tuple(words.one_of))  # ``one or more of `asc`, `desc` ``
    if not lists_values and (phrase := max(phrases, key=len, default="")):
        return f"array of {source[len(phrase) :].lstrip().removeprefix('of ')}"
    repeated = _REPEATED.fullmatch(source) or _COUNTED.fullmatch(source)
    if repeated is not None and _is_item(repeated["item"], words) and _is_many(repeated["count"], words):
        item = repeated["item"].strip("`")
        return f"{item}[]"
    match = _KIND_AND_ITEM.fullmatch(source)
    if match is None or ("{" in source) != bool(match["end"]) or not _is_item(match["item"], words):
        return source
    kind, item = match["kind"].casefold(), match["item"].strip("`")
    if words.types.get(kind) == ListOf(ANY):
        return f"{item}[]"
    return item if words.types.get(kind) == MapOf(ANY) and item.startswith("[") else source


def _is_many(count: str, words: Words) -> bool:
    """Whether dots, or a word such as "repeated", stand behind an item."""
    folded = count.strip(" *_").casefold()
    return folded in ("...", "…") or (folded in words.many and folded not in words.types)


def _is_item(item: str, words: Words) -> bool:
    """Whether a text is a link, or a word for a type."""
    return item.startswith("[") or item.strip("`").casefold() in words.types
