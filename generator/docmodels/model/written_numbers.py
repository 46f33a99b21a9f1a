"""Numbers as people write them, other than in JSON: `1,000`, `1 000`, `0,5`, `.5`, `0x10`.

`033` is no number, since its zero matters.
"""

from __future__ import annotations

import re

from ..patterns import regex

_GROUPED = regex(r"[+-]?\d{1,3}(?P<mark>[,_ \u00a0\u202f'])\d{3}(?:(?P=mark)\d{3}){0,4}(?:\.\d{1,10})?", re.ASCII)
_PLAIN = regex(r"[+-]?(?!0\d)(?:\d{1,15}(?:\.\d{0,10})?|\.\d{1,10})", re.ASCII)
_COMMA = regex(r"[+-]?\d{1,15},\d{1,2}", re.ASCII)
_HEX = regex(r"0[xX][0-9a-fA-F]{1,16}", re.ASCII)


def written_number(text: str) -> int | float | None:
    """The number in a text; None for any other text."""
    if _HEX.fullmatch(text):
        return int(text, 16)
    if (grouped := _GROUPED.fullmatch(text)) is not None:
        text = text.replace(grouped["mark"], "")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not _PLAIN.fullmatch(text):
        return None
    return float(text) if "." in text else int(text)
