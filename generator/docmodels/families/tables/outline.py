"""How a page is built: which of its tables are models, which belong to one, and what each is called."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import takewhile

from ...diagnostics import Diagnostic
from ...frozen import frozen
from ...markdown import Block, Fence, Page, Prose, Section, SpanKind, Table
from ...model.declarations import Presence
from ...model.names import folded, singular
from ...tables.lexicon import Claimed, Part, Role, Words
from ...tables.names import read_name
from ...tables.split import split
from . import Bare
from .alone import Alone, models_alone, tells
from .examples import Example, find_examples
from .headings import Named, announced, name_in, named, presence_in, without_presence
from .labels import Labels
from .own import Own
from .recognise import Kind, Recognised, recognise
from .roles import owner_in, role_of
from .specific import specific_headings
from .terraform import is_resource, shows_exports
from .titles import cleaned, heading_text
from .typed import nested, typed
from .untabled import drawn_page

_FIELD = re.compile(r"[a-z_]\w{0,60}")  # a heading that is a field's name
_KEY = re.compile(r"""["'](?P<key>[\w$@.-]{1,100})["']\s*:""")
_LONGEST_FENCE = 50_000  # characters
_STEM = re.compile(r"[a-z]{2,8}(?=[A-Z]|$)|[A-Z]{2,12}(?=_)")
_LONGEST = 12  # words of a title that are looked through
_CAPITAL = re.compile(r"[a-z][A-Z]")
_PARTS = 20  # tables that a model may be made of
_FIELDS = Recognised(Kind.FIELDS, {Role.NAME: 0}, "an example shows the fields")
_OF_CLASSES = frozenset({"constructors", "constructor", "super class", "superclass"})
_GUESS = ("index", "readme", "_index", "model", "models", "api", "reference", "overview")


@frozen()
class Shown:
    """A table of the page.

    trail       the sections that it is inside of, the outermost first
    label       the line right above it that names it, if there is one
    headings    the texts of these
    is_first    whether it is the first table of its section
    inside      the field of a table above in the section whose fields it shows, behind those that it is inside of
    alone       the examples that it is made of; None for a table of the docs
    anchor      the id of its caption, "" without one
    presence    what its heading says about the presence of all of its fields
    """

    table: Table
    trail: tuple[Section, ...]
    label: str
    headings: tuple[str, ...]
    what: Recognised
    is_first: bool
    inside: tuple[str, ...] = ()
    alone: Alone | None = None
    anchor: str = ""
    presence: Presence | None = None


@frozen()
class Candidate:
    """A model: what it is called, and its tables.

    parts  child models: field name -> anchor
    """

    named: Named
    shown: tuple[Shown, ...]
    anchor: str = ""
    anchors: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def kind(self) -> Kind:
        return self.shown[0].what.kind


@frozen()
class Outline:
    """The models of a page, in its order, all of its tables, and the blocks that may be examples.

    page         the page, with tables for the fields that it shows in other ways
    diagnostics  the findings about these
    """

    page: Page
    words: Words
    models: tuple[Candidate, ...]
    tables: tuple[Shown, ...] = field(default=())
    diagnostics: tuple[Diagnostic, ...] = ()
    examples: tuple[Example, ...] = field(default=())


def outline(page: Page, own: Own, bare: Bare | None = None) -> Outline | None:
    """How a page is built; None for one with neither tables nor models that examples show.

    own   the words of a team for its own tables
    bare  what the tree shows of tables with names and descriptions alone; None while nobody knows
    """
    as_models = page.once(_outline, own)
    if as_models is None or bare is None or bare.are_read or not any(each.what.is_bare for each in as_models.tables):
        return as_models
    why = f"{bare.count} of {bare.fields} tables of fields show names and descriptions alone, too few to be models"
    return _outline(page, own, Recognised(Kind.OTHER, {}, why))


def _outline(page: Page, own: Own, as_bare: Recognised | None = None) -> Outline | None:
    """as_bare: what tables with names and descriptions alone are taken for; None for models."""
    said = own.words(page)
    page, diagnostics = drawn_page(page, said)
    examples = find_examples(page, said)
    has_tables = any(section.tables for section in page.sections)
    if not has_tables and not examples and not diagnostics:
        return None
    shown = tuple(_shown(page, said)) if has_tables else ()
    if any(section.heading.text.strip().casefold() in _OF_CLASSES for section in page.sections):
        why = "the page lists constructors, so that it shows a class of code"
        as_bare = Recognised(Kind.OTHER, {}, why, Claimed.METHODS)
    if as_bare is not None:
        shown = tuple(replace(each, what=as_bare) if each.what.is_bare else each for each in shown)
    alone = _alone(page, examples, shown, said) if own.makes_models else ()
    if not has_tables and not alone and not diagnostics:
        return None
    grouped = _grouped(_in_order(page, (*shown, *alone)), said, page)
    models = tuple(_with_parts(tuple(_placed(_apart(grouped))), said))
    return Outline(page, said, models, shown, diagnostics, examples)


def _alone(page: Page, examples: Sequence[Example], shown: Sequence[Shown], said: Words) -> Sequence[Shown]:
    """The models that only examples show, as tables of their keys."""
    examples = [example for example in examples if tells(example)]
    if not examples:
        return ()
    tables = [(named(each.headings, said).part, each.trail) for each in shown if each.what.kind is Kind.FIELDS]
    root = _page_name(page)
    return [
        Shown(each.table, each.trail, each.label, _headings(root, each.above, each.label), _FIELDS, True, alone=each)
        for each in models_alone(page, examples, tables, said)
    ]


def _in_order(page: Page, shown: Sequence[Shown]) -> Sequence[Shown]:
    return sorted(shown, key=lambda each: each.table.line) if any(each.alone for each in shown) else shown


def _headings(root: str, trail: Sequence[Section], label: str) -> tuple[str, ...]:
    """The texts of the headings above a table: the page's name, those of its sections, the line right above it."""
    texts = map(heading_text, (each for each in trail if each.level))
    return (*((root,) if root else ()), *texts, *((label,) if label else ()))


def _shown(page: Page, said: Words) -> Iterator[Shown]:
    root = _page_name(page)
    trails = tuple(page.trails())
    known: dict[int, frozenset[str]] = {}
    for index, trail in enumerate(trails):
        section = trail[-1]
        if not section.tables:
            continue
        keys: frozenset[str] = frozenset()
        for near in (section, *(each[-1] for each in _beside(trails, index))):
            if id(near) not in known:
                known[id(near)] = _keys(near)
            keys |= known[id(near)]
        texts = tuple(map(heading_text, (each for each in trail if each.level)))
        before: Block | None = None
        is_first = True
        labels = Labels(said)
        for block in section.blocks:
            if not isinstance(block, Table):
                if not (isinstance(block, Prose) and _is_comment(block.source)):
                    before = block
                    labels.see(block)
                continue
            label = labels.label(before, block)
            for piece in split(block):
                if piece.label is not None:
                    label = piece.label.text.strip()
                headings = (*((root,) if root else ()), *texts, *((label,) if label else ()))
                table = nested(typed(piece.table, said), said)
                what = recognise(table, headings, said, keys)
                inside = labels.inside(before) or labels.lead(before, table, what) if what.kind is Kind.FIELDS else ()
                says = announced(headings, said)
                yield Shown(table, trail, label, headings, what, is_first, inside, None, piece.anchor, says)
                is_first = False
                labels.shown(table, what)
            before = block


def _beside(trails: Sequence[tuple[Section, ...]], index: int) -> Sequence[tuple[Section, ...]]:
    """The sections around one in which its JSON may stand: the one above, those in it, and the next of its level."""
    trail = trails[index]
    below = list(takewhile(lambda each: len(each) > len(trail), trails[index + 1 :]))
    following = trails[index + 1 + len(below) :][:1]
    return (*([trail[:-1]] if len(trail) > 1 else []), *below, *(each for each in following if each[:-1] == trail[:-1]))


def _keys(section: Section) -> frozenset[str]:
    """The keys of the JSON in a section."""
    fences = (block for block in section.blocks if isinstance(block, Fence))
    return frozenset(match["key"] for fence in fences for match in _KEY.finditer(fence.text[:_LONGEST_FENCE]))


def _is_comment(source: str) -> bool:
    return source.startswith(("<!--", "{/*", "<ManualAnchor", "<a ", "<a>", "import ", "export "))


def _page_name(page: Page) -> str:
    """What a page without a title of its own is about: its front matter's title, or its file's name."""
    if any(section.level == 1 for section in page.sections):
        return ""
    titles = (page.matter[key] for key in ("title", "name") if page.matter.get(key))
    title = next(titles, "")
    return _with_stem(title, page) if title else _file_name(page)


def _with_stem(title: str, page: Page) -> str:
    """The words of a page's title that its file is named after: `The Acme RoomSeat` of room-seat.md, `Acme Log Manual`.

    They have words on both sides, or a capital inside: the verb of `Query rooms` in query.md says too little.
    """
    stem = _folded(posixpath.splitext(posixpath.basename(page.path))[0])
    words = title.split()
    if len(words) > _LONGEST:
        return title
    runs = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    for start, end in runs:
        run = " ".join(words[start:end])
        is_inside = start > 0 and end < len(words)
        if _folded(run) == stem and (is_inside or _CAPITAL.search(run) is not None):
            return run
    return title


def _file_name(page: Page) -> str:
    """What the name of a page's file, or else of its folder, says."""
    stem = posixpath.splitext(posixpath.basename(page.path))[0]
    if stem.casefold() in _GUESS:
        stem = posixpath.basename(posixpath.dirname(page.path)) or stem
    return stem.replace("-", " ").replace("_", " ")


def _grouped(shown: Sequence[Shown], said: Words, page: Page) -> list[Candidate]:
    """Models: tables of one name below one heading that show parts of it are one."""
    specific = specific_headings(page, said)
    root = _page_name(page) or _file_name(page)
    exports = is_resource(page)
    found: list[Candidate] = []
    last: dict[str, int] = {}  # the last model of each title
    headed: set[int] = set()  # the sections that have models
    owners: dict[tuple[int, str], int] = {}  # the last model of each section that has a field of that name
    for each in shown:
        if each.what.kind is Kind.OTHER:
            continue
        owner = owners.get((id(each.trail[-1]), each.inside[0])) if each.inside else None
        if owner is not None:
            found[owner] = replace(found[owner], shown=(*found[owner].shown, each))
            _own(owners, owner, found[owner], each, said)
            continue
        name = _told(each, named(each.headings, said, root, specific), said)
        if exports and shows_exports(each.trail[-1]):
            name = replace(name, title=f"{name.title} Attributes")
        if not name.title:
            name = replace(name, title=root)
        if each.what.kind is Kind.VALUES and id(each.trail[-1]) in headed and not _says_values(each, said):
            continue
        if name.title not in last and (belongs := _belongs(each, name, said)) in last:
            name = replace(name, title=belongs)
            each = replace(each, presence=presence_in(each.headings[-1], said))
        at = last.get(name.title)
        if at is not None and _is_same(found[at], name, each, said):
            found[at] = replace(found[at], shown=(*found[at].shown, each))
        else:
            at = last[name.title] = len(found)
            found.append(Candidate(name, (each,)))
        headed.add(id(each.trail[-1]))
        _own(owners, at, found[at], each, said)
    return found


def _says_values(shown: Shown, said: Words) -> bool:
    """Whether a table has a label of its own, or a column that is headed as one of values or members."""
    roles = {role_of(heading, said) for heading in shown.table.header}
    return bool(shown.label) or bool(roles & {Role.VALUE, Role.MEMBER})


def _belongs(shown: Shown, name: Named, said: Words) -> str:
    """The title of the model whose other fields a table shows: `Optional Card` goes on with `Card`; "" for no such table."""
    if shown.what.kind is not Kind.FIELDS or not shown.headings or presence_in(shown.headings[-1], said) is None:
        return ""
    return name_in(without_presence(cleaned(shown.headings[-1]), said), said) if name.part is None else ""


def _told(shown: Shown, name: Named, said: Words) -> Named:
    """The name, or the end of it that the column of names tells: below "Pay and Play - Room", `Room fields`."""
    if shown.what.kind is not Kind.FIELDS:
        return name
    heading = shown.table.header[shown.what.roles[Role.NAME]]
    owner = owner_in(heading, said)
    before = name.title.removesuffix(owner).rstrip()
    if not owner or before == name.title or not before.endswith(("-", "–", "—", ":")):
        return name
    return replace(name, title=owner, why=f'after the column "{heading.text.strip()}"')


def _own(owners: dict[tuple[int, str], int], at: int, model: Candidate, shown: Shown, said: Words) -> None:
    """Take note of the fields that a table adds to a model, by the section of the model and the name."""
    if model.kind is not Kind.FIELDS:
        return
    section = id(model.shown[0].trail[-1])
    for row in shown.table.rows:
        key = section, read_name(row.cells[shown.what.roles[Role.NAME]], said).text
        owners[key] = max(at, owners.get(key, at))


def _is_same(model: Candidate, name: Named, shown: Shown, said: Words) -> bool:
    """Whether a table shows another part of a model."""
    first = model.shown[0]
    if model.kind is not shown.what.kind or len(model.shown) == _PARTS or first.alone or shown.alone:
        return False
    if first.trail[-1] is shown.trail[-1]:
        return first.label == shown.label and not _is_beside(model, shown) and not _overlap(model, shown)
    if shown.presence is not None and (name.part is None or first.presence is not None):
        return _is_sibling(first, shown) and not _overlap(model, shown)
    if name.part is not Part.OWN and model.named.part is not Part.OWN:
        return False
    root = first.trail[:-1] if model.named.part is Part.OWN and not first.label else first.trail
    own = shown.trail[:-1] if name.part is Part.OWN and not shown.label else shown.trail
    return bool(root and own) and root[-1] is own[-1] and not _overlap(model, shown)


def _is_sibling(first: Shown, shown: Shown) -> bool:
    return [id(each) for each in first.trail[:-1]] == [id(each) for each in shown.trail[:-1]]


def _is_beside(model: Candidate, shown: Shown) -> bool:
    """Whether a table is below that of a model, in its section and without a label, and has other columns."""
    first = model.shown[0]
    return (
        first.trail[-1] is shown.trail[-1]
        and first.label == shown.label
        and [cell.text for cell in first.table.header] != [cell.text for cell in shown.table.header]
    )


def _overlap(model: Candidate, shown: Shown) -> bool:
    """Whether most names of a table are those of a model already: it is a variant, no other part."""
    at = min(shown.what.roles.values())
    known = {row.cells[min(each.what.roles.values())].text for each in model.shown for row in each.table.rows}
    again = sum(row.cells[at].text in known for row in shown.table.rows)
    return again * 2 > len(shown.table.rows)


def _apart(models: Sequence[Candidate]) -> list[Candidate]:
    """Twins, distinguished by a heading above them that no other twin is below, else by their order."""
    objects = {each.named.title for each in models if each.kind is Kind.FIELDS}
    found = [_behind_object(each, objects) for each in models]
    found = [_of_field(each, found, index) for index, each in enumerate(found)]
    twins: dict[str, list[int]] = {}
    for index, each in enumerate(found):
        twins.setdefault(_folded(each.named.title), []).append(index)
    for indexes in twins.values():
        sections = {id(found[index].shown[0].trail[-1]) for index in indexes}
        outer = {index: _above(found[index].named) for index in indexes} if len(sections) > 1 else {}
        shared = Counter(name for names in outer.values() for name in set(map(_folded, names)))
        for index, names in outer.items():
            above = next((name for name in names if shared[_folded(name)] == 1), names[0] if names else "")
            if above:
                title = found[index].named.title
                why = f'there are several "{title}" on the page; this one is below "{above}"'
                found[index] = _renamed(found[index], f"{above} {title}", why)
    seen: Counter[str] = Counter()
    for index, each in enumerate(found):
        key = _folded(each.named.title)
        seen[key] += 1
        label = each.shown[0].label
        if seen[key] > 1:
            extra = label if label and _folded(label) not in key else _stem(each) or str(seen[key])
            found[index] = replace(each, named=replace(each.named, title=f"{each.named.title} {extra}"))
            seen[_folded(found[index].named.title)] += 1
    return found


def _of_field(model: Candidate, models: Sequence[Candidate], index: int) -> Candidate:
    """One of several enumerations of one name, called after the object above that has a field of the name."""
    title = _folded(model.named.title)
    if model.kind is not Kind.VALUES or sum(_folded(each.named.title) == title for each in models) < 2:
        return model
    for owner in reversed(models[:index]):
        if owner.kind is Kind.FIELDS and title in map(_folded, _names(owner)):
            why = f"there are several enumerations {model.named.title} on the page; a field of {owner.named.title} has this one"
            return _renamed(model, f"{owner.named.title} {model.named.title}", why)
    return model


def _names(model: Candidate) -> Iterator[str]:
    """The names that the rows of a model show."""
    for each in model.shown:
        yield from (row.cells[each.what.roles[Role.NAME]].text for row in each.table.rows)


def _stem(model: Candidate) -> str:
    """What the members of an enumeration begin with, if these are several: the `tf` of `tfClose` and `tfRenew`."""
    if model.kind is not Kind.VALUES:
        return ""
    at = [each.what.roles.get(Role.MEMBER, each.what.roles[Role.VALUE]) for each in model.shown]
    names = [
        row.cells[column].text.strip("`* ")
        for each, column in zip(model.shown, at, strict=True)
        for row in each.table.rows
    ]
    shared = posixpath.commonprefix(names)
    match = _STEM.match(shared)
    return match[0] if match and len(names) > 1 else ""


def _above(named: Named) -> Sequence[str]:
    """The names of what a title is below that it does not begin with, the innermost first."""
    return [name for name in named.above if not _folded(named.title).startswith(_folded(name))]


def _renamed(model: Candidate, title: str, why: str) -> Candidate:
    return replace(model, named=replace(model.named, title=title, why=why, above=()))


def _behind_object(model: Candidate, objects: Collection[str]) -> Candidate:
    """Values below the heading of an object, which are of one of its fields: the column of the values names it."""
    if model.kind is not Kind.VALUES or model.named.title not in objects:
        return model
    shown = model.shown[0]
    column = shown.table.header[shown.what.roles[Role.VALUE]].text.strip()
    why = f'after {model.named.title} and the column "{column}"'
    return _renamed(model, f"{model.named.title} {column}", why)


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def _placed(models: Sequence[Candidate]) -> Iterator[Candidate]:
    """The models with their anchors: of their sections, and of those above that they are below.

    The anchor of a section above leads to the model that is called after it or has its table there, else to all models
    right below it.
    """
    taken: set[str] = set()
    ids: set[str] = set()
    meant = _alternatives(models)
    for model in models:
        anchors: list[str] = []
        shared: set[str] = set()
        for each in model.shown:
            own = each.trail[-1]
            slug = own.anchors[-1] if own.anchors else ""
            outer = [section.anchors[-1] for section in each.trail[:-1] if section.anchors]
            anchors += own.anchors
            anchors += [f"{above}-{slug}" for above in outer if slug]
            outers = [
                section for section in reversed(each.trail[:-1]) if id(model) in meant.get(id(section), (id(model),))
            ]
            anchors += [anchor for section in outers for anchor in section.anchors]
            shared.update(anchor for section in outers if id(section) in meant for anchor in section.anchors)
            if each.label:
                anchors.append(_slug(each.label))
            if each.anchor:
                anchors.append(each.anchor)
        fresh = [anchor for anchor in dict.fromkeys(anchors) if anchor not in taken or anchor in shared]
        taken.update(fresh)
        base = next(iter(model.shown[0].trail[-1].anchors[-1:]), "") or _slug(model.named.title)
        anchor, count = base, 2
        while anchor in ids:
            anchor, count = f"{_slug(model.named.title)}-{count}" if count > 2 else _slug(model.named.title), count + 1
        ids.add(anchor)
        yield replace(
            model,
            anchor=anchor if len(models) > 1 else "",
            anchors=tuple(each for each in fresh if each != anchor or len(models) == 1),
        )


def _alternatives(models: Sequence[Candidate]) -> Mapping[int, frozenset[int]]:
    """The models that a link to a section means, where it has several below it and none of its own; all by identity."""
    below: dict[int, list[Candidate]] = {}
    headings: dict[int, str] = {}
    own = {id(each.trail[-1]) for model in models for each in model.shown}
    for model in models if len(models) > 1 else ():
        for section in reversed(model.shown[0].trail[:-1]):
            if id(section) in own or not section.level:
                break
            headings[id(section)] = cleaned(heading_text(section))
            below.setdefault(id(section), []).append(model)
    return {key: frozenset(map(id, _meant(inner, headings[key]))) for key, inner in below.items() if len(inner) > 1}


def _meant(models: Sequence[Candidate], heading: str) -> Sequence[Candidate]:
    """Of the models below a heading the one that is called after it, else all: objects, if there are any."""
    title, item = _folded(heading), _folded(singular(heading))
    called = [each for each in models if each.named.part is not None or _folded(each.named.title) in title]
    if called:
        return called[:1]
    near = [each for each in models if item in _folded(each.named.title)]
    return near if len(near) == 1 else [each for each in models if each.kind is Kind.FIELDS] or models


def _with_parts(models: Sequence[Candidate], said: Words) -> Iterator[Candidate]:
    """The models with those that are headed by the name of a field of theirs.

    These stand in a section below, or in one behind on the same level that is headed by nothing but the name. Headings
    without a table may stand between: `### Details` above `#### host`.
    """
    below: dict[tuple[int, str], str] = {}
    behind: dict[tuple[int, str], str] = {}
    framed: dict[tuple[int, str], str] = {}  # `URL attributes` for a field `url`
    own = {id(each.trail[-1]) for model in models for each in model.shown}
    for model in models:
        trail = model.shown[0].trail
        if model.kind is Kind.FIELDS and len(trail) > 1:
            heading = trail[-1].heading
            code = next((span.text for span in heading.spans[:1] if span.kind is SpanKind.CODE), "")
            name = code or name_in(cleaned(heading.text), said)
            below.setdefault((id(trail[-2]), name), model.anchor)
            if model.named.part is not None:
                framed.setdefault((id(trail[-2]), folded(name)), model.anchor)
            plain = heading.text.strip()
            is_plain = _FIELD.fullmatch(plain) is not None
            if is_plain:
                behind.setdefault((id(trail[-2]), plain), model.anchor)
            for above in reversed(trail[:-2]) if is_plain and id(trail[-2]) not in own else ():
                below.setdefault((id(above), plain), model.anchor)
                behind.setdefault((id(above), plain), model.anchor)
                if id(above) in own or not above.level:
                    break
    outers = {outer for outer, _ in (*below, *behind)}
    for model in models:
        trail = model.shown[0].trail
        outer = id(trail[-2]) if len(trail) > 1 else 0
        parts: dict[str, str] = {}
        is_outer = model.kind is Kind.FIELDS and (id(trail[-1]) in outers or outer in outers)
        for each in model.shown if is_outer else ():
            for row in each.table.rows:
                name = read_name(row.cells[each.what.roles[Role.NAME]], said).text
                section = id(trail[-1])
                anchor = below.get((section, name)) or behind.get((outer, name)) or framed.get((section, folded(name)))
                if anchor and anchor != model.anchor:
                    parts[name] = anchor
        yield replace(model, parts=parts) if parts else model


def _slug(text: str) -> str:
    return re.sub(r"[^\w-]", "", text.strip().lower().replace(" ", "-"))
