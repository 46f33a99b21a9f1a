"""The configuration as a JSON Schema, for editors and for validate-pyproject.

`build` makes it from the kinds of the keys. `make golden` writes its result for the built-in families, languages and
flavours into `schema.json` beside this module.
"""

from __future__ import annotations

import json
from importlib.resources import files

from .kinds import KnownNames, Schema
from .loading import PACKAGES
from .records import Record
from .settings import NO_KEYS, Config


def schema(tool: str = "docmodels") -> Schema:
    """The schema of `[tool.docmodels]` from schema.json. validate-pyproject calls it with the name of the table."""
    loaded: Schema = json.loads(files(__package__).joinpath("schema.json").read_text(encoding="utf-8"))
    return loaded


def build(names: KnownNames) -> Schema:
    """The schema of `[tool.docmodels]`, for the names of families, languages and flavours."""
    one = Record(Config, without=NO_KEYS).schema(names)
    packages: Schema = {
        "description": "Several packages of one project: each has the keys of the top, and its own.",
        "type": "object",
        "additionalProperties": {**one, "required": ["out"]},
    }
    document = {**one, "properties": {**one["properties"], PACKAGES: packages}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:docmodels:pyproject",
        "title": "[tool.docmodels]",
        "description": "How docmodels writes Python models of an API's docs.",
        **document,
    }
