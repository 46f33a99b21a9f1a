"""The pages of a docs folder: found and read, in an order of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from .diagnostics import Diagnostic, Place

SUFFIXES = (".md", ".markdown", ".mdx")


Found = tuple[tuple[tuple[str, bytes], ...], tuple[Diagnostic, ...]]
"""Pages, by path: their paths, relative to the docs folder and with `/`, and their bytes; and what is no page."""


def is_page(path: str, exclude: Sequence[str] = ()) -> bool:
    """Whether a file below the docs folder is a page by its name; see `find_pages`."""
    return (
        path.lower().endswith(SUFFIXES)
        and not any(name.startswith(".") for name in path.split("/"))
        and not any(fnmatchcase(path, pattern) for pattern in exclude)
    )


def find_pages(docs: Path, exclude: Sequence[str] = ()) -> Found:
    """The pages below a folder.

    exclude  patterns of paths to leave out; `*` stands for any characters, `/` among them

    Names that begin with a dot are no pages. A symbolic link is followed only to a file inside of the folder.
    """
    pages: list[tuple[str, bytes]] = []
    diagnostics: list[Diagnostic] = []
    root = os.path.realpath(docs)
    for path in sorted(_paths(os.fspath(docs), "", diagnostics)):
        if not is_page(path, exclude):
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
                pages.append((path, stream.read()))
        except OSError as error:
            diagnostics.append(_unread(path, error))
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
                    else:
                        yield path
        except OSError as error:
            diagnostics.append(_unread(here, error))


def _unread(path: str, error: OSError) -> Diagnostic:
    message = f"it cannot be read: {error.strerror or error}"
    return Diagnostic(Place(path), "not-read", message, "Make it readable, or exclude it.")
