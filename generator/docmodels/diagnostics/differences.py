"""Every kind of difference between docs and code: how severe it is, its words, what it means and what to do.

An error breaks code that gets what the docs describe, or that sends what the code allows. A warning is worth a look. A
note is harmless. docs/differences.md is written from this table by `make golden`.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from ..frozen import frozen


class Use(StrEnum):
    """The directions of a model in the operations of the docs. A client sends the model of a request."""

    UNKNOWN = "unknown"
    SENT = "sent"
    RECEIVED = "received"
    BOTH = "both"


@frozen()
class DifferenceKind:
    """A kind of difference.

    severity              "error", "warning" or "note"
    says                  a predicate, with `{docs}` and `{code}`
    meaning, remedy       Markdown
    of_sent, of_received  the severity for a model that code only sends, or only receives; "" where it is the same
    """

    severity: str
    says: str
    meaning: str
    remedy: str
    of_sent: str = ""
    of_received: str = ""

    def severity_of(self, use: Use) -> str:
        """The severity for a model, the graver one where code both sends and receives it."""
        sent, received = self.of_sent or self.severity, self.of_received or self.severity
        match use:
            case Use.SENT:
                return sent
            case Use.RECEIVED:
                return received
            case Use.BOTH:
                return min(sent, received, key=_GRAVEST_FIRST.index)
            case Use.UNKNOWN:
                return self.severity


_GRAVEST_FIRST = ("error", "warning", "note")

_CLASSES = {
    "class-missing": DifferenceKind(
        "note",
        "is in the docs only: {docs}",
        "The docs describe a model, and the code has no class for it. Libraries often support a part of an API only.",
        "Add a class. If one is there under another name, name it in `[tool.docmodels.compare.classes]`.",
    ),
    "class-undocumented": DifferenceKind(
        "note",
        "is in the code only: {code}",
        "The code has a class that no model of the docs matches. Bases of other classes and private classes do not "
        "count.",
        "Remove the class, add the model to the docs, or name the class in `[tool.docmodels.compare.classes]`.",
    ),
    "match-doubtful": DifferenceKind(
        "note",
        "is compared with {code}: {docs}",
        "The evidence that the class is the model is weak: few fields are the same, or the names differ.",
        "Name the right class, or `false` for none, in `[tool.docmodels.compare.classes]`.",
    ),
    "shape-differs": DifferenceKind(
        "error",
        "is {docs} in the docs, {code} in the code",
        "One side has an object where the other has a list of values or another type. docmodels does not compare "
        "their parts.",
        "Correct the class, or name another one in `[tool.docmodels.compare.classes]`.",
    ),
}

_FIELDS = {
    "required-field-missing": DifferenceKind(
        "error",
        "is required in the docs, and the code has no such field: {docs}",
        "The docs require a field that the class does not have. Code cannot send it, and loses it on receipt.",
        "Add the field.",
    ),
    "field-missing": DifferenceKind(
        "warning",
        "is in the docs only: {docs}",
        "The docs have a field that the class does not have. Code loses its value on receipt.",
        "Add the field.",
    ),
    "required-field-undocumented": DifferenceKind(
        "error",
        "is required in the code, and the docs have no such field: {code}",
        "The class requires a field that the docs do not have. Data as the docs describe it is refused.",
        "Make the field optional, or remove it.",
    ),
    "field-undocumented": DifferenceKind(
        "warning",
        "is in the code only: {code}",
        "The class has an optional field that the docs do not have. The API may have dropped it, or never had it.",
        "Remove the field, or ask for it to be documented.",
    ),
    "name-differs": DifferenceKind(
        "error",
        "is the name in the docs; the code reads {code}",
        "The field is the same by its name in Python or by a similar name, but the code reads and writes another key "
        "of the JSON than the docs show.",
        "Correct the name in the JSON: the alias, or `rename`.",
    ),
    "required-in-code": DifferenceKind(
        "error",
        "is optional in the docs, required in the code",
        "Data may lack the field, and the class refuses it then. It is harmless to senders.",
        "Make the field optional, if code receives the model.",
        of_sent="note",
    ),
    "optional-in-code": DifferenceKind(
        "note",
        "is required in the docs, optional in the code",
        "The class accepts data without the field. Senders may forget the field, and the API refuses that. It is "
        "harmless to receivers.",
        "Make the field required, if code sends the model.",
        of_sent="warning",
    ),
    "null-missing": DifferenceKind(
        "error",
        "may be null in the docs, not in the code",
        "The field may be null, and the class refuses null. It is harmless to senders.",
        "Let the field be null: `T | None`.",
        of_sent="note",
    ),
    "null-undocumented": DifferenceKind(
        "note",
        "may be null in the code, not in the docs",
        "The class accepts null, and the docs do not say that the field may be null. Senders "
        "may send null, and the API may refuse it. It is harmless to receivers.",
        "Remove the null, if code sends the model.",
        of_sent="warning",
    ),
    "deprecation-missing": DifferenceKind(
        "warning",
        "is deprecated in the docs, not in the code",
        "The docs mark it as deprecated. Users of the code do not learn that.",
        "Mark it: `deprecated=True`, `warnings.deprecated`, or `deprecated: true`.",
    ),
    "deprecation-undocumented": DifferenceKind(
        "note",
        "is deprecated in the code, not in the docs",
        "The code marks it as deprecated, and the docs do not.",
        "Remove the mark, or ask for the docs to be corrected.",
    ),
}

_TYPES = {
    "type-differs": DifferenceKind(
        "error",
        "is {docs} in the docs, {code} in the code",
        "Neither type has all values of the other.",
        "Correct the type.",
    ),
    "type-narrower": DifferenceKind(
        "error",
        "is {docs} in the docs, only {code} in the code",
        "The code refuses some values that the docs allow.",
        "Widen the type.",
    ),
    "type-looser": DifferenceKind(
        "note",
        "is {docs} in the docs, {code} in the code",
        "The code accepts all values of the docs and more: `str` for a date, `Any` for an object. It is harmless to "
        "receivers.",
        "Narrow the type, if you want more help from type checkers.",
    ),
    "type-more-exact": DifferenceKind(
        "note",
        "is {docs} in the docs; the code has {code}",
        "The docs leave the type open, and the code says more: they have `object` or `any`, a text for a date, or a text "
        "or a number without the values that the code lists.",
        "Check that all values fit, or ask for the docs to say more.",
    ),
    "constant-differs": DifferenceKind(
        "error",
        "is always {docs} in the docs, always {code} in the code",
        "Both sides have one constant value, and not the same.",
        "Correct the constant.",
    ),
    "value-missing": DifferenceKind(
        "error",
        "has the value {docs} in the docs only",
        "The docs list a value that the code refuses.",
        "Add the value.",
    ),
    "value-unlisted": DifferenceKind(
        "note",
        "accepts the value {docs} in the code, which does not list it",
        "The docs list a value. The code accepts any value of that type, and lists others.",
        "Add the value.",
    ),
    "value-undocumented": DifferenceKind(
        "warning",
        "has the value {code} in the code only",
        "The code lists a value that the docs do not list. The API may refuse it. It is harmless to receivers.",
        "Remove the value, or ask for it to be documented.",
        of_received="note",
    ),
    "member-missing": DifferenceKind(
        "error",
        "has the member {docs} in the docs only",
        "The docs have a member of the union that the code refuses.",
        "Add the member.",
    ),
    "member-undocumented": DifferenceKind(
        "warning",
        "has the member {code} in the code only",
        "The code has a member of the union that the docs do not have.",
        "Remove the member, or ask for it to be documented.",
    ),
}

DIFFERENCES = MappingProxyType({**_CLASSES, **_FIELDS, **_TYPES})
