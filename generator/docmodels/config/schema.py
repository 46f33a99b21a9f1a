"""The configuration as a JSON Schema, for editors and for validate-pyproject.

`build` makes it from the definitions in `settings`. `schema.json` beside this module is what it makes with the
families, languages and flavours that come along; `make golden` writes it.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..diagnostics.codes import CODES
from .settings import Config

Schema = dict[str, Any]

_IDENTIFIER = r"[^\s\d.-][^\s.-]*"
"""No less than Python's identifiers, in the regular expressions of editors too, which do not know those."""

_NAME: Schema = {"type": "string", "minLength": 1}


def schema(tool: str = "docmodels") -> Schema:
    """The schema of `[tool.docmodels]` that comes along; validate-pyproject calls it with the name of the table."""
    loaded: Schema = json.loads(files(__package__).joinpath("schema.json").read_text(encoding="utf-8"))
    return loaded


def build(languages: Sequence[str], families: Sequence[str], flavours: Sequence[str]) -> Schema:
    """The schema of `[tool.docmodels]`; languages, families, flavours are the names that there are."""
    texts: Mapping[str, Schema] = {
        "base": {"type": "string", "pattern": rf"^{_IDENTIFIER}(\.{_IDENTIFIER})+$"},
        "exclude": {"type": "string"},
        "family": {"enum": list(families)},
        "flavour": {"enum": list(flavours)},
        "ignore": {"enum": [code for code in CODES if CODES[code].is_ignorable]},
        "language": {"enum": list(languages)},
        "names": {"type": "string", "pattern": f"^{_IDENTIFIER}$"},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:docmodels:pyproject",
        "title": "[tool.docmodels]",
        "description": "How docmodels writes Python models of an API's docs.",
        **_table(Config, texts, without=("file",)),
    }


def meanings(of: type) -> dict[str, str]:
    """What a dataclass says about its fields: the lines `name  meaning` of its docstring."""
    found: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc(of.__doc__ or "").splitlines():
        if told := re.fullmatch(r"(\w+)  +(\S.*)", line):
            name = told[1]
            found[name] = told[2]
        elif name and line.startswith("  "):
            found[name] += f" {line.strip()}"
        else:
            name = ""
    return found


def _table(of: type, texts: Mapping[str, Schema], without: Sequence[str] = ()) -> Schema:
    """A dataclass whose fields are the keys of a table; `texts` are the schemas of what is a text in a key."""
    told, hints = meanings(of), get_type_hints(of)
    properties: Schema = {}
    for each in fields(of):
        if each.name not in without:
            shown = _value(hints[each.name], texts.get(each.name, _NAME))
            if isinstance(each.default, bool | int | str) and each.default != "":
                shown = {**shown, "default": each.default}
            properties[each.name] = {"description": _sentence(told[each.name]), **shown}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _value(hint: Any, text: Schema) -> Schema:
    """The schema of an annotation; `text` is that of `str`."""
    arguments = get_args(hint)
    if hint is str:
        return text
    if hint is Path:
        return _NAME
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        return {"type": "integer", "minimum": 1}
    if is_dataclass(hint) and isinstance(hint, type):
        return _table(hint, {})
    if get_origin(hint) is Literal:
        return {"const": False} if arguments == (False,) else {"enum": [each for each in arguments if each]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(arguments[0], text)}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _value(arguments[1], text)}
    if get_origin(hint) in (Union, UnionType):
        shown = [_value(each, text) for each in arguments if each is not NoneType]
        return shown[0] if len(shown) == 1 else {"anyOf": shown}
    raise TypeError(hint)
