"""Kinds that consist of others: lists, tables, and tables with the keys of a dataclass.

    kind_of(tuple[str, ...]).read(["a"], at)  ->  ("a",)

The type of a key in `settings` decides its kind.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..frozen import frozen
from .kinds import STRING, Choice, Kind, KnownNames, Scalar, Schema
from .meanings import meanings
from .places import At, Mistakes, quoted, suggestion


def _is_path(path: str | os.PathLike[str] | os.PathLike[bytes]) -> bool:
    text = os.fspath(path)
    return isinstance(text, str) and bool(text) and "\0" not in text


_PATH = Scalar((str, os.PathLike), "a path", {"type": "string", "minLength": 1}, _is_path, Path)
_FLAG = Scalar((bool,), "true or false", {"type": "boolean"})
_COUNT = Scalar((int,), "an integer of at least 1", {"type": "integer", "minimum": 1}, lambda number: number > 0)


@frozen()
class _Array:
    item: Kind
    types: tuple[type, ...]
    wanted: str

    def read(self, value: object, at: At) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise at.unexpected(self.wanted, value)
        for item in value:
            if not isinstance(item, self.types):
                raise at.unexpected(self.wanted, item, " in it")
        values, mistakes = [], Mistakes()
        for item in value:
            with mistakes.collected():
                values.append(self.item.read(item, at))
        mistakes.report()
        return tuple(values)

    def schema(self, names: KnownNames) -> Schema:
        return {"type": "array", "items": self.item.schema(names)}


@frozen()
class _Table:
    """A table with any texts as keys: selectors, patterns of paths, or names that a run knows.

    keys  for names: "family", "language", "flavour" or "change"
    """

    value: Kind
    wanted: str = "a table"
    keys: str = ""

    def read(self, value: object, at: At) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise at.unexpected(self.wanted, value)
        values, mistakes = {}, Mistakes()
        for key, item in value.items():
            with mistakes.collected():
                values[STRING.read(key, at)] = self.value.read(item, at.below(key))
        mistakes.report()
        return values

    def schema(self, names: KnownNames) -> Schema:
        known: Schema = {"propertyNames": {"enum": list(names[self.keys])}} if self.keys else {}
        return {"type": "object", **known, "additionalProperties": self.value.schema(names)}


@frozen()
class Record:
    """A table with certain keys: the fields of a dataclass."""

    of: type
    wanted: str = "a table"
    without: tuple[str, ...] = ()

    def read(self, value: object, at: At) -> Any:
        if isinstance(value, self.of):
            self.read_fields({field.name: getattr(value, field.name) for field in _given(value)}, at)
            return value
        if not isinstance(value, Mapping):
            raise at.unexpected(self.wanted, value)
        return self.of(**self.read_fields(value, at))

    def read_fields(self, values: Mapping[str, object], at: At) -> dict[str, Any]:
        """The values of the given fields. Raises ConfigError for all mistakes, unknown keys among them."""
        mistakes = Mistakes()
        read = self.read_right(values, at, mistakes)
        mistakes.report()
        return read

    def read_right(self, values: Mapping[str, object], at: At, mistakes: Mistakes) -> dict[str, Any]:
        """The valid values of the given fields; the other values are added to the mistakes."""
        read = {}
        for key, value in values.items():
            with mistakes.collected():
                read[key] = self._kind(key, value, at).read(value, at.below(key))
        return read

    def _kind(self, key: str, value: object, at: At) -> Kind:
        """The kind of a field. Raises ConfigError for a key that is no field."""
        known = {name: kind for name, kind in kinds_of(self.of).items() if name not in self.without}
        if key in known:
            return known[key]
        if len(at.keys) > 1 and isinstance(value, Mapping):
            raise at.below(key).unexpected("a setting", dict(value), "; is a key without quotes?")
        remedy = suggestion(key, list(known)) or f"; it may have {quoted(known)}"
        table = ".".join(("tool", "docmodels", *at.keys))
        raise at.below(key).error(f'unknown key "{key}" in [{table}]{remedy}')

    def schema(self, names: KnownNames) -> Schema:
        meaning = meanings(self.of)
        properties: Schema = {}
        for key in fields(self.of):
            if key.name not in self.without:
                value = kinds_of(self.of)[key.name].schema(names)
                if isinstance(key.default, bool | int | str) and key.default != "":
                    value = {**value, "default": key.default}
                properties[key.name] = {"description": _sentence(meaning[key.name]), **value}
        return {"type": "object", "additionalProperties": False, "properties": properties}


@frozen()
class _Either:
    """A value of one of several kinds, or a constant.

    kinds      types of the values in Python → the kind
    constants  None or False, if they are valid
    """

    kinds: tuple[tuple[tuple[type, ...], Kind], ...]
    constants: tuple[bool | None, ...]
    wanted: str

    def read(self, value: object, at: At) -> Any:
        if any(value is constant for constant in self.constants):
            return value
        if value not in ([], ()):
            for types, kind in self.kinds:
                if isinstance(value, types):
                    return kind.read(value, at)
        raise at.unexpected(self.wanted, value)

    def schema(self, names: KnownNames) -> Schema:
        schemas = [kind.schema(names) for _, kind in self.kinds]
        schemas += [{"const": constant} for constant in self.constants if constant is not None]
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


_SIMPLE: Mapping[Any, Kind] = MappingProxyType({Path: _PATH, bool: _FLAG, int: _COUNT})


def kind_of(hint: Any, texts: Kind = STRING, wanted: str = "", keys: str = "") -> Kind:
    """The kind for a type.

    texts   the kind of the texts in it
    wanted  the words for the value in messages; by default, they follow from the type
    keys    see `_Table`
    """
    arguments = get_args(hint)
    match get_origin(hint):
        case _ if hint in _SIMPLE:
            return _SIMPLE[hint]
        case None if hint is str:
            return texts
        case None if is_dataclass(hint) and isinstance(hint, type):
            return Record(hint, wanted or "a table")
        case origin if origin is Literal:
            return Choice(arguments)
        case origin if origin is tuple:
            return _Array(kind_of(arguments[0], texts), _python(arguments[0]), wanted or "an array of strings")
        case origin if origin is Mapping:
            return _Table(kind_of(arguments[1], texts, wanted), keys=keys)
        case origin if origin in (Union, UnionType):
            constants = tuple(
                {NoneType: None}.get(argument, False)
                for argument in arguments
                if argument in (NoneType, Literal[False])
            )
            others = [argument for argument in arguments if argument not in (NoneType, Literal[False])]
            kinds = tuple((_python(other), kind_of(other, texts)) for other in others)
            return _Either(kinds, constants, wanted or kinds[0][1].wanted)
    raise TypeError(hint)


def _python(hint: Any) -> tuple[type, ...]:
    """The Python types that a configuration may have for a type: `list` and `tuple` for a tuple."""
    if isinstance(hint, type) and is_dataclass(hint):
        return (hint, Mapping)
    origin = get_origin(hint) or hint
    return {tuple: (list, tuple), Path: (str, os.PathLike)}.get(origin, (origin,))


@cache
def kinds_of(of: type) -> Mapping[str, Kind]:
    """Field of a dataclass → its kind; the field's metadata has the arguments `texts`, `wanted` and `keys` of `kind_of`."""
    hints = get_type_hints(of)
    return {field.name: kind_of(hints[field.name], **field.metadata) for field in fields(of)}


def _given(value: Any) -> list[Field[Any]]:
    """The fields of an instance with another value than the default."""
    return [field for field in fields(value) if getattr(value, field.name) != default_of(field)]


def default_of(field: Field[Any]) -> object:
    """The default of a field of a dataclass, or None."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return None if field.default is MISSING else field.default


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
