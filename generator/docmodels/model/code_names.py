"""Names in the written package: modules, classes, attributes and members.

    docs/b/p.md, "## Book"  ->  the class `BBook` in `models`, with `layout = "single"`

They depend on the layout and on the flavour. The pipeline works them out once a run; everything that shows or matches
them takes the `Names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Generic, TypeVar

from ..diagnostics import Diagnostic
from ..frozen import frozen
from .declarations import Enumeration, Field, Object
from .types import DeclarationId

N = TypeVar("N", bound=str, covariant=True)
"""The type of a name: plain text, or text that a target marks as code."""


@frozen()
class Location(Generic[N]):
    """module: the module that defines a declaration, in parts; name: the class or alias in it."""

    module: tuple[N, ...]
    name: N

    @property
    def package(self) -> tuple[N, ...]:
        """The package that holds the module."""
        return self.module[:-1]

    @property
    def dotted(self) -> str:
        """The module as imports spell it: `models.room`."""
        return ".".join(self.module)


Classes = Mapping[DeclarationId, Location[N]]
"""The location of each declaration; a declaration that the package leaves out is not there."""

NO_CLASSES: Classes[str] = MappingProxyType({})


@frozen()
class Names(Generic[N]):
    """All names of a package.

    attributes  of each object: the field's name in the docs -> the attribute, the fields of copied bases among them
    constants   of each enumeration: the names of its members, in their order; none where it becomes no class
    is_json     whether values stay as JSON has them: no attributes, but keys; no members of enumerations
    clashes     findings: declarations that get no name, or another one than their title makes
    """

    classes: Classes[N]
    attributes: Mapping[DeclarationId, Mapping[str, N]] = field(default_factory=lambda: MappingProxyType({}))
    constants: Mapping[DeclarationId, tuple[N, ...]] = field(default_factory=lambda: MappingProxyType({}))
    is_json: bool = False
    clashes: tuple[Diagnostic, ...] = ()

    def attribute(self, owner: Object, field: Field) -> str:
        """The name by which code reaches a field: `room.port_number`, `room["portNumber"]`."""
        return key_of(field) if self.is_json else self.attributes[owner.id][field.name]

    def attributes_of(self, owner: Object) -> Mapping[str, str]:
        """The names by which code reaches the fields of an object, by their names in the docs."""
        return {field.name: self.attribute(owner, field) for field in owner.fields}

    def members(self, enumeration: Enumeration) -> tuple[str, ...]:
        """The names of an enumeration's members, in order; none where it becomes no class."""
        return () if self.is_json else self.constants[enumeration.id]


def key_of(field: Field) -> str:
    """The key of a field in the JSON; if that is unknown, its name in the docs."""
    return field.wire.name if field.wire is not None else field.name
