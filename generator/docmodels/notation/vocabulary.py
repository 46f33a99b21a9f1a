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
    """The type that a name makes of its arguments: `List<…>`, `Optional[…]`, `T.any(…)`."""

    LIST = auto()
    MAP = auto()  # the last argument is the type of the values
    TUPLE = auto()  # a list of a union of the arguments
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
    scalars       names of types without arguments, with `.` between their parts and none before: `string`,
                  `byte[]` (also for `Vec<byte>`), `time.Time`, `Integer` for `::Integer`
    linked        names that are types only as links out of the docs: `[DateTime](https://…)`
    foreign       names of types of other packages, for docs that do not describe them
    constructors  names that take types in brackets
    generics      names that take types in brackets; without brackets, names like any other
    prefixes      marks before a type: `?`, `*`
    suffixes      marks behind a type: `?`
    templates     names with brackets that change nothing: `chrono::DateTime<Utc>`
    bodies        names with a body in braces, which is left out: `interface{}`
    braces        whether names take their arguments in braces: `Vector{String}`
    frame         a regular expression for meaningless words before the type: `Pointer to`
    nullable_prefix  the prefix that makes a type nullable: `NullableRoom`, linked to the page of `Room`
    opaque        types of the SDK's machinery, which are never on the wire; with or without arguments
    member_code   a regular expression with the group `type` for the code below the heading of a union's member;
                  "" if the heading shows the type
    members       names of union members without a page, in lower case: `str`
    clash_suffix  the suffix of the SDK for a field with the name of its class
    extra_field   the name of the row for undocumented fields
    reserved      words that the SDK does not use as names: those of the language, and names of its library that fields
                  would hide; empty where names are capitals, or quoted
    reserved_mark the mark that the SDK adds to reserved words
    capitalised   words that the SDK always writes in capitals (`ID`), though the JSON does not
    keys          names of the keys' type in braces: the `String` of `{String: Room}`
    anything      alternatives that mean any value if a union has all of them
    alternatives  marks between the members of a union; a comma only outside of all brackets
    merges        marks between the members of an intersection: `&`
    joiners       words between a constructor and its argument: `of` in `map of string`
    formats       format -> type, for scalars with a format: `string(date-time)`, `date-time (formatted string)`;
                  empty if brackets hold arguments
    whole_links   whether the entire text of a link is one name, whatever characters it has: `Room.1.0`
    phrases       the phrases of human languages in types; None for a notation without them
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
