"""The kinds of changes to types, to the values of enumerations and to the members of unions."""

from __future__ import annotations

from .kind import ALL, BOTH, IMPORTERS, NOBODY, RECEIVERS, SENDERS, ChangeKind

TYPES = {
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

ENUMERATIONS = {
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

UNIONS = {
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
