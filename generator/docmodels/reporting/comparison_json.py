"""The JSON form of `docmodels compare`, for programs. Later releases may add keys to a "version", and change nothing else.

`make golden` writes the result of `schema` to schemas/differences.json.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..comparing import Disagreement, Match
from ..diagnostics import Place, Severity
from ..diagnostics.differences import DIFFERENCES
from ..pipeline.compare import Compared

VERSION = 1

_Json = Mapping[str, object]


def as_json(compared: Compared) -> str:
    """The document with the differences and matches, with a line end. The same comparison gives the same bytes."""
    document = {
        "version": VERSION,
        "target": compared.target,
        "summary": {str(severity): _count(compared, severity) for severity in Severity},
        "differences": [_difference(difference, compared) for difference in compared.differences],
        "matches": [_match(match_, compared) for match_ in compared.matches],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _count(compared: Compared, severity: Severity) -> int:
    return sum(difference.severity is severity for difference in compared.differences)


def _difference(difference: Disagreement, compared: Compared) -> _Json:
    return {
        "kind": difference.kind,
        "class": difference.subject,
        "field": difference.part or None,
        "docs": difference.docs or None,
        "code": difference.code or None,
        "docs_place": _place(difference.docs_place, compared.docs),
        "code_place": _place(difference.code_place, compared.prefix),
        "severity": difference.severity,
        "message": difference.message,
    }


def _match(match: Match, compared: Compared) -> _Json:
    return {
        "model": match.title,
        "class": match.class_name,
        "evidence": match.evidence,
        "doubtful": match.is_doubtful,
        "docs_place": _place(match.docs, compared.docs),
        "code_place": _place(match.code, compared.prefix),
    }


def _place(place: Place | None, prefix: str) -> _Json | None:
    return None if place is None else {"path": f"{prefix}{place.path}", "line": place.line or None}


def schema() -> dict[str, object]:
    """The JSON Schema of the document."""
    text, words = {"type": "string"}, {"type": ["string", "null"]}
    place = {
        "type": ["object", "null"],
        "description": "null on the side that has no such thing",
        **_record(path=text, line={"type": ["integer", "null"], "description": "null for the whole file"}),
    }
    severity = {"enum": [str(level) for level in Severity]}
    difference = _record(
        kind={"enum": list(DIFFERENCES)},
        **{"class": {"type": "string", "description": "the model as the docs call it; else the class"}},
        field={"type": ["string", "null"], "description": "by its name in the JSON; null for the model itself"},
        docs={**words, "description": "what the docs say, in words, where the kind does not say all"},
        code={**words, "description": "what the code says"},
        docs_place=place,
        code_place=place,
        severity=severity,
        message=text,
    )
    match = _record(
        model=text, **{"class": text}, evidence=text, doubtful={"type": "boolean"}, docs_place=place, code_place=place
    )
    count = {"type": "integer", "minimum": 0}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:docmodels:differences",
        "title": "docmodels compare --format json",
        "description": "The document that `docmodels compare` prints. Later versions may add keys.",
        "type": "object",
        **_record(
            version={"const": VERSION},
            target=text,
            summary={"type": "object", **_record(**{str(level): count for level in Severity})},
            differences={"type": "array", "items": {"type": "object", **difference}},
            matches={"type": "array", "items": {"type": "object", **match}},
        ),
    }


def _record(**properties: object) -> dict[str, object]:
    """The part of a schema for an object with all of these keys, and maybe others."""
    return {"properties": properties, "required": list(properties)}
