"""How much work some code does, measured so that no busy machine changes the verdict."""

from __future__ import annotations

import sys
from collections.abc import Callable
from cProfile import Profile
from functools import _lru_cache_wrapper, partial
from time import process_time

_OF_THE_PROGRAM = {
    "_built_in_environment",
    "_codec",
    "_languages",
    "_code",
    "_versions",
    "codec",
    "lexicon",
    "words",
}
"""Functions of which the results depend on no docs, and take long."""


def forget() -> None:
    """Let what is worked out once in a process, and depends on docs, be worked out anew."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "docmodels"]
    for value in {id(value): value for module in modules for value in vars(module).values()}.values():
        if isinstance(value, _lru_cache_wrapper) and value.__name__ not in _OF_THE_PROGRAM:
            value.cache_clear()


def assert_linear(
    work: Callable[[int], object], size: int, slack: int, count: Callable[[Callable[[], object]], int] | None = None
) -> None:
    """Assert that work grows no faster than its size, from `size` to twice and to four times of it.

    slack  what it may do more, once
    count  how work is counted: in calls of functions by default
    """
    one, two, four = ((count or calls)(partial(work, size * times)) for times in (1, 2, 4))
    assert four - two <= 2.4 * max(two - one, 0) + slack


def assert_quick(work: Callable[[], object], seconds: float) -> None:
    """Assert that a regular expression does not try a text in very many ways.

    Its steps cannot be counted, so one of three tries has to end within some seconds of processor time. The texts are
    so long that the work takes a small part of that, or minutes.
    """
    tries = []
    while not tries or (min(tries) > seconds and len(tries) < 3):
        begin = process_time()
        work()
        tries.append(process_time() - begin)
    assert min(tries) <= seconds


def calls(work: Callable[[], object]) -> int:
    """How many functions the work calls, those that are written in C among them."""
    forget()
    profile = Profile(builtins=True)
    profile.enable()
    try:
        work()
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
