"""What has changed within an object, an enumeration, an alias."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Place
from ..model.declarations import Alias, Enumeration, Field, Member, Object
from ..model.types import ANY, NULL, Nullable, Type, UnionOf
from ..model.wording import literal
from . import pairing as parts
from .canonical import canonical
from .change import Change, Subject, Version
from .comparison import Comparison, tell
from .kinds import BOTH, NOBODY, SENDERS

OTHER_KEYS = "[other keys]"
"""Stands for the fields of an object that have no names in the docs."""


def fields(sides: Comparison, subject: Subject, old: Object, new: Object) -> Iterator[Change]:
    """The changes of an object."""
    before_names, after_names = _attributes(old, sides.old), _attributes(new, sides.new)
    for before, after in parts.fields(old.fields, new.fields, sides.called):
        was = before_names[before.name] if before is not None else ""
        now = after_names[after.name] if after is not None else ""
        if before is None and after is not None:
            name = "required-field-added" if after.required else "field-added"
            words = sides.new_words.type(_whole(after))
            yield tell(subject, name, None, after.place, part=_wire(after), attribute=now, new=words)
        elif before is not None and after is None:
            words = sides.old_words.type(_whole(before))
            yield tell(subject, "field-removed", before.place, None, part=_wire(before), attribute=was, old=words)
        elif before is not None and after is not None:
            yield from _field(sides, subject, before, after, was, now)
    yield from _other_keys(sides, subject, old, new)


def enumeration(sides: Comparison, subject: Subject, old: Enumeration, new: Enumeration) -> Iterator[Change]:
    """The changes of an enumeration."""
    if old.is_open is not new.is_open:
        yield tell(subject, "values-opened" if new.is_open else "values-closed", old.place, new.place)
    before_names, after_names = _constants(old, sides.old), _constants(new, sides.new)
    lost = bool(before_names) and not after_names
    for before, after in parts.values(old.members, new.members):
        was = before_names.get(before.value, "") if before is not None else ""
        now = after_names.get(after.value, "") if after is not None else ""
        if before is None and after is not None:
            whom = NOBODY if old.is_open else BOTH if lost else None
            value = literal(after.value)
            yield tell(subject, "value-added", None, after.place, part=value, attribute=now, whom=whom)
        elif before is not None and after is None:
            whom = None if was else SENDERS
            value = literal(before.value)
            yield tell(subject, "value-removed", before.place, None, part=value, attribute=was, whom=whom)
        elif before is not None and after is not None:
            yield from _value(subject, before, after, was, now)


def alias(sides: Comparison, subject: Subject, old: Alias, new: Alias) -> Iterator[Change]:
    """The changes of a union, or of a name for another type."""
    opened = [found is not None and found.is_open for found in (old.discriminator, new.discriminator)]
    if opened[0] is not opened[1]:
        yield tell(subject, "union-opened" if opened[1] else "union-closed", old.place, new.place)
    is_union = isinstance(old.type, UnionOf) or isinstance(new.type, UnionOf)
    if not is_union or ANY in (canonical(old.type), canonical(new.type)):
        yield from _type(sides, subject, old.place, new.place, old.type, new.type)
        return
    before = {canonical(member, sides.called): member for member in _members(old.type)}
    after = {canonical(member): member for member in _members(new.type)}
    for member in (member for known, member in after.items() if known not in before):
        whom = NOBODY if opened[0] else None
        yield tell(subject, "member-added", None, new.place, part=sides.new_words.type(member), whom=whom)
    for member in (member for known, member in before.items() if known not in after):
        yield tell(subject, "member-removed", old.place, None, part=sides.old_words.type(member))


def _field(sides: Comparison, subject: Subject, old: Field, new: Field, was: str, now: str) -> Iterator[Change]:
    def say(name: str, *, before: str = "", after: str = "", breaks_nobody: bool = False) -> Change:
        whom = NOBODY if breaks_nobody else None
        return tell(
            subject,
            name,
            old.place,
            new.place,
            part=_wire(new),
            attribute=now,
            old=before,
            new=after,
            whom=whom,
        )

    if _wire(old) != _wire(new):
        yield say("field-renamed" if was != now else "wire-name-changed", before=_wire(old))
    elif was != now:
        yield say("attribute-renamed", before=was, after=now)
    yield from _type(sides, subject, old.place, new.place, old.type, new.type, _wire(new), now)
    if old.required and not new.required:
        yield say("field-optional", breaks_nobody=old.nullable)
    elif new.required and not old.required:
        yield say("field-required")
    if new.nullable and not old.nullable:
        yield say("field-nullable", breaks_nobody=not old.required)
    elif old.nullable and not new.nullable:
        yield say("field-not-null")
    if (old.deprecated is None) != (new.deprecated is None):
        name = "field-restored" if new.deprecated is None else "field-deprecated"
        yield say(name, before=old.deprecated or "", after=new.deprecated or "")
    if (old.deprecated or "", old.description) != (new.deprecated or "", new.description):
        yield say("field-described", before=_said(old), after=_said(new))


def _other_keys(sides: Comparison, subject: Subject, old: Object, new: Object) -> Iterator[Change]:
    if old.extra is not None and new.extra is not None:
        yield from _type(sides, subject, old.place, new.place, old.extra, new.extra, OTHER_KEYS)
    elif new.extra is not None:
        yield tell(subject, "other-keys-added", old.place, new.place, new=sides.new_words.type(new.extra))
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
    sides: Comparison,
    subject: Subject,
    was: Place,
    now: Place,
    old: Type,
    new: Type,
    part: str = "",
    attribute: str = "",
) -> Iterator[Change]:
    found = sides.type_change(old, new)
    if found is not None:
        name, whom = found
        before, after = sides.told(old, new)
        yield tell(subject, name, was, now, part=part, attribute=attribute, old=before, new=after, whom=whom)


def _attributes(owner: Object, side: Version) -> Mapping[str, str]:
    """What the fields of an object are called in Python, by their names in the docs."""
    return dict(zip((field.name for field in owner.fields), side.names.attributes[owner.id], strict=True))


def _constants(owner: Enumeration, side: Version) -> Mapping[str | int, str]:
    """What the values of an enumeration are called in Python; empty if it becomes no class."""
    names = side.names.constants[owner.id]
    return dict(zip((member.value for member in owner.members), names, strict=True)) if names else {}


def _whole(field: Field) -> Type:
    return Nullable(field.type) if field.nullable else field.type


def _members(whole: Type) -> tuple[Type, ...]:
    """The members of a union, null as one of them; a type that is no union is the only one."""
    match whole:
        case UnionOf(members):
            return members
        case Nullable(item):
            return (*_members(item), NULL)
        case _:
            return (whole,)


def _wire(field: Field) -> str:
    return field.wire.name if field.wire is not None else field.name


def _said(field: Field) -> str:
    return "\n\n".join(filter(None, (field.deprecated, field.description)))
