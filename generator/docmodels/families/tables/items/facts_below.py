"""The facts about a field in a list: `- Type: string`, `- Allowed values:` with an item for each value."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ....markdown import Inline, ItemList
from ....patterns import regex
from ....tables.lexicon import Role, Words
from .attribute_lines import LABELLED

_FACT = regex(
    r"(?P<dress>\*\*|__|)(?P<key>[^\W\d_][^\n:：*_`|]{0,40}?)(?:(?P=dress)\s*[:：]|[:：]\s*(?P=dress))\s*(?P<value>.*)",
    re.DOTALL,
)
_VALUE = regex(r"(?P<value>`[^`\n]+`)\s*[:：–—-]?\s*(?P<name>[^\n]*)")


def facts(block: ItemList, words: Words) -> tuple[Mapping[Role, Inline], list[str]]:
    """The facts of a list with a role, and all other items as texts: ``Allowed values: `1` (DRY), `2` (WET)``.

    The items below a fact with a role are texts of their own.
    """
    labelled: dict[Role, Inline] = {}
    texts: list[str] = []
    entries = list(block.entries)
    for index, entry in enumerate(entries):
        if entry.depth:
            continue
        below: list[str] = []
        for inner in entries[index + 1 :]:
            if not inner.depth:
                break
            below.append(inner.text.source)
        match = _FACT.fullmatch(entry.text.source)
        role = words.roles.get(match["key"].strip().casefold()) if match is not None else None
        if match is None:
            texts.append("\n".join((f"- {entry.text.source}", *(f"  - {text}" for text in below))))
        elif role in LABELLED and role is not Role.DESCRIPTION and match["value"].strip():
            labelled[role] = Inline(match["value"].strip(), entry.text.line, entry.text.column + match.start("value"))
            texts += below
        else:
            texts.append(_fact(match["key"], match["value"].strip(), below))
    return labelled, texts


def _fact(key: str, value: str, below: list[str]) -> str:
    """A fact as a text, with the values in the items below it behind its key."""
    values = [_VALUE.fullmatch(text) for text in below]
    if not value and below and all(values):
        named = (f"{item['value']} ({item['name']})" if item["name"] else item["value"] for item in values if item)
        return f"{key}: {', '.join(named)}"
    return "\n\n".join((f"{key}: {value}".strip(), *below))
