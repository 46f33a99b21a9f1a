"""Where docmodels keeps what it remembers while the tests run: never in the user's own cache folder.

A docs folder that is new makes docmodels look through the whole cache folder, and nearly every test makes one. So the
tests of a file have a folder of their own, and only what is known of whole trees is shared.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VARIABLE = "DOCMODELS_TESTS_CACHE"

# The processes of pytest-xdist inherit the folder of the process that starts them, which removes it.
if _VARIABLE not in os.environ:
    _made = tempfile.TemporaryDirectory(prefix="docmodels-tests-")
    os.environ[_VARIABLE] = _made.name

SHARED = os.environ[_VARIABLE]
"""The cache folder that all processes of a run of the tests share."""


@contextmanager
def cache_in(folder: str | os.PathLike[str]) -> Iterator[None]:
    """Let docmodels keep what it remembers below a folder, in this process and in those that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", os.fspath(folder))
        yield
