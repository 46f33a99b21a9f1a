"""`docmodels export`: documents that other tools can read, and that say what the docs say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docmodels.diagnostics import Place
from docmodels.model import Model
from docmodels.model.declarations import Direction, Object, Request
from docmodels.model.types import DeclarationId
from docmodels.targets.json_schema import documents
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.trees import DOCS, Run, corpus, docmodels

Schema = Mapping[str, Any]
Export = Callable[[Path, str], dict[str, Any]]
REAL = {
    "cray-csm-widdershins": 9.5,
    "hathora-csharp": 1.5,
    "kava-proto": 0,
    "kiali-goswagger": 0,
    "kuberay-crd": 0,
    "oag-alogram-java": 0,
    "tencent-bot-docs": 11.5,
    "tiunimanager-swaggermd": 1.5,
}
"""A real tree of each family, see `trees.corpus`, with the share of examples, in percent, that break what it says itself."""


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Export a tree when it is asked for, once."""

    @cache
    def exported(docs: Path, form: str) -> dict[str, Any]:
        folder = tmp_path_factory.mktemp("export")
        out = folder / f"{form}.json"
        done = docmodels("export", "--format", form, "--docs", docs, "--out", out, cwd=folder)
        assert out.is_file(), done.err
        return dict(json.loads(out.read_text("utf-8")))

    return exported


@pytest.fixture(params=["docs_in", *REAL])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def docs_of(name: str) -> Path:
    return DOCS if name == "docs_in" else corpus(name)


@pytest.fixture
def docs(name: str) -> Path:
    return docs_of(name)


@pytest.mark.parametrize("name", ["docs_in", *(pytest.param(name, marks=pytest.mark.tools) for name in REAL)])
def test_documents_keep_to_their_specifications(name: str, export: Export) -> None:
    """To those that jsonschema and openapi-spec-validator check, which take seconds for a real tree."""
    docs = docs_of(name)
    Draft202012Validator.check_schema(export(docs, "jsonschema"))
    validate(export(docs, "openapi"))


def test_examples_of_the_docs_are_valid(docs: Path, name: str, export: Export) -> None:
    definitions = export(docs, "jsonschema")["$defs"]
    pairs = [
        (schema, value)
        for owner in definitions.values()
        for schema in (owner, *owner.get("properties", {}).values())
        for value in schema.get("examples", ())
    ]
    misfits = [
        (schema, value)
        for schema, value in pairs
        if not Draft202012Validator({**schema, "$defs": definitions}).is_valid(value)
    ]
    assert len(misfits) * 100 <= len(pairs) * REAL.get(name, 0), misfits[:10]
    assert len(pairs) > 50 or name != "docs_in"


def test_values_made_up_from_a_schema_are_valid_and_spoilt_ones_are_not(docs: Path, export: Export) -> None:
    document = export(docs, "jsonschema")
    spoilt = 0
    for name, schema in document["$defs"].items():
        validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": document["$defs"]})
        value = make_up(schema, document)
        assert validator.is_valid(value), (name, value, [error.message for error in validator.iter_errors(value)])
        if schema.get("type") != "object" or "allOf" in schema or not isinstance(value, dict):
            continue
        for required in schema.get("required", ()):
            assert not validator.is_valid({key: item for key, item in value.items() if key != required}), name
            spoilt += 1
        for key, kind in schema.get("properties", {}).items():
            if isinstance(kind.get("type"), str):
                wrong: object = 0 if kind["type"] not in ("integer", "number") else "text"
                assert not validator.is_valid({**value, key: wrong}), (name, key)
                spoilt += 1
    assert spoilt > 10


def make_up(schema: Schema, document: Schema, depth: int = 0) -> Any:
    """A value of a schema, no larger than it must be."""
    match schema:
        case {"$ref": ref}:
            return make_up(document["$defs"][ref.rpartition("/")[2]], document, depth + 1)
        case {"const": value} | {"enum": [value, *_]}:
            return value
        case {"anyOf": members}:
            return (
                min((make_up(member, document, depth + 1) for member in members), key=lambda v: len(str(v)))
                if depth < 9
                else None
            )
        case {"allOf": members}:
            merged: dict[str, Any] = {}
            for member in members:
                merged |= make_up(member, document, depth + 1)
            return merged | make_up(
                {key: keyword for key, keyword in schema.items() if key != "allOf"}, document, depth
            )
    kind = schema.get("type")
    match kind if isinstance(kind, str) else "null" if kind else "any":
        case "object":
            known = schema.get("properties", {})
            return {
                name: make_up(known[name], document, depth + 1) for name in schema.get("required", ()) if depth < 40
            }
        case "array":
            items = schema.get("items", {})
            return [make_up(items, document, depth + 1)] * schema.get("minItems", 0)
        case "string":
            return text(schema)
        case "integer" | "number":
            least = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
            return max(least, min(1, schema.get("maximum", 1)))
        case "boolean":
            return True
        case _:
            return None


