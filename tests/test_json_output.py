"""The JSON that commands print fits its schema, which names every key: on docs of many kinds, and of a run that stops."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docmodels
import pytest
from jsonschema import Draft202012Validator

from tests.documentation import ROOT
from tests.trees import Done, Run

SCHEMAS = Path(docmodels.__file__).parent / "reporting/schemas"
NAMES = sorted(file.stem for file in SCHEMAS.iterdir())
PAGE = """\
# Lamp

| Field   | Type    | Required | Description |
| ------- | ------- | -------- | ----------- |
| colour  | strng   | yes      | red, blue   |
| is_lit  | boolean | no       |             |
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, `api` in a repository, with a page that has an unknown type."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "api"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/Lamp.md").write_text(PAGE, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return loaded


def strict(part: Any) -> Any:
    """A schema that allows no key without a description here: later versions may add keys, and then describe them."""
    if isinstance(part, list):
        return [strict(item) for item in part]
    if not isinstance(part, dict):
        return part
    closed = {key: strict(value) for key, value in part.items()}
    return {"additionalProperties": False, **closed} if "required" in part and "properties" in part else closed


def fits(name: str, done: Done) -> Any:
    """The document on standard output, which must fit a schema."""
    document = json.loads(done.out)
    assert done.out == json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    Draft202012Validator(strict(schema(name))).validate(document)
    return document


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    loaded = schema(name)
    Draft202012Validator.check_schema(loaded)
    assert loaded["$id"] == f"urn:docmodels:{name}"


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_names_the_schema(name: str) -> None:
    assert f"`{name}.json`" in (ROOT / "docs/reports.md").read_text("utf-8")


def test_generate_lists_findings_and_files(project: Path, run: Run) -> None:
    done = run("generate", "--format", "json")
    document = fits("findings", done)
    assert (done.status, document["counts"]["written"]) == (0, len(document["written"]))
    assert "lamp.py" in document["written"]
    (finding,) = document["findings"]
    assert finding["code"] == "unknown-type"
    assert finding["place"] == {"path": "api/docs/Lamp.md", "line": 5, "column": 13}


def test_check_lists_what_generate_would_write(project: Path, run: Run) -> None:
    done = run("check", "--format", "json")
    document = fits("findings", done)
    assert done.status == 1
    assert "lamp.py" in document["written"]
    assert "out-of-date" in [finding["code"] for finding in document["findings"]]
    assert not (project / "generated").exists()


def test_a_run_that_fails_lists_its_findings(project: Path, run: Run) -> None:
    (project / "docs/Broken.md").write_bytes(b"# \xff\n")
    for command in ("generate", "check"):
        done = run(command, "--format", "json", "--quiet")
        assert done.status == 1
        assert "not-utf8" in [finding["code"] for finding in fits("findings", done)["findings"]]
    inspected = run("inspect", "--format", "json")
    assert inspected.status == 1
    assert "not-utf8" in [finding["code"] for finding in fits("inspection", inspected)["findings"]]


@pytest.mark.parametrize("command", ["generate", "check", "inspect", "diff", "verify"])
def test_a_run_that_stops_prints_its_errors(project: Path, run: Run, command: str) -> None:
    (project / "pyproject.toml").write_text("[tool.docmodels]\nstrict = 3\n", "utf-8")
    done = run(command, "--format", "json")
    message = "strict: expected true or false, got an integer"
    place = {"path": "api/pyproject.toml", "line": 2, "column": 1}
    assert done.status == 2
    assert fits("failure", done) == {"version": 1, "errors": [{"message": message, "place": place}]}
    assert done.err == f"pyproject.toml:2:1: error: {message}\n"


@pytest.mark.parametrize(
    "arguments", ["check --frmat --format json", "check --format=json --strct", "chek --format json"]
)
def test_wrong_usage_prints_its_error(project: Path, run: Run, arguments: str) -> None:
    done = run(*arguments.split())
    assert done.status == 2
    (error,) = fits("failure", done)["errors"]
    assert done.err.endswith(f": error: {error['message']}\n")
    assert "did you mean" in error["message"]


def test_an_error_without_a_file_has_no_place(project: Path, run: Run) -> None:
    (error,) = fits("failure", run("inspect", "Nothing", "--format", "json"))["errors"]
    assert error["place"] is None


def test_inspect_of_docs_of_all_kinds_fits(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    document = fits("inspection", run("inspect", "--format", "json"))
    kinds = {declaration["kind"] for declaration in document["declarations"]}
    assert kinds == {"object", "enumeration", "alias"}
    assert set(shapes(document["declarations"])) > {"scalar", "list", "map", "ref"}


def shapes(value: Any) -> Iterator[str]:
    """The kinds of all types in a document."""
    if isinstance(value, Mapping):
        yield from ([value["kind"]] if "kind" in value else [])
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from shapes(item)


def test_diff_lists_changes(project: Path, run: Run) -> None:
    (project / "new").mkdir()
    (project / "new/Lamp.md").write_text(PAGE.replace("| no ", "| yes").replace("colour", "tint  "), "utf-8")
    document = fits("changes", run("diff", "docs", "new", "--format", "json"))
    assert document["changes"]


def test_recordings_and_what_they_teach_fit(project: Path, run: Run) -> None:
    (project / "samples").mkdir()
    (project / "samples/Lamp.json").write_text('{"colour": null, "is_lit": 3, "power": 1}', "utf-8")
    document = fits("contradictions", run("verify", "samples", "--format", "json"))
    assert {contradiction["code"] for contradiction in document["contradictions"]} >= {
        "undocumented-field",
        "wrong-type",
    }
    (project / "pyproject.toml").write_text('[tool.docmodels]\nlearned = "learned.json"\n', "utf-8")
    assert run("learn", "--samples", "samples").status == 0
    learned = json.loads((project / "learned.json").read_text("utf-8"))
    Draft202012Validator(strict(schema("learned"))).validate(learned)
    assert learned["Lamp"]["colour"]["null"] is True
