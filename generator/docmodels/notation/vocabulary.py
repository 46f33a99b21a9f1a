"""The words of one language in types.

A language is one module in `languages`, with one `Vocabulary` in it and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum, auto
from types import MappingProxyType

from ..frozen import frozen
from ..model.types import Scalar, Type
from .phrases import Phrases


class Constructor(Enum):
    """The type that a name makes of those in brackets behind it (`List<…>`, `Optional[…]`, `T.any(…)`)."""

    LIST = auto()
    MAP = auto()  # the last argument is the type of the values
    TUPLE = auto()  # a list of what the arguments are together
    UNION = auto()
    OPTIONAL = auto()  # the value may be missing; the Required column says so too
    NULLABLE = auto()  # the value may be null
    OPTIONAL_NULLABLE = auto()  # both
    MAYBE = auto()  # missing where the Required column says optional, else null
    LITERAL = auto()  # the arguments are values
    PLAIN = auto()  # the argument itself


@frozen()
class Vocabulary:
    """The words of one language.

    language      its name, in lower case, as the configuration spells it
    scalars       names of types that are made of no others, with `.` between their parts and none before: `string`,
                  `byte[]` (also for `Vec<byte>`), `time.Time`, `Integer` for `::Integer`
    linked        names that mean something only as the text of a link out of the docs: `[DateTime](https://…)`
    foreign       names of types that belong to others: what they mean where the docs do not describe them
    constructors  names that take types in brackets
    generics      names that take types in brackets, and are names like any other without
    prefixes      marks before a type: `?`, `*`
    suffixes      marks behind a type: `?`
    templates     names that mean the same whatever stands in brackets behind them: `chrono::DateTime<Utc>`
    bodies        names that have a body in braces, which is left out: `interface{}`
    braces        whether names take their arguments in braces: `Vector{String}`
    frame         what a cell shows before the type and says nothing, as a regular expression: `Pointer to`
    nullable_prefix  what makes a name that of the type or null: `NullableRoom`, linked to the page of `Room`
    opaque        types of the SDK's own machinery, which stand for nothing on the wire; with or without arguments
    member_code   how the code below a union member's heading is cut down to its type: a regular expression with
                  the group `type`; "" where the heading is enough
    members       names of union members that are no pages, in lower case: `str`
    clash_suffix  what the SDK adds to the name of a field that would have its class's name
    extra_field   the row that stands for all the fields that the docs do not name
    reserved      words that the SDK does not use as names: those of the language, and names of its library that fields
                  would hide; empty where names are capitals, or quoted
    reserved_mark what the SDK adds to them
    capitalised   words that the SDK writes in capitals wherever they stand (`ID`), though the JSON does not
    keys          names of the keys' type in braces: the `String` of `{String: Room}`
    anything      alternatives that come to any value where all of them are there
    alternatives  what stands between the members of a union; a comma does so only outside of all brackets
    merges        what stands between types that a value is all of: `&`
    joiners       words between a constructor and its argument: `of` in `map of string`
    formats       what a format in brackets makes of a scalar: `string(date-time)`, `date-time (formatted string)`;
                  empty where brackets hold arguments
    whole_links   whether the text of a link is a name, whatever characters it has: `Room.1.0`
    phrases       what phrases of human languages mean in types; None for a notation without
    """

    language: str
    scalars: Mapping[str, Type]
    linked: Mapping[str, Type] = field(default_factory=lambda: MappingProxyType({}))
    foreign: Mapping[str, Type] = field(default_factory=lambda: MappingProxyType({}))
    constructors: Mapping[str, Constructor] = field(default_factory=lambda: MappingProxyType({}))
    generics: Mapping[str, Constructor] = field(default_factory=lambda: MappingProxyType({}))
    prefixes: Mapping[str, Constructor] = field(default_factory=lambda: MappingProxyType({}))
    suffixes: Mapping[str, Constructor] = field(default_factory=lambda: MappingProxyType({}))
    templates: Mapping[str, Type] = field(default_factory=lambda: MappingProxyType({}))
    bodies: frozenset[str] = frozenset()
    braces: bool = False
    frame: str = ""
    nullable_prefix: str = ""
    opaque: frozenset[str] = frozenset()
    member_code: str = ""
    members: Mapping[str, Type] = field(default_factory=lambda: MappingProxyType({}))
    clash_suffix: str = ""
    extra_field: str = ""
    reserved_mark: str = "_"
    reserved: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    anything: frozenset[Type] = frozenset()
    alternatives: frozenset[str] = frozenset({"|"})
    merges: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    formats: Mapping[tuple[Scalar, str], Type] = field(default_factory=lambda: MappingProxyType({}))
    whole_links: bool = False
    phrases: Phrases | None = None
