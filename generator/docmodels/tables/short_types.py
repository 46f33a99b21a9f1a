"""Cells of types with a constant, `= "card"`, or a type of EDI, `AN..35`, `N8`, `ID 2/3`.

The letters stand for alphabetic, numeric and both. The number is a length, behind two dots the largest one, and with a
slash the smallest and the largest. Digits go as a number or as a text, which may begin with zeros: `n..19` of a card.
"""

from __future__ import annotations

from ..model.types import NUMBER, STRING, Constant, union
from ..notation.parser import TypeReading
from ..patterns import regex

_FIXED = regex(
    r"(?:={1,3}|(?i:const(?:ant)?|literal)\b)\s*[:：=(]?\s*"
    r"(?:`(?P<code>[^`\n]{1,60})`|\"(?P<text>[^\"\n]{1,60})\"|'(?P<single>[^'\n]{1,60})'|(?P<number>-?\d{1,15}))\s*\)?"
)
_CODE = regex(
    r"(?i:(?P<letters>an?|n))(?:(?P<up>\.\.)?\s?(?P<length>\d{1,5})(?P<decimals>,\d{1,2})?|\((?P<size>\d{1,5})\))"
)
_RANGED = regex(r"(?P<letters>AN|ID|N\d?|R)\s?(?P<least>\d{1,3})/(?P<most>\d{1,5})")
_LETTERS = regex(r"AN|N|A")
_DIGITS = union(STRING, NUMBER)


def short_type(text: str) -> TypeReading | None:
    """The reading of a cell with a constant behind its sign, or a type of EDI; None for any other."""
    fixed = _FIXED.fullmatch(text)
    if fixed is not None:
        if fixed["number"] is not None:
            return TypeReading(Constant((int(fixed["number"]),)))
        value = next(filter(None, (fixed["code"], fixed["text"], fixed["single"]))).strip("\"'")
        return TypeReading(Constant((value,))) if value else None
    ranged = _RANGED.fullmatch(text)
    if ranged is not None:
        is_text = ranged["letters"] in ("AN", "ID")
        limits = f"({ranged['least']}-{ranged['most']})"
        kind = NUMBER if ranged["letters"] == "R" else _DIGITS
        return TypeReading(STRING, rest=(limits,)) if is_text else TypeReading(kind, rest=(text,))
    code = _CODE.fullmatch(text)
    if code is None:
        return TypeReading(NUMBER if text == "N" else STRING) if _LETTERS.fullmatch(text) else None
    if code["letters"].casefold() == "n":
        return TypeReading(NUMBER if code["decimals"] else _DIGITS, rest=(text,))
    length = code["length"] or code["size"]
    return TypeReading(STRING, rest=(f"({length})" if code["up"] else f"({length}-{length})",))
