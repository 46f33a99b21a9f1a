"""Names as people write them, and the words in them.

One splitter serves every spelling that docmodels writes, so that fields, modules and enumerations agree about the end of
a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..patterns import regex

# Words with capitals that break the rules below: two with capitals of their own, and acronyms with the s of a plural.
_IRREGULAR = regex(r"IPv(?=\d)|OAuth|(?<![A-Z])[A-Z]{2,}s(?![a-z0-9])")


DEVICES = frozenset(
    (
        "aux",
        "con",
        "nul",
        "prn",
        *(f"com{number}" for number in range(1, 10)),
        *(f"lpt{number}" for number in range(1, 10)),
    )
)
"""Names that Windows gives to devices, in any folder, with any suffix and any capitals."""


def _word(capital: str, small: str, digit: str) -> re.Pattern[str]:
    return re.compile(
        f"[{capital}][{small}{digit}]+"  # Word, Web3, M2m
        f"|[{capital}]+(?![{small}])[{digit}]*"  # HTTP, EC2, the SSO of SSOUrl
        f"|[{small}{digit}]+"  # word, 3
    )


_ASCII_WORD = _word("A-Z", "a-z", "0-9")
# For the shadow of a name, in which A stands for a capital, a for another letter, 0 for a digit, and _ for anything else.
_WORD = _word("A", "a", "0")


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, in its spelling: `SamlSSOUrl` is `Saml`, `SSO`, `Url`.

    Characters other than letters and digits separate words. A capital begins a word. Several capitals are one word, but the
    last one begins the next word if small letters follow (`SSOUrl`), except for the s of a plural (`UserIDs`). Digits belong
    to the word before them. A name without letters and digits has no words.
    """
    if name.isascii() and not _IRREGULAR.search(name):
        return tuple(_ASCII_WORD.findall(name))
    return tuple(name[match.start() : match.end()] for match in _WORD.finditer(_shadow(name)))


def _shadow(name: str) -> str:
    classes = list(map(_class, name))
    for match in _IRREGULAR.finditer(name):
        start, end = match.span()
        classes[start:end] = "A" + "a" * (end - start - 1)
    return "".join(classes)


def _class(char: str) -> str:
    if char.isupper() or char.istitle():
        return "A"
    if char.isdigit():
        return "0"
    return "a" if char.isalpha() or _is_mark(char) else "_"


def _is_mark(char: str) -> bool:
    """Whether the character belongs to the letter before it, as the vowels of Indian scripts do."""
    return not char.isascii() and unicodedata.category(char).startswith("M")


def snake(name: str) -> str:
    """`RoomConnectionData` as `room_connection_data`; "" for a name without words."""
    return "_".join(words(name)).lower()


def upper_snake(name: str) -> str:
    """`EuWest1` as `EU_WEST1`; "" for a name without words."""
    return "_".join(words(name)).upper()


def pascal(name: str) -> str:
    """`room connection-data` as `RoomConnectionData`; other capitals stay (`SAMLAccount`)."""
    return "".join(word[:1].upper() + word[1:] for word in words(name))


def camel(name: str) -> str:
    """`RequestedCPU` as `requestedCPU`, `app_id` as `appId`; capitals behind the first word stay."""
    first, *rest = words(name) or ("",)
    return first.lower() + "".join(word[:1].upper() + word[1:] for word in rest)


_WITH_E = ("auses", "ouses", "caches", "cookies", "movies")
"""The ends of plurals that only add an s: `pauses`, `houses`."""


def singular(name: str) -> str:
    """The singular of an English word: `room` of `rooms`, `status` of `statuses`; any other word as it is."""
    lowered = name.lower()
    if (
        lowered.endswith(("ss", "us", "is", "news", "series", "data", "goods"))
        or not lowered.endswith("s")
        or len(name) < 3
    ):
        return name
    if lowered.endswith(_WITH_E):
        return name[:-1]
    if lowered.endswith("ies") and len(name) > 4:
        return name[:-3] + ("Y" if name.isupper() else "y")
    return name[:-2] if lowered.endswith(("sses", "shes", "ches", "xes", "zzes", "uses")) else name[:-1]


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The letters and digits of a name in small letters: the same for all spellings of a name."""
    if name.isascii():
        return name.lower().translate(_DROPPED)
    return "".join(char for char in name.casefold() if char.isalnum() or _is_mark(char))


_DROPPED = {code: None for code in range(128) if not chr(code).isalnum()}
