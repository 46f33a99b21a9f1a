"""The type in the first words of a description: "A list of the regions", "Boolean, …", "an object that …"."""

from __future__ import annotations

import re

from ..patterns import regex

_LEAD = r"\W{0,3}(?:(?:an?|the|optional|required|this is an?|specifies an?|contains an?)\s+){0,2}"
_TYPE = regex(
    rf"{_LEAD}(?:"
    r"(?P<list>(?:(?:comma-separated|ordered|sorted|json)\s+)?(?:list|array|set|collection)s?)"
    r"\s*(?:of\s+(?:the\s+|each\s+)?(?:(?P<items>strings?|integers?|numbers?|objects?|booleans?)\b|(?P<texts>(?:[\w()-]+\s+){{0,3}}?(?:ids?|ur[lin]s?|arns?|uuids?|names?|slugs?|tags?|addresses|fingerprints|emails)\b))|of\b|containing\b|,|\.|-|$)"
    r"|(?P<map>map|mapping|dictionary|key[/-]value (?:pairs?|map))\b"
    r"|(?P<object>(?:json\s+)?(?:object|block|structure)|nested block)\s+(?:that|which|containing|specifying|describing|with|to|for|of|consisting)\b"
    r"|(?P<blocks>(?:one or more\s+)?(?:configuration |nested )?blocks)\b"
    r"|(?P<block>(?:configuration |nested )block(?:\(s\))?)(?=\W)"
    r"|(?P<boolean>bool(?:ean)?)\b|(?P<flag>(?:control )?flag\s+(?:to|that|indicating)\b|whether\b|set to `?true`?\b|(?:if|when) (?:set to )?`?true`?\b)"
    r"|(?P<integer>integer|unsigned integer|number of)\b"
    r"|(?P<string>(?:[\w-]+\s+)?string\s+(?:that|which|containing|representing|indicating|used|value|describing|of|identifier)\b|free-form text\b)"
    r")",
    re.IGNORECASE,
)
_ITEMS = {"string": "string", "integer": "integer", "number": "number", "object": "object", "boolean": "boolean"}


def type_in_first_words(description: str) -> str:
    """The type in the first words of a description, as a cell would show it; "" without one."""
    match = _TYPE.match(description[:200])
    if match is None:
        return ""
    if match["list"] is not None:
        item = _ITEMS.get((match["items"] or "").lower().rstrip("s"))
        return f"array of {item}s" if item is not None else "array of strings" if match["texts"] else "array"
    kind = match.lastgroup or ""
    return {"flag": "boolean", "blocks": "array of objects", "block": "object"}.get(kind, kind)
