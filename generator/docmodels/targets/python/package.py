"""The `__init__.py` of a folder: it exports the names of its modules, and imports each when code uses it."""

from __future__ import annotations

from collections.abc import Mapping

from .layout import lay_out, stacked
from .literals import string
from .sorting import import_order, natural_order, public_order
from .syntax import Assignment, Code, Import, dotted, listed, mapped
from .views import PackageView

_BODY = 4


def present_package(names: Mapping[Code, tuple[Code, ...]]) -> PackageView:
    """The view for the template of a package.

    names  name → the modules of the package that define it, in order. A name with several modules is not exported
    """
    exported = {name: modules[0] for name, modules in names.items() if len(modules) == 1}
    twins = {name: modules for name, modules in names.items() if len(modules) > 1}
    by_module: dict[Code, list[Code]] = {}
    for name, module in exported.items():
        by_module.setdefault(module, []).append(name)
    imports = [
        lay_out(Import(dotted((module,), 1), tuple(sorted(exports, key=import_order))), indent=_BODY)
        for module, exports in sorted(by_module.items(), key=lambda item: natural_order(item[0]))
    ]
    table = mapped((string(name), string(module)) for name, module in exported.items())
    shared = mapped((string(name), listed(map(string, modules))) for name, modules in twins.items())
    return PackageView(
        tuple(exported),
        stacked(imports) or Code("    pass"),
        lay_out(Assignment(Code("__all__"), listed(map(string, sorted(exported, key=public_order))))),
        lay_out(Assignment(Code("_MODULES"), table), indent=_BODY),
        lay_out(Assignment(Code("_TWINS"), shared), indent=_BODY) if twins else Code(""),
    )
