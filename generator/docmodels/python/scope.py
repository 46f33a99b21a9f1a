"""The names of one module: what it calls the things that it uses, and the imports that bring them in."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ..model.declarations import Alias, Declaration, Object
from ..model.names import pascal
from .formatter import fits
from .identifiers import free
from .layout import lay_out
from .modules import Location
from .naming import field_names
from .shapes import Import

HELPERS: Mapping[str, str] = MappingProxyType(
    {
        "Annotated": "typing",
        "Any": "typing",
        "BaseModel": "pydantic",
        "ConfigDict": "pydantic",
        "Discriminator": "pydantic",
        "Field": "pydantic",
        "IntEnum": "enum",
        "Literal": "typing",
        "StrEnum": "enum",
        "Tag": "pydantic",
        "TypeAlias": "typing",
        "TypeAliasType": "typing_extensions",
        "UUID": "uuid",
        "date": "datetime",
        "datetime": "datetime",
        "time": "datetime",
        "timedelta": "datetime",
    }
)
SUPPORT = "_tags"
"""The module with what unions need to be told apart; no page can have its name."""

_EXCUSE = "  # noqa: E402"
_STANDARD = frozenset({"datetime", "enum", "typing", "uuid"})


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a module must know of a declaration that its own refers to.

    place      None for a declaration without a name, which stands for any value
    is_alias   whether it is one
    in_circle  whether it refers back to the module's own declaration, directly or not
    is_shared  whether other declarations have its name
    tag        in a union that is told by a field, what the declaration's class calls that; "" elsewhere
    """

    key: str
    place: Location | None
    is_alias: bool
    in_circle: bool
    is_shared: bool
    tag: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that a module depends on besides its own declaration.

    here        the module's own place
    neighbours  what the declaration refers to, each once, in the order of the docs
    circle      how many declarations are in a circle with it, itself among them; 0 where it is in none
    mistaken    the helpers whose names other declarations have, which refer to this one
    names       the names of all declarations where there are such helpers
    """

    here: Location
    neighbours: tuple[Neighbour, ...]
    circle: int
    mistaken: tuple[str, ...]
    names: tuple[str, ...]


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
        self._neighbours = {each.key: each for each in around.neighbours}
        self._top: dict[str, set[str]] = {}
        self._late: dict[str, set[str]] = {}
        self._plain: set[str] = set()
        self.needs_support = False
        fields = set(field_names(declaration)) if isinstance(declaration, Object) else set()
        self._hidden = {name for name, module in HELPERS.items() if module == "datetime"} & fields
        self._datetime = "dt_" if "dt" in fields else "dt"
        self._is_put_off = self.is_forward or (self.is_late and around.circle > 1)
        self._models = self._model_names(fields)
        self._taken = {self._here.name, *(local for local, _ in self._models.values())}

    def tags(self) -> Sequence[str]:
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

    def helper(self, name: str) -> str:
        """The local name of something that a library defines."""
        module = HELPERS[name]
        if module == "datetime" and self._hidden:
            self._plain.add(f"import datetime as {self._datetime}")
            return f"{self._datetime}.{name}"
        local = name if name not in self._taken else free(pascal(module) + name, self._taken)
        if self._is_put_off and name in self._around.mistaken:
            local = free(pascal(module) + name, self._taken.union(self._around.names))
        self._top.setdefault(module, set()).add(name if local == name else f"{name} as {local}")
        return local

    def support(self, name: str) -> str:
        """The local name of something that the package brings along itself, for every module that needs it."""
        local = name if name not in self._taken else free(pascal(SUPPORT) + name, self._taken)
        named = name if local == name else f"{name} as {local}"
        self._top.setdefault(self._relative((SUPPORT,)), set()).add(named)
        self.needs_support = True
        return local

    def has(self, key: str) -> bool:
        """Whether the declaration has a place."""
        return self._neighbours[key].place is not None

    def model(self, key: str) -> str:
        """The local name of a declaration that has a place."""
        local, place = self._models[key]
        by_module, _, _ = local.rpartition(".")
        imports = self._late if self._is_late(self._neighbours[key]) else self._top
        if by_module:
            *package, module = place.module
            imports.setdefault(self._relative((*package, "")), set()).add(f"{module} as {by_module}")
        elif place.module != self._here.module:
            named = place.name if local == place.name else f"{place.name} as {local}"
            imports.setdefault(self._relative(place.module), set()).add(named)
        return local

    def imports(self) -> tuple[str, ...]:
        """The imports at the top, a string a group: the standard library, other packages, this package."""
        modules = sorted(self._top)
        groups = (
            [
                *sorted(self._plain),
                *map(lay_out, _statements(self._top, (m for m in modules if m in _STANDARD))),
            ],
            [*map(lay_out, _statements(self._top, (m for m in modules if m[0] != "." and m not in _STANDARD)))],
            [*map(lay_out, _statements(self._top, (m for m in modules if m[0] == ".")))],
        )
        return tuple("\n".join(group) for group in groups if group)

    def late_imports(self) -> str:
        """The imports below the class."""
        return "\n".join(map(_excused, _statements(self._late, self._late)))

    def _relative(self, module: tuple[str, ...]) -> str:
        """The module as this one's imports name it; an empty last part stands for the package itself."""
        here = self._here.package
        common = 0
        while common < min(len(here), len(module) - 1) and here[common] == module[common]:
            common += 1
        return "." * (len(here) - common + 1) + ".".join(part for part in module[common:] if part)

    def _is_late(self, other: Neighbour) -> bool:
        """Whether it is imported below what this module defines."""
        return other.in_circle and (isinstance(self._own, Object) or other.is_alias)

    def _is_by_module(self, other: Neighbour, name: str, fields: Collection[str]) -> bool:
        """Whether late annotations could mistake its name; see above."""
        if not self._is_put_off:
            return False
        if other.is_shared or name in fields:
            return True
        return self._is_late(other) and other.key != self._own.key and (other.is_alias or hasattr(builtins, name))

    def _model_names(self, fields: Collection[str]) -> dict[str, tuple[str, Location]]:
        """The local names of the declarations, by key: their own, with their packages before it where it is taken.

        Behind each, its place.

        fields  the names of the class's fields, which hide others in its body
        """
        placed = [(other, other.place) for other in self._neighbours.values() if other.place is not None]
        counted = Counter(place.name for _, place in placed)
        found = {}
        taken = {self._here.name, *fields}
        for other, place in placed:
            local = place.name
            if self._is_by_module(other, local, fields):
                module = free(f"_{place.module[-1]}", taken)
                taken.add(module)
                local = f"{module}.{local}"
            elif other.key != self._own.key:
                far = counted[local] > 1 and place.package != self._here.package
                if far or local in taken:
                    local = free((pascal("_".join(place.package)) or "Top") + local, taken)
            taken.add(local)
            found[other.key] = (local, place)
        return found


def _statements(imports: Mapping[str, set[str]], modules: Iterable[str]) -> Iterator[Import]:
    for module in sorted(modules, key=lambda name: (-_dots(name), name)):  # the farthest relatives first
        names = sorted(imports[module], key=_import_order)
        plain = tuple(name for name in names if " " not in name)
        if plain:
            yield Import(module, plain)
        yield from (Import(module, (name,)) for name in names if " " in name)


def _excused(statement: Import) -> str:
    """An import below other code, with the comment that says so on its first line, where black leaves it."""
    line = lay_out(statement) + _EXCUSE
    if "\n" not in line and fits(line):
        return line
    names = "".join(f"    {name},\n" for name in statement.names)
    return f"from {statement.module} import ({_EXCUSE}\n{names})"


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))


def _import_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest, as isort and ruff order the names of an import."""
    own = name.split(" ")[0]
    return (
        0 if own.isupper() and len(own) > 1 else 1 if own[:1].isupper() else 2,
        name,
    )
