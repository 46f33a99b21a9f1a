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
    """The description of a field, and the facts about it that its annotation has no place for.

    has_default  whether its default is where it belongs
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
    """Whether the description itself ends a mention of the default with the value: `(default 10)`, "Default is `[]`."."""
    if field.default_value is None:
        return False
    shown = field.default_value.json
    texts = {json.dumps(shown, ensure_ascii=False), str(shown), str(shown).lower()}
    return any(
        re.search(rf"\bdefaults?\b[^.\n]{{0,30}}?(?<![\w.-]){re.escape(text)}(?![\w-]|\.\w)", field.description, re.I)
        for text in texts
        if text
    )


def limits(told: Constraints) -> Iterator[str]:
    """Constraints as sentences."""
    words = (
        ("At least {}.", told.minimum),
        ("More than {}.", told.exclusive_minimum),
        ("At most {}.", told.maximum),
        ("Less than {}.", told.exclusive_maximum),
        ("A multiple of {}.", told.multiple_of),
        ("At least {} characters.", told.min_length),
        ("At most {} characters.", told.max_length),
        ("Matches {}.", f"`{told.pattern}`" if told.pattern else None),
        ("At least {} items.", told.min_items),
        ("At most {} items.", told.max_items),
        ("Each item once{}.", "" if told.unique_items else None),
    )
    return (sentence.format(value) for sentence, value in words if value is not None)


def _code(value: Json) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`"
