"""Name the classes of a package, before the links between its models are resolved.

    docs/a/p.md and docs/b/p.md, "## Book" each  ->  `Book` and `BBook` in `models`, with `layout = "single"`

Titles and paths decide; `names` in the configuration replaces titles. So the keys of all settings can use names of the
package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..model import Model
from ..model.code_names import Classes
from ..model.declarations import Declaration
from ..model.overrides import rename
from ..model.rules import NameRule, match_models
from ..model.types import DeclarationId
from ..targets.python import Layout, locate
from ..targets.python.syntax import Code


@frozen()
class Named:
    """Models with the locations of their classes.

    model      the declarations of the pages, in the order of the docs, with unresolved links
    classes    the locations of all declarations of the package
    clashes    findings about declarations without a location, or with another name than their title's
    rules      the settings that rename models or leave them out
    unmatched  the settings of names that point at no model
    """

    model: Model
    classes: Classes[Code]
    clashes: tuple[Diagnostic, ...]
    rules: Mapping[DeclarationId, NameRule]
    unmatched: tuple[NameRule, ...]


def name_classes(declarations: Iterable[Declaration], rules: Sequence[NameRule], layout: Layout) -> Named:
    """Give each declaration its module and its name.

    rules  the settings of names. Their keys are names of the docs first. A key that matches none, such as `BBook`, is then
           looked up among the names that the package would have without it
    """
    model = Model(tuple(sorted(declarations, key=lambda declaration: (declaration.place, declaration.id))))
    matched, unmatched = match_models(rules, model)
    classes, clashes = locate(rename(model, matched), layout)
    if unmatched:
        by_class, unmatched = match_models(unmatched, model, classes)
        if by_class:
            matched = {**matched, **by_class}
            classes, clashes = locate(rename(model, matched), layout)
    return Named(model, classes, clashes, matched, unmatched)
