"""The imports of one module, at its top and below its classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .layout import lay_out, stacked
from .planning import ModuleName
from .sorting import import_order, natural_order
from .syntax import Code, Import, dotted

_STANDARD = frozenset({"collections.abc", "dataclasses", "datetime", "decimal", "enum", "typing", "uuid"})

_Names = dict[Code, set[Code]]
"""Module → the names imported from it: `Room`, `Room as Room_`."""


class Imports:
    """Gathers imports, and writes them."""

    def __init__(self, module: ModuleName) -> None:
        """module: the module that imports."""
        self._package = module[:-1]
        self._plain: set[Code] = set()
        self._top: _Names = {}
        self._late: _Names = {}

    def add(self, module: Code, name: Code, *, is_late: bool = False) -> None:
        """Import a name, or a name `as` another, from a module.

        is_late  whether the import stands below the classes
        """
        (self._late if is_late else self._top).setdefault(module, set()).add(name)

    def add_plain(self, statement: Code) -> None:
        """Add a statement that imports a module of the standard library as a whole."""
        self._plain.add(statement)

    def relative(self, module: ModuleName) -> Code:
        """A module as a relative import of this one; an empty last part stands for the package itself."""
        common = 0
        while common < min(len(self._package), len(module) - 1) and self._package[common] == module[common]:
            common += 1
        return dotted((part for part in module[common:] if part), len(self._package) - common + 1)

    def groups(self) -> tuple[Code, ...]:
        """The imports at the top, one string for each group: the standard library, other packages, this package."""
        own = [module for module in self._top if module[0] == "."]
        standard = [module for module in self._top if module in _STANDARD]
        others = [module for module in self._top if module not in own and module not in standard]
        groups = (
            [*sorted(self._plain), *map(lay_out, _statements(self._top, standard))],
            [*map(lay_out, _statements(self._top, others))],
            [*map(lay_out, _statements(self._top, own))],
        )
        return tuple(stacked(group) for group in groups if group)

    def below(self) -> Code:
        """The imports below the classes."""
        return stacked(map(lay_out, _statements(self._late, self._late)))


def _statements(imports: Mapping[Code, set[Code]], modules: Iterable[Code]) -> Iterator[Import]:
    for module in sorted(modules, key=lambda name: (-_dots(name), natural_order(name))):  # the farthest relatives first
        names = sorted(imports[module], key=import_order)
        plain = tuple(name for name in names if " " not in name)
        for name in names:
            if " " in name:  # `Room as Room_`
                yield Import(module, (name,))
            elif name == plain[0]:
                yield Import(module, plain)


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))
