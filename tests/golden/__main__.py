"""Bring the expectations of the golden cases up to date: python -m tests.golden [PAGE ...]

    python -m tests.golden                      all pages
    python -m tests.golden tables-names json    those of the names

It prints the cases that change. Exit status: 0 done, 1 where a case needs an author: docmodels finds something and no
fence shows it, or a fence shows a file that is not generated.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from .pages import DIAGNOSTICS, FOLDER, CaseError, Fence, read_cases, rewritten
from .running import run


def main(folder: Path = FOLDER, pages: Collection[str] = ()) -> int:
    """Rewrite the pages of a folder and return the exit status; raises `CaseError` for a page that cannot be read.

    pages  the names of the pages to rewrite, without `.md`; all where none is named
    """
    news: dict[Path, dict[Fence, str]] = {}
    problems: list[str] = []
    for case in read_cases(folder):
        if pages and case.page.stem not in pages:
            continue
        with TemporaryDirectory() as project:
            outcome = run(case, Path(project))
        changed = news.setdefault(case.page, {})
        for fence in case.expected:
            content = outcome.get(fence.name)
            if content is None:
                problems.append(f"{case.name}: no file {fence.name} is generated")
            elif content != fence.content:
                changed[fence] = content
        if outcome.diagnostics and all(fence.name != DIAGNOSTICS for fence in case.expected):
            problems.append(f"{case.name}: no fence shows the diagnostics\n{outcome.diagnostics}")
        if any(fence in changed for fence in case.expected):
            print(f"changed: {case.name}")
    for page, changed in news.items():
        if changed:
            page.write_text(rewritten(page.read_text(encoding="utf-8"), changed), encoding="utf-8", newline="\n")
    print("".join(f"{problem}\n" for problem in problems), end="", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    try:
        sys.exit(main(pages=sys.argv[1:]))
    except CaseError as error:
        sys.exit(f"tests/golden/cases/{error}")
