"""The meanings of settings, from the docstring of their dataclass."""

from __future__ import annotations


def meanings(of: type) -> dict[str, str]:
    """Field of a dataclass → its meaning: the lines `name  meaning` of the docstring."""
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
