"""The names of one module: what it calls the things that it uses, and the imports that bring them in."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...model.declarations import Alias, Declaration, Object
from ...model.types import DeclarationId
from .dependencies import HELPERS, SUPPORT, Neighbour, Surroundings
from .identifiers import free, prefixed, private
from .layout import excused, lay_out, stacked
from .naming import field_names
from .planning import Location
from .syntax import Code, Import, dotted, renamed

TAG, OTHER = Code("tag"), Code("OTHER")
"""What `SUPPORT` offers."""

_EXCUSE = Code("  # noqa: E402")
_STANDARD = frozenset({"datetime", "enum", "typing", "uuid"})


class Scope:
    """Hands out the local name of everything that a module uses and remembers the import that it takes.

    Two rules keep circles of modules importable in any order. A class refers to what is in a circle with it by
    annotations that are evaluated late, and the imports for them stand below it: whoever comes first, each class is
    there before anything asks for it. An alias is evaluated at once and imports the classes in its circle at the top;
    the aliases it names in a string. Whatever refers to an alias in its circle imports it as a module, whose name is
    there before the alias in it is.

    A third rule keeps late annotations right. To pydantic, a name in them may also mean the class whose schema it was
    asked for, although another module defines that (`NsResolver.types_namespace` in pydantic 2). So they use no name
    that another class has; where their own classes share one, they are named through their modules.
    """

    def __init__(
        self,
        declaration: Declaration,
        around: Surroundings,
    ) -> None:
        self._own = declaration
        self._here = around.here
        self._around = around
        self._neighbours = {each.id: each for each in around.neighbours}
        self._top: _Imports = {}
        self._late: _Imports = {}
        self._plain = False
        self.needs_support = False
        fields = set(field_names(declaration)) if isinstance(declaration, Object) else set()
        self._hidden = {name for name, module in HELPERS.items() if module == "datetime"} & fields
        self._datetime = Code("dt_") if "dt" in fields else Code("dt")
        self._is_put_off = self.is_forward or (self.is_late and around.circle > 1)
        self._models = self._model_names(fields)
        self._taken = {self._here.name, *(local for _, through, local in self._models.values() if through is None)}

    def tags(self) -> Sequence[Code]:
        """What the classes call the field that tells a union's members apart, each name once.

        Backwards, so that `kind_2` comes before `kind`, which is another field where it is not the same.
        """
        return sorted({other.tag for other in self._neighbours.values()}, reverse=True)

    @property
    def is_late(self) -> bool:
        """Whether annotations name what is not there yet when the class is made."""
        return isinstance(self._own, Object) and any(map(self._is_late, self._neighbours.values()))

    @property
    def is_forward(self) -> bool:
        """Whether the alias names what is not there yet when it is made."""
        return isinstance(self._own, Alias) and any(map(self._is_late, self._neighbours.values()))

    def helper(self, known: str) -> Code:
        """The local name of something that a library defines. Raises KeyError for what is none of `HELPERS`."""
        module = HELPERS[known]
        name = Code(known)
        if module == "datetime" and self._hidden:
            self._plain = True
            return dotted((self._datetime, name))
        local = name if name not in self._taken else free(prefixed((module,), name), self._taken)
        if self._is_put_off and name in self._around.mistaken:
            local = free(prefixed((module,), name), self._taken, self._around.names)
        self._top.setdefault(module, set()).add(renamed(name, local))
        return local

    def support(self, name: Code) -> Code:
        """The local name of something that the package brings along itself, for every module that needs it."""
        local = name if name not in self._taken else free(prefixed((SUPPORT,), name), self._taken)
        self._top.setdefault(self._relative((SUPPORT,)), set()).add(renamed(name, local))
        self.needs_support = True
        return local

    def has(self, key: DeclarationId) -> bool:
        """Whether the declaration has a place."""
        return self._neighbours[key].place is not None

    def model(self, key: DeclarationId) -> Code:
        """The local name of a declaration that has a place."""
        place, through, local = self._models[key]
        imports = self._late if self._is_late(self._neighbours[key]) else self._top
        if through is not None:
            *package, module = place.module
            imports.setdefault(self._relative((*package, Code(""))), set()).add(renamed(module, through))
            return dotted((through, local))
        if place.module != self._here.module:
            imports.setdefault(self._relative(place.module), set()).add(renamed(place.name, local))
        return local

    def imports(self) -> tuple[Code, ...]:
        """The imports at the top, a string a group: the standard library, other packages, this package."""
        modules = sorted(self._top)
        plain = [renamed(Code("import datetime"), self._datetime)] if self._plain else []
        groups = (
            [*plain, *map(lay_out, _statements(self._top, (m for m in modules if m in _STANDARD)))],
            [*map(lay_out, _statements(self._top, (m for m in modules if m[0] != "." and m not in _STANDARD)))],
            [*map(lay_out, _statements(self._top, (m for m in modules if m[0] == ".")))],
        )
        return tuple(stacked(group) for group in groups if group)

    def late_imports(self) -> Code:
        """The imports below the class, with the comment that says that they may stand there."""
        return stacked(excused(statement, _EXCUSE) for statement in _statements(self._late, self._late))

    def _relative(self, module: tuple[Code, ...]) -> Code:
        """The module as this one's imports name it; an empty last part stands for the package itself."""
        here = self._here.package
        common = 0
        while common < min(len(here), len(module) - 1) and here[common] == module[common]:
            common += 1
        return dotted((part for part in module[common:] if part), len(here) - common + 1)

    def _is_late(self, other: Neighbour) -> bool:
        """Whether it is imported below what this module defines."""
        return other.in_circle and (isinstance(self._own, Object) or other.is_alias)

    def _is_by_module(self, other: Neighbour, name: str, fields: Collection[str]) -> bool:
        """Whether late annotations could mistake its name; see above."""
        if not self._is_put_off:
            return False
        if other.is_shared or name in fields:
            return True
        return self._is_late(other) and other.id != self._own.id and (other.is_alias or hasattr(builtins, name))

    def _model_names(self, fields: Collection[str]) -> dict[DeclarationId, tuple[Location, Code | None, Code]]:
        """The places of the declarations, each with its local name behind that of its module if it needs that.

        The local names are their own, with their packages before it where it is taken.

        fields  the names of the class's fields, which hide others in its body
        """
        placed = [(other, other.place) for other in self._neighbours.values() if other.place is not None]
        counted = Counter(place.name for _, place in placed)
        found: dict[DeclarationId, tuple[Location, Code | None, Code]] = {}
        taken: set[str] = {self._here.name, *fields}
        for other, place in placed:
            through, local = None, place.name
            if self._is_by_module(other, local, fields):
                through = free(private(place.module[-1]), taken)
            elif other.id != self._own.id:
                far = counted[local] > 1 and place.package != self._here.package
                if far or local in taken:
                    local = free(prefixed(place.package or ("Top",), local), taken)
            taken.add(through or local)
            found[other.id] = place, through, local
        return found


_Imports = dict[Code, set[Code]]
"""By module, what is imported from it: names, and names `as` others."""


def _statements(imports: Mapping[Code, set[Code]], modules: Iterable[Code]) -> Iterator[Import]:
    for module in sorted(modules, key=lambda name: (-_dots(name), name)):  # the farthest relatives first
        names = sorted(imports[module], key=_import_order)
        plain = tuple(name for name in names if " " not in name)
        if plain:
            yield Import(module, plain)
        yield from (Import(module, (name,)) for name in names if " " in name)


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))


def _import_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest, as isort and ruff order the names of an import."""
    own = name.split(" ")[0]
    return (
        0 if own.isupper() and len(own) > 1 else 1 if own[:1].isupper() else 2,
        name,
    )
