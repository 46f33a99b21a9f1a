"""Compare the docs with handwritten classes or schemas."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from ..comparing import Disagreement, Match, Outcome, Target, Wanted, read_target
from ..comparing import compare as compare_models
from ..config import Config
from ..diagnostics import Diagnostic, Severity, ordered
from ..frozen import frozen, replace
from ..model import Model
from ..model.code_names import Names
from ..model.rules import ClassRule
from ..model.types import DeclarationId
from ..sources.paths import shown
from .excuses import Excuse, excuses
from .ignored import without_ignored
from .settings import selector, usable
from .understand import understand

_POINT = "Correct it, or remove it. `docmodels inspect` lists the models of the docs."


@frozen()
class Compared:
    """The result of a comparison of the docs with a target.

    differences  the differences in the order of the docs, then those of classes that only the code has; without excused ones
    excused      the differences that the configuration excuses
    matches      the models with their classes, in the order of the docs
    target       the name of the target in reports
    prefix       the folder before the path of a `code_place`
    docs         the folder before the path of a `docs_place`
    diagnostics  findings about the docs and the configuration
    of_target    findings about the files of the target; their paths stand behind `prefix`
    """

    differences: tuple[Disagreement, ...]
    excused: tuple[Disagreement, ...]
    matches: tuple[Match, ...]
    target: str
    prefix: str
    docs: str
    diagnostics: tuple[Diagnostic, ...]
    of_target: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Disagreement, ...]:
        """The differences that are errors."""
        return tuple(difference for difference in self.differences if difference.severity is Severity.ERROR)


def compare(config: Config, target: str | os.PathLike[str]) -> Compared:
    """Compare the models of the docs with classes or schemas.

    target  a file or folder of Python, JSON Schema or OpenAPI; or a module, which docmodels neither imports nor runs

    Raises ConfigError for an invalid configuration, and for a target that does not exist.
    """
    usable(config, writes_models=False)
    read = read_target(target, config.limits.target_bytes)
    understanding = understand(replace(config, unknown="reject"))
    model, names = understanding.model, understanding.names
    wanted, unmatched = _wanted(config, model, names, read)
    wanted = _with_own(wanted, understanding.settings.classes, read)
    is_python = not any(
        declaration.id.page.endswith((".json", ".yml", ".yaml")) for declaration in read.model.declarations[:1]
    )
    outcome = compare_models(model, understanding.directions, names, read, wanted, is_python=is_python)
    kept, excused, unneeded = _without_excused(excuses(config, model, names, read.model), outcome)
    base = shown(config.docs)
    return Compared(
        kept,
        excused,
        outcome.matches,
        read.name,
        read.prefix,
        "" if base == "." else f"{base}/",
        ordered((*without_ignored(config, understanding.diagnostics), *unmatched, *unneeded)),
        ordered(read.diagnostics),
    )


def _without_excused(
    rules: tuple[Excuse, ...], outcome: Outcome
) -> tuple[tuple[Disagreement, ...], tuple[Disagreement, ...], tuple[Diagnostic, ...]]:
    """The differences that stay, the excused ones, and a finding for each exception that excuses none."""
    used = set[Excuse]()
    kept: list[Disagreement] = []
    excused: list[Disagreement] = []
    for difference in outcome.differences:
        reasons = [rule for rule in rules if rule.excuses(difference)]
        used.update(reasons)
        (excused if reasons else kept).append(difference)
    unneeded = tuple(
        Diagnostic(
            rule.place,
            "unneeded-exception",
            f'compare.exceptions has "{rule.key}", and there is no such difference',
            "Remove it.",
        )
        for rule in rules
        if rule not in used
    )
    return tuple(kept), tuple(excused), unneeded


def _wanted(config: Config, docs: Model, names: Names[str], target: Target) -> tuple[Wanted, tuple[Diagnostic, ...]]:
    """The decisions of `compare.classes`, and findings about its keys and classes that do not exist."""
    pairs: dict[DeclarationId, DeclarationId] = {}
    left_out = set[DeclarationId]()
    findings: list[Diagnostic] = []
    for key, value in config.compare.classes.items():
        pointed = selector(config, "compare", "classes", key, like='"Class" or "page#Class"')
        declarations = pointed.declarations(docs, names.classes)
        if value is False:
            left_out.update(declaration.id for declaration in declarations)
        classes = list(_classes(target.model, str(value))) if value is not False else []
        problem = ""
        if not declarations:
            problem = f'compare.classes sets "{key}", and the docs have no such model'
        elif value is not False and len(classes) != 1:
            count = "no such class" if not classes else f"{len(classes)} classes of that name"
            problem = f'compare.classes sets "{key}" to "{value}", and the target has {count}'
        if problem:
            place = config.place("compare", "classes", key)
            findings.append(Diagnostic(place, "unmatched-setting", problem, _POINT))
        elif value is not False:
            pairs |= {declaration.id: classes[0] for declaration in declarations}
    return Wanted(pairs, frozenset(left_out)), tuple(findings)


def _with_own(wanted: Wanted, rules: Mapping[DeclarationId, ClassRule], target: Target) -> Wanted:
    """The decisions, with the user's own classes of `use`: those in the target are pairs, others are elsewhere."""
    own = {id_: [*_classes(target.model, rule.use.replace(":", "."))] for id_, rule in rules.items() if rule.use}
    pairs = {id_: classes[0] for id_, classes in own.items() if len(classes) == 1 and id_ not in wanted.left_out}
    return replace(wanted, pairs={**pairs, **wanted.pairs}, elsewhere=frozenset(own))


def _classes(model: Model, name: str) -> Iterator[DeclarationId]:
    """The classes with a name: `Room`, `Outer.Room`, `models.Room`, `acme.models.Room`."""
    for declaration in model.declarations:
        module = declaration.id.page.rpartition(".")[0].replace("/", ".").removesuffix(".__init__")
        full_name = f"{module}.{declaration.id.anchor}"
        if (
            name in (declaration.id.anchor, declaration.title)
            or f".{full_name}".endswith(f".{name}")
            or name.endswith(f".{full_name}")
        ):
            yield declaration.id
