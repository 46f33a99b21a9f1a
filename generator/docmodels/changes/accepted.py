"""Accepted changes as a small file to commit, with a line for each.

{
  "3f2a9c01b7d2": {"change": "Room.name is optional now", "because": "we read it nowhere"}
}
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..frozen import frozen


@frozen()
class Acceptance:
    """An accepted change in words, and the reason to accept it."""

    change: str
    because: str


Accepted = Mapping[str, Acceptance]
"""Accepted changes by their fingerprints."""


def as_text(accepted: Accepted) -> str:
    """The text of the file, with a line end. The same acceptances give the same bytes."""
    lines = (
        f"  {_json(fingerprint)}: {_json({'change': acceptance.change, 'because': acceptance.because})}"
        for fingerprint, acceptance in sorted(accepted.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n" if accepted else "{}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(text: str) -> Accepted:
    """The acceptances in a file. Raises ValueError, with a message, for a file in another form."""
    try:
        entries = json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(entries, dict):
        raise ValueError("expected an object")
    return {fingerprint: _acceptance(fingerprint, entry) for fingerprint, entry in entries.items()}


def _acceptance(fingerprint: str, entry: object) -> Acceptance:
    change = entry.get("change", "") if isinstance(entry, dict) else None
    because = entry.get("because") if isinstance(entry, dict) else None
    if not isinstance(change, str) or not isinstance(because, str) or not because.strip():
        raise ValueError(f'expected "{fingerprint}" to have a text for "because"')
    return Acceptance(change, because)
