"""Types that the docs leave open."""

from __future__ import annotations

from ....markdown import Inline
from ....model.lists import item_of
from ....model.types import ANY, DECIMAL, NUMBER, MapOf, Type
from ....tables.lexicon import any_language

_GENERAL = (ANY, MapOf(ANY), NUMBER, DECIMAL)


def is_open(cell: Inline | None, kind: Type, description: str) -> bool:
    """Whether examples may decide about a type: its cell is empty, or nothing but `object`, `array` or `number`."""
    if cell is None or not cell.text.strip(" -–—/"):
        tells_nothing = kind == ANY
    else:
        tells_nothing = kind != ANY and _is_general(kind) and any_language().open_types.search(cell.text) is None
    return tells_nothing and (kind in (NUMBER, DECIMAL) or any_language().pairs.search(description) is None)


def _is_general(kind: Type) -> bool:
    return item_of(kind) in _GENERAL
