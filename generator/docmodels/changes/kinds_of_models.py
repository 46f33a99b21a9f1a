"""The kinds of changes to models, to their fields and to descriptions."""

from __future__ import annotations

from .kind import ALL, BOTH, IMPORTERS, NOBODY, RECEIVERS, SENDERS, ChangeKind

MODELS = {
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

FIELDS = {
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

DESCRIPTIONS = {
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
