"""Permissions that bind whoever runs the tests, root too."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522  # of the structures, see capget(2)
_PASSING_OVER = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """Let the permissions of files bind this thread.

    Root gives up the right to pass over them, and no other. It stays the owner of what it owns: to become another user
    would not do where the checkout, or Python itself, is in a folder that others may not enter.
    """
    if not hasattr(os, "geteuid"):
        pytest.skip("needs Unix permissions")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("permissions do not bind root here")
    header = _Header(_VERSION, 0)
    held, reduced = (_Capabilities * 2)(), (_Capabilities * 2)()
    libc = ctypes.CDLL(None)
    for capabilities in (held, reduced):
        libc.capget(ctypes.byref(header), capabilities)
    reduced[0].effective &= ~_PASSING_OVER
    if libc.capset(ctypes.byref(header), reduced) != 0:
        pytest.skip("root cannot give up its rights here")
    try:
        yield
    finally:
        libc.capset(ctypes.byref(header), held)
