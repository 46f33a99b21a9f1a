"""The pages of a docs folder: found and read, in an order of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from .diagnostics import Diagnostic, Place
from .limits import PAGE_BYTES

SUFFIXES = (".md", ".markdown", ".mdx")


def find_pages(
    docs: Path, exclude: Sequence[str] = (), largest: int = PAGE_BYTES
) -> tuple[tuple[tuple[str, bytes], ...], tuple[Diagnostic, ...]]:
    """The pages below a folder: their paths, relative to it and with `/`, and their bytes, by path.

    exclude  patterns of paths to leave out; `*` stands for any characters, `/` among them
    largest  how many bytes of a page are read; one with more is left out

    Names that begin with a dot are no pages. A symbolic link is followed only to a file inside of the folder.
    """
    pages: list[tuple[str, bytes]] = []
    diagnostics: list[Diagnostic] = []
    root = os.path.realpath(docs)
    for path in sorted(_paths(os.fspath(docs), "", diagnostics)):
        if any(fnmatchcase(path, pattern) for pattern in exclude):
            continue
        file = os.path.join(docs, path)
        if os.path.islink(file) and not os.path.realpath(file).startswith(root + os.sep):
            message = "the link leads out of the docs folder; it is left out"
            diagnostics.append(Diagnostic(Place(path), "not-read", message, "Copy the page into the docs folder."))
            continue
        if not os.path.isfile(file):
            message = "it is no file; it is left out"
            diagnostics.append(Diagnostic(Place(path), "not-read", message, "Rename it, or exclude it."))
            continue
        try:
            with open(file, "rb") as stream:
                is_large = os.fstat(stream.fileno()).st_size > largest
                data = b"" if is_large else stream.read()
        except OSError as error:
            diagnostics.append(_unread(path, error))
            continue
        if is_large:
            diagnostics.append(_too_large(path, largest))
        else:
            pages.append((path, data))
    return tuple(pages), tuple(diagnostics)


def _paths(root: str, folder: str, diagnostics: list[Diagnostic]) -> Iterator[str]:
    queue = [folder]
    while queue:
        here = queue.pop()
        try:
            with os.scandir(os.path.join(root, here)) as entries:
                for entry in entries:
                    path = f"{here}/{entry.name}" if here else entry.name
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        queue.append(path)
                    elif entry.name.lower().endswith(SUFFIXES):
                        yield path
        except OSError as error:
            diagnostics.append(_unread(here, error))


def _too_large(path: str, largest: int) -> Diagnostic:
    message = f"the page has more than {largest:,} bytes; it is left out"
    return Diagnostic(
        Place(path), "page-too-large", message, "Divide it, or set page_bytes in [tool.docmodels.limits]."
    )


def _unread(path: str, error: OSError) -> Diagnostic:
    message = f"it cannot be read: {error.strerror or error}"
    return Diagnostic(Place(path), "not-read", message, "Make it readable, or exclude it.")
