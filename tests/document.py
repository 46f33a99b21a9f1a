"""Write docs/diagnostics.md, the list of everything that docmodels may say of docs: python -m tests.document"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from docmodels.codes import CODES, Code

DIAGNOSTICS = Path(__file__).parents[1] / "docs" / "diagnostics.md"

_INTRODUCTION = """\
# Diagnostics

What docmodels has to say about docs has a place, a code and, mostly, a help:

    docs_in/Models/Loan.md:7:13: warning[unknown-type]: no page describes the type "strng"; it is read as any value
       7 | | `days` | *strng* |
         |             ^^^^^
       help: Correct the name, link it to its page, or add the page.

An error makes the exit status 1; a warning does so under `--strict`. Neither stops the run: what can be generated is.

This page is written from `docmodels/codes.py` by `make golden`.
"""


def diagnostics(codes: Mapping[str, Code] = CODES) -> str:
    """The page: each code with its severity, meaning and remedy, in the order of the table."""
    return "\n".join([_INTRODUCTION, *_sections(codes)])


def _sections(codes: Mapping[str, Code]) -> Iterator[str]:
    for name, code in codes.items():
        yield f"## {name}\n\n*{code.severity.capitalize()}.* {code.meaning}\n\n*Remedy.* {code.remedy}\n"


def main() -> int:
    DIAGNOSTICS.parent.mkdir(exist_ok=True)
    text = diagnostics()
    if not DIAGNOSTICS.exists() or DIAGNOSTICS.read_text(encoding="utf-8") != text:
        DIAGNOSTICS.write_text(text, encoding="utf-8", newline="\n")
        print(f"changed: {DIAGNOSTICS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
