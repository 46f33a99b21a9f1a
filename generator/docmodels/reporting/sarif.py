"""Findings as a SARIF log, a format for code scanning and editors.

SARIF 2.1.0 with Errata 01, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. § is a section of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from ..diagnostics import Place
from ..diagnostics.codes import CODES, Explanation
from ..diagnostics.differences import DifferenceKind
from .findings import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_ROOT = "%SRCROOT%"  # the name in GitHub's own tools
_Json = Mapping[str, object]
_Rules = Mapping[str, Explanation] | Mapping[str, DifferenceKind]


def log(findings: Iterable[Finding], root: Path, version: str, rules: _Rules = CODES) -> str:
    """The log of one run, with a line end. The same findings give the same bytes.

    root     the folder that paths are relative to; the path of a file outside it is absolute
    version  the version of docmodels
    rules    the codes that findings may have

    All codes are rules of the log. Every finding has a location, since GitHub refuses a result without one. The log has no
    fingerprints: GitHub computes them from the lines at the upload.
    """
    index = {code: number for number, code in enumerate(rules)}
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "docmodels",
                        "version": version,
                        "rules": [_rule(name, code) for name, code in rules.items()],
                    }
                },
                # The address of the root is left out (§3.14.14): it is another folder on every machine.
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, root, index[finding.diagnostic.code]) for finding in findings],
            }
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _rule(name: str, code: Explanation | DifferenceKind) -> _Json:
    first, _, rest = code.meaning.partition(". ")
    return {
        "id": name,
        "shortDescription": {"text": _formatted(f"{first}." if rest else first)["text"]},
        "fullDescription": _formatted(code.meaning),
        "help": _formatted(code.remedy),
        "defaultConfiguration": {"level": code.severity},
    }


def _result(finding: Finding, root: Path, rule: int) -> _Json:
    diagnostic = finding.diagnostic
    location: dict[str, object] = {"artifactLocation": _artifact(finding, root)}
    if diagnostic.place.line:
        location["region"] = _region(diagnostic.place)
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": _plain(finding.text)},
        "locations": [{"physicalLocation": location}],
    }


def _artifact(finding: Finding, root: Path) -> _Json:
    """The location of a file (§3.4): the URI of a folder ends with `/`, and no relative URI is empty."""
    end = "/" if not finding.diagnostic.place.path or finding.file.is_dir() else ""
    path = finding.inside(root)
    if path is None:
        return {"uri": finding.file.as_uri() + end}
    return {"uri": quote(os.fsencode(path)) + end, "uriBaseId": _ROOT}


def _region(place: Place) -> _Json:
    """A part of a line (§3.30); its end is the column behind it."""
    if not place.column:
        return {"startLine": place.line}
    return {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}


def _formatted(markdown: str) -> _Json:
    return {"text": _plain(markdown.replace("`", "")), "markdown": _braced(markdown)}


def _plain(text: str) -> str:
    """A plain text message (§3.11.3) without links (§3.11.6)."""
    return _braced(text).replace("](", "\\](")


def _braced(text: str) -> str:
    """A message without placeholders (§3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")
