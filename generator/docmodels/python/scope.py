"""The names of one module: what it calls the things that it uses, and the imports that bring them in."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ..model.cycles import components
from ..model.declarations import Alias, Declaration, Object
from ..model.direction import reached
from ..model.names import pascal
from ..model.tree import Model, references
from .formatter import fits
from .identifiers import free
from .layout import lay_out
from .modules import Location
from .naming import field_names
from .shapes import Import

_HELPERS: Mapping[str, str] = MappingProxyType(
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
class Circles:
    """Which declarations cannot be defined one after the other, and the names that must not be mistaken there.

    whole    for each declaration that refers to itself through others, or directly, the circle that it is in
    counts   how many declarations have a name
    hidden   for the name of a helper, the keys of all that declarations of this name refer to, directly or not
    """

    whole: Mapping[str, frozenset[str]]
    counts: Mapping[str, int]
    hidden: Mapping[str, frozenset[str]]


def circles(model: Model, places: Mapping[str, Location]) -> Circles:
    """The circles of a model."""
    edges = {declaration.key: references(declaration) for declaration in model.declarations}
    counts = Counter(place.name for place in places.values())
    namesakes = {
        name: [model.by_key[key].place.path for key, place in places.items() if place.name == name]
        for name in _HELPERS.keys() & counts.keys()
    }
    hidden = {name: reached(model, pages) for name, pages in namesakes.items()}
    whole = {key: component for component in components(edges) for key in component}
    return Circles(whole, counts, hidden)


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
        model: Model,
        places: Mapping[str, Location],
        circles: Circles,
    ) -> None:
        self._own = declaration
        self._here = places[declaration.key]
        self._places = places
        self._model = model
        self._circles = circles
        self._top: dict[str, set[str]] = {}
        self._late: dict[str, set[str]] = {}
        self._plain: set[str] = set()
        self.needs_support = False
        self._references = references(declaration)
        fields = set(field_names(declaration)) if isinstance(declaration, Object) else set()
        self._hidden = {name for name, module in _HELPERS.items() if module == "datetime"} & fields
        self._datetime = "dt_" if "dt" in fields else "dt"
        self._circle = circles.whole.get(declaration.key, frozenset())
        self._is_put_off = self.is_forward or (self.is_late and len(self._circle) > 1)
        self._models = self._model_names([key for key in self._references if key in places], fields)
        self._taken = {self._here.name, *self._models.values()}

    @property
    def is_late(self) -> bool:
        """Whether annotations name what is not there yet when the class is made."""
        return isinstance(self._own, Object) and any(map(self._is_late, self._references))

    @property
    def is_forward(self) -> bool:
        """Whether the alias names what is not there yet when it is made."""
        return isinstance(self._own, Alias) and any(map(self._is_late, self._references))

    def helper(self, name: str) -> str:
        """The local name of something that a library defines."""
        module = _HELPERS[name]
        if module == "datetime" and self._hidden:
            self._plain.add(f"import datetime as {self._datetime}")
            return f"{self._datetime}.{name}"
        local = name if name not in self._taken else free(pascal(module) + name, self._taken)
        if self._is_put_off and self._own.key in self._circles.hidden.get(name, ()):
            local = free(pascal(module) + name, self._taken, self._circles.counts)
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
        return key in self._places

    def model(self, key: str) -> str:
        """The local name of a declaration that has a place."""
        place = self._places[key]
        local = self._models[key]
        by_module, _, _ = local.rpartition(".")
        imports = self._late if self._is_late(key) else self._top
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

    def _is_late(self, key: str) -> bool:
        """Whether what has the key is imported below what this module defines."""
        return key in self._circle and (isinstance(self._own, Object) or isinstance(self._model.by_key[key], Alias))

    def _is_by_module(self, key: str, fields: Collection[str]) -> bool:
        """Whether late annotations could mistake its name; see above."""
        name = self._places[key].name
        if not self._is_put_off:
            return False
        if self._circles.counts[name] > 1 or name in fields:
            return True
        is_alias = isinstance(self._model.by_key[key], Alias)
        return self._is_late(key) and key != self._own.key and (is_alias or hasattr(builtins, name))

    def _model_names(self, keys: Sequence[str], fields: Collection[str]) -> dict[str, str]:
        """The local names of the declarations, by key: their own, with their packages before it where it is taken.

        fields  the names of the class's fields, which hide others in its body
        """
        counted = Counter(self._places[key].name for key in keys)
        found = {}
        taken = {self._here.name, *fields}
        for key in keys:
            place = self._places[key]
            local = place.name
            if self._is_by_module(key, fields):
                module = free(f"_{place.module[-1]}", taken)
                taken.add(module)
                local = f"{module}.{local}"
            elif key != self._own.key:
                far = counted[local] > 1 and place.package != self._here.package
                if far or local in taken:
                    local = free((pascal("_".join(place.package)) or "Top") + local, taken)
            taken.add(local)
            found[key] = local
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
