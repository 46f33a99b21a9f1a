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
from ..model.tree import Model, references
from .identifiers import free, prefixed, private
from .layout import excused, lay_out, stacked
from .modules import Location
from .naming import field_names
from .shapes import Code, Import, dotted, renamed

_HELPERS = MappingProxyType(
    {
        "Annotated": Code("typing"),
        "Any": Code("typing"),
        "BaseModel": Code("pydantic"),
        "ConfigDict": Code("pydantic"),
        "Discriminator": Code("pydantic"),
        "Field": Code("pydantic"),
        "IntEnum": Code("enum"),
        "Literal": Code("typing"),
        "StrEnum": Code("enum"),
        "Tag": Code("pydantic"),
        "TypeAlias": Code("typing"),
        "TypeAliasType": Code("typing_extensions"),
        "UUID": Code("uuid"),
        "date": Code("datetime"),
        "datetime": Code("datetime"),
        "time": Code("datetime"),
        "timedelta": Code("datetime"),
    }
)
SUPPORT = Code("_tags")
"""The module with what unions need to be told apart; no page can have its name."""
TAG, OTHER = Code("tag"), Code("OTHER")
"""What it offers."""

_EXCUSE = Code("  # noqa: E402")
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
    counts: Counter[str] = Counter(place.name for place in places.values())
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
        self._top: _Imports = {}
        self._late: _Imports = {}
        self._plain = False
        self.needs_support = False
        self._references = references(declaration)
        fields = set(field_names(declaration)) if isinstance(declaration, Object) else set()
        self._hidden = {name for name, module in _HELPERS.items() if module == "datetime"} & fields
        self._datetime = Code("dt_") if "dt" in fields else Code("dt")
        self._circle = circles.whole.get(declaration.key, frozenset())
        self._is_put_off = self.is_forward or (self.is_late and len(self._circle) > 1)
        self._models = self._model_names([key for key in self._references if key in places], fields)
        self._taken = {self._here.name, *(local for through, local in self._models.values() if through is None)}

    @property
    def is_late(self) -> bool:
        """Whether annotations name what is not there yet when the class is made."""
        return isinstance(self._own, Object) and any(map(self._is_late, self._references))

    @property
    def is_forward(self) -> bool:
        """Whether the alias names what is not there yet when it is made."""
        return isinstance(self._own, Alias) and any(map(self._is_late, self._references))

    def helper(self, known: str) -> Code:
        """The local name of something that a library defines. Raises KeyError for what is none of `_HELPERS`."""
        module = _HELPERS[known]
        name = Code(known)
        if module == "datetime" and self._hidden:
            self._plain = True
            return dotted((self._datetime, name))
        local = name if name not in self._taken else free(prefixed((module,), name), self._taken)
        if self._is_put_off and self._own.key in self._circles.hidden.get(name, ()):
            local = free(prefixed((module,), name), self._taken.union(self._circles.counts))
        self._top.setdefault(module, set()).add(renamed(name, local))
        return local

    def support(self, name: Code) -> Code:
        """The local name of something that the package brings along itself, for every module that needs it."""
        local = name if name not in self._taken else free(prefixed((SUPPORT,), name), self._taken)
        self._top.setdefault(self._relative((SUPPORT,)), set()).add(renamed(name, local))
        self.needs_support = True
        return local

    def has(self, key: str) -> bool:
        """Whether the declaration has a place."""
        return key in self._places

    def model(self, key: str) -> Code:
        """The local name of a declaration that has a place."""
        place = self._places[key]
        through, local = self._models[key]
        imports = self._late if self._is_late(key) else self._top
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

    def _model_names(self, keys: Sequence[str], fields: Collection[str]) -> dict[str, tuple[Code | None, Code]]:
        """The local names of the declarations, by key, each behind the local name of its module if it needs that.

        They are their own, with their packages before it where it is taken.

        fields  the names of the class's fields, which hide others in its body
        """
        counted = Counter(self._places[key].name for key in keys)
        found: dict[str, tuple[Code | None, Code]] = {}
        taken: set[str] = {self._here.name, *fields}
        for key in keys:
            place = self._places[key]
            through, local = None, place.name
            if self._is_by_module(key, fields):
                through = free(private(place.module[-1]), taken)
            elif key != self._own.key:
                far = counted[local] > 1 and place.package != self._here.package
                if far or local in taken:
                    local = free(prefixed(place.package or ("Top",), local), taken)
            taken.add(through or local)
            found[key] = through, local
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
