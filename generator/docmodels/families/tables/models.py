"""The declarations of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ...diagnostics import Diagnostic, Place
from ...diagnostics.census import Verdict
from ...frozen import frozen, replace
from ...limits import NAME_CHARACTERS
from ...markdown import Page, Prose
from ...model.declarations import Alias, Declaration, Direction, Enumeration, Object, Use
from ...model.evidence import fill_in
from ...model.model import Model
from ...model.types import DeclarationId, Ref, Type, nullable
from ...tables.dressing import badges_in
from ...tables.lexicon import Mark, Part, Role, Words, any_language
from ...tables.mark_sentences import calls_model_deprecated
from ...tables.requests import request_of
from ...tables.rows import place_of
from ...tables.texts import deprecation
from ..family import Reading, Sighting
from ..kit.faults import long_title
from . import Bare
from .candidates import Candidate, doubtful_parts
from .columns.field_tables import unknown_columns
from .columns.own import Own
from .columns.positions import counted, with_arrays
from .columns.recognised import Kind
from .columns.roles import names_fields
from .descriptions import described, leads
from .examples.alone import Alone
from .fitting import with_enumerations
from .headed_types import with_headed_types
from .headings.headings import part_of, without_deprecation
from .headings.titles import cleaned, heading_text
from .members import are_flags, has_members, members_of
from .outline import Outline, read_outline
from .page_tables import PageTable
from .rows.fields import FieldReader
from .rows.json_keys import DottedKeys, dotted_keys
from .rows.row_fields import Settled
from .rows.star_legend import Star, star_of
from .shared_values import with_shared_values
from .showing import Target, decide, target, with_usages

_DIRECTIONS = {Part.SENT: Direction.SENT, Part.RECEIVED: Direction.RECEIVED}


def read_page(page: Page, settled: Settled, own: Own, bare: Bare) -> Reading:
    """Declare the models of a page, and the uses in its operations.

    own   the words of a team for its own tables
    bare  the tables of the tree with nothing but names and descriptions
    """
    outline = read_outline(page, own, bare)
    if outline is None:
        return Reading()
    cards = tuple(_cards(page, outline))
    page = outline.page
    numbered = {
        _place(model, page.path): model.named.title for model in reversed(outline.models) if model.named.is_numbered
    }
    diagnostics = [*outline.diagnostics, *(_numbered(place, title) for place, title in numbered.items())]
    diagnostics.extend(filter(None, (_joined(model, page.path) for model in outline.models)))
    declarations: list[Declaration] = []
    alike: dict[Type, DeclarationId] = {}
    uses: list[Use] = []
    optional = frozenset(page.hidden.get("optionalproperties", ()))
    settled = replace(settled, silent=own.unmarked(page.path) or settled.silent, optional=optional)
    star, dotted = partial(page.once, star_of, outline.words), partial(page.once, dotted_keys)
    context = _Context(page.path, outline.words, settled, star, leads(page), outline.aliases, dotted)
    targets: list[Target] = []
    for model in outline.models:
        made = list(_declared(model, context, diagnostics))
        declarations += _once(made, model, alike)
        if made and isinstance(made[0], Object) and not model.first.alone:
            targets.append(target(made[0], model.named.part, model.first.trail))
        if made and model.named.part in _DIRECTIONS:
            uses.append(Use(_DIRECTIONS[model.named.part], Ref(made[0].id), request_of(model.first.trail)))
    behind = {DeclarationId(page.path, model.anchor): model.fields for model in outline.models if model.fields}
    declarations = with_enumerations(declarations, outline.words, behind)
    usages, sightings, unread, findings = decide(outline.examples, targets, outline.models, outline.words)
    declarations = [with_usages(declaration, usages) for declaration in declarations]
    exemplified = fill_in(Model(with_headed_types(page, declarations, outline.words)))
    return Reading(
        with_shared_values(exemplified.declarations),
        tuple(uses),
        (*diagnostics, *findings),
        tuple(sorted((*_sightings(page, outline), *cards), key=lambda sighting: sighting.place.line)),
        sightings,
        unread,
    )


def _once(made: Sequence[Declaration], model: Candidate, alike: dict[Type, DeclarationId]) -> Sequence[Declaration]:
    """The declarations of a model, or an alias of another one with the same keys and types in its examples."""
    alone, first = model.first.alone, made[0] if made else None
    if alone is None or not isinstance(first, Object):
        return made
    same = alike.setdefault(alone.shape, first.id)
    if same == first.id:
        return made
    return [
        Alias(
            first.id,
            first.title,
            first.place,
            first.description,
            Ref(same),
            anchors=first.anchors,
            named_by=first.named_by,
        )
    ]


def _cards(page: Page, outline: Outline) -> Iterator[Sighting]:
    """The sightings of cards, which are rows of another table by now."""
    kept = {table.line for section in outline.page.sections for table in section.tables}
    for table in (table for section in page.sections for table in section.tables):
        if table.line not in kept:
            yield Sighting(Place(page.path, table.line), "a field", "the heading above it is the name of the field")


def _sightings(page: Page, outline: Outline) -> Iterator[Sighting]:
    titles = {id(page_table.table): model.named.title for model in outline.models for page_table in model.tables}
    for page_table in outline.tables:
        title, what, place = titles.get(id(page_table.table)), page_table.what, Place(page.path, page_table.table.line)
        above = page_table.headings[-1] if page_table.headings else ""
        if title is not None:
            yield Sighting(place, f"{what.kind} of {title}", what.why, above=above)
            continue
        is_left = what.kind is not Kind.OTHER
        yield Sighting(
            place,
            str(Kind.OTHER),
            "another table of the section shows its model" if is_left else what.why,
            () if is_left else unknown_columns(page_table.table, outline.words),
            Verdict.UNREAD if what.claimed is None else Verdict.NONE,
            str(what.claimed or ""),
            is_left or names_fields(page_table.table, outline.words),
            above,
        )


@frozen()
class _Context:
    """The values that all models of a page share.

    star     gives the meaning of a star at a name
    leads    line of a table -> prose right above it
    aliases  the lines of the tables with one row for an alias
    dotted   gives the evidence about names with dots in the JSON of the page
    """

    path: str
    words: Words
    settled: Settled
    star: Callable[[], Star]
    leads: Mapping[int, Prose]
    aliases: frozenset[int]
    dotted: Callable[[], DottedKeys]


def _declared(model: Candidate, context: _Context, diagnostics: list[Diagnostic]) -> Iterator[Declaration]:
    root = _root(model, context, diagnostics)
    if model.kind is Kind.FIELDS:
        yield from _objects(model, root, context, diagnostics)
    else:
        yield from _enumeration(model, root, context, diagnostics)


def _root(model: Candidate, context: _Context, diagnostics: list[Diagnostic]) -> Object:
    """An object without fields: what all kinds of declarations of a model share."""
    place = _place(model, context.path)
    title = model.named.title[:NAME_CHARACTERS]
    if title != model.named.title:
        diagnostics.append(long_title(place))
    description = "\n\n".join(dict.fromkeys(described(model, context.leads, context.words)))
    is_deprecated = _is_headed_deprecated(model, context.words) or calls_model_deprecated(description, context.words)
    return Object(
        DeclarationId(context.path, model.anchor),
        title,
        place,
        description,
        (),
        deprecated="" if is_deprecated else deprecation(description),
        anchors=model.anchors,
        named_by=model.named.why,
    )


def _place(model: Candidate, path: str) -> Place:
    """The place of a model: its heading, or its table where the heading is empty."""
    heading = model.first.owner or model.first.trail[-1].heading
    return place_of(path, heading) if heading.source else Place(path, model.first.table.line)


def _objects(model: Candidate, root: Object, context: _Context, diagnostics: list[Diagnostic]) -> Iterator[Declaration]:
    """The object of a model, and those nested in it."""
    if (alone := model.first.alone) is not None:
        yield replace(root, description=_origin(alone), fields=alone.fields(), usages=alone.usages)
        return
    flat = model.named.part is Part.SENT and any(
        word in heading.casefold() for heading in model.first.headings[-1:] for word in any_language().query
    )
    reader = FieldReader(
        context.path,
        context.words,
        context.settled,
        star=context.star,
        flat=flat,
        parts=model.parts,
        led=frozenset(page_table.table.line for page_table in model.tables if page_table.is_led),
        dotted=context.dotted,
    )
    tables = [
        (page_table.table, page_table.what.roles, page_table.presence or page_table.stated, page_table.inside)
        for page_table in model.tables
    ]
    made = reader.read(tables, root)
    findings = (counted(context.path, table, roles) for table, roles, _, _ in tables)
    diagnostics.extend(filter(None, findings))
    diagnostics.extend(reader.diagnostics)
    yield from map(_alias, made) if model.first.table.line in context.aliases else with_arrays(made, diagnostics)


def _enumeration(
    model: Candidate, root: Object, context: _Context, diagnostics: list[Diagnostic]
) -> Iterator[Enumeration]:
    """The enumeration of a model, if it has members."""
    if context.settled.by_name and has_members(model, context.words):
        model = replace(model, tables=tuple(map(_named_by_member, model.tables)))
    members = members_of(model, context.path, context.words, diagnostics)
    if members:
        yield Enumeration(
            root.id,
            root.title,
            root.place,
            root.description,
            members,
            deprecated=root.deprecated,
            is_flags=are_flags(model, members, context.words),
            anchors=root.anchors,
            named_by=root.named_by,
        )


def _named_by_member(page_table: PageTable) -> PageTable:
    """The table with the names of its members for values."""
    roles = {**page_table.what.roles, Role.VALUE: page_table.what.roles[Role.MEMBER]}
    return replace(page_table, what=replace(page_table.what, roles=roles))


def _is_headed_deprecated(model: Candidate, words: Words) -> bool:
    """Whether the heading of a model has a mark for deprecated. A part's heading counts with the one above it."""
    for section in reversed(model.first.trail):
        source = section.heading.source.strip("# ")
        is_struck = source.startswith("~~") and source.endswith("~~")
        has_badge = any(words.marks.get(badge) is Mark.DEPRECATED for badge in badges_in(source))
        text = cleaned(heading_text(section))
        if is_struck or has_badge or without_deprecation(text, words) != text:
            return True
        if part_of(text, words) is None:
            return False
    return False


