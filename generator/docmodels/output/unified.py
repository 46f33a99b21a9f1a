"""A plan as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import regex
from .plan import Plan

# The most pairs of lines for a search for common lines. Its time may grow with their number, to some seconds for ten
# thousand lines on each side.
_LIMIT = 100_000_000


def unified_diff(plan: Plan, folder: str = "") -> Iterator[str]:
    """The changes that `apply` would make, as the lines of a unified diff, each with its line end.

    The form is that of `git diff` without extended headers, for `git apply`: `--- a/PATH` and `+++ b/PATH`, `/dev/null` for
    a new or removed file, three lines of context. Files are sorted by path.

    folder  the text before each path: `src/models/` if the diff is applied two folders above

    Bytes that are not UTF-8, which only an edited file can hold, show as U+FFFD. A file of more than ten thousand lines
    shows as completely replaced.
    """
    changes: list[tuple[str, bytes | None, bytes | None]] = [
        *((write.path, write.old, write.new) for write in plan.write),
        *((removal.path, removal.old, None) for removal in plan.remove),
    ]
    for path, old, new in sorted(changes, key=lambda change: change[0]):
        yield f"--- {_header('a', folder + path, old)}\n"
        yield f"+++ {_header('b', folder + path, new)}\n"
        for line in _hunks(_lines(old), _lines(new)):
            yield (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def _lines(content: bytes | None) -> list[str]:
    """The lines with their ends. Only "\\n" ends a line, as everywhere in a diff."""
    text = (content or b"").decode("utf-8", errors="replace")
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    if len(old) * len(new) <= _LIMIT:
        import difflib  # only where there is something to show

        hunks = difflib.unified_diff(old, new)
        next(hunks, None)  # the two lines of the header
        next(hunks, None)
        yield from hunks
    else:
        yield f"@@ -1,{len(old)} +1,{len(new)} @@\n"
        yield from (f"-{line}" for line in old)
        yield from (f"+{line}" for line in new)


# The characters that git quotes: control characters, the quote, the backslash, and bytes of names that are not UTF-8,
# which Python shows as lone surrogates.
_SPECIAL = regex(r'[\x00-\x1f\x7f"\\\udc80-\udcff]')


def _header(side: str, path: str, content: bytes | None) -> str:
    if content is None:
        return "/dev/null"
    name = f"{side}/{path}"
    if _SPECIAL.search(name):
        return f'"{_SPECIAL.sub(_octal, name)}"'
    return f"{name}\t" if " " in name else name  # the tab marks the end of the name


def _octal(match: re.Match[str]) -> str:
    return f"\\{ord(match[0]) & 0xFF:03o}"
