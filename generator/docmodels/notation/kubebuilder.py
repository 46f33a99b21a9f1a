"""The rules for values that kubebuilder's markers set: `Required: {}`, `Enum: [open closed]`, `Minimum: 1`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ..frozen import frozen, replace
from ..markdown import Inline, SpanKind, parse_inline
from ..model.declarations import UNCONSTRAINED, Constraints
from ..model.strict_json import read_number
from ..model.types import DATE, DATETIME, Primitive, Scalar, Type
from ..patterns import regex

_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_RULE = regex(r"(?P<name>[A-Za-z][\w:.-]*)\s*:\s*(?P<value>.*)", re.DOTALL)
_ESCAPED = regex(r"\\([{}<>*_|`\[\]])")
_COUNTS: Mapping[str, Callable[[Constraints, int], Constraints]] = MappingProxyType(
    {
        "MinLength": lambda known, count: replace(known, min_length=count),
        "MaxLength": lambda known, count: replace(known, max_length=count),
        "MinItems": lambda known, count: replace(known, min_items=count),
        "MaxItems": lambda known, count: replace(known, max_items=count),
    }
)
_NUMBERS: Mapping[str, Callable[[Constraints, int | float], Constraints]] = MappingProxyType(
    {
        "Minimum": lambda known, number: replace(known, minimum=number),
        "Maximum": lambda known, number: replace(known, maximum=number),
        "MultipleOf": lambda known, number: replace(known, multiple_of=number),
    }
)
_FORMATS: MappingProxyType[str, Type] = MappingProxyType({"date-time": DATETIME, "date": DATE})


@frozen()
class Rules:
    """The rules of a type or a field.

    required  None without a rule about it
    values    the allowed values, as texts
    items     the allowed values of a list's items
    format    the type that narrows a string
    text      the rules that no other attribute holds, as Markdown
    all_text  the rules of `text` and `constraints`, as Markdown
    """

    required: bool | None = None
    values: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    format: Type | None = None
    constraints: Constraints = UNCONSTRAINED
    text: str = ""
    all_text: str = ""


def split_rules(cell: Inline) -> tuple[str, ...]:
    """The rules in a cell, as they are written in it."""
    return tuple(text for part in _BREAK.split(cell.source) if (text := part.strip()))


def read_rules(rules: Iterable[str]) -> Rules:
    """The meaning of rules; each is Markdown as in the docs."""
    result = Rules()
    others: list[str] = []
    loose: list[str] = []
    for rule in rules:
        read = _read(result, rule)
        if read is None:
            others.append(f"- {_plain(rule)}")
        if read is None or read.constraints != result.constraints:
            loose.append(f"- {_plain(rule)}")
        result = read or result
    return replace(result, text=_listed(others), all_text=_listed(loose))


def _listed(rules: Iterable[str]) -> str:
    text = "\n".join(rules)
    return f"Validation:\n\n{text}" if text else ""


def _read(rules: Rules, rule: str) -> Rules | None:
    """The rules with one more; None if they have no attribute for it."""
    parts = _RULE.fullmatch(rule)
    name, raw = (parts["name"], parts["value"].strip()) if parts else (rule.strip(), "")
    value = _plain(raw)
    match name:
        case "None" if not raw:
            return rules
        case "Required" | "Optional":
            return replace(rules, required=name == "Required")
        case "Enum":
            return replace(rules, values=_values(value))
        case "items:Enum":
            return replace(rules, items=_values(value))
        case "Format":
            return replace(rules, format=_FORMATS.get(value) or Primitive(Scalar.STRING, value))
        case "Pattern" if value:
            return replace(rules, constraints=replace(rules.constraints, pattern=value))
        case "UniqueItems" if value == "true":
            return replace(rules, constraints=replace(rules.constraints, unique_items=True))
        case _ if name in _COUNTS and value.isdecimal() and len(value) < 16:
            return replace(rules, constraints=_COUNTS[name](rules.constraints, int(value)))
        case _ if name in _NUMBERS and (number := read_number(value)) is not None:
            return replace(rules, constraints=_NUMBERS[name](rules.constraints, number))
        case _:
            return None


def _plain(raw: str) -> str:
    """A rule without Markdown: the code in it, or the text without escapes."""
    spans = parse_inline(raw)
    if len(spans) == 1 and spans[0].kind is SpanKind.CODE:
        return spans[0].text
    return _ESCAPED.sub(r"\1", raw)


def _values(text: str) -> tuple[str, ...]:
    """The values in a list as Go prints it, or with commas: `[open closed]`; `[ open]` has an empty one first."""
    if not text.startswith("["):
        return tuple(dict.fromkeys(re.split(r",\s*", text))) if text else ()
    inner = text.removeprefix("[").removesuffix("]")
    return tuple(dict.fromkeys(inner.split(" "))) if inner else ()
