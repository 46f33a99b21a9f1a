"""Fields as components of one tag: which attributes have the name, the type and more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ....frozen import frozen, replace
from ....markdown import Inline, Opening, Tag
from ....patterns import regex
from ....tables.lexicon import Role, Words
from ..items.item_types import begins_with_type
from ..schemas.openapi_parts import PLACES, RESPONSE

PARAMETER = "swagger-parameter"
"""The tag of a field of a request, in a block for an entire operation."""
_SENT = frozenset({"ParamField", PARAMETER})
KNOWN = _SENT | {"ResponseField"}
_TYPE = "type"
_LOCATIONS = ("location", "in")
_NO_FIELDS = frozenset({"Input", "Select", "Textarea", "TextField", "Button", "Checkbox"})  # parts of a form
_NAME = regex(r"(?:\$?\.|\$?\[[\d*]?\]\.)?[^\W\d][\w.$@:*?!\[\]-]{0,254}")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_MOST_NAMES = 0.7  # the share of names among the values of an attribute; others may be labels, such as `Allowed values`
_NOT = {"true": "no", "false": "yes"}
_KEPT = (Role.REQUIRED, Role.NULLABLE, Role.ACCESS, Role.DESCRIPTION)


@frozen()
class Dress:
    """The attributes of fields of one tag: those with the type and the name, and the roles of others.

    marked  whether some fields have a mark of presence: then the absence of one has a meaning
    """

    type: str
    names: tuple[str, ...]
    roles: Mapping[str, Role]
    marked: bool

    def name(self, opening: Opening) -> Inline | None:
        """The attribute with the name of a field; None for a component without a name, which is only a frame."""
        cells = (opening.attributes.get(key) for key in self.names)
        return next((cell for cell in cells if cell is not None and _NAME.fullmatch(cell.source)), None)

    def strange(self, opening: Opening) -> Inline | None:
        """The attribute for the name, if its value is neither a name nor empty; else None."""
        cells = (opening.attributes.get(key) for key in self.names)
        return next((cell for cell in cells if cell is not None and cell.source.strip()), None)

    def place(self, opening: Opening) -> str:
        """The part of a request with the field; "" if the component has no attribute for it."""
        for key, place in PLACES.items():
            if key in self.names and key in opening.attributes:
                return place
        for key in _LOCATIONS:
            if key in opening.attributes:
                return PLACES.get(opening.attributes[key].text.casefold(), "")
        return RESPONSE if opening.name == "ResponseField" else ""

    def cells(self, opening: Opening, name: Inline) -> Mapping[Role, Inline]:
        """The cells of the row for a component; `name` is the attribute of the name."""
        cells: dict[Role, Inline] = {Role.NAME: name}
        if self.type in opening.attributes:
            cells[Role.TYPE] = opening.attributes[self.type]
        for key, cell in opening.attributes.items():
            role = self.roles.get(key)
            if role is Role.OPTIONAL:
                cells.setdefault(Role.REQUIRED, replace(cell, source=_NOT.get(cell.source, cell.source)))
            elif role is Role.DEFAULT or role is Role.EXAMPLE:
                if cell.source:
                    cells.setdefault(role, replace(cell, source=_code(cell.source)))
            elif role is Role.VALUES:
                cells.setdefault(role, replace(cell, source=cell.source.strip("[]")))
            elif role in _KEPT:
                cells.setdefault(role, cell)
            elif key.casefold() == "deprecated" and cell.source != "false":
                cells[Role.NAME] = replace(name, source=f"{name.source} (deprecated)")
        if Role.REQUIRED not in cells and (self.marked or opening.name in _SENT):
            cells[Role.REQUIRED] = replace(name, source="no")
        return cells


def dresses_of(tags: Sequence[Tag], words: Words) -> Mapping[str, Dress]:
    by_name: dict[str, list[Opening]] = {}
    for tag in tags:
        if isinstance(tag, Opening) and tag.attributes and tag.is_whole:
            by_name.setdefault(tag.name, []).append(tag)
    dresses = {name: _dress(name, openings, words) for name, openings in by_name.items() if name not in _NO_FIELDS}
    return {name: dress for name, dress in dresses.items() if dress is not None}


def _dress(name: str, openings: Sequence[Opening], words: Words) -> Dress | None:
    if len(openings) < 2 and name not in KNOWN:
        return None
    keys = Counter(key for opening in openings for key in opening.attributes)
    if name not in KNOWN and (len(keys) < 2 or not any(_are_names(key, openings) for key in keys)):
        return None  # no name with a type
    roles = {key: role for key in keys if (role := _role(key, words)) is not None}
    marked = any(role in (Role.REQUIRED, Role.OPTIONAL) for role in roles.values())
    typed = _type_key(openings, keys, roles, words, is_known=name in KNOWN or marked)
    typed = _TYPE if typed is None and name in KNOWN and marked else typed
    if typed is None:
        return None
    names = [*PLACES, "name"] if name in KNOWN else []
    names += [key for key, role in roles.items() if role is Role.NAME and key not in names]
    names += [key for key in keys if key not in roles and key not in names and key != typed and key not in _LOCATIONS]
    sure = [key for key in names if _are_names(key, openings)]
    if not sure and name not in KNOWN:
        return None
    name_keys = (
        sure[:1]
        if name not in KNOWN
        else [key for key in names if key in keys and (key in sure or key in PLACES or key == "name")]
    )
    named = sum(any(key in opening.attributes for key in name_keys) for opening in openings)
    if name not in KNOWN and named < 2:
        return None
    return Dress(typed, tuple(name_keys), {key: role for key, role in roles.items() if key not in name_keys}, marked)


def _role(key: str, words: Words) -> Role | None:
    folded = _CAMEL.sub(" ", key).replace("_", " ").replace("-", " ").casefold()
    return words.roles.get(folded)


def _type_key(
    openings: Sequence[Opening], keys: Counter[str], roles: Mapping[str, Role], words: Words, *, is_known: bool
) -> str | None:
    """The attribute for the type, by its name, or by known types for its values."""
    called = [key for key in keys if roles.get(key) is Role.TYPE]
    for key in (*called, *(key for key in keys if key not in roles)):
        if key in called and is_known:
            return key
        values = [opening.attributes[key] for opening in openings if key in opening.attributes]
        is_usual = len(values) * 2 > len(openings)
        if is_usual and sum(begins_with_type(value.text, words) for value in values) * 2 > len(values):
            return key
    return None


def _are_names(key: str, openings: Sequence[Opening]) -> bool:
    values = [opening.attributes[key].source for opening in openings if key in opening.attributes]
    return (
        sum(_NAME.fullmatch(value) is not None for value in values) >= _MOST_NAMES * len(values)
        and len(set(values)) * 2 > len(values)
        and not all(value in ("true", "false") for value in values)
    )


def _code(text: str) -> str:
    return text if "`" in text else f"`{text}`"
