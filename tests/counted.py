"""How much work some code does: the functions that it calls, a count that no busy machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import _lru_cache_wrapper

_OF_THE_PROGRAM = {"_built_in_environment", "_codec", "_versions", "codec", "program_name"}
"""Functions of which the results depend on no docs, and take long."""


def forget() -> None:
    """Let what is worked out once in a process, and depends on docs, be worked out anew."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "docmodels"]
    for value in {id(value): value for module in modules for value in vars(module).values()}.values():
        if isinstance(value, _lru_cache_wrapper) and value.__name__ not in _OF_THE_PROGRAM:
            value.cache_clear()


def calls(work: Callable[[], object]) -> int:
    """How many functions the work calls, those that are written in C among them."""
    forget()
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted
