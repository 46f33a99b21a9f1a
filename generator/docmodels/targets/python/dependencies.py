"""All that a module depends on besides its own declarations, as one value for each.

What a module says is a function of the two; so whoever has seen both before knows the module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from ...frozen import frozen
from ...model.code_names import Location, Names
from ...model.cycles import components
from ...model.declarations import Alias, Declaration, Enumeration, Object
from ...model.direction import reached
from ...model.model import Model, references, tagged_unions
from ...model.types import DeclarationId, Ref, UnionOf, walk
from .identifiers import dotted_name
from .naming import has_guesses, is_class
from .planning import Module, ModuleName, Plan
from .syntax import Code


@frozen()
class Dependency:
    """The facts about a declaration that a module needs in order to refer to it.

    place      None for a declaration without a location, which stands for any value
    is_alias   whether it is one
    is_values  whether it is an alias for the values of an enumeration
    in_circle  whether its module imports this one, directly or not
    is_shared  whether other declarations have its name
    constants  of an enumeration that becomes a class, the names of its values where a default is one of them
    only       the value of an enumeration that has but one
    is_external  whether it is a class of the user, at an absolute place
    """

    id: DeclarationId
    place: Location[Code] | None
    is_alias: bool
    is_values: bool
    in_circle: bool
    is_shared: bool
    constants: tuple[tuple[str | int, Code], ...] = ()
    only: str | int | None = None
    is_external: bool = False


@frozen()
class Given:
    """A class of the user for a model.

    base  the class that it inherits from too, with its module: `acme.Base`; ""
    use   the class that stands in for it, behind its module: `acme.money:Money`; ""
    """

    base: str = ""
    use: str = ""


@frozen()
class TaggedUnion:
    """The facts about a union with a discriminator that a flavour needs.

    attributes  the names that the classes give to the field, each once
    is_loose    whether a class has names on the wire that are guesses
    """

    attributes: tuple[Code, ...]
    is_loose: bool


@frozen()
class Dependencies:
    """All that a module depends on besides its own declarations.

    module        its name
    locations     the locations of its own declarations, in their order
    parts         for each of its own declarations the names of its fields or of its members, in their order
    targets       what its declarations refer to, each once, in the order of the docs; its own among them
    circular      the modules that are in a circle of imports with it, itself among them; 0 where it is in none
    recursive     the aliases of the module that cannot be defined one after the other
    bases         by declaration, the class of the user that it inherits from, with its module
    unions        the unions of its declarations that have a discriminator
    told          for each of its declarations how unions tell it from others: the name of a field on the wire, and its
                  value
    mistaken      library names that are also class names elsewhere in the cycle
    names         the names of all declarations where there are such
    """

    module: ModuleName
    locations: tuple[Location[Code], ...]
    parts: tuple[tuple[Code, ...], ...]
    targets: tuple[Dependency, ...]
    circular: int
    recursive: frozenset[DeclarationId]
    unions: Mapping[UnionOf, TaggedUnion]
    bases: Mapping[DeclarationId, str]
    told: tuple[tuple[tuple[str, str], ...], ...]
    mistaken: tuple[str, ...]
    names: tuple[str, ...]


@frozen()
class _Graph:
    """The facts that all modules share.

    edges     what each declaration refers to
    unions    the unions in each declaration whose members a field distinguishes
    circles   for each module that imports itself through others, or refers to itself, the circle that it is in
    counts    how many declarations have a name
    told      for each member of a union, how that tells it from others
    mistaken  for the name of something in a library, all that declarations of this name refer to, directly or not
    """

    edges: Mapping[DeclarationId, tuple[DeclarationId, ...]]
    unions: Mapping[DeclarationId, tuple[UnionOf, ...]]
    circles: Mapping[ModuleName, frozenset[ModuleName]]
    counts: Mapping[str, int]
    told: Mapping[DeclarationId, Mapping[tuple[str, str], None]]
    mistaken: Mapping[str, frozenset[DeclarationId]]


def dependencies(
    model: Model,
    plan: Plan,
    names: Names[Code],
    helpers: Mapping[str, Code],
    kept: Mapping[ModuleName, Collection[ModuleName]],
    given: Mapping[DeclarationId, Given] = MappingProxyType({}),
) -> Iterator[tuple[Module, Dependencies]]:
    """The modules of a package, each with all that it depends on.

    plan     the modules and their declarations
    names    all names of the package
    helpers  by name, the modules of libraries that define what a module may need
    kept     modules that are left out, with those that they import
    given    classes of the user, which models inherit from or which stand in for them
    """
    graph = _graph(model, plan, helpers, kept)
    for module in plan.modules:
        if module.name in kept:
            continue
        own = {declaration.id for declaration in module.declarations}
        mistaken = tuple(sorted(name for name, ids in graph.mistaken.items() if own & ids))
        yield (
            module,
            Dependencies(
                module.name,
                tuple(plan.locations[declaration.id] for declaration in module.declarations),
                tuple(_parts(declaration, names) for declaration in module.declarations),
                tuple(_targets(module, model, plan, names, graph, given)),
                len(graph.circles.get(module.name, ())),
                _recursive(module, graph.edges),
                MappingProxyType(
                    {
                        union: TaggedUnion(_tags(union, names), _is_loose(union, model))
                        for declaration in module.declarations
                        for union in graph.unions[declaration.id]
                    }
                ),
                MappingProxyType({each: given[each].base for each in own if each in given and given[each].base}),
                tuple(tuple(graph.told.get(declaration.id, ())) for declaration in module.declarations),
                mistaken,
                tuple(sorted(graph.counts)) if mistaken else (),
            ),
        )


def _graph(
    model: Model, plan: Plan, helpers: Mapping[str, Code], kept: Mapping[ModuleName, Collection[ModuleName]]
) -> _Graph:
    edges = {declaration.id: references(declaration) for declaration in model.declarations}
    unions = {declaration.id: tuple(tagged_unions(declaration)) for declaration in model.declarations}
    counts: Counter[str] = Counter(place.name for place in plan.locations.values())
    namesakes: dict[str, list[DeclarationId]] = {name: [] for name in helpers.keys() & counts.keys()}
    for declaration, place in plan.locations.items():
        if place.name in namesakes:
            namesakes[place.name].append(declaration)
    imports: dict[ModuleName, dict[ModuleName, None]] = {module.name: {} for module in plan.modules}
    for declaration, place in plan.locations.items():
        for target in edges[declaration]:
            if target in plan.locations:
                imports[place.module][plan.locations[target].module] = None
    for module, needed in kept.items():
        imports[module] = dict.fromkeys(each for each in needed if each in imports)
    circles = {module: circle for circle in components({k: tuple(v) for k, v in imports.items()}) for module in circle}
    told: dict[DeclarationId, dict[tuple[str, str], None]] = {}
    for union in chain.from_iterable(unions.values()):
        by = union.discriminator
        for member, tag in zip(union.members, by.tags if by is not None else (), strict=False):
            if by is not None and tag and isinstance(member, Ref):
                told.setdefault(member.id, {})[by.wire, tag] = None
    return _Graph(edges, unions, circles, counts, told, {name: reached(model, ids) for name, ids in namesakes.items()})


def _parts(declaration: Declaration, names: Names[Code]) -> tuple[Code, ...]:
    """The names of an object's fields, or of an enumeration's members."""
    match declaration:
        case Object(id=own, fields=fields):
            return tuple(names.attributes[own][field.name] for field in fields)
        case Enumeration(id=own):
            return names.constants[own]
        case Alias():
            return ()


def _targets(
    module: Module, model: Model, plan: Plan, names: Names[Code], graph: _Graph, given: Mapping[DeclarationId, Given]
) -> Iterator[Dependency]:
    circle = graph.circles.get(module.name, frozenset())
    defaults = {target for declaration in module.declarations for target in _default_enumerations(declaration)}
    targets = dict.fromkeys(target for each in module.declarations for target in graph.edges[each.id])
    for target in targets:
        if target in given and given[target].use:
            yield _used(target, given[target].use)
            continue
        place = plan.locations.get(target)
        declaration = model.by_id[target]
        is_values = isinstance(declaration, Enumeration) and not is_class(declaration)
        yield Dependency(
            target,
            place,
            isinstance(declaration, Alias) or is_values,
            is_values,
            place is not None and place.module in circle,
            place is not None and graph.counts[place.name] > 1,
            _constants(declaration, names) if target in defaults else (),
            _only(declaration),
        )


def _used(target: DeclarationId, use: str) -> Dependency:
    """A class of the user in place of a declaration."""
    module, _, name = use.partition(":")
    (class_,) = dotted_name(name)
    place = Location(dotted_name(module), class_)
    return Dependency(target, place, False, False, False, False, (), None, True)


def _default_enumerations(declaration: Declaration) -> Iterator[DeclarationId]:
    """The declarations in the types of fields that have a default."""
    if isinstance(declaration, Object):
        for field in declaration.fields:
            if field.default_value is not None:
                yield from (part.id for part in walk(field.type) if isinstance(part, Ref))


def _constants(declaration: Declaration, names: Names[Code]) -> tuple[tuple[str | int, Code], ...]:
    """The values of an enumeration that becomes a class, each with the first name of its member."""
    if not isinstance(declaration, Enumeration) or not (constants := names.constants[declaration.id]):
        return ()
    first: dict[str | int, Code] = {}
    for member, name in zip(declaration.members, constants, strict=True):
        first.setdefault(member.value, name)
    return tuple(first.items())


def _only(declaration: Declaration) -> str | int | None:
    """The value of an enumeration that has but one."""
    if not isinstance(declaration, Enumeration) or is_class(declaration) or declaration.is_open:
        return None
    return declaration.values[0] if len(declaration.values) == 1 else None


def _recursive(module: Module, edges: Mapping[DeclarationId, tuple[DeclarationId, ...]]) -> frozenset[DeclarationId]:
    """The aliases that refer to themselves through nothing but aliases of the module."""
    aliases = {each.id for each in module.declarations if isinstance(each, Alias)}
    if not aliases:
        return frozenset()
    inner = {each: tuple(target for target in edges[each] if target in aliases) for each in aliases}
    return frozenset(each for circle in components(inner) for each in circle)


def _tags(union: UnionOf, names: Names[Code]) -> tuple[Code, ...]:
    """The attributes that distinguish the members of a union.

    Backwards, so that `kind_2` comes before `kind`, which is another field where it is not the same.
    """
    assert union.discriminator is not None, "only such unions are asked for"
    tags = {names.attributes[target][union.discriminator.field] for target in _members(union)}
    return tuple(sorted(tags, reverse=True))


def _members(union: UnionOf) -> list[DeclarationId]:
    return [member.id for member in union.members if isinstance(member, Ref)]


def _is_loose(union: UnionOf, model: Model) -> bool:
    work, known = _members(union), set[DeclarationId]()
    while work:
        owner = model.by_id[work.pop()]
        if isinstance(owner, Object) and owner.id not in known:
            known.add(owner.id)
            if has_guesses(owner):
                return True
            work += [base.id for base in owner.bases if isinstance(base, Ref)]
    return False
