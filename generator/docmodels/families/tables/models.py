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
from .alone import Alone
from .candidates import Candidate
from .descriptions import described, leads
from .field_tables import unknown_columns
from .fields import FieldReader
from .fitting import with_enumerations
from .headings import part_of, without_deprecation
from .json_keys import DottedKeys, dotted_keys
from .members import are_flags, has_members, members_of
from .outline import Outline, outline
from .own import Own
from .recognised import Kind
from .roles import names_fields
from .row_fields import Settled
from .shared_values import with_shared_values
from .showing import Target, decide, target, with_usages
from .star_legend import Star, star_of
from .titles import cleaned, heading_text

_DIRECTIONS = {Part.SENT: Direction.SENT, Part.RECEIVED: Direction.RECEIVED}


def read_page(page: Page, settled: Settled, own: Own, bare: Bare) -> Reading:
    """The declarations of a page, and the uses of its operations.

    own   the words of a team for its own tables
    bare  the tables of the tree with names and descriptions alone
    """
    shown = outline(page, own, bare)
    if shown is None:
        return Reading()
    cards = tuple(_cards(page, shown))
    page = shown.page
    diagnostics = list(shown.diagnostics)
    declarations: list[Declaration] = []
    alike: dict[Type, DeclarationId] = {}
    uses: list[Use] = []
    optional = frozenset(page.hidden.get("optionalproperties", ()))
    settled = replace(settled, silent=own.unmarked(page.path) or settled.silent, optional=optional)
    star, dotted = partial(page.once, star_of, shown.words), partial(page.once, dotted_keys)
    context = _Context(page.path, shown.words, settled, star, leads(page), shown.aliases, dotted)
    targets: list[Target] = []
    for model in shown.models:
        made = list(_declared(model, context, diagnostics))
        declarations += _once(made, model, alike)
        if made and isinstance(made[0], Object) and not model.shown[0].alone:
            targets.append(target(made[0], model.named.part, model.shown[0].trail))
        if made and model.named.part in _DIRECTIONS:
            uses.append(Use(_DIRECTIONS[model.named.part], Ref(made[0].id), request_of(model.shown[0].trail)))
    behind = {DeclarationId(page.path, model.anchor): model.fields for model in shown.models if model.fields}
    declarations = with_enumerations(declarations, shown.words, behind)
    usages, sightings, unread = decide(shown.examples, targets, shown.models, shown.words)
    exemplified = fill_in(Model(tuple(with_usages(each, usages) for each in declarations)))
    return Reading(
        with_shared_values(exemplified.declarations),
        tuple(uses),
        tuple(diagnostics),
        tuple(sorted((*_sightings(page, shown), *cards), key=lambda each: each.place.line)),
        sightings,
        unread,
    )


def _once(made: Sequence[Declaration], model: Candidate, alike: dict[Type, DeclarationId]) -> Sequence[Declaration]:
    """The declarations of a model, or a name for another one of the page with the same keys and types in its examples."""
    alone, first = model.shown[0].alone, made[0] if made else None
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


def _cards(page: Page, shown: Outline) -> Iterator[Sighting]:
    """The tables of a page about one field each, which are rows of another table now."""
    kept = {table.line for section in shown.page.sections for table in section.tables}
    for table in (table for section in page.sections for table in section.tables):
        if table.line not in kept:
            yield Sighting(Place(page.path, table.line), "a field", "the heading above it is the name of the field")


def _sightings(page: Page, shown: Outline) -> Iterator[Sighting]:
    titles = {id(each.table): model.named.title for model in shown.models for each in model.shown}
    for each in shown.tables:
        title, what, place = titles.get(id(each.table)), each.what, Place(page.path, each.table.line)
        above = each.headings[-1] if each.headings else ""
        if title is not None:
            yield Sighting(place, f"{what.kind} of {title}", what.why, above=above)
            continue
        is_left = what.kind is not Kind.OTHER
        yield Sighting(
            place,
            str(Kind.OTHER),
            "another table of the section shows its model" if is_left else what.why,
            () if is_left else unknown_columns(each.table, shown.words),
            Verdict.UNREAD if what.claimed is None else Verdict.NONE,
            str(what.claimed or ""),
            is_left or names_fields(each.table, shown.words),
            above,
        )


