"""Schemas of JSON on a page, whatever they declare: no field of an object is lost, and hostile ones come to an end."""

from __future__ import annotations

import json
from typing import Any

import pytest
from docmodels.families.tables.schemas.schema_json import schema_json_fields
from docmodels.markdown import read_page
from docmodels.tables.lexicon import Role, words
from hypothesis import given
from hypothesis import strategies as st

ENGLISH = words(("en",))
MOST_ROWS = 2_000
MOST_ROWS_OF_PAGE = 22_000

names = st.sampled_from(["id", "boats", "pierSide", "old_name", "x"])
scalars = st.fixed_dictionaries(
    {"type": st.sampled_from(["string", "integer", "number", "boolean"])},
    optional={
        "description": st.text(max_size=20),
        "nullable": st.booleans(),
        "default": st.integers(),
        "enum": st.just(["a"]),
    },
)
references = st.sampled_from(
    [{"$ref": "#"}, {"$ref": "#/definitions/boat"}, {"$ref": "Pier.json"}, {"$ref": "#/nowhere"}]
)


def _around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.fixed_dictionaries({"type": st.just("array"), "items": inner}),
        st.fixed_dictionaries({"type": st.just("object"), "additionalProperties": inner}),
        st.builds(lambda each: {"type": "object", "properties": each}, st.dictionaries(names, inner, max_size=3)),
        st.builds(
            lambda key, each: {key: each}, st.sampled_from(["oneOf", "anyOf", "allOf"]), st.lists(inner, max_size=3)
        ),
    )


schemas = st.recursive(st.one_of(scalars, references, st.just(True), st.just({})), _around, max_leaves=12)


def _rows(schema: Any) -> tuple[list[tuple[str, int]], int]:
    """The names and depths of the rows of a schema in a block of code, and the number of findings."""
    page, _ = read_page("Room.md", f"# Room\n\n```json\n{json.dumps(schema)}\n```\n".encode())
    assert page is not None
    drawn, diagnostics = schema_json_fields(page, ENGLISH)
    rows = [row for each in drawn for row in each.rows]
    return [(row.cells[Role.NAME].text, row.depth) for row in rows if Role.NAME in row.cells], len(diagnostics)


@given(st.dictionaries(names, schemas, min_size=1, max_size=4), schemas)
def test_each_property_of_a_schema_is_a_row(properties: dict[str, Any], boat: Any) -> None:
    rows, _ = _rows({"type": "object", "properties": properties, "definitions": {"boat": boat}})
    assert [name for name, depth in rows if not depth] == list(properties)


@given(schemas)
def test_a_schema_without_fields_has_a_finding(schema: Any) -> None:
    if isinstance(schema, dict) and isinstance(schema.get("type"), str) and len(schema) > 1:
        rows, findings = _rows({"type": "array", "items": schema})
        assert rows or findings


def _wide(keyword: str) -> dict[str, Any]:
    """A schema with fifty references to one with fifty references, and so on."""
    definitions: dict[str, Any] = {
        f"d{level}": {keyword: [{"$ref": f"#/definitions/d{level + 1}"}] * 50} for level in range(12)
    }
    definitions["d12"] = {"type": "object", "properties": {"name": {"type": "string"}}}
    return {"type": "object", "properties": {"x": {"$ref": "#/definitions/d0"}}, "definitions": definitions}


def _deep(keyword: str) -> dict[str, Any]:
    """A schema inside of a schema, two hundred times."""
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(200):
        schema = (
            {"type": "object", "properties": {"x": schema}}
            if keyword == "properties"
            else {"type": "object", keyword: schema}
        )
    return {"type": "object", "properties": {"x": schema}}


@pytest.mark.parametrize(
    "schema", [*map(_wide, ("allOf", "oneOf")), *map(_deep, ("properties", "items", "additionalProperties"))]
)
def test_hostile_schemas_come_to_an_end_with_a_finding(schema: dict[str, Any]) -> None:
    rows, findings = _rows(schema)
    assert 0 < len(rows) <= MOST_ROWS
    assert findings


def test_many_operations_with_one_wide_schema_come_to_an_end_with_a_finding() -> None:
    boat = {"type": "object", "properties": {f"p{number}": {"type": "string"} for number in range(1_000)}}
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"}}}}
    paths = {f"/boats/{number}": {"get": {"responses": {"200": body}}} for number in range(100)}
    rows, findings = _rows({"openapi": "3.0.0", "paths": paths, "components": {"schemas": {"Boat": boat}}})
    assert MOST_ROWS < len(rows) <= MOST_ROWS_OF_PAGE
    assert findings == 1
