"""Changes within an object, an enumeration, an alias."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Place
from ..model.code_names import key_of
from ..model.declarations import Alias, Declaration, Enumeration, Field, Member, Object
from ..model.model import Model
from ..model.types import ANY, NULL, DeclarationId, MapOf, Nullable, Ref, Type, UnionOf
from ..model.wording import literal
from . import pairing as parts
from .canonical import canonical
from .change import Change, Subject, Version
from .comparison import Comparison, tell
from .kind import ALL, BOTH, NOBODY, SENDERS, Whom
from .restrictions import restrictions

OTHER_KEYS = "[other keys]"
"""The part of a change of an object's extra keys."""


def fields(comparison: Comparison, subject: Subject, old: Object, new: Object) -> Iterator[Change]:
    """The changes of an object."""
    before_names, after_names = _attributes(old, comparison.old), _attributes(new, comparison.new)
    above_old, above_new = inherited(old, comparison.old), inherited(new, comparison.new)
    for before, after in parts.fields(old.fields, new.fields, comparison.called):
        # A field that has moved to a base, or from one, is still there.
        before = above_old.get(key_of(after)) if before is None and after is not None else before
        after = above_new.get(key_of(before)) if after is None and before is not None else after
        was = before_names[before.name] if before is not None else ""
        now = after_names[after.name] if after is not None else ""
        if before is None and after is not None:
            yield _added(comparison, subject, after, now)
        elif before is not None and after is None:
            yield _removed(comparison, subject, before, was)
        elif before is not None and after is not None:
            yield from _field(comparison, subject, before, after, was, now)
    yield from _bases(comparison, subject, old, new)
    yield from _other_keys(comparison, subject, old, new)


def _added(comparison: Comparison, subject: Subject, new: Field, attribute: str) -> Change:
    kind, part, type_ = "required-field-added" if new.required else "field-added", key_of(new), _documented_type(new)
    words, key = comparison.new_words.type(type_), (new.name, comparison.new_key(type_))
    return tell(subject, kind, None, new.place, part=part, attribute=attribute, new=words, key=key)


def _removed(comparison: Comparison, subject: Subject, old: Field, attribute: str) -> Change:
    part, words = key_of(old), comparison.old_words.type(_documented_type(old))
    return tell(subject, "field-removed", old.place, None, part=part, attribute=attribute, old=words, key=(old.name,))


def _bases(comparison: Comparison, subject: Subject, old: Object, new: Object) -> Iterator[Change]:
    before = {canonical(base, comparison.called): base for base in old.bases}
    after = {canonical(base): base for base in new.bases}
    had = {key_of(field) for field in (*old.fields, *inherited(old, comparison.old).values())}
    for base in (base for known, base in after.items() if known not in before):
        new_fields = _of_bases((base,), comparison.new.model)
        whom = None if any(field.required and key_of(field) not in had for field in new_fields) else NOBODY
        words, key = comparison.new_words.type(base), (comparison.new_key(base),)
        yield tell(subject, "base-added", old.place, new.place, new=words, whom=whom, key=key)
    for base in (base for known, base in before.items() if known not in after):
        words, key = comparison.old_words.type(base), (comparison.old_key(base),)
        yield tell(subject, "base-removed", old.place, new.place, old=words, key=key)


def inherited(owner: Object, version: Version) -> Mapping[str, Field]:
    """The fields that an object inherits, by their names on the wire."""
    return {key_of(field): field for field in _of_bases(owner.bases, version.model)}


def _of_bases(bases: Iterable[Type], model: Model) -> Iterator[Field]:
    queue, seen = list(bases), set[DeclarationId]()
    while queue:
        base = queue.pop()
        if isinstance(base, Ref) and base.id not in seen and isinstance(owner := model.by_id[base.id], Object):
            seen.add(base.id)
            yield from owner.fields
            queue.extend(owner.bases)