def _alias(made: Object) -> Declaration:
    """The alias of the type of an object's only field; the object itself if it has more."""
    if len(made.fields) != 1:
        return made
    only = made.fields[0]
    kind = nullable(only.type) if only.nullable else only.type
    description = "\n\n".join(filter(None, (made.description, only.description)))
    return Alias(made.id, made.title, made.place, description, kind, made.deprecated, anchors=made.anchors)


def _numbered(place: Place, title: str) -> Diagnostic:
    message = f'another model of the page has the same headings; this one is called "{title}"'
    return Diagnostic(place, "numbered-title", message, "Give it another heading, or a name in [tool.docmodels.names].")


def _joined(model: Candidate, path: str) -> Diagnostic | None:
    """The finding about tables that may show another model than the first one of a model."""
    lines = doubtful_parts(model)
    if not lines:
        return None
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    message = (
        f'the table is read as more fields of "{model.named.title}"; the line above it may announce another model{more}'
    )
    return Diagnostic(
        Place(path, lines[0]), "joined-tables", message, "Put a heading or a line with its name above it."
    )


def _origin(alone: Alone) -> str:
    """A description for a model without a table: where it comes from."""
    heading = alone.label or cleaned(heading_text(alone.trail[-1]))
    return f'Shown by an example only, below "{heading}".'
