"""The meanings of words in a reference: roles of columns, marks, parts, units."""

from __future__ import annotations

from enum import StrEnum

DEFINED = "defined"
"""The language of the lexicon with the types that the docs define."""


class Role(StrEnum):
    """The role of a column."""

    NAME = "name"
    TYPE = "type"
    DESCRIPTION = "description"
    REQUIRED = "required"
    OPTIONAL = "optional"
    CARDINALITY = "cardinality"
    """The number of values: `0..1`, `Many`."""
    NULLABLE = "nullable"
    DEFAULT = "default"
    EXAMPLE = "example"
    VALUES = "values"
    """The possible values: `asc, desc`."""
    VALUE = "value"
    """The value of a member of an enumeration."""
    MEMBER = "member"
    """The name of a member; also its value if no column has values."""
    ACCESS = "access"
    FOREIGN = "foreign"
    """A content that no table of fields or values has: a method, a return type, a date of a change."""


class Claimed(StrEnum):
    """The content of a table that shows no model."""

    OPERATIONS = "operations"
    METHODS = "methods of code"
    ERRORS = "errors"
    CHANGES = "changes"
    LIMITS = "limits"
    COMMANDS = "commands"
    EVENTS = "events"
    LAYOUT = "a layout of bytes"
    DATABASE = "constraints or indexes of a database"
    COMPARISON = "a comparison"
    FIELD = "what is known of one field"
    SAMPLE = "a sample"
    GUIDE = "something to read"
    HEADERS = "HTTP headers"
    SETTING = "what the configuration says is no model"


class Mark(StrEnum):
    """The meaning of a word or a sign for a field."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    CONDITIONAL = "conditional"
    NULLABLE = "nullable"
    READ_ONLY = "read-only"
    WRITE_ONLY = "write-only"
    DEPRECATED = "deprecated"


class Unit(StrEnum):
    """A unit of time or of size."""

    MILLISECOND = "millisecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    BYTE = "byte"
    KILOBYTE = "kilobyte"
    MEGABYTE = "megabyte"
    GIGABYTE = "gigabyte"

    @property
    def is_time(self) -> bool:
        return self in _TIMES


_TIMES = (Unit.MILLISECOND, Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK)


class Part(StrEnum):
    """The part of a model that a generic heading announces: "JSON Params", "Response", "Properties"."""

    OWN = "own"
    """The fields of the model in the heading above: "Properties"."""
    SENT = "sent"
    RECEIVED = "received"
    PIECE = "piece"
    """An object inside of the one in the heading above: "Data", "Content"."""
