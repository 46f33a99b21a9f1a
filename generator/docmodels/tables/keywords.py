"""Lines of a description that are keywords of JSON Schema: `Format: date-time`, ``Pattern: `^[a-z]+$` ``, `Multiple of: 5`.

Generators write one a line, in English, in several spellings: `Minimal Length`, `minLength`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..frozen import replace
from ..model.declarations import Constraints
from ..model.strict_json import read_number
from ..model.types import STRING, ListOf, Primitive, Type, is_number
from ..notation.refining import refines
from ..patterns import regex
from .bounds import limited

_LINE = regex(
    r"^[ \t*+-]{0,4}(?P<key>[A-Za-z][A-Za-z ()-]{2,24}?)\**[ \t]*:\**[ \t]+(?P<value>`[^`\n]{1,500}`|[\w.+-]{1,40})[ \t]*$",
    re.MULTILINE,
)
_NOT_LETTERS = regex(r"[^a-z]+")
_SIGN = regex(r"^\s*(?:[<>]=?)\s*")
_NUMBERS = MappingProxyType(
    {
        "minimum": "minimum",
        "maximum": "maximum",
        "exclusiveminimum": "exclusive_minimum",
        "minimumexclusive": "exclusive_minimum",
        "exclusivemaximum": "exclusive_maximum",
        "maximumexclusive": "exclusive_maximum",
        "multipleof": "multiple_of",
    }
)
_ENDS = tuple((f"{end}{rest}", f"{end}_") for end in ("min", "max") for rest in ("", "imum", "imal"))
_TEXTS = MappingProxyType({f"{word}length": f"{end}length" for word, end in _ENDS})
_LISTS = MappingProxyType({f"{word}items": f"{end}items" for word, end in _ENDS})


def with_format(kind: Type, text: str, types: Mapping[str, Type]) -> Type:
    """The type; a text or number gets the format in a line of the text.

    types  phrase -> type
    """
    if not isinstance(kind, Primitive) or ":" not in text:
        return kind
    for key, value in _lines(text):
        behind = types.get(value.casefold()) if key == "format" else None
        if behind is not None and refines(kind, behind):
            return behind
    return kind


def with_keywords(before: Constraints, text: str, kind: Type) -> Constraints:
    """The limits of `before`, and those of lines that fit the type. A limit in `before` stays.

    A pattern begins with `^` or ends with `$`. Without them, it may be no regular expression: `YYYY-MM-DD`.
    """
    if ":" not in text:
        return before
    kind = limited(kind)
    names = _NUMBERS if is_number(kind) else _TEXTS if kind == STRING else _LISTS if isinstance(kind, ListOf) else {}
    limits: dict[str, Any] = {}
    unsure: set[str] = set()  # `Free plan: Maximum: 10`, `Premium plan: Maximum: 100`
    for key, value in _lines(text):
        if kind == STRING and key == "pattern" and (value.startswith("^") or value.endswith("$")):
            limits["pattern"] = value
        number = read_number(_SIGN.sub("", value).strip()) if key in names else None
        fits = number is not None and (names is _NUMBERS or (isinstance(number, int) and number >= 0))
        if fits and limits.setdefault(names[key], number) != number:
            unsure.add(names[key])
    free = {name: value for name, value in limits.items() if name not in unsure and getattr(before, name) in (None, "")}
    return replace(before, **free) if free else before


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The keywords of a text, and their values. `Minimal Length` is `minimallength`."""
    for match in _LINE.finditer(text):
        yield _NOT_LETTERS.sub("", match["key"].casefold()), match["value"].strip("`")
