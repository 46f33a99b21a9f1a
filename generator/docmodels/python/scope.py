"""The names of one module: what it calls the things that it uses, and the imports that bring them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..model.cycles import components
from ..model.declarations import Alias, Declaration, Object
from ..model.names import pascal
from ..model.tree import Model, references
from .identifiers import field_name
from .layout import lay_out
from .modules import Location
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

_STANDARD = frozenset({"datetime", "enum", "typing", "uuid"})


@dataclass(frozen=True, slots=True)
class Circles:
    """Which declarations cannot be defined one after the other.

    whole    for each declaration that refers to itself through others, or directly, the circle that it is in
    aliases  the same for circles of aliases alone, which no class interrupts
    """

    whole: Mapping[str, frozenset[str]]
    aliases: Mapping[str, frozenset[str]]


def circles(model: Model) -> Circles:
    """The circles of a model."""
    edges = {declaration.key: references(declaration) for declaration in model.declarations}
    aliases = {d.key for d in model.declarations if isinstance(d, Alias)}
    among = {key: [other for other in edges[key] if other in aliases] for key in edges if key in aliases}
    return Circles(_by_member(components(edges)), _by_member(components(among)))


def _by_member(found: Iterable[frozenset[str]]) -> Mapping[str, frozenset[str]]:
    return {key: component for component in found for key in component}


class Scope:
    """Hands out the local name of everything that a module uses and remembers the import that it takes.

    Two rules keep circles of modules importable in any order. A class refers to what is in a circle with it by
    annotations that are evaluated late, and the imports for them stand below it: whoever comes first, each class is
    there before anything asks for it. An alias is evaluated at once, so it imports at the top, and the classes in
    its circle import it as a module, whose name is there before the alias in it is.
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
        fields = {field_name(field.name) for field in declaration.fields} if isinstance(declaration, Object) else set()
        self._hidden = {name for name, module in _HELPERS.items() if module == "datetime"} & fields
        self._datetime = "dt_" if "dt" in fields else "dt"
        self._models = self._model_names(key for key in references(declaration) if key in places)
        self._taken = {self._here.name, *self._models.values()}

    @property
    def is_late(self) -> bool:
        """Whether annotations name what is not there yet when the class is made."""
        mine = self._circles.whole.get(self._own.key, frozenset())
        return isinstance(self._own, Object) and any(key in mine for key in references(self._own))

    @property
    def is_forward(self) -> bool:
        """Whether the alias names what is not there yet when it is made."""
        mine = self._circles.aliases.get(self._own.key, frozenset())
        return isinstance(self._own, Alias) and any(key in mine for key in references(self._own))

    def helper(self, name: str) -> str:
        """The local name of something that a library defines."""
        module = _HELPERS[name]
        if module == "datetime" and self._hidden:
            self._plain.add(f"import datetime as {self._datetime}")
            return f"{self._datetime}.{name}"
        local = name if name not in self._taken else pascal(module) + name
        self._top.setdefault(module, set()).add(name if local == name else f"{name} as {local}")
        return local

    def support(self, name: str) -> str:
        """The local name of something that the package brings along itself, for every module that needs it."""
        self._top.setdefault(self._relative((SUPPORT,)), set()).add(name)
        self.needs_support = True
        return name

    def has(self, key: str) -> bool:
        """Whether the declaration has a place."""
        return key in self._places

    def model(self, key: str) -> str:
        """The local name of a declaration that has a place."""
        place = self._places[key]
        local = self._models[key]
        if place.module == self._here.module:
            return local
        named = place.name if local == place.name else f"{place.name} as {local}"
        together = key in self._circles.whole.get(self._own.key, frozenset())
        if isinstance(self._own, Alias):
            late = key in self._circles.aliases.get(self._own.key, frozenset())
            (self._late if late else self._top).setdefault(self._relative(place.module), set()).add(named)
        elif together and isinstance(self._model.by_key[key], Alias):
            *package, module = place.module
            self._late.setdefault(self._relative((*package, "")), set()).add(f"{module} as _{module}")
            return f"_{module}.{place.name}"
        else:
            (self._late if together else self._top).setdefault(self._relative(place.module), set()).add(named)
        return local

    def imports(self) -> tuple[str, ...]:
        """The imports at the top, a string a group: the standard library, other packages, this package."""
        modules = sorted(self._top)
        groups = (
            [
                *sorted(self._plain),
                *self._lines(self._top, (m for m in modules if m in _STANDARD)),
            ],
            self._lines(self._top, (m for m in modules if m[0] != "." and m not in _STANDARD)),
            self._lines(self._top, (m for m in modules if m[0] == ".")),
        )
        return tuple("\n".join(group) for group in groups if group)

    def late_imports(self) -> str:
        """The imports below the class."""
        return "\n".join(f"{line}  # noqa: E402" for line in self._lines(self._late, self._late))

    def _lines(self, imports: Mapping[str, set[str]], modules: Iterable[str]) -> list[str]:
        ordered = sorted(modules, key=lambda name: (-_dots(name), name))  # the farthest relatives first
        return [lay_out(Import(name, tuple(sorted(imports[name], key=_import_order)))) for name in ordered]

    def _relative(self, module: tuple[str, ...]) -> str:
        """The module as this one's imports name it; an empty last part stands for the package itself."""
        here = self._here.package
        common = 0
        while common < min(len(here), len(module) - 1) and here[common] == module[common]:
            common += 1
        return "." * (len(here) - common + 1) + ".".join(part for part in module[common:] if part)

    def _model_names(self, keys: Iterable[str]) -> dict[str, str]:
        """The local names of the declarations: their own, with their packages before it where two have the same."""
        keys = list(keys)
        by_name: dict[str, list[str]] = {}
        for key in keys:
            by_name.setdefault(self._places[key].name, []).append(key)
        found: dict[str, str] = {}
        taken = {self._here.name}
        for name, same in by_name.items():
            for key in same:
                place = self._places[key]
                near = place.package == self._here.package
                plain = key == self._own.key or (name not in taken and (near or len(same) == 1))
                found[key] = name if plain else pascal("_".join(place.package)) + name
        return found


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))


def _import_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest, as isort and ruff order the names of an import."""
    own = name.split(" ")[0]
    return (
        0 if own.isupper() and len(own) > 1 else 1 if own[:1].isupper() else 2,
        name,
    )
