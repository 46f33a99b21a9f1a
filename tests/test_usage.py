"""The code that shows how a model is used: its JSON is evidence for names on the wire, and nothing else in it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from docmodels.config import Config
from docmodels.families.sdk.usage import read_usages
from docmodels.markdown import Fence, Inline, Section
from docmodels.model.declarations import Json, Object
from docmodels.pipeline.understand import understand
from hypothesis import given
from hypothesis import strategies as st


def usages(text: str) -> list[Json]:
    return [
        usage.value for usage in read_usages([Section(2, Inline("Example Usage", 1, 4), (Fence(2, "json", text),))])
    ]


def test_json_shows_names_on_the_wire() -> None:
    assert usages('{"draft_in_m": 1.5}') == [{"draft_in_m": 1.5}]


@pytest.mark.parametrize(
    "text", ["", "let value = 5;", "using Boats;\n\nvar value = Kind.Sail;", 'let value: Boat = { draftInM: "2" };']
)
def test_other_code_shows_nothing(text: str) -> None:
    assert usages(text) == []


@given(st.text(alphabet="={}[](),:\"'ab1 \n\\/", max_size=60))
def test_any_code_can_be_looked_at(text: str) -> None:
    usages(text)


PAGE = """# Boat

## Example Usage

```{language}
{code}
```

## Fields

| Field        | Type                  | Required           |
| ------------ | --------------------- | ------------------ |
| `draftInM`   | *string*              | :heavy_check_mark: |
"""


@pytest.mark.parametrize(
    ("language", "code", "wire", "evidence"),
    [
        ("json", '{"draft_in_m": "2"}', "draft_in_m", 'the example usage of Boat has the key "draft_in_m"'),
        (
            "typescript",
            "let v: Boat = { draft_in_m: 2 };",
            "draftInM",
            "by convention, as written: nothing in the docs shows names on the wire",
        ),
    ],
)
def test_only_a_key_of_json_decides_the_name_of_its_field(
    tmp_path: Path, language: str, code: str, wire: str, evidence: str
) -> None:
    (tmp_path / "Boat.md").write_text(PAGE.format(language=language, code=code), "utf-8")
    (boat,) = understand(Config(docs=tmp_path)).model.declarations
    assert isinstance(boat, Object)
    name = boat.fields[0].wire
    assert name is not None
    assert (name.name, name.evidence) == (wire, evidence)
