"""The JSON form of a review, for programs. docs/changes.md explains its schema."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..changes import Acceptance, Change, Gate, Whom
from ..diagnostics import Place
from .review import Origin, Review, stated

VERSION = 1

_Json = Mapping[str, object]


def as_json(review: Review) -> str:
    """The document with the changes and their sums, with a line end. The same changes give the same bytes."""
    accepted, there = review.gate.accepted, {change.fingerprint for change in review.changes}
    breaking = review.breaking
    document = {
        "version": VERSION,
        "old": _origin(review.old),
        "new": {**_origin(review.new), "new_errors": review.new_errors},
        "summary": {
            "changes": len(review.changes),
            "breaking": len(breaking),
            **{str(whom): sum(whom in change.breaks for change in breaking) for whom in Whom},
        },
        "stale": [_acceptance(gone, accepted[gone]) for gone in sorted(accepted) if gone not in there],
        "changes": [change_json(change, review.gate) for change in review.changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _acceptance(fingerprint: str, acceptance: Acceptance) -> _Json:
    return {"fingerprint": fingerprint, "change": acceptance.change, "because": acceptance.because}


def _origin(origin: Origin) -> _Json:
    return {"name": origin.name, "errors": origin.errors}


def change_json(change: Change, gate: Gate) -> _Json:
    """A change as JSON, with its severity for the run."""
    subject, acceptance = change.subject, gate.accepted.get(change.fingerprint)
    return {
        "fingerprint": change.fingerprint,
        "kind": change.kind,
        "severity": str(gate.severity(change)),
        "accepted": acceptance.because if acceptance is not None else None,
        "model": subject.title,
        "model_kind": subject.kind,
        "used_by": list(subject.used) if subject.is_used else None,
        "part": change.part or None,
        "attribute": change.attribute or None,
        "old": change.old or None,
        "new": change.new or None,
        "breaks": list(change.breaks),
        "message": f"{change.name} {stated(change)}",
        "old_place": _place(change.was),
        "new_place": _place(change.now),
    }


def _place(place: Place | None) -> _Json | None:
    return None if place is None else {"page": place.path, "line": place.line or None}
