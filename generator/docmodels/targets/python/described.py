"""Descriptions as docstrings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ...model.declarations import Access, Constraints, Field, Json
from ...model.descriptions import noticed
from .docstrings import docstring
from .syntax import Code


def documented(text: str, indent: int) -> Code:
    """The text as a docstring, "" for none."""
    return docstring(text, indent) if text else Code("")


def with_remarks(field: Field, *, has_default: bool) -> str:
    """The description of a field, and the facts about it that its annotation cannot hold.

    has_default  whether the code has its default
    """
    remarks: list[str] = []
    if field.access is not Access.BOTH:
        remarks.append("Read-only." if field.access is Access.READ_ONLY else "Write-only.")
    remarks += limits(field.constraints)
    if field.default_value is not None and not has_default and not _says_default(field):
        remarks.append(f"Default: {_code(field.default_value.json)}.")
    if field.values:
        noun = "Example" if len(field.values) == 1 else "Examples"
        remarks.append(f"{noun}: {', '.join(map(_code, field.values))}.")
    return "\n\n".join(filter(None, (noticed(field.deprecated, field.description), " ".join(remarks))))


def _says_default(field: Field) -> bool:
    """Whether the description itself gives the value of the default: `(default 10)`, "Default is `[]`."."""
    if field.default_value is None:
        return False
    default = field.default_value.json
    texts = {json.dumps(default, ensure_ascii=False), str(default), str(default).lower()}
    return any(
        re.search(rf"\bdefaults?\b[^.\n]{{0,30}}?(?<![\w.-]){re.escape(text)}(?![\w-]|\.\w)", field.description, re.I)
        for text in texts
        if text
    )


def limits(limits: Constraints) -> Iterator[str]:
    """Constraints as sentences."""
    words = (
        ("At least {}.", limits.minimum),
        ("More than {}.", limits.exclusive_minimum),
        ("At most {}.", limits.maximum),
        ("Less than {}.", limits.exclusive_maximum),
        ("A multiple of {}.", limits.multiple_of),
        ("At least {} characters.", limits.min_length),
        ("At most {} characters.", limits.max_length),
        ("Matches {}.", f"`{limits.pattern}`" if limits.pattern else None),
        ("At least {} items.", limits.min_items),
        ("At most {} items.", limits.max_items),
        ("Each item once{}.", "" if limits.unique_items else None),
    )
    return (sentence.format(value) for sentence, value in words if value is not None)


def _code(value: Json) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`"