def enumeration(comparison: Comparison, subject: Subject, old: Enumeration, new: Enumeration) -> Iterator[Change]:
    """The changes of an enumeration."""
    before_names, after_names = _constants(old, comparison.old), _constants(new, comparison.new)
    lost = bool(before_names) and not after_names
    if old.is_open is not new.is_open:
        of_alias = BOTH if new.is_open and not lost else None
        yield tell(subject, "values-opened" if new.is_open else "values-closed", old.place, new.place, whom=of_alias)
    if old.is_flags is not new.is_flags:
        yield tell(subject, "values-combined" if new.is_flags else "values-single", old.place, new.place)
    for before, after in parts.values(old.members, new.members):
        was = before_names.get(before, "") if before is not None else ""
        now = after_names.get(after, "") if after is not None else ""
        if before is None and after is not None:
            value = literal(after.value)
            if after.value not in old.values:
                whom = NOBODY if old.is_open else ALL if lost else None
                yield tell(subject, "value-added", None, after.place, part=value, attribute=now, whom=whom)
            elif now:
                yield tell(subject, "constant-added", None, after.place, part=value, attribute=now, new=now)
        elif before is not None and after is None:
            value = literal(before.value)
            if before.value not in new.values:
                whom = None if was else SENDERS
                yield tell(subject, "value-removed", before.place, None, part=value, attribute=was, whom=whom)
            elif was:
                yield tell(subject, "constant-removed", before.place, None, part=value, attribute=was, old=was)
        elif before is not None and after is not None:
            yield from _value(subject, before, after, was, now)


def alias(comparison: Comparison, subject: Subject, old: Alias, new: Alias) -> Iterator[Change]:
    """The changes of a union, or of a name for another type."""
    opened = _is_open(old), _is_open(new)
    is_union = isinstance(old.type, UnionOf) or isinstance(new.type, UnionOf)
    if not is_union or ANY in (canonical(old.type), canonical(new.type)):
        yield from _type(comparison, subject, (old.place, new.place), (old.type, new.type))
        return
    before = {canonical(member, comparison.called): member for member in _members(old.type)}
    after = {canonical(member): member for member in _members(new.type)}
    if all(opened):  # an open union may have a member for all others, or not show it
        before.pop(_OTHERS, None)
        after.pop(_OTHERS, None)
    for member in (member for known, member in after.items() if known not in before):
        whom = NOBODY if opened[0] else None
        part, key = comparison.new_words.type(member), (comparison.new_key(member),)
        yield tell(subject, "member-added", None, new.place, part=part, whom=whom, key=key)
    for member in (member for known, member in before.items() if known not in after):
        part, key = comparison.old_words.type(member), (comparison.old_key(member),)
        yield tell(subject, "member-removed", old.place, None, part=part, key=key)


_OTHERS = canonical(MapOf(ANY))
"""The member for all members that the docs do not name."""


def _is_open(union: Alias) -> bool:
    """Whether a union has room for members that the docs do not name."""
    is_open = union.discriminator is not None and union.discriminator.is_open
    return is_open or any(canonical(member) == _OTHERS for member in _members(union.type))


def _field(comparison: Comparison, subject: Subject, old: Field, new: Field, was: str, now: str) -> Iterator[Change]:
    def say(
        name: str,
        *,
        before: str = "",
        after: str = "",
        breaks_nobody: bool = False,
        whom: tuple[Whom, ...] | None = None,
        key: str = "",
    ) -> Change:
        whom = NOBODY if breaks_nobody else whom
        return tell(
            subject,
            name,
            old.place,
            new.place,
            part=key_of(new),
            attribute=now,
            old=before,
            new=after,
            whom=whom,
            key=(old.name, before, after, key),
        )

    if key_of(old) != key_of(new):
        yield say("field-renamed" if was != now else "wire-name-changed", before=key_of(old), key=key_of(new))
    elif was != now:
        yield say("attribute-renamed", before=was, after=now)
    yield from _type(comparison, subject, (old.place, new.place), (old.type, new.type), (key_of(new), now, old.name))
    if old.required and not new.required:
        yield say("field-optional", breaks_nobody=old.nullable)
    elif new.required and not old.required:
        yield say("field-required")
    if new.nullable and not old.nullable:
        yield say("field-nullable", breaks_nobody=not old.required)
    elif old.nullable and not new.nullable:
        yield say("field-not-null")
    for kind, whom, before, after in restrictions(old, new):
        yield say(kind, before=before, after=after, whom=whom)
    if (old.deprecated is None) != (new.deprecated is None):
        name = "field-restored" if new.deprecated is None else "field-deprecated"
        yield say(name, before=old.deprecated or "", after=new.deprecated or "")
    if (old.deprecated or "", old.description) != (new.deprecated or "", new.description):
        yield say("field-described", before=described(old), after=described(new))


