"""Every kind of change: whom it breaks, its words and its meaning.

docs/changes.md is written from this table by `make golden`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Whom(StrEnum):
    """Code that makes a model and sends it, and code that is given one."""

    SENDERS = "senders"
    RECEIVERS = "receivers"


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """breaks: whom at most; says: a predicate, with `{old}` and `{new}`; meaning: a paragraph of Markdown."""

    breaks: tuple[Whom, ...]
    says: str
    meaning: str


NOBODY: tuple[Whom, ...] = ()
SENDERS = (Whom.SENDERS,)
RECEIVERS = (Whom.RECEIVERS,)
BOTH = (Whom.SENDERS, Whom.RECEIVERS)

_MODELS = {
    "model-added": ChangeKind(NOBODY, "is new: {new}", "The docs describe a model that they did not describe before."),
    "model-removed": ChangeKind(
        BOTH,
        "is removed; it was {old}",
        "The docs no longer describe the model, so its class is gone: code that imports it fails.",
    ),
    "model-renamed": ChangeKind(
        BOTH,
        "is the new name of {old}",
        "The model has another title, and so its class another name. The JSON is as it was, less what other lines say; "
        "code that imports the class by its old name fails.",
    ),
    "model-moved": ChangeKind(
        BOTH,
        "is in {new} now; it was in {old}",
        "The page is in another folder or file, and so the class, whose name stays, in another module: code that imports "
        "it from the old one fails.",
    ),
    "model-kind-changed": ChangeKind(
        BOTH,
        "is {new} now; it was {old}",
        "The model is of another kind: an object, an enumeration, a union, or an alias of some other type. What it is made "
        "of is not compared then.",
    ),
    "model-deprecated": ChangeKind(NOBODY, "is deprecated now", "The docs mark the model as deprecated."),
    "model-restored": ChangeKind(NOBODY, "is no longer deprecated", "The docs no longer mark the model as deprecated."),
    "base-added": ChangeKind(
        SENDERS,
        "is based on {new} too",
        "The object has the fields of another one, too. It breaks nobody where none of these is required that was not "
        "there before.",
    ),
    "base-removed": ChangeKind(
        BOTH,
        "is not based on {old} any more",
        "The object no longer has the fields of the other one, but those that its own table shows, and its class no longer "
        "inherits: code that takes one for the other fails.",
    ),
    "other-keys-added": ChangeKind(
        NOBODY,
        "may have keys besides its fields now: {new}",
        "The object keeps keys that the docs do not name. It ignored them before.",
    ),
    "other-keys-removed": ChangeKind(
        BOTH,
        "has no keys besides its fields any more",
        "The object ignores keys that the docs do not name. It kept them before: what code sends under such keys is left "
        "out, and what it reads from there is missing.",
    ),
}

_FIELDS = {
    "field-added": ChangeKind(
        NOBODY,
        "is new, optional: {new}",
        "The object has another field, which may be left out.",
    ),
    "required-field-added": ChangeKind(
        SENDERS,
        "is new, required: {new}",
        "The object has another field, which must be there: code that makes the object does not give it yet. For code that "
        "receives the object the field is one more.",
    ),
    "field-removed": ChangeKind(
        BOTH,
        "is removed; it was {old}",
        "The object no longer has the field. Code that reads its attribute fails. Code that sets it is not told at run "
        "time, which is worse: the value goes nowhere.",
    ),
    "field-renamed": ChangeKind(
        BOTH,
        "is the new name of {old}",
        "A field that is gone and a field that is new are one, by the evidence told above. It has another name on the wire "
        "and another attribute.",
    ),
    "attribute-renamed": ChangeKind(
        BOTH,
        "is {new} in Python now; it was {old}",
        "The docs call the field something else, so its attribute has another name: code that uses the old one fails. The "
        "name on the wire stays, and so does the JSON.",
    ),
    "wire-name-changed": ChangeKind(
        BOTH,
        "is the name on the wire now; it was {old}",
        "The docs call the field what they did, and so does Python, but it has another name in the JSON: either the API has "
        "changed, or the docs have come to show a name that was a guess before (`docmodels inspect` tells what it rests "
        "on). A program with the old models sends a key that means nothing, and misses the one that it gets.",
    ),
    "field-required": ChangeKind(
        SENDERS,
        "is required now",
        "The field could be left out and must be there now: code that leaves it out is refused.",
    ),
    "field-optional": ChangeKind(
        RECEIVERS,
        "is optional now",
        "The field had to be there and may be missing now, which reads as `None`. It breaks nobody where the field could "
        "be null before, as code had to reckon with `None` then.",
    ),
    "field-nullable": ChangeKind(
        RECEIVERS,
        "may be null now",
        "The field may be null. It breaks nobody where the field was optional before, as code had to reckon with `None` "
        "then.",
    ),
    "field-not-null": ChangeKind(
        SENDERS,
        "may no longer be null",
        "The field must not be null any more: code that sends null is refused.",
    ),
    "default-added": ChangeKind(
        NOBODY,
        "is {new} by default now",
        "The docs say what a field is that is left out. Nobody could reckon with it before.",
    ),
    "default-changed": ChangeKind(
        SENDERS,
        "is {new} by default now; it was {old}",
        "A field that is left out is something else than it was: code that leaves it out means what it did not mean before, "
        "and nothing tells it so.",
    ),
    "default-removed": ChangeKind(
        SENDERS,
        "has no default any more; it was {old}",
        "The docs no longer say what a field is that is left out: code that leaves it out cannot reckon with the default.",
    ),
    "limits-narrowed": ChangeKind(
        SENDERS,
        "must be {new} now; it could be {old}",
        "The docs allow fewer values, by a range, a length or a pattern: code that sends others is refused.",
    ),
    "limits-widened": ChangeKind(
        RECEIVERS,
        "may be {new} now; it had to be {old}",
        "The docs allow more values: code that receives one may meet what the old model refuses.",
    ),
    "limits-changed": ChangeKind(
        BOTH,
        "must be {new} now; it had to be {old}",
        "The docs allow other values than they did, neither more nor fewer.",
    ),
    "field-read-only": ChangeKind(
        SENDERS,
        "is read-only now",
        "Only the API sets the field: code that sends it is refused, or not heard.",
    ),
    "field-write-only": ChangeKind(
        RECEIVERS,
        "is write-only now",
        "The API takes the field and does not give it back: code that reads it misses it.",
    ),
    "field-read-write": ChangeKind(
        NOBODY,
        "can be read and written now; it was {old}",
        "The field is for both directions.",
    ),
    "field-deprecated": ChangeKind(NOBODY, "is deprecated now", "The docs mark the field as deprecated."),
    "field-restored": ChangeKind(NOBODY, "is no longer deprecated", "The docs no longer mark the field as deprecated."),
}

_TYPES = {
    "type-widened": ChangeKind(
        RECEIVERS,
        "is {new} now; it was {old}",
        "A field, the other keys of an object, or an alias has a type that holds all that it held and more. Code that "
        "receives it meets values that it does not know; what code sends is still accepted.",
    ),
    "type-narrowed": ChangeKind(
        SENDERS,
        "is {new} now; it was {old}",
        "The type holds less than it held, and nothing else. Code that sends it may send what is refused now; what code "
        "receives is still what it reckons with.",
    ),
    "type-changed": ChangeKind(
        BOTH,
        "is {new} now; it was {old}",
        "The type is another one, neither wider nor narrower. What counts is what Python holds: a date is a text in the "
        "JSON and none in Python, while a member of an enumeration of texts is one. A type is wider only where what "
        "code has made for it is still accepted, so an object of another class is another type.",
    ),
    "class-changed": ChangeKind(
        SENDERS,
        "is {new} now; it was {old}",
        "The type has another name and holds the same: an object of another class with the same fields, another "
        "enumeration of the same values, an alias or what it stands for. Code that receives it finds all that it looks for. "
        "Code that makes an object makes one of the old class, which is refused; where there is no object in the "
        "type, nobody breaks.",
    ),
}

_ENUMERATIONS = {
    "value-added": ChangeKind(
        RECEIVERS,
        "is a new value",
        "The enumeration has another value, which the old class refuses and which no code has a branch for. It breaks "
        "nobody where the docs say that the enumeration is open, as code had to reckon with other values then. It breaks "
        "both where the class becomes an alias, as texts and numbers do not go together in one.",
    ),
    "value-removed": ChangeKind(
        BOTH,
        "is no value any more",
        "The enumeration has lost a value. Code that sends it is refused; code that names it, if only to compare with what "
        "it receives, fails, as the member of the class is gone. Where the enumeration is no class, but an alias, "
        "there is no such name, and only senders break.",
    ),
    "value-changed": ChangeKind(
        BOTH,
        "is the value now; it was {old}",
        "What the docs call by the same name has another value on the wire, or a value has given way to another one, by "
        "the evidence told above.",
    ),
    "constant-renamed": ChangeKind(
        BOTH,
        "is {new} in Python now; it was {old}",
        "The docs call the value something else, so the member of the class has another name. The value stays, and so "
        "does the JSON.",
    ),
    "values-combined": ChangeKind(
        RECEIVERS,
        "may be combined now",
        "The values are bits now, so a field may hold several at once, which no code has a branch for. The class becomes one "
        "of flags.",
    ),
    "values-single": ChangeKind(
        SENDERS,
        "may not be combined any more",
        "The values are no longer bits: code that sends several at once is refused.",
    ),
    "values-opened": ChangeKind(
        BOTH,
        "may have other values now",
        "The enumeration is open: values may occur that the docs do not list. So the class becomes an alias, and code that "
        "names its members fails; code that receives a value must reckon with others.",
    ),
    "values-closed": ChangeKind(
        SENDERS,
        "has no values but these now",
        "The enumeration is no longer open. Code that sends another value is refused; the alias becomes a class whose "
        "members compare as the values did.",
    ),
}

_UNIONS = {
    "member-added": ChangeKind(
        RECEIVERS,
        "is a member now",
        "The union has another member, which no code that receives it has a branch for. It breaks nobody where the union "
        "was open.",
    ),
    "member-removed": ChangeKind(
        SENDERS,
        "is no member any more",
        "The union has lost a member: code that sends it is refused. Code that receives the union has a branch too many.",
    ),
}

_DESCRIPTIONS = {
    "model-described": ChangeKind(
        NOBODY,
        "is described otherwise: {new}",
        "The description of the model, or the notice of its deprecation, has changed. Said with `--descriptions` only.",
    ),
    "field-described": ChangeKind(
        NOBODY,
        "is described otherwise: {new}",
        "The description of the field, or the notice of its deprecation, has changed. Said with `--descriptions` only.",
    ),
    "value-described": ChangeKind(
        NOBODY,
        "is described otherwise: {new}",
        "The description of the value has changed. Said with `--descriptions` only.",
    ),
}

KINDS = MappingProxyType({**_MODELS, **_FIELDS, **_TYPES, **_ENUMERATIONS, **_UNIONS, **_DESCRIPTIONS})
