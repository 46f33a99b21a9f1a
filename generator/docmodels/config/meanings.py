"""The meanings of settings, as the docstring of their dataclass has them."""

from __future__ import annotations


def meanings(of: type) -> dict[str, str]:
    """The meanings of the fields of a dataclass: the lines `name  meaning` of its docstring."""
    import inspect  # only for schemas
    import re

    meanings_: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc(of.__doc__ or "").splitlines():
        if match := re.fullmatch(r"(\w+)  +(\S.*)", line):
            name = match[1]
            meanings_[name] = match[2]
        elif name and line.startswith("  "):
            meanings_[name] += f" {line.strip()}"
        else:
            name = ""
    return meanings_
