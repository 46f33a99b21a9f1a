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

    text            the characters, line breaks as "\\n"
    may_be_nothing  whether the text may say that there is no value: `none`
    is_told         whether the description has it, and is where it was found
    """

    text: str
    place: Place
    may_be_nothing: bool = False
    is_told: bool = False


@frozen()
class Value:
    """A JSON value where there may be none: null is one."""

    json: Json


@frozen()
class WireName:
    """A field's name in the JSON and the reason to think so.

    evidence  one clause for a reader: `the example of RoomConnectionData.ExposedPort has the key "host"`
    shown_by  the field with the example that shows the name: its object, and its name; or None
    is_rule   the format of the docs has a rule for names, which a setting overrides
    is_guess  no evidence shows the name itself: it follows the spelling of others
    """

    name: str
    evidence: str
    shown_by: tuple[DeclarationId, str] | None = None
    is_rule: bool = False
    is_guess: bool = False


class Presence(StrEnum):
    """Whether a field must be there at all. UNKNOWN: the docs do not say, and code must do without it."""

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
    """The limits of a field's values besides their type, in the words of JSON Schema 2020-12, section 6.

    The numbers are those of the docs; None and "" mean no constraint.
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

    name           as the docs show it
    type           without the outer null, which is `nullable`
    presence       whether the value must be there at all; apart from `nullable`, whether it may be null
    description    Markdown, "" where the docs say nothing
    deprecated     the notice, "" where the docs mark it and say no more, None where it is not deprecated
    examples       what the docs show, unparsed; `values` holds them as JSON once the types are known
    original       the name before the docs' generator changed it, to avoid a clash for one; "" where it is `name`
    also           other spellings of the name that are accepted for it
    wire           the name in the JSON; None until `name_on_the_wire` has decided, except where the docs show it
    default        what the docs show, unparsed; `default_value` holds it as JSON once the types are known
    is_open        the docs say nothing of the type, or only `object`, `array` or `number`: examples may tell the rest
    typed_by       the evidence for a type that the docs do not show, in a clause; "" where they show it
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
        """Whether code can rely on the field. One of unknown presence is optional to it."""
        return self.presence is Presence.REQUIRED


@frozen()
class Member:
    """One value of an enumeration. `name` is "" where the docs show values alone."""

    name: str
    value: str | int
    place: Place
    description: str = ""
    deprecated: str | None = None


@frozen()
class Usage:
    """A value of a whole object that the docs show in code, or a list of such values.

    is_wire    whether it is JSON, so that its keys are names on the wire; else they are those of some language
    place      the block that shows it; None where nobody asks whether it fits
    keys       where its keys stand, at any depth and in the order of the docs: the line and the column of each; empty
               where that is not known
    is_elided  the example leaves something out
    """

    value: Json
    is_wire: bool
    place: Place | None = None
    keys: tuple[int, ...] = ()
    is_elided: bool = False


@frozen()
class Object:
    """A set of fields.

    title      the name of the class in the docs, without the words that only frame it
    extra      the type of fields that the docs do not name, None where the page has no row for them
    usages     its values in code
    bases      the types that it shares all fields of, as the docs name them
    anchors    the anchors on its page that lead to it, besides the one of its identity
    namespace  its part of the docs, outermost first: ("cosmos", "bank", "v1beta1")
    part_of    the declaration with the field that these rows are nested below; None for a model of its own
    named_by   the reason for its title, in a clause; "" if the page has the title as it is
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

    members   two of one value are two names for it
    is_open   values that the docs do not list may occur
    is_flags  its values are bits, which are combined
    is_kept   a class of it keeps such values as members of its own
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
        return tuple(value for _, value in dict.fromkeys((type(each.value), each.value) for each in self.members))


@frozen()
class Alias:
    """A name for a type: a union of others, or any value where the page shows no shape; see `Object` for the rest."""

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
        """The field that distinguishes the members, where the type is a union that has one."""
        return self.type.discriminator if isinstance(self.type, UnionOf) else None


Declaration = Object | Enumeration | Alias


class Direction(StrEnum):
    """The direction of a model in an operation, seen from the client."""

    SENT = "sent"
    RECEIVED = "received"


@frozen()
class Request:
    """The method and path of an operation: `GET`, `/rooms/{roomId}`. The path may lack the part that all operations share."""

    method: str
    path: str


@frozen()
class Use:
    """An operation that sends or receives values of a type; `request` where the docs show it."""

    direction: Direction
    type: Type
    request: Request | None = None
