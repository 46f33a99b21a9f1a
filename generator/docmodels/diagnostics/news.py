"""The findings of new docs that old docs do not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .diagnostic import Diagnostic


def new_findings(old: Iterable[Diagnostic], new: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in `new` that `old` lacks, in the order of `new`.

    Two findings are the same if their code, message and page are, wherever on the page their lines stand. A page that
    has moved keeps its findings: those of pages without any finding in `new` count on pages without any in `old`.
    """
    was = list(old)
    on_pages = Counter((finding.place.path, finding.code, finding.message) for finding in was)
    old_pages, new_pages = ({finding.place.path for finding in findings} for findings in (was, new))
    moved = Counter((finding.code, finding.message) for finding in was if finding.place.path not in new_pages)

    def is_known(finding: Diagnostic) -> bool:
        path, text = finding.place.path, (finding.code, finding.message)
        if path in old_pages:
            on_pages[path, *text] -= 1  # as often as it was there
            return on_pages[path, *text] >= 0
        moved[text] -= 1
        return moved[text] >= 0

    return tuple(finding for finding in new if not is_known(finding))
