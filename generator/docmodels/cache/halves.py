"""Filling a cache from two processes at once."""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from .store import Cache

T = TypeVar("T")

MANY = 200
"""Items from which on a second process saves more time than it takes to start."""


def in_halves(cache: Cache, items: Sequence[T], work: Callable[[Sequence[T]], None]) -> None:
    """Bring what is going to be asked for into the cache, a half of it by a second process.

    work  asks the cache for all that belongs to some items

    Where there are few items, one processor, or no safe way to split a process in two, nothing is done: what the cache
    does not know is made when it is asked for. That holds for all that goes wrong in the second process, too.
    """
    if len(items) < MANY or not _can_split():
        return
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Of threads that are not Python's, such as watchfiles' own: nothing of theirs is used over there.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        _serve(cache, items[1::2], work, reading, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            work(items[::2])
            news = pipe.read()
        _, status = os.waitpid(process, 0)
    except BaseException:
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        raise
    if status == 0:
        cache.learn(news)


def _serve(cache: Cache, items: Sequence[T], work: Callable[[Sequence[T]], None], reading: int, writing: int) -> None:
    """The second process. It never returns, and says nothing."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.close(reading)
        work(items)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(cache.news())
        status = 0
    finally:
        os._exit(status)


def _can_split() -> bool:
    """Whether there is a processor for a second process, and nothing that a copy of this one could trip over."""
    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
        and threading.current_thread() is threading.main_thread()
    )
