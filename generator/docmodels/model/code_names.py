"""Names in the written package: modules, classes, attributes and members.

    docs/b/p.md, "## Book"  ->  the class `BBook` in `models`, with `layout = "single"`

They depend on the layout and on the flavour. The pipeline makes the `Names` once in a run; everything that shows or
matches names takes them.
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
"""The type of a name: `str`, or the type that a target has for code."""


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
"""Declaration → its location; a declaration that the package leaves out has none."""

NO_CLASSES: Classes[str] = MappingProxyType({})


@frozen()
class Names(Generic[N]):
    """All names of a package.

    attributes  object → the field's name in the docs → the attribute; fields from copied bases included
    constants   enumeration → the names of its members, in their order; none if it becomes no class
    is_json     whether values stay plain JSON: code uses keys, not attributes, and enumerations have no members
    clashes     findings about declarations without a name, or with another name than their title's
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
        """Field's name in the docs → the name by which code reaches it."""
        return {field.name: self.attribute(owner, field) for field in owner.fields}

    def members(self, enumeration: Enumeration) -> tuple[str, ...]:
        """The names of an enumeration's members, in order; none if it becomes no class."""
        return () if self.is_json else self.constants[enumeration.id]


def key_of(field: Field) -> str:
    """The key of a field in the JSON; if that is unknown, its name in the docs."""
    return field.wire.name if field.wire is not None else field.name
