"""The JSON Schema of `[tool.docmodels]`, for editors and for validate-pyproject."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import jsonschema
import pytest
from docmodels.config import Config
from docmodels.config.meanings import meanings
from docmodels.config.schema import schema
from docmodels.config.settings import NO_KEYS
from docmodels.limits import Limits

from tests.document import SCHEMA
from tests.document import schema as made
from tests.documentation import ROOT, document, fences

(ALL,) = (text for text in fences(document("docs/configuration.md"), "toml") if "limits" in text)

GROUP = "validate_pyproject.tool_schema"


def errors(text: str) -> list[str]:
    table = tomllib.loads(text)["tool"]["docmodels"]
    return [error.json_path for error in jsonschema.Draft7Validator(schema()).iter_errors(table)]


def test_is_what_the_definitions_say() -> None:
    """`make golden` writes it."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == made() == schema()


def test_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


def test_describes_every_key() -> None:
    properties = schema()["properties"]
    assert [*properties] == [*list(Config.__dataclass_fields__)[: -len(NO_KEYS)], "packages"]
    assert all(property_["description"].endswith(".") for property_ in properties.values())


def test_takes_all_keys_at_once() -> None:
    assert errors(ALL) == []


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ('docz = "docs"', "$"),
        ("docs = 5", "$.docs"),
        ('docs = ""', "$.docs"),
        ('family = "smith"', "$.family"),
        ('language = { "*" = "latin" }', "$.language"),
        ('base = "Model"', "$.base"),
        ("strict = 1", "$.strict"),
        ('exclude = "*"', "$.exclude"),
        ('fields = { "Room.id" = { nulable = true } }', "$.fields['Room.id']"),
        ("names = { Room = true }", "$.names.Room"),
        ('ignore = { "*" = ["no-such-code"] }', "$.ignore['*'][0]"),
        ("limits = { page_bytes = 0 }", "$.limits.page_bytes"),
    ],
)
def test_refuses_what_docmodels_refuses(line: str, path: str) -> None:
    assert errors(f"[tool.docmodels]\n{line}\n") == [path]


@pytest.mark.parametrize(
    "line",
    [
        'family = { "a/*" = "tables", "*" = "sdk" }',
        'names = { Room = false, "Größe" = "Größe" }',
        'fields = { "*.id" = { type = "int | None" } }',
        'extra = "allow"',
    ],
)
def test_takes_what_docmodels_takes(line: str) -> None:
    assert errors(f"[tool.docmodels]\n{line}\n") == []


def test_a_meaning_may_go_on() -> None:
    class Boat:
        """A boat.

        name   what it is
               called
        seats  how many there are

        Not a field:  of course.
        """

    assert meanings(Boat) == {"name": "what it is called", "seats": "how many there are"}
    assert set(meanings(Limits)) == set(Limits.__dataclass_fields__)


class TestValidatePyproject:
    """The tool finds the schema by itself."""

    def test_knows_where_it_is(self) -> None:
        project: Any = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        load: Any = resolve_name(project["entry-points"][GROUP]["docmodels"])
        assert load("docmodels") == schema()

    @pytest.mark.tools
    @pytest.mark.parametrize(("text", "status"), [(ALL, 0), ('[tool.docmodels]\nfamily = "smith"\n', 1)])
    def test_validates(self, tmp_path: Path, text: str, status: int) -> None:
        if find_spec("validate_pyproject") is None or not entry_points(group=GROUP, name="docmodels"):
            pytest.skip("not installed: `make setup` installs validate-pyproject, and docmodels with its schema")
        file = tmp_path / "pyproject.toml"
        file.write_text(text, encoding="utf-8")
        command = (sys.executable, "-m", "validate_pyproject", str(file))
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == status, done.stdout + done.stderr
