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
    try:
        process, reading, writing = _split()
    except OSError:  # too many processes or open files
        return
    if process == 0:
        _serve(cache, items[1::2], work, reading, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            work(items[::2])
            news = pipe.read()
    except BaseException:
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
        _ended_well(process)
        raise
    if _ended_well(process):
        cache.learn(news)


def _split() -> tuple[int, int, int]:
    """Fork: 0 for the second process or its number for the first one, and the ends of a pipe between them.

    Control-C is put off in the second process until it can end without going back to who called.
    """
    reading, writing = os.pipe()
    signals = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process = -1
    try:
        with warnings.catch_warnings():
            # Of threads that are not Python's, such as watchfiles' own: nothing of theirs is used over there.
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    finally:
        if process != 0:
            signal.pthread_sigmask(signal.SIG_SETMASK, signals)
    return process, reading, writing


def _ended_well(process: int) -> bool:
    """Wait for the second process; whether it said all that it had to say."""
    try:
        _, status = os.waitpid(process, 0)
    except ChildProcessError:  # whoever started this program has it forget its children
        return False
    return status == 0


def _serve(cache: Cache, items: Sequence[T], work: Callable[[Sequence[T]], None], reading: int, writing: int) -> None:
    """The second process. It never returns, and says nothing."""
    status = 1
    try:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
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