def text(schema: Schema) -> str:
    formats = {
        "date": "2026-01-02",
        "date-time": "2026-01-02T03:04:05Z",
        "time": "03:04:05Z",
        "duration": "P1D",
        "uuid": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    }
    text = formats.get(schema.get("format", ""), "x" * schema.get("minLength", 0))
    if "pattern" in schema:
        text = next(candidates(schema), text)
    return text


def candidates(schema: Schema) -> Iterator[str]:
    validator = Draft202012Validator(schema)
    for text_ in ("a", "A", "1", "a1", "a-1", "a.b", "1.0.0", "*", "a@b.c", "sha256:" + "a" * 64, "2026-01-02"):
        if validator.is_valid(text_):
            yield text_


# The command


def test_a_folder_gets_a_file_for_each_model(run: Run, tmp_path: Path) -> None:
    done = run("export", "--format", "jsonschema", "--docs", str(DOCS), "--out", str(tmp_path / "schemas"))
    assert done.status == 0
    room = json.loads((tmp_path / "schemas" / "Room.json").read_text("utf-8"))
    assert room["properties"]["region"]["$ref"] == "Region.json"
    assert (tmp_path / "schemas" / "Region.json").is_file()
    assert f" {len(list((tmp_path / 'schemas').iterdir()))} models" in done.err


def test_files_have_names_that_windows_can_tell_apart(run: Run, tmp_path: Path) -> None:
    """`Room.json` and `ROOM.json` are one file there, and `Con.json` is a device."""
    table = "| Field | Type | Required |\n| - | - | - |\n| a | string | yes |\n"
    (tmp_path / "docs").mkdir()
    for page, title in (("one", "Room"), ("two", "ROOM"), ("three", "Con"), ("four", "Aux9")):
        (tmp_path / f"docs/{page}.md").write_text(f"# {title}\n\n{table}", "utf-8")
    command = ("export", "--format", "jsonschema", "--docs", str(tmp_path / "docs"), "--quiet")
    assert run(*command, "--out", str(tmp_path / "schemas")).status == 0
    files = sorted(file.name for file in (tmp_path / "schemas").iterdir())
    assert files == ["Aux9.json", "Con_2.json", "one.Room.json", "two.ROOM.json"]
    assert run(*command, "--out", str(tmp_path / "schemas.json")).status == 0
    assert set(json.loads((tmp_path / "schemas.json").read_text("utf-8"))["$defs"]) == {"Room", "ROOM", "Con", "Aux9"}


def test_a_discriminator_is_told_where_the_format_has_a_word_for_it(export: Export) -> None:
    method = export(DOCS, "openapi")["components"]["schemas"]["PaymentMethod"]
    assert method["discriminator"] == {
        "propertyName": "type",
        "mapping": {
            "card": "#/components/schemas/CardPaymentMethod",
            "bank-transfer": "#/components/schemas/BankPaymentMethod",
        },
    }


def test_running_again_changes_nothing_and_check_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = ("export", "--format", "openapi", "--docs", str(DOCS), "--out", "api.json")
    stale = run(*command, "--check")
    assert stale.status == 1
    assert stale.err.endswith("\napi.json is out of date; run the command without --check\n")
    assert not (tmp_path / "api.json").exists()
    first = run(*command)
    assert first.status == 0
    assert first.err.endswith("\nwrote api.json\n")
    before = (tmp_path / "api.json").read_bytes()
    again = run(*command)
    assert (again.status, (tmp_path / "api.json").read_bytes()) == (0, before)
    assert again.err.endswith("\napi.json is up to date\n")
    assert run(*command, "--check").status == 0
    assert "api.json" not in run(*command, "--quiet").err


