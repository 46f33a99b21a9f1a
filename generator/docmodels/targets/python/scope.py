"""The local names in one module, and the imports behind them."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from ...model.code_names import Location
from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.model import references
from ...model.types import DeclarationId, UnionOf
from .dependencies import Dependencies, Dependency, TaggedUnion
from .identifiers import dotted_name, free, marked, prefixed, private
from .imports import Imports
from .ordering import definition_order
from .planning import Module, ModuleName
from .syntax import Code, Doc, dotted, renamed

Tagged = Callable[[UnionOf, Doc, "Scope"], Doc]
"""Makes the annotation of a union with its discriminator, from the annotation without it."""


class Scope:
    """Gives everything that a module uses a local name, and remembers the imports.

    Two rules let modules in a circle be imported in any order.
    1. A module with a class, or with several declarations, refers late to declarations in its circle: by annotations that
       are evaluated after the classes are made, and by aliases in strings. The imports for these stand below all
       definitions: whichever module comes first, its classes exist before another module needs them.
    2. A module with one alias evaluates it at once. It imports the classes of its circle at the top, and names aliases in a
       string. It imports the module of an alias, not the alias: the module exists before the alias is defined.

    A third rule keeps late annotations right. In them, pydantic may find the class that it makes a schema for under its
    name, although another module defines it (`NsResolver.types_namespace` in pydantic 2). So they use no name that another
    class has: a class that shares its name is named through its module.
    """

    def __init__(
        self,
        module: Module,
        around: Dependencies,
        helpers: Mapping[str, Code],
        *,
        is_plain: bool = False,
        tagged: Tagged | None = None,
    ) -> None:
        """tagged: makes the annotation of a union with a discriminator; by default, annotations leave discriminators out."""
        self.tagged = tagged
        self.order = definition_order(module, around, is_plain=is_plain)
        self._here = around.module
        self._around = around
        self._helpers = helpers
        self._own = {declaration.id: at for at, declaration in enumerate(self.order)}
        self._locations = dict(
            zip((declaration.id for declaration in module.declarations), around.locations, strict=True)
        )
        self._tags = dict(zip((declaration.id for declaration in module.declarations), around.tags, strict=True))
        self._targets = {dependency.id: dependency for dependency in around.targets}
        self._imports = Imports(around.module)
        self.support: set[Code] = set()
        self._references = {declaration.id: references(declaration) for declaration in module.declarations}
        self._parts = dict(zip((declaration.id for declaration in module.declarations), around.parts, strict=True))
        self._field_names = {
            declaration.id: self._parts[declaration.id]
            for declaration in module.declarations
            if isinstance(declaration, Object)
        }
        self._defers = len(self.order) > 1 or bool(self._field_names)
        self.closing = self._closing() if is_plain else frozenset()
        self.order = tuple(sorted(self.order, key=lambda declaration: declaration.id in self.closing))
        self._own = {declaration.id: at for at, declaration in enumerate(self.order)}
        fields = {name for names in self._field_names.values() for name in names}
        self._fields = fields
        self._hidden = any(helpers.get(name) == "datetime" for name in fields)
        self._datetime = Code("dt_") if "dt" in fields else Code("dt")
        self.is_late = self._is_any_ahead()
        self._is_put_off = any(map(self.is_forward, self.order)) or (
            self.is_late and (around.circular > 1 or any(self._names_ahead(owner) for owner in self._field_names))
        )
        self._mistakable = frozenset() if is_plain else self._hidden_below()
        self._models = self._model_names(fields)
        self._taken = {
            *(place.name for place in around.locations),
            *(local for _, through, local in self._models.values() if through is None),
        }

    def name(self, declaration: Declaration) -> Code:
        """The name of one of the module's own declarations."""
        return self._locations[declaration.id].name

    def fields(self, declaration: Object) -> tuple[Code, ...]:
        """The names of the fields of one of the module's own objects."""
        return self._field_names[declaration.id]

    def members(self, declaration: Enumeration) -> tuple[Code, ...]:
        """The names of the members of one of the module's own enumerations that become classes."""
        return self._parts[declaration.id]

    def union(self, union: UnionOf) -> TaggedUnion:
        """The facts about a union with a discriminator."""
        return self._around.unions[union]

    def tags(self, declaration: Declaration) -> tuple[tuple[str, str], ...]:
        """The tags of one of the module's own declarations in unions: key on the wire, and value."""
        return self._tags[declaration.id]

    def constants(self, target: DeclarationId) -> Mapping[str | int, Code]:
        """Value of an enumeration → its name; empty if it is no class, or not defined yet when classes are made."""
        dependency = self._targets[target]
        return {} if self._is_late(dependency) else dict(dependency.constants)

    def values(self, target: DeclarationId) -> tuple[str | int, ...]:
        """The values of an alias of nothing else; empty for any other declaration."""
        return self._targets[target].values

    def only(self, target: DeclarationId) -> str | int | None:
        """The only value of an enumeration; None if it has others."""
        return self._targets[target].only

    def _is_any_ahead(self) -> bool:
        """Whether annotations name declarations that are not defined yet when the classes are made."""
        return any(self._is_ahead(owner, target) for owner in self._field_names for target in self._references[owner])

    def is_forward(self, declaration: Declaration) -> bool:
        """Whether an alias names declarations that are not defined yet when it is."""
        return isinstance(declaration, Alias) and (
            declaration.id in self._around.recursive
            or any(self._is_late(self._targets[target]) for target in self._references[declaration.id])
        )

    def is_quoted(self, declaration: Declaration, target: DeclarationId) -> bool:
        """Whether a plain alias, or a class made by a call, has to name another declaration in a string."""
        if isinstance(declaration, Alias):
            if target in self._own:
                return {declaration.id, target} <= self._around.recursive
            return self._is_late(self._targets[target]) and self._is_union(self._targets[target])
        return self._is_ahead(declaration.id, target)

    def _closing(self) -> frozenset[DeclarationId]:
        """The plain aliases below the late imports: they name declarations from these imports, or each other."""
        closing: set[DeclarationId] = set()
        for declaration in self.order:
            if isinstance(declaration, Alias) and any(
                not self.is_quoted(declaration, target) and (target in closing or self._is_late(self._targets[target]))
                for target in self._references[declaration.id]
            ):
                closing.add(declaration.id)
        return frozenset(closing)

    def _is_union(self, other: Dependency) -> bool:
        return other.is_alias and not other.is_values

    def unfinished(self) -> Iterator[Code]:
        """The classes to finish at the end of the module.

        Their annotations name a class further below that shares its name with a class of another module (the third rule)
        or with a builtin.
        """
        for declaration in self.order:
            if isinstance(declaration, Object) and any(
                target in self._mistakable
                or (self._targets[target].is_shared and self._own.get(target, -1) > self._own[declaration.id])
                for target in self._references[declaration.id]
            ):
                yield self.name(declaration)

    def knows(self, known: str) -> bool:
        """Whether the flavour has a helper of a name."""
        return known in self._helpers

    def helper(self, known: str) -> Code:
        """The local name of something that a library defines. Raises KeyError if the flavour has no helper of that name."""
        source = self._helpers[known]
        name = Code(known)
        if source.startswith("_"):  # a module of the package itself
            return self.supported(source, name)
        if source == "datetime" and self._hidden:
            self._imports.add_plain(renamed(Code("import datetime"), self._datetime))
            return dotted((self._datetime, name))
        local = self._free(name, prefixed((source,), name))
        if local in self._fields:
            local = marked(local)
        if self._is_put_off and name in self._around.mistaken:
            local = free(prefixed((source,), name), self._taken, self._around.names)
        self._imports.add(source, renamed(name, local))
        return local

    def supported(self, module: Code, name: Code) -> Code:
        """The local name of something from a helper module of the package.

        module  the module at the top of the package that defines it
        """
        local = self._free(name, private(name))
        self._imports.add(self._imports.relative((module,)), renamed(name, local))
        self.support.add(module)
        return local

    def base(self, declaration: Declaration) -> Code | None:
        """The local name of the user's class that an own declaration inherits from; None without one."""
        if declaration.id not in self._around.bases:
            return None
        *module, name = dotted_name(self._around.bases[declaration.id])
        local = self._free(name, private(name))
        self._imports.add(dotted(module), renamed(name, local))
        return local

    def _free(self, name: Code, longer: Code) -> Code:
        """A name; if it is taken, the longer one, with a number if that is taken too."""
        return name if name not in self._taken else free(longer, self._taken)

    def has(self, target: DeclarationId) -> bool:
        """Whether a declaration has a place."""
        return self._targets[target].place is not None

    def model(self, target: DeclarationId) -> Code:
        """The local name of a declaration that has a place."""
        place, through, local = self._models[target]
        is_late = self._is_late(self._targets[target]) or target in self._mistakable
        if through is not None:
            *package, module = place.module
            source = self._imports.relative((*package, Code("")))
            self._imports.add(source, renamed(module, through), is_late=is_late)
            return dotted((through, local))
        if self._targets[target].is_external:
            self._imports.add(dotted(place.module), renamed(place.name, local))
        elif place.module != self._here:
            self._imports.add(self._imports.relative(place.module), renamed(place.name, local), is_late=is_late)
        return local

    def imports(self) -> tuple[Code, ...]:
        """The imports at the top, one string for each group: the standard library, other packages, this package."""
        return self._imports.groups()

    def late_imports(self) -> Code:
        """The imports below the classes."""
        return self._imports.below()

    def _is_late(self, other: Dependency) -> bool:
        """Whether a declaration is imported below the module's own definitions."""
        return other.id not in self._own and other.in_circle and (self._defers or other.is_alias)

    def _is_ahead(self, own: DeclarationId, target: DeclarationId) -> bool:
        """Whether a target is not defined yet when an own declaration is."""
        if target in self._own:
            return self._own[target] >= self._own[own]
        return self._is_late(self._targets[target])

    def _names_ahead(self, own: DeclarationId) -> bool:
        """Whether an own declaration names another one further below."""
        return any(self._own.get(target, -1) > self._own[own] for target in self._references[own])

    def _hidden_below(self) -> frozenset[DeclarationId]:
        """The own classes with the name of a builtin that a class further above names.

        Until they are defined, their name means the builtin; so they are named through their own module.
        """
        return frozenset(
            target
            for owner in self._field_names
            for target in self._references[owner]
            if self._own.get(target, -1) > self._own[owner] and hasattr(builtins, self._locations[target].name)
        )

    def _is_by_module(self, other: Dependency, name: str, fields: Collection[str]) -> bool:
        """Whether a declaration is named through its module, since late annotations could mistake its name."""
        if other.id in self._mistakable:
            return True
        if not self._is_put_off or other.id in self._own:
            return False
        if other.is_shared or name in fields:
            return True
        return self._is_late(other) and (other.is_alias or hasattr(builtins, name))

    def _model_names(self, fields: Collection[str]) -> dict[DeclarationId, tuple[Location[Code], Code | None, Code]]:
        """Declaration → its place, the local name of its module if it is named through that, and its local name.

        A local name is the declaration's own, behind its package if that is taken.

        fields  the names of the classes' fields, which hide other names in class bodies
        """
        placed = [(other, other.place) for other in self._targets.values() if other.place is not None]
        counted = Counter(place.name for _, place in placed)
        names: dict[DeclarationId, tuple[Location[Code], Code | None, Code]] = {}
        taken: set[str] = {*(place.name for place in self._around.locations), *fields}
        modules: dict[ModuleName, Code] = {}
        for other, place in placed:
            through, local = None, place.name
            if self._is_by_module(other, local, fields):
                through = modules.get(place.module) or free(private(place.module[-1]), taken)
                modules[place.module] = through
            elif other.id not in self._own:
                far = counted[local] > 1 and place.package != self._here[:-1]
                if far or local in taken:
                    local = free(prefixed(place.package or ("Top",), local), taken)
            taken.add(through or local)
            names[other.id] = place, through, local
        return names
