"""Types that the docs leave open, wholly or in part."""

from __future__ import annotations

import re

from ...markdown import Inline
from ...model.evidence import item_of
from ...model.types import ANY, DECIMAL, NUMBER, MapOf, Type

_SAYS_MORE = re.compile(
    r"\b(?:map|dict|dictionary|hash|hashmap|record|any|mixed|json|variant|varies|dynamic|unknown|callback|function)s?\b"
    r"|字典|映射|任意|不定|混合|マップ|任意の|辞書|임의|맵|словарь|любой|beliebig|cualquier|qualquer|n'importe|quelconque",
    re.IGNORECASE,
)
"""Words of types that any key or any value is right for."""

_PAIRS = re.compile(
    r"\b(?:key|name|property)s?\s{0,2}[-/:=]\s{0,2}values?\b|\bkv\b|\barbitrary\b|\bfree-form\b|kv映射|键值|鍵值|キーと値|키-값|키와 값"
    r"|пар[аы]? ключ|Schlüssel-Wert|clé[ -/]valeur|clave[ -/]valor|chave[ -/]valor",
    re.IGNORECASE,
)
"""Words of descriptions of such: `name:value pairs`."""


def is_open(cell: Inline | None, kind: Type, description: str) -> bool:
    """Whether the cell of a type leaves it to examples what the type is: it is empty, or says `object`, `array`, `number`."""
    if cell is None or not cell.text.strip(" -–—/"):
        tells_nothing = kind == ANY
    else:
        tells_nothing = kind != ANY and _is_general(kind) and _SAYS_MORE.search(cell.text) is None
    return tells_nothing and (kind in (NUMBER, DECIMAL) or _PAIRS.search(description) is None)


def _is_general(kind: Type) -> bool:
    return item_of(kind) in (ANY, MapOf(ANY), NUMBER, DECIMAL)
