"""The intermediate model: declarations, types, and the links between them."""

from __future__ import annotations

from .bases import resolve_bases
from .conventions import Convention
from .decimals import as_floats, decimal_strings
from .discriminate import discriminate
from .endless import without_endless
from .examples import read_examples
from .lessons import teach_null
from .link import link
from .model import Model
from .overrides import override
from .twins import without_twins
from .unknown import keep_unknown, with_open_classes
from .whole_numbers import whole_numbers
from .wire import Conventions, name_on_the_wire

__all__ = [
    "Convention",
    "Conventions",
    "Model",
    "as_floats",
    "decimal_strings",
    "discriminate",
    "keep_unknown",
    "link",
    "name_on_the_wire",
    "override",
    "read_examples",
    "resolve_bases",
    "teach_null",
    "whole_numbers",
    "with_open_classes",
    "without_endless",
    "without_twins",
]
