"""The units of time and size that numbers in prose have.

    Seconds until it closes. The default is 6 hours.

The default is no 6 here, since the field counts seconds.
"""

from __future__ import annotations

import re

_UNITS = (
    r"milliseconds?|ms|msecs?|Millisekunden?|millisecondes?|milisegundos?|milissegundos?|миллисекунд\w*",
    r"seconds?|secs?|Sekunden?|secondes?|segundos?|секунд\w*",
    r"minutes?|mins|Minuten?|minutos?|минут\w*",
    r"hours?|hrs?|Stunden?|heures?|horas?|час\w{0,2}",
    r"days?|Tagen?|jours?|días?|dias?|дн\w{1,2}|день",
    r"weeks?|Wochen?|semaines?|semanas?|недел\w+",
    r"bytes?|octets?|байт\w*",
    r"kb|kib|kilobytes?|Kilobytes?",
    r"mb|mib|megabytes?",
    r"gb|gib|gigabytes?",
)
_UNIT = re.compile(r"(?<![^\W\d_])(?:" + "|".join(f"({unit})" for unit in _UNITS) + r")(?![^\W_])", re.IGNORECASE)
_TIMES = 6  # units, the first ones


def is_in_another_unit(text: str, start: int, end: int) -> bool:
    """Whether the unit behind a number is none of those of the text, which has another one of its kind.

    start  where the phrase with the number begins
    end    where the number ends
    """
    own = _UNIT.match(text, end + len(text[end:]) - len(text[end:].lstrip()))
    if own is None or own.lastindex is None:
        return False
    others = {match.lastindex for match in _UNIT.finditer(text) if not start <= match.start() < own.end()}
    alike = {other for other in others if other and (other <= _TIMES) == (own.lastindex <= _TIMES)}
    return bool(alike) and own.lastindex not in alike