@frozen()
class _Context:
    """The values that all models of a page share.

    star     tells what a star at a name means
    leads    the prose right above each table, by the line of the table
    aliases  the lines of the tables whose one row is another name for a type
    dotted   tells what the JSON of the page shows about names with dots
    """

    path: str
    words: Words
    settled: Settled
    star: Callable[[], Star]
    leads: Mapping[int, Prose]
    aliases: frozenset[int]
    dotted: Callable[[], DottedKeys]


def _declared(model: Candidate, context: _Context, diagnostics: list[Diagnostic]) -> Iterator[Declaration]:
    first = model.shown[0]
    heading = first.owner or first.trail[-1].heading
    place = place_of(context.path, heading) if heading.source else Place(context.path, model.shown[0].table.line)
    id_ = DeclarationId(context.path, model.anchor)
    if model.named.is_numbered:
        diagnostics.append(_numbered(place, model.named.title))
    title = model.named.title[:NAME_CHARACTERS]
    if title != model.named.title:
        diagnostics.append(long_title(place))
    description = "\n\n".join(dict.fromkeys(described(model, context.leads, context.words)))
    is_deprecated = _is_headed_deprecated(model, context.words) or calls_model_deprecated(description, context.words)
    notice = "" if is_deprecated else deprecation(description)
    if model.kind is Kind.FIELDS:
        root = Object(
            id_,
            title,
            place,
            description,
            (),
            deprecated=notice,
            anchors=model.anchors,
            named_by=model.named.why,
        )
        if (alone := model.shown[0].alone) is not None:
            yield replace(root, description=_origin(alone), fields=alone.fields(), usages=alone.usages)
            return
        flat = model.named.part is Part.SENT and any(
            word in heading.casefold() for heading in model.shown[0].headings[-1:] for word in any_language().query
        )
        reader = FieldReader(
            context.path,
            context.words,
            context.settled,
            star=context.star,
            flat=flat,
            parts=model.parts,
            led=frozenset(each.table.line for each in model.shown if each.is_led),
            dotted=context.dotted,
        )
        made = reader.read(
            [(each.table, each.what.roles, each.presence or each.told, each.inside) for each in model.shown], root
        )
        diagnostics.extend(reader.diagnostics)
        yield from map(_alias, made) if model.shown[0].table.line in context.aliases else made
        return
    if context.settled.by_name and has_members(model, context.words):
        roles = [{**each.what.roles, Role.VALUE: each.what.roles[Role.MEMBER]} for each in model.shown]
        model = replace(
            model,
            shown=tuple(
                replace(each, what=replace(each.what, roles=mine))
                for each, mine in zip(model.shown, roles, strict=True)
            ),
        )
    members = members_of(model, context.path, context.words, diagnostics)
    if members:
        yield Enumeration(
            id_,
            title,
            place,
            description,
            members,
            deprecated=notice,
            is_flags=are_flags(model, members, context.words),
            anchors=model.anchors,
            named_by=model.named.why,
        )


def _is_headed_deprecated(model: Candidate, words: Words) -> bool:
    """Whether the heading of a model marks it as deprecated, or the one above the heading of a part."""
    for section in reversed(model.shown[0].trail):
        source = section.heading.source.strip("# ")
        is_struck = source.startswith("~~") and source.endswith("~~")
        has_badge = any(words.marks.get(badge) is Mark.DEPRECATED for badge in badges_in(source))
        shown = cleaned(heading_text(section))
        if is_struck or has_badge or without_deprecation(shown, words) != shown:
            return True
        if part_of(shown, words) is None:
            return False
    return False


def _alias(made: Object) -> Declaration:
    """Another name for the type of the one field of an object."""
    if len(made.fields) != 1:
        return made
    shown = made.fields[0]
    kind = nullable(shown.type) if shown.nullable else shown.type
    description = "\n\n".join(filter(None, (made.description, shown.description)))
    return Alias(made.id, made.title, made.place, description, kind, made.deprecated, anchors=made.anchors)


def _numbered(place: Place, title: str) -> Diagnostic:
    message = f'another model of the page has the same headings; this one is called "{title}"'
    return Diagnostic(place, "numbered-title", message, "Give it another heading, or a name in [tool.docmodels.names].")


def _origin(alone: Alone) -> str:
    """The origin of a model without a table, as its description."""
    heading = alone.label or cleaned(heading_text(alone.trail[-1]))
    return f'Shown by an example only, below "{heading}".'
