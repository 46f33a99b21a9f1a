"""The choice of a family for each page: the claims of the families, weighed over the tree.

In a tree of SDK pages, the SDK family reads a page that both this family and the tables claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from .. import families
from ..diagnostics import Diagnostic, Place
from ..families import Claim, Family, Notation, Reader, Sureness
from ..frozen import frozen
from ..model.addresses import folder_of

if TYPE_CHECKING:
    from ..families.tables import Tables

MODELS_OF_A_FOLDER = 5
"""The fewest models that make a folder a reference of its own, whatever is in the other folders."""


@frozen()
class Claims:
    """Name of a family → its claim to a page.

    is_read  False for a page that cannot be read: no family claims it
    """

    by_family: Mapping[str, Claim] = field(hash=False)
    diagnostics: tuple[Diagnostic, ...]
    is_read: bool


@frozen()
class Options:
    """The user's decisions about reading.

    family    path of a page → the family that reads it; "" to let the claims decide
    fallback  the family for pages that no other family is likely to read
    language  path of a page → the notation of its types; "" to find it out
    limit     the most characters of a cell, heading or item; a longer one is plain text
    """

    family: Callable[[str], str]
    language: Callable[[str], str]
    limit: int
    fallback: Tables = field(default_factory=families.Tables)


def left(claimed: Mapping[str, Claims], options: Options) -> Sequence[str]:
    """The pages that the fallback may read.

    These have no likely claim, and no claim of a family with likely pages elsewhere: such claims rank above that of the
    fallback. To find out whether tables have fields takes time, so the fallback looks at no other page.
    """
    likely = _likely(claimed)

    def is_left(path: str) -> bool:
        if wanted := options.family(path):
            return wanted == options.fallback.name
        others = claimed[path].by_family.items()
        return not any(claim.sureness >= Sureness.LIKELY or likely[name] for name, claim in others)

    return [path for path, claims in claimed.items() if claims.is_read and is_left(path)]


def _likely(claimed: Mapping[str, Claims]) -> Counter[str]:
    """Name of a family → the number of pages with models that are at least likely its own."""
    return Counter(
        name
        for claims in claimed.values()
        for name, claim in claims.by_family.items()
        if claim.sureness >= Sureness.LIKELY and claim.models
    )


def families_of(
    claimed: Mapping[str, Claims], forced: Callable[[str], str]
) -> tuple[Mapping[str, str], Sequence[Diagnostic]]:
    """Path of a page → the family that reads it; and findings, as about pages that two families claim equally.

    The surest family reads a page. Of equally sure ones, it is the family with most pages that are at least likely its own;
    of these, a family that finds a model on the page; and of these, the family with most models in the tree.
    """
    likely = _likely(claimed)
    models: Counter[str] = Counter()
    for claims in claimed.values():
        for name, claim in claims.by_family.items():
            models[name] += claim.models
    names: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for path, claims in claimed.items():
        name = forced(path)
        if name:
            if name in claims.by_family:
                names[path] = name
            continue
        ranked = {name: _rank(name, claim, likely[name], models[name]) for name, claim in claims.by_family.items()}
        best = [name for name, rank in ranked.items() if rank == max(ranked.values())]
        if best:
            names[path] = best[0]
        if len(best) > 1:
            message = f"the families {' and '.join(best)} fit the page equally; {best[0]} reads it"
            diagnostics.append(Diagnostic(Place(path), "ambiguous-family", message, "Set family in [tool.docmodels]."))
    for path, home in _strays(claimed, names, forced):
        del names[path]
        message = f"the table shows fields, but models of the family {home} look different; the page is skipped"
        help_ = "Write the page like those of the models, or set family in [tool.docmodels]."
        diagnostics.append(Diagnostic(Place(path), "skipped-fields", message, help_))
    return names, diagnostics


def _rank(name: str, claim: Claim, likely: int, models: int) -> tuple[int, int, bool, int, int]:
    """The rank of a claim: its sureness, then the family's share of the tree.

    A claim of the fallback family counts as possible: the family has read the page. The fallback claim of another family
    ranks below.

    likely  the number of pages that are at least likely the family's own
    models  the number of models that it finds in the tree
    """
    sureness = max(claim.sureness, Sureness.POSSIBLE) if name == families.FALLBACK else claim.sureness
    return sureness, likely, claim.models > 0, models, claim.sureness


def _strays(
    claimed: Mapping[str, Claims], names: Mapping[str, str], forced: Callable[[str], str]
) -> Sequence[tuple[str, str]]:
    """The stray pages: those that a family only may read, in a tree where another family is at home; with its name.

    A guide among the pages of a generator may have a table that looks like a model's. At home is the family with most
    models on pages that are likely its own, unless a family with unlikely pages has more models in all. A separate folder
    with several models is no guide.
    """
    sure: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    folders: Counter[tuple[str, str]] = Counter()
    for path, name in names.items():
        claim = claimed[path].by_family[name]
        (sure if claim.sureness >= Sureness.LIKELY else unsure)[name] += claim.models
        folders[folder_of(path), name] += claim.models
    ((home, models),) = sure.most_common(1) or (("", 0),)
    return [
        (path, home)
        for path, name in names.items()
        if name != home
        and claimed[path].by_family[name].sureness < Sureness.LIKELY
        and claimed[path].by_family[name].models
        and not forced(path)
        and sure[name] + unsure[name] < models
        and (folders[folder_of(path), home] or folders[folder_of(path), name] < MODELS_OF_A_FOLDER)
    ]


def settled(claimed: Mapping[str, Claims], names: Mapping[str, str], options: Options) -> Mapping[str, Reader]:
    """Path of a page → its reader. Pages of one family, group and language share a reader.

    The language comes from the configuration, or else from the folders.

    names  path of a page → the name of the family that reads it
    """
    groups: dict[tuple[str, str, str], dict[str, Claim]] = {}
    for path, name in names.items():
        claim = claimed[path].by_family[name]
        groups.setdefault((name, claim.group, options.language(path)), {})[path] = claim
    readers: dict[str, Reader] = {}
    for family in {**families.FAMILIES, families.FALLBACK: options.fallback}.values():
        for (name, _, wanted), pages in groups.items():
            if name == family.name:
                known = wanted if wanted in family.languages else ""
                for group in _grouped(family, pages, known):
                    readers.update(dict.fromkeys(group, family.settle(group, known)))
    return readers


def strange_notations(readers: Mapping[str, Reader]) -> Sequence[Diagnostic]:
    """One finding for each notation that knows few of the types, at its first page."""
    diagnostics: dict[Notation, Diagnostic] = {}
    for path, reader in sorted(readers.items()):
        notation = reader.notation
        if notation.is_strange and notation not in diagnostics:
            message = (
                f"no known language has most of the types ({notation.evidence}); they are read as {notation.language}"
            )
            help_ = "Set language in [tool.docmodels], or type in [tool.docmodels.fields]."
            diagnostics[notation] = Diagnostic(Place(path), "unknown-language", message, help_)
    return tuple(diagnostics.values())


def _grouped(family: Family, pages: Mapping[str, Claim], language: str) -> Sequence[Mapping[str, Claim]]:
    """The pages of a family, grouped by language."""
    if language or len(family.languages) < 2:
        return [pages]
    from ..notation.grouping import by_language

    tallies = {path: claim.tally for path, claim in pages.items()}
    return [{path: pages[path] for path in paths} for paths in by_language(tallies, family.languages)]
