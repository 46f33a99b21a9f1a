"""The declarations of a documentation tree: objects, enumerations and aliases, each with its place in the docs."""

from __future__ import annotations

import re
from enum import StrEnum

from ..diagnostics import Place
from ..frozen import frozen
from .types import DeclarationId, Discriminator, Type, UnionOf

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@frozen()
class RawValue:
    """An example or a default of a field, as the docs write it.

    text            the characters, with line breaks as "\\n"
    may_be_nothing  whether the text may mean that there is no value: `none`
    is_described    whether it comes from the description, which so has it already
    """

    text: str
    place: Place
    may_be_nothing: bool = False
    is_described: bool = False


@frozen()
class Value:
    """A JSON value, so that null can be told from no value."""

    json: Json


@frozen()
class WireName:
    """A field's name in the JSON, with the evidence for it.

    evidence  a clause for a reader: `the example of RoomConnectionData.ExposedPort has the key "host"`
    shown_by  the field with the example that shows the name: its object, and its name; None without one
    is_rule   whether it follows a rule of the docs' format, which a setting overrides
    is_guess  whether no evidence shows the name itself: it follows the spelling of others
    """

    name: str
    evidence: str
    shown_by: tuple[DeclarationId, str] | None = None
    is_rule: bool = False
    is_guess: bool = False


class Presence(StrEnum):
    """Whether a field must be there. UNKNOWN: the docs do not say, so code cannot rely on it."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    UNKNOWN = "unknown"


class Access(StrEnum):
    """The side that writes a field: the server for READ_ONLY, the client for WRITE_ONLY."""

    BOTH = "both"
    READ_ONLY = "read-only"
    WRITE_ONLY = "write-only"


@frozen()
class Constraints:
    """The limits of a field's values, with the names of JSON Schema 2020-12, section 6.

    The numbers stand in the docs; None and "" mean no limit.
    """

    minimum: int | float | None = None
    exclusive_minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str = ""
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False

    @property
    def has_valid_pattern(self) -> bool:
        """Whether there is a pattern that Python can compile."""
        try:
            return bool(self.pattern and re.compile(self.pattern))
        except (re.error, RecursionError, OverflowError):
            return False


UNCONSTRAINED = Constraints()


@frozen()
class Field:
    """One row of an object.

    name           the name in the docs
    type           the type without the outer null, which is `nullable`
    presence       whether the key must be there; `nullable` is whether its value may be null
    description    Markdown; "" without one
    deprecated     the notice of the deprecation; "" for a mark without a text, None if it is not deprecated
    examples       the examples in the docs, unparsed; `values` has them as JSON once the types are known
    original       the name before the docs' generator changed it, as to avoid a clash; "" if it is `name`
    also           other accepted spellings of the name
    wire           the name in the JSON; None until `name_on_the_wire` decides, unless the docs show it
    default        the default in the docs, unparsed; `default_value` has it as JSON once the types are known
    is_open        whether the docs give no type, or only `object`, `array` or `number`: examples may complete it
    typed_by       the evidence for a type that the docs do not show, in a clause; "" if they show it
    """

    name: str
    type: Type
    presence: Presence
    place: Place
    nullable: bool = False
    description: str = ""
    deprecated: str | None = None
    examples: tuple[RawValue, ...] = ()
    values: tuple[Json, ...] = ()
    original: str = ""
    also: tuple[str, ...] = ()
    wire: WireName | None = None
    default: RawValue | None = None
    default_value: Value | None = None
    constraints: Constraints = UNCONSTRAINED
    access: Access = Access.BOTH
    is_open: bool = False
    typed_by: str = ""

    @property
    def required(self) -> bool:
        """Whether code can rely on the field. A field of unknown presence is optional."""
        return self.presence is Presence.REQUIRED


@frozen()
class Member:
    """One value of an enumeration. `name` is "" if the docs show the value alone."""

    name: str
    value: str | int
    place: Place
    description: str = ""
    deprecated: str | None = None


@frozen()
class Usage:
    """A value of an object that the docs show in code, or a list of such values.

    is_wire    whether it is JSON, with names on the wire as keys; if not, its keys are names of some language
    place      the place of its block; None if nothing checks whether it fits
    keys       the line and the column of each key, at any depth, in the order of the docs; empty if unknown
    is_elided  whether the example leaves something out
    """

    value: Json
    is_wire: bool
    place: Place | None = None
    keys: tuple[int, ...] = ()
    is_elided: bool = False


@frozen()
class Object:
    """A set of fields.

    title      its name in the docs, without words that only frame the name
    extra      the type of keys that the docs do not name; None if the page has no row for them
    usages     its values in code
    bases      the types in the docs whose fields it has too
    anchors    the anchors on its page that lead to it, besides that of its identity
    namespace  its part of the docs, outermost first: ("cosmos", "bank", "v1beta1")
    part_of    the declaration with the field above these nested rows; None for a model of its own
    named_by   the reason for its title, in a clause; "" if the page has that title
    """

    id: DeclarationId
    title: str
    place: Place
    description: str
    fields: tuple[Field, ...]
    deprecated: str | None = None
    extra: Type | None = None
    usages: tuple[Usage, ...] = ()
    bases: tuple[Type, ...] = ()
    anchors: tuple[str, ...] = ()
    namespace: tuple[str, ...] = ()
    part_of: DeclarationId | None = None
    named_by: str = ""


@frozen()
class Enumeration:
    """A set of values; see `Object` for the other attributes.

    members   its values; two members with one value are two names for it
    is_open   whether values may occur that the docs do not list
    is_flags  whether its values are bits, which are combined
    is_kept   whether its class keeps unlisted values as new members
    """

    id: DeclarationId
    title: str
    place: Place
    description: str
    members: tuple[Member, ...]
    is_open: bool = False
    deprecated: str | None = None
    is_flags: bool = False
    anchors: tuple[str, ...] = ()
    namespace: tuple[str, ...] = ()
    part_of: DeclarationId | None = None
    named_by: str = ""
    is_kept: bool = False

    @property
    def values(self) -> tuple[str | int, ...]:
        """The values, each once."""
        return tuple(value for _, value in dict.fromkeys((type(member.value), member.value) for member in self.members))


@frozen()
class Alias:
    """A name for a type: a union, or any value if the page shows no shape; see `Object` for the other attributes."""

    id: DeclarationId
    title: str
    place: Place
    description: str
    type: Type
    deprecated: str | None = None
    anchors: tuple[str, ...] = ()
    namespace: tuple[str, ...] = ()
    part_of: DeclarationId | None = None
    named_by: str = ""

    @property
    def discriminator(self) -> Discriminator | None:
        """The field that distinguishes the members of its union; None without one."""
        return self.type.discriminator if isinstance(self.type, UnionOf) else None


Declaration = Object | Enumeration | Alias


class Direction(StrEnum):
    """The direction of a model in an operation, seen from the client."""

    SENT = "sent"
    RECEIVED = "received"


@frozen()
class Request:
    """The method and path of an operation: `GET`, `/rooms/{roomId}`. The path may lack a prefix that all operations share."""

    method: str
    path: str


@frozen()
class Use:
    """The use of a type by an operation that sends or receives its values; `request` is None if the docs do not show it."""

    direction: Direction
    type: Type
    request: Request | None = None
