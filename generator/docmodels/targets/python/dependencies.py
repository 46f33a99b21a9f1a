"""The dependencies of modules: everything besides its own declarations that the text of a module depends on.

The same declarations and the same dependencies make the same module.
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
from ...model.model import Model, parts_of
from ...model.types import Constant, DeclarationId, Ref, UnionOf, walk
from .identifiers import dotted_name
from .naming import has_guesses, is_class
from .planning import Module, ModuleName, Plan
from .syntax import Code


@frozen()
class Dependency:
    """The facts about a declaration that a module needs to refer to it.

    place        its module and class; None for a declaration without a location, which stands for any value
    is_alias     whether it becomes an alias
    is_values    whether it is an enumeration that becomes an alias of its values
    in_circle    whether its module imports this one, directly or not
    is_shared    whether other declarations have its name
    constants    for an enumeration with a class, if a default is one of its values: each value with its name
    only         the value of an enumeration with one value only
    is_external  whether it is a class of the user, with an absolute module
    values       for an alias of values, if a default is one of them: these values
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
    values: tuple[str | int, ...] = ()


@frozen()
class UserClass:
    """A class of the user for a model.

    base  a further base of the model's class, with its module: `acme.Base`; "" for none
    use   the class in place of the model's own, behind its module: `acme.money:Money`; "" for none
    """

    base: str = ""
    use: str = ""


@frozen()
class TaggedUnion:
    """The facts about a union with a discriminator that a flavour needs.

    attributes  the names of the discriminating field in the classes, each once
    is_loose    whether a class has names on the wire that are guesses
    """

    attributes: tuple[Code, ...]
    is_loose: bool


@frozen()
class Dependencies:
    """The dependencies of a module.

    module     the name of the module
    locations  the locations of its own declarations, in their order
    parts      the names of the fields or members of each own declaration, in their order
    targets    the declarations that its own refer to, each once, in the order of the docs; its own among them
    circular   the number of modules in its circle of imports, itself included; 0 without a circle
    recursive  its aliases that refer to each other in a circle
    unions     the unions with a discriminator in its own declarations
    bases      own declaration → the class of the user that it inherits from, with its module
    tags       the tags of each own declaration in unions: key on the wire, and value
    mistaken   library names that are also class names elsewhere in the circle
    names      the names of all declarations, if `mistaken` has any
    """

    module: ModuleName
    locations: tuple[Location[Code], ...]
    parts: tuple[tuple[Code, ...], ...]
    targets: tuple[Dependency, ...]
    circular: int
    recursive: frozenset[DeclarationId]
    unions: Mapping[UnionOf, TaggedUnion]
    bases: Mapping[DeclarationId, str]
    tags: tuple[tuple[tuple[str, str], ...], ...]
    mistaken: tuple[str, ...]
    names: tuple[str, ...]


@frozen()
class _Graph:
    """The facts that all modules share.

    edges     declaration → the declarations that it refers to
    unions    declaration → the unions with a discriminator in it
    circles   module that imports itself, directly or through others → the modules of that circle
    counts    name → the number of declarations with that name
    tags      member of a union → its tags: key on the wire, and value
    mistaken  library name → all declarations that a declaration of this name refers to, directly or not
    """

    edges: Mapping[DeclarationId, tuple[DeclarationId, ...]]
    unions: Mapping[DeclarationId, tuple[UnionOf, ...]]
    circles: Mapping[ModuleName, frozenset[ModuleName]]
    counts: Mapping[str, int]
    tags: Mapping[DeclarationId, Mapping[tuple[str, str], None]]
    mistaken: Mapping[str, frozenset[DeclarationId]]