def _other_keys(comparison: Comparison, subject: Subject, old: Object, new: Object) -> Iterator[Change]:
    if old.extra is not None and new.extra is not None:
        names = OTHER_KEYS, "", OTHER_KEYS
        yield from _type(comparison, subject, (old.place, new.place), (old.extra, new.extra), names)
    elif new.extra is not None:
        words, key = comparison.new_words.type(new.extra), (comparison.new_key(new.extra),)
        yield tell(subject, "other-keys-added", old.place, new.place, new=words, key=key)
    elif old.extra is not None:
        yield tell(subject, "other-keys-removed", old.place, new.place)


def _value(subject: Subject, old: Member, new: Member, was: str, now: str) -> Iterator[Change]:
    part = literal(new.value)
    if type(old.value) is not type(new.value) or old.value != new.value:
        before = literal(old.value)
        yield tell(subject, "value-changed", old.place, new.place, part=part, attribute=now, old=before)
    elif was != now and was and now:
        yield tell(subject, "constant-renamed", old.place, new.place, part=part, attribute=now, old=was, new=now)
    if old.description != new.description:
        before, after = old.description, new.description
        yield tell(subject, "value-described", old.place, new.place, part=part, attribute=now, old=before, new=after)


def _type(
    comparison: Comparison,
    subject: Subject,
    places: tuple[Place, Place],
    types: tuple[Type, Type],
    names: tuple[str, str, str] = ("", "", ""),
) -> Iterator[Change]:
    """The change from an old type to a new one.

    names  of the part: on the wire, in Python, and in the old docs
    """
    kind = comparison.type_change(*types)
    if kind is not None:
        (name, whom), (part, attribute, known_by) = kind, names
        before, after = comparison.wording(*types)
        key = known_by, comparison.old_key(types[0]), comparison.new_key(types[1])
        yield tell(subject, name, *places, part=part, attribute=attribute, old=before, new=after, whom=whom, key=key)


def _attributes(owner: Object, version: Version) -> Mapping[str, str]:
    """The names of an object's fields in Python, those of its bases too: name in the docs → attribute."""
    attributes: dict[str, str] = {}
    queue, seen = [owner], set[DeclarationId]()
    while queue:
        current = queue.pop()
        attributes = {**version.names.attributes_of(current), **attributes}
        seen.add(current.id)
        bases = (
            version.model.by_id[base.id] for base in current.bases if isinstance(base, Ref) and base.id not in seen
        )
        queue.extend(base for base in bases if isinstance(base, Object))
    return attributes


def _constants(owner: Enumeration, version: Version) -> Mapping[Member, str]:
    """The names of an enumeration's members in Python; empty if it becomes no class."""
    names = version.names.members(owner)
    return dict(zip(owner.members, names, strict=True)) if names else {}


def _documented_type(field: Field) -> Type:
    return Nullable(field.type) if field.nullable else field.type


def _members(type_: Type) -> tuple[Type, ...]:
    """The members of a union, null as one of them; a type that is no union is the only one."""
    match type_:
        case UnionOf(members):
            return members
        case Nullable(item):
            return (*_members(item), NULL)
        case _:
            return (type_,)


def described(part: Declaration | Field) -> str:
    """The description of a model or a field, with the notice of its deprecation."""
    return "\n\n".join(filter(None, (part.deprecated, part.description)))
