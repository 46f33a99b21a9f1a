"""The census of tables: every table is read, no model, or not read. test_init.py counts those of the golden trees."""

from __future__ import annotations

from pathlib import Path

import pytest
from docmodels.cli import main
from docmodels.config import Config, OwnTables
from docmodels.families import Entry, Verdict
from docmodels.pipeline.understand import understand

from tests.trees import SHARED, tables, understood

ROOMS = """\
# Rooms

## Room

| Field  | Type   | Description |
| ------ | ------ | ----------- |
| `name` | string | Its name    |

## Opening

| Setting  | Words        |
| -------- | ------------ |
| `loud`   | yes please   |
| `locked` | rather not   |

## Methods

| Method | Returns |
| ------ | ------- |
| open   | Room    |

## Seats

|       | Form    |
| ----- | ------- |
| `row` | integer |
"""


def census(docs: Path, config: Config | None = None) -> tuple[Entry, ...]:
    return understand(config or Config(docs=docs)).docs.census


@pytest.mark.tools
@pytest.mark.parametrize("name", sorted(path.name for path in (SHARED / "corpus").glob("*")))
def test_the_census_adds_up_for_real_trees(name: str) -> None:
    docs = SHARED / "corpus" / name / "docs"
    assert len(understood(Config(docs=docs)).docs.census) == tables(docs)


def test_each_table_has_a_verdict_and_a_reason(tmp_path: Path) -> None:
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    verdicts = {entry.above: (entry.verdict, entry.reason) for entry in census(tmp_path)}
    assert verdicts["Room"] == (Verdict.READ, "")
    assert verdicts["Methods"] == (Verdict.NONE, "methods of code")
    assert verdicts["Opening"][0] is Verdict.UNREAD
    assert '"Setting", "Words"' in verdicts["Opening"][1]
    findings = understand(Config(docs=tmp_path)).diagnostics
    assert [finding.message for finding in findings if finding.code == "unread-tables"] == [
        "2 of 3 tables that name things like fields are not read"
    ]


ROOM = """# Room

## Properties

Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**Id** | **string** | Its name. |
**State** | **string** | Open or not. | [optional]

<a id="State"></a>
## Enum: state
Name | Value
---- | -----
state | open, shut

## Tides

Ebb | Flood
--- | -----
six | noon

[[Back to Model list]](../README.md#documentation-for-models)
"""
ROOM_API = """# \\RoomApi

All URIs are relative to *http://localhost*

Method | HTTP request | Description
------------- | ------------- | -------------
[**get_room**](RoomApi.md#get_room) | **GET** /room | Gets one.

## get_room

> Room get_room(id)

### Parameters

Name | Type | Description | Required | Notes
------------- | ------------- | ------------- | ------------- | -------------
**id** | **String** | Its name. | [required] |

### Return type

[**Room**](Room.md)
"""


def test_a_claim_in_docs_of_a_generator_has_a_mark(tmp_path: Path) -> None:
    (tmp_path / "Room.md").write_text(ROOM, "utf-8")
    (tmp_path / "RoomApi.md").write_text(ROOM_API, "utf-8")
    assert [(entry.verdict, entry.reason) for entry in census(tmp_path)] == [
        (Verdict.READ, ""),
        (Verdict.READ, ""),
        (Verdict.UNREAD, "nothing tells what it shows, in docs of the family openapi-generator"),
        (Verdict.NONE, "operations"),
        (Verdict.NONE, "operations"),
    ]


def test_a_heading_makes_a_model_of_any_table(tmp_path: Path) -> None:
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    config = Config(docs=tmp_path, tables=(OwnTables(models=("Opening",)),))
    opening = next(declaration for declaration in understand(config).model.objects if declaration.title == "Opening")
    assert [field.name for field in opening.fields] == ["loud", "locked"]


def test_an_empty_heading_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    config = Config(docs=tmp_path, tables=(OwnTables(columns={"name": ("",), "type": ("Form",)}),))
    assert "Seats" in {declaration.title for declaration in understand(config).model.objects}


def test_a_setting_that_changes_nothing_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    own = OwnTables(columns={"name": ("Slot",)}, models=("Doors",), not_models=("Opening",))
    findings = understand(Config(docs=tmp_path, tables=(own,))).diagnostics
    assert {finding.message for finding in findings if finding.code == "unmatched-setting"} == {
        'tables: no table stands below a heading "Doors"',
        'tables: no table has a column "Slot"',
    }


def test_a_model_more_renames_no_other(tmp_path: Path) -> None:
    """A page with one model more has the names of all others, and one."""
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    before = {declaration.title for declaration in understand(Config(docs=tmp_path)).model.declarations}
    for more in ("## Door", "## Room list", "## List rooms\n\n### Response", "### Parameters", "## Opening hours"):
        table = "| Field | Type |\n| ----- | ---- |\n| `width` | integer |\n"
        (tmp_path / "rooms.md").write_text(f"{ROOMS}\n{more}\n\n{table}", "utf-8")
        after = {declaration.title for declaration in understand(Config(docs=tmp_path)).model.declarations}
        assert before < after, more


def test_names_of_the_committed_package_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    page = (
        "# list_rooms\n\n## Response Format\n\n| Field | Type |\n| - | - |\n| total | integer |\n| page | integer |\n"
    )
    (tmp_path / "docs" / "list_rooms.md").write_text(page, "utf-8")
    assert main(["generate", "--out", "out"]) == 0
    module = tmp_path / "out" / "list_rooms.py"
    before = module.read_text("utf-8").replace("ListRoomsResponse", "ResponseFormat")
    module.write_text(before, "utf-8")
    assert main(["generate", "--out", "out", "--keep-names"]) == 0
    assert module.read_text("utf-8") == before
    assert '"list_rooms.md#ListRoomsResponse" = "ResponseFormat"' in (tmp_path / "pyproject.toml").read_text("utf-8")


def test_words_that_no_page_has_are_findings(tmp_path: Path) -> None:
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    own = OwnTables(yes=("yes please", "aye"), no=("rather not", "nay"), types={"word": "string"}, frames=("Chapter",))
    config = Config(docs=tmp_path, exclude=("rooms/*", "draft*"), tables=(own,))
    findings = understand(config).diagnostics
    assert {finding.message for finding in findings if finding.code == "unmatched-setting"} == {
        'exclude: no page matches "rooms/*"',
        'exclude: no page matches "draft*"',
        'tables: no page has the word "aye" of yes',
        'tables: no page has the word "nay" of no',
        'tables: no page has the word "Chapter" of frames',
    }


def test_patterns_that_no_page_matches_are_findings(tmp_path: Path) -> None:
    (tmp_path / "rooms.md").write_text(ROOMS, "utf-8")
    own = OwnTables(pages=("halls/*", "rooms.md"))
    config = Config(docs=tmp_path, family={"room*": "tables", "doors/*": "sdk"}, tables=(own,))
    findings = understand(config).diagnostics
    assert {finding.message for finding in findings if finding.code == "unmatched-setting"} == {
        'family: no page matches "doors/*"',
        'tables: no page matches "halls/*"',
    }
