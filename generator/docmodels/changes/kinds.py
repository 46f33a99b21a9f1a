"""Every kind of change: whom it breaks, its words and its meaning.

docs/changes.md is written from this table by `make golden`.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from ..frozen import frozen


class Whom(StrEnum):
    """The sides that a change can break.

    SENDERS    code that makes a model and sends it
    RECEIVERS  code that gets a model
    IMPORTERS  code that names a class, an attribute or a member of the package, whatever the JSON is
    """

    SENDERS = "senders"
    RECEIVERS = "receivers"
    IMPORTERS = "importers"


@frozen()
class ChangeKind:
    """breaks: all sides that it can break; says: a predicate, with `{old}` and `{new}`; meaning: a Markdown paragraph."""

    breaks: tuple[Whom, ...]
    says: str
    meaning: str


NOBODY: tuple[Whom, ...] = ()
SENDERS = (Whom.SENDERS,)
RECEIVERS = (Whom.RECEIVERS,)
BOTH = (Whom.SENDERS, Whom.RECEIVERS)
IMPORTERS = (Whom.IMPORTERS,)
ALL = (*BOTH, *IMPORTERS)

_MODELS = {
    "model-added": ChangeKind(NOBODY, "is new: {new}", "The docs describe a model that they did not describe before."),
    "model-removed": ChangeKind(
        ALL,
        "is removed; it was {old}",
        "The docs no longer describe the model, so its class is gone: code that imports it fails.",
    ),
    "model-renamed": ChangeKind(
        IMPORTERS,
        "is the new name of {old}",
        "The model has another title, so its class has another name. Code that imports the class by its old name "
        "fails. The JSON stays, except where other lines say so.",
    ),
    "model-moved": ChangeKind(
        IMPORTERS,
        "is in {new} now; it was in {old}",
        "The page is in another folder or file, so the class is in another module, under the same name. Code that "
        "imports it from the old module fails. The JSON stays.",
    ),
    "model-kind-changed": ChangeKind(
        ALL,
        "is {new} now; it was {old}",
        "The model is of another kind: an object, an enumeration, a union, or an alias of another type. docmodels "
        "then does not compare its parts.",
    ),
    "model-deprecated": ChangeKind(NOBODY, "is deprecated now", "The docs mark the model as deprecated."),
    "model-restored": ChangeKind(NOBODY, "is no longer deprecated", "The docs no longer mark the model as deprecated."),
    "base-added": ChangeKind(
        SENDERS,
        "is based on {new} too",
        "The object now also has the fields of another one. It breaks nobody if none of the new fields is required.",
    ),
    "base-removed": ChangeKind(
        BOTH,
        "is not based on {old} any more",
        "The object no longer has the fields of the other one, except those in its own table, and its class no longer "
        "inherits. Code that uses one as the other fails.",
    ),
    "other-keys-added": ChangeKind(
        NOBODY,
        "may have keys besides its fields now: {new}",
        "The object keeps keys that the docs do not name. It ignored them before.",
    ),
    "other-keys-removed": ChangeKind(
        BOTH,
        "has no keys besides its fields any more",
        "The object ignores keys that the docs do not name. It kept them before. Values that code sends under such "
        "keys are lost, and values that it reads there are missing.",
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
        "The object has another required field. Code that makes the object does not set it yet. Code that receives the "
        "object gets one more field.",
    ),
    "field-removed": ChangeKind(
        ALL,
        "is removed; it was {old}",
        "The object no longer has the field. Code that reads its attribute fails. Code that sets it gets no error at "
        "run time, which is worse: the value is lost.",
    ),
    "field-renamed": ChangeKind(
        ALL,
        "is the new name of {old}",
        "An old and a new field are the same, by the evidence [above](#new-names). It has another name on the wire and "
        "another attribute.",
    ),
    "attribute-renamed": ChangeKind(
        IMPORTERS,
        "is {new} in Python now; it was {old}",
        "The field has another name in the docs, so its attribute has another name. Code that uses the old name "
        "fails. The name on the wire stays, and so does the JSON.",
    ),
    "wire-name-changed": ChangeKind(
        BOTH,
        "is the name on the wire now; it was {old}",
        "The field has the same name in the docs and in Python, but another name in the JSON. Either the API has "
        "changed, or the docs now show a name that docmodels guessed before (`docmodels inspect` shows the evidence). "
        "A program with the old models sends a key that means nothing, and misses the key that it gets.",
    ),
    "field-required": ChangeKind(
        SENDERS,
        "is required now",
        "The field was optional and is required now. The API refuses code that leaves it out.",
    ),
    "field-optional": ChangeKind(
        RECEIVERS,
        "is optional now",
        "The field was required and may be missing now. Python then has `None`. It breaks nobody if the field could "
        "be null before, since code had to handle `None` then.",
    ),
    "field-nullable": ChangeKind(
        RECEIVERS,
        "may be null now",
        "The field may be null. It breaks nobody if the field was optional before, since code had to handle `None` "
        "then.",
    ),
    "field-not-null": ChangeKind(
        SENDERS,
        "may no longer be null",
        "The field must no longer be null. The API refuses code that sends null.",
    ),
    "default-added": ChangeKind(
        NOBODY,
        "is {new} by default now",
        "The docs now give a default for a field that is left out. No code could rely on it before.",
    ),
    "default-changed": ChangeKind(
        SENDERS,
        "is {new} by default now; it was {old}",
        "A field that is left out now has another value. Code that leaves it out gets another meaning, without an "
        "error.",
    ),
    "default-removed": ChangeKind(
        SENDERS,
        "has no default any more; it was {old}",
        "The docs no longer give a default for the field. Code that leaves it out cannot rely on the default.",
    ),
    "limits-narrowed": ChangeKind(
        SENDERS,
        "must be {new} now; it could be {old}",
        "The docs allow fewer values, by a range, a length or a pattern. The API refuses code that sends others.",
    ),
    "limits-widened": ChangeKind(
        RECEIVERS,
        "may be {new} now; it had to be {old}",
        "The docs allow more values. Code may receive a value that the old model refuses.",
    ),
    "limits-changed": ChangeKind(
        BOTH,
        "must be {new} now; it had to be {old}",
        "The docs allow other values than before: some new ones, and some no longer.",
    ),
    "field-read-only": ChangeKind(
        SENDERS,
        "is read-only now",
        "Only the API sets the field. It refuses or ignores code that sends it.",
    ),
    "field-write-only": ChangeKind(
        RECEIVERS,
        "is write-only now",
        "The API takes the field and does not return it. Code that reads it misses it.",
    ),
    "field-read-write": ChangeKind(
        NOBODY,
        "can be read and written now; it was {old}",
        "Code can send and receive the field.",
    ),
    "field-deprecated": ChangeKind(NOBODY, "is deprecated now", "The docs mark the field as deprecated."),
    "field-restored": ChangeKind(NOBODY, "is no longer deprecated", "The docs no longer mark the field as deprecated."),
}

_TYPES = {
    "type-widened": ChangeKind(
        RECEIVERS,
        "is {new} now; it was {old}",
        "A field, the other keys of an object, or an alias has a type with all of its old values and more. Code may "
        "receive values that it does not know. The API still accepts what code sends.",
    ),
    "type-narrowed": ChangeKind(
        SENDERS,
        "is {new} now; it was {old}",
        "The type has only some of its old values. The API may refuse what code sends. Code receives only values that "
        "it knows.",
    ),
    "type-changed": ChangeKind(
        BOTH,
        "is {new} now; it was {old}",
        "The type is another one, neither wider nor narrower. The values in Python count: a date is a text in the "
        "JSON, but not in Python; a member of an enumeration of texts is a text in both. A type is wider only if it "
        "still accepts the objects that code has made, so an object of another class is another type.",
    ),
    "class-changed": ChangeKind(
        SENDERS,
        "is {new} now; it was {old}",
        "The type has another name and the same values: an object of another class with the same fields, another "
        "enumeration with the same values, an alias or its type. Code that receives it finds all fields. Code that "
        "makes an object makes one of the old class, and the new model refuses it. If the type has no object, nobody "
        "breaks.",
    ),
}

_ENUMERATIONS = {
    "value-added": ChangeKind(
        RECEIVERS,
        "is a new value",
        "The enumeration has another value. The old class refuses it, and no code has a branch for it. It breaks "
        "nobody if the docs say that the enumeration is open, since code had to handle other values then. It breaks "
        "all sides if the class becomes an alias, because the values are now texts and numbers.",
    ),
    "value-removed": ChangeKind(
        ALL,
        "is no value any more",
        "The enumeration has lost a value. The API refuses code that sends it. Code that names the member, if only to "
        "compare, fails, since the class no longer has it. If the enumeration is an alias, it has no members, and only "
        "senders break.",
    ),
    "value-changed": ChangeKind(
        BOTH,
        "is the value now; it was {old}",
        "A name in the docs has another value on the wire, or a new value replaces an old one, by the evidence "
        "[above](#new-names).",
    ),
    "constant-renamed": ChangeKind(
        IMPORTERS,
        "is {new} in Python now; it was {old}",
        "The value has another name in the docs, so the member of the class has another name. The value stays, and so "
        "does the JSON.",
    ),
    "constant-added": ChangeKind(
        NOBODY,
        "is also called {new}",
        "The value has one more name in the docs, so the class has another name for its member.",
    ),
    "constant-removed": ChangeKind(
        IMPORTERS,
        "is no longer called {old}",
        "The value had two names in the docs, or more, and has lost one. Code that names the member by it fails. The value "
        "stays, and so does the JSON.",
    ),
    "values-combined": ChangeKind(
        RECEIVERS,
        "may be combined now",
        "The values are bits now, so a field may have several at once, and no code has a branch for that. The class "
        "becomes flags.",
    ),
    "values-single": ChangeKind(
        SENDERS,
        "may not be combined any more",
        "The values are no longer bits. The API refuses code that sends several at once.",
    ),
    "values-opened": ChangeKind(
        ALL,
        "may have other values now",
        "The enumeration is open: it may have values that the docs do not list. The class becomes an alias, so code "
        "that names its members fails. Code that receives a value must handle others.",
    ),
    "values-closed": ChangeKind(
        SENDERS,
        "has no values but these now",
        "The enumeration is no longer open. The API refuses code that sends another value. The alias becomes a class; "
        "its members compare like the values.",
    ),
}

_UNIONS = {
    "member-added": ChangeKind(
        RECEIVERS,
        "is a member now",
        "The union has another member, and no code has a branch for it. It breaks nobody if the union was open.",
    ),
    "member-removed": ChangeKind(
        SENDERS,
        "is no member any more",
        "The union has lost a member. The API refuses code that sends it. Code that receives the union has a branch "
        "too many.",
    ),
}

_DESCRIPTIONS = {
    "model-described": ChangeKind(
        NOBODY,
        "is described otherwise: {new}",
        "The description of the model, or the notice of its deprecation, has changed. Only with `--descriptions`.",
    ),
    "field-described": ChangeKind(
        NOBODY,
        "is described otherwise: {new}",
        "The description of the field, or the notice of its deprecation, has changed. Only with `--descriptions`.",
    ),
    "value-described": ChangeKind(
        NOBODY,
        "is described otherwise: {new}",
        "The description of the value has changed. Only with `--descriptions`.",
    ),
}

KINDS = MappingProxyType({**_MODELS, **_FIELDS, **_TYPES, **_ENUMERATIONS, **_UNIONS, **_DESCRIPTIONS})

GROUPS = MappingProxyType(
    {
        "Models": tuple(_MODELS),
        "Fields": tuple(_FIELDS),
        "Types": tuple(_TYPES),
        "Values": tuple(_ENUMERATIONS),
        "Members of unions": tuple(_UNIONS),
        "Descriptions": tuple(_DESCRIPTIONS),
    }
)
"""The kinds by what they are about."""
