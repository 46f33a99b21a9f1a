"""The pages of a docs folder, sorted by path."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..limits import PAGE_BYTES
from ..patterns import Pattern
from .files import Below, NoFileError, OutsideError, TooLargeError
from .paths import is_hidden

SUFFIXES = (".md", ".markdown", ".mdx")


Found = tuple[tuple[tuple[str, bytes], ...], tuple[Diagnostic, ...]]
"""Pages, sorted: paths relative to the docs folder, with `/`, and bytes; and findings about files that cannot be read."""


def is_page(path: str, exclude: Sequence[str] = ()) -> bool:
    """Whether a file below the docs folder is a page, by its name; see `find_pages`."""
    return path.lower().endswith(SUFFIXES) and is_wanted(path, exclude)


def is_wanted(path: str, exclude: Sequence[str]) -> bool:
    """Whether a path is neither hidden nor excluded."""
    return not any(map(is_hidden, path.split("/"))) and not any(
        Pattern.parse(pattern).matches(path) for pattern in exclude
    )


def find_pages(docs: Path, exclude: Sequence[str] = (), largest: int = PAGE_BYTES) -> Found:
    """The pages below a folder.


    exclude  patterns of paths to leave out; `*` stands for any characters, also `/`
    largest  the most bytes of a page; a larger page is left out, with a finding

    Names that begin with a dot are left out. A symbolic link is followed only to a file inside the folder.
    """
    pages: list[tuple[str, bytes]] = []
    diagnostics: list[Diagnostic] = []
    root = os.path.realpath(docs)
    with Below(root) as below:
        for path, is_folder_link in sorted(
            paths_below(root, lambda path, error: diagnostics.append(_unread(path, error)))
        ):
            if not (is_wanted(path, exclude) if is_folder_link else is_page(path, exclude)):
                continue
            if is_folder_link:
                message = "the link leads to a folder; it is not followed"
                help_ = "Exclude it, or copy the folder into the docs folder."
                diagnostics.append(Diagnostic(Place(path), "skipped-link", message, help_))
                continue
            try:
                pages.append((path, below.read(path, largest)))
            except TooLargeError:
                diagnostics.append(too_large(path, largest))
            except OSError as error:
                diagnostics.append(_unread(path, error))
    return tuple(pages), tuple(diagnostics)


def paths_below(root: str, unread: Callable[[str, OSError], None]) -> Iterator[tuple[str, bool]]:
    """The paths of all files below a folder, each with whether it is a link to a folder.

    Names that begin with a dot are left out, and links are not followed.

    unread  called with the path of a folder that cannot be read, and the error
    """
    queue = [""]
    while queue:
        here = queue.pop()
        try:
            with os.scandir(os.path.join(root, here)) as entries:
                for entry in entries:
                    path = f"{here}/{entry.name}" if here else entry.name
                    if is_hidden(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        queue.append(path)
                    else:
                        yield path, entry.is_symlink() and os.path.isdir(entry.path)
        except OSError as error:
            unread(here, error)


def too_large(path: str, largest: int) -> Diagnostic:
    """The finding about a page that is too large."""
    message = f"the page has more than {largest:,} bytes; it is left out"
    return Diagnostic(
        Place(path), "page-too-large", message, "Divide it, or set page_bytes in [tool.docmodels.limits]."
    )


def _unread(path: str, error: OSError) -> Diagnostic:
    match error:
        case OutsideError():
            message = "the link leads out of the docs folder; it is left out"
            return Diagnostic(Place(path), "not-read", message, "Copy the page into the docs folder.")
        case NoFileError():
            message = "it is not a file; it is left out"
            return Diagnostic(Place(path), "not-read", message, "Rename it, or exclude it.")
    message = f"it cannot be read: {error.strerror or error}"
    return Diagnostic(Place(path), "not-read", message, "Make it readable, or exclude it.")
