"""The text form of an inspection, for people: a hundred columns wide.

All text from the docs goes through `visible`.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..diagnostics.census import table_counts
from ..families.family import Notation, Sighting
from ..model import Model
from ..model.code_names import Names
from ..model.conventions import CASE_WORDS, Convention
from ..model.declarations import Alias, Declaration, Enumeration, Object
from ..model.names import folded
from ..model.rules import ClassRule
from ..model.types import DeclarationId, Discriminator, Ref, Type, UnionOf
from ..model.wording import Wording, counted, kind, shape, size
from ..pipeline.read import Docs
from ..pipeline.understand import Understanding
from . import census
from . import inspection_tables as tables
from .columns import columns, shortened
from .evidence import evidence
from .text import visible

_DESCRIPTION = 2 * tables.WIDTH  # the most columns of a description
_SHAPE = 16  # the most columns of an alias's type in the list of all pages
_LABEL = len("Description")


_OPEN_VALUES = ("Open", "other values may occur, so Python gets the values themselves and no Enum")
_FLAGS = ("Flags", "the values are bits, which may be combined")
_OPEN_MEMBERS = ("Open", "members that the docs do not know may occur")

_Facts = Sequence[tuple[str, str]]
_Block = Iterable[str]


def as_text(understanding: Understanding, page: str | None, models: Collection[DeclarationId] | None = None) -> str:
    """The reading of a page or of some models in full, or of all pages in short; every line with its end.

    page    the path of the page, relative to the docs folder; None for all
    models  the models to show, on any page; None for all of the page
    """
    blocks = _tree(understanding) if page is None and models is None else _selection(understanding, page, models)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def as_overview(understanding: Understanding, others: Mapping[str, str]) -> str:
    """The summary of all pages; every line with its end.

    others  label → text of further lines
    """
    facts = [*_general(understanding), _models(understanding.model), *_tables(understanding), *others.items()]
    return "".join(f"{line}\n" for line in _facts(facts))


def _general(understanding: Understanding) -> _Facts:
    conventions = understanding.conventions
    return [
        *(("Notation", _notation(notation, understanding.docs)) for notation in understanding.docs.notations),
        *(
            ("Names", _convention(name if len(conventions) > 1 else "", convention))
            for name, convention in conventions.items()
        ),
    ]


def _convention(notation: str, convention: Convention) -> str:
    """`camelCase: the examples of 3 of 3 models have it`; behind the notation, if there are several."""
    guess = "" if convention.is_decided else ", a guess"
    return f"{notation}{': ' if notation else ''}{CASE_WORDS[convention.case]}{guess}: {convention.evidence}"


def _notation(notation: Notation, docs: Docs) -> str:
    """`csharp, sdk docs: 12 of 12 types fit`; with the folder of its pages, if there are several."""
    written = ", ".join(filter(None, (notation.language, f"{notation.family} docs")))
    if len(docs.notations) > 1:
        folders = (posixpath.dirname(path) for path in docs.modelled if docs.chosen[path].notation == notation)
        folder = posixpath.commonpath(folders)
        written += f" in {folder}" if folder else ""
    return f"{written}: {notation.evidence}"


def _family(understanding: Understanding, page: str) -> _Facts:
    """The family that reads a page, and its evidence; nothing for a page that no family claims."""
    chosen = understanding.docs.chosen.get(page)
    return [("Family", f"{chosen.notation.family}: {chosen.claim.evidence}")] if chosen is not None else []


def _models(model: Model) -> tuple[str, str]:
    kinds = Counter(map(kind, model.declarations))
    counts = ", ".join(counted(number, name) for name, number in kinds.most_common())
    models = counted(len(model.declarations), "model")
    return "Models", f"{models}: {counts}" if counts else models


def _tables(understanding: Understanding) -> _Facts:
    entries = understanding.docs.census
    return [("Tables", census.in_short(table_counts(entries)))] if entries else []


def _tree(understanding: Understanding) -> Iterator[_Block]:
    model = understanding.model
    yield _facts([*_general(understanding), _models(model), *_tables(understanding)])
    if model.declarations:
        words = Wording(model)
        titles = Counter((declaration.place.path, declaration.title) for declaration in model.declarations)
        lines = (
            _line(declaration, words, titles[declaration.place.path, declaration.title] > 1)
            for declaration in model.declarations
        )
        yield columns([("Kind", "Shape", "Page"), *lines])


def _line(declaration: Declaration, words: Wording, is_twin: bool) -> Sequence[str]:
    """A declaration in the list of all pages, with its title if its file has another name.

    is_twin  whether another declaration on its page has the same title: then its anchor stands behind the page
    """
    path, title, made_of = declaration.place.path, declaration.title, size(declaration)
    if isinstance(declaration, Alias) and not made_of:
        made_of = shortened(visible(words.type(declaration.type)), _SHAPE)
    named = folded(posixpath.splitext(posixpath.basename(path))[0]) == folded(title)
    where = f"{path}#{declaration.id.anchor}" if is_twin and declaration.id.anchor else path
    return kind(declaration), made_of, visible(where if named else f"{where} ({title})")


def _selection(
    understanding: Understanding, page: str | None, models: Collection[DeclarationId] | None
) -> Iterator[_Block]:
    model = understanding.model
    declarations = [
        declaration
        for declaration in model.declarations
        if (declaration.place.path == page if models is None else declaration.id in models)
    ]
    pages = dict.fromkeys(declaration.place.path for declaration in declarations) or {page or "": None}
    yield _facts([*(fact for path in pages for fact in _family(understanding, path)), *_general(understanding)])
    if models is None and (seen := understanding.docs.sightings(page or "")):
        yield columns([("Table", "Shows", "Since"), *(_sighting(sighting) for sighting in seen)], tables.WIDTH)
    if models is None and (seen := understanding.docs.examples(page or "")):
        yield columns([("Example", "Shows", "Since"), *(_sighting(sighting) for sighting in seen)], tables.WIDTH)
    if not declarations:
        yield [f"{visible(page or '')} describes no model."]
        return
    names, words, named = understanding.names, Wording(model), evidence(model)
    python = _python(model, names, understanding.settings.classes)
    for declaration in declarations:
        head = _head(declaration, python[declaration.id], words)
        match declaration:
            case Object(fields=fields, extra=extra):
                yield _facts(head if extra is None else [*head, ("Other keys", words.type(extra))])
                if fields:
                    yield tables.fields(declaration, words)
                    yield tables.wire_names(declaration, words)
                    notes = (
                        tables.types(declaration),
                        tables.evidence(declaration, named),
                        tables.contents(declaration),
                        tables.settings(declaration, understanding.settings),
                        tables.python_names(declaration, names),
                    )
                    yield from filter(None, map(list, notes))
            case Enumeration(is_open=is_open, is_flags=is_flags):
                facts = [*head, *([_FLAGS] if is_flags else [_OPEN_VALUES] if is_open else [])]
                yield _facts(facts)
                yield tables.members(declaration, names)
            case Alias(type=UnionOf(members), discriminator=None):
                yield _facts([*head, ("Chosen by", f"no field: {_without_tag(model, members)}")])
                yield tables.alternatives(members, None, words)
            case Alias(type=UnionOf(members), discriminator=Discriminator() as discriminator):
                facts = [*head, ("Chosen by", f"{discriminator.field}: it has a different constant in each member")]
                yield _facts([*facts, _OPEN_MEMBERS] if discriminator.is_open else facts)
                yield tables.alternatives(members, discriminator, words)
            case Alias():
                yield _facts([*head, ("Type", words.type(declaration.type))])


def _sighting(seen: Sighting) -> Sequence[str]:
    return f"line {seen.place.line}", visible(seen.what), visible(seen.why)


def _without_tag(model: Model, members: Sequence[Type]) -> str:
    """The reason why no field distinguishes the members of a union; see `model.discriminate`."""
    if all(isinstance(part, Ref) and isinstance(model.by_id[part.id], Object) for part in members):
        return "no required field has a different constant in each member"
    return "not all members are objects"


def _head(declaration: Declaration, python: str, words: Wording) -> _Facts:
    facts = [
        ("Model", f"{declaration.title}, {shape(declaration)}"),
        ("Page", str(declaration.place)),
        ("Python", python),
    ]
    if declaration.named_by:
        facts.append(("Named", declaration.named_by))
    if declaration.namespace:
        facts.append(("Namespace", ".".join(declaration.namespace)))
    if declaration.part_of is not None:
        facts.append(("Part of", words.title(declaration.part_of)))
    if isinstance(declaration, Object) and declaration.bases:
        facts.append(("Based on", ", ".join(map(words.type, declaration.bases))))
    if declaration.deprecated is not None:
        facts.append(("Deprecated", _in_short(declaration.deprecated) or "yes"))
    if declaration.description:
        facts.append(("Description", _in_short(declaration.description)))
    return facts


def _python(model: Model, names: Names[str], rules: Mapping[DeclarationId, ClassRule]) -> Mapping[DeclarationId, str]:
    """Declaration → its location in the output, or the user's class in its place, or the reason why it has none."""
    reasons = {diagnostic.place: f"none; {diagnostic.message}" for diagnostic in names.clashes}
    used = {identity: rule.use.split(":") for identity, rule in rules.items() if rule.use}
    return {
        declaration.id: f"{used[declaration.id][1]} of {used[declaration.id][0]}, as `classes` sets it"
        if declaration.id in used
        else f"{place.name} in {place.dotted}"
        if (place := names.classes.get(declaration.id)) is not None
        else reasons[declaration.place]
        for declaration in model.declarations
    }


def _in_short(text: str) -> str:
    """The first paragraph, shortened to two lines."""
    first, _, rest = text.strip().partition("\n\n")
    line = shortened(visible(" ".join(first.split())), _DESCRIPTION)
    return f"{line} …" if rest and not line.endswith("…") else line


def _facts(facts: _Facts) -> Iterator[str]:
    return columns([(label.ljust(_LABEL), visible(text)) for label, text in facts], tables.WIDTH)