def dependencies(
    model: Model,
    plan: Plan,
    names: Names[Code],
    helpers: Mapping[str, Code],
    kept: Mapping[ModuleName, Collection[ModuleName]],
    user_classes: Mapping[DeclarationId, UserClass] = MappingProxyType({}),
) -> Iterator[tuple[Module, Dependencies]]:
    """The modules of a package, each with its dependencies.

    plan          the modules and their declarations
    names         all names of the package
    helpers       library name → the library module that defines it
    kept          modules that are left out, with the modules that they import
    user_classes  classes of the user, as bases of models or in their place
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
                tuple(_targets(module, model, plan, names, graph, user_classes)),
                len(graph.circles.get(module.name, ())),
                _recursive(module, graph.edges),
                MappingProxyType(
                    {
                        union: TaggedUnion(_tags(union, names), _is_loose(union, model))
                        for declaration in module.declarations
                        for union in graph.unions[declaration.id]
                    }
                ),
                MappingProxyType(
                    {
                        identity: user_classes[identity].base
                        for identity in own
                        if identity in user_classes and user_classes[identity].base
                    }
                ),
                tuple(tuple(graph.tags.get(declaration.id, ())) for declaration in module.declarations),
                mistaken,
                tuple(sorted(graph.counts)) if mistaken else (),
            ),
        )


def _graph(
    model: Model, plan: Plan, helpers: Mapping[str, Code], kept: Mapping[ModuleName, Collection[ModuleName]]
) -> _Graph:
    edges: dict[DeclarationId, tuple[DeclarationId, ...]] = {}
    unions: dict[DeclarationId, tuple[UnionOf, ...]] = {}
    for declaration in model.declarations:
        parts = tuple(parts_of(declaration))
        edges[declaration.id] = tuple(dict.fromkeys(part.id for part in parts if isinstance(part, Ref)))
        unions[declaration.id] = tuple(
            part for part in parts if isinstance(part, UnionOf) and part.discriminator is not None
        )
    counts: Counter[str] = Counter(place.name for place in plan.locations.values())
    namesakes: dict[str, list[DeclarationId]] = {name: [] for name in helpers.keys() & counts.keys()}
    for id_, place in plan.locations.items():
        if place.name in namesakes:
            namesakes[place.name].append(id_)
    imports: dict[ModuleName, dict[ModuleName, None]] = {module.name: {} for module in plan.modules}
    for id_, place in plan.locations.items():
        for target in edges[id_]:
            if target in plan.locations:
                imports[place.module][plan.locations[target].module] = None
    for module, needed in kept.items():
        imports[module] = dict.fromkeys(name for name in needed if name in imports)
    circles = {module: circle for circle in components({k: tuple(v) for k, v in imports.items()}) for module in circle}
    tags: dict[DeclarationId, dict[tuple[str, str], None]] = {}
    for union in chain.from_iterable(unions.values()):
        by = union.discriminator
        for member, tag in zip(union.members, by.tags if by is not None else (), strict=False):
            if by is not None and tag and isinstance(member, Ref):
                tags.setdefault(member.id, {})[by.wire, tag] = None
    return _Graph(edges, unions, circles, counts, tags, {name: reached(model, ids) for name, ids in namesakes.items()})


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
    module: Module,
    model: Model,
    plan: Plan,
    names: Names[Code],
    graph: _Graph,
    user_classes: Mapping[DeclarationId, UserClass],
) -> Iterator[Dependency]:
    circle = graph.circles.get(module.name, frozenset())
    defaults = {target for declaration in module.declarations for target in _default_enumerations(declaration)}
    targets = dict.fromkeys(target for declaration in module.declarations for target in graph.edges[declaration.id])
    for target in targets:
        if target in user_classes and user_classes[target].use:
            yield _used(target, user_classes[target].use)
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
            values=_values(declaration) if target in defaults else (),
        )


def _used(target: DeclarationId, use: str) -> Dependency:
    """A dependency on the class of the user that stands in for a declaration."""
    module, _, name = use.partition(":")
    (class_,) = dotted_name(name)
    place = Location(dotted_name(module), class_)
    return Dependency(target, place, False, False, False, False, (), None, True)


def _default_enumerations(declaration: Declaration) -> Iterator[DeclarationId]:
    """The declarations in the types of fields with a default."""
    if isinstance(declaration, Object):
        for field in declaration.fields:
            if field.default_value is not None:
                yield from (part.id for part in walk(field.type) if isinstance(part, Ref))


def _constants(declaration: Declaration, names: Names[Code]) -> tuple[tuple[str | int, Code], ...]:
    """The values of an enumeration that becomes a class, each with the name of its first member."""
    if not isinstance(declaration, Enumeration) or not (constants := names.constants[declaration.id]):
        return ()
    first: dict[str | int, Code] = {}
    for member, name in zip(declaration.members, constants, strict=True):
        first.setdefault(member.value, name)
    return tuple(first.items())


def _values(declaration: Declaration) -> tuple[str | int, ...]:
    """The values of an alias of nothing else, and of an enumeration that becomes one."""
    match declaration:
        case Alias(type=Constant(values)):
            return values
        case Enumeration() if not is_class(declaration):
            return tuple(declaration.values)
        case _:
            return ()


def _only(declaration: Declaration) -> str | int | None:
    """The value of an enumeration with one value only; None for any other declaration."""
    if not isinstance(declaration, Enumeration) or is_class(declaration) or declaration.is_open:
        return None
    return declaration.values[0] if len(declaration.values) == 1 else None


def _recursive(module: Module, edges: Mapping[DeclarationId, tuple[DeclarationId, ...]]) -> frozenset[DeclarationId]:
    """The aliases of the module that refer to themselves through aliases of the module alone."""
    aliases = {declaration.id for declaration in module.declarations if isinstance(declaration, Alias)}
    if not aliases:
        return frozenset()
    inner = {identity: tuple(target for target in edges[identity] if target in aliases) for identity in aliases}
    return frozenset(identity for circle in components(inner) for identity in circle)


def _tags(union: UnionOf, names: Names[Code]) -> tuple[Code, ...]:
    """The attributes that distinguish the members of a union.

    They are sorted backwards: `kind_2` comes before `kind`, which may be another field.
    """
    assert union.discriminator is not None, "callers pass only unions with one"
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
