"""What a documentation tree declares: objects, enumerations and aliases, each with its place in the docs."""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Place
from .types import Type

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Example:
    """A value that the docs show for a field, as they show it.

    text  the characters, line breaks as "\\n"
    """

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class WireName:
    """A field's name in the JSON and the reason to think so.

    evidence  one clause for a reader: `the example of RoomConnectionData.ExposedPort has the key "host"`
    shown_by  the field whose example shows the name, as `Title.Field`; "" where none does
    """

    name: str
    evidence: str
    shown_by: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One row of an object.

    name         as the docs show it
    type         without the outer null, which is `nullable`
    required     whether the value must be there at all; apart from `nullable`, whether it may be null
    description  Markdown, "" where the docs say nothing
    deprecated   the notice, "" where the docs mark it and say no more, None where it is not deprecated
    examples     what the docs show, unparsed; `values` holds them as JSON once the types are known
    sdk_name     the name before the SDK changed it, to avoid a clash for one; "" where it is `name`
    wire         None until `wire` has decided
    """

    name: str
    type: Type
    required: bool
    place: Place
    nullable: bool = False
    description: str = ""
    deprecated: str | None = None
    examples: tuple[Example, ...] = ()
    values: tuple[Json, ...] = ()
    sdk_name: str = ""
    wire: WireName | None = None

    def named(self, wire: WireName) -> Field:
        """The field with this name on the wire. Every field of a tree comes by, and `replace` takes twice as long."""
        return Field(
            self.name,
            self.type,
            self.required,
            self.place,
            self.nullable,
            self.description,
            self.deprecated,
            self.examples,
            self.values,
            self.sdk_name,
            wire,
        )


@dataclass(frozen=True, slots=True)
class Member:
    """One value of an enumeration. `name` is "" where the docs show values alone."""

    name: str
    value: str | int
    place: Place
    description: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """A value of a whole object that the docs show in code.

    is_wire  whether it is JSON, so that its keys are names on the wire; else they are those of some language
    """

    value: Json
    is_wire: bool


@dataclass(frozen=True, slots=True)
class Object:
    """extra: the type of fields that the docs do not name, None where there are none; usages: values of it in code."""

    key: str
    title: str
    place: Place
    description: str
    fields: tuple[Field, ...]
    deprecated: str | None = None
    extra: Type | None = None
    usages: tuple[Usage, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumeration:
    """is_open: values that the docs do not list may occur."""

    key: str
    title: str
    place: Place
    description: str
    members: tuple[Member, ...]
    is_open: bool = False
    deprecated: str | None = None


@dataclass(frozen=True, slots=True)
class Discriminator:
    """What tells the members of a union apart.

    field    the name, as the docs show it, of a field that every member has
    wire     its name on the wire
    tags     its constant value in each member, in the order of the members
    is_text  whether the docs give it as a text, not as an enumeration of one value, in every member
    is_open  whether there may be members that the docs do not know
    missing  the tag of a value without the field: that of the only member that may leave it out, "" where several
             may, None where none may
    """

    field: str
    wire: str
    tags: tuple[str, ...]
    is_text: bool
    is_open: bool = False
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type: a union of others, or any value where the page shows no shape."""

    key: str
    title: str
    place: Place
    description: str
    type: Type
    discriminator: Discriminator | None = None
    deprecated: str | None = None


Declaration = Object | Enumeration | Alias
