"""Contradictions between recordings and docs: the JSON form, and the closing line.

Within one "version" keys may be added, and nothing else changes.

    document       {"version": 1, "recordings": how many values were compared, "contradictions": [contradiction, …]}
    contradiction  {"code", "model", "field", "message", "path", "file", "types", "docs_type", "count", "among", "breaks", "place": {"page", "line"}}

field   the name in the docs, or the key of an undocumented field; null if unknown
path    the path in the JSON of the first one
file    its file, and `:` with its number if the file has several recordings
types   the types that recordings have; `docs_type`: the type in the docs, null where they have none
count   the number of times; `among`: the number of values of the model
breaks  whether generated models refuse such a value
"""

from __future__ import annotations

import json

from ..model.wording import counted
from .verifying import Contradiction, Verified

VERSION = 1


def as_json(verified: Verified) -> str:
    """A JSON document with a line end; the same contradictions give the same bytes."""
    whole = {
        "version": VERSION,
        "recordings": verified.recordings,
        "contradictions": [_contradiction(contradiction) for contradiction in verified.contradictions],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _contradiction(found: Contradiction) -> dict[str, object]:
    return {
        "code": found.code,
        "model": found.model,
        "field": found.name or None,
        "message": found.says,
        "path": found.path,
        "file": found.file,
        "types": found.types,
        "docs_type": found.wanted or None,
        "count": found.count,
        "among": found.among,
        "breaks": found.breaks,
        "place": {"page": found.place.path, "line": found.place.line or None},
    }


_NOTHING = "nothing was compared: there is no recording of a model in the docs"


def summary(verified: Verified) -> str:
    """One line: `40 recordings: 3 contradictions, 2 of them breaking`, or `nothing was compared`."""
    found = verified.contradictions
    compared = counted(verified.recordings, "recording")
    if not found:
        return f"{compared}: no contradictions" if verified.recordings else _NOTHING
    breaking = sum(each.breaks for each in found)
    return f"{compared}: {counted(len(found), 'contradiction')}, {breaking or 'none'} of them breaking"
