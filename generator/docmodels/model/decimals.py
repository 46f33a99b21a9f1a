"""Numbers with exact digits, such as amounts of money.

    | Field | Type    |
    | ----- | ------- |      {"price": "12.50"}
    | price | decimal |

The docs say `decimal`, and their example has a string. So `price` is a decimal number that the JSON has as a string.
"""

from __future__ import annotations

from ..frozen import replace
from .declarations import Field, Json, Object
from .examples import parse
from .judge import is_decimal
from .model import Model, map_fields, map_type, map_types
from .sightings import matches, usages_of
from .types import DECIMAL, DECIMAL_STRING, NUMBER, STRING, FieldId, Type, walk


def as_floats(model: Model) -> Model:
    """The model with a float for each decimal number, or a string if the JSON has a string."""
    return Model(tuple(map_types(declaration, _as_float) for declaration in model.declarations))


def decimal_strings(model: Model) -> Model:
    """The model in which decimal numbers are strings in the JSON if examples show them as strings."""
    if not any(_has_decimal(field.type) for owner in model.objects for field in owner.fields):
        return model
    as_strings: set[FieldId] = set()
    for _, _, owner, matched, value in matches(model, usages_of(model, is_wire=True)):
        as_strings.update((owner, field.name) for key, field in matched.items() if _shows_string(value[key]))

    def change(owner: Object, field: Field) -> Field:
        if not _has_decimal(field.type):
            return field
        cells = (parse(example.text) for example in field.examples)
        is_string = (owner.id, field.name) in as_strings or any(_shows_string(cell[0]) for cell in cells if cell)
        return replace(field, type=map_type(field.type, _as_string)) if is_string else field

    return map_fields(model, change)


def _as_float(leaf: Type) -> Type:
    return NUMBER if leaf == DECIMAL else STRING if leaf == DECIMAL_STRING else leaf


def _has_decimal(type_: Type) -> bool:
    return DECIMAL in walk(type_)


def _as_string(leaf: Type) -> Type:
    return DECIMAL_STRING if leaf == DECIMAL else leaf


def _shows_string(value: Json) -> bool:
    """Whether a value, or an item of a list, is a decimal number as a string."""
    values = value if isinstance(value, list) else [value]
    return any(is_decimal(item) for item in values)
