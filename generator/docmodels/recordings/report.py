"""Contradictions between recordings and docs: the JSON form, and the closing line.

Later releases may add keys to a "version", and change nothing else.

    document       {"version": 1, "recordings": the number of compared values, "contradictions": [contradiction, …]}
    contradiction  {"code", "model", "field", "message", "path", "file", "types", "docs_type", "count", "among", "breaks", "place": {"page", "line"}}

field   the name in the docs, or the key of an undocumented field; null if unknown
path    the path in the JSON of the first one
file    its file, and `:` with its number if the file has several recordings
types   the types of the recorded values; `docs_type`: the type in the docs, null without one
count   the number of times; `among`: the number of values of the model
breaks  whether generated models refuse such a value
"""

from __future__ import annotations

import json

from ..model.wording import counted
from .contradictions import Contradiction, Verified

VERSION = 1


def as_json(verified: Verified) -> str:
    """The JSON document, with a line end. The same contradictions give the same bytes."""
    document = {
        "version": VERSION,
        "recordings": verified.recordings,
        "contradictions": [_contradiction(contradiction) for contradiction in verified.contradictions],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _contradiction(contradiction: Contradiction) -> dict[str, object]:
    return {
        "code": contradiction.code,
        "model": contradiction.model,
        "field": contradiction.name or None,
        "message": contradiction.says,
        "path": contradiction.path,
        "file": contradiction.file,
        "types": contradiction.types,
        "docs_type": contradiction.wanted or None,
        "count": contradiction.count,
        "among": contradiction.among,
        "breaks": contradiction.breaks,
        "place": {"page": contradiction.place.path, "line": contradiction.place.line or None},
    }


_NOTHING = "nothing was compared: there is no recording of a model in the docs"


def summary(verified: Verified) -> str:
    """One line: `40 recordings: 3 contradictions, 2 of them breaking`, or `nothing was compared`."""
    contradictions = verified.contradictions
    compared = counted(verified.recordings, "recording")
    if not contradictions:
        return f"{compared}: no contradictions" if verified.recordings else _NOTHING
    breaking = sum(contradiction.breaks for contradiction in contradictions)
    return f"{compared}: {counted(len(contradictions), 'contradiction')}, {breaking or 'none'} of them breaking"
