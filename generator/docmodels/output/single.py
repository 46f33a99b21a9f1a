"""Comparing one file on disk with the wanted content."""

from __future__ import annotations

import pathlib

from .plan import Plan, Problem, Write, reason


def compare_file(path: pathlib.Path, content: bytes, mark: bytes) -> Plan:
    """The change that gives a file the wanted content. Nothing is written yet.

    content  the wanted content; it begins with `mark`
    mark     the first line of docmodels' own files. A file without it is somebody else's, and stays
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return Plan((), (), (), (Problem(path.name, "something else is where a file should be"),), (), ())
    try:
        old = path.read_bytes() if path.exists() else None
    except OSError as error:
        return Plan((), (), (), (), (Problem(path.name, reason(error)),), ())
    if old is None or (old != content and old.replace(b"\r\n", b"\n").startswith(mark)):
        return Plan((Write(path.name, old, content),), (), (), (), (), ())
    if old == content:
        return Plan((), (path.name,), (), (), (), ())
    return Plan((), (), (), (Problem(path.name, "a file is here that docmodels did not write"),), (), ())
