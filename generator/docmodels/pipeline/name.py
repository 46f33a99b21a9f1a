"""Name the classes of a package, before the links between its models are followed.

    docs/a/p.md and docs/b/p.md, "## Book" each  ->  `Book` and `BBook` in `models`, with `layout = "single"`

Titles and paths decide; a key of `names` in the configuration replaces a title. So the keys of all settings can use
names of the package.
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

    model      the declarations as pages make them, in the order of the docs, their links not yet followed
    classes    the locations of all that the package defines
    clashes    findings about declarations without a location, or with another name than their title makes
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

    rules  settings of names. Their keys are names of the docs first. Only the keys that match none, such as `BBook`,
           are looked up among the names that the package would have without them
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