def test_the_api_has_the_name_and_version_of_the_project(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = ("export", "--format", "openapi", "--docs", str(DOCS), "--out", "api.json", "--quiet")

    def info(*more: str) -> object:
        assert run(*command, *more).status == 0
        return json.loads((tmp_path / "api.json").read_text("utf-8"))["info"]

    assert info() == {"title": "docs_in", "version": "0"}
    table = "[project]\nname = 'rooms'\nversion = '1.2'\n"
    (tmp_path / "pyproject.toml").write_text(table, "utf-8")
    (tmp_path / "docmodels.toml").write_text("[tool.docmodels]\n", "utf-8")
    assert info() == {"title": "rooms", "version": "1.2"}
    (tmp_path / "docmodels.toml").unlink()
    (tmp_path / "pyproject.toml").write_text(f"{table}[tool.docmodels]\n", "utf-8")
    assert info() == {"title": "rooms", "version": "1.2"}
    assert info("--title", "Rooms API", "--api-version", "2026-11") == {"title": "Rooms API", "version": "2026-11"}
    (tmp_path / "pyproject.toml").write_text("[project]\ndynamic = ['version']\n[tool.docmodels]\n", "utf-8")
    assert info() == {"title": "docs_in", "version": "0"}


def test_a_file_that_docmodels_did_not_write_stays(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "api.json"
    mine.write_text("{}", "utf-8")
    done = run("export", "--format", "openapi", "--docs", str(DOCS), "--out", str(mine))
    assert done.status == 1
    assert "foreign-file" in done.err
    assert mine.read_text("utf-8") == "{}"


def test_openapi_is_one_document(run: Run, tmp_path: Path) -> None:
    done = run("export", "--format", "openapi", "--docs", str(DOCS), "--out", str(tmp_path / "folder"))
    assert done.status == 2
    assert "ends in .json" in done.err


ROOM = DeclarationId("rooms.md", "room")


def operations(*requests: tuple[str, str, Direction]) -> dict[str, Any]:
    """The paths of an API whose operations send and receive rooms."""
    model = Model((Object(ROOM, "Room", Place("rooms.md", 1), "", ()),))
    used = {(Request(method, path), direction): (ROOM,) for method, path, direction in requests}
    document = json.loads(documents(model, used, "openapi", "document", "rooms", "0")[""])
    validate(document)
    return dict(document["paths"])


def test_operations_take_and_answer_a_model_or_a_list_of_it() -> None:
    paths = operations(("PUT", "/rooms/:id", Direction.SENT), ("PUT", "/rooms/:id", Direction.RECEIVED))
    reference = {"$ref": "#/components/schemas/Room"}
    content = {"application/json": {"schema": {"anyOf": [reference, {"type": "array", "items": reference}]}}}
    assert paths == {
        "/rooms/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "put": {
                "requestBody": {"content": content},
                "responses": {"default": {"description": "Room", "content": content}},
            },
        }
    }


def test_paths_that_differ_in_the_names_of_parameters_are_one() -> None:
    paths = operations(("GET", "/rooms/{id}", Direction.RECEIVED), ("PATCH", "/rooms/{room_id}", Direction.SENT))
    assert [(path, sorted(item)) for path, item in paths.items()] == [("/rooms/{id}", ["get", "parameters", "patch"])]


def test_what_a_get_sends_is_no_body() -> None:
    paths = operations(("GET", "/rooms", Direction.SENT))
    assert paths == {"/rooms": {"get": {"responses": {"default": {"description": "Any answer"}}}}}


@pytest.mark.parametrize("path", ["/a/{id}/b/{id}", "/a/{id", "/a}", "/a/{}", "/a?b", "/a#b", "/{a/b}"])
def test_a_path_that_openapi_does_not_know_is_left_out(path: str) -> None:
    assert operations(("GET", path, Direction.RECEIVED)) == {}


def test_a_path_that_openapi_does_not_know_hides_no_other() -> None:
    paths = operations(
        ("GET", "/rooms/{id}/seats/{id}", Direction.RECEIVED), ("GET", "/rooms/{id}/seats/{seat}", Direction.RECEIVED)
    )
    assert list(paths) == ["/rooms/{id}/seats/{seat}"]


def test_a_colon_within_a_step_is_no_parameter() -> None:
    assert list(operations(("POST", "/rooms:close", Direction.SENT))) == ["/rooms:close"]
