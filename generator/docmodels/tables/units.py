"""The units of time and size that numbers in prose have.

    Seconds until it closes. The default is 6 hours.

The default is not 6 here, since the field counts seconds.
"""

from __future__ import annotations

from .lexicon import Unit, any_language


def is_in_another_unit(text: str, start: int, end: int) -> bool:
    """Whether the text has units of the same kind, but not the one of a number: seconds, and never its hours.

    start  where the phrase with the number begins
    end    where the number ends
    """
    pattern = any_language().unit
    own = pattern.match(text, end + len(text[end:]) - len(text[end:].lstrip()))
    if own is None or own.lastgroup is None:
        return False
    unit = Unit(own.lastgroup)
    matches = (match for match in pattern.finditer(text) if not start <= match.start() < own.end())
    alike = {other for match in matches if (other := Unit(match.lastgroup or "")).is_time == unit.is_time}
    return bool(alike) and unit not in alike
