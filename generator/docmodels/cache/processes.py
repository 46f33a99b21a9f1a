"""Filling a cache from as many processes as there are cores."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from .store import Cache

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")

SHARE = 50
"""About how many items a process works on at a time, so that none is long alone at the end."""

MANY = 200
"""Items from which on processes save more time than they take to start."""


def prepare(
    cache: Cache,
    items: Sequence[T],
    work: Callable[[Cache, Sequence[T]], object],
    report: Callable[[int], None] | None = None,
) -> None:
    """Bring what is going to be asked for into the cache.

    items   those that the cache lacks something of
    work    asks a cache for all that belongs to some items
    report  told how many items are done

    Where there are few items, one core, or no safe way to copy this process, nothing is done. What fails in another
    process is left out, too: what the cache does not know is made when somebody asks for it, as without processes.
    """
    workers = min(_cores(), len(items) // SHARE)
    if len(items) < MANY or workers < 2 or not _may_fork():
        return
    count = len(items) // (SHARE * workers) * workers  # as many shares for each process
    from concurrent.futures.process import BrokenProcessPool

    work(cache, items[:1])  # loads modules and templates once, before there are copies of this process
    shares = [items[start::count] for start in range(count)]  # each a sample of the whole

    def news(number: int) -> bytes:
        beside = cache.beside()
        work(beside, shares[number])
        return beside.news()

    done = 0
    with suppress(OSError, BrokenProcessPool), _forked(workers, news) as pool:
        with _interrupts_blocked():
            futures = [pool.submit(_news, number) for number in range(count)]
        for share, future in zip(shares, futures, strict=True):
            if future.exception() is None:
                cache.learn(future.result())
            done += len(share)
            if report is not None:
                report(done)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _may_fork() -> bool:
    """Whether there is nothing in this process that a copy of it could trip over."""
    if threading.current_thread() is not threading.main_thread() or threading.active_count() > 1:
        return False
    from multiprocessing import current_process

    return not current_process().daemon  # as workers of a pool are, who must not have children


@contextmanager
def _forked(workers: int, news: Callable[[int], bytes]) -> Iterator[ProcessPoolExecutor]:
    """Processes that know `news` as it is: what is sent between them is numbers and what comes of them."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    others = set(active_children())
    pool = ProcessPoolExecutor(workers, get_context("fork"), _begin, (news,))
    try:
        yield pool
    except BaseException:  # what they are at is of no use any more
        for process in set(active_children()) - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Put Control-C off. Processes that start meanwhile never get it: the process that started them ends them."""
    signals = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, signals)


# In the other processes.

_given: list[Callable[[int], bytes]] = []


def _begin(news: Callable[[int], bytes]) -> None:
    _given[:] = [news]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _news(number: int) -> bytes:
    return _given[0](number)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
