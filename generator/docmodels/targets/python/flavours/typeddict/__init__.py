"""TypedDicts: the JSON as `json.loads` returns it, with types for type checkers and nothing at run time."""

from __future__ import annotations

from ...flavour import Flavour
from .adapt import adapt
from .present import HELPERS, present

TYPEDDICT = Flavour(name="typeddict", helpers=HELPERS, present=present, adapt=adapt, is_json=True)
