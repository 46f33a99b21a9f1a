"""The public API: what `docmodels` itself offers to Python code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docmodels
import pytest
from docmodels.config import Config, ConfigError, FieldSettings
from docmodels.limits import Limits

PAGE = """# Greeting

## Fields

| Field     | Type     | Required           | Description |
| --------- | -------- | ------------------ | ----------- |
| `message` | *strng*  | :heavy_check_mark: | N/A         |
"""


def test_every_public_name_is_there() -> None:
    for name in docmodels.__all__:
        assert getattr(docmodels, name) is not None
    assert dir(docmodels) == docmodels.__all__


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="'generat'"):
        docmodels.generat  # noqa: B018


def test_a_run_says_what_it_did_and_what_it_found(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "Greeting.md").write_text(PAGE, "utf-8")
    config = docmodels.Config(docs=tmp_path / "docs", out=tmp_path / "models")

    result = docmodels.generate(config)

    assert result.counts == docmodels.Counts(pages=1, models=1, written=5)
    assert [(d.code, d.severity, str(d.place)) for d in result.diagnostics] == [
        ("unknown-type", docmodels.Severity.WARNING, "Greeting.md:7:16")
    ]
    assert docmodels.check(config).difference == ""


def test_importing_it_imports_none_of_its_rooms() -> None:
    code = "import sys, docmodels; print([name for name in sys.modules if name.startswith('docmodels.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# -- the configuration --


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"layout": "nope"}, 'layout: expected "modules" or "single", got "nope"'),
        ({"extra": "allowed"}, 'extra: expected "ignore", "allow" or "forbid", got "allowed"; did you mean "allow"?'),
        ({"docs": ""}, 'docs: expected a path, got ""'),
        ({"docs": 3}, "docs: expected a path, got an integer"),
        ({"docs": None}, "docs: expected a path, got None"),
        ({"strict": "yes"}, "strict: expected true or false, got a string"),
        ({"exclude": "drafts/*"}, "exclude: expected an array of strings, got a string"),
        ({"exclude": {1}}, "exclude: expected an array of strings, got a value of the type set"),
        ({"ignore": {"*": ["no-code"]}}, 'ignore.*: "no-code" is not a code'),
        ({"names": {"Room": "a b"}}, 'names.Room: expected the name of a class, or false, got "a b"'),
        ({"fields": {"Room.id": True}}, "fields.Room.id: expected a table like { nullable = true }, got a boolean"),
        (
            {"fields": {"Room.id": {"nulable": True}}},
            'unknown key "nulable" in [tool.docmodels.fields.Room.id]; did you mean "nullable"?',
        ),
        ({"limits": Limits(page_bytes=0)}, "limits.page_bytes: expected an integer of at least 1, got 0"),
        ({"base": "Model"}, 'base: expected a class with its module, like "acme.Model", got "Model"'),
    ],
)
def test_a_wrong_value_is_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Config(**settings)
    assert str(caught.value) == message


def test_values_may_be_given_as_toml_has_them() -> None:
    assert Config(docs="a", out="b", exclude=["c"], fields={"Room.id": {"wire": "ID"}}) == Config(  # type: ignore[arg-type, dict-item]
        docs=Path("a"), out=Path("b"), exclude=("c",), fields={"Room.id": FieldSettings(wire="ID")}
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/Greeting.md").write_text(PAGE, "utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"docs": "missing"}, "no docs folder"),
        ({"out": "docs"}, "holds the docs"),
        ({"out": "."}, "holds the docs"),
        ({"flavour": "nope"}, 'flavour: expected "pydantic", "typeddict", "msgspec" or "dataclass", got "nope"'),
        ({"family": "nope"}, 'family: expected "sdk"'),
        ({"family": {"a/*": "sdks"}}, 'family.a/*: expected "sdk"'),
        ({"language": "nope"}, "language: expected"),
        ({"templates": "missing"}, "templates: no folder"),
        ({"samples": "missing"}, "no folder of recordings"),
        ({"learned": "missing.json"}, "run `docmodels learn`"),
        ({"flavour": "dataclass", "base": "acme.Model"}, "base: classes of the flavour dataclass cannot inherit"),
        ({"flavour": "typeddict", "extra": "forbid"}, "extra: the flavour typeddict can do"),
    ],
)
@pytest.mark.parametrize("function", [docmodels.generate, docmodels.check])
def test_a_configuration_that_cannot_be_used_is_refused(
    settings: dict[str, Any],
    message: str,
    function: Callable[[Config], object],
    docs: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(docs.parent)
    before = sorted(docs.parent.rglob("*"))
    with pytest.raises(ConfigError) as caught:
        function(Config(**{"docs": "docs", "out": "models", **settings}))
    assert message in str(caught.value)
    assert sorted(docs.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "function",
    [
        docmodels.diff,
        docmodels.inspect,
        docmodels.learn,
        docmodels.verify,
        lambda config: docmodels.export(config, "out.json"),
        lambda config: docmodels.report(config, "out.html"),
    ],
)
@pytest.mark.parametrize("settings", [{"flavour": "nope"}, {"docs": "missing"}])
def test_all_functions_check_the_configuration(
    settings: dict[str, Any], function: Callable[[Config], object], docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(docs.parent)
    with pytest.raises(ConfigError):
        function(Config(**{"docs": "docs", **settings}))


def test_a_form_that_does_not_exist_is_refused(docs: Path) -> None:
    with pytest.raises(ConfigError, match="form: expected"):
        docmodels.export(Config(docs=docs), docs.parent / "out.json", "xml")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="OpenAPI is one document"):
        docmodels.export(Config(docs=docs), docs.parent / "out", "openapi")
    with pytest.raises(ConfigError, match="no page and no model"):
        docmodels.inspect(Config(docs=docs), "Nothing")
    with pytest.raises(ConfigError, match="no recording"):
        docmodels.verify(Config(docs=docs), docs / "nothing.json")
