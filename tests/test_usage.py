"""The code that shows how a model is used, read as evidence for names on the wire."""

from __future__ import annotations

from pathlib import Path

import pytest
from docmodels.config import Config
from docmodels.families.sdk.usage import read_usages
from docmodels.markdown import Fence, Inline, Section
from docmodels.model.declarations import Json, Object, Usage
from docmodels.pipeline.understand import understand
from hypothesis import given
from hypothesis import strategies as st


def usages(text: str) -> list[Usage]:
    return list(read_usages([Section(2, Inline("Example Usage", 1, 4), (Fence(2, "typescript", text),))]))


def literal(text: str) -> Json:
    (usage,) = usages(f"let value: Boat = {text};\n")
    assert not usage.is_wire
    return usage.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{ name: "Lotte", berth: 12 }', {"name": "Lotte", "berth": 12}),
        ("{ 'draft-in-m': -1.5, isAfloat: true, owner: null, }", {"draft-in-m": -1.5, "isAfloat": True, "owner": None}),
        (
            '{\n  // the crew\n  crew: [{ firstName: "Ada" }, { firstName: "Bo" }],\n}',
            {"crew": [{"firstName": "Ada"}, {"firstName": "Bo"}]},
        ),
        ('{ builtOn: new Date("2024-01-02T03:04:05Z"), name: "x" }', {"builtOn": None, "name": "x"}),
        (
            '{ log: await open({ path: "a" }), flags: a | b, kind: Kind.Sail, name: "x" }',
            {"log": None, "flags": None, "kind": None, "name": "x"},
        ),
        ('[{ name: "a" }]', [{"name": "a"}]),
        (r'{ name: "a \"b\" \u00e9" }', {"name": 'a "b" é'}),
    ],
)
def test_the_literal_of_an_object_is_data_as_far_as_it_is_data(text: str, value: Json) -> None:
    assert literal(text) == value


def test_json_shows_names_on_the_wire() -> None:
    assert usages('{"draft_in_m": 1.5}') == [Usage({"draft_in_m": 1.5}, is_wire=True)]


@pytest.mark.parametrize(
    "text", ["", "let value = 5;", "using Boats;\n\nvar value = Kind.Sail;", "let value: Boat = {};"]
)
def test_other_code_shows_nothing(text: str) -> None:
    assert usages(text) == []


@given(st.text(alphabet="={}[](),:\"'ab1 \n\\/", max_size=60))
def test_any_code_can_be_looked_at(text: str) -> None:
    usages(text)


def test_nesting_without_end_is_not_followed() -> None:
    assert usages("x = " + "[" * 100_000) != []
    usages("x = " + "{a:" * 100_000)


PAGE = """# Boat

## Example Usage

```{language}
{code}
```

## Fields

| Field      | Type                  | Required           |
| ---------- | --------------------- | ------------------ |
| `{name}`   | *string*              | :heavy_check_mark: |
"""


@pytest.mark.parametrize(
    ("language", "code", "name", "wire", "evidence"),
    [
        ("json", '{"draft_in_m": "2"}', "DraftInM", "draft_in_m", 'the example usage of Boat has the key "draft_in_m"'),
        (
            "typescript",
            'let v: Boat = { draftInM: "2" };',
            "draftInM",
            "draftInM",
            'the example usage of Boat has the key "draftInM"',
        ),
    ],
)
def test_a_key_decides_the_name_of_its_field(
    tmp_path: Path, language: str, code: str, name: str, wire: str, evidence: str
) -> None:
    (tmp_path / "Boat.md").write_text(PAGE.format(language=language, code=code, name=name), "utf-8")
    (boat,) = understand(Config(docs=tmp_path)).model.declarations
    assert isinstance(boat, Object)
    found = boat.fields[0].wire
    assert found is not None
    assert (found.name, found.evidence) == (wire, evidence)


def test_json_counts_for_more_than_the_code_of_a_language(tmp_path: Path) -> None:
    code = 'let v: Boat = { draftInM: "2" };\n```\n\n```json\n{"draft_in_m": "2"}'
    (tmp_path / "Boat.md").write_text(PAGE.format(language="typescript", code=code, name="draftInM"), "utf-8")
    (boat,) = understand(Config(docs=tmp_path)).model.declarations
    assert isinstance(boat, Object)
    assert boat.fields[0].wire is not None
    assert boat.fields[0].wire.name == "draft_in_m"
